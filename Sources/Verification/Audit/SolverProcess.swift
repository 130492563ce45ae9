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

  /// A second process is worth its start for obligations of more text than this.
  private static let scriptLimit = 100_000

  /// How z3 goes about a problem of bit-vectors. Its tactic for them simplifies before it searches,
  /// which pays where there is much to search. Most obligations follow after hardly a conflict, and its
  /// core says so in a fraction of that time; where they do not, it makes way for the tactic.
  private static let tactic =
    "(or-else (then (using-params smt :max_conflicts 1000) fail-if-undecided) qfbv)"

  /// Decides obligations, each in a fresh scope of a process; as many answers as obligations. One
  /// that the solver gives up after many others it gets once more in a process of its own.
  ///
  /// - Parameters:
  ///   - seconds: how long a process may take before it is ended.
  ///   - resources: how many of the solver's own steps an obligation may take.
  ///   - processes: how many there may be at a time.
  ///   - interruption: asked often; a limit ends the processes.
  package func decide(
    _ obligations: [Certificate.Obligation], seconds: Int, resources: UInt32? = nil,
    processes: Int = 1, interruption: @escaping @Sendable () -> Limit? = { nil }
  ) -> [CertificateCheck.Answer] {
    let run = arguments(seconds: seconds, resources: resources)
    let size = obligations.reduce(0) { $0 + $1.text.utf8.count }
    let width = max(1, min(processes, obligations.count, 1 + size / Self.scriptLimit))
    let shares = (0..<width).map { first in
      stride(from: first, to: obligations.count, by: width).map { obligations[$0] }
    }
    let answers = Mutex<[[CertificateCheck.Answer]]>(shares.map { _ in [] })
    DispatchQueue.concurrentPerform(iterations: width) { number in
      let found = decideInOneProcess(shares[number], run, interruption)
      answers.withLock { $0[number] = found }
    }
    let found = answers.withLock { $0 }
    return obligations.indices.map { number in
      let answer = found[number % width][number / width]
      guard answer == .other("unknown"), obligations.count > width, resources == nil else {
        return answer
      }
      return decideInOneProcess([obligations[number]], run, interruption)[0]
    }
  }

  private func decideInOneProcess(
    _ obligations: [Certificate.Obligation], _ arguments: [String],
    _ interruption: @escaping @Sendable () -> Limit?
  ) -> [CertificateCheck.Answer] {
    let script = ObligationScript.text(of: obligations)
    let output: String
    do { output = try run(script, arguments, interruption) } catch {
      return obligations.map { _ in .failed("\(name) could not be run: \(error)") }
    }
    let lines = output.split(whereSeparator: \.isNewline).map(String.init)
    let answers = lines.prefix { ["sat", "unsat", "unknown"].contains($0) }.map(Self.answer)
    if answers.count == lines.count, lines.count == obligations.count { return answers }
    let problem = lines.dropFirst(answers.count).first ?? "\(answers.count) answers"
    let rest = obligations.dropFirst(answers.count)
    if problem == "timeout" { return answers + rest.map { _ in .other(problem) } }
    // Where the solver has used up its resources it may not get ready for what follows.
    if problem.contains("resource limit"), !answers.isEmpty {
      return answers + decideInOneProcess(Array(rest), arguments, interruption)
    }
    // An error in one obligation would shift all later answers, so then none is taken.
    return obligations.map { _ in .failed("\(name): \(problem)") }
  }

  private static func answer(_ line: String) -> CertificateCheck.Answer {
    switch line {
    case "sat": .sat
    case "unsat": .unsat
    default: .other(line)
    }
  }

  private func run(
    _ script: String, _ arguments: [String], _ interruption: @escaping @Sendable () -> Limit?
  ) throws -> String {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
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

  private func arguments(seconds: Int, resources: UInt32?) -> [String] {
    switch name {
    case "cvc5":
      // Without these it gives up on quantifiers that instances of their terms refute.
      [
        "--lang=smt2", "--incremental", "--full-saturate-quant", "--cegqi-all",
        "--tlimit=\(seconds * 1000)",
      ] + (resources.map { ["--rlimit-per=\($0)"] } ?? [])
    default:
      // The simplex of its older arithmetic answers questions about sums in half the time.
      ["-in", "-smt2", "-T:\(seconds)", "tactic.default_tactic=\(Self.tactic)"]
        + ["smt.arith.solver=2"] + (resources.map { ["rlimit=\($0)"] } ?? [])
    }
  }
}
