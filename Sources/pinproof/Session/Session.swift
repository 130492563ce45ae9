import ArgumentParser
import Foundation
import Model
import Report
import SourceText
import Verification

/// One run of a command: from options to a report and an exit code.
struct Session {
  let spec: SpecOptions
  let limit: LimitOptions
  let output: OutputOptions
  /// Where certificates go, if anywhere.
  var certificates: String?

  private let interruption: Interruption

  init(
    spec: SpecOptions = .unset, limit: LimitOptions = .unset, output: OutputOptions,
    certificates: String? = nil
  ) {
    self.spec = spec
    self.limit = limit
    self.output = output
    self.certificates = certificates
    interruption = Interruption(timeout: limit.timeout)
  }

  /// Decides the claims of specifications and reports.
  func verify(_ paths: [String], strategy: Strategy) async throws {
    var printer = ReportPrinter(output)
    try printer.prepare()
    for path in try find(paths) {
      for options in spec.instances {
        printer.add(try await decide(path, options, strategy))
      }
    }
    try finish(printer)
  }

  /// The record of one instance of one specification; its evidence is stored where asked.
  func decide(_ path: String, _ options: LoadOptions, _ strategy: Strategy)
    async throws(Failure) -> SpecRecord
  {
    let specification: Specification
    do { specification = try Specification(at: path, options: options) } catch {
      return ErrorPrinter().record(of: error, path: path)
    }
    ErrorPrinter().print(specification.diagnostics, in: specification.source)
    let progress = Progress(output.progress, title: path)
    let verifier = Verifier(
      specification, strategy: strategy, selection: ClaimSelection(spec.property),
      limits: limit.limits(stopping: interruption),
      policy: ExitPolicy(vacuity: output.vacuity))
    let findings: Findings
    do { findings = try await verifier.run(onEvent: progress.show) } catch {
      progress.finish()
      return ErrorPrinter().record(of: error, path: path)
    }
    progress.finish()
    return try EvidenceStore(traces: output.traceDir, certificates: certificates)
      .store(findings, of: specification)
  }

  /// Prints random behaviours.
  func simulate(_ path: String, seed: Seed, maxSteps: Int, traces: Int) throws {
    var printer = ReportPrinter(output)
    try printer.prepare()
    for options in spec.instances {
      let specification: Specification
      do { specification = try Specification(at: path, options: options) } catch {
        printer.add(ErrorPrinter().record(of: error, path: path))
        continue
      }
      var simulation = Simulation(specification.system, seed: seed.value)
      var record = SpecRecord(spec: path, system: specification.system)
      record.notices.append("seed \(seed)")
      for _ in 0..<traces {
        guard let trace = simulation.behaviour(maxSteps: maxSteps) else {
          record.notices.append("no start state can be run")
          break
        }
        record.counterexamples.append(specification.explain(trace, role: .behaviour))
      }
      printer.add(record)
    }
    try finish(printer)
  }

  /// Re-executes a stored trace.
  func replay(_ file: String, specification path: String?) throws {
    var printer = ReportPrinter(output)
    try printer.prepare()
    printer.add(try Replay(file: file, path: path).record())
    try finish(printer)
  }

  /// Writes the report and ends with its exit code.
  func finish(_ printer: ReportPrinter) throws {
    let code = try printer.finish()
    throw ArgumentParser.ExitCode(Int32(output.exitCode == .simple ? code.simple : code.rawValue))
  }

  func find(_ paths: [String]) throws(Failure) -> [String] {
    let found: [String]
    do { found = try SpecFinder().specs(at: paths) } catch {
      throw Failure(.noInput, "no such file or folder: \(error.path)")
    }
    guard !found.isEmpty else {
      throw Failure(.noInput, "no *.m files in \(paths.joined(separator: ", "))")
    }
    return found
  }
}
