import Foundation

/// SPIN on a Promela version of the workload.
struct SpinContender: Contender {
  let note: String

  /// Nil when SPIN or gcc is not installed.
  init?() {
    guard let spin = firstLine("spin", "-V"), let version = firstLine("gcc", "--version") else {
      return nil
    }
    note =
      "\(spin), built with \(version), `\(Self.flags.joined(separator: " "))`, depth-first, "
      + "run with `\(Self.options.joined(separator: " "))`"
  }

  private static let flags = ["-O3", "-march=native", "-DSAFETY", "-DNOREDUCE", "-DNOFAIR"]
  private static let options = ["-m6000000", "-w23"]

  var name: String { "SPIN" }

  func refusal(_ workload: Workload) -> String? {
    workload.promela == nil ? "no Promela version" : nil
  }

  func steps(for job: Job, fresh: Bool) throws -> [Invocation] {
    guard let promela = job.workload.promela else { throw Problem("no Promela version") }
    let source = job.root.appendingPathComponent(promela).path
    return [
      Invocation("sh", ["-c", "cd \"$0\" && exec spin -a \"$1\"", job.folder.path, source]),
      Invocation("gcc", Self.flags + ["-w", "-o", job.path("pan"), job.path("pan.c")]),
      Invocation(job.path("pan"), Self.options),
    ]
  }

  func counts(of output: String, status: Int32) -> Counts? {
    guard status == 0, output.contains("errors: 0"), !output.contains("max search depth too small"),
      let counts = Counts(output, states: "states, stored", firings: "transitions (=")
    else { return nil }
    // The initial state counts as a transition.
    return Counts(states: counts.states, firings: counts.firings - 1)
  }
}
