import Lowering
package import Model
import Murphi
import SourceText

/// A text that is not a valid specification, with what is wrong with it.
package struct InvalidSpecification: Error, CustomStringConvertible {
  package let description: String

  package init(description: String) { self.description = description }
}

/// The transition system that a text stands for; with the constants of `forAll`, the instance for
/// the values that they have.
package func system(
  of text: String, named name: String = "spec.m",
  overriding overrides: [(name: String, value: String)] = [], forAll names: [String] = []
) throws(InvalidSpecification) -> TransitionSystem {
  let file = SourceFile(name: name, text: text)
  let (program, diagnostics) = checkedProgram(
    of: file, overriding: overrides, forAll: names.isEmpty ? .none : .named(names))
  guard let program else {
    throw InvalidSpecification(
      description: diagnostics.map { $0.rendered(in: file) }.joined() + text)
  }
  return lower(program)
}

extension TransitionSystem {
  /// The claim of this name; `deadlock` and `runtime` stand for those that every system has.
  package func claim(named name: String) -> ClaimIndex? {
    switch name {
    case "deadlock": claims(of: .deadlock).first
    case "runtime": runtimeClaim
    default: claims.firstIndex { $0.name == name }.map(ClaimIndex.init)
    }
  }
}
