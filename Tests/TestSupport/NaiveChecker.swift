package import Model

/// Breadth-first search over the evaluator with a set of whole states: slow, and too simple to be
/// wrong.
package struct NaiveChecker {
  /// What the search found.
  package struct Findings: Equatable {
    package var states = 0
    package var transitions = 0
    package var depth = 0
    /// The least number of rule firings that shows each violated claim.
    package var violations: [ClaimIndex: Int] = [:]
    /// The covers that were met.
    package var met: Set<ClaimIndex> = []
  }

  private let evaluator: Evaluator
  private let system: TransitionSystem
  private var findings = Findings()
  private var order: [State] = []
  private var levels: [State: Int] = [:]
  private var predecessors: [State: [State]] = [:]
  private var goals: [Goal: [State]] = [:]

  /// A liveness claim for some values of its parameters.
  private struct Goal: Hashable {
    var claim: ClaimIndex
    var arguments: [Int64]
  }

  /// What a system does and violates; nil when it has more than `limit` states.
  package static func findings(of system: TransitionSystem, limit: Int = .max) -> Findings? {
    var checker = NaiveChecker(system)
    return checker.search(limit: limit) ? checker.findings : nil
  }

  /// All reachable states; nil when there are more than `limit`.
  package static func states(of system: TransitionSystem, limit: Int) -> [State]? {
    var checker = NaiveChecker(system)
    return checker.search(limit: limit) ? checker.order : nil
  }

  private init(_ system: TransitionSystem) {
    self.system = system
    self.evaluator = Evaluator(system)
  }

  private mutating func search(limit: Int) -> Bool {
    for index in system.startStates.indices.map(StartStateIndex.init) {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        meet(evaluator.start(index, arguments: arguments), from: nil, level: 0)
      }
    }
    var next = 0
    while next < order.count {
      if order.count > limit { return false }
      expand(order[next])
      next += 1
    }
    findings.states = order.count
    findings.depth = levels.values.max() ?? 0
    decideLiveness()
    return true
  }

  private mutating func expand(_ state: State) {
    let level = levels[state]!
    var leavesState = false
    for index in system.rules.indices.map(RuleIndex.init) {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        do throws(Failure) {
          guard try evaluator.isEnabled(index, arguments: arguments, in: state) else { continue }
        } catch {
          violate(error.claim, at: level)
          continue
        }
        let result = evaluator.fire(index, arguments: arguments, in: state)
        guard case .reached(let successor, _) = result else {
          meet(result, from: state, level: level + 1)
          continue
        }
        findings.transitions += 1
        if system.deadlockMode != .stuttering || successor != state { leavesState = true }
        meet(result, from: state, level: level + 1)
      }
    }
    if !leavesState { for claim in system.claims(of: .deadlock) { violate(claim, at: level) } }
  }

  private mutating func meet(_ result: Evaluator.StepResult, from source: State?, level: Int) {
    switch result {
    case .pruned: return
    case .failed(let failure): violate(failure.claim, at: level)
    case .reached(let state, let covers):
      guard isAssumed(state, level) else { return }
      findings.met.formUnion(covers)
      if let source { predecessors[state, default: []].append(source) }
      guard levels[state] == nil else { return }
      levels[state] = level
      order.append(state)
      judge(state, level)
    }
  }

  private mutating func isAssumed(_ state: State, _ level: Int) -> Bool {
    system.claims(of: .assumption).allSatisfy { claim in
      evaluator.arguments(of: system[claim].parameters).allSatisfy {
        holds(claim, $0, state, level) ?? false
      }
    }
  }

  private mutating func judge(_ state: State, _ level: Int) {
    for claim in system.claims.indices.map(ClaimIndex.init) where system[claim].condition != nil {
      for arguments in evaluator.arguments(of: system[claim].parameters) {
        guard let isTrue = holds(claim, arguments, state, level) else { continue }
        switch system[claim].kind {
        case .invariant where !isTrue, .assertion where !isTrue: violate(claim, at: level)
        case .cover where isTrue: findings.met.insert(claim)
        case .liveness where isTrue:
          goals[Goal(claim: claim, arguments: arguments), default: []].append(state)
        default: break
        }
      }
    }
  }

  /// Nil when the condition cannot be evaluated, which is noted.
  private mutating func holds(
    _ claim: ClaimIndex, _ arguments: [Int64], _ state: State, _ level: Int
  ) -> Bool? {
    do throws(Failure) {
      return try evaluator.holds(claim, arguments: arguments, in: state)
    } catch {
      violate(error.claim, at: level)
      return nil
    }
  }

  private mutating func violate(_ claim: ClaimIndex, at level: Int) {
    findings.violations[claim] = min(level, findings.violations[claim] ?? .max)
  }

  private mutating func decideLiveness() {
    for claim in system.claims(of: .liveness) where system[claim].condition != nil {
      for arguments in evaluator.arguments(of: system[claim].parameters) {
        var hopeful = Set(goals[Goal(claim: claim, arguments: arguments)] ?? [])
        var pending = Array(hopeful)
        while let state = pending.popLast() {
          for source in predecessors[state] ?? [] where hopeful.insert(source).inserted {
            pending.append(source)
          }
        }
        for state in order where !hopeful.contains(state) { violate(claim, at: levels[state]!) }
      }
    }
  }
}
