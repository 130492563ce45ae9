import Z3

/// A symbolic integer with just enough bits: its value is `offset` plus the bits read as unsigned.
///
/// With an offset, reading and writing a cell of the layout costs nothing, adding a constant costs
/// nothing, and most comparisons are between two short unsigned numbers. The interval is
/// conservative, and holds whenever the run has not failed before; after a failure no value
/// matters any more.
struct Scalar {
  let context: Context
  /// Nil when the value is a constant, the offset.
  let bits: Term?
  let offset: Int128
  let lower: Int128
  let upper: Int128

  /// A number that is known.
  static func constant(_ value: Int128, in context: Context) -> Scalar {
    Scalar(context: context, bits: nil, offset: value, lower: value, upper: value)
  }

  /// A number between bounds, with unneeded high bits dropped. The offset is at most `lower`.
  static func number(
    _ bits: Term, offset: Int128, lower: Int128, upper: Int128
  ) -> Scalar {
    let context = bits.context
    // An empty interval can only follow a failure.
    if lower >= upper { return constant(lower, in: context) }
    let needed = unsignedWidth(upper - offset)
    let short = bits.width > needed ? bits.extracting(0...(needed - 1)) : bits
    return Scalar(context: context, bits: short, offset: offset, lower: lower, upper: upper)
  }

  /// A number given in two's complement.
  static func signed(_ bits: Term, lower: Int128, upper: Int128) -> Scalar {
    // Without a negative value there is no need to subtract anything.
    if lower >= 0 { return number(bits, offset: 0, lower: lower, upper: upper) }
    let shifted = bits - bits.context.bits(lower, width: bits.width)
    return number(shifted, offset: lower, lower: lower, upper: upper)
  }

  /// The value when it is known.
  var known: Int128? { bits == nil ? offset : nil }

  /// The bits of this number above another offset, modulo 2 to the width.
  func bits(above other: Int128, width: Int) -> Term {
    guard let bits else { return context.bits(offset - other, width: width) }
    let sized =
      bits.width < width
      ? bits.zeroExtended(to: width) : bits.extracting(0...(width - 1))
    return offset == other ? sized : sized + context.bits(offset - other, width: width)
  }

  /// This number in two's complement, modulo 2 to the width.
  func signedBits(width: Int) -> Term { bits(above: 0, width: width) }

  /// The same number, known to lie between narrower bounds; one of these after a failure, so that
  /// no number ever gets too great to compute with.
  func narrowed(_ least: Int128, _ greatest: Int128) -> Scalar {
    if upper < least { return .constant(least, in: context) }
    if lower > greatest { return .constant(greatest, in: context) }
    guard let bits else { return self }
    return .number(bits, offset: offset, lower: max(lower, least), upper: min(upper, greatest))
  }

  /// The number of bits for `0...value`; at least 1.
  static func unsignedWidth(_ value: Int128) -> Int {
    max(1, 128 - value.leadingZeroBitCount)
  }

  /// The number of bits for both bounds in two's complement.
  static func signedWidth(_ lower: Int128, _ upper: Int128) -> Int {
    let magnitude = max(lower < 0 ? ~lower : lower, upper < 0 ? ~upper : upper)
    return 129 - magnitude.leadingZeroBitCount
  }
}

// Comparisons, settled by the intervals where these are apart.
extension Scalar {
  /// That this number is less than another.
  func isLess(than other: Scalar) -> Term {
    if upper < other.lower { return context.truth(true) }
    if lower >= other.upper { return context.truth(false) }
    let (left, right) = aligned(with: other)
    return left.unsignedLess(right)
  }

  /// That this number equals another.
  func isEqual(to other: Scalar) -> Term {
    if upper < other.lower || other.upper < lower { return context.truth(false) }
    if let value = known, let value2 = other.known { return context.truth(value == value2) }
    let (left, right) = aligned(with: other)
    return left.equals(right)
  }

  /// That this number is less than a bound.
  func isLess(than bound: Int128) -> Term { isLess(than: .constant(bound, in: context)) }

  /// That this number is greater than a bound.
  func isGreater(than bound: Int128) -> Term {
    Scalar.constant(bound, in: context).isLess(than: self)
  }

  /// One of two numbers.
  static func choose(_ condition: Term, _ yes: Scalar, _ no: Scalar) -> Scalar {
    if let truth = condition.truth { return truth ? yes : no }
    if yes.bits == no.bits, yes.offset == no.offset {
      return Scalar(
        context: yes.context, bits: yes.bits, offset: yes.offset,
        lower: min(yes.lower, no.lower), upper: max(yes.upper, no.upper))
    }
    let offset = min(yes.offset, no.offset)
    let upper = max(yes.upper, no.upper)
    let width = unsignedWidth(upper - offset)
    let bits = condition.then(
      yes.bits(above: offset, width: width), else: no.bits(above: offset, width: width))
    return number(bits, offset: offset, lower: min(yes.lower, no.lower), upper: upper)
  }

  /// Both as unsigned bits above one offset; a constant takes the other's.
  private func aligned(with other: Scalar) -> (Term, Term) {
    let offset =
      known != nil
      ? other.offset : other.known != nil ? self.offset : min(self.offset, other.offset)
    let width = Scalar.unsignedWidth(max(upper, other.upper) - offset)
    return (bits(above: offset, width: width), other.bits(above: offset, width: width))
  }
}
