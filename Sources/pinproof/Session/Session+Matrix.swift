import Foundation
import Model
import Report
import Verification

extension Session {
  /// Decides every configuration that specifications list, and writes the tables of weakest
  /// contracts into a Markdown file.
  func tabulate(_ paths: [String], into file: String, strategy: Strategy) async throws {
    guard let document = FileManager.default.contents(atPath: file) else {
      throw Failure(.noInput, "no such file: \(file)")
    }
    var printer = ReportPrinter(output)
    try printer.prepare()
    var tables: [ContractTable] = []
    for path in try find(paths) {
      let table = try await self.table(of: path, strategy: strategy, &printer)
      if !table.columns.isEmpty { tables.append(table) }
    }
    let text = String(decoding: document, as: UTF8.self)
    guard let changed = ContractTableText().replace(in: text, with: tables) else {
      throw Failure(
        .usage, "\(file) has no lines \(ContractTableText.begin) and \(ContractTableText.end)")
    }
    try AtomicFile.write(changed.utf8, to: file)
    try finish(printer)
  }

  private func table(of path: String, strategy: Strategy, _ printer: inout ReportPrinter)
    async throws -> ContractTable
  {
    var columns: [ContractTable.Column] = []
    for base in spec.instances {
      let specification: Specification
      do { specification = try Specification(at: path, options: base) } catch {
        printer.add(ErrorPrinter().record(of: error, path: path))
        continue
      }
      for configuration in specification.configurations {
        var options = base
        options.overrides += configuration.choices
        let record = try await decide(path, options, strategy)
        printer.add(record)
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
