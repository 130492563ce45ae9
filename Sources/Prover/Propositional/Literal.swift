/// A variable of a solver, or a gate of a circuit, or the negation of one.
struct Literal: Hashable, Comparable {
  /// Twice the number, and 1 more when negated.
  let code: Int32

  init(code: Int32) { self.code = code }

  init(_ number: Int, isNegated: Bool = false) {
    code = Int32(number) << 1 | (isNegated ? 1 : 0)
  }

  var number: Int { Int(code >> 1) }
  var isNegated: Bool { code & 1 == 1 }

  static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }

  static func < (left: Literal, right: Literal) -> Bool { left.code < right.code }
}
