import Model
import Testing

@testable import Report

@Suite struct JSONReportTests {
  @Test(arguments: [SampleRecords.empty, SampleRecords.verdicts, SampleRecords.race])
  func aRecordSurvivesTheRoundTrip(record: RunRecord) throws {
    let bytes = Array(JSONReport().text(of: record).utf8)
    #expect(try JSONReport.read(bytes) == record)
  }

  @Test func theSchemaIsTheDocumentedOne() {
    let text = JSONReport().text(of: SampleRecords.verdicts)
    for part in [
      "\"schema\" : \"pinproof/1\"", "\"certificate\" : null", "\"verdict\" : \"violated\"",
      "\"exit\" : 12", "\"FOLIOS\" : 2", "\"firstDepth\" : null", "\"bytesPerState\" : 14",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test func withoutTimesNoKeySpeaksOfSeconds() {
    let record = SampleRecords.verdicts
    #expect(JSONReport().text(of: record).contains("\"seconds\" : 0.9"))
    #expect(!JSONReport().text(of: record.withoutTimes()).contains("seconds"))
  }

  @Test(arguments: ["", "[]", "{}", "{\"schema\":\"pinproof/1\"}", "nul", "\u{0}"])
  func otherTextsAreRefused(text: String) {
    #expect(throws: JSONReportError.notARecord) { try JSONReport.read(Array(text.utf8)) }
  }

  @Test func otherSchemasAreRefusedByName() {
    let text = "{\"schema\":\"pinproof/9\",\"version\":\"1\",\"specs\":[]}"
    #expect(throws: JSONReportError.otherSchema("pinproof/9")) {
      try JSONReport.read(Array(text.utf8))
    }
  }
}
