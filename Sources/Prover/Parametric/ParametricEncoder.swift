import Model
import Z3

/// A rule, or a start state, symbolically executed over index types of unknown size.
struct ParametricFiring {
  /// The constants that stand for its parameters.
  let arguments: [SymbolicValue]
  /// When evaluating the guard or running the body breaks a claim.
  let failures: Conditions
  /// That there is such a step, from the parameters' domains to the end of the body.
  let succeeds: Term
  /// The state afterwards.
  let next: [Content]
  /// The parameters' domains and the guard.
  let isEnabled: Term
  let events: Events

  /// That there is such a step and nothing ends it, not even what may happen or not.
  var surelySucceeds: Term { isEnabled && events.surelyNone(in: isEnabled.context) }
}

/// One way in which a claim can be broken.
struct Breach {
  /// Of which claim it is.
  struct Kind: Hashable {
    let claim: ClaimIndex
    /// The claim whose condition cannot be evaluated; nil when a condition is false or a step fails.
    var evaluating: ClaimIndex?

    /// The claims that are not true where this happens: a condition without a value is not.
    var claims: [ClaimIndex] { [claim] + [evaluating].compactMap { $0 == claim ? nil : $0 } }
  }

  let kind: Kind
  let condition: Term
}

/// What the claims say of one state.
struct ParametricJudgement {
  /// What one claim says.
  struct Opinion {
    /// The conditions under which the state breaks claims when this one is evaluated.
    var breaches: [Breach] = []
    /// Of an assumption, that it is true and that it has a value.
    var admission: (isTrue: Term, hasValue: Term)?
    /// The leaves that it looks at.
    var leaves: Set<Int> = []
  }

  let state: [Content]
  /// What each claim says, if it has a condition.
  let opinions: [Opinion?]
  /// That no assumption turns the state away.
  let isAdmitted: Term
  /// The conditions under which the state breaks claims.
  let breaches: [Breach]

  /// What a claim says of a state in which nothing has happened to what it looks at.
  fileprivate func opinion(of claim: ClaimIndex, about other: [Content]) -> Opinion? {
    opinions[claim.position].flatMap { opinion in
      opinion.leaves.allSatisfy { other[$0].isUntouched(since: state[$0]) } ? opinion : nil
    }
  }

  /// When a claim is broken in some way.
  subscript(kind: Breach.Kind) -> Term? { breaches.first { $0.kind == kind }?.condition }
}

/// Turns the parts of a system into terms over states with any number of members.
struct ParametricEncoder {
  let universe: Universe
  /// The leaves of the state, in order.
  let leaves: [Leaf]
  /// The leaves that have a value in every reachable state.
  private(set) var alwaysDefined: Set<Int>

  var system: TransitionSystem { universe.system }
  var context: Context { universe.context }

  init(_ system: TransitionSystem, in context: Context) {
    universe = Universe(system, in: context)
    leaves = system.variables.flatMap { Leaf.all(of: $0.type, named: $0.name) }
    alwaysDefined = Set(leaves.indices)
    for leaf in leaves where universe.sort(of: leaf.type) == .integer {
      let (least, greatest) = (universe.lower(of: leaf.type), universe.upper(of: leaf.type))
      universe.restrict(leaf.name, to: Interval(least.lower, greatest.upper))
    }
  }

  /// Takes leaves out of those that are always defined.
  mutating func forget(_ undefined: Set<Int>) { alwaysDefined.subtract(undefined) }

  /// A state of which nothing is known.
  var anyState: [Content] {
    leaves.enumerated().map { Content($1, .any(isDefined: alwaysDefined.contains($0))) }
  }

  /// That every value of a state of which nothing else is known belongs to its type.
  var isWellTyped: [Term] {
    zip(leaves, anyState).compactMap { leaf, content in
      let indices = leaf.indices.map { universe.generic("index", of: $0) }
      let isInside = zip(leaf.indices, indices).map { universe.members(of: $0).contains($1.term) }
      let entry = content.read(at: indices.map(\.term), in: universe)
      // Not the bounds that reading it takes for granted.
      guard case .number(let number) = entry.value else { return nil }
      let belongs = universe.members(of: leaf.type).contains(number.term)
      return context.forAll(
        indices.map(\.term), context.all(isInside + [entry.isDefined]).implies(belongs))
    }
  }

  /// A rule fired in a state, for some values of its parameters, or for any.
  func fire(_ index: RuleIndex, for arguments: [SymbolicValue]? = nil, in state: [Content])
    throws(Unencodable) -> ParametricFiring
  {
    let rule = system[index]
    return try run(
      rule.body, after: rule.guardCondition, frame: rule.frame, rule.parameters, arguments,
      in: state)
  }

  /// A start state, for some values of its parameters, or for any.
  func start(_ index: StartStateIndex, for arguments: [SymbolicValue]? = nil)
    throws(Unencodable) -> ParametricFiring
  {
    let start = system[index]
    return try run(
      start.body, after: nil, frame: start.frame, start.parameters, arguments,
      in: leaves.map { Content($0, .nothing) })
  }

  private func run(
    _ body: [Statement], after condition: Expression?, frame: [Local], _ bindings: [Binding],
    _ given: [SymbolicValue]?, in state: [Content]
  ) throws(Unencodable) -> ParametricFiring {
    var machine = ParametricMachine(universe, state: state)
    machine.enter(frame)
    let (arguments, isInside) = try machine.bindParameters(bindings, to: given)
    for argument in arguments { universe.free(argument.term) }
    machine.path = isInside
    if let condition {
      machine.path = machine.path && (try machine.evaluate(condition).isTrue)
    }
    try machine.run(body)
    return ParametricFiring(
      arguments: arguments, failures: machine.events.failures(in: context),
      succeeds: machine.path && machine.events.none(in: context),
      next: Array(machine.contents.prefix(state.count)), isEnabled: machine.path,
      events: machine.events)
  }

  /// Evaluates every claim in a state.
  ///
  /// - Parameter known: what the claims say of another state: those that look at nothing that has
  ///   changed since say the same.
  func judge(_ state: [Content], since known: ParametricJudgement? = nil) throws(Unencodable)
    -> ParametricJudgement
  {
    var opinions: [ParametricJudgement.Opinion?] = []
    for index in system.claims.indices.map(ClaimIndex.init) {
      if let old = known?.opinion(of: index, about: state) {
        opinions.append(old)
      } else {
        opinions.append(try opinion(of: index, about: state))
      }
    }
    let admissions = opinions.compactMap { $0?.admission }
    // An assumption cannot excuse that one before it has no value.
    let isAdmitted = admissions.reversed().reduce(context.truth(true)) { others, assumption in
      !assumption.hasValue || (assumption.isTrue && others)
    }
    return ParametricJudgement(
      state: state, opinions: opinions, isAdmitted: isAdmitted,
      breaches: opinions.flatMap { $0?.breaches ?? [] })
  }

  private func opinion(of index: ClaimIndex, about state: [Content]) throws(Unencodable)
    -> ParametricJudgement.Opinion?
  {
    let claim = system[index]
    guard let condition = claim.condition else { return nil }
    var opinion = ParametricJudgement.Opinion()
    func add(_ condition: Term, _ kind: Breach.Kind) {
      if condition.truth == false { return }
      opinion.breaches.append(Breach(kind: kind, condition: condition))
    }
    let (isTrue, isFalse, run) = try evaluate(condition, of: claim, in: state)
    let events = run.events
    if claim.kind == .assumption { opinion.admission = (isTrue, events.none(in: context)) }
    if claim.kind == .invariant || claim.kind == .assertion {
      add(isFalse, Breach.Kind(claim: index))
    }
    let failures = events.failures(in: context)
    for broken in failures.claims {
      guard let condition = failures[broken] else { continue }
      add(condition, Breach.Kind(claim: broken, evaluating: index))
    }
    opinion.leaves = Set(run.looks.lazy.map(\.content).filter(state.indices.contains))
    return opinion
  }

  /// Whether a claim's condition is true for all values of its parameters, and whether it has a
  /// value for some of them, which is false; also the run that finds out.
  func evaluate(_ condition: Expression, of claim: Claim, in state: [Content])
    throws(Unencodable) -> (isTrue: Term, isFalse: Term, ParametricMachine)
  {
    var machine = ParametricMachine(universe, state: state)
    machine.enter(claim.frame)
    let (arguments, isInside) = try machine.bindParameters(claim.parameters, to: nil)
    machine.path = isInside
    let isTrue = try machine.evaluate(condition).isTrue
    let constants = arguments.map(\.term)
    let isTrueForAll = context.forAll(constants, isInside.implies(isTrue))
    var isFalse = !isTrueForAll
    if !machine.events.all.isEmpty {
      let hasValue = machine.events.none(in: context)
      isFalse = context.exists(constants, context.all([isInside, !isTrue, hasValue]))
    }
    machine.events.keepOrder(in: context)
    machine.events.close(over: constants, from: 0)
    machine.events.join(from: 0)
    return (isTrueForAll, isFalse, machine)
  }
}

extension ParametricMachine {
  /// Gives parameters these values, or constants that stand for any values of their domains; also
  /// that the values are in the domains.
  mutating func bindParameters(_ bindings: [Binding], to given: [SymbolicValue]?)
    throws(Unencodable) -> ([SymbolicValue], Term)
  {
    var values: [SymbolicValue] = []
    var isInside = context.truth(true)
    for (position, binding) in bindings.enumerated() {
      let members = try members(of: binding.domain)
      let value = given?[position] ?? universe.generic(binding.name, among: members)
      isInside = isInside && members.contains(value.term)
      frame.slots[binding.local.position] = .bound(value)
      values.append(value)
    }
    return (values, isInside)
  }

  /// The domain of a parameter, which does not depend on the state.
  private mutating func members(of domain: Domain) throws(Unencodable) -> Members {
    switch domain {
    case .type(let type): return universe.members(of: type)
    case .steps(let from, let through, let by):
      if let by { throw Unencodable("a ruleset with a step", by.range) }
      let (first, last) = (try evaluate(from).number, try evaluate(through).number)
      // From the greater to the less it would count down.
      guard first.upper <= last.lower else {
        throw Unencodable("a ruleset whose direction is not known", from.range)
      }
      return universe.members(from: first, through: last)
    }
  }
}
