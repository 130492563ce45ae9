import CZ3

extension Context {
  /// Formulas over Boolean constants alone that say the same as these formulas over bit-vectors,
  /// all together; nil when the context has failed.
  ///
  /// Constants that are bit-vectors are replaced by fresh Boolean ones: whoever wants to find them
  /// again puts together bit-vectors from Boolean constants first.
  package func bitBlasted(_ formulas: [Term]) -> [Term]? {
    if failure != nil { return nil }
    let goal = Z3_mk_goal(raw, false, false, false)
    Z3_goal_inc_ref(raw, goal)
    defer { Z3_goal_dec_ref(raw, goal) }
    for formula in formulas { Z3_goal_assert(raw, goal, formula.ast) }
    guard let result = apply(["simplify", "bit-blast", "simplify"], to: goal) else { return nil }
    defer { Z3_apply_result_dec_ref(raw, result) }
    var blasted: [Term] = []
    for number in 0..<Z3_apply_result_get_num_subgoals(raw, result) {
      let part = Z3_apply_result_get_subgoal(raw, result, number)
      blasted += (0..<Z3_goal_size(raw, part)).map { term(Z3_goal_formula(raw, part, $0)) }
    }
    return failure == nil ? blasted : nil
  }

  /// The bit-vector of these truth values, the lowest bit first; there is at least one.
  package func bits(_ truths: [Term]) -> Term {
    let one = bits(1 as Int128, width: 1)
    let zero = bits(0 as Int128, width: 1)
    return truths.dropFirst().reduce(truths[0].then(one, else: zero)) { low, truth in
      truth.then(one, else: zero).concatenated(above: low)
    }
  }

  /// The goals that tactics make of a goal, one after the other; the caller counts the reference
  /// down.
  private func apply(_ tactics: [String], to goal: Z3_goal?) -> Z3_apply_result? {
    var whole: Z3_tactic?
    for name in tactics.reversed() {
      let tactic = Z3_mk_tactic(raw, name)
      Z3_tactic_inc_ref(raw, tactic)
      defer { Z3_tactic_dec_ref(raw, tactic) }
      let next = whole.map { Z3_tactic_and_then(raw, tactic, $0) } ?? tactic
      Z3_tactic_inc_ref(raw, next)
      if let whole { Z3_tactic_dec_ref(raw, whole) }
      whole = next
    }
    defer { if let whole { Z3_tactic_dec_ref(raw, whole) } }
    guard let result = Z3_tactic_apply(raw, whole, goal), Z3_get_error_code(raw) == Z3_OK else {
      noteError()
      return nil
    }
    Z3_apply_result_inc_ref(raw, result)
    return result
  }
}
