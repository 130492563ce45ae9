import CZ3

// Connectives drop units and settle trivial cases, so that symbolic execution of concrete code
// stays concrete and builds no terms at all.

extension Context {
  /// The literal `true` or `false`.
  package func truth(_ value: Bool) -> Term {
    term(value ? Z3_mk_true(raw) : Z3_mk_false(raw))
  }

  /// The conjunction of Boolean terms; `true` for none.
  package func all(_ terms: [Term]) -> Term {
    if terms.contains(where: { $0.truth == false }) { return truth(false) }
    let rest = terms.filter { $0.truth == nil }
    if rest.count < 2 { return rest.first ?? truth(true) }
    let asts: [Z3_ast?] = rest.map(\.ast)
    return term(Z3_mk_and(raw, UInt32(asts.count), asts))
  }

  /// The disjunction of Boolean terms; `false` for none.
  package func any(_ terms: [Term]) -> Term {
    if terms.contains(where: { $0.truth == true }) { return truth(true) }
    let rest = terms.filter { $0.truth == nil }
    if rest.count < 2 { return rest.first ?? truth(false) }
    let asts: [Z3_ast?] = rest.map(\.ast)
    return term(Z3_mk_or(raw, UInt32(asts.count), asts))
  }
}

extension Term {
  package static prefix func ! (term: Term) -> Term {
    if let truth = term.truth { return term.context.truth(!truth) }
    if case .negation(let inner) = term.shape { return inner }
    return term.context.term(Z3_mk_not(term.context.raw, term.ast))
  }

  package static func && (left: Term, right: Term) -> Term {
    left.context.all([left, right])
  }

  package static func || (left: Term, right: Term) -> Term {
    left.context.any([left, right])
  }

  /// That this Boolean term implies another.
  package func implies(_ other: Term) -> Term {
    !self || other
  }

  /// One of two terms of one sort, chosen by this Boolean term.
  package func then(_ yes: Term, else no: Term) -> Term {
    if let truth { return truth ? yes : no }
    if yes == no { return yes }
    if yes.truth == true, no.truth == false { return self }
    if yes.truth == false, no.truth == true { return !self }
    return context.term(Z3_mk_ite(context.raw, ast, yes.ast, no.ast))
  }
}
