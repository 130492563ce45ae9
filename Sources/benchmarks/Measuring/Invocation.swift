import Foundation

/// A program with its arguments, to be run to its end.
struct Invocation {
  /// A path, or a name that is looked up in `PATH`.
  let program: String
  let arguments: [String]
  var environment: [String: String] = [:]

  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
  }

  struct Result {
    let status: Int32
    let output: String
    /// From start to end, by the clock on the wall.
    let seconds: Double
    /// The most memory it had at once.
    let peakBytes: Int

    /// The first line that speaks of an error, without a path before it.
    var complaint: String? {
      output.split(separator: "\n").first { $0.lowercased().contains("error") }
        .map { line in String(line.drop { $0 != ":" }.dropFirst().prefix(80)) }
    }
  }

  /// The program without its folder.
  var name: String { URL(fileURLWithPath: program).lastPathComponent }

  /// - Parameter folder: Where its output goes for a while.
  /// - Throws: `Problem` when it cannot be started, takes longer than `limit` seconds, or the user
  ///   interrupts.
  func run(in folder: URL, limit: Double) throws -> Result {
    let capture = folder.appendingPathComponent(".output")
    defer { try? FileManager.default.removeItem(at: capture) }
    let start = ContinuousClock.now
    let child = try Child(self, output: capture.path)
    let end = try child.wait(until: start + .seconds(limit))
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let output = (try? Data(contentsOf: capture)) ?? Data()
    return Result(
      status: end.status, output: String(decoding: output, as: UTF8.self), seconds: seconds,
      peakBytes: end.peakBytes)
  }
}
