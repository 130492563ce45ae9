import Model
import Testing
import Z3

import func TestSupport.system

@testable import Prover

/// What happens in an instance is possible for the formulas about any size: a step of the evaluator
/// that breaks a claim, from a state that satisfies others, is a model of the obligation that
/// assumes these. So an obligation without a model says that there is no such step.
@Suite("Formulas for any size") struct ParametricMeaningTests {
  /// Claims that hold and claims that some steps break, about counts, quantifiers and members.
  private static let text = """
    const N: 2;
    type T: scalarset(N); Count: 0..N;
    var marked: array[T] of boolean; owner: array[T] of T; marks: Count; last: T;
    function counted(): Count; var n: Count;
    begin n := 0; for t: T do if marked[t] then n := n + 1; end; end; return n; end;
    function owned(o: T): Count; var n: Count;
    begin n := 0; for t: T do if owner[t] = o then n := n + 1; end; end; return n; end;
    startstate begin
      marks := 0; undefine last; for t: T do marked[t] := false; owner[t] := t; end;
    end;
    ruleset t: T do
      rule "mark" !marked[t] ==> begin marked[t] := true; marks := marks + 1; last := t; end;
      rule "unmark" marked[t] ==> begin marked[t] := false; marks := marks - 1; end;
      rule "unmark all" begin
        for u: T do marked[u] := false; owner[u] := t; end; marks := 0; undefine last;
      end;
      rule "take" !isundefined(last) & last != t ==> begin owner[last] := t; end;
    end;
    invariant "counted" marks = counted();
    invariant "none" marks = 0;
    invariant "one" counted() <= 1;
    invariant "all" forall t: T do marked[t] end;
    invariant "some" exists t: T do marked[t] end;
    invariant "own" forall t: T do owner[t] = t end;
    invariant "owned once" forall t: T do owned(t) <= 1 end;
    invariant "the last is marked" isundefined(last) | marked[last];
    """

  @Test(arguments: 1...3) func whatHappensIsPossible(size: Int) throws {
    let system = try TestSupport.system(of: Self.text, forAll: ["N"])
    let instance = try TestSupport.system(of: Self.text, overriding: [("N", String(size))])
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      Support.isDecidable(system[$0].kind) && system[$0].kind != .deadlock
    }
    var count = 0
    for seed in 0..<UInt64(12) {
      let state = Self.state(of: instance, seed: seed)
      let happenings = Happenings(in: instance, claims, from: state)
      let context = Context()
      let induction = try ParametricInduction(system, in: context)
      let fixed = InstanceState(system, instance, size: size, in: context).facts(about: state)
      for question in induction.questions(about: claims) {
        guard let rule = induction.steps[question.step].rule,
          question.kind.evaluating == nil, happenings.breaks(question.claim, by: rule)
        else { continue }
        count += 1
        let assumed = induction.assumptions(of: question, from: happenings.held, .all)
        let solver = Solver(in: context, limits: Solver.Limits(resources: 2_000_000))
        for fact in fixed + assumed.map(\.statement) + [induction.breach(question)] {
          solver.assert(fact)
        }
        #expect(
          solver.check() != .unsatisfiable,
          "\(system[question.claim].name) by \(system[rule].name) in \(state.cells)")
      }
    }
    #expect(count > 20)
  }

  /// The state itself is one of the formulas', and its opposite is not.
  @Test func anInstanceHasNoOtherMembers() throws {
    let system = try TestSupport.system(of: Self.text, forAll: ["N"])
    let instance = try TestSupport.system(of: Self.text, overriding: [("N", "2")])
    let context = Context()
    let fixed = InstanceState(system, instance, size: 2, in: context)
    let solver = Solver(in: context)
    for fact in fixed.facts(about: Self.state(of: instance, seed: 1)) { solver.assert(fact) }
    #expect(solver.check() == .satisfiable)
    solver.assert(context.distinct((0..<3).map { context.constant("other \($0)", fixed.sort) }))
    #expect(solver.check() == .unsatisfiable)
  }

  /// Any values, and `last` undefined now and then: the only variable that ever is.
  private static func state(of system: TransitionSystem, seed: UInt64) -> State {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int64) -> Int64 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(random >> 33) % count
    }
    let last = system.layout.cells.count - 1
    return State(
      cells: system.layout.cells.enumerated().map { position, cell in
        position == last && next(3) == 0 ? nil : next(cell.type.upper + 1)
      })
  }
}

/// What the evaluator makes of one state of an instance.
private struct Happenings {
  /// The claims that hold, the one about run-time errors among them when there is none.
  let held: [ClaimIndex]
  private var broken: [RuleIndex: Set<ClaimIndex>] = [:]

  init(in system: TransitionSystem, _ claims: [ClaimIndex], from state: State) {
    let evaluator = Evaluator(system)
    held = claims.filter {
      (try? evaluator.holds($0, arguments: [], in: state)) == true
    }
    for rule in system.rules.indices.map(RuleIndex.init) {
      for arguments in evaluator.arguments(of: system[rule].parameters) {
        guard (try? evaluator.isEnabled(rule, arguments: arguments, in: state)) == true else {
          continue
        }
        switch evaluator.fire(rule, arguments: arguments, in: state) {
        case .failed(let failure): broken[rule, default: []].insert(failure.claim)
        case .pruned: break
        case .reached(let next, _):
          broken[rule, default: []].formUnion(
            claims.filter { (try? evaluator.holds($0, arguments: [], in: next)) == false })
        }
      }
    }
  }

  /// Whether some firing breaks a claim that holds before it.
  func breaks(_ claim: ClaimIndex, by rule: RuleIndex) -> Bool {
    broken[rule]?.contains(claim) == true
  }
}

/// A state of an instance in the language of the formulas about any size.
private struct InstanceState {
  private let system: TransitionSystem
  private let instance: TransitionSystem
  private let size: Int
  private let context: Context
  /// That of the members.
  let sort: Sort

  init(_ system: TransitionSystem, _ instance: TransitionSystem, size: Int, in context: Context) {
    self.system = system
    self.instance = instance
    self.size = size
    self.context = context
    guard case .array(let index, _) = system.variables[0].type else {
      preconditionFailure("the first variable is an array over the members")
    }
    sort = Universe(system, in: context).sort(of: index)
  }

  func facts(about state: State) -> [Term] {
    let members = (0..<size).map(member)
    let anyone = context.constant("anyone", sort)
    let isThere = context.forAll([anyone], context.any(members.map(anyone.equals)))
    let number = context.constant("N", .integer).equals(context.integer(Int64(size)))
    return [number, context.distinct(members), isThere]
      + zip(instance.cellPaths, zip(instance.layout.cells, state.cells)).flatMap {
        facts(about: $0, $1.0.type, $1.1)
      }
  }

  private func member(_ number: Int) -> Term { context.constant("member \(number)", sort) }

  private func facts(about path: CellPath, _ type: ScalarType, _ value: Int64?) -> [Term] {
    let name = instance[path.variable].name
    let indices = path.steps.compactMap { step -> Term? in
      if case .element(let value, _) = step { member(Int(value)) } else { nil }
    }
    let isDefined = context.application("\(name) defined", indices, .boolean)
    guard let value else { return [!isDefined] }
    let term: Term
    switch type.kind {
    case .boolean:
      term = context.application(name, indices, .boolean).equals(context.truth(value == 1))
    case .scalarset:
      term = context.application(name, indices, sort).equals(member(Int(value)))
    default:
      term = context.application(name, indices, .integer).equals(context.integer(value))
    }
    return [isDefined, term]
  }
}
