import Explorer
import Foundation
import Model
import SourceText
import Toolchain
import Verification

/// What a state costs by phase: one worker, native code, the states of a finished search gone over
/// again.
struct PhaseTable {
  let workloads: [Workload]
  let rounds: Int
  let onProgress: (String) -> Void

  /// One workload, or its reduction by symmetry.
  private struct Row {
    let name: String
    let states: Int
    let firings: Int
    /// For each phase the nanoseconds for a state; nil where there is nothing to do.
    let costs: [Double?]

    var cells: [String] {
      let sum = costs.compactMap(\.self).reduce(0, +)
      return [name, String(states), String(format: "%.1f", Double(firings) / Double(states))]
        + costs.map { $0.map { String(format: "%.0f", $0) } ?? "" } + [String(format: "%.0f", sum)]
    }
  }

  private typealias Phase = PhaseReplay.Phase

  /// The table as Markdown.
  func text() async throws -> String {
    var rows: [Row] = []
    for workload in workloads {
      rows.append(try await row(workload, symmetry: false))
      if let reduced = workload.reducible {
        rows.append(try await row(reduced, symmetry: true))
      }
    }
    let header =
      ["ns a state", "states", "firings a state"] + Phase.allCases.map(\.rawValue) + ["sum"]
    let rule = header.indices.map { $0 == 0 ? "---" : "--:" }
    return ([header, rule] + rows.map(\.cells))
      .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  private func row(_ workload: Workload, symmetry: Bool) async throws -> Row {
    let name = symmetry ? "\(workload.name), symmetry" : workload.name
    onProgress(name)
    let toolchain = Toolchain(environment: ProcessInfo.processInfo.environment)
    let exploration = await Exploration.run(
      try system(of: workload), limits: Limits(workers: 1),
      options: ExplorationOptions(
        symmetry: symmetry, native: NativeCompilation(toolchain, isAwaited: true)))
    let space = exploration.stateSpace
    guard space.isComplete else { throw Problem("\(name): the search did not end") }
    return Row(
      name: name, states: space.states, firings: space.transitions,
      costs: try costs(of: PhaseReplay(exploration), states: space.states))
  }

  private func system(of workload: Workload) throws -> TransitionSystem {
    let text = try String(contentsOfFile: workload.spec, encoding: .utf8)
    let preparation = try Preparation(
      text, constants: workload.constants, without: workload.without)
    do {
      return try Specification(SourceFile(name: workload.spec, text: preparation.text)).system
    } catch {
      throw Problem("\(workload.spec) cannot be loaded")
    }
  }

  /// The least times of all rounds, each less what the phase before took.
  private func costs(of replay: PhaseReplay, states: Int) throws -> [Double?] {
    var best = [Double](repeating: .infinity, count: Phase.allCases.count)
    for _ in 0..<rounds {
      for (position, phase) in Phase.allCases.enumerated() {
        let start = ContinuousClock.now
        guard replay.run(phase) == states else { throw Problem("a replay found other states") }
        best[position] = min(best[position], (ContinuousClock.now - start) / .nanoseconds(1))
      }
    }
    return Phase.allCases.indices.map { position in
      let phase = Phase.allCases[position]
      if phase == .canonicalise, !replay.hasSymmetry { return nil }
      let before = position == 0 ? 0 : best[position - 1]
      return (best[position] - before) / Double(states)
    }
  }
}
