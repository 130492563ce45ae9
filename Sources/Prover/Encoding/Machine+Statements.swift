import Model
import SourceText
import Z3

extension Machine {
  /// Runs statements one after another.
  mutating func run(_ statements: [Statement]) throws(Unencodable) {
    for statement in statements {
      if isOver { return }
      let count = cells.count
      try run(statement)
      cells.removeLast(cells.count - count)
    }
  }

  private mutating func run(_ statement: Statement) throws(Unencodable) {
    let range = statement.range
    switch statement.kind {
    case .branch(let branches, let otherwise): try run(branches[...], otherwise: otherwise)
    case .select(let subject, let cases, let otherwise):
      try run(cases[...], otherwise: otherwise, subject: try evaluate(subject))
    case .repeatFor(let binding, let body): try run(body, for: binding, at: range)
    case .repeatWhile(let condition, let body): try run(body, while: condition, at: range)
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

  /// Statements that change cells or names.
  private mutating func change(_ statement: Statement) throws(Unencodable) {
    switch statement.kind {
    case .assign(let place, let expression):
      let target = try locate(place)
      assign(try evaluate(expression), to: target, at: statement.range)
    case .copy(let to, let from):
      let target = try locate(to)
      let source = try locate(from)
      copy(read(source), to: target, at: statement.range)
    case .clear(let place):
      let least = StateLayout.scalars(of: place.type).map {
        Cell(constant($0.lower, of: $0), as: $0, in: context)
      }
      write(least, to: try locate(place))
    case .undefine(let place):
      let nothing = StateLayout.scalars(of: place.type).map { Cell.undefined($0, in: context) }
      write(nothing, to: try locate(place))
    case .bind(let local, let place): frame.slots[local.position] = .place(try locate(place))
    default: preconditionFailure("control flow changes no cells")
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
    _ cases: ArraySlice<Statement.Case>, otherwise: [Statement], subject: Value
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
extension Machine {
  mutating func assign(_ value: Value, to target: Target, at range: SourceRange) {
    guard let type = target.type.scalar else { preconditionFailure("scalars are assigned") }
    write([checked(value, as: type, when: context.truth(true), at: range)], to: target)
  }

  mutating func copy(_ values: [Cell], to target: Target, at range: SourceRange) {
    let types = StateLayout.scalars(of: target.type)
    let copies = zip(values, types).map { cell, type in
      if cell.definedness == .never { return Cell.undefined(type, in: context) }
      if cell.type == type { return cell }
      let copy = checked(cell.value, as: type, when: cell.isDefined, at: range)
      return .choose(cell.isDefined, copy, .undefined(type, in: context))
    }
    write(copies, to: target)
  }

  private mutating func checked(
    _ value: Value, as type: ScalarType, when condition: Term, at range: SourceRange
  ) -> Cell {
    if case .truth = value, type.kind == .boolean { return Cell(value, as: type, in: context) }
    let scalar = value.scalar
    let isOutside =
      scalar.isLess(than: Int128(type.lower)) || scalar.isGreater(than: Int128(type.upper))
    fail(when: condition && isOutside, at: range)
    return Cell(.number(scalar), as: type, in: context)
  }
}
