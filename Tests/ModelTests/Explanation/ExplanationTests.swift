import Model
import SourceText
import TestSupport
import Testing

@Suite struct ExplanationTests {
  private static let requests = Requests(tasks: 3, folios: 2)
  private static let system = requests.system

  /// Task 2 takes folio 1 and keeps it; then comes the kill.
  private static let violation = Trace.running(
    [(0, [2, 1]), (1, [2]), (3, [])], of: system
  ) { _ in .claimFalse(ClaimIndex(0), arguments: []) }

  private func explained(
    _ trace: Trace, renumbers: Bool = true, in system: TransitionSystem = system
  ) -> Counterexample {
    Counterexample(
      of: trace, in: system, options: ExplanationOptions(renumbersMembers: renumbers))
  }

  @Test func membersAreNamedByFirstAppearance() {
    let named = explained(Self.violation)
    #expect(named.columns.map(\.name) == ["Task_1", "env"])
    #expect(named.rows[0].action == "request: inc(Folio_1)")
    let original = explained(Self.violation, renumbers: false)
    #expect(original.columns.map(\.name) == ["Task_3", "env"])
    #expect(original.rows[0].action == "request: inc(Folio_2)")
  }

  @Test func onlyWhatNoOtherTouchesIsLocal() {
    let row = explained(Self.violation).rows[0]
    #expect(row.local.map(\.cell) == ["pc[Task_1]", "arg[Task_1]"])
    #expect(row.local.map(\.shortCell) == ["pc", "arg"])
    #expect(row.shared.map { "\($0.cell): \($0.old) -> \($0.new)" } == ["ref[Folio_1]: 0 -> 1"])
    #expect(row.line == 77)
  }

  private static let pc = ScalarType.enumeration("PC", members: ["Idle", "Got"])

  private static func isIdle(_ task: Expression) -> Expression {
    .test(.read(.variable(0, [.element(task)], as: .scalar(pc))), .equal, .value(0, pc))
  }

  /// The system with one more rule, which has this guard.
  private static func adding(_ guardCondition: Expression, _ frame: [Local]) -> TransitionSystem {
    let spy = Rule(
      name: "spy", parameters: [], frame: frame, guardCondition: guardCondition, body: [],
      range: .line(120))
    return TransitionSystem(
      name: system.name, constants: [], variables: system.variables, functions: [],
      rules: system.rules + [spy], startStates: system.startStates, claims: system.claims,
      deadlockMode: .off)
  }

  @Test func whatAnotherLooksAtIsShared() {
    let system = Self.adding(Self.isIdle(.value(0, Self.requests.task)), [])
    let row = explained(Self.violation, in: system).rows[0]
    #expect(row.local.map(\.cell) == ["arg[Task_1]"])
    #expect(row.shared.map(\.cell) == ["pc[Task_1]", "ref[Folio_1]"])
  }

  @Test func whatAGuardLooksAtForAllInTurnStaysLocal() {
    let task = Self.requests.task
    let system = Self.adding(
      .all(.each(0, "u", task), Self.isIdle(.read(.local(0, as: task)))), [.bound("u", task)])
    let row = explained(Self.violation, in: system).rows[0]
    #expect(row.local.map(\.cell) == ["pc[Task_1]", "arg[Task_1]"])
  }

  @Test func theFalsePartIsFoundWithItsBindingsAndWriters() throws {
    guard case .falsified(let found) = explained(Self.violation).finding else {
      Issue.record("a false claim is falsified")
      return
    }
    #expect(found.formula == "holds[t][f] -> !dying")
    #expect(found.bindings.map { "\($0.name)=\($0.value)" } == ["t=Task_1", "f=Folio_1"])
    #expect(
      found.atoms.map { "\($0.subject)=\($0.value) \($0.writer?.step ?? 0) \($0.writer?.by ?? "")" }
        == ["holds[Task_1][Folio_1]=true 2 Task_1", "dying=true 3 env"])
  }

  @Test func parametersOfClaimsAreBindings() {
    let trace = Trace.running([(0, [2, 1]), (0, [0, 1])], of: Self.system) { _ in
      .claimFalse(ClaimIndex(1), arguments: [1])
    }
    guard case .falsified(let found) = explained(trace).finding else {
      Issue.record("a false claim is falsified")
      return
    }
    #expect(found.formula == "ref[f] < 2")
    #expect(found.bindings.map(\.value) == ["Folio_1"])
    #expect(found.atoms.map(\.value) == ["2"])
    #expect(found.atoms[0].writer?.by == "Task_2")
  }

  @Test func aLostAssignmentIsRemembered() {
    guard
      case .falsified(let found) = explained(LostWakeup.trace, in: LostWakeup.system).finding,
      let state = found.atoms.last
    else {
      Issue.record("a false claim is falsified")
      return
    }
    #expect(state.subject == "state")
    #expect(state.writer?.step == 4)
    #expect(state.writer?.after?.step == 3)
    #expect(found.atoms[0].writer?.after == nil)
  }

  @Test func aDeadlockNamesTheFirstFalseConjunctOfEveryRule() {
    let trace = Trace.running([(0, [0, 0]), (3, [])], of: Self.system) { _ in .deadlock }
    guard case .deadlock(let rules) = explained(trace).finding else {
      Issue.record("a deadlock says why")
      return
    }
    let texts = rules.map { "\($0.rule): \($0.conjunct ?? "-") \($0.choices)/\($0.allChoices)" }
    #expect(
      texts == [
        "request: inc: pc[t] = Idle 2/6", "request: inc: - 4/6", "request: keep: - 1/3",
        "request: keep: pc[t] = Got 2/3", "put: pc[t] = Idle 2/6", "put: holds[t][f] 4/6",
        "kill: !dying 1/1",
      ])
  }

  @Test func aRunTimeErrorKeepsItsValueRangeAndLine() {
    let wide = Requests(tasks: 4, folios: 1).system
    let trace = Trace.running((0..<4).map { (0, [Int64($0), 0]) }, of: wide) { _ in .open }
    let counterexample = Counterexample(
      of: trace, in: wide, options: ExplanationOptions(sourceLine: { "line \($0.start.line)" }))
    guard case .failure(let failure) = counterexample.finding else {
      Issue.record("the fourth reference is one too many")
      return
    }
    #expect(failure.failure == .outOfRange(value: 4, lower: 0, upper: 3))
    #expect(failure.sourceLine == "line 79")
    #expect(counterexample.rows.last?.failed == true)
    #expect(counterexample.range.start.line == 79)
  }

  @Test func theColumnTypeCanBeChosen() {
    let system = TransitionSystem(
      name: "r", constants: [], variables: Self.system.variables, functions: [],
      rules: Self.system.rules, startStates: Self.system.startStates,
      claims: Self.system.claims, deadlockMode: .off, columns: "Folio")
    let found = explained(Self.violation, in: system)
    #expect(found.columns.map(\.name) == ["Folio_1", "env"])
    #expect(found.rows[0].action == "request: inc(Task_1)")
  }

  @Test func aBehaviourWithoutStepsShowsItsState() {
    let trace = Trace.running([], of: Self.system) { _ in .open }
    let found = explained(trace)
    #expect(found.columns.isEmpty)
    #expect(found.initial.count == Self.system.layout.cells.count)
    #expect(found.initial.allSatisfy { !$0.isLocal })
    #expect(found.finding == .nothing)
  }

  @Test(arguments: 0..<20)
  func changesAddUpToTheLastState(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let trace = Trace.random(in: Self.system, depth: 12, random: &random)
    let found = explained(trace, renumbers: false)
    var values = Dictionary(uniqueKeysWithValues: found.initial.map { ($0.cell, $0.value) })
    for change in found.rows.flatMap({ $0.local + $0.shared }) {
      #expect(values[change.cell] == change.old)
      values[change.cell] = change.new
    }
    guard let last = trace.steps.last?.state else { return }
    for (position, path) in Self.system.cellPaths.enumerated() {
      let type = Self.system.layout.cells[position].type
      let text = last.cells[position].map { type.text(of: $0) } ?? "undefined"
      #expect(values[path.text(in: Self.system)] == text)
    }
  }
}
