import Model
import Prover
import SourceText
import TestSupport
import Testing
import Verification

/// Small proofs of every kind, as they are stored.
struct BaseProof: Sendable, CustomStringConvertible {
  let description: String
  let text: String
  let method: Certificate.Method
  var forAll: [String] = []

  /// Two counters that stay together, with a constant that matters.
  static let kInduction = BaseProof(
    description: "k-induction",
    text: Fixture.named("taken-and-given").text, method: .kInduction)

  /// What is kept only by two states in a row.
  static let deeper = BaseProof(
    description: "k-induction, k = 2",
    text: """
      var x, y: 0..3;
      startstate begin x := 0; y := 0; end;
      rule "follow" begin y := x; x := x = 2 ? 0 : (x = 3 ? 1 : x + 1); end;
      invariant "y is not three" y != 3;
      """, method: .kInduction)

  /// Mutual exclusion that takes lemmas.
  static let ic3 = BaseProof(
    description: "IC3",
    text: Fixture.named("peterson-at-once").text, method: .ic3)

  /// A counter of marks, for any number of members.
  static let anySize = BaseProof(
    description: "any size",
    text: """
      -- pinproof: deadlock off
      const N: 2; STEP: 1;
      type T: scalarset(N); Count: 0..N;
      var marked: array[T] of boolean; marks: Count;
      function counted(): Count; var n: Count;
      begin n := 0; for t: T do if marked[t] then n := n + STEP; end; end; return n; end;
      startstate begin marks := 0; for t: T do marked[t] := false; end; end;
      ruleset t: T do
        rule "mark" !marked[t] ==> begin marked[t] := true; marks := marks + 1; end;
        rule "unmark" marked[t] ==> begin marked[t] := false; marks := marks - 1; end;
      end;
      invariant "counted" marks = counted();
      invariant "marked counts" forall t: T do marked[t] -> marks >= 1 end;
      """, method: .parametric, forAll: ["N"])

  static let all = [kInduction, deeper, ic3, anySize]

  /// The specification, with another text or other constants if they are given.
  func specification(_ text: String? = nil) throws -> Specification {
    try Specification(
      SourceFile(name: "spec.m", text: text ?? self.text),
      options: LoadOptions(forAll: forAll.isEmpty ? .none : .named(forAll)))
  }

  /// The proof, made anew.
  func certificate() async throws -> Certificate {
    let system = try specification().system
    let engine: any Engine =
      switch method {
      case .kInduction: KInduction()
      case .ic3: IC3()
      case .parametric, .race: ParametricProof()
      }
    let claims = system.claims.indices.map(ClaimIndex.init).filter { system[$0].kind == .invariant }
    let result = try await engine.run(claims, of: system, limits: Limits()) { _ in }
    for claim in claims {
      if case .holds(.inductive(let certificate)) = result.verdicts[claim] { return certificate }
    }
    throw Unproved(verdicts: result.verdicts)
  }

  struct Unproved: Error { let verdicts: [ClaimIndex: Verdict] }
}
