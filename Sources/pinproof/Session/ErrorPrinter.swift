import Model
import SourceText
import Verification

/// Words for what keeps a specification from being decided; the record keeps the exit code.
struct ErrorPrinter {
  /// Prints a failure to load and gives the record of it.
  func record(of failure: LoadFailure, path: String) -> SpecRecord {
    switch failure {
    case .noSuchFile(let path):
      StandardError.line("error: no such file: \(path)")
      return SpecRecord(spec: path, exit: .noInput)
    case .unreadable(let path, let reason):
      StandardError.line("error: \(path) cannot be read: \(reason)")
      return SpecRecord(spec: path, exit: .noInput)
    case .noSuchColumns(let name, let choices):
      let list = choices.isEmpty ? "no ruleset has a named type" : choices.joined(separator: ", ")
      StandardError.line("error: --columns \(name): no ruleset ranges over it; choose from: \(list)")
      return SpecRecord(spec: path, exit: .usage)
    case .invalid(let source, let diagnostics):
      print(diagnostics, in: source)
      return SpecRecord(spec: path, diagnostics: diagnostics, exit: .invalidSpec)
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
    }
  }

  func print(_ diagnostics: [Diagnostic], in source: SourceFile) {
    for diagnostic in diagnostics { StandardError.line(diagnostic.rendered(in: source)) }
  }
}
