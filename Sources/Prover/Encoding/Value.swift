import Z3

/// What evaluating an expression symbolically yields: a truth value as a formula, else a number.
enum Value: SymbolicOperand {
  case truth(Term)
  case number(Scalar)

  /// That the value is not zero.
  var isTrue: Term {
    switch self {
    case .truth(let term): term
    case .number(let scalar):
      !scalar.isEqual(to: .constant(0, in: scalar.context))
    }
  }

  /// The value as a number; truth values are 0 and 1.
  var scalar: Scalar {
    switch self {
    case .number(let scalar): return scalar
    case .truth(let term):
      let context = term.context
      if let truth = term.truth { return .constant(truth ? 1 : 0, in: context) }
      let bits = term.then(
        context.bits(1 as Int128, width: 1), else: context.bits(0 as Int128, width: 1))
      return .number(bits, offset: 0, lower: 0, upper: 1)
    }
  }

  /// That two values are equal.
  func isEqual(to other: Value) -> Term {
    if case .truth(let left) = self, case .truth(let right) = other { return left.equals(right) }
    return scalar.isEqual(to: other.scalar)
  }

  /// One of two values.
  static func choose(_ condition: Term, _ yes: Value, _ no: Value) -> Value {
    if case .truth(let left) = yes, case .truth(let right) = no {
      return .truth(condition.then(left, else: right))
    }
    return .number(.choose(condition, yes.scalar, no.scalar))
  }
}
