package import Model

/// A table of weakest contracts in Markdown.
package struct ContractTableText: Sendable {
  package init() {}

  /// The table of one specification, with a heading.
  package func text(of table: ContractTable) -> String {
    let groups = table.groups
    let header = ["claim"] + groups.map { $0.isEmpty ? "holds under" : $0 }
    var lines = ["### `\(table.spec)`", "", row(header), row(header.map { _ in "---" })]
    for claim in table.claims {
      lines.append(row([escaped(claim)] + groups.map { words(for: table.cell(claim, in: $0)) }))
    }
    return lines.joined(separator: "\n") + "\n"
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

  private func words(for cell: ContractTable.Cell) -> String {
    switch cell {
    case .holds(let contracts, let isProved):
      contracts.joined(separator: ", or ") + (isProved ? " (proved)" : "")
    case .fails(let depth): "**FAILS**, race of \(depth) steps"
    case .undecided(let contract): "undecided under \(contract)"
    }
  }

  private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  private func escaped(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
