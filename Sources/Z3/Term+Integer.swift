import CZ3

// Mathematical integers, total arrays and quantifiers, for proofs over unbounded index types.
extension Context {
  /// The integer of that value.
  package func integer(_ value: Int64) -> Term {
    term(Z3_mk_int64(raw, value, raw(.integer)))
  }

  /// The sum of integer terms; zero for none.
  package func sum(_ terms: [Term]) -> Term {
    // An addition has two terms in SMT-LIB.
    guard terms.count > 1 else { return terms.first ?? integer(0) }
    let asts: [Z3_ast?] = terms.map(\.ast)
    return term(Z3_mk_add(raw, UInt32(asts.count), asts))
  }

  /// That a body holds for every value of these constants.
  package func forAll(_ variables: [Term], _ body: Term) -> Term {
    quantified(body, over: variables) {
      Z3_mk_forall_const(raw, 0, UInt32($0.count), $0, 0, nil, $1)
    }
  }

  /// That a body holds for some value of these constants.
  package func exists(_ variables: [Term], _ body: Term) -> Term {
    quantified(body, over: variables) {
      Z3_mk_exists_const(raw, 0, UInt32($0.count), $0, 0, nil, $1)
    }
  }

  /// Bound variables are called by their places, so that formulas which differ in nothing but the
  /// names of their bound variables are one term.
  private func quantified(
    _ body: Term, over variables: [Term], _ make: ([Z3_app?], Z3_ast) -> Z3_ast?
  ) -> Term {
    if variables.isEmpty { return body }
    let places = variables.enumerated().map { constant("bound \($0)", $1.sort) }
    let renamed = body.replacing(variables, by: places)
    return withExtendedLifetime((places, renamed)) {
      term(make(places.map { Z3_to_app(raw, $0.ast) }, renamed.ast))
    }
  }
}

extension Context {
  /// The integer of that value, of any size up to 128 bits.
  package func integer(exactly value: Int128) -> Term {
    if let small = Int64(exactly: value) { return integer(small) }
    return term(Z3_mk_numeral(raw, String(value), raw(.integer)))
  }
}

extension Term {
  /// That this integer is less than another.
  package func less(_ other: Term) -> Term { apply(Z3_mk_lt, other) }
  /// That this integer is at most another.
  package func atMost(_ other: Term) -> Term { apply(Z3_mk_le, other) }

  /// The sum of this integer and another.
  package func adding(_ other: Term) -> Term { context.sum([self, other]) }

  /// The difference of this integer and another.
  package func subtracting(_ other: Term) -> Term {
    let asts: [Z3_ast?] = [ast, other.ast]
    return context.term(Z3_mk_sub(context.raw, 2, asts))
  }

  /// The product of this integer and another.
  package func multiplied(by other: Term) -> Term {
    let asts: [Z3_ast?] = [ast, other.ast]
    return context.term(Z3_mk_mul(context.raw, 2, asts))
  }

  /// The greatest integer whose product with a positive divisor is at most this one.
  package func quotient(rounded divisor: Term) -> Term { apply(Z3_mk_div, divisor) }

  /// This array's element at an index.
  package func selecting(_ index: Term) -> Term { apply(Z3_mk_select, index) }

  /// This array with another element at an index.
  package func storing(_ element: Term, at index: Term) -> Term {
    context.term(Z3_mk_store(context.raw, ast, index.ast, element.ast))
  }
}
