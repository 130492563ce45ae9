import Model
import TestSupport
import Testing

/// What the record of a verdict is about.
@Suite struct ScopeTests {
  private static let certificate = Certificate(
    by: .kInduction, claims: ["small"], invariant: [], k: 1, constants: ["N": 2], obligations: [])

  private func scope(_ verdict: Verdict, forAll names: [String]) throws -> ClaimRecord.Scope {
    let text = "const N: 2; var x: 0..N; startstate begin x := 0; end; invariant \"small\" x <= N;"
    let system = try system(of: text, forAll: names)
    return ClaimRecord(ClaimIndex(0), of: system, verdict: verdict, engine: nil).scope
  }

  @Test func onlyAProofWithSymbolicConstantsIsAboutEveryValue() throws {
    let proof = Verdict.holds(.inductive(Self.certificate))
    #expect(try scope(proof, forAll: ["N"]) == .forAll(["N"]))
    #expect(try scope(proof, forAll: []) == .instance(["N": 2]))
    #expect(try scope(.unknown(.bounded(depth: 3)), forAll: ["N"]) == .instance(["N": 2]))
  }
}
