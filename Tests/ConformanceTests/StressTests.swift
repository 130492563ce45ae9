import Foundation
import Interleaving
import PageLifetime
import Testing

/// Real threads. `PINPROOF_STRESS` says how many requests to make in all.
@Suite(.serialized) struct StressTests {
  private static let operations =
    ProcessInfo.processInfo.environment["PINPROOF_STRESS"].flatMap(Int.init) ?? 20_000
  private static let perRound = 200
  private static let threads = 4

  @Test(arguments: [Stress.Version.asPosted, .pinFirst])
  func everythingIsBalanced(version: Stress.Version) async {
    let stress = Stress(version, threads: Self.threads, operations: Self.perRound)
    for _ in 0..<max(1, Self.operations / 2 / (Self.threads * Self.perRound)) {
      #expect(await stress.round() == nil)
    }
  }

  /// Each breaks the balance for good once it strikes.
  @Test(arguments: [
    (Fault.storeForCmpxchg, Stress.Version.pinFirst), (.splitIncReturn, .asPosted),
    (.noGracePeriod, .pinFirst),
  ])
  func aFaultBreaksTheBalance(fault: Fault, version: Stress.Version) async {
    let stress = Stress(version, threads: Self.threads, operations: 2000, fault: fault)
    for _ in 0..<5000 {
      if await stress.round() != nil { return }
    }
    Issue.record("\(fault) was not found")
  }
}
