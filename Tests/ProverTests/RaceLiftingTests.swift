import Model
import TestSupport
import Testing

@testable import Prover

/// Races of one instance that are said to exist at every size from some on.
@Suite("Races at every size") struct RaceLiftingTests {
  /// Tasks that take a lock, or think so.
  private static let locks = """
    const N: 2; SPARE: 1;
    type T: scalarset(N); C: 0 .. N + SPARE; Ring: 0 .. N - 1;
    var inside: array[T] of boolean; users: C; last: T; place: Ring;
    function counted(): C; var n: C;
    begin n := 0; for t: T do if inside[t] then n := n + 1; end; end; return n; end;
    ruleset t: T do startstate begin
      users := 0; last := t; place := 0; for u: T do inside[u] := false; end; end; end;
    ruleset t: T do
      rule "enter" !inside[t] ==> begin inside[t] := true; users := users + 1; last := t; end;
      rule "leave" inside[t] ==> begin inside[t] := false; users := users - 1; end;
      rule "forget" inside[t] & users = 1 ==> begin inside[t] := false; end;
      rule "assert" inside[t] & counted() > 1 ==> begin assert "alone" last != t; end;
    end;
    ruleset p: Ring do rule "place" p > place ==> begin place := p; end; end;
    assume "few" users <= 3;

    """

  /// The answer about the shortest violation of a claim in the instance.
  private func answer(
    about claim: String, _ text: String, size: Int = 2, forAll: [String] = ["N"]
  ) async throws -> (RaceLifting.Answer, TransitionSystem) {
    let system = try TestSupport.system(of: text, overriding: [("N", "\(size)")], forAll: forAll)
    let index = try #require(
      system.claims.firstIndex { $0.name == claim || $0.kind.rawValue == claim }
        .map(ClaimIndex.init))
    let trace = try #require(try await violation(of: index, in: system))
    return (
      RaceLifting.lift(trace, breaking: index, of: system, limits: Limits()), system
    )
  }

  private func violation(of claim: ClaimIndex, in system: TransitionSystem) async throws -> Trace? {
    let verdict = try await BoundedModelChecking().run(
      [claim], of: system, limits: Limits(maxDepth: 6), onEvent: { _ in }
    ).verdicts[claim]
    if case .violated(let trace) = verdict { return trace }
    return nil
  }

  @Test(arguments: [
    ("!(exists t: T do inside[t] end)", 1), ("counted() < 2", 2), ("users = counted()", 1),
    ("forall t: T do forall u: T do inside[t] & inside[u] -> t = u end end", 2),
    ("users <= 1", 2), ("place = 0", 2), ("place != 2", 3),
    ("forall t: T do inside[t] -> t = last end", 2),
  ])
  func isShownFromTheLeastSizeOn(_ claim: String, _ least: Int64) async throws {
    let text = Self.locks + "invariant \"it\" \(claim);"
    let (answer, system) = try await answer(about: "it", text, size: Int(least))
    guard case .everySize(let certificate) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(certificate.race?.from == ["N": least])
    #expect(CertificateCheck.refusal(of: certificate) == nil)
    #expect(try CertificateCheck.refusal(of: certificate, for: system) == nil)
    for size in Int(least)...4 {
      let instance = try TestSupport.system(of: text, overriding: [("N", "\(size)")])
      let index = ClaimIndex(try #require(instance.claims.firstIndex { $0.name == "it" }))
      #expect(try await violation(of: index, in: instance) != nil, "N=\(size)")
    }
  }

  @Test(arguments: ["alone", "runtime"]) func failingStepsAreShown(claim: String) async throws {
    let text = Self.locks.replacing("\"leave\" inside[t]", with: "\"leave\" t != last")
    let (answer, _) = try await answer(about: claim, text)
    guard case .everySize(let certificate) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(CertificateCheck.refusal(of: certificate) == nil)
  }

  /// What is violated at other sizes by other steps, or not at all, is not shown.
  @Test(arguments: [
    "counted() < N", "N = 3", "N != 2", "counted() < 2 | N > 5", "place < N - 1",
    "exists t: T do !inside[t] end",
  ])
  func whatDependsOnTheSizeIsNotShown(_ claim: String) async throws {
    let (answer, _) = try await answer(
      about: "it", Self.locks + "invariant \"it\" \(claim);")
    guard case .notShown(.step) = answer else {
      Issue.record("\(answer)")
      return
    }
  }

  /// Whether a loop comes to what fails may depend on the size, and on what other rounds do.
  @Test(arguments: [
    (
      "runtime",
      """
      rule "go" true ==> var k: 0..9; begin
        for t: T do if N <= 3 then k := k + 1; end; end;
      end;
      """
    ),
    (
      "two",
      """
      rule "go" true ==> begin for t: T do assert "two" t != 2; assume N <= 3 | t != 1; end; end;
      """
    ),
  ])
  func whichRoundFailsIsNotShown(_ claim: String, _ rule: String) async throws {
    let text = """
      const N: 2;
      type T: 1 .. N;
      var y: boolean;
      startstate begin y := true; end;

      """
    let (answer, _) = try await answer(about: claim, text + rule)
    guard case .notShown(.step) = answer else {
      Issue.record("\(answer)")
      return
    }
  }

  /// A state that an assumption turns away at some size is none.
  @Test func assumptionsHoldAllAlong() async throws {
    let text =
      Self.locks.replacing("users <= 3", with: "N > 2 -> users = 0")
      + "invariant \"it\" users = 0;"
    let (answer, _) = try await answer(about: "it", text)
    guard case .notShown(.step) = answer else {
      Issue.record("\(answer)")
      return
    }
  }

  @Test func certificatesOfOtherRacesAreRefused() async throws {
    let text = Self.locks + "invariant \"it\" counted() < 2; invariant \"other\" users <= 1;"
    let (answer, system) = try await answer(about: "it", text)
    guard case .everySize(let certificate) = answer, let race = certificate.race else {
      Issue.record("\(answer)")
      return
    }
    func changed(
      claims: [String]? = nil, _ steps: [Certificate.Race.Step]? = nil,
      from: [String: Int64]? = nil,
      obligations: [Certificate.Obligation]? = nil
    ) -> Certificate {
      Certificate(
        by: .race, claims: claims ?? certificate.claims, invariant: [], k: certificate.k,
        constants: certificate.constants, forAll: certificate.forAll,
        race: .init(
          steps: steps ?? race.steps, claimArguments: race.claimArguments, from: from ?? race.from),
        obligations: obligations ?? certificate.obligations)
    }
    let steps = race.steps
    let damaged = [
      changed(claims: ["other"]), changed(claims: []), changed(from: ["N": 1]),
      changed(from: ["N": 3]), changed(from: [:]), changed(Array(steps.dropLast())),
      changed(steps + [steps[1]]), changed([]), changed([.init(99, [])] + steps.dropFirst()),
      changed(steps.dropLast() + [.init(99, [0])]), changed(steps.dropLast() + [.init(0, [])]),
      changed(obligations: certificate.obligations.dropLast()), changed(obligations: []),
    ]
    for certificate in damaged {
      #expect(try CertificateCheck.refusal(of: certificate, for: system) == .otherSystem)
    }
    // It is no proof.
    let proof = Certificate(
      by: .parametric, claims: certificate.claims, invariant: [], k: 1,
      constants: certificate.constants,
      forAll: ["N"], obligations: certificate.obligations)
    #expect(try CertificateCheck.refusal(of: proof, for: system) == .otherSystem)
  }
}
