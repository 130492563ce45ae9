import Conformance
import Model
import Testing
import Verification

@Suite struct ConformanceTests {
  @Test(arguments: Pairing.requests.map(\.name))
  func everyVersionConforms(name: String) throws {
    let pairing = try #require(Pairing.requests.first { $0.name == name })
    let specification = try Specification(
      at: "specs/\(pairing.spec)", options: LoadOptions(overrides: pairing.constants))
    let result = conformity(of: pairing, to: specification.system)
    let divergence = result.divergence.map { "\($0.kind) after \($0.trace.steps.map(\.action))" }
    #expect(divergence == nil)
    #expect(result.idleRules == [])
    #expect(result.busyEnvironment == [])
    #expect(result.conforms)
    print(name, result.states, result.steps)
  }
}
