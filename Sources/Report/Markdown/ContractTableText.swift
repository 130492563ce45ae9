package import Model

/// What holds under which configuration, as Markdown.
package struct ContractTableText: Sendable {
  /// Where the races of cells that say FAILS are, seen from the Markdown file.
  private let races: [ContractTable.Place: String]

  package init(races: [ContractTable.Place: String] = [:]) { self.races = races }

  /// The tables of one specification, with a heading: the weakest contracts, where configurations
  /// are contracts, and then every configuration.
  package func text(of table: ContractTable) -> String {
    var parts = ["### `\(table.spec)`"]
    if !table.groups.isEmpty { parts.append(weakestContracts(of: table)) }
    parts.append(legend(of: table))
    parts.append(everything(in: table))
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// A Markdown text with what stands between two markers replaced; nil when it has no markers.
  package func replace(in document: String, with tables: [ContractTable]) -> String? {
    guard let begin = document.firstRange(of: Self.begin),
      let end = document.firstRange(of: Self.end), begin.upperBound <= end.lowerBound
    else { return nil }
    let body = tables.map(text(of:)).joined(separator: "\n")
    return document[..<begin.upperBound] + "\n\n" + body + "\n" + document[end.lowerBound...]
  }

  /// The marker before the tables.
  package static let begin = "<!-- matrix:begin -->"
  /// The marker after the tables.
  package static let end = "<!-- matrix:end -->"

  // MARK: Weakest contracts

  private func weakestContracts(of table: ContractTable) -> String {
    let rows = table.claims.map { claim in
      [escaped(claim)]
        + table.groups.map { group in
          let race = races[ContractTable.Place(spec: table.spec, group: group, claim: claim)]
          return words(for: table.cell(claim, in: group), race: race)
        }
    }
    return markdown(header: ["weakest contract for"] + table.groups, rows)
  }

  private func words(for cell: ContractTable.Cell, race: String?) -> String {
    switch cell {
    case .holds(let contracts, let isProved):
      contracts.joined(separator: ", or ") + (isProved ? " (proved)" : "")
    case .fails(let depth, _):
      "**FAILS**, " + (race.map { "[\(steps(depth))](\($0))" } ?? steps(depth))
    case .undecided(let contract): "undecided under \(contract)"
    case .vacuous: "n/a"
    }
  }

  // MARK: Every configuration

  private func legend(of table: ContractTable) -> String {
    table.columns.enumerated().map { number, column in
      let constants = column.constants.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "\(number + 1). \(column.name): `\(constants.joined(separator: " "))`"
    }.joined(separator: "\n")
  }

  private func everything(in table: ContractTable) -> String {
    let rows = table.claims.map { claim in
      [escaped(claim)] + table.columns.map { words(for: $0.verdict(of: claim)) }
    }
    return markdown(header: ["claim"] + table.columns.indices.map { "(\($0 + 1))" }, rows)
  }

  private func words(for claim: ClaimRecord?) -> String {
    switch claim?.verdict {
    case .proved: "proved"
    case .exhausted: "holds"
    case .violated: "**\(steps(claim?.depth ?? 0))**"
    case .vacuous: "vacuous"
    case .bounded, .unknown: "?"
    case nil: ""
    }
  }

  private func steps(_ depth: Int) -> String { Numbers.counted(depth, "step") }

  // MARK: Markdown

  private func markdown(header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
