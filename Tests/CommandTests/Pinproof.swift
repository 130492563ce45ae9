import Foundation
import TestSupport
import Testing

/// Runs the built executable as a user does, in a folder of its own.
struct Pinproof {
  /// Where it runs; relative paths are relative to this.
  let folder: URL

  /// Runs `body` in a new folder that goes away afterwards.
  static func inNewFolder<Result>(_ body: (Pinproof) throws -> Result) throws -> Result {
    try withTemporaryDirectory { try body(Pinproof(folder: $0)) }
  }

  /// Runs the command once where no files are needed.
  static func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Command.Outcome {
    try inNewFolder { try $0.run(arguments, environment: environment) }
  }

  func callAsFunction(
    _ arguments: String..., environment: [String: String] = [:], input: URL? = nil
  ) throws -> Command.Outcome {
    try run(arguments, environment: environment, input: input)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], input: URL? = nil,
    whileRunning: (Process) throws -> Void = { _ in }
  ) throws -> Command.Outcome {
    var inherited = ProcessInfo.processInfo.environment.filter { $0.key != "NO_COLOR" }
    inherited["XDG_CACHE_HOME"] = Self.cache.path
    return try Command.run(
      Self.executable, arguments, in: folder,
      environment: inherited.merging(environment) { $1 }, input: input, whileRunning: whileRunning)
  }

  /// Runs a line in the shell, where `$PINPROOF` is the executable.
  func shell(_ line: String) throws -> Command.Outcome {
    let environment = ProcessInfo.processInfo.environment.merging(["PINPROOF": Self.executable]) {
      $1
    }
    return try Command.run("/bin/sh", ["-c", line], in: folder, environment: environment)
  }

  /// Writes a file and gives its name.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = url(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
    return name
  }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func read(_ name: String) throws -> String {
    try String(contentsOf: url(name), encoding: .utf8)
  }

  /// The names of all files below the folder, sorted.
  var files: [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { !Self.isFolder(url($0).path) }.sorted()
  }

  /// Where compiled code is kept: not where the user's is.
  private static let cache = FileManager.default.temporaryDirectory
    .appendingPathComponent("pinproof-tests-cache")

  /// The executable, which is built beside the tests.
  static let executable: String = {
    var folder = Bundle(for: Anchor.self).bundleURL
    // On Linux the bundle is the folder itself, elsewhere it lies in it.
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("pinproof").path
      if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    preconditionFailure("the executable is not built")
  }()

  private final class Anchor {}

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The path of a specification of `Tests/Fixtures`.
  static func fixture(_ name: String) -> String {
    Fixture.directory.appendingPathComponent("\(name).m").path
  }

  /// The path of a specification of `specs`.
  static func spec(_ name: String) -> String {
    Fixture.directory.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("specs/\(name)").path
  }
}

/// A JSON report, as far as tests ask.
struct JSONRun {
  let object: [String: Any]

  init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    object = try #require(value as? [String: Any])
  }

  var specs: [[String: Any]] { object["specs"] as? [[String: Any]] ?? [] }
  var claims: [[String: Any]] { specs.flatMap { $0["claims"] as? [[String: Any]] ?? [] } }

  func claim(_ name: String) -> [String: Any]? { claims.first { $0["name"] as? String == name } }
  func verdict(_ claim: String) -> String? { self.claim(claim)?["verdict"] as? String }
}
