import Model
import TestSupport
import Testing

@testable import Prover

/// Systems in which something is false that a careless summary of loops or choice of names proves.
@Suite("Any size: what is false is not proved") struct ParametricSoundnessTests {
  @Test(arguments: Trap.all)
  func isNotProved(_ trap: Trap) async throws {
    let system = try TestSupport.system(of: trap.text, forAll: trap.forAll)
    let index = try #require(
      system.claims.firstIndex { $0.name == trap.claim }.map(ClaimIndex.init))
    let verdict = try await ParametricProof(patience: 500_000).run(
      [index], of: system, limits: Limits(), onEvent: { _ in }
    ).verdicts[index]
    guard case .unknown = verdict else {
      Issue.record("proved")
      return
    }
  }

  /// Scalarsets of one size agree, whatever they are called.
  @Test func scalarsetsOfOneSizeAreCompared() async throws {
    let text = """
      const N: 2;
      type A: scalarset(N); B: scalarset(N);
      var x: A; y: B;
      startstate begin undefine x; undefine y; end;
      ruleset p: A; q: B do rule "go" p = q ==> begin x := q; y := p; end; end;
      invariant "same" isundefined(x) | x = y;
      """
    try await expectProof(of: "same", in: text, forAll: ["N"])
  }

  @Test func scalarsetsWithoutANameAreTypesToo() async throws {
    let text = """
      const N: 1; M: 2;
      type R: record a: array[scalarset(N)] of boolean; b: array[scalarset(M)] of boolean; end;
      var r: R; s: R;
      startstate begin clear r; clear s; end;
      rule "x" true ==> begin r := s; end;
      invariant "same" true;
      """
    try await expectProof(of: "no run-time error", in: text, forAll: ["N", "M"])
  }

  /// A step that fails ends a behaviour: what the others do is decided all the same.
  @Test(arguments: ["v", "has a value where it matters"])
  func whatFailsElsewhereSparesOtherClaims(_ claim: String) async throws {
    let text = """
      const N: 3;
      type T: scalarset(N); V: 0 .. N;
      var c: 0..2; v: V; h: T; a: array[T] of boolean;
      startstate begin v := 0; c := 0; undefine h; clear a; end;
      rule "over" true ==> begin c := c + 1; end;
      rule "v" v < N ==> begin v := v + 1; end;
      ruleset t: T do rule "h" isundefined(h) ==> begin h := t; a[t] := true; end; end;
      invariant "v" v <= N;
      invariant "has a value where it matters" isundefined(h) | a[h];
      """
    try await expectProof(of: claim, in: text, forAll: ["N"])
  }

  /// As a tree the value after a round has 2^40 parts.
  @Test func manyConditionsOfARoundAreReadOnce() async throws {
    let arrays = (0..<40).map { "a\($0)" }
    let text = """
      const N: 2;
      type T: scalarset(N);
      var \(arrays.map { "\($0): array [T] of boolean;" }.joined(separator: " "))
        c: 0 .. 40 * N; b: boolean;
      startstate begin
        for t: T do \(arrays.map { "\($0)[t] := false;" }.joined(separator: " ")) end;
        c := 0; b := false;
      end;
      rule "count" true ==> begin
        c := 0;
        for t: T do
          \(arrays.map { "if \($0)[t] then c := c + 1; end;" }.joined(separator: "\n    "))
        end;
      end;
      rule "b" true ==> begin b := !b; end;
      invariant "c" c >= 0;
      """
    try await expectProof(of: "no run-time error", in: text, forAll: ["N"])
  }

  private func expectProof(
    of claim: String, in text: String, forAll: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let system = try TestSupport.system(of: text, forAll: forAll)
    let index = try #require(system.claims.firstIndex { $0.name == claim }.map(ClaimIndex.init))
    let verdict = try await ParametricProof().run(
      [index], of: system, limits: Limits(), onEvent: { _ in }
    ).verdicts[index]
    guard case .holds = verdict else {
      Issue.record("not proved", sourceLocation: sourceLocation)
      return
    }
  }
}
