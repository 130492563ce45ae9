package import Foundation

/// Runs other programs.
package enum Command {
  /// How a run ended.
  package struct Outcome: Sendable {
    package let status: Int32
    package let output: String
    package let errors: String
  }

  /// Where an executable is, following `PATH`.
  package static func path(of name: String) -> String? {
    let directories = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return directories.map { "\($0)/\(name)" }.first(
      where: FileManager.default.isExecutableFile(atPath:))
  }

  /// Runs an executable to its end.
  ///
  /// - Parameter environment: replaces the environment; nil leaves it as it is.
  /// - Parameter input: the file that is the standard input.
  /// - Parameter whileRunning: called with the process once it runs.
  package static func run(
    _ path: String, _ arguments: [String], in directory: URL,
    environment: [String: String]? = nil, input: URL? = nil,
    whileRunning: (Process) throws -> Void = { _ in }
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    if let environment { process.environment = environment }
    process.standardInput =
      try input.map(FileHandle.init(forReadingFrom:)) ?? FileHandle.nullDevice
    return try withTemporaryDirectory { folder in
      let output = folder.appendingPathComponent("stdout.txt")
      let errors = folder.appendingPathComponent("stderr.txt")
      for file in [output, errors] { try Data().write(to: file) }
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      try whileRunning(process)
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: try text(of: output),
        errors: try text(of: errors))
    }
  }

  private static func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}

/// A directory of its own that goes away when `body` ends.
package func withTemporaryDirectory<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let directory = FileManager.default.temporaryDirectory
    .appendingPathComponent("pinproof-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  return try body(directory)
}
