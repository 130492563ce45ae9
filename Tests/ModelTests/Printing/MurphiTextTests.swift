import Model
import SourceText
import TestSupport
import Testing

@Suite struct MurphiTextTests {
  private static let system = Requests(tasks: 2, folios: 2).system
  private static let count = ScalarType.range(0, 9, name: "Count")
  private static let frame: [Local] = ["a", "b", "c"].map { .bound($0, count) }
  private static let (a, b, c) = (
    Expression.read(.local(0, as: count)), Expression.read(.local(1, as: count)),
    Expression.read(.local(2, as: count))
  )

  @Test(
    arguments: [
      (.compute(.compute(a, .add, b), .multiply, c), "(a + b) * c"),
      (.compute(a, .add, .compute(b, .multiply, c)), "a + b * c"),
      (.compute(.compute(a, .subtract, b), .subtract, c), "a - b - c"),
      (.compute(a, .subtract, .compute(b, .subtract, c)), "a - (b - c)"),
      (.compute(a, .subtract, .number(-1)), "a - -1"),
      (.compute(a, .multiply, .negate(b)), "a * (-b)"),
      (.negate(.negate(a)), "-(-a)"),
      (.negate(.number(-3)), "-(-3)"),
      (.not(.test(a, .equal, b)), "!a = b"),
      (.test(.not(.test(a, .equal, b)), .and, .test(b, .less, c)), "!a = b & b < c"),
      (.not(.test(.test(a, .equal, b), .and, .test(b, .less, c))), "!(a = b & b < c)"),
      (
        .test(.test(a, .less, b), .implies, .test(.test(b, .less, c), .implies, .number(1))),
        "a < b -> (b < c -> 1)"
      ),
      (
        .test(.test(.test(a, .less, b), .or, .test(b, .less, c)), .and, .test(a, .equal, c)),
        "(a < b | b < c) & a = c"
      ),
      (.compute(a, .bitOr, .compute(b, .bitAnd, c)), "a | b & c"),
      (.compute(a, .shiftLeft, .compute(b, .add, c)), "a << b + c"),
      (.all(.each(2, "c", count), .test(c, .less, a)), "forall c: Count do c < a end"),
      (
        Expression(
          .conditional(.test(a, .less, b), a, b), type: count, range: .line(1)), "a < b ? a : b"
      ),
      (
        Expression(
          .quantified(
            .exists,
            Binding(
              local: LocalIndex(2), name: "c",
              domain: .steps(from: a, through: b, by: .number(2))), .test(c, .equal, a)),
          type: .boolean, range: .line(1)), "exists c := a to b by 2 do c = a end"
      ),
    ] as [(Expression, String)])
  func expressionsCarryNoMoreParenthesesThanTheyNeed(expression: Expression, text: String) {
    #expect(MurphiText(of: Self.system, frame: Self.frame).text(of: expression) == text)
  }

  @Test func bodiesReadLikeMurphi() {
    let put = Self.system.rules[Requests.RuleName.put.rawValue]
    #expect(
      MurphiText(of: Self.system, frame: put.frame).lines(of: put.body) == [
        "ref[f] := ref[f] - 1;", "holds[t][f] := false;",
      ])
    let keep = Self.system.rules[Requests.RuleName.keep.rawValue]
    #expect(
      MurphiText(of: Self.system, frame: keep.frame).lines(of: keep.body) == [
        "holds[t][arg[t]] := true;", "undefine arg[t];", "pc[t] := Idle;",
      ])
  }

  @Test func branchesAndLoopsAreIndented() {
    let test = Expression.test(Self.a, .less, Self.b)
    let clear = Statement(.clear(.variable(4, as: .scalar(.boolean))), range: .line(1))
    let loop = Statement(.repeatWhile(test, [clear]), range: .line(1))
    let branch = Statement(
      .branch([Statement.Branch(condition: test, body: [loop])], otherwise: [clear]),
      range: .line(1))
    #expect(
      MurphiText(of: Self.system, frame: Self.frame).lines(of: [branch]) == [
        "if a < b then", "  while a < b do", "    clear dying;", "  end;", "else",
        "  clear dying;", "end;",
      ])
  }

  @Test func cellsAreNamedByTheirWay() {
    let names = Self.system.cellPaths.map { $0.text(in: Self.system) }
    #expect(
      names == [
        "pc[Task_1]", "pc[Task_2]", "arg[Task_1]", "arg[Task_2]", "holds[Task_1][Folio_1]",
        "holds[Task_1][Folio_2]", "holds[Task_2][Folio_1]", "holds[Task_2][Folio_2]",
        "ref[Folio_1]", "ref[Folio_2]", "dying",
      ])
    #expect(names.count == Self.system.layout.cells.count)
  }

  @Test func membersAreNumberedByFirstAppearance() {
    let task = ScalarType.scalarset("Task", size: 3)
    let mentions: [(ScalarType, Int64)] = [(task, 2), (task, 0), (task, 2), (.boolean, 1)]
    let names = MemberNames(inOrderOf: mentions)
    let members: [Int64] = [2, 0, 1]
    #expect(members.map { names.text(of: $0, as: task) } == ["Task_1", "Task_2", "Task_3"])
    let (truth, nothing): (Int64, Int64?) = (1, nil)
    #expect(names.text(of: truth, as: ScalarType.boolean) == "true")
    #expect(names.text(ofCell: nothing, as: task) == "undefined")
  }
}
