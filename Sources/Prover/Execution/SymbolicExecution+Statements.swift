import Model
import SourceText
import Z3

extension SymbolicExecution {
  /// Runs statements one after another.
  mutating func run(_ statements: [Statement]) throws(Unencodable) {
    for statement in statements {
      if isOver { return }
      let size = storeSize
      try run(statement)
      shrinkStore(to: size)
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
      decide(claim, try evaluate(condition).isTrue, at: range)
    case .error(let claim): fail(when: context.truth(true), claim, at: range)
    case .put(let items): try look(at: items)
    default: try change(statement)
    }
  }

  /// Statements that change the store or names.
  private mutating func change(_ statement: Statement) throws(Unencodable) {
    let range = statement.range
    switch statement.kind {
    case .assign(let place, let expression):
      let target = try locate(place)
      assign(try evaluate(expression), to: target, at: range)
    case .copy(let to, let from):
      let target = try locate(to)
      let source = try locate(from)
      try paste(copy(of: source), to: target, at: range)
    case .clear(let place): try clear(try locate(place), at: range)
    case .undefine(let place): try undefine(try locate(place))
    case .bind(let local, let place): frame.slots[local.position] = .place(try locate(place))
    default: preconditionFailure("control flow changes nothing")
    }
  }

  private mutating func run(
    _ branches: ArraySlice<Statement.Branch>, otherwise: [Statement]
  ) throws(Unencodable) {
    guard let branch = branches.first else { return try run(otherwise) }
    try fork(on: try evaluate(branch.condition).isTrue) { inner throws(Unencodable) in
      try inner.run(branch.body)
    } else: { inner throws(Unencodable) in
      try inner.run(branches.dropFirst(), otherwise: otherwise)
    }
  }

  private mutating func run(
    _ cases: ArraySlice<Statement.Case>, otherwise: [Statement], subject: Operand
  ) throws(Unencodable) {
    guard let option = cases.first else { return try run(otherwise) }
    var matches = context.truth(false)
    for label in option.labels {
      let equals = try evaluate(label, when: !matches).isEqual(to: subject)
      matches = matches || equals
    }
    try fork(on: matches) { inner throws(Unencodable) in
      try inner.run(option.body)
    } else: { inner throws(Unencodable) in
      try inner.run(cases.dropFirst(), otherwise: otherwise, subject: subject)
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
