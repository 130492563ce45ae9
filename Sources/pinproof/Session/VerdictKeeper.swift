import ArgumentParser
import Foundation
import Model
import Regression
import Verification

/// Records the verdicts of specifications, and compares them with what was recorded.
struct VerdictKeeper {
  private let file: String
  private let limits: Limits

  /// The clock runs from here.
  init(file: String, workers: Int, timeout: Double?) {
    self.file = file
    let interruption = Interruption(timeout: timeout)
    limits = Limits(workers: workers, interruption: { interruption.limit })
  }

  /// What is true now.
  private struct Findings {
    let lock: VerdictLock
    /// A line for each claim that is not as the specification says, in any configuration.
    let surprises: [String]
    /// The code of a run that only decides the claims.
    let exit: Model.ExitCode
  }

  /// Writes down what is found now, in place of what the file says of the same specifications. It
  /// is written down too where it is not what a specification expects, but never silently.
  func lock(_ paths: [String]) async throws {
    try OutputFile.prepare(file, for: "--lock")
    let old = FileManager.default.fileExists(atPath: file) ? try stored() : VerdictLock([])
    let findings = try await survey(paths)
    let new = findings.lock
    try write(paths.isEmpty ? new : old.replacing(with: new))
    findings.surprises.forEach { print($0) }
    print(
      "\(file): \(new.entries.count) verdicts of \(Set(new.entries.map(\.key.spec)).count) specs")
    throw ArgumentParser.ExitCode(Int32(findings.exit.rawValue))
  }

  /// Compares with the file. What is better, new or merely different is written to it on request;
  /// a loss never is.
  func regress(_ paths: [String], updating: Bool) async throws {
    let old = try stored()
    let new = try await survey(paths).lock
    let specs = Set(new.entries.map(\.key.spec))
    let differences = (paths.isEmpty ? old : old.restricted(to: specs)).differences(to: new)
    differences.forEach { print($0.line) }
    let losses = differences.filter { $0.weight == .loss }
    let changes = differences.filter { $0.weight > .note }
    print(summary(of: new, changes: changes.count, losses: losses.count))
    if updating, losses.isEmpty {
      try OutputFile.prepare(file, for: "--lock")
      try write(old.replacing(with: new))
      return
    }
    let code = Model.ExitCode.weightiest(of: changes.map(\.exit))
    throw ArgumentParser.ExitCode(Int32(code.rawValue))
  }

  private func summary(of lock: VerdictLock, changes: Int, losses: Int) -> String {
    let count = "\(lock.entries.count) verdicts compared"
    guard changes > 0 else { return "\(count): nothing has changed" }
    return "\(count): \(changes) changed, of which \(losses) are losses"
  }

  // MARK: The file

  private func stored() throws(Failure) -> VerdictLock {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(at: file) } catch { throw Failure(error) }
    do {
      return try VerdictLock(parsing: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure(
        .invalidSpec, "\(file):\(error.line): \(error.reason); write it anew with pinproof lock")
    }
  }

  private func write(_ lock: VerdictLock) throws(Failure) {
    try OutputFile.write(lock.text.utf8, to: file)
  }

  // MARK: What is true now

  /// Every listed configuration of every specification, by visiting every state.
  private func survey(_ paths: [String]) async throws -> Findings {
    let jobs = try jobs(paths.isEmpty ? ["specs"] : paths)
    let progress = Progress(.auto, title: "")
    var entries: [LockEntry] = []
    var surprises: [String] = []
    var exits: Set<Model.ExitCode> = []
    do {
      try await Survey(strategy: .explore, limits: limits).run(jobs) { job, record in
        progress.show(.proving("\(record.spec) \(job.configuration)", depth: 0))
        surprises += self.surprises(in: record, job.configuration)
        exits.insert(Model.ExitCode(of: record.claims))
        entries += LockEntry.entries(
          of: record, configuration: job.configuration, textHash: job.specification.textHash)
      }
    } catch let failure as EngineFailure {
      throw Failure(.internalError, "\(failure)")
    }
    progress.finish()
    guard limits.interruption() == nil else {
      throw Failure(.unknown, "a limit ended the run; nothing is recorded")
    }
    let lock = VerdictLock(entries)
    guard let twin = lock.ambiguousKey else {
      return Findings(lock: lock, surprises: surprises, exit: .weightiest(of: exits))
    }
    throw Failure(
      .invalidSpec,
      "\(twin.spec): two verdicts for the configuration \(twin.configuration), claim "
        + "\"\(twin.claim)\"; nothing is recorded. Give configurations names of their own, other "
        + "than default, and claims too")
  }

  private func surprises(in record: SpecRecord, _ configuration: String) -> [String] {
    record.claims.filter { Model.ExitCode(of: $0, policy: ExitPolicy()) != .success }.map {
      "NOT AS CLAIMED  \(record.spec) | \(configuration) | \($0.name): is \($0.verdict.rawValue), "
        + "expected: \(($0.expected ?? .holds).rawValue)"
    }
  }

  private func jobs(_ paths: [String]) throws(Failure) -> [Survey.Job] {
    var jobs: [Survey.Job] = []
    for found in FileFinder().files(at: paths) {
      guard case .file(let path) = found else { continue }
      let plain = try specification(at: path, [])
      jobs.append(Survey.Job(plain, configuration: "default"))
      for configuration in plain.configurations {
        jobs.append(
          Survey.Job(
            try specification(at: path, configuration.choices), configuration: configuration.name))
      }
    }
    guard !jobs.isEmpty else {
      throw Failure(.noInput, "no *.m files in \(paths.joined(separator: ", "))")
    }
    return jobs
  }

  private func specification(at path: String, _ choices: [(name: String, value: String)])
    throws(Failure) -> Specification
  {
    do {
      return try Specification(at: path, options: LoadOptions(overrides: choices))
    } catch {
      let record = ErrorPrinter().record(of: error, path: path)
      throw Failure(record.exit, "nothing is recorded, because \(path) could not be decided")
    }
  }
}
