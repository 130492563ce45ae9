import Model
import Report
import Testing

@Suite struct TextReportTests {
  @Test func aRunReadsAsATableWithASummary() {
    #expect(TextReport().text(of: SampleRecords.verdicts) == "")
  }

  @Test func allRulesAreListedWhenAskedFor() {
    let text = TextReport(showsRules: true).text(of: SampleRecords.verdicts)
    #expect(text.contains("  rule  request: inc_return :77  1,230,000  first at depth 3\n"))
    #expect(text.contains("  rule  unmap :99                        0\n"))
  }

  @Test func anEmptyRunSaysSo() {
    #expect(TextReport().text(of: SampleRecords.empty) == "0 specs, 0 claims; nothing decided\n")
  }

  @Test func evidenceFollowsTheExpectation() {
    let heading = "requests.m:100: VIOLATED"
    #expect(TextReport().text(of: SampleRecords.race).contains(heading))
    let unexpected = TextReport(evidence: .unexpected)
    #expect(unexpected.text(of: SampleRecords.race).contains(heading))
    var expected = SampleRecords.race
    expected.specs[0].claims[0].expected = .violated
    #expect(!unexpected.text(of: expected).contains(heading))
    #expect(!TextReport(evidence: .none).text(of: SampleRecords.race).contains(heading))
  }

  @Test func coloursAreWrittenOnlyWhenAskedFor() {
    let escape: Character = "\u{1B}"
    #expect(!TextReport().text(of: SampleRecords.race).contains(escape))
    let coloured = TextReport(palette: Palette(isOn: true)).text(of: SampleRecords.race)
    #expect(coloured.contains("\u{1B}[1;31mVIOLATED\u{1B}[0m"))
  }

  @Test(arguments: ReportCatalog.allCases)
  func everyFormatWritesEveryRecordAndEndsTheLine(format: ReportCatalog) {
    for record in [SampleRecords.empty, SampleRecords.verdicts, SampleRecords.race] {
      let text = format.format().text(of: record)
      #expect(text.isEmpty || text.last == "\n")
      #expect(text == format.format().text(of: record))
      #expect(text.isEmpty == (format == .kernel && record != SampleRecords.race))
    }
  }

  @Test(
    arguments: [
      (.proved, .forAll(["FOLIOS", "TASKS"]), "PROVED for all FOLIOS, TASKS"),
      (.proved, .instance(["TASKS": 3, "FOLIOS": 2]), "PROVED FOLIOS=2 TASKS=3"),
      (.proved, .instance(["A": 1, "B": 1, "C": 1, "D": 1]), "PROVED"),
      (.proved, .instance([:]), "PROVED"),
      (.exhausted, .instance([:]), "EXHAUSTED 5,750,909 states"),
      (.bounded, .instance([:]), "NO VIOLATION \u{2264} 20"),
      (.violated, .instance([:]), "VIOLATED"), (.vacuous, .instance([:]), "VACUOUS"),
      (.unknown, .instance([:]), "UNKNOWN"),
    ] as [(VerdictWord, ClaimRecord.Scope, String)])
  func verdictsHaveTheirWords(verdict: VerdictWord, scope: ClaimRecord.Scope, words: String) {
    let claim = ClaimRecord(
      name: "c", kind: .invariant, line: 1, verdict: verdict, scope: scope, depth: 20)
    #expect(VerdictText.text(of: claim, states: 5_750_909) == words)
  }

  @Test func everyReasonHasWordsOfItsOwn() {
    let words = ReasonRecord.Code.allCases.map { ReasonRecord($0).wording }
    #expect(Set(words).count == words.count)
    #expect(ReasonRecord(.solver, detail: "canceled").wording == "the solver gave up: canceled")
  }
}
