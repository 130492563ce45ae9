package import Polynomials
package import SourceText

/// A side-effect-free computation of one scalar value.
///
/// Evaluating one may fail (an undefined value is read, a division by zero, an overflow); it
/// never changes the state, because the checker admits only pure functions in guards and
/// properties, while a function called in a rule body may have effects on the state.
package struct Expression: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case constant(Int64)
    /// The value of a scalar place; reading an undefined one is a run-time error.
    case read(Place)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `condition ? yes : no`; only the chosen side is evaluated.
    case conditional(Expression, Expression, Expression)
    /// `forall`/`exists`; stops at the first value that decides it.
    case quantified(Quantifier, Binding, Expression)
    /// Whether a scalar place holds no value. Index errors on the way to it still count.
    case isUndefined(Place)
    /// Equality of two records or arrays of one type, cell by cell; undefined equals undefined.
    case same(Place, Place)
    case call(FunctionIndex, [Argument])
  }

  package let kind: Kind
  /// The type as far as it is known: for display, and for narrow encodings. Arithmetic is
  /// `integer`; comparisons are `boolean`.
  package let type: ScalarType
  package let range: SourceRange

  package init(_ kind: Kind, type: ScalarType, range: SourceRange) {
    self.kind = kind
    self.type = type
    self.range = range
  }
}

extension Expression {
  /// A number that depends on symbolic constants, and is `value` in this instance.
  package static func symbolic(
    _ form: Polynomial, value: Int64, range: SourceRange
  ) -> Expression {
    Expression(.constant(value), type: .number(form, value: value), range: range)
  }

  /// How this constant depends on symbolic constants; nil when it does not, or is no constant.
  package var symbolicValue: Polynomial? {
    guard case .constant = kind, let bounds = type.symbolicBounds, bounds.lower == bounds.upper
    else { return nil }
    return bounds.lower
  }

  /// Whether this only changes how a value is numbered, between a union and one of its members.
  package var isUnionConversion: Bool {
    guard case .binary(let op, let operand, let offset) = kind, case .constant = offset.kind else {
      return false
    }
    if case .union = type.kind { return op == .add }
    if case .union = operand.type.kind { return op == .subtract }
    return false
  }
}

/// Operators on one value.
package enum UnaryOperator: String, Sendable, Hashable, CaseIterable {
  case not = "!"
  /// Two's complement negation; overflow of the least value is a run-time error.
  case negate = "-"
  case complement = "~"
}

/// Operators on two values. `and`, `or` and `implies` evaluate the right side only when needed.
package enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case bitAnd = "band"
  case bitOr = "bor"
  case bitXor = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "="
  case notEqual = "!="
  case and = "&"
  case or = "|"
  case implies = "->"
}

/// The two quantifiers.
package enum Quantifier: String, Sendable, Hashable {
  case forall
  case exists
}

/// A variable that takes each value of a domain in turn.
package struct Binding: Sendable, Hashable {
  /// Where the value goes in the frame of the rule, function or property.
  package let local: LocalIndex
  package let name: String
  package let domain: Domain

  package init(local: LocalIndex, name: String, domain: Domain) {
    self.local = local
    self.name = name
    self.domain = domain
  }
}

/// The values that a loop, quantifier or ruleset parameter ranges over.
package enum Domain: Sendable, Hashable {
  /// Every value of a type, ascending.
  case type(ScalarType)
  /// `from, from+by, …` while not past `through`. Bounds and step are evaluated once, in this
  /// order. Without `by` the step is 1 or -1, whichever leads to `through`; a zero step, or one
  /// that leads away from a different `through`, is a run-time error.
  case steps(from: Expression, through: Expression, by: Expression?)
}

/// What is handed to one parameter of a function.
package enum Argument: Sendable, Hashable {
  case value(Expression)
  /// A place that is copied, undefined cells included.
  case copy(Place)
  /// A place that the function may change: a `var` parameter.
  case reference(Place)
}
