internal import Explorer
import Model

/// The instances of a specification: those for numbers in the place of its symbolic constants.
struct Instances {
  /// An instance, and what was seen of it.
  struct Explored {
    let specification: Specification
    let exploration: Exploration
    /// The claims that are false in what was seen.
    let violated: Set<String>
  }

  private let specification: Specification
  private let limits: Limits
  private let onEvent: @Sendable (EngineEvent) -> Void

  /// - Parameter stateLimit: how many states of an instance are visited at most.
  init(
    of specification: Specification, limits: Limits, stateLimit: Int,
    onEvent: @escaping @Sendable (EngineEvent) -> Void
  ) {
    self.specification = specification
    var limits = limits
    limits.maxStates = min(limits.maxStates ?? .max, stateLimit)
    self.limits = limits
    self.onEvent = onEvent
  }

  /// The symbolic constants, in the order in which their values are given.
  var names: [String] { specification.system.symbolicConstants }

  /// The values in all combinations up to a greatest one, small ones first.
  func values(upTo greatest: Int) -> [[Int]] {
    names.map { _ in 1...greatest }.combinations.sorted { $0.reduce(0, +) < $1.reduce(0, +) }
  }

  /// The values in the specification.
  var ownValues: [Int] {
    let constants = specification.system.constants
    return names.compactMap { name in constants.first { $0.name == name }.map { Int($0.value) } }
  }

  /// The instance for some values, explored by bytecode and up to symmetry where that can be; nil
  /// when they are no values for these constants.
  func explore(_ values: [Int]) async -> Explored? {
    guard let instance = try? specification.with(options(for: values)) else { return nil }
    let system = instance.system
    let isSymmetric = ExplicitEngine().obstaclesToSymmetry(of: system).isEmpty
    let engine = ExplicitEngine(options: ExplorationOptions(symmetry: isSymmetric))
    let exploration = await engine.explore(system, limits: limits, onEvent: onEvent)
    let claims = system.claims.indices.map(ClaimIndex.init)
    let verdicts = engine.result(of: exploration, claims: claims).verdicts
    let violated = claims.filter { verdicts[$0]?.isViolation == true }.map { system[$0].name }
    return Explored(
      specification: instance, exploration: exploration, violated: Set(violated))
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
