package import SourceText

/// Resolves the names of a program, works out its constants and types, and reports what breaks
/// the rules of the language.
///
/// Constants of the top level named in `overriding` get the values given there; those of `forAll`
/// stand for any positive number besides. The program is nil when anything is wrong; several things
/// are reported at once. `program` must come from a parse without errors.
package func check(
  _ program: Program, overriding overrides: [(name: String, value: String)] = [],
  forAll symbolic: SymbolicConstants = .none
) -> (CheckedProgram?, [Diagnostic]) {
  var checker = Checker(program, overrides, symbolic)
  checker.checkItems()
  checker.checkOverrides()
  checker.checkSymbolicNames()
  let settings = checker.checkSettings()
  let diagnostics = checker.diagnostics
  guard !diagnostics.containsError else { return (nil, diagnostics) }
  let checked = CheckedProgram(
    name: program.file.name, constants: checker.constants, variables: checker.variables,
    aliases: checker.aliases, functions: checker.functions.map(\.checked), rules: checker.rules,
    settings: settings, dialect: settings.dialect ?? (checker.isForCMurphi ? .cmurphi : .rumur))
  return (checked, diagnostics)
}

/// Parses and checks a text; the program is nil when either finds an error.
package func checkedProgram(
  of file: SourceFile, overriding overrides: [(name: String, value: String)] = [],
  forAll symbolic: SymbolicConstants = .none
) -> (CheckedProgram?, [Diagnostic]) {
  let (program, parsing) = parse(file)
  guard !parsing.containsError else { return (nil, parsing) }
  let (checked, checking) = check(program, overriding: overrides, forAll: symbolic)
  return (checked, parsing + checking)
}

/// The state of checking: the tables made so far, the names in sight, and where we are.
struct Checker {
  /// What is known of a function: at first its head, later its body and effects too.
  struct FunctionEntry {
    var checked: CheckedFunction
    var effects = Effects()
  }

  /// The most cells that one variable may have.
  static let cellLimit = 1 << 20

  /// The most values that one quantifier, loop or ruleset may range over.
  static let extentLimit = 1_000_000_000

  let program: Program
  let overrides: [(name: String, value: String)]
  let symbolic: SymbolicConstants
  /// The constants of the top level that are to stand for any positive number.
  let symbolicNames: Set<String>
  var scopes = ScopeStack()
  var constants: [CheckedConstant] = []
  var variables: [CheckedVariable] = []
  var aliases: [CheckedAlias] = []
  var functions: [FunctionEntry] = []
  var rules: [CheckedRule] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Where the top level declares its names, for those that are used too early.
  var topLevelRanges: [String: SourceRange] = [:]
  /// The groups around the current rule.
  var context: [CheckedRule.Context] = []
  /// What `return` may give back here.
  var returning = Returning.nothing
  /// The effects of the function, guard or property being checked.
  var effects = Effects()
  /// Whether the program has something that only CMurphi knows.
  var isForCMurphi = false
  /// Whether the current expression must change nothing at all.
  var isInPureExpression = false

  /// What `return` may give back.
  enum Returning {
    /// In a rule or start state.
    case nothing
    case procedure
    case function(CheckedType)
  }

  init(
    _ program: Program, _ overrides: [(name: String, value: String)],
    _ symbolic: SymbolicConstants
  ) {
    self.program = program
    self.overrides = overrides
    self.symbolic = symbolic
    symbolicNames = Self.symbolicNames(of: program, symbolic)
    declareBuiltIns()
    topLevelRanges = topLevelNames(of: program.items)
  }

  private mutating func declareBuiltIns() {
    for (value, name) in ["false", "true"].enumerated() {
      scopes.declare(
        name, ScopeStack.Entry(symbol: .constant(Quantity(Int64(value)), .boolean), range: .none))
    }
  }

  // MARK: Complaining

  mutating func report(
    _ message: String, at range: SourceRange, severity: Diagnostic.Severity = .error,
    notes: [Diagnostic.Note] = [], suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(message, at: range, severity: severity, notes: notes, suggestion: suggestion))
  }

  // MARK: Names

  /// Makes a name visible from here on; names of the same scope must differ.
  mutating func declare(_ name: Identifier, _ symbol: Symbol) {
    if name.text == "true" || name.text == "false" {
      report("'\(name.text)' cannot be declared anew", at: name.range)
    } else if let earlier = scopes.local(name.text) {
      let note = Diagnostic.Note("the first one is here", at: earlier.range)
      report("'\(name.text)' is declared twice", at: name.range, notes: [note])
    } else {
      scopes.declare(name.text, ScopeStack.Entry(symbol: symbol, range: name.range))
    }
  }

  /// What a name stands for, when it is of the kind wanted; reports when it is not.
  mutating func resolve(
    _ name: String, at range: SourceRange, as what: String, where isWanted: (Symbol) -> Bool
  ) -> Symbol? {
    guard let entry = scopes.find(name) else {
      reportUnknown(name, at: range, what, among: scopes.names(where: isWanted))
      return nil
    }
    if case .broken = entry.symbol { return nil }
    guard isWanted(entry.symbol) else {
      let note = Diagnostic.Note("it is declared here", at: entry.range)
      report("'\(name)' is \(entry.symbol.noun), not \(what)", at: range, notes: [note])
      return nil
    }
    return entry.symbol
  }

  private mutating func reportUnknown(
    _ name: String, at range: SourceRange, _ what: String, among names: [String]
  ) {
    if let later = topLevelRanges[name], later.start > range.start {
      let note = Diagnostic.Note("it is declared here", at: later)
      report("'\(name)' is used before it is declared", at: range, notes: [note])
      return
    }
    let near = nearestSpelling(to: name, among: names)
    let notes = near.flatMap { scopes.find($0) }.map { $0.range }.flatMap { range in
      range.isNone ? nil : [Diagnostic.Note("'\(near ?? "")' is declared here", at: range)]
    }
    report(
      "nothing here is called '\(name)'; \(what) is needed", at: range, notes: notes ?? [],
      suggestion: near.map { "did you mean '\($0)'?" })
  }

  /// Adds a variable and makes its name visible.
  mutating func addVariable(
    _ name: Identifier, _ type: CheckedType, _ storage: CheckedVariable.Storage
  ) -> VariableID {
    let id = VariableID(position: variables.count)
    variables.append(
      CheckedVariable(id: id, name: name.text, type: type, storage: storage, range: name.range))
    declare(name, .variable(id))
    return id
  }
}

/// The names that items declare, enumeration members included.
private func topLevelNames(of items: [ItemSyntax]) -> [String: SourceRange] {
  var names: [String: SourceRange] = [:]
  for item in items {
    switch item {
    case .rule: continue
    case .function(let function): names[function.name.text] = function.name.range
    case .declaration(.constant(let constant)): add(constant.names)
    case .declaration(.type(let type)):
      add(type.names)
      if case .enumeration(let members) = type.type.kind { add(members) }
    case .declaration(.variable(let variable)):
      add(variable.names)
      if case .enumeration(let members) = variable.type.kind { add(members) }
    }
  }
  func add(_ identifiers: [Identifier]) {
    for name in identifiers where names[name.text] == nil { names[name.text] = name.range }
  }
  return names
}
