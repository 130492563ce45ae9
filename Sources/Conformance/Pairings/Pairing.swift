package import Interleaving
package import PageLifetime

/// What ties an implementation to a specification: which thread is which process, which label is
/// which rule, and what can be observed on both sides.
package struct Pairing: Sendable {
  /// What `--only` calls it.
  package let name: String
  /// The specification, relative to the folder of all specifications.
  package let spec: String
  /// The constants that choose the version, as written in Murphi.
  package let constants: [(name: String, value: String)]
  /// The rules that a label stands for, where it is not the one rule of the same name: an access
  /// with several outcomes is one label, and a rule for each outcome.
  package let rules: [String: [String]]
  /// The rules that only the environment performs, with the reason.
  package let environment: [String: String]
  /// Builds the implementation for a start state with these arguments.
  package let build: @Sendable (SimulatedMemory, _ start: [Int64]) -> Subject

  package init(
    _ name: String, spec: String, constants: [(name: String, value: String)],
    rules: [String: [String]] = [:], environment: [String: String] = [:],
    startingWith build: @escaping @Sendable (SimulatedMemory, _ start: [Int64]) -> Subject
  ) {
    self.name = name
    self.spec = spec
    self.constants = constants
    self.rules = rules
    self.environment = environment
    self.build = build
  }

  /// For a specification whose start states have no parameters.
  package init(
    _ name: String, spec: String, constants: [(name: String, value: String)],
    rules: [String: [String]] = [:], environment: [String: String] = [:],
    build: @escaping @Sendable (SimulatedMemory) -> Subject
  ) {
    self.init(
      name, spec: spec, constants: constants, rules: rules, environment: environment,
      startingWith: { memory, _ in build(memory) })
  }

  /// The names of the rules that a label stands for.
  func rules(for label: String) -> [String] { rules[label] ?? [label] }

  /// Every version that is implemented, with a fault switched on or without.
  package static func all(with fault: Fault? = nil) -> [Pairing] {
    percpuRef(fault) + pageInit(fault) + requestFolios(fault) + requests(fault) + freeByType(fault)
      + compound(fault) + maps(fault) + lookups(fault)
  }

  /// Every version as it is.
  package static let all: [Pairing] = all()

  /// The environment that several rules are, for one reason.
  static func environment(_ reason: String, _ rules: [String]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: rules.map { ($0, reason) })
  }
}

/// An implementation under test.
package struct Subject: Sendable {
  package let scenario: Scenario
  /// For each thread the value of the specification's process parameter; nil for threads that are
  /// not processes, such as teardown.
  package let processes: [Int64?]
  /// What can be observed, by the name of the cell in the specification, such as `ref[Folio_1]`; nil
  /// is an undefined cell. It depends on the cells of the implementation alone.
  package let observe: @Sendable () -> [String: Int64?]
  /// Whether both sides stop here: the specification says nothing of what comes after.
  package let isOver: @Sendable () -> Bool

  package init(
    _ scenario: Scenario, processes: [Int64?],
    observe: @escaping @Sendable () -> [String: Int64?],
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.scenario = scenario
    self.processes = processes
    self.observe = observe
    self.isOver = isOver
  }
}
