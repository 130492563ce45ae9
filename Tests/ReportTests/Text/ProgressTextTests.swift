import Model
import Report
import Testing

@Suite struct ProgressTextTests {
  private static let exploring = EngineEvent.exploring(
    states: 1_234_567, transitions: 5_000_000, depth: 12, frontier: 98_765, bytes: 19_000_000)

  @Test(
    arguments: [
      (
        .plain,
        "a.m: 1,234,567 states, 6.39 M states/s, frontier 98,765, depth 12, 18 MiB, 3.2 s"
      ),
      (
        .json,
        """
        {"bytes":19000000,"depth":12,"event":"exploring","frontier":98765,"seconds":3.2,\
        "spec":"a.m","states":1234567,"statesPerSecond":6388000,"transitions":5000000}
        """
      ),
    ] as [(ProgressText, String)])
  func explorationTellsHowFarItIs(format: ProgressText, text: String) {
    #expect(
      format.line(for: Self.exploring, spec: "a.m", seconds: 3.21, rate: 6_388_000) == text)
  }

  @Test func proofsTellWhatIsBeingAsked() {
    let event = EngineEvent.proving("induction: rule \"kill\"", depth: 2)
    #expect(
      ProgressText.plain.line(for: event, spec: "a.m", seconds: 0.04)
        == "a.m: induction: rule \"kill\", depth 2, 0.0 s")
    #expect(
      ProgressText.json.line(for: event, spec: "a.m", seconds: 0.04) == """
        {"depth":2,"event":"proving","question":"induction: rule \\"kill\\"","seconds":0,\
        "spec":"a.m"}
        """)
  }

  @Test(arguments: [Double.infinity, .nan, 1e300, -1])
  func oddClocksDoNoHarm(number: Double) {
    for format in ProgressText.allCases {
      let line = format.line(for: Self.exploring, spec: "a.m", seconds: number, rate: number)
      #expect(!line.isEmpty && !line.contains("\n"))
    }
  }

  /// Each rule and claim has its time, in a matrix that fits and in one line for programs.
  @Test func questionsHaveTimes() throws {
    var times = ProofTimes()
    #expect(times.lines.isEmpty)
    for claim in 1...12 { times.add(0.0123, step: "rule \"a\"", claim: "claim \(claim)") }
    times.add(1.5, step: "rule \"\(String(repeating: "b", count: 50))\"", claim: "claim 12")
    times.add(0.5, step: "rule \"a\"", claim: "claim 12")
    #expect(times.lines.allSatisfy { $0.count <= 100 })
    #expect(times.lines.contains { $0.hasPrefix("  rule \"a\"") && $0.hasSuffix("    12   512") })
    #expect(times.lines.contains { $0.hasPrefix("  rule \"bbb") && $0.hasSuffix("     .  1500") })
    #expect(times.lines.last == "  12  claim 12")
    let questions = times.json.split(separator: "\"step\"").count - 1
    #expect(questions == 13 && times.json.contains("\"seconds\":0.5123"))
    let event = EngineEvent.asking(step: "rule \"a\"", claim: "it")
    #expect(
      ProgressText.plain.line(for: event, spec: "a.m", seconds: 2)
        == "a.m: rule \"a\" keeps it, 2.0 s")
  }
}
