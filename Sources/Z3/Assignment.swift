import CZ3

/// Values for all constants that make a solver's assertions true.
package final class Assignment {
  private let context: Context
  private let raw: Z3_model

  init(_ model: Z3_model, in context: Context) {
    self.context = context
    raw = model
    Z3_model_inc_ref(context.raw, raw)
  }

  deinit {
    Z3_model_dec_ref(context.raw, raw)
  }

  /// The value of a bit-vector term of at most 64 bits, read as unsigned; nil for any other term.
  package func unsigned(_ term: Term) -> UInt64? {
    guard let value = value(of: term) else { return nil }
    var result: UInt64 = 0
    return Z3_get_numeral_uint64(context.raw, value.ast, &result) ? result : nil
  }

  /// The value of a bit-vector term of at most 64 bits, read as signed; nil for any other term.
  package func signed(_ term: Term) -> Int64? {
    guard let bits = unsigned(term) else { return nil }
    let unused = UInt64(64 - term.width)
    return Int64(bitPattern: bits << unused) >> Int64(unused)
  }

  /// The value of an integer term that fits; nil for any other term.
  package func integer(_ term: Term) -> Int64? {
    guard let value = value(of: term) else { return nil }
    var result: Int64 = 0
    return Z3_get_numeral_int64(context.raw, value.ast, &result) ? result : nil
  }

  /// The value of a Boolean term; nil for any other term.
  package func truth(_ term: Term) -> Bool? {
    value(of: term)?.truth
  }

  private func value(of term: Term) -> Term? {
    // Completion: a constant that does not matter has a value like any other.
    var result: Z3_ast?
    guard Z3_model_eval(context.raw, raw, term.ast, true, &result), let result else { return nil }
    return context.term(result)
  }
}
