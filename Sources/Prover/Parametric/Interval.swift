/// Between which numbers a number is known to lie.
///
/// The least `Int128` below and the greatest one above stand for no bound: what is computed from
/// bounds that 128 bits cannot hold has none, and so never seems to be known.
struct Interval: Hashable {
  let lower: Int128
  let upper: Int128

  /// The numbers from one to another.
  init(_ lower: Int128, _ upper: Int128) {
    // What is no bound at one end is one at the other, if a weak one.
    self.lower = min(lower, .max - 1)
    self.upper = max(upper, .min + 1)
  }

  static func + (left: Self, right: Self) -> Self {
    Self(
      sum(left.lower, right.lower, orNone: .min), sum(left.upper, right.upper, orNone: .max))
  }

  static func - (left: Self, right: Self) -> Self { left + right.negated }

  static func * (left: Self, right: Self) -> Self {
    let corners = [left.lower, left.upper].flatMap {
      [product($0, right.lower), product($0, right.upper)]
    }
    return Self(corners.min() ?? .min, corners.max() ?? .max)
  }

  /// The numbers with the other sign.
  var negated: Self { Self(Self.negated(upper), Self.negated(lower)) }

  private static func negated(_ bound: Int128) -> Int128 { bound == .min ? .max : -bound }

  private static func sum(_ left: Int128, _ right: Int128, orNone none: Int128) -> Int128 {
    if left == none || right == none { return none }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left > 0 ? .max : .min) : sum
  }

  private static func product(_ left: Int128, _ right: Int128) -> Int128 {
    if left == 0 || right == 0 { return 0 }
    let isPositive = (left > 0) == (right > 0)
    if isNone(left) || isNone(right) { return isPositive ? .max : .min }
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? (isPositive ? .max : .min) : product
  }

  private static func isNone(_ bound: Int128) -> Bool { bound == .min || bound == .max }
}
