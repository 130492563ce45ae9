import Lowering
import Model
import Murphi
import SourceText
import Testing

/// Systems for tests, written in Murphi.
enum Systems {
  /// The system that a text describes; the text must be right.
  static func system(
    _ text: String, name: String = "test.m", overriding: [String: String] = [:],
    forAll: [String] = []
  ) throws -> TransitionSystem {
    let overrides = overriding.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    let (program, diagnostics) = checkedProgram(
      of: SourceFile(name: name, text: text), overriding: overrides,
      forAll: forAll.isEmpty ? .none : .named(forAll))
    return lower(try #require(program, "\(diagnostics.map(\.message))"))
  }
}
