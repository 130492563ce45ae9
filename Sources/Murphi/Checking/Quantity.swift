package import Polynomials

/// A constant number, which may depend on the symbolic constants of a program.
package struct Quantity: Sendable, Hashable {
  /// What it is in the instance at hand.
  package let value: Int64
  /// What it is in every instance.
  package let form: Polynomial

  /// A number that is `value` for the constants as they are.
  package init(value: Int64, form: Polynomial) {
    self.value = value
    self.form = form
  }

  /// A number that is the same in every instance.
  package init(_ number: Int64) { self.init(value: number, form: Polynomial(number)) }

  /// Whether it differs between instances.
  package var isSymbolic: Bool { !form.isConstant }

  /// The symbolic constants that it depends on, in alphabetical order.
  var names: [String] { form.names }

  /// This less 1; nil when that does not fit in 64 bits.
  var predecessor: Quantity? {
    guard let form = form - Polynomial(1), value > .min else { return nil }
    return Quantity(value: value - 1, form: form)
  }

  /// Whether it is at least as great as `other` in every instance.
  package func isAlwaysAtLeast(_ other: Quantity) -> Bool {
    isSymbolic || other.isSymbolic ? form.isAlwaysAtLeast(other.form) : value >= other.value
  }
}

extension Quantity: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int64) { self.init(number) }
}

extension Quantity: CustomStringConvertible {
  package var description: String { form.description }
}
