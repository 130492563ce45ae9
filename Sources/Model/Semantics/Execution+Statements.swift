import SourceText

extension Execution {
  /// How a sequence of statements ends.
  enum Completion {
    case ended
    /// A `return` was reached; with the cells of the result.
    case returned([Int64?])
  }

  mutating func run(_ statements: [Statement]) throws(Interruption) -> Completion {
    for statement in statements {
      if case .returned(let values) = try run(statement) { return .returned(values) }
    }
    return .ended
  }

  private mutating func run(_ statement: Statement) throws(Interruption) -> Completion {
    switch statement.kind {
    case .branch(let branches, let otherwise):
      return try run(branches, otherwise: otherwise)
    case .select(let subject, let cases, let otherwise):
      return try run(cases, otherwise: otherwise, subject: try evaluate(subject))
    case .repeatFor(let binding, let body):
      for value in try values(of: binding.domain, at: statement.range) {
        set(binding.local, to: value)
        if case .returned(let values) = try run(body) { return .returned(values) }
      }
    case .repeatWhile(let condition, let body):
      return try run(body, while: condition, at: statement.range)
    case .returnNothing: return .returned([])
    case .returnValue(let argument): return .returned(try result(of: argument))
    default: try perform(statement)
    }
    return .ended
  }

  private mutating func run(_ branches: [Statement.Branch], otherwise: [Statement])
    throws(Interruption) -> Completion
  {
    for branch in branches where try evaluate(branch.condition) != 0 {
      return try run(branch.body)
    }
    return try run(otherwise)
  }

  private mutating func run(
    _ cases: [Statement.Case], otherwise: [Statement], subject: Int64
  ) throws(Interruption) -> Completion {
    for option in cases {
      for label in option.labels where try evaluate(label) == subject {
        return try run(option.body)
      }
    }
    return try run(otherwise)
  }

  private mutating func run(
    _ body: [Statement], while condition: Expression, at range: SourceRange
  ) throws(Interruption) -> Completion {
    var rounds = 0
    while try evaluate(condition) != 0 {
      rounds += 1
      if rounds > Evaluator.iterationLimit { throw failure(.doesNotEnd, at: range) }
      if case .returned(let values) = try run(body) { return .returned(values) }
    }
    return .ended
  }

  /// Statements that always go on to the next one.
  private mutating func perform(_ statement: Statement) throws(Interruption) {
    switch statement.kind {
    case .assign(let place, let expression):
      let target = try locate(place)
      try write([try evaluate(expression)], to: target, at: statement.range)
    case .copy(let target, let source):
      let target = try locate(target)
      try write(try cells(of: source), to: target, at: statement.range)
    case .clear(let place):
      let values = StateLayout.scalars(of: place.type).map { Optional($0.lower) }
      try write(values, to: try locate(place), at: statement.range)
    case .undefine(let place):
      let count = StateLayout.cellCount(of: place.type)
      try write(Array(repeating: nil, count: count), to: try locate(place), at: statement.range)
    case .bind(let local, let place):
      frames[frames.count - 1].references[local] = try locate(place)
    case .call(let function, let arguments): _ = try call(function, arguments)
    case .claim(let claim, let condition): try decide(claim, condition, at: statement.range)
    case .error(let claim):
      throw .failed(Failure(claim: claim, kind: .errorStatement, range: statement.range))
    case .put(let items): try look(at: items)
    case .branch, .select, .repeatFor, .repeatWhile, .returnNothing, .returnValue:
      preconditionFailure("control flow is not performed")
    }
  }

  private mutating func decide(_ claim: ClaimIndex, _ condition: Expression, at range: SourceRange)
    throws(Interruption)
  {
    let isTrue = try evaluate(condition) != 0
    switch system[claim].kind {
    case .assertion where !isTrue:
      throw .failed(Failure(claim: claim, kind: .assertion, range: range))
    case .assumption where !isTrue: throw .pruned(claim)
    case .cover where isTrue: covers.append(claim)
    default: break
    }
  }

  /// Printing itself is left to who runs a behaviour; what would fail in it fails here.
  private mutating func look(at items: [Statement.PutItem]) throws(Interruption) {
    for item in items {
      switch item {
      case .text: break
      case .value(let expression): _ = try evaluate(expression)
      case .place(let place): _ = try locate(place)
      }
    }
  }
}
