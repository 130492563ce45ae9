import Model

extension Limits {
  /// The same limits, and at most so much time from now.
  func within(seconds: Double) -> Limits {
    let end = ContinuousClock.now + .seconds(seconds)
    let outer = interruption
    var limits = self
    limits.interruption = { outer() ?? (ContinuousClock.now >= end ? .time : nil) }
    return limits
  }
}
