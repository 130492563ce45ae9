import Polynomials
import SourceText

/// Which constants stand for any positive number.
///
/// A program with such constants is still checked as one instance, for the values that they have,
/// but nothing is computed from these: what depends on them keeps the form in which it does, and
/// what cannot is refused.
package enum SymbolicConstants: Sendable, Hashable {
  case none
  /// Those of the program's `for-all` settings.
  case asSet
  case named([String])
}

extension Checker {
  /// The names of the constants that are to stand for any positive number.
  static func symbolicNames(of program: Program, _ choice: SymbolicConstants) -> Set<String> {
    switch choice {
    case .none: return []
    case .named(let names): return Set(names)
    case .asSet:
      return program.settings.reduce(into: []) { found, setting in
        if case .forAll(let names) = setting.kind { found.formUnion(names.map(\.text)) }
      }
    }
  }

  /// What a constant of the top level is: itself when it is to stand for any positive number.
  mutating func quantity(
    of name: Identifier, _ type: CheckedType, given value: Quantity, by definition: ExpressionSyntax
  ) -> Quantity {
    guard symbolicNames.contains(name.text), type.isNumeric else { return value }
    reportDerived(name, definition)
    if value.value < 1 {
      report(
        "'\(name.text)' is \(value.value) here, but is to stand for every number from 1 up",
        at: name.range, suggestion: "give it another value, as with -c \(name.text)=1")
    }
    return Quantity(value: value.value, form: Polynomial(of: name.text))
  }

  private mutating func reportDerived(_ name: Identifier, _ definition: ExpressionSyntax) {
    let others = definition.namesInside.filter { other in constants.contains { $0.name == other } }
    guard !others.isEmpty else { return }
    let list = others.map { "'\($0)'" }.joined(separator: ", ")
    report(
      "'\(name.text)' is defined by \(list), so it cannot stand for every number", at: name.range,
      suggestion: "let \(list) do so, or define '\(name.text)' by a number")
  }

  /// Reports names given from outside that cannot stand for any number; those of settings are
  /// reported where they stand.
  mutating func checkSymbolicNames() {
    guard case .named(let names) = symbolic else { return }
    for name in names { _ = checkForAll(Identifier(name, at: .none)) }
  }

  /// Reports that something cannot depend on symbolic constants.
  mutating func reportSymbolic(
    _ what: String, on names: [String], at range: SourceRange, suggestion: String
  ) {
    report("\(what) cannot depend on \(listed(names))", at: range, suggestion: suggestion)
  }

  /// Reports a constant expression that is no polynomial in the symbolic constants.
  mutating func reportNoPolynomial(_ names: [String], in what: String, at range: SourceRange) {
    report(
      "\(what) can depend on \(listed(names)) only by '+', '-' and '*'", at: range,
      suggestion: "write it so, or do not let \(listed(names)) stand for every number")
  }
}

/// The names of symbolic constants, in a message.
func listed(_ names: [String]) -> String {
  names.map { "'\($0)'" }.joined(separator: ", ")
}

extension ExpressionSyntax {
  /// The names in this expression, each once, in the order they are written.
  fileprivate var namesInside: [String] {
    var found: [String] = []
    func search(_ expression: ExpressionSyntax) {
      if case .name(let name) = expression.kind, !found.contains(name) { found.append(name) }
      for child in expression.kind.children { search(child) }
    }
    search(self)
    return found
  }
}
