/// What operators mean: 64-bit signed arithmetic in which an overflow is an error.
package enum Arithmetic {
  /// The result of a strict binary operator; throws where that is a run-time error.
  package static func apply(_ op: BinaryOperator, _ left: Int64, _ right: Int64) throws(FailureKind)
    -> Int64
  {
    switch op {
    case .add: try checked(left.addingReportingOverflow(right))
    case .subtract: try checked(left.subtractingReportingOverflow(right))
    case .multiply: try checked(left.multipliedReportingOverflow(by: right))
    case .divide: try divide(left, right)
    case .remainder: try remainder(left, right)
    case .bitAnd: left & right
    case .bitOr: left | right
    case .bitXor: left ^ right
    case .shiftLeft: shiftLeft(left, right)
    case .shiftRight: shiftRight(left, right)
    case .less: left < right ? 1 : 0
    case .lessOrEqual: left <= right ? 1 : 0
    case .greater: left > right ? 1 : 0
    case .greaterOrEqual: left >= right ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .notEqual: left != right ? 1 : 0
    case .and: left != 0 && right != 0 ? 1 : 0
    case .or: left != 0 || right != 0 ? 1 : 0
    case .implies: left == 0 || right != 0 ? 1 : 0
    }
  }

  /// The result of a unary operator; throws where that is a run-time error.
  package static func apply(_ op: UnaryOperator, _ value: Int64) throws(FailureKind) -> Int64 {
    switch op {
    case .not: value == 0 ? 1 : 0
    case .negate: try checked(Int64(0).subtractingReportingOverflow(value))
    case .complement: ~value
    }
  }

  private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(FailureKind)
    -> Int64
  {
    if result.overflow { throw .overflow }
    return result.partialValue
  }

  /// Truncates towards zero.
  private static func divide(_ left: Int64, _ right: Int64) throws(FailureKind) -> Int64 {
    if right == 0 { throw .divisionByZero }
    return try checked(left.dividedReportingOverflow(by: right))
  }

  /// Has the sign of the dividend; the least value modulo -1 is 0.
  private static func remainder(_ left: Int64, _ right: Int64) throws(FailureKind) -> Int64 {
    if right == 0 { throw .divisionByZero }
    return right == -1 ? 0 : left % right
  }

  /// Bits move out silently. A negative count shifts the other way; 64 or more, either way,
  /// gives 0.
  private static func shiftLeft(_ value: Int64, _ count: Int64) -> Int64 {
    if count <= -64 || count >= 64 { return 0 }
    return count < 0 ? value >> -count : value << count
  }

  /// Keeps the sign. A negative count shifts the other way; 64 or more, either way, gives 0.
  private static func shiftRight(_ value: Int64, _ count: Int64) -> Int64 {
    if count <= -64 || count >= 64 { return 0 }
    return count < 0 ? value << -count : value >> count
  }
}
