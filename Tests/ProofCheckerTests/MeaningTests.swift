import Model
import TestSupport
import Testing
import Z3

@testable import ProofChecker

// Test systems have steps and terms of their own.
private typealias Step = ProofChecker.Step
private typealias Term = Z3.Term

/// The relations mean what the evaluator computes: the same constants put into both give the same
/// steps, failures and truth values.
@Suite("The second encoding") struct MeaningTests {
  @Test("means what the evaluator computes", arguments: Fixture.all)
  func fixture(_ fixture: Fixture) throws {
    try compare(try fixture.system(), seed: 1)
  }

  @Test("means so in random systems", arguments: 0..<UInt64(12))
  func random(_ seed: UInt64) throws {
    try compare(try system(of: RandomSystem.tree(seed: seed).text), seed: seed)
  }

  private func compare(_ system: TransitionSystem, seed: UInt64) throws {
    var sample = Sample(of: system, seed: seed)
    let comparison: Comparison
    do { comparison = try Comparison(system) } catch {
      // The prover refuses them as well.
      let isRefused = ["never", "nest", "step", "rounds"].contains(
        where: error.description.contains)
      #expect(isRefused, "\(error.description)")
      return
    }
    try comparison.checkStarts()
    for state in sample.states(2) { try comparison.check(state, &sample.random) }
  }
}

/// States of a system: reachable ones, and ones of any values.
struct Sample {
  let system: TransitionSystem
  var random: SplitMix64

  init(of system: TransitionSystem, seed: UInt64) {
    self.system = system
    random = SplitMix64(seed: seed)
  }

  mutating func states(_ count: Int) -> [State] {
    (0..<count).map { _ in anyState() } + walk(count)
  }

  private mutating func anyState() -> State {
    State(
      cells: system.layout.cells.map { cell in
        if cell.type.lower > cell.type.upper || random.chance(10) { return nil }
        return Int64.random(in: cell.type.lower...cell.type.upper, using: &random)
      })
  }

  private mutating func walk(_ length: Int) -> [State] {
    let evaluator = Evaluator(system)
    guard let first = system.startStates.first,
      let arguments = evaluator.arguments(of: first.parameters).first,
      case .reached(var state, _) = evaluator.start(StartStateIndex(0), arguments: arguments)
    else { return [] }
    var states = [state]
    for _ in 0..<length {
      guard let next = successors(of: state).randomElement(using: &random) else { break }
      state = next
      states.append(state)
    }
    return states
  }

  private func successors(of state: State) -> [State] {
    let evaluator = Evaluator(system)
    return system.rules.indices.flatMap { position -> [State] in
      let rule = RuleIndex(position)
      return evaluator.arguments(of: system[rule].parameters).compactMap { arguments in
        guard (try? evaluator.isEnabled(rule, arguments: arguments, in: state)) == true,
          case .reached(let next, _) = evaluator.fire(rule, arguments: arguments, in: state)
        else { return nil }
        return next
      }
    }
  }
}

/// The relations of a system, whose constants are replaced by values.
struct Comparison {
  private let system: TransitionSystem
  private let evaluator: Evaluator
  private let encoding: Encoding
  private let state: [Slot]
  private let starts: [Step]
  private let steps: [Step]
  private let judgement: Judgement

  init(_ system: TransitionSystem) throws(Unsupported) {
    self.system = system
    evaluator = Evaluator(system)
    encoding = Encoding(in: Context())
    let relations = SystemRelations(of: system, in: encoding)
    state = relations.state(at: 0)
    starts = try relations.starts()
    steps = try relations.rules(from: state, at: 0)
    judgement = try relations.judge(state)
  }

  private var context: Context { encoding.context }

  func checkStarts() throws {
    for (position, step) in starts.enumerated() {
      let index = StartStateIndex(position)
      for arguments in evaluator.arguments(of: system[index].parameters) {
        try check(
          step, arguments, from: nil, meets: evaluator.start(index, arguments: arguments))
      }
    }
  }

  func check(_ state: State, _ random: inout SplitMix64) throws {
    checkJudgement(in: state)
    for (position, step) in steps.enumerated() {
      let index = RuleIndex(position)
      let choices = evaluator.arguments(of: system[index].parameters).shuffled(using: &random)
      for arguments in choices.prefix(2) {
        try check(step, arguments, from: state, meets: result(of: index, arguments, in: state))
      }
    }
  }

  /// Nil when the rule is not enabled.
  private func result(of rule: RuleIndex, _ arguments: [Int64], in state: State)
    -> Evaluator.StepResult?
  {
    do throws(Failure) {
      guard try evaluator.isEnabled(rule, arguments: arguments, in: state) else { return nil }
      return evaluator.fire(rule, arguments: arguments, in: state)
    } catch {
      return .failed(error)
    }
  }

  private func check(
    _ step: Step, _ arguments: [Int64], from state: State?, meets result: Evaluator.StepResult?
  ) throws {
    var expected = system.claims.indices.map(ClaimIndex.init).map { claim in
      var fails = false
      if case .failed(let failure) = result { fails = failure.claim == claim }
      return condition(step.failures[claim], is: fails)
    }
    if case .reached(let next, _) = result {
      expected.append(step.succeeds)
      expected += zip(step.next, next.cells).map { holds($0[[]], $1) }
    } else {
      expected.append(!step.succeeds)
    }
    let values = Values(step.parameters, arguments, self.state, state, in: encoding)
    #expect(
      values.truth(context.all(expected)) == true,
      "\(step.name) \(arguments) \(state?.cells ?? [])")
  }

  private func condition(_ condition: Term?, is truth: Bool) -> Term {
    let condition = condition ?? context.truth(false)
    return truth ? condition : !condition
  }

  private func holds(_ cell: Cell, _ value: Int64?) -> Term {
    guard let value else { return !cell.isDefined }
    return cell.isDefined && cell.value.equals(.constant(value), in: encoding)
  }

  private func checkJudgement(in state: State) {
    let values = Values([], [], self.state, state, in: encoding)
    var isAdmitted = true
    var early: Set<ClaimIndex> = []
    var broken: Set<ClaimIndex> = []
    for index in system.claims.indices.map(ClaimIndex.init) {
      let claim = system[index]
      for arguments in evaluator.arguments(of: claim.parameters) {
        do throws(Failure) {
          if try evaluator.holds(index, arguments: arguments, in: state) { continue }
          if claim.kind == .assumption { isAdmitted = false }
          if [.invariant, .assertion].contains(claim.kind) { broken.insert(index) }
        } catch {
          if claim.kind != .assumption {
            broken.insert(error.claim)
          } else if isAdmitted {
            early.insert(error.claim)
            isAdmitted = false
          }
        }
      }
    }
    if let deadlock = system.claims(of: .deadlock).first, isStuck(state) { broken.insert(deadlock) }
    let expected = system.claims.indices.map(ClaimIndex.init).flatMap { index in
      [
        condition(context.any(judgement.breaks(index)), is: broken.contains(index)),
        condition(judgement.assumptionFailures[index], is: early.contains(index)),
      ]
    }
    let isAsExpected = context.all(expected + [condition(judgement.isAdmitted, is: isAdmitted)])
    #expect(values.truth(isAsExpected) == true, "\(state.cells)")
  }

  private func isStuck(_ state: State) -> Bool {
    if system.deadlockMode == .off { return false }
    return !system.rules.indices.contains { position in
      let rule = RuleIndex(position)
      return evaluator.arguments(of: system[rule].parameters).contains { arguments in
        guard case .reached(let next, _) = result(of: rule, arguments, in: state) else {
          return false
        }
        return system.deadlockMode == .stuck || next != state
      }
    }
  }
}

/// What the constants of parameters and of a state stand for.
private struct Values {
  private var constants: [Term] = []
  private var values: [Term] = []

  init(
    _ parameters: [Word], _ arguments: [Int64], _ slots: [Slot], _ state: State?,
    in encoding: Encoding
  ) {
    for (word, value) in zip(parameters, arguments) { add(word, value, in: encoding) }
    for (slot, value) in zip(slots, state?.cells ?? []) {
      let cell = slot[[]]
      constants.append(cell.isDefined)
      values.append(encoding.context.truth(value != nil))
      if let value { add(cell.value, value, in: encoding) }
    }
  }

  private mutating func add(_ word: Word, _ value: Int64, in encoding: Encoding) {
    if case .constant = word { return }
    if case .truth(let term) = word {
      constants.append(term)
      values.append(encoding.context.truth(value != 0))
    } else {
      constants.append(word.value(in: encoding))
      values.append(encoding.constant(value))
    }
  }

  /// The truth value of a condition; nil where the constants do not settle it.
  func truth(_ condition: Term) -> Bool? {
    condition.replacing(constants, by: values).simplified.truth
  }
}
