import Polynomials
import Testing

@Suite struct PolynomialTests {
  private static let folios = Polynomial(of: "FOLIOS")
  private static let tasks = Polynomial(of: "TASKS")

  private static func form(_ constant: Int64, _ coefficients: [Product: Int64]) -> Polynomial {
    Polynomial(constant: constant, coefficients: coefficients)
  }

  @Test(arguments: [
    (form(0, [:]), "0"), (form(-3, [:]), "-3"), (form(0, ["N": 1]), "N"),
    (form(-1, ["N": 1]), "N - 1"), (form(1, ["TASKS": 1, "FOLIOS": 1]), "FOLIOS + TASKS + 1"),
    (form(0, ["N": -1]), "-N"), (form(2, ["A": -2, "B": 3]), "3 * B - 2 * A + 2"),
    (form(.min, ["N": .min]), "-9223372036854775808 * N - 9223372036854775808"),
  ])
  func isWrittenInMurphi(_ form: Polynomial, _ text: String) {
    #expect(form.description == text)
  }

  @Test func addsAndSubtracts() throws {
    let both: Polynomial? = Self.folios + Self.tasks
    let sum = try #require(both)
    #expect(sum == Self.form(0, ["FOLIOS": 1, "TASKS": 1]))
    #expect(sum - Self.tasks == Self.folios)
    #expect((sum - sum)?.isConstant == true)
    #expect(sum * Polynomial(-2) == Self.form(0, ["FOLIOS": -2, "TASKS": -2]))
    #expect(sum * Polynomial(0) == Polynomial(0))
    #expect(sum.names == ["FOLIOS", "TASKS"])
  }

  @Test func multiplies() throws {
    let sum = Self.form(2, ["A": 3, "B": -1])
    let product: Polynomial? = sum * Self.form(-1, ["A": 1])
    let square = Product(["A", "A"])
    let both = Product(["B", "A"])
    #expect(product == Self.form(-2, ["A": -1, "B": 1, square: 3, both: -1]))
    #expect(product?.description == "3 * A * A + B - A - A * B - 2")
    #expect(product?.value(["A": 5, "B": 7]) == 40)
    #expect(product?.degree == 2)
    let fourth: Polynomial? = product.flatMap { $0 * $0 }
    #expect(fourth?.degree == Polynomial.greatestDegree)
    #expect(fourth.flatMap { $0 * Self.folios } == nil)
  }

  @Test func hasNoResultBeyond64Bits() {
    #expect(Polynomial(.max) + Polynomial(1) == nil)
    #expect(Polynomial(0) - Polynomial(.min) == nil)
    #expect(Self.form(0, ["N": .max]) * Polynomial(2) == nil)
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
    (form(0, [Product(["N", "M"]): 1]), form(-1, ["N": 1, "M": 1]), true),
    (form(0, [Product(["N", "M"]): 2]), form(0, ["N": 1, "M": 1]), true),
    (form(0, [Product(["N", "M"]): 1]), form(0, ["N": 1, "M": 1]), false),
    (form(0, [Product(["N", "N"]): -1]), form(-9, [:]), false),
  ])
  func comparesForEveryPositiveValue(_ left: Polynomial, _ right: Polynomial, _ expected: Bool) {
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
