internal import Lowering
package import Model
internal import Murphi
package import SourceText
internal import Toolchain

/// A specification with its constants settled, ready to be decided.
package struct Specification: Sendable {
  /// The path as it was given.
  package let path: String
  package private(set) var source: SourceFile
  package let system: TransitionSystem
  /// What a user said beyond its text.
  let options: LoadOptions
  /// The invariants, and functions for them, that were added to the text, in Murphi.
  package private(set) var lemmas: String?
  /// What the specification says of its claims, by name, for these constants.
  package let expectations: [String: ExpectedAnswer]
  /// The choices of constants that tables list, in order.
  package let configurations: [Configuration]
  /// Warnings.
  package let diagnostics: [Diagnostic]

  /// The constants that were overridden, as written.
  package var overrides: [(name: String, value: String)] { options.overrides }

  /// A digest of the text: another text has another one.
  package var textHash: String {
    String(Digest.name(of: String(decoding: source.bytes, as: UTF8.self)).prefix(16))
  }

  /// A named choice of constants.
  package struct Configuration: Sendable, Hashable {
    package let name: String
    package let choices: [(name: String, value: String)]

    package static func == (left: Self, right: Self) -> Bool {
      left.name == right.name && left.choices.elementsEqual(right.choices, by: ==)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }
}

/// What a user says beyond the text of a specification.
package struct LoadOptions: Sendable {
  /// Constants by name, with values as they are written in Murphi.
  package var overrides: [(name: String, value: String)]
  package var deadlock: DeadlockMode?
  package var columns: String?
  package var forAll: ForAll

  /// Which constants stand for any positive number; the others, and these for engines that need an
  /// instance, have their values.
  package enum ForAll: Sendable, Hashable {
    case none
    /// Those that the specification names.
    case asSet
    case named([String])
  }

  package init(
    overrides: [(name: String, value: String)] = [], deadlock: DeadlockMode? = nil,
    columns: String? = nil, forAll: ForAll = .none
  ) {
    self.overrides = overrides
    self.deadlock = deadlock
    self.columns = columns
    self.forAll = forAll
  }
}

/// Why a specification cannot be loaded.
package enum LoadFailure: Error, Sendable {
  case file(InputFile.ReadFailure)
  case invalid(SourceFile, [Diagnostic])
  /// The type that is to have columns is not that of any ruleset parameter.
  case noSuchColumns(String, choices: [String])
}

extension Specification {
  /// Reads, checks and lowers the specification at a path.
  package init(at path: String, options: LoadOptions = LoadOptions()) throws(LoadFailure) {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(at: path) } catch { throw .file(error) }
    try self.init(SourceFile(name: path, bytes: bytes), options: options)
  }

  /// Checks and lowers a specification.
  package init(_ source: SourceFile, options: LoadOptions = LoadOptions()) throws(LoadFailure) {
    let (checked, diagnostics) = checkedProgram(
      of: source, overriding: options.overrides, forAll: SymbolicConstants(options.forAll))
    guard let checked else { throw .invalid(source, diagnostics) }
    let system = lower(checked, deadlock: options.deadlock, columns: options.columns)
    let misplaced = misplacedExpectations(of: checked, in: system)
    guard misplaced.isEmpty else { throw .invalid(source, diagnostics + misplaced) }
    try Self.require(options.columns, in: system)
    self.path = source.name
    self.source = source
    self.options = options
    self.system = system
    self.diagnostics = diagnostics
    self.expectations = Dictionary(
      checked.settings.expectations.map { ($0.claim, ExpectedAnswer($0.outcome)) },
      uniquingKeysWith: { _, last in last })
    self.configurations = checked.settings.configurations.map { configuration in
      Configuration(
        name: configuration.name,
        choices: configuration.choices.map { (name: $0.constant, value: $0.value) })
    }
  }

  /// The specification with other options.
  func with(_ options: LoadOptions) throws(LoadFailure) -> Specification {
    let other = try Specification(source, options: options)
    return try lemmas.map { text throws(LoadFailure) in try other.adding(lemmas: text) } ?? other
  }

  /// The specification with further invariants, and functions for them; a text that declares
  /// anything else is not valid.
  package func adding(lemmas text: String) throws(LoadFailure) -> Specification {
    let whole = SourceFile(
      name: source.name, text: String(decoding: source.bytes, as: UTF8.self) + "\n" + text)
    var extended = try Specification(whole, options: options)
    guard extended.system.differsByInvariants(from: system) else { throw .invalid(whole, []) }
    extended.source = source
    extended.lemmas = text
    return extended
  }

  /// Columns that no rule can act in would be a silent nothing.
  private static func require(_ columns: String?, in system: TransitionSystem)
    throws(LoadFailure)
  {
    guard let columns else { return }
    let types = Set(system.rules.flatMap(\.parameters).compactMap(\.typeName))
    guard types.contains(columns) else {
      throw .noSuchColumns(columns, choices: types.sorted())
    }
  }
}

extension Binding {
  fileprivate var typeName: String? {
    if case .type(let type) = domain { type.name } else { nil }
  }
}

extension SymbolicConstants {
  fileprivate init(_ choice: LoadOptions.ForAll) {
    switch choice {
    case .none: self = .none
    case .asSet: self = .asSet
    case .named(let names): self = .named(names)
    }
  }
}

extension ExpectedAnswer {
  fileprivate init(_ outcome: ExpectedOutcome) {
    switch outcome {
    case .holds: self = .holds
    case .violated: self = .violated
    case .vacuous: self = .vacuous
    }
  }
}

extension TransitionSystem {
  /// Whether this is another system with further invariants, and functions for them.
  fileprivate func differsByInvariants(from other: TransitionSystem) -> Bool {
    let names = Set(other.claims.map(\.name))
    let added = claims.filter { !names.contains($0.name) }
    return constants == other.constants && variables == other.variables && rules == other.rules
      && startStates == other.startStates && deadlockMode == other.deadlockMode
      && symbolicConstants == other.symbolicConstants
      && functions.starts(with: other.functions)
      && claims.filter { names.contains($0.name) } == other.claims
      && added.allSatisfy { $0.kind == .invariant }
  }
}
