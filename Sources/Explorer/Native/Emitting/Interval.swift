import Model

/// All values that an expression may have, as far as its types tell.
///
/// Results of arithmetic are those of the exact operation; a bound that does not fit in 64 bits
/// means that the operation must be checked, and then every value is possible.
struct Interval: Hashable {
  let lower: Int64
  let upper: Int64

  static let full = Interval(.min, .max)
  static let truth = Interval(0, 1)

  init(_ lower: Int64, _ upper: Int64) {
    self.lower = lower
    self.upper = upper
  }

  /// The values of a type; all values for what is not bounded by one.
  init(_ type: ScalarType) { self.init(type.lower, max(type.lower, type.upper)) }

  func contains(_ value: Int64) -> Bool { lower <= value && value <= upper }

  func isWithin(_ lower: Int64, _ upper: Int64) -> Bool {
    lower <= self.lower && self.upper <= upper
  }

  func union(_ other: Interval) -> Interval {
    Interval(min(lower, other.lower), max(upper, other.upper))
  }

  /// The largest distance from 0; nil beyond 2^63 - 1.
  private var magnitude: Int64? { lower == .min ? nil : max(abs(lower), abs(upper)) }

  // MARK: Arithmetic; nil when a result may not fit

  static func + (left: Interval, right: Interval) -> Interval? {
    bounds([
      left.lower.addingReportingOverflow(right.lower),
      left.upper.addingReportingOverflow(right.upper),
    ])
  }

  static func - (left: Interval, right: Interval) -> Interval? {
    bounds([
      left.lower.subtractingReportingOverflow(right.upper),
      left.upper.subtractingReportingOverflow(right.lower),
    ])
  }

  static func * (left: Interval, right: Interval) -> Interval? {
    bounds(
      [left.lower, left.upper].flatMap { factor in
        [right.lower, right.upper].map { factor.multipliedReportingOverflow(by: $0) }
      })
  }

  private static func bounds(_ results: [(partialValue: Int64, overflow: Bool)]) -> Interval? {
    guard !results.contains(where: \.overflow) else { return nil }
    let values = results.map(\.partialValue)
    return Interval(values.min()!, values.max()!)
  }

  /// By a positive divisor, between the quotients of the bounds; by any, not farther from 0 than the
  /// dividend.
  func quotient(by divisor: Interval) -> Interval {
    if divisor.lower > 0 {
      let corners = [lower, upper].flatMap { [$0 / divisor.lower, $0 / divisor.upper] }
      return Interval(corners.min()!, corners.max()!)
    }
    guard let magnitude else { return .full }
    return Interval(-magnitude, magnitude)
  }

  /// A remainder has the sign of the dividend, and is nearer to 0 than both operands.
  func remainder(by divisor: Interval) -> Interval {
    let limit = divisor.magnitude.map { max(0, $0 - 1) } ?? .max
    return Interval(
      lower >= 0 ? 0 : max(lower, -limit), upper <= 0 ? 0 : min(upper, limit))
  }

  func and(_ other: Interval) -> Interval {
    switch (lower >= 0, other.lower >= 0) {
    case (true, true): Interval(0, min(upper, other.upper))
    case (true, false): Interval(0, upper)
    case (false, true): Interval(0, other.upper)
    case (false, false): .full
    }
  }

  /// Of `|` and `^`: no higher bit than both have.
  func or(_ other: Interval) -> Interval {
    guard lower >= 0, other.lower >= 0 else { return .full }
    let bits = 64 - max(upper, other.upper).leadingZeroBitCount
    return Interval(0, bits >= 63 ? .max : (1 << Int64(bits)) - 1)
  }

  /// Whether the comparison is the same for all values; nil when it is not.
  func compare(_ op: BinaryOperator, _ other: Interval) -> Bool? {
    switch op {
    case .less: decide(upper < other.lower, lower >= other.upper)
    case .lessOrEqual: decide(upper <= other.lower, lower > other.upper)
    case .greater: decide(lower > other.upper, upper <= other.lower)
    case .greaterOrEqual: decide(lower >= other.upper, upper < other.lower)
    case .equal: decide(isSingle && self == other, isApart(from: other))
    case .notEqual: decide(isApart(from: other), isSingle && self == other)
    default: nil
    }
  }

  private func decide(_ yes: Bool, _ no: Bool) -> Bool? { yes ? true : no ? false : nil }
  private var isSingle: Bool { lower == upper }
  private func isApart(from other: Interval) -> Bool {
    upper < other.lower || other.upper < lower
  }
}
