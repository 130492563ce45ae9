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

  /// Choices, waits, loops with checkpoints, and looks between accesses.
  static let mixture: ScenarioBuilder = { memory in
    let (lock, count) = (memory.cell("lock", 0), memory.cell("count", 0))
    let work: @Sendable (Int) async -> Void = { limit in
      await memory.checkpoint("work")
      let alternatives = [
        Alternative("take") { lock.value == 0 && count.value < limit },
        Alternative("look") { count.value < limit },
      ]
      while let choice = await memory.choose(alternatives) {
        if choice == 0 {
          lock.value = 1
          let seen = count.value
          await count.store(seen + 1, "write")
          await lock.store(0, "unlock")
        } else {
          await count.wait("wait") { $0 > 0 }
        }
        await memory.checkpoint("work")
      }
    }
    return Scenario([.init("A") { await work(2) }, .init("B") { await work(3) }])
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

  /// Every state that random walks meet is restored, in another order, and goes on as it did.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func aRestoredStateGoesOnAsBefore(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let execution = Execution(Programs.mixture)
    let start = execution.key
    var seen: [(key: [Int], enabled: [Execution.Turn], next: [[Int]])] = []
    for _ in 0..<40 {
      execution.restore(start)
      while let turn = execution.enabled.randomElement(using: &generator) {
        let (key, enabled) = (execution.key, execution.enabled)
        let next = enabled.map { turn in
          execution.restore(key)
          execution.step(turn)
          return execution.key
        }
        seen.append((key, enabled, next))
        execution.restore(key)
        execution.step(turn)
      }
    }
    for (key, enabled, next) in seen.shuffled(using: &generator) {
      execution.restore(key)
      #expect(execution.key == key)
      #expect(execution.enabled == enabled)
      for (turn, after) in zip(enabled, next) {
        execution.restore(key)
        execution.step(turn)
        #expect(execution.key == after)
      }
    }
  }

  /// Two threads that looked at a cell between accesses and saw different values go on differently.
  @Test func aLookBetweenAccessesIsRemembered() {
    let outcome = test(.exhaustive()) { memory in
      let (cell, sum) = (memory.cell("c", 0), memory.cell("s", 0))
      return Scenario(
        [
          .init("reader") {
            await sum.store(0, "start")
            let seen = cell.value
            await cell.store(0, "clear")
            await sum.store(seen, "tell")
          },
          .init("writer") { await cell.store(1, "write") },
        ], always: { sum.value == 1 ? "seen" : nil })
    }
    #expect(outcome.failure?.steps.map(\.label) == ["write", "start", "clear", "tell"])
  }

  @Test func whatIsNotAskedForTellsNoStatesApart() {
    let build: @Sendable (Bool) -> ScenarioBuilder = { asks in
      { memory in
        let cell = memory.cell("c", 0)
        let add: @Sendable () async -> Void = {
          if asks { _ = await cell.fetchAdd(1, "add") } else { await cell.add(1, "add") }
          await cell.add(0, "again")
        }
        return Scenario([.init("A", add), .init("B", add)])
      }
    }
    // Without the numbers: where each of the two threads is.
    #expect(test(.exhaustive(), build(false)).states == 9)
    #expect(test(.exhaustive(), build(true)).states > 9)
  }

  @Test(arguments: [(-1, true), (1, false)])
  func addAndTestFindsZero(delta: Int, isZero: Bool) {
    let outcome = test(.exhaustive()) { memory in
      let (cell, result) = (memory.cell("c", 1), memory.cell("r", -1))
      return Scenario(
        [.init("T") { result.value = await cell.addAndTest(delta, "add") ? 1 : 0 }],
        finally: { result.value == (isZero ? 1 : 0) && cell.value == 1 + delta ? nil : "wrong" })
    }
    #expect(outcome.isProof)
  }
}
