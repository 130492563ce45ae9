import Interleaving
import Testing

/// Small programs with a known number of behaviours and known bugs.
enum Programs {
  /// Two threads add one, `isAtomic` or by a read and a write.
  static func increments(isAtomic: Bool, threads: Int = 2) -> ScenarioBuilder {
    { memory in
      let count = memory.cell("count", 0)
      let add: @Sendable () async -> Void = {
        if isAtomic {
          _ = await count.fetchAdd(1, "add")
        } else {
          let seen = await count.load("read")
          await count.store(seen + 1, "write")
        }
      }
      return Scenario(
        (0..<threads).map { .init("T\($0)", add) },
        finally: { count.value == threads ? nil : "an increment is lost: \(count.value)" })
    }
  }

  /// Two threads take two locks in opposite orders.
  static let crossedLocks: ScenarioBuilder = { memory in
    let locks = [memory.cell("a", 0), memory.cell("b", 0)]
    let take: @Sendable (Int, Int) async -> Void = { first, second in
      for lock in [first, second] {
        _ = await memory.section("lock \(lock)", when: { locks[lock].value == 0 }) {
          locks[lock].value = 1
          return 0
        }
      }
      for lock in [second, first] { await locks[lock].store(0, "unlock \(lock)") }
    }
    return Scenario([.init("A") { await take(0, 1) }, .init("B") { await take(1, 0) }])
  }

  /// Each thread writes `steps` times to a cell of its own.
  static func independent(threads: Int, steps: Int) -> ScenarioBuilder {
    { memory in
      Scenario(
        (0..<threads).map { number in
          let cell = memory.cell("c\(number)", 0)
          return .init("T\(number)") {
            for step in 1...steps { await cell.store(step, "write") }
          }
        })
    }
  }
}

@Suite struct InterleavingTests {
  @Test(arguments: [2, 3])
  func lostIncrementIsFoundAndReplays(threads: Int) throws {
    let build = Programs.increments(isAtomic: false, threads: threads)
    let outcome = test(.exhaustive(), build)
    let failure = try #require(outcome.failure)
    #expect(failure.reason.hasPrefix("an increment is lost"))
    let again = test(.replay(failure.schedule), build)
    #expect(again.failure?.steps == failure.steps)
    #expect(again.failure?.reason == failure.reason)
    #expect(!outcome.isProof)
  }

  @Test func atomicIncrementsAreProved() {
    let outcome = test(.exhaustive(), Programs.increments(isAtomic: true, threads: 3))
    #expect(outcome.isProof)
    // Each subset of the threads may have added.
    #expect(outcome.states == 8)
  }

  @Test(arguments: [(2, 1), (2, 4), (3, 3)])
  func everyStateIsSeenOnce(threads: Int, steps: Int) {
    let outcome = test(.exhaustive(), Programs.independent(threads: threads, steps: steps))
    var states = 1
    for _ in 0..<threads { states *= steps + 1 }
    #expect(outcome.states == states)
    #expect(outcome.isProof)
  }

  @Test func deadlockNamesWhoWaitsWhere() throws {
    let failure = try #require(test(.exhaustive(), Programs.crossedLocks).failure)
    #expect(failure.reason == "deadlock: A waits at lock 1, B waits at lock 0")
  }

  @Test func preemptionBoundIsABound() {
    let build = Programs.increments(isAtomic: false)
    let without = test(.exhaustive(preemptions: 0), build)
    #expect(without.failure == nil)
    #expect(without.bound == .preemptions(0))
    #expect(!without.isProof)
    #expect(test(.exhaustive(preemptions: 1), build).failure != nil)
  }

  @Test(arguments: [
    Strategy.random(executions: 200, seed: 1), .pct(depth: 2, executions: 200, seed: 1),
  ])
  func samplingFindsTheBugAndIsReproducible(strategy: Strategy) throws {
    let build = Programs.increments(isAtomic: false)
    let first = try #require(test(strategy, build).failure)
    let second = try #require(test(strategy, build).failure)
    #expect(first.schedule == second.schedule)
    #expect(test(.replay(first.schedule), build).failure?.reason == first.reason)
  }

  @Test func samplingProvesNothing() {
    let outcome = test(
      .random(executions: 20, seed: 7), Programs.increments(isAtomic: true))
    #expect(outcome.failure == nil)
    #expect(!outcome.isProof)
  }

  @Test func longExecutionsEndAtTheBound() {
    let outcome = test(.exhaustive(), bounds: Bounds(steps: 5)) { memory in
      let cell = memory.cell("c", 0)
      return Scenario([.init("T") { while await cell.fetchAdd(1, "add") < 100 {} }])
    }
    #expect(outcome.bound == .steps(5))
  }

  @Test func checkpointsForgetThePast() {
    let build: @Sendable (Bool) -> ScenarioBuilder = { forgets in
      { memory in
        let cell = memory.cell("c", 0)
        let flip: @Sendable () async -> Void = {
          for round in 0..<4 {
            _ = await cell.fetchAdd(1, "give")
            _ = await cell.fetchAdd(-1, "take")
            if forgets { await memory.checkpoint("loop", round) }
          }
        }
        return Scenario([.init("A", flip), .init("B", flip)])
      }
    }
    #expect(test(.exhaustive(), build(true)).states < test(.exhaustive(), build(false)).states)
  }

  @Test(arguments: ["0*2 1*3 0", "", "2*10", "0:2 1 0:1*2"])
  func schedulesRoundTrip(text: String) throws {
    #expect(try #require(Schedule(text)).description == text)
  }

  @Test func choicesAreExplored() throws {
    let outcome = test(.exhaustive()) { memory in
      let sum = memory.cell("sum", 0)
      let alternatives = [
        Alternative("one"), Alternative("three"), Alternative("never", when: { false }),
      ]
      return Scenario(
        [
          .init("T") {
            for round in 0..<3 {
              guard let choice = await memory.choose(alternatives) else { return }
              sum.value += choice == 0 ? 1 : 3
              await memory.checkpoint("loop", round)
            }
          }
        ],
        finally: { sum.value == 7 ? "seven" : nil })
    }
    let failure = try #require(outcome.failure)
    #expect(failure.steps.count == 3)
    #expect(failure.steps.map(\.label).sorted() == ["one", "three", "three"])
  }

  @Test func theFirstViolationIsAShortestOne() throws {
    let failure = try #require(test(.exhaustive(), Programs.crossedLocks).failure)
    #expect(failure.steps.count == 2)
  }

  @Test(arguments: ["x", "0:", ":1", "0:-1", "1*", "-1", "1*2*3", "1*0", "1*99999999"])
  func brokenSchedulesAreRefused(text: String) {
    #expect(Schedule(text) == nil)
  }

  @Test func atomicMemoryCountsOnRealThreads() async {
    let memory = AtomicMemory()
    let count = memory.cell("count", 0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<1_000 { await count.add(1, "add") }
        }
      }
    }
    #expect(count.value == 4_000)
  }
}
