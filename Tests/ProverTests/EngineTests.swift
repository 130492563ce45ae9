import Foundation
import Model
import SourceText
import TestSupport
import Testing

@testable import Prover

@Suite("Symbolic engines") struct EngineTests {
  private func verdict(
    _ name: String, _ text: String, by engine: some Engine = KInduction(),
    limits: Limits = Limits()
  ) async throws -> Verdict? {
    let system = try TestSupport.system(of: text)
    let claim = try #require(
      system.claims.firstIndex { $0.name == name || $0.kind.rawValue == name }.map(ClaimIndex.init))
    return try await engine.run([claim], of: system, limits: limits, onEvent: { _ in })
      .verdicts[claim]
  }

  private static let counter = """
    var x: 0..9;
    startstate begin x := 0; end;
    rule "up" x < 9 ==> begin x := x + 1; end;
    invariant "small" x < 5;
    """

  @Test func aViolationIsShortest() async throws {
    let verdict = try await verdict("small", Self.counter, by: BoundedModelChecking())
    guard case .violated(let trace) = verdict else { throw Surprise(verdict) }
    #expect(trace.depth == 5)
    #expect(trace.steps.last?.state?.cells == [5])
  }

  @Test func withoutAViolationTheBoundIsTold() async throws {
    let verdict = try await verdict(
      "small", Self.counter, by: BoundedModelChecking(), limits: Limits(maxDepth: 4))
    guard case .unknown(.bounded(4)) = verdict else { throw Surprise(verdict) }
  }

  @Test func aFailedInductionShowsWhy() async throws {
    let text = """
      var x: 0..9;
      startstate begin x := 0; end;
      rule "even" x < 8 ==> begin x := x + 2; end;
      rule "back" x > 1 ==> begin x := x - 2; end;
      invariant "not nine" x != 9;
      """
    let verdict = try await verdict("not nine", text, limits: Limits(maxDepth: 1))
    guard case .unknown(.notInductive(1, let trace)) = verdict else { throw Surprise(verdict) }
    #expect(trace.steps.first?.action == .assumed)
    #expect(trace.steps.last?.state?.cells == [9])
  }

  @Test(arguments: [
    ("assume false;", Vacuity.assumptionsContradict), ("rule false ==> begin end;", .noRuleFired),
  ])
  func aProofOfNothingIsVacuous(_ item: String, _ expected: Vacuity) async throws {
    let text = """
      var x: boolean;
      startstate begin x := true; end;
      \(item)
      invariant "yes" x;
      """
    let verdict = try await verdict("yes", text)
    guard case .vacuous(expected, .inductive(let certificate)) = verdict else {
      throw Surprise(verdict)
    }
    let system = try TestSupport.system(of: text)
    #expect(certificate.vacuity == expected)
    #expect(CertificateCheck.refusal(of: certificate) == nil)
    #expect(try CertificateCheck.refusal(of: certificate, for: system) == nil)
  }

  @Test func whatCannotAlwaysBeEvaluatedIsNotProved() async throws {
    let text = """
      var x: 0..3;
      startstate begin x := 0; end;
      rule "up" x < 3 ==> begin x := x + 1; end;
      rule "down" x = 3 ==> begin x := 0; end;
      invariant "ratio" 6 / (x - 2) < 100;
      """
    guard case .unknown = try await verdict("ratio", text) else {
      throw Surprise(try await verdict("ratio", text))
    }
  }

  @Test func whatCannotBeEncodedIsNamed() async throws {
    let text = """
      var x: 0..1000000;
      startstate begin x := 1; end;
      rule "double" true ==> begin
        while x < 900000 do x := x + 1; end;
      end;
      invariant "positive" x > 0;
      """
    let verdict = try await verdict("positive", text)
    guard case .unknown(.unsupported(let features)) = verdict else { throw Surprise(verdict) }
    #expect(features.map(\.description) == ["a loop that may run more than 300 times"])
    #expect(features.first?.range?.start.line == 4)
  }

  @Test(arguments: ["liveness", "cover"])
  func claimsBeyondInductionAreRefusedByName(_ kind: String) throws {
    let system = try TestSupport.system(
      of: "var x: boolean; startstate begin x := true; end; \(kind) \"seen\" x;")
    let claims = system.claims.indices.map(ClaimIndex.init)
    let features = KInduction().unsupported(in: system, claims: claims)
    #expect(features.map(\.description) == ["\(kind) claims, which check decides"])
  }

  @Test(arguments: [Limit.time, .interrupted])
  func limitsEndEveryEngine(_ limit: Limit) async throws {
    let limits = Limits(interruption: { limit })
    for engine in [BoundedModelChecking(), KInduction(), IC3()] as [any Engine] {
      let system = try TestSupport.system(of: Self.counter)
      let result = try await engine.run(
        [ClaimIndex(0)], of: system, limits: limits, onEvent: { _ in })
      guard case .unknown(.limit(limit)) = result.verdicts[ClaimIndex(0)] else {
        throw Surprise(result.verdicts[ClaimIndex(0)])
      }
    }
  }

  @Test func theReviewedProtocolIsProvedByPlainInduction() async throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../specs/pgmap/request-folio-reviewed.m")
    let system = try TestSupport.system(of: try String(contentsOf: file, encoding: .utf8))
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      system[$0].kind != .liveness && system[$0].kind != .cover
    }
    let result = try await KInduction().run(
      claims, of: system, limits: Limits(maxDepth: 1), onEvent: { _ in })
    for claim in claims {
      guard case .holds(.inductive) = result.verdicts[claim] else {
        Issue.record("\(system[claim].name): \(result.verdicts[claim] as Any)")
        continue
      }
    }
  }

  /// A verdict that the test does not expect.
  struct Surprise: Error {
    let verdict: String
    init(_ verdict: Verdict?) { self.verdict = String(describing: verdict) }
  }
}
