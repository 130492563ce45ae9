import SourceText

/// What a name stands for.
enum Symbol {
  case constant(Quantity, CheckedType)
  case type(CheckedType)
  case variable(VariableID)
  case alias(AliasID)
  case function(FunctionID)
  /// Something whose declaration has been reported.
  case broken

  /// The word for such a thing, with its article.
  var noun: String {
    switch self {
    case .constant: "a constant"
    case .type: "a type"
    case .variable: "a variable"
    case .alias: "an alias"
    case .function: "a function"
    case .broken: "something unknown"
    }
  }

  var isValue: Bool {
    switch self {
    case .constant, .variable, .alias, .broken: true
    case .type, .function: false
    }
  }

  var isType: Bool { if case .type = self { true } else { false } }

  var isFunction: Bool { if case .function = self { true } else { false } }
}

/// The names that can be seen, innermost scope last.
struct ScopeStack {
  struct Entry {
    let symbol: Symbol
    let range: SourceRange
  }

  private var scopes: [[String: Entry]] = [[:]]

  mutating func open() { scopes.append([:]) }

  mutating func close() { scopes.removeLast() }

  /// The entry of a name in the innermost scope.
  func local(_ name: String) -> Entry? { scopes[scopes.count - 1][name] }

  /// The entry of a name in the innermost scope that has it.
  func find(_ name: String) -> Entry? {
    for scope in scopes.reversed() {
      if let entry = scope[name] { return entry }
    }
    return nil
  }

  /// The entry of a name at the top level.
  func global(_ name: String) -> Entry? { scopes[0][name] }

  mutating func declare(_ name: String, _ entry: Entry) {
    scopes[scopes.count - 1][name] = entry
  }

  /// The visible names of things that satisfy a condition, in alphabetical order.
  func names(where condition: (Symbol) -> Bool) -> [String] {
    var names: Set<String> = []
    for scope in scopes {
      for (name, entry) in scope where condition(entry.symbol) { names.insert(name) }
    }
    return names.sorted()
  }
}
