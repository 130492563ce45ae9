import Model

/// Some reachable states: what a fast search finds, or else what running the system for a while does,
/// breadth first for half of them, then on from any that have been met, chosen by a fixed seed, which
/// goes deeper.
///
/// A lemma must not exclude any of them, which takes no solver to see, and a state from which a
/// claim can be broken is a violation when it is one of them (reachable states serve Ivrii and
/// Gurfinkel, "Pushing to the top", FMCAD 2015, in the same way). Nothing is proved by their
/// absence.
final class Sample {
  private let evaluator: Evaluator
  private let rules: [(rule: RuleIndex, arguments: [[Int64]])]
  /// The states that were found by others, which come first.
  private let visited: (any ReachableStates)?
  /// The states that were found here, and how each was reached.
  private var own: [State] = []
  private var origins: [Origin] = []
  private var numbers: [State: Int] = [:]
  private(set) var table: StateTable
  /// What was broken on the way here, with the shortest behaviour that was found.
  private(set) var violations: [ClaimIndex: Behaviour] = [:]
  /// What was broken among the states that come first.
  var traces: [ClaimIndex: Trace] { visited?.violations ?? [:] }
  /// Those of them that no behaviour breaks in fewer steps.
  var shortest: Set<ClaimIndex> { visited?.shortest ?? [] }
  /// The claims whose conditions have no value in some state.
  private(set) var undecided: Set<ClaimIndex> = []
  /// Whether the initial states are all among them.
  private(set) var hasInitialStates = false
  /// Whether a rule has led to a state.
  private(set) var hasTransition = false
  /// The states that were met, in the order in which they are gone on from, and how many were.
  private var pending: [Int] = []
  private var head = 0
  private var seed: UInt64 = 1
  private var work = 0
  private let effort: Int
  private let interruption: () -> Limit?
  private let claims: [(claim: ClaimIndex, arguments: [[Int64]])]

  private enum Origin {
    case first(Behaviour.First)
    case step(from: Int, RuleIndex, [Int64])
  }

  /// - Parameters:
  ///   - visited: states that are known already.
  ///   - limit: how many states to visit beyond these.
  ///   - effort: how many guards and bodies to run.
  init(
    of system: TransitionSystem, visited: (any ReachableStates)?, limit: Int, effort: Int,
    interruption: @escaping () -> Limit?
  ) {
    let evaluator = Evaluator(system)
    self.evaluator = evaluator
    self.visited = visited
    self.effort = effort
    self.interruption = interruption
    table = StateTable(cells: system.layout.cells.count)
    let bindings = system.rules.map(\.parameters) + system.startStates.map(\.parameters)
    guard bindings.allSatisfy({ evaluator.choiceCount(of: $0, limit: effort) != nil }) else {
      (rules, claims) = ([], [])
      return
    }
    rules = system.rules.indices.map(RuleIndex.init).map {
      ($0, evaluator.arguments(of: system[$0].parameters))
    }
    claims = system.claims.indices.map(ClaimIndex.init).filter {
      system[$0].condition != nil && Support.isDecidable(system[$0].kind)
    }.map { ($0, evaluator.arguments(of: system[$0].parameters)) }
    if let visited { take(from: visited) } else { begin(limit: limit) }
    explore(upTo: count + limit)
  }

  /// How many states there are.
  var count: Int { table.count }

  /// The state of a number.
  func state(_ number: Int) -> State {
    guard let visited else { return own[number] }
    return number < visited.count ? visited[number] : own[number - visited.count]
  }

  private func take(from visited: any ReachableStates) {
    for number in 0..<visited.count { table.append(visited[number]) }
    (undecided, hasTransition) = (visited.undecided, visited.hasTransition)
    hasInitialStates = true
    pending = visited.unexpanded
  }

  /// Visits what follows from states that have not been gone on from.
  private func explore(upTo limit: Int) {
    while let next = choose(among: limit) {
      if count >= limit || work >= effort || head % 64 == 1 && interruption() != nil {
        pending.append(next)
        break
      }
      expand(next)
    }
  }

  /// Adds the state that a firing leads to from one of the sample, and some that are reached from
  /// there.
  func grow(from number: Int, by firing: Behaviour.Firing, upTo count: Int) {
    let first = self.count
    fire(firing.rule, firing.arguments, from: number)
    guard self.count > first else { return }
    pending.append(first)
    pending.swapAt(head, pending.count - 1)
    var rest = [first][...]
    while let next = rest.popFirst(), self.count < first + count {
      let known = self.count
      expand(next)
      rest += known..<self.count
    }
  }

  /// One of the states in a cube.
  func first(in cube: Cube) -> Int? { table.first(in: cube) }

  /// How a state is reached.
  func behaviour(to number: Int) -> Behaviour {
    var firings: [Behaviour.Firing] = []
    var number = number
    while true {
      if let visited, number < visited.count {
        var behaviour = Behaviour(visited.trace(to: number))
        behaviour.firings += firings.reversed()
        return behaviour
      }
      switch origins[number - (visited?.count ?? 0)] {
      case .first(let first): return Behaviour(first: first, firings: firings.reversed())
      case .step(let from, let rule, let arguments):
        firings.append((rule, arguments))
        number = from
      }
    }
  }

  /// The state to go on from; nil when none is left.
  private func choose(among limit: Int) -> Int? {
    guard head < pending.count else { return nil }
    if count > limit / 2 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      pending.swapAt(head, head + Int(seed >> 33) % (pending.count - head))
    }
    head += 1
    return pending[head - 1]
  }

  private func begin(limit: Int) {
    let system = evaluator.system
    for index in system.startStates.indices.map(StartStateIndex.init) {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        if count >= limit { return }
        work += 1
        let first = Behaviour.First.start(index, arguments: arguments)
        meet(evaluator.start(index, arguments: arguments), .first(first)) {
          Behaviour(first: first, firings: [])
        }
      }
    }
    hasInitialStates = true
  }

  private func expand(_ number: Int) {
    var leaves = false
    for (rule, choices) in rules {
      for arguments in choices {
        if fire(rule, arguments, from: number) { leaves = true }
      }
    }
    if !leaves, let claim = evaluator.system.claims(of: .deadlock).first {
      violate(claim) { self.behaviour(to: number) }
    }
  }

  /// Fires a rule if it is enabled; gives whether that leads on, as a deadlock is understood.
  @discardableResult
  private func fire(_ rule: RuleIndex, _ arguments: [Int64], from number: Int) -> Bool {
    work += 1
    let state = state(number)
    let behaviour = {
      var behaviour = self.behaviour(to: number)
      behaviour.firings.append((rule, arguments))
      return behaviour
    }
    do throws(Failure) {
      guard try evaluator.isEnabled(rule, arguments: arguments, in: state) else { return false }
    } catch {
      violate(error.claim, behaviour)
      return false
    }
    let result = evaluator.fire(rule, arguments: arguments, in: state)
    meet(result, .step(from: number, rule, arguments), behaviour)
    guard case .reached(let next, _) = result else { return false }
    return evaluator.system.deadlockMode != .stuttering || next != state
  }

  private func meet(
    _ result: Evaluator.StepResult, _ origin: Origin, _ behaviour: () -> Behaviour
  ) {
    switch result {
    case .pruned: break
    case .failed(let failure): violate(failure.claim, behaviour)
    case .reached(let state, _):
      guard admits(state, behaviour) else { return }
      if case .step = origin { hasTransition = true }
      guard numbers[state] == nil, visited?.number(of: state) == nil else { return }
      numbers[state] = count
      pending.append(count)
      table.append(state)
      own.append(state)
      origins.append(origin)
      judge(state, behaviour)
    }
  }

  private func admits(_ state: State, _ behaviour: () -> Behaviour) -> Bool {
    do throws(Failure) { return try evaluator.admits(state) } catch {
      violate(error.claim, behaviour)
      return false
    }
  }

  private func judge(_ state: State, _ behaviour: () -> Behaviour) {
    for (claim, choices) in claims {
      for arguments in choices {
        work += 1
        do throws(Failure) {
          if try !evaluator.holds(claim, arguments: arguments, in: state) {
            violate(claim, behaviour)
          }
        } catch {
          violate(error.claim, behaviour)
          undecided.insert(claim)
        }
      }
    }
  }

  private func violate(_ claim: ClaimIndex, _ behaviour: () -> Behaviour) {
    if violations[claim] == nil { violations[claim] = behaviour() }
  }
}
