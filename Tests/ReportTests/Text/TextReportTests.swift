import Model
import Report
import Testing

@Suite struct TextReportTests {
  @Test func aRunReadsAsATableWithASummary() {
    #expect(
      TextReport().text(of: SampleRecords.verdicts) == """
        specs/pgmap/request-folio.m  FOLIOS=2 TASKS=3
          invariant  no use after unmap          :140  VIOLATED                    as expected; depth 9; explicit
          invariant  pins are exact              :150  VIOLATED                    depth 4; explicit
          invariant  no count below zero         :160  PROVED FOLIOS=2 TASKS=3     k-induction
          liveness   the wait returns            :170  EXHAUSTED 5,750,909 states  explicit
          cover      a request fails             :180  VACUOUS                     no reachable state meets it; explicit
          invariant  translation is a bijection  :190  NO VIOLATION ≤ 20           bmc
          liveness   teardown ends               :200  UNKNOWN                     the solver gave up: canceled; explicit
          5,750,909 states, 26,045,141 transitions, depth 41, complete, 0.9 s, 6.39 M states/s, 14.0 bytes a state, bytecode, 2 workers
          never fired: unmap :99
          note: replayed 2 traces

        specs/broken.m
          specs/broken.m:3:7: error: unknown type 'Taks'
          help: did you mean 'Task'?

        2 specs, 7 claims: 1 proved, 1 exhausted, 1 bounded, 2 violated, 1 vacuous, 1 unknown; 1 invalid spec; 2 not as claimed

        """)
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
      (.unknown, .instance([:]), "UNKNOWN"), (.met, .instance([:]), "MET"),
      (.assumed, .instance([:]), "ASSUMED"),
    ] as [(VerdictWord, ClaimRecord.Scope, String)])
  func verdictsHaveTheirWords(verdict: VerdictWord, scope: ClaimRecord.Scope, words: String) {
    let claim = ClaimRecord(
      name: "c", kind: .invariant, line: 1, verdict: verdict, scope: scope, depth: 20)
    let exploration = ExplorationRecord(
      states: 5_750_909, transitions: 26_045_141, depth: 48, complete: true, bytesPerState: 15,
      backend: "bytecode")
    #expect(VerdictText.text(of: claim, in: exploration) == words)
  }

  @Test(arguments: [
    (0, "0"), (8.9631e-7, "9.0e-7"), (9.96e-7, "1.0e-6"), (1, "1.0e0"), (0.101, "1.1e-1"),
  ])
  func compactStorageIsPartOfTheVerdict(bound: Double, words: String) {
    let claim = ClaimRecord(
      name: "c", kind: .invariant, line: 1, verdict: .exhausted, scope: .instance([:]))
    var exploration = ExplorationRecord(
      states: 2_000, transitions: 1, depth: 1, complete: true, bytesPerState: 15,
      backend: "bytecode")
    exploration.storage = .compact
    exploration.missProbability = bound
    #expect(
      VerdictText.text(of: claim, in: exploration)
        == "EXHAUSTED 2,000 states, missed with p \u{2264} \(words)")
  }

  @Test func everyReasonHasWordsOfItsOwn() {
    let words = ReasonRecord.Code.allCases.map { ReasonRecord($0).wording }
    #expect(Set(words).count == words.count)
    #expect(ReasonRecord(.solver, detail: "canceled").wording == "the solver gave up: canceled")
  }
}
