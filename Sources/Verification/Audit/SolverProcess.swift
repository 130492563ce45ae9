internal import Dispatch
internal import Foundation
package import Model
package import Prover
internal import Synchronization

/// A solver that runs as a process of its own, so that certificates need no trust in us.
package struct SolverProcess: Sendable {
  /// The name of the program, `z3` or `cvc5`.
  package let name: String
  private let executable: URL

  /// The solver of this name in the folders of `PATH`, if there is one.
  package init?(named name: String) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let candidates = path.split(separator: ":").map { "\($0)/\(name)" }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      return nil
    }
    self.name = name
    self.executable = URL(fileURLWithPath: found)
  }

  /// Obligations of more text than this are shared between two processes.
  private static let scriptLimit = 200_000

  /// Decides obligations, each in a fresh scope of a process; as many answers as obligations.
  ///
  /// - Parameter seconds: how long the process may take before it is ended.
  /// - Parameter interruption: asked often; a limit ends the process.
  package func decide(
    _ obligations: [Certificate.Obligation], seconds: Int,
    interruption: @escaping @Sendable () -> Limit? = { nil }
  ) -> [CertificateCheck.Answer] {
    let size = obligations.reduce(0) { $0 + $1.text.utf8.count }
    guard size > Self.scriptLimit, obligations.count > 1 else {
      return decideInOneProcess(obligations, seconds: seconds, interruption)
    }
    let halves = [0, 1].map { half in
      stride(from: half, to: obligations.count, by: 2).map { obligations[$0] }
    }
    let answers = Mutex<[[CertificateCheck.Answer]]>([[], []])
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let found = decideInOneProcess(halves[half], seconds: seconds, interruption)
      answers.withLock { $0[half] = found }
    }
    let found = answers.withLock { $0 }
    return obligations.indices.map { found[$0 % 2][$0 / 2] }
  }

  private func decideInOneProcess(
    _ obligations: [Certificate.Obligation], seconds: Int,
    _ interruption: @escaping @Sendable () -> Limit?
  ) -> [CertificateCheck.Answer] {
    let script = ObligationScript.text(of: obligations)
    let output: String
    do { output = try run(script, seconds: seconds, interruption) } catch {
      return obligations.map { _ in .other("\(name) could not be run: \(error)") }
    }
    let lines = output.split(whereSeparator: \.isNewline).map(String.init)
    if lines.last == "timeout", lines.count <= obligations.count {
      let missing = obligations.count - lines.count
      return (lines + Array(repeating: "timeout", count: missing)).map(Self.answer)
    }
    // An error in one obligation would shift all later answers, so then none is taken.
    guard lines.count == obligations.count else {
      let problem = lines.first { $0.contains("error") } ?? "\(lines.count) answers"
      return obligations.map { _ in .other("\(name): \(problem)") }
    }
    return lines.map(Self.answer)
  }

  private static func answer(_ line: String) -> CertificateCheck.Answer {
    switch line {
    case "sat": .sat
    case "unsat": .unsat
    default: .other(line)
    }
  }

  private func run(
    _ script: String, seconds: Int, _ interruption: @escaping @Sendable () -> Limit?
  ) throws -> String {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments(seconds: seconds)
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let writer = Thread {
      // The solver may end before it has read everything; what it printed then says why.
      try? input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let guardian = Thread {
      while process.isRunning {
        if interruption() != nil { process.terminate() }
        Thread.sleep(forTimeInterval: 0.05)
      }
    }
    guardian.start()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self)
  }

  private func arguments(seconds: Int) -> [String] {
    switch name {
    case "cvc5":
      // Without these it gives up on quantifiers that instances of their terms refute.
      [
        "--lang=smt2", "--incremental", "--full-saturate-quant", "--cegqi-all",
        "--tlimit=\(seconds * 1000)",
      ]
    default: ["-in", "-smt2", "-T:\(seconds)"]
    }
  }
}
