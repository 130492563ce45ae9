package import Model

/// Looks in small instances for violations of what is proved for any size. It shares nothing with
/// the proof but the transition system: a bug of the prover's encoder that shows in small sizes
/// shows here.
package struct InstanceAudit: Sendable {
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

  /// Throws when one of the claims of these names, which are proved, is violated in an instance.
  package func check(_ claims: Set<String>) async throws(EngineFailure) {
    try refuse(await violations(of: claims), of: claims)
  }

  /// Throws when there are violations of claims that are proved.
  func refuse(_ violations: [String: [(name: String, value: Int)]], of claims: Set<String>)
    throws(EngineFailure)
  {
    let refuted = violations.filter { claims.contains($0.key) }
    guard let (claim, sizes) = refuted.min(by: { $0.key < $1.key }) else { return }
    throw .disagreement(
      "claim \"\(claim)\" is proved for all \(instances.names.joined(separator: ", ")), "
        + "but violated for \(Self.text(of: sizes))")
  }

  /// Those of the claims of these names that are violated in an instance, with the values of the
  /// symbolic constants in the first one.
  package func violations(of claims: Set<String>) async -> [String: [(name: String, value: Int)]] {
    var found: [String: [(name: String, value: Int)]] = [:]
    for values in values where found.count < claims.count {
      guard let explored = await instances.explore(values) else { continue }
      for claim in explored.violated.intersection(claims) where found[claim] == nil {
        found[claim] = Array(zip(instances.names, values))
      }
    }
    return found
  }

  /// Values of symbolic constants, as a reader wants them.
  package static func text(of sizes: [(name: String, value: Int)]) -> String {
    sizes.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
  }

  private var values: [[Int]] {
    let greatest = max(2, 5 - instances.names.count)
    let small = instances.values(upTo: greatest).prefix(Self.instanceLimit)
    return small.contains(instances.ownValues) ? Array(small) : small + [instances.ownValues]
  }
}
