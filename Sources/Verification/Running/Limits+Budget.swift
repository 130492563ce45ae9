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

  /// The same limits for an engine that does not look at the memory itself: too much of it
  /// interrupts.
  var interruptingAtMemory: Limits {
    guard let memoryBytes else { return self }
    let (outer, memoryInUse) = (interruption, memoryInUse)
    var limits = self
    limits.interruption = { outer() ?? (memoryInUse() >= memoryBytes ? .memory : nil) }
    return limits
  }
}
