import Foundation

/// What rumur, an independent checker for the same language, says of a specification.
package struct RumurRun: Sendable, Equatable {
  /// What the first violation was.
  package enum Violation: Sendable, Equatable {
    case deadlock
    case invariant(String)
    case assertion(String)
    case liveness(String)
    case cover
    /// A run-time error or an `error` statement, in rumur's words.
    case failure(String)
  }

  package var states: Int
  package var transitions: Int
  package var violation: Violation?

  /// Why there is no answer.
  package enum Refusal: Error, Equatable {
    /// Rumur does not accept the text; in its words.
    case rejected(String)
    /// The generated checker did not compile or did not end well.
    case broken(String)
  }

  /// Whether rumur and a C compiler are installed.
  package static var isInstalled: Bool {
    Command.path(of: "rumur") != nil && Command.path(of: "gcc") != nil
  }

  /// Runs rumur on a specification, until its first violation.
  ///
  /// Values are 32 bits wide, the widest that rumur offers for all texts, and nothing is optimised:
  /// a call of a function that it takes for pure may disappear otherwise, with its errors.
  ///
  /// - Parameter symmetry: whether it tries every renaming of scalarset members in every state.
  package static func of(_ text: String, symmetry: Bool = false) throws -> RumurRun {
    let deadlocks = deadlockMode(of: text)
    return try withTemporaryDirectory { directory in
      try text.write(
        to: directory.appendingPathComponent("spec.m"), atomically: false, encoding: .utf8)
      let generation = try Command.run(
        Command.path(of: "rumur")!,
        [
          "--output", "spec.c", "--symmetry-reduction",
          symmetry ? "exhaustive" : "off", "--deadlock-detection", deadlocks,
          "--threads", "1", "--value-type", "int32_t", "--counterexample-trace", "off",
          "--output-format", "machine-readable", "spec.m",
        ], in: directory)
      guard generation.status == 0 else { throw Refusal.rejected(generation.errors) }
      let compilation = try Command.run(
        Command.path(of: "gcc")!,
        ["-w", "-std=c11", "-O0", "spec.c", "-o", "spec", "-lpthread"] + wideCompareAndSwap,
        in: directory)
      guard compilation.status == 0 else { throw Refusal.broken(compilation.errors) }
      let run = try Command.run(
        directory.appendingPathComponent("spec").path, [], in: directory)
      return try parse(run.output)
    }
  }

  #if arch(x86_64)
  private static let wideCompareAndSwap = ["-mcx16"]
  #else
  private static let wideCompareAndSwap = ["-latomic"]
  #endif

  /// The mode that the text asks for.
  private static func deadlockMode(of text: String) -> String {
    guard let setting = text.range(of: "-- pinproof: deadlock ") else { return "stuttering" }
    return String(text[setting.upperBound...].prefix { !$0.isNewline })
  }

  private static func parse(_ output: String) throws -> RumurRun {
    guard let summary = output.range(of: "<summary ") else { throw Refusal.broken(output) }
    let tail = output[summary.upperBound...]
    guard let states = number("states", in: tail), let fired = number("rules_fired", in: tail),
      let errors = number("errors", in: tail)
    else { throw Refusal.broken(output) }
    return RumurRun(
      states: states, transitions: fired,
      violation: errors == 0 ? nil : violation(text("message", in: output)))
  }

  private static func violation(_ message: String?) -> Violation {
    guard let message else { return .cover }
    if message == "deadlock" { return .deadlock }
    if message.hasPrefix("invariant ") { return .invariant(quoted(message)) }
    if message.hasPrefix("liveness property ") { return .liveness(quoted(message)) }
    if message.hasPrefix("Assertion failed: ") {
      let words = message.dropFirst("Assertion failed: ".count)
      let name = words.range(of: ": ").map { words[$0.upperBound...] } ?? words
      return .assertion(String(name))
    }
    return .failure(message)
  }

  private static func quoted(_ message: String) -> String {
    let parts = message.split(separator: "\"")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  private static func number(_ name: String, in text: Substring) -> Int? {
    guard let start = text.range(of: "\(name)=\"") else { return nil }
    return Int(text[start.upperBound...].prefix(while: \.isNumber))
  }

  private static func text(_ tag: String, in output: String) -> String? {
    guard let start = output.range(of: "<\(tag)>"), let end = output.range(of: "</\(tag)>") else {
      return nil
    }
    return String(output[start.upperBound..<end.lowerBound])
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&lt;", with: "<")
      .replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&amp;", with: "&")
  }
}
