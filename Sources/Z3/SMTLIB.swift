import CZ3

/// Problems as text in SMT-LIB 2.6, the language that all solvers read.
package enum SMTLIB {
  /// Why a text is not a problem that can be checked.
  package enum ReadError: Error, Equatable {
    /// A command that a problem has no need of, or one out of place.
    case command(String)
    /// What the solver says about the text.
    case syntax(String)
  }

  /// The text that declares the constants of these Boolean terms and asserts each, without the
  /// logic and the question; the same terms, built in the same order, give the same bytes.
  ///
  /// - Parameter definitionLimit: how many definitions of shared subterms stand before the
  ///   assertions. Solvers copy a definition wherever it is used, which takes some of them longer
  ///   than to decide a problem of thousands; of more there is one assertion with all of them in it.
  /// - Parameter sharesWithinQuantifiers: whether what is shared within a quantifier is written
  ///   once, too.
  package static func text(
    _ assertions: [Term], in context: Context, definitionLimit: Int = .max,
    sharesWithinQuantifiers: Bool = false
  ) -> String {
    var writer = SMTLIBWriter(in: context, sharesWithinQuantifiers: sharesWithinQuantifiers)
    return writer.problem(assertions, definitionLimit: definitionLimit)
  }

  /// Whether the assertions of a text can hold together, decided in a fresh context by a solver
  /// for a logic.
  package static func check(
    _ text: String, logic: Solver.Logic = .general, limits: Solver.Limits = Solver.Limits()
  ) throws(ReadError) -> Solver.Answer {
    try checkCommands(of: text)
    let context = Context()
    let assertions = try parse(text, in: context)
    if let failure = context.failure { return .unknown(Solver.Reason(failure)) }
    let solver = Solver(in: context, logic: logic, limits: limits)
    for assertion in assertions { solver.assert(assertion) }
    return solver.check()
  }

  /// The assertions of a text, as terms of a context.
  package static func parse(
    _ text: String, in context: Context
  ) throws(ReadError) -> [Term] {
    let vector = Z3_parse_smtlib2_string(context.raw, text, 0, nil, nil, 0, nil, nil)
    let code = Z3_get_error_code(context.raw)
    if code != Z3_OK {
      throw .syntax(String(cString: Z3_get_error_msg(context.raw, code)))
    }
    return context.terms(vector)
  }
}
