package import Model

/// Random behaviours of a system, computed by the evaluator.
package struct Simulation {
  private let evaluator: Evaluator
  private var random: SplitMix64
  private var system: TransitionSystem { evaluator.system }

  /// A simulation whose choices depend on the seed alone.
  package init(_ system: TransitionSystem, seed: UInt64) {
    evaluator = Evaluator(system)
    random = SplitMix64(seed: seed)
  }

  /// One behaviour of at most `maxSteps` firings; it ends early at a violation or deadlock.
  ///
  /// Nil when the system has no start state that an assumption does not rule out.
  package mutating func behaviour(maxSteps: Int) -> Trace? {
    guard let start = choose(from: starts()) else { return nil }
    var steps = [start.step]
    if let ending = start.ending { return Trace(steps: steps, ending: ending) }
    while steps.count <= maxSteps {
      let choices = firings(in: steps[steps.count - 1].state!)
      guard let choice = choose(from: choices) else {
        return Trace(steps: steps, ending: system.deadlockMode == .off ? .open : .deadlock)
      }
      // A guard that fails is a failure in the state before.
      if let step = choice.step { steps.append(step) }
      if let ending = choice.ending { return Trace(steps: steps, ending: ending) }
    }
    return Trace(steps: steps, ending: .open)
  }

  /// A possible next step, and the ending when it violates something.
  private struct Choice {
    let step: Trace.Step?
    let ending: Trace.Ending?
  }

  private struct Start {
    let step: Trace.Step
    let ending: Trace.Ending?
  }

  private mutating func choose<Element>(from choices: [Element]) -> Element? {
    choices.randomElement(using: &random)
  }

  private func starts() -> [Start] {
    system.startStates.indices.map(StartStateIndex.init).flatMap { index in
      evaluator.arguments(of: system[index].parameters).compactMap { arguments -> Start? in
        let result = evaluator.start(index, arguments: arguments)
        guard let choice = choice(of: .start(index), arguments, result) else { return nil }
        return choice.step.map { Start(step: $0, ending: choice.ending) }
      }
    }
  }

  private func firings(in state: State) -> [Choice] {
    system.rules.indices.map(RuleIndex.init).flatMap { index in
      evaluator.arguments(of: system[index].parameters).compactMap { arguments -> Choice? in
        do throws(Failure) {
          guard try evaluator.isEnabled(index, arguments: arguments, in: state) else { return nil }
        } catch {
          return Choice(step: nil, ending: .failed(error))
        }
        let result = evaluator.fire(index, arguments: arguments, in: state)
        return choice(of: .rule(index), arguments, result)
      }
    }
  }

  private func choice(
    of action: Trace.Step.Action, _ arguments: [Int64], _ result: Evaluator.StepResult
  ) -> Choice? {
    switch result {
    case .pruned: return nil
    case .failed(let failure):
      let step = Trace.Step(action: action, arguments: arguments, state: nil)
      return Choice(step: step, ending: .failed(failure))
    case .reached(let state, _):
      let step = Trace.Step(action: action, arguments: arguments, state: state)
      let judgement = judge(state)
      return judgement.isPruned ? nil : Choice(step: step, ending: judgement.ending)
    }
  }

  private func judge(_ state: State) -> (isPruned: Bool, ending: Trace.Ending?) {
    for index in system.claims(of: .assumption) + system.claims(of: .invariant) {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        do throws(Failure) {
          if try evaluator.holds(index, arguments: arguments, in: state) { continue }
        } catch {
          return (false, .failed(error))
        }
        if system[index].kind == .assumption { return (true, nil) }
        return (false, .claimFalse(index, arguments: arguments))
      }
    }
    return (false, nil)
  }
}

/// A small generator of random numbers whose sequence is the same on every machine.
///
/// Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
