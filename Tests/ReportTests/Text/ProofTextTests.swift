import Model
import Report
import Testing

/// What a proof is explained with.
@Suite("Explained proofs") struct ProofTextTests {
  /// A proof in which each claim rests on the next one.
  private func chain(_ count: Int, named name: (Int) -> String = { "claim \($0)" }) -> Certificate {
    let obligations = (0..<count).map { index in
      Certificate.Obligation(
        name: "preservation", expected: .unsat, text: "", step: "rule \"\(name(index)) moves\"",
        keeps: index, premises: index + 1 < count ? [index, index + 1] : [index])
    }
    return Certificate(
      by: .parametric, claims: (0..<count).map(name), invariant: (0..<count).map { "x > \($0)" },
      k: 1, constants: ["N": 2, "M": 3], forAll: ["N"], obligations: obligations)
  }

  @Test func conjunctsAreReadAfterThoseTheyRestOn() {
    let outline = ProofOutline(of: chain(4))
    #expect(outline.conjuncts.map(\.name) == ["claim 3", "claim 2", "claim 1", "claim 0"])
    #expect(outline.conjuncts.map(\.text) == ["x > 3", "x > 2", "x > 1", "x > 0"])
    #expect(outline.conjuncts[0].neededBy == ["rule \"claim 2 moves\""])
    #expect(outline.conjuncts[3].neededBy.isEmpty)
    #expect(outline.steps[0].roles == [[], [], .needs, .keeps])
  }

  @Test func aProofIsExplained() {
    func row(_ name: String, _ signs: String) -> String {
      "  \(name)\(String(repeating: " ", count: 41 - name.count))\(signs)"
    }
    #expect(
      ProofText(of: chain(2)).lines == [
        "  proof of 2 claims for all N by induction (parametric), 2 obligations",
        "  M=3", "",
        "   1  claim 1", "          x > 1", "      needed by claim 0 moves",
        "   2  claim 0", "          x > 0", "",
        "  rule x conjunct: n needed by the rule, k kept by it for a reason, b both", "",
        row("", "1 2"), row("claim 0 moves", "n k"), row("claim 1 moves", "k ."),
      ])
  }

  /// The number of a lemma says nothing.
  @Test func lemmasAreSummarisedByTheirText() {
    let certificate = Certificate(
      by: .ic3, claims: ["claim"], invariant: ["x > 0", "!(y = 1)"],
      lemmas: [Cube([.among(cell: 0, contents: [1])])], k: 1, constants: [:], obligations: [])
    #expect(
      ProofText(of: certificate).summary.suffix(3) == [
        "   1  claim", "   2  lemma 1", "          !(y = 1)",
      ])
  }

  @Test(arguments: [1, 9, 10, 40, 120]) func noLineIsTooLong(count: Int) {
    let certificate = chain(count) { "\($0) \(String(repeating: "word ", count: 30))" }
    let text = ProofText(of: certificate)
    for line in text.lines + text.summary { #expect(line.count <= 100, "\(line)") }
    #expect(text.summary.count < text.lines.count)
  }
}
