import CZ3

/// An immutable term of one context: a counted reference to Z3's own node.
///
/// Z3 shares equal nodes, so equality and hashing are those of the node: two terms are equal when
/// they are the same term, not when Z3 could prove them to have the same value.
package final class Term: Hashable, CustomStringConvertible {
  /// The context that owns this term.
  package let context: Context
  /// The truth value when this term is literally `true` or `false`.
  package let truth: Bool?
  let ast: Z3_ast

  init(_ ast: Z3_ast, in context: Context) {
    self.ast = ast
    self.context = context
    Z3_inc_ref(context.raw, ast)
    switch Z3_get_bool_value(context.raw, ast) {
    case Z3_L_TRUE: truth = true
    case Z3_L_FALSE: truth = false
    default: truth = nil
    }
  }

  deinit {
    Z3_dec_ref(context.raw, ast)
  }

  /// What kind of value this term denotes.
  package var sort: Sort {
    context.sort(Z3_get_sort(context.raw, ast))
  }

  /// The width in bits of a bit-vector term; a placeholder has 1, any other term traps.
  package var width: Int {
    if case .bitVector(let width) = sort { return width }
    precondition(context.failure != nil, "only bit-vectors have a width")
    return 1
  }

  /// This term in SMT-LIB notation.
  package var description: String {
    String(cString: Z3_ast_to_string(context.raw, ast))
  }

  package static func == (left: Term, right: Term) -> Bool {
    left.ast == right.ast
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(Z3_get_ast_id(context.raw, ast))
  }

  /// The equality of two terms of one sort.
  package func equals(_ other: Term) -> Term {
    if self == other { return context.truth(true) }
    return context.term(Z3_mk_eq(context.raw, ast, other.ast))
  }

  /// A binary operator of Z3 applied to this term and another.
  func apply(_ build: (Z3_context?, Z3_ast?, Z3_ast?) -> Z3_ast?, _ other: Term) -> Term {
    context.term(build(context.raw, ast, other.ast))
  }
}

extension Context {
  /// That no two of these terms of one sort are equal.
  package func distinct(_ terms: [Term]) -> Term {
    if terms.count < 2 { return truth(true) }
    let asts: [Z3_ast?] = terms.map(\.ast)
    return term(Z3_mk_distinct(raw, UInt32(asts.count), asts))
  }
}
