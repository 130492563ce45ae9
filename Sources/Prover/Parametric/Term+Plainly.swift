import Z3

extension Term {
  /// Z3's own steps for a question that only helps to choose an encoding; some milliseconds.
  private static let patience: UInt32 = 100_000

  /// Whether a condition is soon seen to be false, whatever its constants and functions are.
  var isPlainlyFalse: Bool {
    if let truth { return !truth }
    let solver = Solver(in: context, limits: Solver.Limits(resources: Self.patience))
    solver.assert(self)
    return solver.check() == .unsatisfiable
  }
}
