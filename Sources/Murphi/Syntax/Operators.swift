/// The two quantifiers; the raw value is the canonical spelling.
package enum QuantifierKind: String, Sendable, Hashable {
  case forall, exists
}

/// Operators before an operand; the raw value is the canonical spelling.
package enum PrefixOperator: String, Sendable, Hashable, CaseIterable {
  case not = "!"
  case negate = "-"
  case complement = "~"

  /// How tightly it binds: `!` more loosely than comparisons, so that `!a = b` is `!(a = b)`.
  var precedence: Precedence {
    switch self {
    case .not: .not
    case .negate: .product
    case .complement: .complement
    }
  }
}

/// Operators between two operands; the raw value is the canonical spelling.
package enum InfixOperator: String, Sendable, Hashable, CaseIterable {
  case implies = "->"
  /// `||` and `∨`: always logical.
  case or = "||"
  /// `&&` and `∧`: always logical.
  case and = "&&"
  /// `|`: logical between truth values, bitwise between numbers.
  case pipe = "|"
  /// `&`: logical between truth values, bitwise between numbers.
  case ampersand = "&"
  case exclusiveOr = "^"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "="
  case notEqual = "!="
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  /// How tightly it binds.
  var precedence: Precedence {
    switch self {
    case .implies: .implication
    case .or: .or
    case .and: .and
    case .pipe: .pipe
    case .exclusiveOr: .exclusiveOr
    case .ampersand: .ampersand
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: .comparison
    case .shiftLeft, .shiftRight: .shift
    case .add, .subtract: .sum
    case .multiply, .divide, .remainder: .product
    }
  }
}

/// The binding strengths of operators, loosest first.
enum Precedence: Int, Comparable {
  case conditional, implication, or, and, pipe, exclusiveOr, ampersand, not, comparison, shift, sum
  case product, complement, primary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter strength.
  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }

  /// Whether `a op b op c` at this strength needs parentheses to say what is meant.
  var isNonAssociative: Bool {
    self == .conditional || self == .implication || self == .comparison
  }
}
