import Foundation
import Model
import Report

/// Collects what a run found and writes it once, to standard output or to a file.
struct ReportPrinter {
  private let options: OutputOptions
  private var record = RunRecord(version: Pinproof.version, specs: [])

  init(_ options: OutputOptions) { self.options = options }

  mutating func add(_ spec: SpecRecord) { record.specs.append(spec) }

  /// Makes sure, before any work is done, that the report can be written.
  func prepare() throws(Failure) {
    guard let path = options.output else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue, FileManager.default.isWritableFile(atPath: folder)
    else { throw Failure(.usage, "--output \(path): cannot write to the folder \(folder)") }
    guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      || !isFolder.boolValue
    else { throw Failure(.usage, "--output \(path): it is a folder") }
  }

  /// Writes the report and gives the exit code of the run.
  func finish() throws(Failure) -> Model.ExitCode {
    let shown = options.noTimes ? record.withoutTimes() : record
    let format = options.format.format(style: options.trace, palette: Palette(isOn: isColored))
    let text = format.text(of: shown)
    if let path = options.output {
      try AtomicFile.write(text.utf8, to: path)
    } else {
      // A reader that goes away early is no failure of the run.
      try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
    return record.exit
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
