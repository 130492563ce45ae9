import Foundation
import Testing

@testable import benchmarks

/// The root of the repository, with a slash at its end.
let repository =
  URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path + "/"

struct OutputTests {
  @Test func readsTheLastCountsWithCommas() {
    let output = """
      10 states, 20 rules fired so far
      State Space Explored:
      \t5,750,909 states, 26045141 rules fired in 6.6s.
      """
    #expect(
      Counts(output, states: "states", firings: "rules fired")
        == Counts(states: 5_750_909, firings: 26_045_141))
  }

  @Test func noCountsWithoutBothNumbers() {
    #expect(Counts("12 states", states: "states", firings: "rules fired") == nil)
    #expect(Counts("many states, 3 rules fired", states: "states", firings: "rules fired") == nil)
  }

  @Test func ourReport() {
    let output = """
      {"specs":[{"exploration":{"states":3,"transitions":5,"complete":true}}]}
      """
    let ours = PinproofContender(executable: "pinproof")
    #expect(ours.counts(of: output, status: 0) == Counts(states: 3, firings: 5))
    #expect(ours.counts(of: output, status: 12) == nil)
    let cut = output.replacing("true", with: "false")
    #expect(ours.counts(of: cut, status: 0) == nil)
  }

  @Test func medianAndMean() throws {
    let runs = [3.0, 1.0, 2.0].map {
      Timing(seconds: $0, states: 1, firings: 1, peakBytes: 1)
    }
    #expect(runs.median?.seconds == 2)
    #expect([Timing]().median == nil)
    #expect([Double]().geometricMean == nil)
    #expect(abs(try #require([2.0, 8.0].geometricMean) - 4) < 1e-12)
  }
}

struct MarkdownTests {
  private func record(peerStates: Int) -> Record {
    let row = Record.Row(
      workload: "w", spec: "w.m", constants: ["N=2"], without: [],
      cells: [
        .init(contender: "ours", runs: [run(0.5, 10)], absence: nil),
        .init(contender: "peer", runs: [run(2, peerStates)], absence: nil),
        .init(contender: "other", runs: [], absence: "refused"),
      ])
    let refused = Record.Row(
      workload: "v", spec: "v.m", constants: [], without: [],
      cells: [
        .init(contender: "ours", runs: [run(0.5, 10)], absence: nil),
        .init(contender: "peer", runs: [], absence: "refused"),
        .init(contender: "other", runs: [], absence: "refused"),
      ])
    let table = Record.Table(
      name: .run, title: "Run time", explanation: "Why.",
      contenders: ["ours", "peer", "other"].map { .init(name: $0, note: "flags") },
      rows: [row, refused])
    return Record(
      machine: Machine(processor: "CPU", cores: 2, memoryBytes: 1 << 30, system: "OS"), rounds: 1,
      tables: [table])
  }

  private func run(_ seconds: Double, _ states: Int) -> Timing {
    Timing(seconds: seconds, states: states, firings: 20, peakBytes: 1_000_000)
  }

  @Test func ratiosAndMeans() {
    let text = Markdown(record: record(peerStates: 10)).text
    #expect(text.contains("| w | 10 | 20 | 0.500 | 0.0 | 2.000 | 4.0 |"))
    #expect(text.contains("| geometric mean |  |  |  |  |  | 4.0 |"))
    #expect(text.contains("- w: N=2\n- v: peer: refused\n"))
    #expect(text.contains("| v | 10 | 20 | 0.500 | 0.0 | - | - |"))
  }

  @Test func otherCountsMakeARowWrong() {
    let text = Markdown(record: record(peerStates: 11)).text
    #expect(text.contains("| **wrong** w |"))
    #expect(text.contains("| 2.000 | 11 states |"))
    #expect(text.contains("| geometric mean |  |  |  |  |  | - |"))
  }
}
