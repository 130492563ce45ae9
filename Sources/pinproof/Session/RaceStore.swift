import Model
import Report
import Verification

/// Stores the shortest race of every claim that fails under all contracts: a page for each
/// specification, and the traces of its races in a folder beside it.
struct RaceStore {
  let folder: String

  /// Writes all races; the result says where each is: a page and an anchor.
  func store(_ tables: [DecidedTable]) throws(Failure) -> [ContractTable.Place: String] {
    let common = Paths.commonFolder(of: tables.map(\.table.spec))
    var links: [ContractTable.Place: String] = [:]
    for table in tables {
      let races = races(of: table)
      guard !races.isEmpty else { continue }
      let name = table.table.spec.dropFirst(common.count)
      let stem = "\(folder)/\(name.hasSuffix(".m") ? name.dropLast(2) : name)"
      try write(races, of: table.table.spec, to: stem)
      for race in races { links[race.place] = "\(stem).md#\(race.anchor)" }
    }
    return links
  }

  private struct Race {
    let place: ContractTable.Place
    let anchor: String
    let column: DecidedTable.Column
    let trace: Trace
    let counterexample: Counterexample
  }

  private func races(of decided: DecidedTable) -> [Race] {
    let table = decided.table
    var names = FileNames()
    return table.groups.flatMap { group in
      table.claims.compactMap { claim -> Race? in
        guard case .fails(_, let configuration) = table.cell(claim, in: group),
          let column = decided.columns.first(where: { $0.name == configuration }),
          let trace = column.findings.traces.first(where: { $0.claim == claim })?.trace,
          let counterexample = column.findings.record.counterexamples
            .first(where: { $0.claim == claim && $0.role == .violation })
        else { return nil }
        return Race(
          place: ContractTable.Place(spec: table.spec, group: group, claim: claim),
          anchor: names.free(FileNames.name(from: "\(group) \(claim)")), column: column,
          trace: trace, counterexample: counterexample)
      }
    }
  }

  private func write(_ races: [Race], of spec: String, to stem: String) throws(Failure) {
    try OutputFile.prepareFolder(stem, for: "--race-dir")
    var entries: [RacePage.Race] = []
    for race in races {
      let path = "\(stem)/\(race.anchor).itf.json"
      let specification: Specification
      do { specification = try Specification(at: spec, options: race.column.options) } catch {
        let record = ErrorPrinter().record(of: error, path: spec)
        throw Failure(record.exit, "\(spec) changed while its races were written")
      }
      let text = ITFWriter.text(of: race.trace, in: specification.system, spec: spec)
      try OutputFile.write(text.utf8, to: path)
      entries.append(
        RacePage.Race(
          anchor: race.anchor, group: race.place.group, claim: race.place.claim,
          configuration: race.column.name,
          constants: race.column.choices.map { "\($0.name)=\($0.value)" }, trace: path,
          counterexample: race.counterexample))
    }
    try OutputFile.write(RacePage(spec: spec, races: entries).text.utf8, to: stem + ".md")
  }
}
