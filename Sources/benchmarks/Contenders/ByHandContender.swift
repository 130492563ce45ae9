import Foundation

/// An explorer written by hand for one workload: the limit of what one core can do.
struct ByHandContender: Contender {
  let note: String

  /// Nil when gcc is not installed.
  init?() {
    guard let version = firstLine("gcc", "--version") else { return nil }
    note =
      "`specs/bench/peers/*.c`, written for this one system, built with \(version), "
      + "`\(Self.flags.joined(separator: " "))`"
  }

  private static let flags = ["-std=gnu11", "-O3", "-march=native"]

  var name: String { "by hand" }

  func refusal(_ workload: Workload) -> String? {
    workload.byHand == nil ? "nobody wrote one" : nil
  }

  func steps(for job: Job, fresh: Bool) throws -> [Invocation] {
    guard let byHand = job.workload.byHand else { throw Problem("nobody wrote one") }
    let source = job.root.appendingPathComponent(byHand).path
    return [
      Invocation("gcc", Self.flags + ["-o", job.path("by-hand"), source]),
      Invocation(job.path("by-hand"), []),
    ]
  }

  func counts(of output: String, status: Int32) -> Counts? {
    status == 0 ? Counts(output, states: "states", firings: "rules fired") : nil
  }
}
