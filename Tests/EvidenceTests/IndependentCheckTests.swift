import Model
import Prover
import Testing
import Verification

/// What the second encoding asks of a proof for any size, and of its instances.
@Suite("The second encoding of a proof for any size") struct IndependentCheckTests {
  @Test("All questions are answered for any size")
  func ofAnySize() async throws {
    let base = BaseProof.anySize
    let recount = try CertificateAudit(solver: nil)
      .independentRefusal(of: try await base.certificate(), for: try base.specification()).get()
    #expect(recount.decided > 6 && recount.open == 0 && recount.unsaid == nil, "\(recount)")
  }

  /// The prover knows what a search leaves behind; the second encoding looks at the smallest instances.
  @Test("What it cannot say is named, and asked of small instances")
  func whatCannotBeSaid() async throws {
    let search = BaseProof(
      description: "search",
      text: """
        -- pinproof: deadlock off
        const N: 2;
        type T: scalarset(N);
        var marked: array[T] of boolean; found: boolean;
        function some(): boolean;
        begin for t: T do if marked[t] then return true; end; end; return false; end;
        startstate begin found := false; for t: T do marked[t] := false; end; end;
        ruleset t: T do rule "mark" true ==> begin marked[t] := true; found := some(); end; end;
        invariant "found" found -> exists t: T do marked[t] end;
        """, method: .parametric, forAll: ["N"])
    let recount = try CertificateAudit(solver: nil)
      .independentRefusal(of: try await search.certificate(), for: try search.specification()).get()
    #expect(recount.unsaid?.contains("return") == true)
    #expect(recount.decided > 2 && recount.open == 0)
  }

  /// With one member there is no pair, so that nothing happens.
  @Test("A proof may be about nothing in the smallest instance")
  func smallestIsVacuous() async throws {
    let pairs = BaseProof(
      description: "pairs",
      text: """
        -- pinproof: deadlock off
        const N: 3;
        type T: scalarset(N);
        var marked: array[T] of boolean; swapped: boolean;
        startstate begin swapped := false; for t: T do marked[t] := false; end; end;
        ruleset t: T; u: T do
          rule "swap" t != u ==> begin marked[t] := marked[u]; swapped := !swapped; end;
        end;
        invariant "none" forall t: T do !marked[t] end;
        """, method: .parametric, forAll: ["N"])
    let recount = try CertificateAudit(solver: nil)
      .independentRefusal(of: try await pairs.certificate(), for: try pairs.specification()).get()
    #expect(recount.decided > 2 && recount.open == 0)
  }

  /// Where the instance of the certificate has no behaviour, its proof says nothing.
  @Test("A proof is not about nothing in its own instance")
  func ownInstanceIsNotVacuous() async throws {
    let base = BaseProof.anySize
    let certificate = try await base.certificate()
    let text = base.text.replacing("ruleset t: T do", with: "ruleset t: T; u: T do")
      .replacing("==>", with: "& t != u & N = 3 ==>")
    let refusal = CertificateAudit(solver: nil)
      .independentRefusal(of: certificate, for: try base.specification(text))
    #expect(
      refusal
        == .failure(
          .independent(
            obligation: "N=2: a transition from an initial state exists", .unsat)))
  }
}
