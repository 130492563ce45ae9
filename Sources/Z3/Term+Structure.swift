import CZ3

/// How a term is put together, as far as callers take terms apart.
package enum TermShape {
  case sum([Term])
  case difference(Term, Term)
  case choice(Term, Term, Term)
  case conjunction([Term])
  case disjunction([Term])
  case negation(Term)
  case equality(Term, Term)
  case exclusion(Term, Term)
  case implication(Term, Term)
  /// Anything else, constants included.
  case other
}

extension Context {
  /// An uninterpreted function applied to arguments; the same name, sorts and arguments give the
  /// same term. Without arguments it is a constant.
  package func application(_ name: String, _ arguments: [Term], _ sort: Sort) -> Term {
    let sorts: [Z3_sort?] = arguments.map { Z3_get_sort(raw, $0.ast) }
    let declaration = Z3_mk_func_decl(
      raw, symbol(name), UInt32(arguments.count), sorts, raw(sort))
    let asts: [Z3_ast?] = arguments.map(\.ast)
    return term(Z3_mk_app(raw, declaration, UInt32(asts.count), asts))
  }
}

extension Term {
  /// This term with constants replaced by other terms of their sorts, all at once.
  package func replacing(_ constants: [Term], by terms: [Term]) -> Term {
    if constants.isEmpty { return self }
    let from: [Z3_ast?] = constants.map(\.ast)
    let to: [Z3_ast?] = terms.map(\.ast)
    return context.term(Z3_substitute(context.raw, ast, UInt32(from.count), from, to))
  }

  /// The constants of a set that occur in this term, in the order of their first occurrence.
  package func occurring(of constants: Set<Term>) -> [Term] {
    var found: [Term] = []
    var seen: Set<UInt32> = []
    var pending = [ast]
    while let node = pending.popLast() {
      if !seen.insert(Z3_get_ast_id(context.raw, node)).inserted { continue }
      let parts = children(of: node)
      if parts.isEmpty {
        let leaf = Term(node, in: context)
        if constants.contains(leaf) { found.append(leaf) }
      }
      pending += parts.reversed()
    }
    return found
  }

  /// The names of the uninterpreted functions and constants in this term.
  package var functions: Set<String> {
    var names: Set<String> = []
    var seen: Set<UInt32> = []
    var pending = [ast]
    while let node = pending.popLast() {
      if !seen.insert(Z3_get_ast_id(context.raw, node)).inserted { continue }
      if let name = function(of: node) { names.insert(name) }
      pending += children(of: node)
    }
    return names
  }

  /// The uninterpreted function that this term is the value of, or the constant that it is.
  package var function: String? { function(of: ast) }

  private func function(of node: Z3_ast) -> String? {
    guard Z3_get_ast_kind(context.raw, node) == Z3_APP_AST else { return nil }
    let declaration = Z3_get_app_decl(context.raw, Z3_to_app(context.raw, node))
    guard Z3_get_decl_kind(context.raw, declaration) == Z3_OP_UNINTERPRETED else { return nil }
    return String(
      cString: Z3_get_symbol_string(context.raw, Z3_get_decl_name(context.raw, declaration)))
  }

  /// Whether a constant occurs in this term.
  package func mentions(_ constant: Term) -> Bool { !occurring(of: [constant]).isEmpty }

  /// How this term is put together.
  package var shape: TermShape {
    guard Z3_get_ast_kind(context.raw, ast) == Z3_APP_AST else { return .other }
    let app = Z3_to_app(context.raw, ast)
    let parts = children(of: ast).map { Term($0, in: context) }
    switch Z3_get_decl_kind(context.raw, Z3_get_app_decl(context.raw, app)) {
    case Z3_OP_ADD: return .sum(parts)
    case Z3_OP_SUB where parts.count == 2: return .difference(parts[0], parts[1])
    case Z3_OP_ITE: return .choice(parts[0], parts[1], parts[2])
    case Z3_OP_AND: return .conjunction(parts)
    case Z3_OP_OR: return .disjunction(parts)
    case Z3_OP_NOT: return .negation(parts[0])
    case Z3_OP_EQ, Z3_OP_IFF: return .equality(parts[0], parts[1])
    case Z3_OP_XOR where parts.count == 2: return .exclusion(parts[0], parts[1])
    case Z3_OP_IMPLIES: return .implication(parts[0], parts[1])
    default: return .other
    }
  }

  /// What a rule from parts to wholes says of this term, asking once for each part: terms share
  /// parts, so as trees they can be exponentially great.
  package func folded<Value>(_ rule: @escaping (Term, (Term) -> Value) -> Value) -> Value {
    var known: [Term: Value] = [:]
    func value(of term: Term) -> Value {
      if let value = known[term] { return value }
      let value = rule(term, value(of:))
      known[term] = value
      return value
    }
    return value(of: self)
  }

  private func children(of node: Z3_ast) -> [Z3_ast] {
    switch Z3_get_ast_kind(context.raw, node) {
    case Z3_APP_AST:
      let app = Z3_to_app(context.raw, node)
      return (0..<Z3_get_app_num_args(context.raw, app)).compactMap {
        Z3_get_app_arg(context.raw, app, $0)
      }
    case Z3_QUANTIFIER_AST: return Z3_get_quantifier_body(context.raw, node).map { [$0] } ?? []
    default: return []
    }
  }
}

extension Term {
  /// The value of a number in digits that fits; nil for anything else.
  package var numeral: Int64? {
    guard Z3_get_ast_kind(context.raw, ast) == Z3_NUMERAL_AST else { return nil }
    var value: Int64 = 0
    return Z3_get_numeral_int64(context.raw, ast, &value) ? value : nil
  }

  /// This term as short as Z3's rewriter makes it.
  package var simplified: Term { context.term(Z3_simplify(context.raw, ast)) }
}
