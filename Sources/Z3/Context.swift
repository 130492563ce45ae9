import CZ3

/// The world in which terms are built: one Z3 context, used by one task.
///
/// Not Sendable, on purpose: Z3 keeps one hash-consing table for each context and does not lock it,
/// so a context, its terms and its solvers belong to the task that created them. The one thing that
/// another thread may do is to interrupt it: see ``interruption``.
///
/// An ill-sorted term is a mistake in this program and traps with Z3's own words. Running out of
/// memory and being interrupted are not: they are remembered in ``failure``, later terms are
/// placeholders without meaning, and every later check answers `unknown`.
package final class Context {
  /// Why a context can answer no more questions.
  package enum Failure: Sendable, Equatable {
    case memory
    case interrupted
    case solver(String)
  }

  /// What stopped this context, or nil while it is sound.
  package private(set) var failure: Failure?

  /// The handle through which another thread may stop the work of this context.
  package let interruption: Interruption

  let raw: Z3_context
  private let placeholder: Z3_ast

  /// A fresh context with Z3's default settings and a fixed random seed.
  package init() {
    let configuration = Z3_mk_config()
    // Z3 reports an error to its handler and carries on; without one it might end the process.
    raw = Z3_mk_context_rc(configuration)
    Z3_del_config(configuration)
    Z3_set_error_handler(raw) { _, _ in }
    // Otherwise pretty-printed text would abbreviate deep terms.
    Z3_set_ast_print_mode(raw, Z3_PRINT_SMTLIB2_COMPLIANT)
    placeholder = Z3_mk_true(raw)
    Z3_inc_ref(raw, placeholder)
    interruption = Interruption(of: raw)
  }

  deinit {
    interruption.retire()
    Z3_dec_ref(raw, placeholder)
    Z3_del_context(raw)
  }

  /// The term that a constructor of Z3 answered, or a placeholder once this context has failed.
  func term(_ ast: Z3_ast?) -> Term {
    if let ast, Z3_get_error_code(raw) == Z3_OK { return Term(ast, in: self) }
    noteError()
    return Term(placeholder, in: self)
  }

  /// Remembers a failure that is not our fault and traps on one that is.
  func noteError() {
    let code = Z3_get_error_code(raw)
    let words = String(cString: Z3_get_error_msg(raw, code))
    if failure != nil { return }
    if interruption.isRequested {
      failure = .interrupted
    } else if code == Z3_MEMOUT_FAIL {
      failure = .memory
    } else if code == Z3_EXCEPTION, words.contains("cancel") || words.contains("memory") {
      failure = words.contains("memory") ? .memory : .solver(words)
    } else {
      fatalError("Z3 refuses a term: \(words)")
    }
  }

  /// Z3's symbol for a name.
  func symbol(_ name: String) -> Z3_symbol {
    Z3_mk_string_symbol(raw, name)
  }
}
