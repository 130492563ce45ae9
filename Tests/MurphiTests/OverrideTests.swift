import Murphi
import SourceText
import Testing

@Suite struct OverrideTests {
  private static let text = """
    type Mode: enum { SLOW, FAST };
    const N: 2; DOUBLE: N * 2; FLAG: false; MODE: SLOW;
    var x: 0..N;
    startstate begin x := 0; end;
    """

  private func check(_ name: String, _ value: String) -> (CheckedProgram?, [Diagnostic]) {
    checkedProgram(
      of: SourceFile(name: "t.m", text: Self.text), overriding: [(name: name, value: value)])
  }

  @Test(
    arguments: [
      ("N", "5", "5"), ("DOUBLE", "-3", "-3"), ("N", "0x10", "16"), ("N", "1 + 2", "3"),
      ("FLAG", "true", "true"), ("MODE", "FAST", "FAST"), ("DOUBLE", "N + 1", "3"),
    ])
  func aConstantGetsTheValueGiven(name: String, value: String, shown: String) throws {
    let (program, diagnostics) = check(name, value)
    let constant = try #require(program?.constants.first { $0.name == name }, "\(diagnostics)")
    #expect(constant.isOverridden)
    #expect(constant.valueText == shown)
  }

  @Test func whatDependsOnAConstantFollowsIt() throws {
    let program = try #require(check("N", "7").0)
    #expect(program.constants.first { $0.name == "DOUBLE" }?.value == 14)
    #expect(program.constants.first { $0.name == "DOUBLE" }?.isOverridden == false)
    #expect(program.stateVariables.map(\.type) == [.range(lower: 0, upper: 7, name: nil)])
  }

  @Test(
    arguments: [
      ("FLAG", "1", "'FLAG' is a truth value, but '1' is a number"),
      ("N", "true", "'N' is a number, but 'true' is a truth value"),
      ("MODE", "2", "'MODE' is a value of 'Mode', but '2' is a number"),
      ("MODE", "FASTER", "nothing here is called 'FASTER'"),
      ("N", "", "'' is not a value for 'N'"), ("N", "2 3", "'2 3' is not a value for 'N'"),
      ("N", "99999999999999999999", "does not fit in 64 bits"), ("N", "1/0", "division by zero"),
      ("N", "-1", "this range is empty"),
    ])
  func aValueThatDoesNotFitIsRefused(name: String, value: String, message: String) {
    let (program, diagnostics) = check(name, value)
    #expect(program == nil)
    #expect(diagnostics.contains { $0.message.contains(message) }, "\(diagnostics)")
  }

  @Test func anUnknownConstantIsAnsweredWithTheOnesThereAre() {
    let (program, diagnostics) = check("DUOBLE", "1")
    #expect(program == nil)
    #expect(diagnostics.map(\.message) == ["there is no constant 'DUOBLE' to give a value"])
    #expect(
      diagnostics[0].suggestion
        == "did you mean 'DOUBLE'? the constants are N = 2, DOUBLE = 4, FLAG = false, MODE = SLOW")
  }
}
