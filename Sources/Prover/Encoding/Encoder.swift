import Model
import Z3

/// A rule, or a start state, symbolically executed in one state.
struct Firing {
  /// The values of its parameters, in order.
  let arguments: [Value]
  /// When evaluating the guard breaks a claim.
  let guardFailures: Conditions
  /// When the body breaks a claim.
  let bodyFailures: Conditions
  /// That there is such a step, from the parameters' domains to the end of the body.
  let succeeds: Term
  /// The state afterwards.
  let next: [Cell]
}

/// Turns the parts of a system into terms over given states.
struct Encoder {
  /// For how many choices of arguments a rule is taken apart.
  static let choiceLimit = 64

  let system: TransitionSystem
  let context: Context
  private let names: [String]

  init(_ system: TransitionSystem, in context: Context) {
    self.system = system
    self.context = context
    names = CellNames.all(of: system)
  }

  /// The state before any start state has run.
  var undefinedState: [Cell] {
    system.layout.cells.map { .undefined($0.type, in: context) }
  }

  /// A state of which nothing is known; constants are named after the moment.
  func anyState(at moment: Int) -> [Cell] {
    zip(system.layout.cells, names).map { cell, name in
      let raw = context.constant("\(name)@\(moment)", .bitVector(cell.width))
      return Cell(raw: raw, of: cell.type)
    }
  }

  /// A rule fired in a state, for any values of its parameters.
  func fire(_ index: RuleIndex, in state: [Cell], at moment: Int) throws(Unencodable) -> Firing {
    let parameters = try any(system[index].parameters, named: "rule \(index.position)@\(moment)")
    do { return try fire(index, parameters, in: state) } catch {
      guard let choices = choices(for: system[index].parameters) else { throw error }
      return try fire(index, parameters, oneOf: choices, in: state)
    }
  }

  /// A rule fired for each choice of arguments by itself: more than is said for all of them together
  /// can be known of one, such as that a loop ends.
  private func fire(
    _ index: RuleIndex, _ parameters: Parameters, oneOf choices: [[Int64]], in state: [Cell]
  ) throws(Unencodable) -> Firing {
    var guardFailures = Conditions(in: context)
    var bodyFailures = Conditions(in: context)
    var successes: [Term] = []
    var next = state
    for arguments in choices {
      let known = known(arguments, for: system[index].parameters)
      let firing = try fire(index, known, in: state)
      let isChosen = context.all(zip(parameters.values, known.values).map { $0.isEqual(to: $1) })
      guardFailures.add(firing.guardFailures, where: isChosen)
      bodyFailures.add(firing.bodyFailures, where: isChosen)
      successes.append(isChosen && firing.succeeds)
      next = zip(firing.next, next).map { .choose(isChosen, $0, $1) }
    }
    return Firing(
      arguments: parameters.values, guardFailures: guardFailures, bodyFailures: bodyFailures,
      succeeds: context.any(successes), next: next)
  }

  /// All choices of arguments, where there are several and not too many.
  private func choices(for parameters: [Binding]) -> [[Int64]]? {
    let evaluator = Evaluator(system)
    guard !parameters.isEmpty,
      evaluator.choiceCount(of: parameters, limit: Self.choiceLimit) != nil
    else { return nil }
    return evaluator.arguments(of: parameters)
  }

  /// A rule fired in a state for known values of its parameters.
  func fire(_ index: RuleIndex, arguments: [Int64], in state: [Cell])
    throws(Unencodable) -> Firing
  {
    try fire(index, known(arguments, for: system[index].parameters), in: state)
  }

  /// A start state, for any values of its parameters.
  func start(_ index: StartStateIndex) throws(Unencodable) -> Firing {
    let start = system[index]
    let parameters = try any(start.parameters, named: "start \(index.position)")
    return try run(
      start.body, after: nil, frame: start.frame, start.parameters, parameters, in: undefinedState)
  }

  private func fire(_ index: RuleIndex, _ parameters: Parameters, in state: [Cell])
    throws(Unencodable) -> Firing
  {
    let rule = system[index]
    return try run(
      rule.body, after: rule.guardCondition, frame: rule.frame, rule.parameters, parameters,
      in: state)
  }

  private func run(
    _ body: [Statement], after condition: Expression?, frame: [Local], _ bindings: [Binding],
    _ parameters: Parameters, in state: [Cell]
  ) throws(Unencodable) -> Firing {
    var machine = Machine(system, in: context, state: state)
    machine.enter(frame)
    machine.bind(bindings, to: parameters.values)
    machine.path = parameters.constraint
    if let condition {
      machine.path = machine.path && (try machine.evaluate(condition).isTrue)
    }
    let guardEvents = machine.events.all.count
    try machine.run(body)
    let events = machine.events
    return Firing(
      arguments: parameters.values,
      guardFailures: events.failures(in: 0..<guardEvents, context),
      bodyFailures: events.failures(in: guardEvents..<events.all.count, context),
      succeeds: machine.path && events.none(in: context),
      next: Array(machine.cells.prefix(state.count)))
  }
}
