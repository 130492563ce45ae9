import Model
import Report
import Verification

extension Session {
  /// Decides every configuration that specifications list, and writes the tables of weakest
  /// contracts into a Markdown file, unless something kept them from being decided.
  func tabulate(_ paths: [String], into file: String, strategy: Strategy) async throws {
    let document = try self.document(at: file)
    var judge = try judge(strategy: strategy)
    var tables: [ContractTable] = []
    for found in SpecFinder().specs(at: paths) {
      switch found {
      case .emptyFolder(let path): try judge.printer.add(ErrorPrinter().record(ofEmpty: path))
      case .spec(let path):
        let table = try await self.table(of: path, &judge)
        if !table.columns.isEmpty { tables.append(table) }
      }
    }
    if let obstacle = judge.printer.obstacle {
      StandardError.line("error: \(file) is left as it was: \(obstacle)")
    } else if let changed = ContractTableText().replace(in: document, with: tables) {
      try OutputFile.write(changed.utf8, to: file)
    }
    try finish(judge.printer)
  }

  /// The text of a file that has the markers.
  private func document(at file: String) throws(Failure) -> String {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(at: file) } catch { throw Failure(error) }
    try OutputFile.prepare(file, for: "--matrix")
    let text = String(decoding: bytes, as: UTF8.self)
    guard ContractTableText().replace(in: text, with: []) != nil else {
      throw Failure(
        .usage,
        "\(file) has no lines \(ContractTableText.begin) and, after it, \(ContractTableText.end)")
    }
    return text
  }

  private func table(of path: String, _ judge: inout Judge) async throws -> ContractTable {
    var columns: [ContractTable.Column] = []
    for base in spec.instances {
      let specification: Specification
      do { specification = try Specification(at: path, options: base) } catch {
        try judge.printer.add(ErrorPrinter().record(of: error, path: path))
        continue
      }
      for configuration in specification.configurations {
        var options = base
        options.overrides += configuration.choices
        let record = try await judge.decide(path, options)
        let names = Set(configuration.choices.map(\.name))
        columns.append(
          ContractTable.Column(
            name: configuration.name, constants: record.constants.filter { names.contains($0.key) },
            claims: record.claims))
      }
    }
    return ContractTable(spec: path, columns: columns)
  }
}
