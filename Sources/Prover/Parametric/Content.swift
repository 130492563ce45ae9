import Model
import Z3

/// One scalar of the state or of a frame, with the types of the indices that lead to it.
struct Leaf {
  let name: String
  let indices: [ScalarType]
  let type: ScalarType

  /// The leaves of a value, records field by field; what an array holds is one leaf, not many.
  static func all(of type: ValueType, named name: String) -> [Leaf] {
    collect(type, name, indices: [])
  }

  private static func collect(_ type: ValueType, _ name: String, indices: [ScalarType]) -> [Leaf] {
    switch type {
    case .scalar(let scalar): [Leaf(name: name, indices: indices, type: scalar)]
    case .array(let index, let element): collect(element, name, indices: indices + [index])
    case .record(let fields):
      fields.flatMap { collect($0.type, "\(name).\($0.name)", indices: indices) }
    }
  }

  /// How many leaves a value has.
  static func count(in type: ValueType) -> Int {
    switch type {
    case .scalar: 1
    case .array(_, let element): count(in: element)
    case .record(let fields): fields.reduce(0) { $0 + count(in: $1.type) }
    }
  }

  /// The leaf of each cell that a value has in the instance; its leaves are counted from `first` on.
  static func ofCells(of type: ValueType, from first: Int) -> [Int] {
    switch type {
    case .scalar: return [first]
    case .array(let index, let element):
      let cells = ofCells(of: element, from: first)
      return Array(repeating: cells, count: index.count ?? 0).flatMap { $0 }
    case .record(let fields):
      var first = first
      return fields.flatMap { field in
        defer { first += count(in: field.type) }
        return ofCells(of: field.type, from: first)
      }
    }
  }
}

/// A change of a leaf at some indices.
struct Write {
  let indices: [Term]
  /// Those of the indices that stand for every value of their type: one write by a whole loop.
  /// Condition and entry speak about them.
  let generics: Set<Term>
  var condition: Term
  let entry: Entry

  /// A write by a whole loop, for the round that writes to given indices.
  struct Binding {
    /// The constants that stand for the round, and what they are in it.
    var constants: [Term] = []
    var terms: [Term] = []
    /// That the indices agree where one constant is at several of them.
    var conditions: [Term] = []
    /// The indices of the write in that round.
    var indices: [Term] = []
  }

  /// What the constants of this write stand for when it is to these indices.
  func binding(to targets: [Term]) -> Binding {
    var binding = Binding()
    for (target, index) in zip(targets, indices) where generics.contains(index) {
      if let known = binding.constants.firstIndex(of: index) {
        binding.conditions.append(target.equals(binding.terms[known]))
      } else {
        binding.constants.append(index)
        binding.terms.append(target)
      }
    }
    binding.indices = indices.map { $0.replacing(binding.constants, by: binding.terms) }
    return binding
  }
}

/// What a leaf holds, for all its indices: a function that is not known, or nothing, and what has
/// been written since. The arrays of a state are never terms themselves, so no theory of arrays
/// is needed, and what a rule does not touch is read as the very terms that were assumed.
struct Content {
  enum Base {
    /// A function of the indices, by name; whether its values are always defined.
    case any(isDefined: Bool)
    case nothing
    case entry(Entry)
  }

  /// What there is to know. A run copies its contents at every branch, and most stay as they are.
  private final class Record {
    let leaf: Leaf
    let base: Base
    let writes: [Write]

    init(_ leaf: Leaf, _ base: Base, _ writes: [Write]) {
      self.leaf = leaf
      self.base = base
      self.writes = writes
    }
  }

  private var record: Record

  var leaf: Leaf { record.leaf }
  var base: Base { record.base }
  var writes: [Write] { record.writes }

  init(_ leaf: Leaf, _ base: Base) { self.init(leaf, base, []) }

  private init(_ leaf: Leaf, _ base: Base, _ writes: [Write]) {
    record = Record(leaf, base, writes)
  }

  /// Whether this is a copy to which nothing has happened since, nor to the original.
  func isUntouched(since before: Content) -> Bool { record === before.record }

  /// Changes the entry at some indices where a condition holds.
  mutating func write(_ write: Write, in universe: Universe) {
    if write.condition.truth == false { return }
    if !leaf.indices.isEmpty {
      self = Content(leaf, base, writes + [write])
    } else {
      let old = read(at: [], in: universe)
      self = Content(leaf, .entry(.choose(write.condition, write.entry, old)))
    }
  }

  /// The entry at some indices.
  func read(at indices: [Term], in universe: Universe, apart: [Apart] = []) -> Entry {
    var entry = original(at: indices, in: universe)
    for write in writes {
      if let (condition, new) = match(write, at: indices, apart: apart, in: universe) {
        entry = .choose(condition, new, entry)
      }
    }
    return entry
  }

  /// When a write is one to these indices, and what it then leaves there; nil for never.
  private func match(
    _ write: Write, at indices: [Term], apart: [Apart], in universe: Universe
  ) -> (Term, Entry)? {
    let binding = write.binding(to: indices)
    var conditions = binding.conditions
    for (mine, theirs) in zip(indices, binding.indices) where mine != theirs {
      if mine.numeral != nil, theirs.numeral != nil { return nil }
      conditions.append(mine.equals(theirs))
    }
    // Every one of them takes note.
    let isSeparated = apart.map { $0.separates(indices, from: binding.indices, in: universe) }
    if isSeparated.contains(true) { return nil }
    let condition = write.condition.replacing(binding.constants, by: binding.terms)
    let context = condition.context
    conditions.append(condition.simplified.truth.map(context.truth) ?? condition)
    return (context.all(conditions), write.entry.replacing(binding.constants, by: binding.terms))
  }

  private func original(at indices: [Term], in universe: Universe) -> Entry {
    let context = universe.context
    switch base {
    case .entry(let entry): return entry
    case .nothing:
      return Entry(isDefined: context.truth(false), value: universe.nothing(of: leaf.type))
    case .any(let isDefined):
      let term = context.application(leaf.name, indices, universe.sort(of: leaf.type))
      let defined =
        isDefined
        ? context.truth(true) : context.application("\(leaf.name) defined", indices, .boolean)
      return Entry(isDefined: defined, value: universe.value(term, of: leaf.type))
    }
  }

  /// The same leaf with another entry; only without indices.
  func replaced(by entry: Entry) -> Content { Content(leaf, .entry(entry)) }

  /// What two branches leave behind that began with the same content.
  static func join(
    where condition: Term, _ yes: Content, _ no: Content, since before: Content,
    in universe: Universe
  ) -> Content {
    if yes.isUntouched(since: before), no.isUntouched(since: before) { return before }
    guard !before.leaf.indices.isEmpty else {
      let (left, right) = (
        yes.read(at: [], in: universe), no.read(at: [], in: universe)
      )
      return Content(before.leaf, .entry(.choose(condition, left, right)))
    }
    var writes = before.writes
    for (branch, taken) in [(yes, condition), (no, !condition)] {
      writes += branch.writes[before.writes.count...].map {
        var write = $0
        write.condition = write.condition && taken
        return write
      }
    }
    return Content(before.leaf, before.base, writes)
  }
}

/// A member that is known to be none of those that have been written to, and who these are.
///
/// It is how a loop over all members is told apart into the many that nothing was done to and the
/// few that something was done to.
final class Apart {
  let constant: Term
  /// What stood for bound variables before the constant was told apart: anything else is bound within
  /// the round that is run for it, and means nothing outside.
  private let known: Set<Term>
  /// The indices that the constant is not, in the order met.
  private(set) var others: [Term] = []

  init(_ constant: Term, in universe: Universe) {
    self.constant = constant
    known = universe.generics
  }

  /// Whether a write to some indices misses others because the constant is one of these and is not
  /// the index written to. Of an index that is computed from the constant, or in the round, that is
  /// not known.
  func separates(_ indices: [Term], from written: [Term], in universe: Universe) -> Bool {
    var isSeparated = false
    for (mine, theirs) in zip(indices, written)
    where mine == constant && !theirs.mentions(constant)
      && known.isSuperset(of: theirs.occurring(of: universe.generics))
    {
      if !others.contains(theirs) { others.append(theirs) }
      isSeparated = true
    }
    return isSeparated
  }
}
