import ArgumentParser
import Conformance
import Model
import PageLifetime
import Report
import Verification

/// Checks implementations against their specifications, records what is found, and reports it.
struct ConformanceCheck: Sendable {
  private let specFolder: String
  private let fault: Fault?
  private let limits: Limits

  /// The clock runs from here.
  init(
    specFolder: String, fault: Fault? = nil, maxStates: Int?, maxDepth: Int?, timeout: Double?
  ) {
    self.specFolder = specFolder
    self.fault = fault
    let interruption = Interruption(timeout: timeout)
    limits = Limits(
      maxStates: maxStates, maxDepth: maxDepth, interruption: { interruption.limit })
  }

  /// The versions of these specs, or all, and of those only the named ones, or all.
  func pairings(of specs: [String], only names: [String]) throws(Failure) -> [Pairing] {
    let paths = try specs.map(knownSpec)
    return Pairing.all(with: fault).filter {
      (paths.isEmpty || paths.contains($0.spec)) && (names.isEmpty || names.contains($0.name))
    }
  }

  private func knownSpec(_ path: String) throws(Failure) -> String {
    let known = Pairing.all.map(\.spec)
    guard let spec = known.first(where: { path == "\(specFolder)/\($0)" || path == $0 }) else {
      throw Failure(
        .noInput,
        "\(path) has no implementation to be checked with; those that have: "
          + Set(known).sorted().joined(separator: ", "))
    }
    return spec
  }

  /// Checks, writes the report, and ends with its exit code. Without a style it is in JSON.
  func report(on pairings: [Pairing], as style: TraceStyle?, to output: String?) async throws {
    if let output { try OutputFile.prepare(output, for: "--output") }
    let run = ConformanceRun(
      version: Pinproof.version, conformance: try await records(of: pairings))
    let text = style.map { self.text(of: run, $0) } ?? JSONReport.text(of: run)
    if let output {
      try OutputFile.write(text.utf8, to: output)
    } else {
      print(text, terminator: "")
    }
    throw ArgumentParser.ExitCode(Int32(run.exit.rawValue))
  }

  private func text(of run: ConformanceRun, _ style: TraceStyle) -> String {
    run.conformance.flatMap { ConformanceText(trace: style).lines(of: $0) }
      .map { $0 + "\n" }.joined()
  }

  /// One for each, in their order: versions have nothing in common and are checked side by side,
  /// those with the most cells first, because they take the longest.
  private func records(of pairings: [Pairing]) async throws -> [ConformanceRecord] {
    let specifications = try pairings.map(specification(of:))
    let order = pairings.indices.sorted {
      specifications[$0].system.layout.cells.count > specifications[$1].system.layout.cells.count
    }
    return try await withThrowingTaskGroup { group in
      for number in order {
        group.addTask { (number, record(of: pairings[number], specifications[number])) }
      }
      var records: [Int: ConformanceRecord] = [:]
      for try await (number, record) in group { records[number] = record }
      return pairings.indices.compactMap { records[$0] }
    }
  }

  private func record(
    of pairing: Pairing, _ specification: Specification
  ) -> ConformanceRecord {
    let found = conformity(of: pairing, to: specification.system, limits: limits)
    return ConformanceRecord(
      version: pairing.name, spec: specification.path,
      constants: specification.system.constantValues,
      outcome: found.outcome, states: found.states, steps: found.steps,
      matchedRules: found.matchedRules.count, matchedLabels: found.matchedLabels.count,
      observedCells: found.observedCells, cells: found.cells,
      environment: pairing.environment, findings: found.findings,
      observations: found.divergence?.observations ?? [],
      counterexample: found.divergence.map {
        specification.explain($0.trace, role: .behaviour, isShortest: true)
      }, limit: found.limit)
  }

  private func specification(of pairing: Pairing) throws(Failure) -> Specification {
    let path = "\(specFolder)/\(pairing.spec)"
    do {
      return try Specification(at: path, options: LoadOptions(overrides: pairing.constants))
    } catch {
      let record = ErrorPrinter().record(of: error, path: path)
      throw Failure(record.exit, "\(pairing.name) cannot be checked without its spec")
    }
  }
}
