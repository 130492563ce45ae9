import Model
import SourceText
import Verification

/// Words for what keeps a specification from being decided; the record keeps the exit code.
struct ErrorPrinter {
  /// The greatest number of diagnostics that are shown of a specification: a file that is no
  /// specification has one for each of its bytes.
  private static let limit = 20

  /// Prints a failure to load and gives the record of it.
  func record(of failure: LoadFailure, path: String) -> SpecRecord {
    switch failure {
    case .file(let failure): return record(of: Failure(failure), path: path)
    case .noSuchColumns(let name, let choices):
      let words =
        choices.isEmpty
        ? "no ruleset ranges over it, or over any type with a name"
        : "no ruleset ranges over it; choose from: \(choices.joined(separator: ", "))"
      return record(of: Failure(.usage, "--columns \(name): \(words)"), path: path)
    case .invalid(let source, let diagnostics):
      let shown = Array(diagnostics.prefix(Self.limit))
      print(shown, in: source)
      let record = SpecRecord(spec: path, diagnostics: shown, exit: .invalidSpec)
      guard shown.count < diagnostics.count else { return record }
      let rest = "\(diagnostics.count - shown.count) more errors and warnings are not shown"
      StandardError.line("\(path): \(rest)")
      return record.noting(rest)
    }
  }

  /// Prints a failure of our own and gives the record of it.
  func record(of failure: EngineFailure, path: String) -> SpecRecord {
    switch failure {
    case .disagreement(let words):
      StandardError.line("internal error: \(path): \(words)")
      StandardError.line("This is a bug in pinproof; no verdict of this run can be trusted.")
      return SpecRecord(spec: path, notices: [words], exit: .internalError)
    case .unsupported(let features):
      for feature in features {
        let place = feature.range.map { "\($0): " } ?? ""
        StandardError.line("error: \(place)\(feature.description)")
      }
      return SpecRecord(spec: path, notices: features.map(\.description), exit: .unknown)
    case .option(let option, let features):
      for feature in features {
        let place = feature.range.map { "\($0): " } ?? ""
        StandardError.line("error: \(path): \(option): \(place)\(feature.description)")
      }
      return SpecRecord(
        spec: path, notices: features.map { "\(option): \($0.description)" }, exit: .usage)
    }
  }

  /// Prints that a folder has no files of a kind and gives the record of it.
  func record(ofEmpty folder: String, suffix: String = ".m") -> SpecRecord {
    record(of: Failure(.noInput, "no *\(suffix) files in \(folder)"), path: folder)
  }

  private func record(of failure: Failure, path: String) -> SpecRecord {
    StandardError.line("error: \(failure.message)")
    return SpecRecord(spec: path, notices: [failure.message], exit: failure.code)
  }

  func print(_ diagnostics: [Diagnostic], in source: SourceFile) {
    for diagnostic in diagnostics {
      // What stands nowhere in the text still belongs to a file.
      let place = diagnostic.range.isNone ? "\(source.name): " : ""
      StandardError.line(place + diagnostic.rendered(in: source))
    }
  }
}
