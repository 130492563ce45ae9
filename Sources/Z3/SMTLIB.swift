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
  /// question; the same terms, built in the same order, give the same bytes.
  package static func text(
    _ assertions: [Term], in context: Context, logic: String = "QF_BV"
  ) -> String {
    let asts: [Z3_ast?] = assertions.map(\.ast)
    let body = Z3_benchmark_to_smtlib_string(
      context.raw, "", logic, "unknown", "", UInt32(asts.count), asts, context.truth(true).ast)
    guard let body, context.failure == nil else { return "" }
    return "(set-info :smt-lib-version 2.6)\n" + problem(in: String(cString: body))
  }

  /// Whether the assertions of a text can hold together, decided in a fresh context.
  package static func check(
    _ text: String, limits: Solver.Limits = Solver.Limits()
  ) throws(ReadError) -> Solver.Answer {
    try checkCommands(of: text)
    let context = Context()
    let assertions = try parse(text, in: context)
    if let failure = context.failure { return .unknown(Solver.Reason(failure)) }
    let solver = Solver(in: context, logic: .general, limits: limits)
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

  /// What Z3 prints without its comments and its question.
  private static func problem(in body: String) -> String {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for line in lines
    where !line.hasPrefix(";") && !line.isEmpty && !line.hasPrefix("(set-info :status")
      && line != "(check-sat)"
    {
      kept.append(line)
    }
    return kept.joined(separator: "\n") + "\n"
  }
}
