import SourceText

/// What a transition system does, computed the slow and obvious way.
///
/// The oracle: every fast engine is compared with it, and every violation is replayed in it. It
/// walks the system's trees and is never optimised.
package struct Evaluator: Sendable {
  /// How deep calls may nest before a run counts as one that does not end.
  package static let callDepthLimit = 200
  /// How many rounds a `while` loop may make before a run counts as one that does not end.
  package static let iterationLimit = 100_000

  package let system: TransitionSystem

  package init(_ system: TransitionSystem) { self.system = system }

  /// How the body of a rule or start state ends.
  package enum StepResult: Sendable, Hashable {
    /// It ends in a state; with the covers that were met on the way.
    case reached(State, covers: [ClaimIndex])
    /// An assumption in the body is false: there is no such step.
    case pruned(ClaimIndex)
    case failed(Failure)
  }

  /// Runs a start state on the undefined state.
  package func start(_ index: StartStateIndex, arguments: [Int64]) -> StepResult {
    let start = system[index]
    return run(
      start.body, frame: start.frame, parameters: start.parameters, arguments: arguments,
      in: .undefined(system.layout))
  }

  /// Runs the body of a rule, whose guard is not looked at.
  package func fire(_ index: RuleIndex, arguments: [Int64], in state: State) -> StepResult {
    let rule = system[index]
    return run(
      rule.body, frame: rule.frame, parameters: rule.parameters, arguments: arguments, in: state)
  }

  /// Whether the guard of a rule holds, and so what it assumes; with a log of what it reads.
  package func isEnabled(
    _ index: RuleIndex, arguments: [Int64], in state: State, noting reads: ReadLog? = nil
  ) throws(Failure) -> Bool {
    let rule = system[index]
    guard let condition = rule.guardCondition else { return true }
    let value = try value(
      of: condition, frame: rule.frame, parameters: rule.parameters, arguments: arguments,
      in: state, noting: reads)
    return value != nil && value != 0
  }

  /// Whether the condition of a top-level claim holds for these values of its parameters. What
  /// assumes something that does not hold claims nothing, and is a false assumption.
  package func holds(_ index: ClaimIndex, arguments: [Int64], in state: State)
    throws(Failure) -> Bool
  {
    let claim = system[index]
    guard let condition = claim.condition else { return true }
    let value = try value(
      of: condition, frame: claim.frame, parameters: claim.parameters, arguments: arguments,
      in: state)
    return value.map { $0 != 0 } ?? (claim.kind != .assumption)
  }

  /// Whether every assumption holds in a state.
  package func admits(_ state: State) throws(Failure) -> Bool {
    for claim in system.claims(of: .assumption) {
      for arguments in arguments(of: system[claim].parameters) {
        if try !holds(claim, arguments: arguments, in: state) { return false }
      }
    }
    return true
  }

  /// The value of an expression in a frame whose parameters have these values; nil when a function
  /// that it calls assumes what does not hold.
  package func value(
    of expression: Expression, frame: [Local], parameters: [Binding], arguments: [Int64],
    in state: State, noting reads: ReadLog? = nil
  ) throws(Failure) -> Int64? {
    var execution = Execution(system: system, state: state, noting: reads)
    execution.enter(frame)
    execution.bind(parameters, to: arguments)
    do throws(Interruption) {
      return try execution.evaluate(expression)
    } catch {
      switch error {
      case .failed(let failure): throw failure
      case .pruned: return nil
      }
    }
  }

  /// Every choice of values for ruleset parameters, in order: the last one varies fastest.
  package func arguments(of parameters: [Binding]) -> [[Int64]] {
    parameters.reduce([[]]) { choices, parameter in
      let values = parameterValues(of: parameter.domain)
      return choices.flatMap { choice in values.map { choice + [$0] } }
    }
  }

  /// Whether there is one argument for each parameter, in its domain.
  package func admits(_ arguments: [Int64], for parameters: [Binding]) -> Bool {
    arguments.count == parameters.count
      && zip(parameters, arguments).allSatisfy { parameter, argument in
        if case .type(let type) = parameter.domain { return type.contains(argument) }
        return parameterValues(of: parameter.domain).contains(argument)
      }
  }

  private func parameterValues(of domain: Domain) -> [Int64] {
    var execution = Execution(system: system, state: .undefined(system.layout))
    execution.enter([])
    return (try? execution.values(of: domain, at: .none)) ?? []
  }

  private func run(
    _ body: [Statement], frame: [Local], parameters: [Binding], arguments: [Int64],
    in state: State
  ) -> StepResult {
    var execution = Execution(system: system, state: state)
    execution.enter(frame)
    execution.bind(parameters, to: arguments)
    do throws(Interruption) {
      _ = try execution.run(body)
      return .reached(execution.state, covers: execution.covers)
    } catch {
      switch error {
      case .failed(let failure): return .failed(failure)
      case .pruned(let claim): return .pruned(claim)
      }
    }
  }
}
