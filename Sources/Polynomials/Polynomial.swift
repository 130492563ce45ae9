/// A whole number plus multiples of products of symbolic constants: `FOLIOS * TASKS + TASKS - 1`.
///
/// It says how a size or bound of one instance depends on constants that stand for any positive
/// number. What does not fit in 64 bits, or has too great a degree, is nil.
package struct Polynomial: Sendable, Hashable {
  /// The most constants that a product may have: more are not met in bounds, and the number of
  /// products grows with it.
  package static let greatestDegree = 4

  /// What is added to the multiples.
  package let constant: Int64
  /// The factor of each product of symbolic constants; no factor is 0.
  package let coefficients: [Product: Int64]

  /// Makes a polynomial; factors of 0 are left out.
  package init(constant: Int64, coefficients: [Product: Int64]) {
    self.constant = constant
    self.coefficients = coefficients.filter { $0.value != 0 }
  }

  /// A number that depends on nothing.
  package init(_ number: Int64) { self.init(constant: number, coefficients: [:]) }

  /// A symbolic constant by itself.
  package init(of name: String) { self.init(constant: 0, coefficients: [Product([name]): 1]) }

  /// Whether it is the same number whatever the symbolic constants are.
  package var isConstant: Bool { coefficients.isEmpty }

  /// The names of the symbolic constants that it depends on, in alphabetical order.
  package var names: [String] { Set(coefficients.keys.flatMap(\.names)).sorted() }

  /// The most constants that one of its products has.
  package var degree: Int { coefficients.keys.map(\.names.count).max() ?? 0 }
}

/// Symbolic constants that are multiplied, at least one.
package struct Product: Sendable, Hashable, Comparable {
  /// The constants in alphabetical order, each as often as it is a factor.
  package let names: [String]

  package init(_ names: [String]) { self.names = names.sorted() }

  package static func < (left: Self, right: Self) -> Bool {
    left.names.lexicographicallyPrecedes(right.names)
  }
}

extension Product: ExpressibleByStringLiteral {
  /// One symbolic constant by itself.
  package init(stringLiteral name: String) { self.init([name]) }
}

extension Product: CustomStringConvertible {
  package var description: String { names.joined(separator: " * ") }
}

// MARK: Arithmetic

extension Polynomial {
  package static func + (left: Polynomial, right: Polynomial) -> Polynomial? {
    left.adding(right, times: 1)
  }

  package static func - (left: Polynomial, right: Polynomial) -> Polynomial? {
    left.adding(right, times: -1)
  }

  package static func * (left: Polynomial, right: Polynomial) -> Polynomial? {
    guard left.degree + right.degree <= greatestDegree else { return nil }
    var sum: Polynomial? = right.scaled(by: left.constant)
    for (product, factor) in left.coefficients {
      sum = right.scaled(by: factor)?.multiplied(by: product).flatMap { sum?.adding($0, times: 1) }
    }
    return sum
  }

  /// The product with a number.
  private func scaled(by factor: Int64) -> Polynomial? {
    Polynomial(0).adding(self, times: factor)
  }

  private func multiplied(by product: Product) -> Polynomial? {
    var products = [product: constant]
    for (other, factor) in coefficients { products[Product(product.names + other.names)] = factor }
    return Polynomial(constant: 0, coefficients: products)
  }

  /// The value for a choice of the symbolic constants; nil too when one of them is missing.
  package func value(_ values: [String: Int64]) -> Int64? {
    var sum = constant
    for (product, factor) in coefficients {
      guard let value = product.value(values), let next = sum.adding(value, times: factor) else {
        return nil
      }
      sum = next
    }
    return sum
  }

  private func adding(_ other: Polynomial, times factor: Int64) -> Polynomial? {
    guard let sum = constant.adding(other.constant, times: factor) else { return nil }
    var sums = coefficients
    for (product, coefficient) in other.coefficients {
      guard let sum = sums[product, default: 0].adding(coefficient, times: factor) else {
        return nil
      }
      sums[product] = sum
    }
    return Polynomial(constant: sum, coefficients: sums)
  }
}

extension Product {
  /// The value for a choice of the symbolic constants; nil when one of them is missing, or when it
  /// does not fit in 64 bits.
  package func value(_ values: [String: Int64]) -> Int64? {
    names.reduce(1) { product, name in
      guard let value = values[name] else { return nil }
      return product.flatMap { Int64(0).adding($0, times: value) }
    }
  }
}

extension Int64 {
  fileprivate func adding(_ other: Int64, times factor: Int64) -> Int64? {
    let (product, isTooGreat) = other.multipliedReportingOverflow(by: factor)
    let (sum, overflow) = addingReportingOverflow(product)
    return isTooGreat || overflow ? nil : sum
  }
}

// MARK: For all positive values

extension Polynomial {
  /// The least value that it takes when every symbolic constant is at least 1; nil when there is
  /// none, or it is not seen: it is when no factor is negative in terms of the constants less 1.
  package var leastValue: Int64? {
    var lowered: Polynomial? = Polynomial(constant)
    for (product, factor) in coefficients {
      var term: Polynomial? = Polynomial(factor)
      for name in product.names {
        term = term.flatMap { $0 * Polynomial(constant: 1, coefficients: [Product([name]): 1]) }
      }
      lowered = term.flatMap { lowered?.adding($0, times: 1) }
    }
    guard let lowered, lowered.coefficients.values.allSatisfy({ $0 > 0 }) else { return nil }
    return lowered.constant
  }

  /// Whether it is seen to be at least as great as `other` whatever positive numbers the symbolic
  /// constants are.
  package func isAlwaysAtLeast(_ other: Polynomial) -> Bool {
    guard let least = (self - other)?.leastValue else { return false }
    return least >= 0
  }
}

extension Polynomial: CustomStringConvertible {
  /// The polynomial in Murphi: first what is added, then what is subtracted, then the number.
  package var description: String {
    let products = coefficients.keys.sorted()
    let order =
      products.filter { coefficients[$0]! > 0 } + products.filter { coefficients[$0]! < 0 }
    var text = ""
    for product in order {
      let factor = coefficients[product]!
      let multiple = factor.magnitude == 1 ? "\(product)" : "\(factor.magnitude) * \(product)"
      text += Self.joint(isNegative: factor < 0, isFirst: text.isEmpty) + multiple
    }
    guard constant != 0 || text.isEmpty else { return text }
    guard !text.isEmpty else { return String(constant) }
    return text + Self.joint(isNegative: constant < 0, isFirst: false) + "\(constant.magnitude)"
  }

  private static func joint(isNegative: Bool, isFirst: Bool) -> String {
    isFirst ? (isNegative ? "-" : "") : (isNegative ? " - " : " + ")
  }
}
