import Model
import Prover
import Report
import SourceText
import TestSupport
import Testing
import Verification

/// Damaged files are refused or mean what they say; they never crash or pass for evidence.
@Suite("Damaged files") struct DamagedFileTests {
  private static let specifications = Fixture.all.filter { $0.text.utf8.count < 1_200 }

  @Test("Specifications", arguments: 0..<UInt64(8))
  func specifications(_ seed: UInt64) {
    var mutator = Mutator(seed: seed, dictionary: ["0", "9", "..", " -", "boolean", "x", "(", ";"])
    for number in 0..<250 {
      let fixture = Self.specifications[(number &* 7 &+ Int(seed)) % Self.specifications.count]
      let file = SourceFile(
        name: "damaged.m", bytes: mutator.mutate(Array(fixture.text.utf8)))
      guard let specification = try? Specification(file) else { continue }
      #expect(specification.system.claims(of: .runtime).count == 1)
      #expect(specification.system.layout.wordCount >= 1)
    }
  }

  @Test("Traces", arguments: 0..<UInt64(8))
  func traces(_ seed: UInt64) async throws {
    let fixtures = Fixture.all.filter { [12, 14].contains($0.exit) && $0.states < 60 }
    let fixture = fixtures[Int(seed) * 3 % fixtures.count]
    let system = try fixture.system()
    let shown = try #require(
      try await Evidence.violations(in: system, named: fixture.name).first)
    let text = ITFWriter.text(of: shown.trace, in: system, spec: "damaged.m")
    var mutator = Mutator(
      seed: seed, dictionary: ["0", "1", "true", "null", "\"", "{", "[", "#bigint", "open", "rule"])
    for _ in 0..<250 {
      let bytes = mutator.mutate(Array(text.utf8), with: Array(text.utf8))
      guard let trace = try? ITFTrace(reading: bytes).trace(of: system),
        TraceAudit(system).check(trace) == .confirmed
      else { continue }
      #expect(Witness(system).accepts(trace))
    }
  }

  @Test("Certificates", arguments: 0..<UInt64(4))
  func certificates(_ seed: UInt64) async throws {
    let fixture = Fixture.all.filter { $0.name.hasPrefix("inductive-") }[Int(seed) % 2]
    let specification = try Specification(fixture.source)
    let certificate = try #require(try await Evidence.certificate(of: specification.system))
    let original = ObligationScript.text(of: certificate.obligations)
    var mutator = Mutator(
      seed: seed, dictionary: ["0", "1", "sat", "true", "false", "(", ")", "\"", "; ", "\n"])
    for _ in 0..<150 {
      let script = String(decoding: mutator.mutate(Array(original.utf8)), as: UTF8.self)
      guard let obligations = try? ObligationScript.obligations(in: script) else { continue }
      let damaged = certificate.with(obligations: obligations)
      // What is accepted poses the questions of the specification.
      #expect(
        try damaged == certificate
          || CertificateCheck.refusal(of: damaged, for: specification.system) != nil)
    }
  }
}

/// Follows a trace once more, in the plainest way.
private struct Witness {
  let evaluator: Evaluator

  init(_ system: TransitionSystem) { evaluator = Evaluator(system) }

  func accepts(_ trace: Trace) -> Bool {
    var state: State?
    for step in trace.steps {
      guard let result = result(of: step, in: state) else { return false }
      guard let next = step.state else {
        if case .failed = result { return step == trace.steps.last }
        return false
      }
      guard case .reached(next, _) = result else { return false }
      state = next
    }
    return true
  }

  private func result(of step: Trace.Step, in state: State?) -> Evaluator.StepResult? {
    switch (step.action, state) {
    case (.start(let index), nil): return evaluator.start(index, arguments: step.arguments)
    case (.rule(let index), let state?):
      let isEnabled = try? evaluator.isEnabled(index, arguments: step.arguments, in: state)
      return isEnabled == true ? evaluator.fire(index, arguments: step.arguments, in: state) : nil
    case (.assumed, nil): return step.state.map { .reached($0, covers: []) }
    default: return nil
    }
  }
}
