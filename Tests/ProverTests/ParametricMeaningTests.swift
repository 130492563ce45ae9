import Model
import TestSupport
import Testing
import Z3

@testable import Prover

/// What happens in an instance is possible for the formulas about any size: a step of the evaluator
/// that breaks a claim, from a state that satisfies others, is a model of the obligation that
/// assumes these. So an obligation without a model says that there is no such step.
///
/// `PINPROOF_PARAMETRIC_SYSTEMS` sets how many random systems are tried.
@Suite("Formulas for any size") struct ParametricMeaningTests {
  private static let seeds = RandomParametric.seeds(otherwise: 24)

  @Test(arguments: 1...3) func whatHappensIsPossible(size: Int) throws {
    #expect(try breaches(in: marks, forAll: ["N"], size: size, states: 12) > 20)
  }

  @Test("What hides from a careless encoding", arguments: Trap.all)
  func hiding(_ trap: Trap) throws {
    for size in 1...3 {
      _ = try breaches(in: trap.text, forAll: trap.forAll, size: size, states: 4)
    }
  }

  @Test("What happens in random systems", arguments: seeds) func random(_ seed: UInt64) throws {
    let text = RandomParametric.tree(seed: seed).text
    for size in 1...3 {
      _ = try breaches(in: text, forAll: ["N"], size: size, states: 2, seed: seed)
    }
  }

  /// The state itself is one of the formulas', and its opposite is not.
  @Test func anInstanceHasNoOtherMembers() throws {
    let system = try TestSupport.system(of: marks, forAll: ["N"])
    let instance = try TestSupport.system(of: marks, overriding: [("N", "2")])
    let context = Context()
    let fixed = InstanceState(system, instance, sizes: ["N": 2], in: context)
    let solver = Solver(in: context)
    for fact in fixed.facts(about: fixed.anyState(seed: 1) { _ in true }) { solver.assert(fact) }
    #expect(solver.check() == .satisfiable)
    let sort = try #require(fixed.sorts.first)
    solver.assert(context.distinct((0..<3).map { context.constant("other \($0)", sort) }))
    #expect(solver.check() == .unsatisfiable)
  }

  /// How many breaches of claims by steps from some states were found to be possible, as they must
  /// be.
  private func breaches(
    in text: String, forAll names: [String], size: Int, states: UInt64, seed: UInt64 = 0
  ) throws -> Int {
    let system = try TestSupport.system(of: text, forAll: names)
    let sizes = names.map { (name: $0, value: String(size)) }
    guard let instance = try? TestSupport.system(of: text, overriding: sizes) else { return 0 }
    var count = 0
    for number in 0..<states {
      let context = Context()
      // What cannot be said is refused; what is proved then says nothing.
      guard let induction = try? ParametricInduction(system, in: context) else { return 0 }
      let fixed = InstanceState(
        system, instance, sizes: Dictionary(uniqueKeysWithValues: names.map { ($0, size) }),
        in: context)
      let state = fixed.anyState(
        seed: seed &* states &+ number, isDefined: induction.isAlwaysDefined)
      guard let happenings = Happenings(in: instance, from: state) else { continue }
      count += try check(
        happenings, induction, fixed.facts(about: state), "N = \(size), \(state.cells)")
    }
    return count
  }

  private func check(
    _ happenings: Happenings, _ induction: ParametricInduction, _ fixed: [Z3.Term], _ place: String
  ) throws -> Int {
    let questions = Set(induction.questions(about: happenings.claims))
    var count = 0
    for (step, kinds) in happenings.broken {
      for kind in kinds {
        let question = ParametricInduction.Question(step: step, kind: kind)
        // A step that leaves alone what a claim reads leaves it as it was.
        guard questions.contains(question) else {
          if !happenings.brokenBefore.contains(kind) || induction.steps[step].rule == nil {
            Issue.record("no question: \(induction.names(of: question)), \(place)")
          }
          continue
        }
        count += 1
        let assumed = induction.assumptions(of: question, from: happenings.held, .all)
        let solver = Solver(in: induction.context, limits: Solver.Limits(resources: 1_000_000))
        for fact in fixed + assumed.map(\.statement) + [induction.breach(question)] {
          solver.assert(fact)
        }
        #expect(
          solver.check() != .unsatisfiable, "\(induction.names(of: question)), \(place)")
      }
    }
    return count
  }
}
