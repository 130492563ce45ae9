import Polynomials

/// How tightly the forms of Murphi expressions bind, loosest first.
enum Precedence: Int, Comparable {
  case conditional, implication, or, exclusiveOr, and, not, comparison, shift, sum, product
  case complement, primary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one.
  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }

  /// Whether `a op b op c` needs parentheses.
  var isNonAssociative: Bool {
    self == .conditional || self == .implication || self == .comparison
  }
}

extension BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .implies: .implication
    case .or, .bitOr: .or
    case .bitXor: .exclusiveOr
    case .and, .bitAnd: .and
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: .comparison
    case .shiftLeft, .shiftRight: .shift
    case .add, .subtract: .sum
    case .multiply, .divide, .remainder: .product
    }
  }

  /// The token in Murphi, where the logical and the bitwise forms share theirs.
  var token: String {
    switch self {
    case .bitAnd: "&"
    case .bitOr: "|"
    default: rawValue
    }
  }
}

extension Polynomial {
  /// How tightly its text binds.
  var precedence: Precedence {
    if coefficients.count + (constant == 0 ? 0 : 1) > 1 { return .sum }
    let isName = degree == 1 && coefficients.values.first == 1
    return isName || isConstant && constant >= 0 ? .primary : .product
  }
}

extension UnaryOperator {
  /// `!` binds more loosely than comparisons: `!a = b` is `!(a = b)`.
  var precedence: Precedence {
    switch self {
    case .not: .not
    case .negate: .product
    case .complement: .complement
    }
  }
}
