import Murphi
import SourceText
import Testing

@Suite struct SymbolicConstantTests {
  private func check(
    _ text: String, overriding: [(name: String, value: String)] = [],
    forAll symbolic: SymbolicConstants = .named(["N", "M"])
  ) -> (CheckedProgram?, [Diagnostic]) {
    let declarations = "const N: 2; M: 3; FLAG: true;\ntype E: enum { A, B };\nvar x: 0..9;\n"
    return checkedProgram(
      of: SourceFile(name: "t.m", text: declarations + text + "\nstartstate begin end;"),
      overriding: overriding, forAll: symbolic)
  }

  @Test(
    arguments: [
      (
        "type T: 0..N / M;", "the upper bound of a range can depend on 'M', 'N' only by",
        "write it so"
      ),
      ("type T: N / 2 .. 9;", "the lower bound of a range can depend on 'N' only by", nil),
      ("type T: 2 .. N;", "this range is empty for some value of 'N'", "from 1 up"),
      ("type T: 0 .. M - N;", "this range is empty for some value of 'M', 'N'", nil),
      ("type T: 1 .. 5 - N;", "this range is empty for some value of 'N'", nil),
      ("type T: 5 .. N;", "this range is empty: 5 is greater than N", nil),
      ("type T: scalarset(N - 1);", "this scalarset has no member for some value of 'N'", nil),
      ("type T: scalarset(N - 2);", "a scalarset needs at least one member, not N - 2", nil),
      (
        "type T: scalarset(N * N * N * N * N);",
        "the size of a scalarset can depend on 'N' only by", nil
      ),
      (
        "type S: scalarset(N); T: union { S, E };", "a member of a union cannot depend on 'N'",
        "apart"
      ),
      (
        "var m: multiset [N] of E;", "the size of a multiset or of arrays in it cannot depend",
        "array"
      ),
      (
        "var m: multiset [2] of array [0..N] of E;", "the size of a multiset or of arrays in it",
        nil
      ),
      (
        "const C: N > 1;", "a constant can depend on 'N' only by '+', '-' and '*'",
        nil
      ),
      ("const C: N > 1 ? 1 : 2;", "a constant can depend on 'N' only by", nil),
      ("const C: ~N;", "a constant can depend on 'N' only by", nil),
      (
        "ruleset i := 1 to N % 2 do rule begin end; end;", "the bounds of a ruleset can depend", nil
      ),
      (
        "ruleset i := 1 to N - 1 do rule begin end; end;", "whether these steps go up or down",
        "type"
      ),
      ("invariant forall i := M to N do true end;", "whether these steps go up or down", nil),
      ("rule begin for i := 0 to 9 by N do end; end;", "a step cannot depend on 'N'", "if"),
      ("rule begin for i := 0 to 9 by N * N do end; end;", "a step cannot depend on 'N'", nil),
      ("rule begin for i := 1 to N by -1 do end; end;", "steps of -1 from 1 never reach N", nil),
      (
        "var a: array [0..N] of E; b: array [0..2] of E;\nrule begin a := b; end;",
        "cannot assign an array to an array", "same fields"
      ),
    ] as [(String, String, String?)])
  func whatCannotBeSaidForEveryValueIsRefused(text: String, message: String, suggestion: String?) {
    let (program, diagnostics) = check(text)
    #expect(program == nil)
    #expect(diagnostics.count == 1, "\(diagnostics)")
    #expect(diagnostics.first?.message.hasPrefix(message) == true, "\(diagnostics)")
    #expect(diagnostics.first.map { $0.range.start.line >= 4 } == true)
    if let suggestion {
      #expect(diagnostics.first?.suggestion?.contains(suggestion) == true, "\(diagnostics)")
    }
  }

  @Test(
    arguments: [
      (["K"], "", "there is no constant 'K'"),
      (["FLAGS"], "", "there is no constant 'FLAGS'"),
      (["FLAG"], "", "'FLAG' is a truth value, not a number"),
      (["P"], "const P: N + 1;", "'P' is defined by 'N', so it cannot stand for every number"),
      (["N", "Z"], "const Z: 0;", "'Z' is 0 here, but is to stand for every number from 1 up"),
    ])
  func onlyNumbersOfTheirOwnStandForAny(names: [String], text: String, message: String) {
    let (program, diagnostics) = check(text, forAll: .named(names))
    #expect(program == nil)
    #expect(diagnostics.map(\.message) == [message])
  }

  @Test func theValueChoosesTheInstance() throws {
    let (program, diagnostics) = check(
      "const P: N + 1; type T: 0..P;", overriding: [(name: "N", value: "5")], forAll: .named(["N"]))
    let constants = try #require(program, "\(diagnostics)").constants
    #expect(constants.map(\.value) == [5, 3, 1, 6])
    #expect(constants.map(\.quantity.description) == ["N", "3", "1", "N + 1"])
    #expect(constants.map(\.isSymbolic) == [true, false, false, false])
  }

  @Test func aDerivedConstantWithAValueOfItsOwnIsANumber() throws {
    let (program, _) = check(
      "const P: N + 1;", overriding: [(name: "P", value: "7")], forAll: .named(["N"]))
    #expect(program?.constants.last?.quantity == 7)
  }

  @Test func theSettingNamesThem() throws {
    let text = "-- pinproof: for-all N\nconst N: 2; M: 3;\nstartstate begin end;"
    let file = SourceFile(name: "t.m", text: text)
    let set = try #require(checkedProgram(of: file, forAll: .asSet).0)
    #expect(set.constants.map(\.isSymbolic) == [true, false])
    let plain = try #require(checkedProgram(of: file).0)
    #expect(plain.constants.map(\.isSymbolic) == [false, false])
  }
}
