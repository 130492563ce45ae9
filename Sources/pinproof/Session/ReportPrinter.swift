import Foundation
import Model
import Report
import Verification

/// Collects what a run found and writes it, to standard output or in one go to a file.
///
/// What people read on a terminal is written specification by specification.
struct ReportPrinter {
  /// Whether the report is about many specifications, so that it is short on each.
  var isAboutMany = false
  private let options: OutputOptions
  private var record = RunRecord(version: Pinproof.version, specs: [])

  init(_ options: OutputOptions) { self.options = options }

  /// Makes sure, before any work is done, that the report can be written.
  func prepare() throws(Failure) {
    if let path = options.output { try OutputFile.prepare(path, for: "--output") }
  }

  mutating func add(_ spec: SpecRecord) throws(Failure) {
    record.specs.append(spec)
    guard let format = streamed else { return }
    try print(format.text(of: options.noTimes ? spec.withoutTimes() : spec))
  }

  /// Writes what proofs say, where people read along.
  func explain(_ findings: Findings) throws(Failure) {
    guard streamed is TextReport else { return }
    for certificate in findings.certificates {
      let text = ProofText(of: certificate, leavingOut: findings.dependentConstants)
      try print(text.summary.map { $0 + "\n" }.joined() + "\n")
    }
  }

  /// Writes what is still to be written and gives the exit code of the run.
  func finish() throws(Failure) -> Model.ExitCode {
    if let format = streamed {
      try print(format.summary(of: record))
    } else {
      let text = format.text(of: options.noTimes ? record.withoutTimes() : record)
      if let path = options.output {
        try OutputFile.write(text.utf8, to: path)
      } else {
        try print(text)
      }
    }
    return record.exit
  }

  /// Why the run is not one that decided everything; nil when it is.
  var obstacle: String? {
    if let spec = record.specs.first(where: { $0.exit.rawValue >= ExitCode.usage.rawValue }) {
      return "\(spec.spec) could not be decided"
    }
    let ended = record.specs.first { $0.exploration?.limit != nil }
    return ended.map { "a limit ended the exploration of \($0.spec)" }
  }

  private var format: any ReportFormat {
    options.format.format(
      style: options.trace, palette: Palette(isOn: isColored),
      evidence: options.counterexamples ?? (isAboutMany ? .longest : .all))
  }

  /// The format, when each specification is to be shown as soon as it is decided.
  private var streamed: (any StreamedReportFormat)? {
    options.output == nil ? format as? any StreamedReportFormat : nil
  }

  private func print(_ text: String) throws(Failure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch  where Self.isBrokenPipe(error) {
      // A reader that goes away early is no failure of the run.
    } catch {
      throw Failure(.usage, "cannot write to standard output: \(error.systemReason)")
    }
  }

  private static func isBrokenPipe(_ error: any Error) -> Bool {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain && cause.code == Int(EPIPE)
  }

  private var isColored: Bool {
    switch options.color {
    case .always: return options.output == nil
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      return options.output == nil && !isPlain && environment["TERM"] != "dumb"
        && isatty(STDOUT_FILENO) == 1
    }
  }
}
