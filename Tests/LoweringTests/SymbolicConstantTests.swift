import Lowering
import Model
import Murphi
import Polynomials
import TestSupport
import Testing

@Suite struct SymbolicConstantTests {
  private static let declarations = """
    const N: 2; M: 3; SUM: N + 2 * M - 1; FOUR: 4;
    type Node: scalarset(N); Count: 0 .. SUM; Place: 0 .. N - 1; Plain: 0 .. FOUR;
    var c: Count; p: Place; q: Plain; a: array [Node] of Count;

    """

  /// What becomes of an expression for all `N` and `M`.
  private func meaning(_ text: String) throws -> (TransitionSystem, Expression) {
    let system = try system(
      of: Self.declarations + "startstate begin end; invariant \"claim\" \(text);",
      forAll: ["M", "N"])
    let claim = try #require(system.claim(named: "claim"))
    return (system, try #require(system[claim].condition))
  }

  @Test func typesAndConstantsKeepTheForm() throws {
    let (system, _) = try meaning("true")
    #expect(system.symbolicConstants == ["N", "M"])
    let count = try #require(system.variables[0].type.scalar)
    #expect((count.lower, count.upper) == (0, 7))
    #expect(
      count.symbolicBounds?.upper == Polynomial(constant: -1, coefficients: ["N": 1, "M": 2]))
    #expect(system.variables[1].type.scalar?.symbolicBounds?.upper.description == "N - 1")
    #expect(system.variables[2].type.scalar?.symbolicBounds == nil)
    guard case .array(let node, _) = system.variables[3].type else {
      Issue.record("a is no array")
      return
    }
    #expect((node.kind, node.upper) == (.scalarset, 1))
    #expect(node.symbolicBounds == SymbolicBounds(lower: Polynomial(0), upper: node.upperForm))
    #expect(node.upperForm.description == "N - 1")
    #expect(
      system.constants.map(\.type.upperForm.description).prefix(3) == ["N", "M", "2 * M + N - 1"])
    #expect(system.constants[3].type == .integer)
  }

  @Test func aProgramWithoutSymbolicConstantsHasNoForms() throws {
    let system = try system(of: Self.declarations + "startstate begin end;")
    #expect(system.symbolicConstants.isEmpty)
    #expect(system.variables.allSatisfy { $0.type.scalar?.symbolicBounds == nil })
    #expect(system.constants.allSatisfy { $0.type == .integer })
  }

  @Test(arguments: [
    ("c < N + 1", "c < N + 1"), ("c < SUM", "c < 2 * M + N - 1"), ("c < -N + 1", "c < -N + 1"),
    ("c < (N + M) * 2 - N", "c < 2 * M + N"), ("c < 3 * (N - 1)", "c < 3 * N - 3"),
    ("c * (N + 1) < 2", "c * (N + 1) < 2"), ("c - (N - 1) = 0", "c - (N - 1) = 0"),
    ("c * (-N) < 2", "c * (-N) < 2"), ("c < N - N + 2", "c < 2"), ("c < 0 * N", "c < 0"),
    ("c < FOUR * 2", "c < 8"), ("c < (N + 1) * M", "c < M + M * N"),
  ])
  func polynomialsAreComputed(_ text: String, _ expected: String) throws {
    let (system, expression) = try meaning(text)
    #expect(MurphiText(of: system, frame: []).text(of: expression) == expected)
    guard case .binary(_, _, let right) = expression.kind, let form = right.symbolicValue else {
      return
    }
    #expect(right.kind == .constant(try #require(form.value(["N": 2, "M": 3]))))
  }

  @Test(arguments: [
    "N > 1", "N = 2", "N != M", "N = 2 | c = 1", "N = 2 & c = 1", "N / 2 = 1",
    "N % 2 = 0", "(N << 1) = 4", "(N & 1) = 0", "~N = -3", "!N = 3", "N = 2 -> c = 1",
    "(N > 1 ? c : q) = 0", "ismember(q, Place)", "ismember(p, 0 .. N)", "N <= N",
    "forall i := 1 to N do c != i end", "exists i: 0 .. N do c = i end", "a[p] = 0",
  ])
  func nothingElseIsComputed(_ text: String) throws {
    let text = text == "a[p] = 0" ? "forall n: Node do a[n] = 0 end" : text
    let (system, expression) = try meaning(text)
    let members = ["ismember(q, Place)": "q <= N - 1", "ismember(p, 0 .. N)": "p <= N"]
    let written = MurphiText(of: system, frame: system.claims[0].frame).text(of: expression)
    let expected =
      members[text] ?? text.replacing("(N << 1)", with: "N << 1").replacing(" .. ", with: "..")
    #expect(written == expected)
  }

  @Test func statementsAreKeptWhateverTheInstanceSays() throws {
    let system = try system(
      of: Self.declarations + """
        startstate begin
          if N = 2 then c := 1; elsif M = 2 then c := 2; else c := 3; end;
          while N > 2 do c := 1; end;
          switch c case 0, N: c := 1; case M - 1: c := 2; end;
          for i := N to 0 do q := i; end;
          alias x: N do c := x; end;
        end;
        ruleset i := 1 to N do rule "r" N >= 2 ==> begin c := i; end; end;
        """, forAll: ["N", "M"])
    let rule = system.rules[0]
    let text = MurphiText(of: system, frame: rule.frame)
    #expect(rule.parameters.map { text.text(of: $0) } == ["i := 1 to N"])
    #expect(rule.guardCondition.map { text.text(of: $0) } == "N >= 2")
    #expect(rule.frame.map(\.type.scalar?.upperForm.description) == ["N"])
    let start = system.startStates[0]
    #expect(
      MurphiText(of: system, frame: start.frame).lines(of: start.body) == [
        "if N = 2 then", "  c := 1;", "elsif M = 2 then", "  c := 2;", "else", "  c := 3;", "end;",
        "while N > 2 do", "  c := 1;", "end;", "switch c", "  case 0, N:", "    c := 1;",
        "  case M - 1:", "    c := 2;", "end;", "for i := N to 0 do", "  q := i;", "end;",
        "c := N;",
      ])
  }

  @Test func inTheDialectOfCMurphiEmptyRangesAreKnownForEveryValue() throws {
    let system = try system(
      of: """
        -- pinproof: dialect cmurphi
        \(Self.declarations)
        startstate begin
          for i := 0 to N do c := 0; end;
          for i := N to 0 do c := 1; end;
          for i := 1 to c + N do c := 2; end;
        end;
        """, forAll: ["N"])
    let start = system.startStates[0]
    #expect(
      MurphiText(of: system, frame: start.frame).lines(of: start.body) == [
        "for i := 0 to N by 1 do", "  c := 0;", "end;",
        "if 1 <= c + N then", "  for i := 1 to c + N by 1 do", "    c := 2;", "  end;", "end;",
      ])
  }
}
