import SourceText
import Testing

@Suite struct SourceFileTests {
  @Test(
    arguments: [
      ("", 0, 1, 1), ("", 5, 1, 1), ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("a\nb", 1, 1, 2),
      ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("\n\n\n", 3, 4, 1), ("é!", 2, 1, 3),
      ("abc", -4, 1, 1),
    ])
  func positionsCountLinesAndBytesFromOne(text: String, offset: Int, line: Int, column: Int) {
    let file = SourceFile(name: "t", text: text)
    #expect(file.position(of: offset) == SourcePosition(line: line, column: column))
  }

  @Test(
    arguments: [
      ("a\nbc", 1, "a"), ("a\nbc", 2, "bc"), ("a\r\nbc\r\n", 1, "a"), ("a\r\nbc\r\n", 2, "bc"),
      ("a\r\nbc\r\n", 3, ""), ("a", 2, ""), ("a", 0, ""), ("", 1, ""),
    ])
  func linesAreGivenWithoutTheirEnds(text: String, number: Int, line: String) {
    let file = SourceFile(name: "t", text: text)
    #expect(String(decoding: file.line(number), as: UTF8.self) == line)
  }

  @Test func invalidUTF8BecomesReplacementCharacters() {
    let file = SourceFile(name: "t", bytes: [0x61, 0xFF, 0x00, 0x62])
    #expect(file.text(of: 0..<4) == "a\u{FFFD}\0b")
    #expect(file.text(of: 2..<99) == "\0b")
  }

  @Test func rangesJoinToTheSmallestAroundBoth() {
    let file = SourceFile(name: "t", text: "abc\ndef")
    let joined = file.range(of: 5..<6).joined(with: file.range(of: 1..<2))
    #expect(joined == file.range(of: 1..<6))
    #expect(SourceRange.none.joined(with: joined) == joined)
    #expect(joined.joined(with: .none) == joined)
    #expect(joined.description == "t:1:2")
  }
}
