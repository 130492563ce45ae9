import CZ3

extension Context {
  /// The bit-vector whose value is this number modulo 2 to the width (1 to 128 bits).
  package func bits(_ value: Int128, width: Int) -> Term {
    let low = UInt64(truncatingIfNeeded: value)
    if width <= 64 { return bits(low, width: width) }
    let high = bits(UInt64(truncatingIfNeeded: value >> 64), width: width - 64)
    return high.concatenated(above: bits(low, width: 64))
  }

  /// The bit-vector whose value is this number modulo 2 to the width (1 to 64 bits).
  package func bits(_ value: UInt64, width: Int) -> Term {
    let kept = width >= 64 ? value : value & ((1 << UInt64(width)) - 1)
    return term(Z3_mk_unsigned_int64(raw, kept, raw(.bitVector(width))))
  }
}

// Bit-vectors of one width; two's complement where a sign matters.
extension Term {
  package static func + (left: Term, right: Term) -> Term { left.apply(Z3_mk_bvadd, right) }
  package static func - (left: Term, right: Term) -> Term { left.apply(Z3_mk_bvsub, right) }
  package static func * (left: Term, right: Term) -> Term { left.apply(Z3_mk_bvmul, right) }
  package static func & (left: Term, right: Term) -> Term { left.apply(Z3_mk_bvand, right) }
  package static func | (left: Term, right: Term) -> Term { left.apply(Z3_mk_bvor, right) }
  package static func ^ (left: Term, right: Term) -> Term { left.apply(Z3_mk_bvxor, right) }

  package static prefix func ~ (term: Term) -> Term {
    term.context.term(Z3_mk_bvnot(term.context.raw, term.ast))
  }

  package static prefix func - (term: Term) -> Term {
    term.context.term(Z3_mk_bvneg(term.context.raw, term.ast))
  }

  /// The signed quotient, rounded towards zero; all ones or one where the divisor is zero.
  package func signedQuotient(_ divisor: Term) -> Term { apply(Z3_mk_bvsdiv, divisor) }
  /// The signed remainder, with the sign of the dividend; the dividend where the divisor is zero.
  package func signedRemainder(_ divisor: Term) -> Term { apply(Z3_mk_bvsrem, divisor) }
  /// The unsigned quotient; all ones where the divisor is zero.
  package func unsignedQuotient(_ divisor: Term) -> Term { apply(Z3_mk_bvudiv, divisor) }
  /// The unsigned remainder; the dividend where the divisor is zero.
  package func unsignedRemainder(_ divisor: Term) -> Term { apply(Z3_mk_bvurem, divisor) }

  /// Shifted left by an unsigned amount; zero when the amount is the width or more.
  package func shiftedLeft(_ amount: Term) -> Term { apply(Z3_mk_bvshl, amount) }
  /// Shifted right by an unsigned amount, filling with zeros.
  package func shiftedRight(_ amount: Term) -> Term { apply(Z3_mk_bvlshr, amount) }
  /// Shifted right by an unsigned amount, filling with the sign.
  package func arithmeticallyShiftedRight(_ amount: Term) -> Term { apply(Z3_mk_bvashr, amount) }

  package func signedLess(_ other: Term) -> Term { apply(Z3_mk_bvslt, other) }
  package func signedAtMost(_ other: Term) -> Term { apply(Z3_mk_bvsle, other) }
  package func unsignedLess(_ other: Term) -> Term { apply(Z3_mk_bvult, other) }
  package func unsignedAtMost(_ other: Term) -> Term { apply(Z3_mk_bvule, other) }

  /// That the sum is the true one: neither too large nor too small for the width.
  package func addsExactly(_ other: Term, signed: Bool) -> Term {
    let above = context.term(Z3_mk_bvadd_no_overflow(context.raw, ast, other.ast, signed))
    guard signed else { return above }
    return above && context.term(Z3_mk_bvadd_no_underflow(context.raw, ast, other.ast))
  }

  /// That the difference is the true one: neither too large nor too small for the width.
  package func subtractsExactly(_ other: Term, signed: Bool) -> Term {
    let below = context.term(Z3_mk_bvsub_no_underflow(context.raw, ast, other.ast, signed))
    guard signed else { return below }
    return below && context.term(Z3_mk_bvsub_no_overflow(context.raw, ast, other.ast))
  }

  /// That the product is the true one: neither too large nor too small for the width.
  package func multipliesExactly(_ other: Term, signed: Bool) -> Term {
    // Not Z3_mk_bvmul_no_underflow: in version 4.8.12 its models deny (-1) * 3 in 8 bits.
    let wide = 2 * width
    func extended(_ term: Term) -> Term {
      signed ? term.signExtended(to: wide) : term.zeroExtended(to: wide)
    }
    return (extended(self) * extended(other)).equals(extended(self * other))
  }

  /// The same unsigned value in a width that is not smaller.
  package func zeroExtended(to width: Int) -> Term {
    let extra = width - self.width
    if extra == 0 { return self }
    return context.term(Z3_mk_zero_ext(context.raw, UInt32(clamping: extra), ast))
  }

  /// The same signed value in a width that is not smaller.
  package func signExtended(to width: Int) -> Term {
    let extra = width - self.width
    if extra == 0 { return self }
    return context.term(Z3_mk_sign_ext(context.raw, UInt32(clamping: extra), ast))
  }

  /// The bits of these positions; 0 is the lowest.
  package func extracting(_ bits: ClosedRange<Int>) -> Term {
    if bits == 0...(width - 1) { return self }
    return context.term(
      Z3_mk_extract(context.raw, UInt32(bits.upperBound), UInt32(bits.lowerBound), ast))
  }

  /// This term's bits above those of another.
  package func concatenated(above other: Term) -> Term { apply(Z3_mk_concat, other) }
}
