internal import Explorer
import Model

/// A specification for all sizes in a few small ones, with everything that can happen there.
struct SmallInstances {
  /// A specification with numbers for its symbolic constants.
  struct Instance {
    let specification: Specification
    /// All reachable states, up to symmetry where that can be.
    let states: [State]
    /// The claims that are false in some of them.
    let violated: Set<String>
    /// Whether its states are all that is wanted of it.
    let isOnlySeen: Bool
  }

  /// An instance with more states, up to symmetry, is not looked at.
  private static let stateLimit = 40_000

  private let specification: Specification
  private let limits: Limits
  private let onEvent: @Sendable (EngineEvent) -> Void

  init(
    of specification: Specification, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) {
    self.specification = specification
    self.limits = limits
    self.onEvent = onEvent
  }

  /// Those that can be explored, first those in which claims are to be tried.
  func explored() async -> [Instance] {
    var instances: [Instance] = []
    for values in sizes {
      if let found = await explore(values, isOnlySeen: false) { instances.append(found) }
    }
    for values in longSizes {
      if let found = await explore(values, isOnlySeen: true) { instances.append(found) }
    }
    return instances
  }

  private var names: [String] { specification.system.symbolicConstants }

  /// The values of the symbolic constants: first two for each, which is little and shows much, then
  /// fewer, then more.
  private var sizes: [[Int]] {
    let greatest = names.count == 1 ? 4 : 3
    let all = names.map { _ in 1...greatest }.combinations
    let small = all.filter { values in values.count { $0 > 2 } <= 1 }
    let twos = names.map { _ in 2 }
    return [twos] + small.filter { $0 != twos }.sorted { $0.reduce(0, +) < $1.reduce(0, +) }
  }

  /// Four for one constant where the others are 1: enough for two pairs, which smaller sizes take for
  /// impossible.
  private var longSizes: [[Int]] {
    names.count == 1 ? [] : names.indices.map { long in names.indices.map { $0 == long ? 4 : 1 } }
  }

  /// An instance with all its states; nil when there are too many.
  private func explore(_ values: [Int], isOnlySeen: Bool) async -> Instance? {
    guard let small = try? specification.with(options(for: values)) else { return nil }
    var limits = limits
    limits.maxStates = min(limits.maxStates ?? .max, Self.stateLimit)
    let isSymmetric = ExplicitEngine().obstaclesToSymmetry(of: small.system).isEmpty
    let engine = ExplicitEngine(options: ExplorationOptions(symmetry: isSymmetric))
    let exploration = await engine.explore(small.system, limits: limits, onEvent: onEvent)
    guard exploration.stateSpace.isComplete else { return nil }
    let claims = small.system.claims.indices.map(ClaimIndex.init)
    let verdicts = engine.result(of: exploration, claims: claims).verdicts
    return Instance(
      specification: small, states: exploration.states,
      violated: Set(
        claims.filter { verdicts[$0]?.isViolation == true }.map { small.system[$0].name }),
      isOnlySeen: isOnlySeen)
  }

  private func options(for values: [Int]) -> LoadOptions {
    var options = specification.options
    options.forAll = .named(names)
    options.overrides =
      options.overrides.filter { !names.contains($0.name) }
      + zip(names, values).map { ($0, String($1)) }
    return options
  }
}
