/// A number plus multiples of symbolic constants: `FOLIOS + TASKS - 1`.
///
/// It says how a size or bound of one instance depends on constants that stand for any positive
/// number. What does not fit in 64 bits is nil.
package struct LinearForm: Sendable, Hashable {
  /// What is added to the multiples.
  package let constant: Int64
  /// The factor of each symbolic constant by its name; no factor is 0.
  package let coefficients: [String: Int64]

  /// Makes a form; factors of 0 are left out.
  package init(constant: Int64, coefficients: [String: Int64]) {
    self.constant = constant
    self.coefficients = coefficients.filter { $0.value != 0 }
  }

  /// A number that depends on nothing.
  package init(_ number: Int64) { self.init(constant: number, coefficients: [:]) }

  /// A symbolic constant by itself.
  package init(of name: String) { self.init(constant: 0, coefficients: [name: 1]) }

  /// Whether it is the same number whatever the symbolic constants are.
  package var isConstant: Bool { coefficients.isEmpty }

  /// The names of the symbolic constants that it depends on, in alphabetical order.
  package var names: [String] { coefficients.keys.sorted() }
}

// MARK: Arithmetic

extension LinearForm {
  package static func + (left: LinearForm, right: LinearForm) -> LinearForm? {
    left.adding(right, times: 1)
  }

  package static func - (left: LinearForm, right: LinearForm) -> LinearForm? {
    left.adding(right, times: -1)
  }

  /// The product with a number.
  package func scaled(by factor: Int64) -> LinearForm? {
    LinearForm(0).adding(self, times: factor)
  }

  /// The value for a choice of the symbolic constants; nil too when one of them is missing.
  package func value(_ values: [String: Int64]) -> Int64? {
    var sum = constant
    for (name, factor) in coefficients {
      guard let value = values[name], let next = sum.adding(value, times: factor) else {
        return nil
      }
      sum = next
    }
    return sum
  }

  private func adding(_ other: LinearForm, times factor: Int64) -> LinearForm? {
    guard let sum = constant.adding(other.constant, times: factor) else { return nil }
    var sums = coefficients
    for (name, coefficient) in other.coefficients {
      guard let sum = sums[name, default: 0].adding(coefficient, times: factor) else { return nil }
      sums[name] = sum
    }
    return LinearForm(constant: sum, coefficients: sums)
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

extension LinearForm {
  /// The least value that it takes when every symbolic constant is at least 1; nil when there is
  /// none.
  package var leastValue: Int64? {
    guard coefficients.values.allSatisfy({ $0 > 0 }) else { return nil }
    return value(coefficients.mapValues { _ in 1 })
  }

  /// Whether it is at least as great as `other` whatever positive numbers the symbolic constants
  /// are.
  package func isAlwaysAtLeast(_ other: LinearForm) -> Bool {
    guard let least = (self - other)?.leastValue else { return false }
    return least >= 0
  }
}

extension LinearForm: CustomStringConvertible {
  /// The form in Murphi: first what is added, by name, then what is subtracted, then the number.
  package var description: String {
    let names = self.names
    let order = names.filter { coefficients[$0]! > 0 } + names.filter { coefficients[$0]! < 0 }
    var text = ""
    for name in order {
      let factor = coefficients[name]!
      let product = factor.magnitude == 1 ? name : "\(factor.magnitude) * \(name)"
      text += Self.joint(isNegative: factor < 0, isFirst: text.isEmpty) + product
    }
    guard constant != 0 || text.isEmpty else { return text }
    guard !text.isEmpty else { return String(constant) }
    return text + Self.joint(isNegative: constant < 0, isFirst: false) + "\(constant.magnitude)"
  }

  private static func joint(isNegative: Bool, isFirst: Bool) -> String {
    isFirst ? (isNegative ? "-" : "") : (isNegative ? " - " : " + ")
  }
}
