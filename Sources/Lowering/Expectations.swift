package import Model
package import Murphi
package import SourceText

/// What is wrong with the expectations of a program: those that name no claim of its meaning.
package func misplacedExpectations(
  of program: CheckedProgram, in system: TransitionSystem
) -> [Diagnostic] {
  let names = system.claims.map(\.name)
  return program.settings.expectations.filter { !names.contains($0.claim) }.map { expectation in
    let near = nearestSpelling(to: expectation.claim, among: names)
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      "there is no claim \"\(expectation.claim)\"", at: expectation.range,
      suggestion: near.map { "did you mean \"\($0)\"?" } ?? "the claims are \(list)")
  }
}
