import TestSupport
import Testing

@Suite struct InductionTests {
  @Test func aFailedInductionShowsItsStepAndWhetherItIsReachable() throws {
    let outcome = try Pinproof.run(
      "prove", Pinproof.fixture("inductive-never"), "--engine", "k-induction")
    #expect(outcome.status == 30)
    #expect(outcome.output.contains("NOT INDUCTIVE  invariant \"never seven\""))
    #expect(outcome.output.contains("step 0 is not reachable"))
    #expect(!outcome.output.contains("PROVED"))
  }

  @Test func whereInductionFailsLemmasAreFound() throws {
    let outcome = try Pinproof.run("prove", Pinproof.fixture("inductive-never"))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("never seven        :10  PROVED  ic3"))
  }
}
