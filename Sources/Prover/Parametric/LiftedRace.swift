import Model
import Z3

/// A race of one instance, run for every size at once.
///
/// The members that the race names become constants of which nothing is known but that they differ,
/// and numbers stay what they are. What is shown of such a run is true of any members of any
/// instance that has as many, so the race exists there too. Nothing is assumed of a state: each step
/// follows from the start state by what the steps before it did.
struct LiftedRace {
  /// What is to be shown, one after the other; each may take those before it for granted.
  struct Step {
    let name: String
    /// That the step is possible and does not fail; of the last one, that it breaks the claim.
    let statement: Term
  }

  /// How many values of a type there must be.
  struct Need {
    let type: ScalarType
    let count: Int128
  }

  let steps: [Step]
  private let universe: Universe
  private let members: RaceMembers

  private var context: Context { universe.context }

  init(
    _ race: Certificate.Race, breaking claim: ClaimIndex, of system: TransitionSystem,
    in context: Context
  ) throws(Unencodable) {
    let encoder = ParametricEncoder(system, in: context)
    universe = encoder.universe
    var run = RaceRun(encoder)
    for (number, step) in race.steps.enumerated() {
      let breaks = race.claimArguments == nil && number == race.steps.count - 1
      try run.take(step, isStart: number == 0, breaking: breaks ? claim : nil)
    }
    if let arguments = race.claimArguments { try run.end(breaking: claim, for: arguments) }
    steps = run.steps
    members = run.members
    universe.sums.relate(in: universe)
  }

  /// What the types must have for the race to make sense.
  var needs: [Need] { members.needs }

  /// The assertions that cannot hold together when a step is possible at all sizes from some on.
  func obligation(_ number: Int, from sizes: [String: Int64]) -> [Term] {
    let statements =
      members(from: sizes) + steps[..<number].map(\.statement) + [!steps[number].statement]
    return universe.sums.facts(neededBy: statements, .all) + statements
  }

  /// That the constants have such sizes and the members of the race differ.
  func members(from sizes: [String: Int64]) -> [Term] {
    let greater = sizes.sorted { $0.key < $1.key }.map { name, size in
      context.integer(size).atMost(context.constant(name, .integer))
    }
    return [universe.sizesAreAdmitted] + greater + [members.differ(in: context)]
  }

  /// The same of exactly these sizes, so that there is no doubt about products of them.
  func members(of sizes: [String: Int64]) -> [Term] {
    members(from: sizes) + [universe.sizes(are: sizes)]
  }

  /// The assertions that cannot hold together when there are as many members as the race names.
  func shortage(from sizes: [String: Int64]) -> [Term] {
    let missing = needs.map { need in
      universe.count(of: need.type).isLess(
        than: SymbolicInteger(need.count, in: context))
    }
    return members(from: sizes) + [context.any(missing)]
  }
}

/// The members of types of unknown size that a race names, as constants.
struct RaceMembers {
  private var terms: [Sort: [(value: Int64, term: Term)]] = [:]
  private var sorts: [Sort] = []
  private(set) var needs: [LiftedRace.Need] = []

  /// The value of a parameter, as the race has it.
  mutating func value(_ value: Int64, of type: ScalarType, in universe: Universe) -> SymbolicValue {
    let context = universe.context
    let sort = universe.sort(of: type)
    guard case .uninterpreted = sort else {
      if type.kind == .boolean { return .truth(context.truth(value != 0)) }
      if type.symbolicBounds != nil { need(Int128(value) - Int128(type.lower) + 1, of: type) }
      return .number(SymbolicInteger(Int128(value), in: context))
    }
    if let known = terms[sort, default: []].first(where: { $0.value == value }) {
      return .member(known.term)
    }
    if terms[sort] == nil { sorts.append(sort) }
    // No name of Murphi has an apostrophe.
    let term = context.constant("\(type.text(of: value))'", sort)
    terms[sort, default: []].append((value, term))
    need(Int128(terms[sort, default: []].count), of: type)
    return .member(term)
  }

  private mutating func need(_ count: Int128, of type: ScalarType) {
    needs.removeAll { $0.type == type && $0.count < count }
    if !needs.contains(where: { $0.type == type }) { needs.append(.init(type: type, count: count)) }
  }

  /// That members of one type differ.
  func differ(in context: Context) -> Term {
    context.all(sorts.map { context.distinct(terms[$0, default: []].map(\.term)) })
  }
}

/// The run of a race, as far as it has come.
private struct RaceRun {
  private let encoder: ParametricEncoder
  private var state: [Content] = []
  private(set) var members = RaceMembers()
  private(set) var steps: [LiftedRace.Step] = []

  private var system: TransitionSystem { encoder.system }
  private var context: Context { encoder.context }

  init(_ encoder: ParametricEncoder) { self.encoder = encoder }

  /// Takes a step, which fails by breaking a claim or else leads to a state that no assumption
  /// turns away.
  mutating func take(
    _ step: Certificate.Race.Step, isStart: Bool, breaking claim: ClaimIndex?
  ) throws(Unencodable) {
    let firing: ParametricFiring
    let name: String
    if isStart {
      let index = StartStateIndex(step.position)
      name = "start state \"\(system[index].name)\""
      let arguments = values(step.arguments, of: system[index].parameters)
      firing = try encoder.start(index, for: arguments)
    } else {
      let index = RuleIndex(step.position)
      name = "rule \"\(system[index].name)\""
      let arguments = values(step.arguments, of: system[index].parameters)
      firing = try encoder.fire(index, for: arguments, in: state)
    }
    state = firing.next
    let statement: Term
    if let claim {
      statement = firing.isEnabled && firing.events.surelyBreak(claim, in: context)
    } else {
      statement = firing.surelySucceeds && (try isAdmitted())
    }
    steps.append(.init(name: "step \(steps.count): \(name)", statement: statement))
  }

  /// Ends with a claim that is false for some values of its parameters.
  mutating func end(breaking claim: ClaimIndex, for arguments: [Int64]) throws(Unencodable) {
    let claim = system[claim]
    guard let condition = claim.condition else { preconditionFailure("it has a condition") }
    let values = values(arguments, of: claim.parameters)
    var machine = ParametricMachine(encoder.universe, state: state)
    machine.enter(claim.frame)
    let (_, isInside) = try machine.bindParameters(claim.parameters, to: values)
    machine.path = isInside
    let isTrue = try machine.evaluate(condition).isTrue
    let isBroken = context.all([isInside, machine.events.surelyNone(in: context), !isTrue])
    steps.append(.init(name: "the end: \(claim.name)", statement: isBroken))
  }

  private mutating func values(_ values: [Int64], of parameters: [Binding]) -> [SymbolicValue] {
    zip(values, parameters).map { value, parameter in
      switch parameter.domain {
      case .type(let type): members.value(value, of: type, in: encoder.universe)
      case .steps: .number(SymbolicInteger(Int128(value), in: context))
      }
    }
  }

  private func isAdmitted() throws(Unencodable) -> Term {
    var conditions: [Term] = []
    for index in system.claims(of: .assumption) {
      guard let condition = system[index].condition else { continue }
      let (isTrue, _, run) = try encoder.evaluate(condition, of: system[index], in: state)
      conditions += [isTrue, run.events.surelyNone(in: context)]
    }
    return context.all(conditions)
  }
}
