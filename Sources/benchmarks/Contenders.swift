import Foundation

/// `pinproof explore`, from the text of the specification to the report.
struct PinproofContender {
  let executable: String

  func run(_ spec: String) throws -> Measurement {
    let result = try Program(executable).run([
      "explore", spec, "--workers", "1", "--deadlock", "off", "--format", "json",
      "--progress", "none",
    ])
    let report = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    let specs = report?["specs"] as? [[String: Any]]
    guard let exploration = specs?.first?["exploration"] as? [String: Any],
      let states = exploration["states"] as? Int,
      let firings = exploration["transitions"] as? Int
    else { throw Problem("\(executable) printed no report for \(spec)") }
    return Measurement(seconds: result.seconds, states: states, firings: firings)
  }
}

/// The checker that rumur generates; only its run is measured, not rumur nor the compiler.
struct RumurContender {
  private let checker: String

  /// Nil when rumur or gcc is not installed or does not accept the specification.
  init?(spec: String, folder: URL) {
    let name = URL(fileURLWithPath: spec).deletingPathExtension().lastPathComponent
    let source = folder.appendingPathComponent("\(name).c").path
    checker = folder.appendingPathComponent(name).path
    do {
      let rumur = try Program("rumur").run([
        "--output", source, "--threads", "1", "--symmetry-reduction", "off",
        "--deadlock-detection", "off", spec,
      ])
      let gcc = try Program("gcc").run([
        "-std=c11", "-O3", "-march=native", "-mcx16", "-o", checker, source, "-lpthread",
      ])
      guard rumur.status == 0, gcc.status == 0 else { return nil }
    } catch {
      return nil
    }
  }

  func run() throws -> Measurement {
    let result = try Program(checker).run([])
    let text = String(decoding: result.output, as: UTF8.self)
    guard let states = number(before: "states", in: text),
      let firings = number(before: "rules fired", in: text)
    else { throw Problem("rumur's checker printed no counts") }
    return Measurement(seconds: result.seconds, states: states, firings: firings)
  }

  private func number(before word: String, in text: String) -> Int? {
    guard let range = text.range(of: " \(word)", options: .backwards) else { return nil }
    let digits = text[..<range.lowerBound].reversed().prefix { $0.isNumber || $0 == "," }
    return Int(String(digits.reversed().filter(\.isNumber)))
  }
}

/// A program to run to its end.
struct Program {
  private let command: [String]

  /// A path, or a name that is looked up in `PATH`.
  init(_ name: String) {
    command = name.contains("/") ? [name] : ["/usr/bin/env", name]
  }

  struct Result {
    let status: Int32
    let output: Data
    let seconds: Double
  }

  func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst()) + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return Result(status: process.terminationStatus, output: output, seconds: seconds)
  }
}
