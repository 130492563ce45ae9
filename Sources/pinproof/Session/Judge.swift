import Model
import Toolchain
import Verification

/// Decides specifications one after the other, reports each and stores its evidence.
struct Judge {
  private let strategy: Strategy
  private let selection: ClaimSelection
  private let limits: Limits
  private let output: OutputOptions
  private let symmetry: Bool
  private let native: NativeCompilation?
  private let storage: StateStorage
  private(set) var evidence: EvidenceStore
  var printer: ReportPrinter

  init(
    strategy: Strategy, selection: ClaimSelection, limits: Limits, output: OutputOptions,
    certificates: String?, symmetry: Bool, native: NativeCompilation?, storage: StateStorage
  ) {
    self.strategy = strategy
    self.selection = selection
    self.limits = limits
    self.output = output
    self.symmetry = symmetry
    self.native = native
    self.storage = storage
    evidence = EvidenceStore(traces: output.traceDir, certificates: certificates)
    printer = ReportPrinter(output)
  }

  /// Makes sure, before any work is done, that all that is found can be written.
  func prepare() throws(Failure) {
    try printer.prepare()
    try evidence.prepare()
  }

  /// Decides one instance of one specification and reports it.
  @discardableResult
  mutating func decide(_ path: String, _ options: LoadOptions) async throws(Failure) -> Findings {
    let findings: Findings
    do {
      let specification = try Specification(at: path, options: options)
      findings = try await self.findings(on: specification)
    } catch let failure as LoadFailure {
      findings = Findings(ErrorPrinter().record(of: failure, path: path))
    } catch let failure as EngineFailure {
      findings = Findings(ErrorPrinter().record(of: failure, path: path))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.internalError, "\(path): \(error)")
    }
    try printer.add(findings.record)
    if case .prove = strategy { try printer.explain(findings) }
    return findings
  }

  private mutating func findings(on specification: Specification) async throws -> Findings {
    ErrorPrinter().print(specification.diagnostics, in: specification.source)
    guard !selection.claims(of: specification.system).isEmpty else {
      return Findings(
        SpecRecord(spec: specification.path, system: specification.system)
          .noting("no claim of it matches --property"))
    }
    let progress = Progress(output.progress, title: specification.path)
    defer { progress.finish() }
    var findings = try await Verifier(
      specification, strategy: strategy, selection: selection, limits: limits,
      policy: ExitPolicy(vacuity: output.vacuity), symmetry: symmetry,
      native: native, storage: storage
    ).run(onEvent: progress.show)
    findings.record = try evidence.store(findings, of: specification)
    return findings
  }
}

extension Findings {
  /// A record without evidence.
  fileprivate init(_ record: SpecRecord) {
    self.init(record: record, traces: [], certificates: [])
  }
}

extension SpecRecord {
  /// The record with one more notice.
  func noting(_ notice: String) -> SpecRecord {
    var record = self
    record.notices.append(notice)
    return record
  }
}
