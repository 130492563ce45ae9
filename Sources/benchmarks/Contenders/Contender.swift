import Foundation

/// A checker that takes part: how it is set up for a workload, run, and read.
protocol Contender {
  /// The column's heading.
  var name: String { get }
  /// Versions, compilers and flags, for the notes below a table.
  var note: String { get }
  /// Why it cannot run a workload; nil when it can.
  func refusal(_ workload: Workload) -> String?
  /// The programs to run, one after the other; the last one is the checker itself.
  ///
  /// - Parameter fresh: Whether nothing from an earlier run may be used again.
  func steps(for job: Job, fresh: Bool) throws -> [Invocation]
  /// The counts that the last program printed; nil when it found a violation or printed none.
  func counts(of output: String, status: Int32) -> Counts?
}

extension Contender {
  func refusal(_ workload: Workload) -> String? { nil }
}

/// A workload in a folder of its own.
struct Job {
  let workload: Workload
  let preparation: Preparation
  let folder: URL
  /// The root of the repository.
  let root: URL

  /// Writes a text into the folder and returns its path.
  func write(_ text: String, as name: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}

/// The first line that a program prints, such as its version; nil when it cannot be run.
func firstLine(_ program: String, _ arguments: String...) -> String? {
  let result = try? Invocation(program, arguments)
    .run(in: FileManager.default.temporaryDirectory, limit: 10)
  guard let result, result.status == 0 else { return nil }
  return result.output.split(separator: "\n").first.map(String.init)
}
