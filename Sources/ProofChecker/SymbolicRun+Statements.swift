import Model
import SourceText
import Z3

extension SymbolicRun {
  mutating func run(_ statements: [Statement]) throws(Unsupported) {
    for statement in statements where !isIdle { try run(statement) }
  }

  private mutating func run(_ statement: Statement) throws(Unsupported) {
    switch statement.kind {
    case .assign(let place, let expression):
      let target = try locate(place)
      let value = try evaluate(expression)
      write([.cell(defined(value))], to: target)
    case .copy(let target, let source):
      let target = try locate(target)
      let values = try slots(of: source)
      write(values, to: target)
    case .clear(let place):
      let values = encoding.leaves(of: place.type).map {
        Slot.same(defined(encoding.bounds(of: $0.type).lower), arity: $0.indices.count)
      }
      write(values, to: try locate(place))
    case .undefine(let place):
      write(undefined(place.type), to: try locate(place))
    case .bind(let local, let place):
      let spot = try locate(place)
      frame.references[local] = spot
    case .branch(let branches, let otherwise): try run(branches[...], otherwise: otherwise)
    case .select(let subject, let cases, let otherwise):
      try run(cases[...], otherwise: otherwise, subject: try evaluate(subject))
    case .repeatFor(let binding, let body):
      try run(body, for: binding, at: statement.range)
    case .repeatWhile(let condition, let body):
      try run(body, while: condition, round: 0, at: statement.range)
    case .returnNothing: finish(with: [])
    case .returnValue(let argument): finish(with: try result(of: argument))
    case .call(let function, let arguments): _ = try call(function, arguments)
    case .claim(let claim, let condition): try decide(claim, condition)
    case .error(let claim): end(claim, when: context.truth(true))
    case .put(let items): try look(at: items)
    }
  }

  private mutating func run(_ branches: ArraySlice<Statement.Branch>, otherwise: [Statement])
    throws(Unsupported)
  {
    guard let branch = branches.first else { return try run(otherwise) }
    let isTrue = try evaluate(branch.condition).isTrue(in: encoding)
    try when(isTrue) { run throws(Unsupported) in try run.run(branch.body) }
    try when(!isTrue) { run throws(Unsupported) in
      try run.run(branches.dropFirst(), otherwise: otherwise)
    }
  }

  private mutating func run(
    _ cases: ArraySlice<Statement.Case>, otherwise: [Statement], subject: Word
  ) throws(Unsupported) {
    guard let option = cases.first else { return try run(otherwise) }
    let isOne = try matches(option.labels[...], subject)
    try when(isOne) { run throws(Unsupported) in try run.run(option.body) }
    try when(!isOne) { run throws(Unsupported) in
      try run.run(cases.dropFirst(), otherwise: otherwise, subject: subject)
    }
  }

  /// Evaluates labels up to the first that is equal to the subject.
  private mutating func matches(_ labels: ArraySlice<Expression>, _ subject: Word)
    throws(Unsupported) -> Term
  {
    guard let label = labels.first else { return context.truth(false) }
    let isOne = try evaluate(label).equals(subject, in: encoding)
    var isLater = context.truth(false)
    try when(!isOne) { run throws(Unsupported) in
      isLater = try run.matches(labels.dropFirst(), subject)
    }
    return isOne || isLater
  }

  private mutating func run(
    _ body: [Statement], while condition: Expression, round: Int, at range: SourceRange
  ) throws(Unsupported) {
    let goesOn = try evaluate(condition).isTrue(in: encoding)
    guard isPossible(goesOn) else { return }
    if round == Self.roundLimit { throw Unsupported("a loop of too many rounds", range) }
    try when(goesOn) { run throws(Unsupported) in
      try run.run(body)
      if !run.isIdle { try run.run(body, while: condition, round: round + 1, at: range) }
    }
  }

  private mutating func decide(_ claim: ClaimIndex, _ condition: Expression) throws(Unsupported) {
    let isFalse = !(try evaluate(condition).isTrue(in: encoding))
    switch system[claim].kind {
    case .assertion: end(claim, when: isFalse)
    case .assumption: end(nil, when: isFalse)
    default: break
    }
  }

  private mutating func look(at items: [Statement.PutItem]) throws(Unsupported) {
    for item in items {
      switch item {
      case .text: break
      case .value(let expression): _ = try evaluate(expression)
      case .place(let place): _ = try locate(place)
      }
    }
  }

  // MARK: Calls

  private enum Passed {
    case values([Slot])
    case spot(Spot)
  }

  /// Runs a function and gives the slots of its result; a procedure has none.
  mutating func call(_ index: FunctionIndex, _ arguments: [Argument]) throws(Unsupported) -> [Slot]
  {
    let function = system[index]
    let nothing = function.result.map(undefined) ?? []
    if isIdle { return nothing }
    var passed: [Passed] = []
    for argument in arguments { passed.append(try pass(argument)) }
    if calls.contains(index), !isPossible(context.truth(true)) { return nothing }
    if frames.count > Evaluator.callDepthLimit {
      throw Unsupported("calls that nest too deep", function.range)
    }
    let outer = scope
    scope = active
    calls.append(index)
    enter(function.frame)
    for (position, value) in passed.enumerated() { receive(value, at: LocalIndex(position)) }
    try run(function.body)
    let frame = leave()
    calls.removeLast()
    scope = outer
    guard function.result != nil else { return [] }
    fail(when: !frame.returned)
    return frame.result ?? nothing
  }

  private mutating func pass(_ argument: Argument) throws(Unsupported) -> Passed {
    if case .reference(let place) = argument { return .spot(try locate(place)) }
    return .values(try result(of: argument))
  }

  private mutating func receive(_ passed: Passed, at local: LocalIndex) {
    switch passed {
    case .spot(let spot): frame.references[local] = spot
    case .values(let values):
      let type = frame.locals[local.position].type
      let offset = frame.firstSlot[local.position]
      write(values, to: Spot(choices: [(context.truth(true), offset)], type: type))
    }
  }

  /// The slots that an argument stands for.
  private mutating func result(of argument: Argument) throws(Unsupported) -> [Slot] {
    switch argument {
    case .value(let expression):
      [.cell(defined(try evaluate(expression)))]
    case .copy(let place), .reference(let place): try slots(of: place)
    }
  }

  private mutating func finish(with slots: [Slot]) {
    let now = active
    frame.result =
      frame.result.map { earlier in
        zip(slots, earlier).map { .choose(now, $0, $1, in: encoding) }
      } ?? slots
    frame.returned = frame.returned || now
  }
}
