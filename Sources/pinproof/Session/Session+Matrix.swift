import Model
import Report
import Verification

/// Where tables of weakest contracts go.
struct MatrixOutput {
  /// A Markdown file with markers.
  let page: String
  /// The folder for races, if they are wanted.
  let races: String?
  /// The JSON file, if it is wanted.
  let json: String?
  /// The folder of stored proofs, if they are to be cited.
  let proofs: String?
}

extension Session {
  /// Decides every configuration that specifications list, and writes the tables of weakest
  /// contracts into a Markdown file, unless something kept them from being decided.
  func tabulate(_ paths: [String], into output: MatrixOutput, strategy: Strategy) async throws {
    let document = try prepare(output)
    var judge = try judge(strategy: strategy)
    var tables: [DecidedTable] = []
    let proofs = try output.proofs.map(SizeProofs.init)
    for found in FileFinder().files(at: paths) {
      switch found {
      case .emptyFolder(let path): try judge.printer.add(ErrorPrinter().record(ofEmpty: path))
      case .file(let path):
        let table = try await self.table(of: path, proofs, &judge)
        if !table.columns.isEmpty { tables.append(table) }
      }
    }
    if let obstacle = judge.printer.obstacle {
      StandardError.line("error: \(output.page) is left as it was: \(obstacle)")
    } else {
      try write(tables, to: output, replacingIn: document)
    }
    try finish(judge.printer)
  }

  /// The text of a file that has the markers; makes sure that everything can be written.
  private func prepare(_ output: MatrixOutput) throws(Failure) -> String {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(at: output.page) } catch { throw Failure(error) }
    try OutputFile.prepare(output.page, for: "--matrix")
    if let races = output.races { try OutputFile.prepareFolder(races, for: "--race-dir") }
    if let json = output.json { try OutputFile.prepare(json, for: "--matrix-json") }
    let text = String(decoding: bytes, as: UTF8.self)
    guard ContractTableText().replace(in: text, with: []) != nil else {
      throw Failure(
        .usage,
        "\(output.page) has no lines \(ContractTableText.begin) and, after it, "
          + ContractTableText.end)
    }
    return text
  }

  private func write(
    _ tables: [DecidedTable], to output: MatrixOutput, replacingIn document: String
  ) throws(Failure) {
    var races: [ContractTable.Place: String] = [:]
    if let folder = output.races { races = try RaceStore(folder: folder).store(tables) }
    let links = races.mapValues { Paths.relative($0, toFolderOf: output.page) }
    let certificates = Set(tables.flatMap(\.table.proofs).map(\.certificate)).map {
      ($0, Paths.relative($0, toFolderOf: output.page))
    }
    let text = ContractTableText(
      races: links, certificates: Dictionary(certificates, uniquingKeysWith: { $1 })
    ).replace(in: document, with: tables.map(\.table))
    if let text { try OutputFile.write(text.utf8, to: output.page) }
    if let json = output.json {
      let matrix = ContractMatrix(tables.map(\.table), races: races)
      try OutputFile.write(JSONReport.text(of: matrix).utf8, to: json)
    }
  }

  private func table(
    of path: String, _ proofs: SizeProofs?, _ judge: inout Judge
  ) async throws -> DecidedTable {
    var columns: [DecidedTable.Column] = []
    for base in spec.instances {
      let specification: Specification
      do { specification = try Specification(at: path, options: base) } catch {
        try judge.printer.add(ErrorPrinter().record(of: error, path: path))
        continue
      }
      for configuration in specification.configurations {
        var options = base
        options.overrides += configuration.choices
        let findings = try await judge.decide(path, options)
        columns.append(DecidedTable.Column(configuration, options, findings))
      }
    }
    return DecidedTable(
      spec: path, columns: columns, proofs: columns.isEmpty ? [] : try proofs?.of(path) ?? [])
  }
}
