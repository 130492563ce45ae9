import Model
import SourceText
import Z3

// Quantifiers and loops over any number of values. One round is run, for a value of which nothing is
// known but its bounds; what is true of it is true of every round.
extension SymbolicRun {
  // MARK: Quantifiers

  /// That something fails is said where it fails for any value, although the evaluator stops at the
  /// first value that decides: too many failures are noted, never too few.
  mutating func evaluate(
    _ quantifier: Quantifier, _ binding: Binding, from lower: Word, through upper: Word,
    _ body: Expression, at range: SourceRange
  ) throws(Unsupported) -> Word {
    let round = Round(of: binding, from: lower, through: upper, in: encoding)
    var run = begin(round)
    let isTrue = try run.evaluate(body).isTrue(in: encoding)
    guard run.writes.keys.allSatisfy({ $0 >= slots.count }) else {
      throw Unsupported("what a quantifier over any number of values changes", range)
    }
    try take(run.endings, of: round, at: range)
    return .truth(
      quantifier == .exists ? round.exists(isTrue) : !round.exists(!isTrue))
  }

  /// A copy of the run at the beginning of a round. Whether there are rounds at all is left aside:
  /// what they compute does not depend on it.
  private func begin(_ round: Round) -> SymbolicRun {
    var run = self
    run.scope = context.truth(true)
    run.alive = context.truth(true)
    run.endings = []
    run.writes = [:]
    run.generics.append(round.value)
    run.set(round.binding.local, to: .number(round.value))
    return run
  }

  /// Notes what ends a round, for each claim once.
  ///
  /// It may not end there: a round before it may end the run otherwise, or decide a quantifier. So
  /// only what is asked about counts, because the answer is no wherever the rest is relied on. For
  /// the others the run goes on, as if there were a value.
  private mutating func take(_ endings: [Ending], of round: Round, at range: SourceRange)
    throws(Unsupported)
  {
    if endings.contains(where: { $0.claim == nil }) {
      throw Unsupported("an assumption in a loop over any number of values", range)
    }
    for claim in Set(endings.compactMap(\.claim)).sorted() where asked?.contains(claim) ?? true {
      let ends = context.any(endings.filter { $0.claim == claim }.map(\.condition))
      end(claim, when: round.exists(ends))
    }
  }

  // MARK: Loops

  mutating func run(
    _ body: [Statement], for binding: Binding, from lower: Word, through upper: Word,
    at range: SourceRange
  ) throws(Unsupported) {
    let round = Round(of: binding, from: lower, through: upper, in: encoding)
    var carried: [Int: Carried] = [:]
    var run = self
    // What a round begins with depends on what rounds write, which is found by running one.
    while true {
      run = begin(round)
      for (offset, carried) in carried { run.slots[offset] = carried.atStart }
      try run.run(body)
      // In order, so that the same names are given each time.
      let found = run.writes.keys.filter { $0 < slots.count && carried[$0] == nil }.sorted()
      if found.isEmpty { break }
      for offset in found {
        carried[offset] = try carry(offset, run.writes[offset]!, round, at: range)
      }
    }
    guard run.frame.returned == frame.returned else {
      throw Unsupported("a return from a loop over any number of values", range)
    }
    let summary = LoopSummary(round, encoding, at: range)
    for (offset, carried) in carried.sorted(by: { $0.key < $1.key }) {
      guard
        carried.isOwn(run.writes[offset]!, round)
      else { throw Unsupported("what a loop over any number of values writes", range) }
      let after = try summary.after(carried, run.slots[offset])
      slots[offset] = .choose(active, after, slots[offset], in: encoding)
      writes[offset, default: []] += run.writes[offset]!.map { indices in
        indices.map { $0 == .number(round.value) ? nil : $0 }
      }
    }
    try take(run.endings, of: round, at: range)
  }

  /// What a slot that rounds write to is at the beginning of one.
  private func carry(
    _ offset: Int, _ writes: [[Word?]], _ round: Round, at range: SourceRange
  ) throws(Unsupported) -> Carried {
    let (before, type) = (slots[offset], type(ofSlot: offset))
    guard before.arity > 0 else {
      if isPossible(!before[[]].isDefined) {
        throw Unsupported("a variable without a value before a loop over any number", range)
      }
      let value = encoding.unknown(
        encoding.anySize!.fresh("at round"), generics + [round.value], type)
      return Carried(before: before, atStart: .cell(defined(value)), start: value)
    }
    guard let own = writes[0].firstIndex(of: .number(round.value)) else {
      throw Unsupported("what a loop over any number of values writes", range)
    }
    // No round writes what another has for its own. What others made of theirs is not known.
    let names = (
      encoding.anySize!.fresh("others are defined"), encoding.anySize!.fresh("of others")
    )
    let atStart = Slot.family(arity: before.arity) { [encoding, context, generics] indices in
      if indices[own] == .number(round.value) { return before[indices] }
      let arguments = generics + [round.value] + indices.map { $0.value(in: encoding) }
      return Cell(
        isDefined: context.application(names.0, arguments, .boolean),
        value: encoding.unknown(names.1, arguments, type))
    }
    return Carried(before: before, atStart: atStart, own: own)
  }
}

/// A slot that the rounds of a loop write to.
struct Carried {
  let before: Slot
  /// What it is at the beginning of a round.
  let atStart: Slot
  /// What stands for its value then, if it is one cell.
  var start: Word?
  /// Which of its indices is the value of the round in all writes, if it has indices.
  var own: Int?

  /// Whether each round writes to what no other does.
  func isOwn(_ writes: [[Word?]], _ round: Round) -> Bool {
    guard let own else { return true }
    return writes.allSatisfy { $0[own] == .number(round.value) }
  }
}

/// Any one of the rounds of a loop or quantifier.
struct Round {
  let binding: Binding
  /// The constant that stands for its value.
  let value: Term
  let lower: Word
  let upper: Word
  /// That there is a round at all.
  let exists: Term
  private let encoding: Encoding

  init(of binding: Binding, from lower: Word, through upper: Word, in encoding: Encoding) {
    self.binding = binding
    self.lower = lower
    self.upper = upper
    self.encoding = encoding
    let anySize = encoding.anySize!
    value = anySize.generic(binding.name)
    anySize.restrict(value, lower, upper)
    let exists = encoding.isBetween(upper, lower, upper)
    self.exists = anySize.isSure(exists) ? encoding.context.truth(true) : exists
  }

  /// That a value is between the bounds.
  func contains(_ value: Word) -> Term { encoding.isBetween(value, lower, upper) }

  /// That a condition holds in some round.
  func exists(_ condition: Term) -> Term {
    encoding.anySize!.exists([value], condition, where: contains(.number(value)))
  }
}
