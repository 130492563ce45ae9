import Murphi
import SourceText
import Testing

@Suite struct DiagnosticTests {
  private func report(_ text: String) -> String {
    let file = SourceFile(name: "t.m", text: text)
    return checkedProgram(of: file).1.map { $0.rendered(in: file) }.joined()
  }

  @Test func aMisspeltNameIsShownWithTheOneMeant() {
    #expect(
      report("var refcount: 0..3;\nstartstate begin\n\trefcuont := 0;\nend;") == """
        t.m:3:2: error: nothing here is called 'refcuont'; a value is needed
            3 |         refcuont := 0;
              |         ^~~~~~~~
        help: did you mean 'refcount'?
        t.m:1:5: note: 'refcount' is declared here
            1 | var refcount: 0..3;
              |     ^~~~~~~~

        """)
  }

  @Test func aSecondDeclarationPointsAtTheFirst() {
    #expect(
      report("const N: 1;\ntype N: 0..1;\nstartstate begin end;") == """
        t.m:2:6: error: 'N' is declared twice
            2 | type N: 0..1;
              |      ^
        t.m:1:7: note: the first one is here
            1 | const N: 1;
              |       ^

        """)
  }

  @Test func anUnclosedBlockPointsAtItsBeginning() {
    #expect(
      report("rule begin\n  if true then\nendrule;") == """
        t.m:3:1: error: expected 'end' or 'endif', found 'endrule'
            3 | endrule;
              | ^~~~~~~
        t.m:2:3: note: this 'if' begins here
            2 |   if true then
              |   ^~

        """)
  }

  @Test func aMissingSemicolonIsShownWhereItBelongs() {
    #expect(
      report("var x: 0..1;\nrule begin\n  x := 0\n  x := 1;\nend;") == """
        t.m:3:9: error: expected ';' between statements, found 'x'
            3 |   x := 0
              |         ^

        """)
  }

  @Test func severalMistakesAreReportedInOneRun() {
    let messages = report(
      """
      var x: 0..1
      rule begin x = 1; y + 2; x := ; end;
      rule b => begin end;
      invarant x;
      invariant x = ;
      """
    ).split(separator: "\n").filter { $0.contains("error:") }
    #expect(
      messages.map { $0.prefix { $0 != " " } } == [
        "t.m:2:14:", "t.m:2:21:", "t.m:2:31:", "t.m:3:8:", "t.m:4:1:", "t.m:5:15:",
      ])
  }

  @Test func aMissingStartStateIsAWarning() {
    let (program, diagnostics) = checkedProgram(of: SourceFile(name: "t.m", text: "rule begin end"))
    #expect(program != nil)
    #expect(diagnostics.map(\.severity) == [.warning])
  }
}
