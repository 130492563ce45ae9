import Model
import Z3

/// Where a place lies: a stretch of contents, and the indices that lead into each.
struct ParametricPlace {
  var first: Int
  var indices: [Term] = []
  var type: ValueType
}

/// What a place held when it was copied: whatever happens before it is pasted does not matter.
struct ParametricCopy {
  let place: ParametricPlace
  let contents: [Content]
}

extension ParametricMachine {
  /// Finds the contents of a place.
  mutating func locate(_ place: Place) throws(Unencodable) -> ParametricPlace {
    var found = try locate(place.root)
    for step in place.path {
      switch (step, found.type) {
      case (.field(let position), .record(let fields)):
        found.first += fields[..<position].reduce(0) { $0 + Leaf.count(in: $1.type) }
        found.type = fields[position].type
      case (.element(let index), .array(let type, let element)):
        if type.kind == .slot { throw Unencodable("a multiset", place.range) }
        let value = try evaluate(index)
        fail(when: !universe.contains(type, value), at: index.range)
        found.indices.append(indexTerm(value, of: type))
        found.type = element
      default: preconditionFailure("the path of a place follows its type")
      }
    }
    return found
  }

  private func indexTerm(_ value: SymbolicValue, of type: ScalarType) -> Term {
    if type.kind == .boolean { return value.isTrue }
    if case .member(let term) = value { return term }
    return value.number.term
  }

  private mutating func locate(_ root: Place.Root) throws(Unencodable) -> ParametricPlace {
    switch root {
    case .state(let variable):
      let first = system.variables[..<variable.position].reduce(0) {
        $0 + Leaf.count(in: $1.type)
      }
      return ParametricPlace(first: first, type: system[variable].type)
    case .local(let local):
      let type = frame.locals[local.position].type
      switch frame.slots[local.position] {
      case .own(let first): return location(first, as: type)
      case .place(let place): return place
      case .bound(let value):
        guard let scalar = type.scalar else { preconditionFailure("bound variables are scalars") }
        let leaf = Leaf(name: "bound", indices: [], type: scalar)
        let entry = Entry(isDefined: context.truth(true), value: value)
        return keep([Content(leaf, .entry(entry))], as: type)
      case .unset: preconditionFailure("a local is given before it is used")
      }
    case .call(let function, _):
      throw Unencodable("a function that returns a record or array", system[function].range)
    }
  }

  func location(_ first: Int, as type: ValueType) -> ParametricPlace {
    ParametricPlace(first: first, type: type)
  }

  /// Puts contents at the end, where they can be found as a place until the statement ends.
  private mutating func keep(_ values: [Content], as type: ValueType) -> ParametricPlace {
    let place = ParametricPlace(first: contents.count, type: type)
    contents += values
    return place
  }

  mutating func read(_ place: ParametricPlace) -> (value: SymbolicValue, isDefined: Term) {
    let entry = look(at: place.first, place.indices)
    return (entry.value, entry.isDefined)
  }

  mutating func result(of argument: Argument) throws(Unencodable) -> Entry {
    switch argument {
    case .value(let expression):
      return Entry(isDefined: context.truth(true), value: try evaluate(expression))
    case .copy(let place), .reference(let place):
      let found = try locate(place)
      guard found.type.scalar == nil else { return look(at: found.first, found.indices) }
      throw Unencodable("a function that returns a record or array", place.range)
    }
  }

  mutating func look(at content: Int, _ indices: [Term]) -> Entry {
    looks.append(Look(content: content, indices: indices))
    return contents[content].read(at: indices, in: universe, apart: apart)
  }

  /// Gives a scalar place a new entry, unless the body has returned.
  mutating func write(_ entry: Entry, to place: ParametricPlace) {
    write(entry, at: place.first, place.indices, generics: [], where: context.truth(true))
  }

  /// Changes a leaf where a condition holds, unless the body has returned.
  mutating func write(
    _ entry: Entry, at content: Int, _ indices: [Term], generics: Set<Term>,
    where condition: Term
  ) {
    contents[content].write(
      Write(
        indices: indices, generics: generics, condition: condition && !returned, entry: entry),
      in: universe)
  }

  /// Does something to every entry of a place: what becomes of it is given for the entry's leaf,
  /// counted from the place's first, and for the indices below the place.
  mutating func writeAll(
    _ place: ParametricPlace,
    _ entry: (inout ParametricMachine, Int, Leaf, [Term]) throws(Unencodable) -> Entry
  ) throws(Unencodable) {
    for offset in 0..<Leaf.count(in: place.type) {
      let leaf = contents[place.first + offset].leaf
      let below = leaf.indices[place.indices.count...].map { universe.generic("each", of: $0) }
      let isInside = context.all(
        zip(below, leaf.indices[place.indices.count...]).map {
          universe.members(of: $1).contains($0.term)
        })
      let terms = below.map(\.term)
      let new = try entry(&self, offset, leaf, terms)
      write(
        new, at: place.first + offset, place.indices + terms, generics: Set(terms),
        where: isInside)
    }
  }
}
