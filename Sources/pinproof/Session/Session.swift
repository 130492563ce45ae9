import ArgumentParser
import Model
import Toolchain
import Verification

/// One run of a command: from options to a report and an exit code.
struct Session {
  let spec: SpecOptions
  let output: OutputOptions
  private let forAll: LoadOptions.ForAll
  private let limit: LimitOptions
  /// Where certificates go, if anywhere.
  private let certificates: String?
  /// Whether the explorer reduces by symmetry.
  private let symmetry: Bool
  /// How the explorer uses native code, if at all.
  private let native: NativeCompilation?
  private let storage: StateStorage

  init(
    spec: SpecOptions = .unset, forAll: LoadOptions.ForAll = .none,
    limit: LimitOptions = .unset, output: OutputOptions, certificates: String? = nil,
    symmetry: Bool = false,
    native: NativeCompilation? = nil, storage: StateStorage = .exact
  ) {
    self.spec = spec
    self.forAll = forAll
    self.limit = limit
    self.output = output
    self.certificates = certificates
    self.symmetry = symmetry
    self.native = native
    self.storage = storage
  }

  /// Decides the claims of specifications and reports.
  func verify(_ paths: [String], strategy: Strategy) async throws {
    var judge = try judge(strategy: strategy)
    let found = FileFinder().files(at: paths)
    try PropertyCheck(spec).requireMatches(in: found)
    judge.printer.isAboutMany = found.count > 1
    for found in found {
      switch found {
      case .emptyFolder(let path): try judge.printer.add(ErrorPrinter().record(ofEmpty: path))
      case .file(let path):
        for var options in spec.instances {
          options.forAll = forAll
          try await judge.decide(path, options)
        }
      }
    }
    try finish(judge.printer)
  }

  /// What decides specifications as the options say; the clock runs from here.
  func judge(strategy: Strategy) throws(Failure) -> Judge {
    let judge = Judge(
      strategy: strategy, selection: ClaimSelection(spec.property),
      limits: limit.limits(stopping: Interruption(timeout: limit.timeout)), output: output,
      certificates: certificates, symmetry: symmetry, native: native, storage: storage)
    try judge.prepare()
    return judge
  }

  /// Prints random behaviours.
  func simulate(_ path: String, seed: Seed, maxSteps: Int, traces: Int) throws {
    var printer = try preparedPrinter()
    for options in spec.instances {
      do {
        let specification = try Specification(at: path, options: options)
        try printer.add(
          behaviours(of: specification, seed: seed, maxSteps: maxSteps, traces: traces))
      } catch let failure as LoadFailure {
        try printer.add(ErrorPrinter().record(of: failure, path: path))
      }
    }
    try finish(printer)
  }

  private func behaviours(
    of specification: Specification, seed: Seed, maxSteps: Int, traces: Int
  ) -> SpecRecord {
    ErrorPrinter().print(specification.diagnostics, in: specification.source)
    var simulation = Simulation(specification.system, seed: seed.value)
    var record = SpecRecord(spec: specification.path, system: specification.system)
    record.notices.append("seed \(seed)")
    for _ in 0..<traces {
      guard let trace = simulation.behaviour(maxSteps: maxSteps) else {
        record.notices.append("no start state can be run")
        break
      }
      record.counterexamples.append(specification.explain(trace, role: .behaviour))
      record.exit = .weightiest(of: [record.exit, specification.exit(of: trace)])
    }
    return record
  }

  /// Re-executes stored traces.
  func replay(_ paths: [String], specification: String?) throws {
    var printer = try preparedPrinter()
    let suffix = ".itf.json"
    let found = FileFinder(suffix: suffix).files(at: paths)
    printer.isAboutMany = found.count > 1
    for found in found {
      switch found {
      case .emptyFolder(let path):
        try printer.add(ErrorPrinter().record(ofEmpty: path, suffix: suffix))
      case .file(let path): try printer.add(Replay(file: path, path: specification).record())
      }
    }
    try finish(printer)
  }

  private func preparedPrinter() throws(Failure) -> ReportPrinter {
    let printer = ReportPrinter(output)
    try printer.prepare()
    return printer
  }

  /// Writes the report and ends with its exit code.
  func finish(_ printer: ReportPrinter) throws {
    throw ArgumentParser.ExitCode(output.status(of: try printer.finish()))
  }
}
