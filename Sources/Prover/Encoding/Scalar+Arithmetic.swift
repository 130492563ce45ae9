import Z3

// Exact results: the caller checks that they fit in 64 bits and narrows them.
extension Scalar {
  static func + (left: Scalar, right: Scalar) -> Scalar {
    if let value = right.known { return left.shifted(by: value) }
    if let value = left.known { return right.shifted(by: value) }
    let offset = left.offset + right.offset
    let upper = left.upper + right.upper
    let width = unsignedWidth(upper - offset)
    let sum =
      left.bits(above: left.offset, width: width) + right.bits(above: right.offset, width: width)
    return number(sum, offset: offset, lower: left.lower + right.lower, upper: upper)
  }

  static func - (left: Scalar, right: Scalar) -> Scalar {
    if let value = right.known { return left.shifted(by: -value) }
    let offset = left.offset - right.upper
    let upper = left.upper - right.lower
    let width = unsignedWidth(upper - offset)
    let difference =
      left.bits(above: offset + right.offset, width: width)
      - right.bits(above: right.offset, width: width)
    return number(difference, offset: offset, lower: left.lower - right.upper, upper: upper)
  }

  static func * (left: Scalar, right: Scalar) -> Scalar {
    if right.known == 1 { return left }
    let corners = [
      left.lower * right.lower, left.lower * right.upper, left.upper * right.lower,
      left.upper * right.upper,
    ]
    return left.combined(with: right, within: corners) { $0 * $1 }
  }

  /// The quotient rounded towards zero, where the divisor is not zero.
  func quotient(_ divisor: Scalar) -> Scalar {
    let divisors = [divisor.lower, divisor.upper, 1, -1].filter {
      $0 != 0 && divisor.lower <= $0 && $0 <= divisor.upper
    }
    let corners = divisors.flatMap { [lower / $0, upper / $0] }
    if corners.isEmpty { return .constant(0, in: context) }
    return combined(with: divisor, within: corners) { $0.signedQuotient($1) }
  }

  /// The remainder with the sign of the dividend, where the divisor is not zero.
  func remainder(_ divisor: Scalar) -> Scalar {
    let greatest = max(divisor.lower.magnitude, divisor.upper.magnitude)
    if greatest == 0 { return .constant(0, in: context) }
    let bound = Int128(greatest) - 1
    let corners = [lower < 0 ? max(lower, -bound) : 0, upper > 0 ? min(upper, bound) : 0]
    return combined(with: divisor, within: corners) { $0.signedRemainder($1) }
  }

  /// A bitwise operation on two's complement of unlimited width.
  func bitwise(_ other: Scalar, _ operation: (Term, Term) -> Term) -> Scalar {
    let width = Scalar.signedWidth(min(lower, other.lower), max(upper, other.upper))
    let power = Int128(1) << (width - 1)
    let least = lower < 0 || other.lower < 0 ? -power : 0
    return combined(with: other, within: [least, power - 1], operation)
  }

  /// The bits that both have. A mask of low bits only drops the others.
  func bitwiseAnd(_ other: Scalar) -> Scalar {
    for (mask, value) in [(self, other), (other, self)] {
      guard let mask = mask.known, mask > 0, mask & (mask + 1) == 0 else { continue }
      return value.keepingBits(Scalar.unsignedWidth(mask))
    }
    return bitwise(other, &)
  }

  /// All bits inverted: `-1 - self`.
  var complement: Scalar { .constant(-1, in: context) - self }

  /// Shifted left by any count: a negative one shifts right, 64 or more either way gives 0, and
  /// bits beyond the 64th are lost.
  func shifted(left count: Scalar) -> Scalar {
    if let places = count.known, 0...63 ~= places {
      let factor = Int128(1) << places
      if fits(lower * factor), fits(upper * factor) {
        return self * .constant(factor, in: context)
      }
    }
    let back = Scalar.constant(0, in: context) - count
    return shifted(
      count, forward: { $0.shiftedLeft($1) }, back,
      backward: {
        $0.arithmeticallyShiftedRight($1)
      })
  }

  /// Shifted right with its sign, by any count: a negative one shifts left.
  func shifted(right count: Scalar) -> Scalar {
    if let places = count.known, 0...63 ~= places, lower >= 0 {
      return droppingBits(Int(places))
    }
    let back = Scalar.constant(0, in: context) - count
    let result = shifted(
      count, forward: { $0.arithmeticallyShiftedRight($1) }, back,
      backward: {
        $0.shiftedLeft($1)
      })
    return lower >= 0 && count.lower >= 0 ? result.narrowed(0, upper) : result
  }

  /// A number that is not negative, without its lowest bits.
  private func droppingBits(_ places: Int) -> Scalar {
    let width = Scalar.unsignedWidth(upper)
    if places >= width { return .constant(0, in: context) }
    let rest = bits(above: 0, width: width).extracting(places...(width - 1))
    return .number(rest, offset: 0, lower: lower >> places, upper: upper >> places)
  }

  /// The lowest bits of a number in two's complement.
  func keepingBits(_ places: Int) -> Scalar {
    let greatest = (Int128(1) << places) - 1
    if lower >= 0, upper <= greatest { return self }
    return .number(
      bits(above: 0, width: places), offset: 0, lower: 0, upper: greatest)
  }

  private func shifted(
    _ count: Scalar, forward: (Term, Term) -> Term, _ opposite: Scalar,
    backward: (Term, Term) -> Term
  ) -> Scalar {
    let value = signedBits(width: 64)
    let zero = context.bits(0 as Int128, width: 64)
    let outside = count.isLess(than: -63) || count.isGreater(than: 63)
    let moved = count.isLess(than: 0).then(
      backward(value, opposite.signedBits(width: 64)),
      else: forward(value, count.signedBits(width: 64)))
    return .signed(
      outside.then(zero, else: moved), lower: Int128(Int64.min), upper: Int128(Int64.max))
  }

  private func fits(_ value: Int128) -> Bool { Int64(exactly: value) != nil }

  /// This number plus a constant.
  private func shifted(by value: Int128) -> Scalar {
    Scalar(
      context: context, bits: bits, offset: offset + value, lower: lower + value,
      upper: upper + value)
  }

  /// An operation in two's complement, wide enough for both operands and the result.
  private func combined(
    with other: Scalar, within corners: [Int128], _ operation: (Term, Term) -> Term
  ) -> Scalar {
    let least = corners.min()!
    let greatest = corners.max()!
    if least == greatest { return .constant(least, in: context) }
    let width = Scalar.signedWidth(
      min(least, lower, other.lower), max(greatest, upper, other.upper))
    return .signed(
      operation(signedBits(width: width), other.signedBits(width: width)),
      lower: least, upper: greatest)
  }
}
