import SourceText
import Testing

@Suite struct DiagnosticRenderingTests {
  private func rendered(_ text: String, _ offsets: Range<Int>) -> String {
    let file = SourceFile(name: "f.m", text: text)
    return Diagnostic("wrong", at: file.range(of: offsets)).rendered(in: file)
  }

  @Test func showsTheLineWithThePlaceUnderlined() {
    #expect(
      rendered("one\ntwo three\n", 8..<13) == """
        f.m:2:5: error: wrong
            2 | two three
              |     ^~~~~

        """)
  }

  @Test func putsSuggestionAndNotesAfterTheExcerpt() {
    let file = SourceFile(name: "f.m", text: "x\ny")
    let diagnostic = Diagnostic(
      "twice", at: file.range(of: 2..<3), severity: .warning,
      notes: [
        Diagnostic.Note("first", at: file.range(of: 0..<1)), Diagnostic.Note("why", at: .none),
      ], suggestion: "rename it")
    #expect(
      diagnostic.rendered(in: file) == """
        f.m:2:1: warning: twice
            2 | y
              | ^
        help: rename it
        f.m:1:1: note: first
            1 | x
              | ^
        note: why

        """)
  }

  @Test func tabsAndMultibyteCharactersKeepTheCaretInPlace() {
    #expect(rendered("\té x", 4..<5).contains("1 |         é x\n      |           ^\n"))
  }

  @Test func controlCharactersAreShownAsQuestionMarks() {
    #expect(rendered("a\0b\u{7F}c", 4..<5).contains("| a?b?c\n      |     ^\n"))
  }

  @Test func anEmptyPlaceAtTheEndOfALineHasACaret() {
    #expect(rendered("ab", 2..<2).contains("| ab\n      |   ^\n"))
    #expect(rendered("", 0..<0).contains("| \n      | ^\n"))
  }

  @Test func aPlaceOverSeveralLinesIsUnderlinedToTheEndOfTheFirst() {
    #expect(rendered("abc\ndef", 1..<6).contains("| abc\n      |  ^~\n"))
  }

  @Test func longLinesAreCutAroundThePlace() {
    let text = String(repeating: "x", count: 100_000) + "!" + String(repeating: "y", count: 100_000)
    let lines = rendered(text, 100_000..<100_001).split(separator: "\n")
    #expect(lines[1].hasSuffix("..."))
    #expect(lines[1].utf8.count < 200)
    let excerpt = Array(lines[1])
    #expect(
      lines[2].firstIndex(of: "^").map {
        excerpt[lines[2].distance(from: lines[2].startIndex, to: $0)]
      } == "!")
  }

  @Test func placesOfAnotherFileHaveNoExcerpt() {
    let file = SourceFile(name: "f.m", text: "x")
    let other = SourceFile(name: "g.m", text: "y")
    let diagnostic = Diagnostic("wrong", at: other.range(of: 0..<1))
    #expect(diagnostic.rendered(in: file) == "g.m:1:1: error: wrong\n")
    #expect(Diagnostic("wrong", at: .none).rendered(in: file) == "error: wrong\n")
  }

  @Test func anyBytesCanBeRendered() {
    var random = SystemIndependentBytes(seed: 7)
    for _ in 0..<500 {
      let file = SourceFile(name: "f", bytes: (0..<60).map { _ in random.next() })
      let start = Int(random.next()) % 60
      let range = file.range(of: start..<min(60, start + Int(random.next()) % 9))
      let text = Diagnostic("wrong", at: range).rendered(in: file)
      #expect(text.contains("^"))
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }
}

/// Bytes of a linear congruential generator.
private struct SystemIndependentBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt8 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt8(truncatingIfNeeded: state >> 40)
  }
}
