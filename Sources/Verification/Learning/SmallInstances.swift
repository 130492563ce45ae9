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

  private let all: Instances

  init(
    of specification: Specification, limits: Limits,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) {
    all = Instances(
      of: specification, limits: limits, stateLimit: Self.stateLimit, onEvent: onEvent)
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

  private var names: [String] { all.names }

  /// The values of the symbolic constants: first two for each, which is little and shows much, then
  /// fewer, then more.
  private var sizes: [[Int]] {
    let few = all.values(upTo: names.count == 1 ? 4 : 3).filter { values in
      values.count { $0 > 2 } <= 1
    }
    let twos = names.map { _ in 2 }
    return [twos] + few.filter { $0 != twos }
  }

  /// Four for one constant where the others are 1: enough for two pairs, which smaller sizes take for
  /// impossible.
  private var longSizes: [[Int]] {
    names.count == 1 ? [] : names.indices.map { long in names.indices.map { $0 == long ? 4 : 1 } }
  }

  /// An instance with all its states; nil when there are too many.
  private func explore(_ values: [Int], isOnlySeen: Bool) async -> Instance? {
    guard let found = await all.explore(values), found.exploration.stateSpace.isComplete else {
      return nil
    }
    return Instance(
      specification: found.specification, states: found.exploration.states,
      violated: found.violated, isOnlySeen: isOnlySeen)
  }
}
