import Model
import SourceText
import Z3

extension ParametricMachine {
  /// Runs statements one after another.
  mutating func run(_ statements: [Statement]) throws(Unencodable) {
    for statement in statements {
      if isOver { return }
      let count = contents.count
      try run(statement)
      contents.removeLast(contents.count - count)
    }
  }

  private mutating func run(_ statement: Statement) throws(Unencodable) {
    let range = statement.range
    switch statement.kind {
    case .branch(let branches, let otherwise): try run(branches[...], otherwise: otherwise)
    case .select(let subject, let cases, let otherwise):
      try run(cases[...], otherwise: otherwise, subject: try evaluate(subject))
    case .repeatFor(let binding, let body): try run(body, for: binding, at: range)
    case .repeatWhile: throw Unencodable("a while loop", range)
    case .returnNothing: returned = context.truth(true)
    case .returnValue(let argument): try giveBack(argument)
    case .call(let function, let arguments): _ = try call(function, arguments)
    case .claim(let claim, let condition):
      let isTrue = try evaluate(condition).isTrue
      decide(claim, isTrue, at: range)
    case .error(let claim): fail(when: context.truth(true), claim, at: range)
    case .put(let items): try look(at: items)
    default: try change(statement)
    }
  }

  /// Statements that change contents or names.
  private mutating func change(_ statement: Statement) throws(Unencodable) {
    switch statement.kind {
    case .assign(let place, let expression):
      let found = try locate(place)
      assign(try evaluate(expression), to: found, at: statement.range)
    case .copy(let to, let from):
      let target = try locate(to)
      let source = try locate(from)
      try copy(source, to: target, at: statement.range)
    case .clear(let place): try clear(try locate(place), at: statement.range)
    case .undefine(let place):
      try writeAll(try locate(place)) { machine, _, leaf, _ throws(Unencodable) in
        Entry(
          isDefined: machine.context.truth(false), value: machine.universe.nothing(of: leaf.type))
      }
    case .bind(let local, let place): frame.slots[local.position] = .place(try locate(place))
    default: preconditionFailure("control flow changes nothing")
    }
  }

  private mutating func clear(_ place: ParametricPlace, at range: SourceRange)
    throws(Unencodable)
  {
    try writeAll(place) { machine, _, leaf, _ throws(Unencodable) in
      if leaf.type.isUnsizedScalarset {
        throw Unencodable("'clear' of a scalarset of unknown size", range)
      }
      let least: SymbolicValue =
        leaf.type.kind == .boolean
        ? .truth(machine.context.truth(false)) : .number(machine.universe.lower(of: leaf.type))
      return Entry(isDefined: machine.context.truth(true), value: least)
    }
  }

  private mutating func run(
    _ branches: ArraySlice<Statement.Branch>, otherwise: [Statement]
  ) throws(Unencodable) {
    guard let branch = branches.first else { return try run(otherwise) }
    try fork(on: try evaluate(branch.condition).isTrue) { machine throws(Unencodable) in
      try machine.run(branch.body)
    } else: { machine throws(Unencodable) in
      try machine.run(branches.dropFirst(), otherwise: otherwise)
    }
  }

  private mutating func run(
    _ cases: ArraySlice<Statement.Case>, otherwise: [Statement], subject: SymbolicValue
  ) throws(Unencodable) {
    guard let option = cases.first else { return try run(otherwise) }
    var matches = context.truth(false)
    for label in option.labels {
      let equals = try evaluate(label, when: !matches).isEqual(to: subject)
      matches = matches || equals
    }
    try fork(on: matches) { machine throws(Unencodable) in
      try machine.run(option.body)
    } else: { machine throws(Unencodable) in
      try machine.run(cases.dropFirst(), otherwise: otherwise, subject: subject)
    }
  }

  private mutating func decide(_ claim: ClaimIndex, _ isTrue: Term, at range: SourceRange) {
    switch system[claim].kind {
    case .assertion: fail(when: !isTrue, claim, at: range)
    case .assumption: prune(when: !isTrue, at: range)
    default: break
    }
  }

  private mutating func look(at items: [Statement.PutItem]) throws(Unencodable) {
    for item in items {
      switch item {
      case .text: break
      case .value(let expression): _ = try evaluate(expression)
      case .place(let place): _ = try locate(place)
      }
    }
  }
}

// Assignment, with the check that the value belongs to the type.
extension ParametricMachine {
  mutating func assign(_ value: SymbolicValue, to place: ParametricPlace, at range: SourceRange) {
    guard let type = place.type.scalar else { preconditionFailure("scalars are assigned") }
    let isChecked = !accumulators.contains(place.first)
    if isChecked {
      fail(when: !universe.contains(type, value), at: range)
    } else {
      let before = contents[place.first].read(at: [], in: universe).value.number
      advances.append(Advance(content: place.first, before: before, after: value.number))
    }
    write(
      Entry(isDefined: context.truth(true), value: isChecked ? narrowed(value, to: type) : value),
      to: place)
  }

  mutating func copy(_ source: ParametricPlace, to target: ParametricPlace, at range: SourceRange)
    throws(Unencodable)
  {
    try writeAll(target) { machine, offset, leaf, below throws(Unencodable) in
      let old = machine.look(at: source.first + offset, source.indices + below)
      if old.isDefined.truth == false { return old }
      let isInside = machine.universe.contains(leaf.type, old.value)
      if isInside.truth != true, machine.contents[source.first + offset].leaf.type != leaf.type {
        machine.failSomewhere(
          when: old.isDefined && !isInside, below, leaf.indices.suffix(below.count), at: range)
      }
      return Entry(isDefined: old.isDefined, value: machine.narrowed(old.value, to: leaf.type))
    }
  }

  /// Records a failure under a condition that speaks of any indices of some types.
  mutating func failSomewhere(
    when condition: Term, _ indices: [Term], _ types: some Sequence<ScalarType>,
    at range: SourceRange
  ) {
    let isInside = context.all(
      zip(indices, types).map { universe.members(of: $1).contains($0) })
    fail(when: context.exists(indices, isInside && condition), at: range)
  }

  private func narrowed(_ value: SymbolicValue, to type: ScalarType) -> SymbolicValue {
    guard case .number(let number) = value else { return value }
    return .number(
      number.narrowed(universe.lower(of: type).lower, universe.upper(of: type).upper))
  }
}
