import Model
import TestSupport
import Testing
import Verification

/// Every trace replays in the evaluator, and a changed one is refused.
@Suite("Traces") struct TraceTests {
  @Test("Violations of fixtures replay", arguments: Fixture.all)
  func fixture(_ fixture: Fixture) async throws {
    let system = try fixture.system()
    for shown in try await Evidence.violations(in: system, named: fixture.name)
      + Evidence.boundedViolations(in: system, named: fixture.name)
    { check(shown) }
  }

  @Test("Violations of random systems replay", arguments: 0..<UInt64(60))
  func random(_ seed: UInt64) async throws {
    let system = try system(of: RandomSystem.tree(seed: seed).text)
    for shown in try await Evidence.violations(in: system, named: "seed \(seed)") { check(shown) }
  }

  /// A guard or claim that assumes what does not hold asks nothing.
  @Test func assumptionsWithinConditions() async throws {
    let text = """
      var odd: boolean; n: 0..3;
      function low(): boolean; begin assume "even" !odd; return n < 2; end;
      startstate begin odd := true; n := 0; end;
      rule "turn" true ==> begin odd := !odd; end;
      rule "up" low() ==> begin n := n + 2; end;
      invariant "low" low();
      """
    let shown = try await Evidence.violations(in: try system(of: text), named: "assumptions")
    #expect(shown.count == 1)
    shown.forEach(check)
  }

  private func check(_ shown: Shown) {
    let audit = TraceAudit(shown.system)
    #expect(audit.check(shown.trace) == .confirmed, "\(shown.name)")
    #expect(shown.trace.ending.isAbout(shown.claim, in: shown.system))
    for (change, trace) in shown.corruptions {
      guard case .refuted = audit.check(trace) else {
        Issue.record("\(shown.name): not refused: \(change)")
        continue
      }
    }
  }
}

extension Shown {
  /// Traces that differ from this one and cannot be behaviours that end as they say.
  ///
  /// Steps are functions of the state before, so another state after one is wrong; and the trace is
  /// a shortest one, so that it cannot do without one of its steps.
  fileprivate var corruptions: [(String, Trace)] {
    changedCells + droppedSteps + otherEndings
  }

  private var changedCells: [(String, Trace)] {
    trace.steps.indices.flatMap { number -> [(String, Trace)] in
      guard let state = trace.steps[number].state else { return [] }
      return state.cells.indices.prefix(4).compactMap { cell in
        let type = system.layout.cells[cell].type
        guard let value = [type.lower, type.upper, nil].first(where: { $0 != state.cells[cell] })
        else { return nil }
        var changed = state
        changed.cells[cell] = value
        return ("cell \(cell) after step \(number)", replacing(number, state: changed))
      }
    }
  }

  private func replacing(_ number: Int, state: State) -> Trace {
    var steps = trace.steps
    let step = steps[number]
    steps[number] = Trace.Step(action: step.action, arguments: step.arguments, state: state)
    return Trace(steps: steps, ending: trace.ending)
  }

  private var droppedSteps: [(String, Trace)] {
    trace.steps.indices.map { number in
      var steps = trace.steps
      steps.remove(at: number)
      return ("without step \(number)", Trace(steps: steps, ending: trace.ending))
    }
  }

  private var otherEndings: [(String, Trace)] {
    let nowhere = Index<Claim>(system.claims.count - 1)
    let other = Trace.Ending.claimFalse(nowhere, arguments: [1, 2, 3])
    return [("another ending", Trace(steps: trace.steps, ending: other))]
  }
}
