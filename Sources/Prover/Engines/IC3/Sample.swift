import Model

/// Some reachable states, found by running the system for a while: breadth first for half of them,
/// then on from any that have been met, chosen by a fixed seed, which goes deeper.
///
/// A lemma must not exclude any of them, which takes no solver to see, and a state from which a
/// claim can be broken is a violation when it is one of them (reachable states serve Ivrii and
/// Gurfinkel, "Pushing to the top", FMCAD 2015, in the same way). Nothing is proved by their
/// absence.
final class Sample {
  private let evaluator: Evaluator
  private let rules: [(rule: RuleIndex, arguments: [[Int64]])]
  private(set) var states: [State] = []
  /// How each state was reached.
  private var origins: [Origin] = []
  private var numbers: [State: Int] = [:]
  /// What was broken on the way, with the shortest behaviour that was found.
  private(set) var violations: [ClaimIndex: Behaviour] = [:]
  /// The claims whose conditions have no value in some state.
  private(set) var undecided: Set<ClaimIndex> = []
  /// Whether the initial states are all among them.
  private(set) var hasInitialStates = false
  /// Whether a rule has fired.
  private(set) var hasTransition = false
  /// The states that were met, in the order in which they are gone on from, and how many were.
  private var pending: [Int] = []
  private var head = 0
  private var seed: UInt64 = 1
  private var work = 0
  private let effort: Int
  private let interruption: () -> Limit?
  private let claims: [(claim: ClaimIndex, arguments: [[Int64]])]
  /// For each cell and content the states that have it, a bit for each.
  private var rows: [[Int64?: [UInt64]]] = []

  private enum Origin {
    case first(Behaviour.First)
    case step(from: Int, RuleIndex, [Int64])
  }

  /// - Parameters:
  ///   - limit: how many states to visit.
  ///   - effort: how many guards and bodies to run.
  init(of system: TransitionSystem, limit: Int, effort: Int, interruption: @escaping () -> Limit?) {
    let evaluator = Evaluator(system)
    self.evaluator = evaluator
    self.effort = effort
    self.interruption = interruption
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
        && system[$0].kind != .assumption
    }.map { ($0, evaluator.arguments(of: system[$0].parameters)) }
    begin(limit: limit)
    explore(upTo: limit)
  }

  /// Visits what follows from states that have not been gone on from.
  private func explore(upTo limit: Int) {
    while let next = choose(among: limit) {
      if states.count >= limit || work >= effort || head % 64 == 1 && interruption() != nil {
        pending.append(next)
        break
      }
      expand(next)
    }
  }

  /// Adds the state that a firing leads to from one of the sample, and some that are reached from
  /// there.
  func grow(from number: Int, by firing: Behaviour.Firing, upTo count: Int) {
    let first = states.count
    fire(firing.rule, firing.arguments, from: number)
    guard states.count > first else { return }
    pending.append(first)
    pending.swapAt(head, pending.count - 1)
    var rest = [first][...]
    while let next = rest.popFirst(), states.count < first + count {
      let known = states.count
      expand(next)
      rest += known..<states.count
    }
  }

  /// One of the states in a cube.
  func first(in cube: Cube) -> Int? {
    guard !states.isEmpty else { return nil }
    var common = [UInt64](repeating: .max, count: states.count / 64 + 1)
    for literal in cube.literals {
      var any = [UInt64](repeating: 0, count: common.count)
      for (content, row) in rows[literal.cell] where literal.admits(content) {
        for word in row.indices { any[word] |= row[word] }
      }
      var isEmpty = true
      for word in common.indices {
        common[word] &= any[word]
        if common[word] != 0 { isEmpty = false }
      }
      if isEmpty { return nil }
    }
    let word = common.firstIndex { $0 != 0 }!
    let number = word * 64 + common[word].trailingZeroBitCount
    return number < states.count ? number : nil
  }

  /// How a state is reached.
  func behaviour(to number: Int) -> Behaviour {
    var firings: [Behaviour.Firing] = []
    var number = number
    while true {
      switch origins[number] {
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
    if states.count > limit / 2 {
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
        if states.count >= limit { return }
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
    let state = states[number]
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
      guard numbers[state] == nil else { return }
      numbers[state] = states.count
      pending.append(states.count)
      index(state)
      states.append(state)
      origins.append(origin)
      judge(state, behaviour)
    }
  }

  private func index(_ state: State) {
    if rows.isEmpty { rows = state.cells.map { _ in [:] } }
    let (word, bit) = (states.count / 64, UInt64(1) << UInt64(states.count % 64))
    for (cell, content) in state.cells.enumerated() {
      var row = rows[cell].removeValue(forKey: content) ?? []
      while row.count <= word { row.append(0) }
      row[word] |= bit
      rows[cell][content] = row
    }
  }

  private func admits(_ state: State, _ behaviour: () -> Behaviour) -> Bool {
    for claim in evaluator.system.claims(of: .assumption) {
      for arguments in evaluator.arguments(of: evaluator.system[claim].parameters) {
        do throws(Failure) {
          if try !evaluator.holds(claim, arguments: arguments, in: state) { return false }
        } catch {
          violate(error.claim, behaviour)
          return false
        }
      }
    }
    return true
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
