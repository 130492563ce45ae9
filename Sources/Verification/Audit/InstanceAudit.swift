package import Model

/// Looks in small instances for violations of what is proved for any size. It shares nothing with
/// the proof but the transition system: a bug of the prover's encoder that shows in small sizes
/// shows here.
package struct InstanceAudit {
  /// Of each instance so many states are visited at most, so that it takes next to no time.
  private static let stateLimit = 5_000
  /// How many instances are explored besides the one at hand.
  private static let instanceLimit = 9

  private let instances: Instances

  package init(
    _ specification: Specification, limits: Limits = Limits(),
    onEvent: @escaping @Sendable (EngineEvent) -> Void = { _ in }
  ) {
    var limits = limits
    limits.maxDepth = nil
    instances = Instances(
      of: specification, limits: limits, stateLimit: Self.stateLimit, onEvent: onEvent)
  }

  /// Throws when one of the claims of these names is violated in an instance.
  package func check(_ claims: Set<String>) async throws(EngineFailure) {
    for values in values {
      guard let found = await instances.explore(values) else { continue }
      guard let claim = found.violated.intersection(claims).min() else { continue }
      let size = zip(instances.names, values).map { "\($0) = \($1)" }.joined(separator: ", ")
      throw .disagreement(
        "claim \"\(claim)\" is proved for all \(instances.names.joined(separator: ", ")), "
          + "but violated for \(size)")
    }
  }

  private var values: [[Int]] {
    let greatest = max(2, 5 - instances.names.count)
    let small = instances.values(upTo: greatest).prefix(Self.instanceLimit)
    return small.contains(instances.ownValues) ? Array(small) : small + [instances.ownValues]
  }
}
