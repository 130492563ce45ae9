import LinearForms
import Testing

@Suite struct LinearFormTests {
  private static let folios = LinearForm(of: "FOLIOS")
  private static let tasks = LinearForm(of: "TASKS")

  private static func form(_ constant: Int64, _ coefficients: [String: Int64]) -> LinearForm {
    LinearForm(constant: constant, coefficients: coefficients)
  }

  @Test(arguments: [
    (form(0, [:]), "0"), (form(-3, [:]), "-3"), (form(0, ["N": 1]), "N"),
    (form(-1, ["N": 1]), "N - 1"), (form(1, ["TASKS": 1, "FOLIOS": 1]), "FOLIOS + TASKS + 1"),
    (form(0, ["N": -1]), "-N"), (form(2, ["A": -2, "B": 3]), "3 * B - 2 * A + 2"),
    (form(.min, ["N": .min]), "-9223372036854775808 * N - 9223372036854775808"),
  ])
  func isWrittenInMurphi(_ form: LinearForm, _ text: String) {
    #expect(form.description == text)
  }

  @Test func addsAndSubtracts() throws {
    let both: LinearForm? = Self.folios + Self.tasks
    let sum = try #require(both)
    #expect(sum == Self.form(0, ["FOLIOS": 1, "TASKS": 1]))
    #expect(sum - Self.tasks == Self.folios)
    #expect((sum - sum)?.isConstant == true)
    #expect(sum.scaled(by: -2) == Self.form(0, ["FOLIOS": -2, "TASKS": -2]))
    #expect(sum.scaled(by: 0) == LinearForm(0))
    #expect(sum.names == ["FOLIOS", "TASKS"])
  }

  @Test func hasNoResultBeyond64Bits() {
    #expect(LinearForm(.max) + LinearForm(1) == nil)
    #expect(LinearForm(0) - LinearForm(.min) == nil)
    #expect(Self.form(0, ["N": .max]).scaled(by: 2) == nil)
    #expect(Self.form(0, ["N": .max]).value(["N": 2]) == nil)
  }

  @Test func hasAValueForEachChoice() {
    let form = Self.form(1, ["A": 2, "B": -1])
    #expect(form.value(["A": 3, "B": 4]) == 3)
    #expect(form.value(["A": 3]) == nil)
  }

  @Test(arguments: [
    (form(0, ["N": 1]), form(1, [:]), true), (form(-1, ["N": 1]), form(1, [:]), false),
    (form(0, ["N": 1, "M": 1]), form(1, ["M": 1]), true),
    (form(5, ["N": -1]), form(0, [:]), false), (form(3, [:]), form(3, [:]), true),
    (form(0, ["N": 2]), form(0, ["N": 1, "M": 1]), false),
  ])
  func comparesForEveryPositiveValue(_ left: LinearForm, _ right: LinearForm, _ expected: Bool) {
    #expect(left.isAlwaysAtLeast(right) == expected)
    guard expected else { return }
    for first: Int64 in 1...4 {
      for second: Int64 in 1...4 {
        let values = ["N": first, "M": second]
        #expect(left.value(values)! >= right.value(values)!)
      }
    }
  }
}
