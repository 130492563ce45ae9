import Murphi
import SourceText
import Testing

@Suite struct ParsingTests {
  @Test(arguments: Samples.accepted)
  func goodProgramsAreAccepted(text: String) {
    let file = SourceFile(name: "t.m", text: text)
    let (program, diagnostics) = checkedProgram(of: file)
    #expect(program != nil, "\(diagnostics.map { $0.rendered(in: file) }.joined())")
  }

  @Test(arguments: Samples.refused.indices)
  func badProgramsAreRefusedWithAReason(index: Int) {
    let (text, message) = Samples.refused[index]
    let file = SourceFile(name: "t.m", text: text)
    let (program, diagnostics) = checkedProgram(of: file)
    #expect(program == nil)
    #expect(
      diagnostics.contains { $0.severity == .error && $0.message.contains(message) },
      "\(text.prefix(300)): \(diagnostics.map(\.message))")
  }

  @Test(arguments: Samples.files.indices)
  func theFilesOfThisRepositoryAreAccepted(index: Int) {
    let (name, text) = Samples.files[index]
    let file = SourceFile(name: name, text: text)
    let (program, diagnostics) = checkedProgram(of: file)
    #expect(program != nil, "\(diagnostics.map { $0.rendered(in: file) }.joined())")
  }

  @Test(
    arguments: [
      ("a + b * c", "a + b * c"), ("(a + b) * c", "(a + b) * c"), ("a - (b - c)", "a - (b - c)"),
      ("(a - b) - c", "a - b - c"), ("!a = b", "!a = b"), ("(!a) = b", "(!a) = b"),
      ("-a * b", "-a * b"), ("-(a * b)", "-(a * b)"), ("a - -b", "a - -b"), ("~-a", "~(-a)"),
      ("a | b & c", "a | b & c"), ("(a | b) & c", "(a | b) & c"), ("a = (!b) & c", "a = (!b) & c"),
      ("a = !b & c", "a = (!b) & c"), ("a = !b = c", "a = (!b = c)"),
      ("a -> b ? c : d", "a -> b ? c : d"), ("a ? b ? c : d : e", "a ? b ? c : d : e"),
      ("a << 1 + 2", "a << 1 + 2"), ("(a << 1) + 2", "(a << 1) + 2"), ("+a", "a"),
      ("a ∧ b ∨ ¬c → d", "a && b || !c -> d"), ("a = b & c = d", "a = b & c = d"),
      ("a ^ b & c", "a ^ b & c"), ("f(a, b,)", "f(a, b)"), ("a.b[c].d", "a.b[c].d"),
    ])
  func operatorsBindAsTheyShould(text: String, canonical: String) throws {
    let file = SourceFile(name: "t.m", text: "invariant " + text)
    let (program, diagnostics) = parse(file)
    #expect(diagnostics.isEmpty)
    #expect(program.text == "invariant \(canonical);\n")
  }
}
