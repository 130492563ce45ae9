import CZ3

/// A set of assertions and the question whether they can hold together.
///
/// Deterministic: the seed is fixed, and limits by ``Limits/resources`` count Z3's own steps, so
/// that the same assertions give the same answer on every machine. Only a time limit does not.
package struct Solver: ~Copyable {
  /// The fragment that a solver is specialised for.
  package enum Logic: Sendable {
    /// Quantifier-free bit-vectors: everything becomes propositional, incrementally.
    case bitVectors
    /// Everything Z3 knows.
    case general
  }

  /// How much one check may cost; nil is without limit.
  package struct Limits: Sendable, Equatable {
    /// Z3's deterministic count of steps.
    package var resources: UInt32?
    /// Elapsed time in milliseconds.
    package var milliseconds: UInt32?

    package init(resources: UInt32? = nil, milliseconds: UInt32? = nil) {
      self.resources = resources
      self.milliseconds = milliseconds
    }
  }

  /// The answer of a check.
  package enum Answer: Sendable, Equatable {
    case satisfiable
    case unsatisfiable
    case unknown(Reason)
  }

  /// Why a check has no answer.
  package enum Reason: Sendable, Equatable {
    case interrupted
    case memory
    case resources
    case time
    /// Any other, in Z3's own words.
    case solver(String)
  }

  /// The context of all terms of this solver.
  package let context: Context
  private let raw: Z3_solver

  /// A solver without assertions.
  package init(in context: Context, logic: Logic = .general, limits: Limits = Limits()) {
    self.context = context
    switch logic {
    case .bitVectors: raw = Z3_mk_solver_for_logic(context.raw, context.symbol("QF_BV"))
    case .general: raw = Z3_mk_simple_solver(context.raw)
    }
    Z3_solver_inc_ref(context.raw, raw)
    limit(limits)
  }

  deinit {
    Z3_solver_dec_ref(context.raw, raw)
  }

  /// Sets what each later check may cost.
  package func limit(_ limits: Limits) {
    let parameters = Z3_mk_params(context.raw)
    Z3_params_inc_ref(context.raw, parameters)
    defer { Z3_params_dec_ref(context.raw, parameters) }
    Z3_params_set_uint(context.raw, parameters, context.symbol("random_seed"), 0)
    // Zero steps mean no limit to Z3, and so does the largest number of milliseconds.
    Z3_params_set_uint(
      context.raw, parameters, context.symbol("rlimit"), limits.resources.map { max($0, 1) } ?? 0)
    Z3_params_set_uint(
      context.raw, parameters, context.symbol("timeout"), limits.milliseconds ?? .max)
    Z3_solver_set_params(context.raw, raw, parameters)
  }

  /// Adds a Boolean term to the assertions of the innermost scope.
  package func assert(_ term: Term) {
    if context.failure != nil { return }
    Z3_solver_assert(context.raw, raw, term.ast)
    noteError()
  }

  /// Runs a body whose assertions are forgotten afterwards.
  package func scope<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    Z3_solver_push(context.raw, raw)
    defer { Z3_solver_pop(context.raw, raw, 1) }
    return try body()
  }

  /// Whether the assertions can hold together with these Boolean constants or their negations.
  package func check(assuming assumptions: [Term] = []) -> Answer {
    if context.interruption.isRequested { return .unknown(.interrupted) }
    if let failure = context.failure { return .unknown(Reason(failure)) }
    let asts: [Z3_ast?] = assumptions.map(\.ast)
    switch Z3_solver_check_assumptions(context.raw, raw, UInt32(asts.count), asts) {
    case Z3_L_TRUE: return .satisfiable
    case Z3_L_FALSE: return .unsatisfiable
    default: return .unknown(reason())
    }
  }

  /// How many of Z3's own steps the context has taken so far.
  package var steps: Int {
    guard context.failure == nil, let all = Z3_solver_get_statistics(context.raw, raw) else {
      return 0
    }
    Z3_stats_inc_ref(context.raw, all)
    defer { Z3_stats_dec_ref(context.raw, all) }
    for number in 0..<Z3_stats_size(context.raw, all)
    where String(cString: Z3_stats_get_key(context.raw, all, number)) == "rlimit count" {
      return Int(Z3_stats_get_uint_value(context.raw, all, number))
    }
    return 0
  }

  /// The values that made the last check satisfiable; nil after any other answer.
  package func assignment() -> Assignment? {
    guard let model = Z3_solver_get_model(context.raw, raw) else { return nil }
    return Assignment(model, in: context)
  }

  /// Assumptions of the last check that suffice for its being unsatisfiable; not always a minimum.
  package func unsatisfiableCore() -> [Term] {
    let vector = Z3_solver_get_unsat_core(context.raw, raw)
    return context.terms(vector)
  }

  private func noteError() {
    if Z3_get_error_code(context.raw) != Z3_OK { context.noteError() }
  }

  private func reason() -> Reason {
    if context.interruption.isRequested { return .interrupted }
    let words = String(cString: Z3_solver_get_reason_unknown(context.raw, raw))
    if words.contains("resource") { return .resources }
    if words.contains("memory") || words.contains("memout") { return .memory }
    if words.contains("timeout") || words.contains("cancel") { return .time }
    return .solver(words)
  }
}

extension Solver.Reason {
  init(_ failure: Context.Failure) {
    switch failure {
    case .memory: self = .memory
    case .interrupted: self = .interrupted
    case .solver(let words): self = .solver(words)
    }
  }
}

extension Context {
  /// The terms of a vector of Z3, which is counted meanwhile.
  func terms(_ vector: Z3_ast_vector?) -> [Term] {
    guard let vector else { return [] }
    Z3_ast_vector_inc_ref(raw, vector)
    defer { Z3_ast_vector_dec_ref(raw, vector) }
    return (0..<Z3_ast_vector_size(raw, vector)).map {
      term(Z3_ast_vector_get(raw, vector, $0))
    }
  }
}
