import Murphi
import SourceText
import Testing

@Suite struct PrinterTests {
  @Test(arguments: Samples.accepted + Samples.files.map(\.text))
  func printedProgramsParseToThemselves(text: String) {
    let (program, _) = parse(SourceFile(name: "t.m", text: text))
    let printed = program.text
    let (again, diagnostics) = parse(SourceFile(name: "p.m", text: printed))
    #expect(diagnostics.isEmpty)
    #expect(structure(of: program) == structure(of: again), "\(printed)")
    #expect(again.text == printed)
  }

  /// A tree as text, without the places where its parts are written.
  private func structure(of program: Program) -> String {
    program.settings.map { outline($0.kind) }.joined() + program.items.map { outline($0) }.joined()
  }

  private func outline(_ value: Any) -> String {
    if value is SourceRange { return "" }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return "\(value)" }
    let children = mirror.children.map { "\($0.label ?? ""):\(outline($0.value))" }
    return "(\(children.joined(separator: " ")))"
  }
}
