import Model
import SourceText
import Testing
import Verification

/// What is said of every size is compared with small instances.
@Suite("Instances of proofs for any size") struct InstanceAuditTests {
  /// A number that counts up to N: true up to a size only is that it stays below another.
  private static func counter(_ size: Int, below bound: Int) throws -> Specification {
    try Specification(
      SourceFile(
        name: "counter.m",
        text: """
          -- pinproof: deadlock off
          -- pinproof: for-all N
          const N: \(size);
          var x: 0..N;
          startstate begin x := 0; end;
          rule x < N ==> begin x := x + 1; end;
          invariant "below" x < \(bound);
          invariant "in bounds" x <= N;
          """), options: LoadOptions(forAll: .asSet))
  }

  @Test("A violation contradicts a proof", arguments: [(2, 3, 3), (2, 4, 4), (7, 7, 7)])
  func contradicts(size: Int, bound: Int, violating: Int) async throws {
    let audit = InstanceAudit(try Self.counter(size, below: bound))
    await #expect(
      throws: EngineFailure.disagreement(
        "claim \"below\" is proved for all N, but violated for N = \(violating)")
    ) { try await audit.check(["below", "in bounds"]) }
  }

  @Test("Claims that are not proved may be violated, and greater sizes are not looked at")
  func agrees() async throws {
    try await InstanceAudit(try Self.counter(2, below: 3)).check(["in bounds"])
    try await InstanceAudit(try Self.counter(2, below: 5)).check(["below", "in bounds"])
  }

  @Test("Of two constants there are all combinations up to 3")
  func twoConstants() async throws {
    let text = """
      -- pinproof: deadlock off
      -- pinproof: for-all M, N
      const M: 2; N: 1;
      var x: 0..M + N;
      startstate begin x := M; end;
      rule x < M + N ==> begin x := x + 1; end;
      invariant "below" x < 6;
      """
    let audit = InstanceAudit(
      try Specification(
        SourceFile(name: "two.m", text: text), options: LoadOptions(forAll: .asSet)))
    await #expect(
      throws: EngineFailure.disagreement(
        "claim \"below\" is proved for all M, N, but violated for M = 3, N = 3")
    ) { try await audit.check(["below"]) }
  }
}
