package import Model

/// What holds under which configuration, as Markdown.
package struct ContractTableText: Sendable {
  /// Where the races of cells that say FAILS are, seen from the Markdown file.
  private let races: [ContractTable.Place: String]
  /// Where certificates are, seen from there.
  private let certificates: [String: String]

  /// The keys of `certificates` are the paths that proofs have.
  package init(
    races: [ContractTable.Place: String] = [:], certificates: [String: String] = [:]
  ) {
    self.races = races
    self.certificates = certificates
  }

  /// The tables of one specification, with a heading: the weakest contracts, where configurations
  /// are contracts, and then every configuration.
  package func text(of table: ContractTable) -> String {
    var parts = ["### `\(table.spec)`"]
    parts += table.proofs.filter { $0.raceFrom == nil }.map(words) + races(of: table)
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
          let cell = table.cell(claim, in: group)
          guard case .holds(let contracts, _) = cell,
            let proof = table.proof(of: claim, under: contracts, in: group)
          else { return words(for: cell, race: race) }
          return "\(contracts.joined(separator: ", or ")) (\(link(proof)))"
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
      [escaped(claim)]
        + table.columns.map { column in
          table.proof(of: claim, in: column).map(link)
            ?? words(for: column.verdict(of: claim))
            + (table.race(of: claim, in: column).map { " \(link($0))" } ?? "")
        }
    }
    return markdown(header: ["claim"] + table.columns.indices.map { "(\($0 + 1))" }, rows)
  }

  private func words(for claim: ClaimRecord?) -> String {
    switch claim?.verdict {
    case .proved: "proved"
    case .exhausted, .met: "holds"
    case .assumed: "assumed"
    case .violated: "**\(steps(claim?.depth ?? 0))**"
    case .vacuous: "vacuous"
    case .bounded, .unknown: "?"
    case nil: ""
    }
  }

  private func steps(_ depth: Int) -> String { Numbers.counted(depth, "step") }

  // MARK: Any size

  /// A link to what proves that a claim holds for any size, or is violated at every size.
  private func link(_ proof: ContractTable.SizeProof) -> String {
    let words = proof.raceFrom == nil ? "any size" : "every size"
    return "[\(words)](\(certificates[proof.certificate] ?? proof.certificate))"
  }

  /// What is violated at every size, a line for each choice of the other constants.
  private func races(of table: ContractTable) -> [String] {
    let races = table.proofs.filter { $0.raceFrom != nil }
    let choices = races.map(choice).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return choices.map { choice in
      let claims = races.filter { self.choice(of: $0) == choice }.map { race in
        race.claims.map(escaped).joined()
          + " from \(VerdictText.text(of: race.raceFrom ?? [:])) up"
      }
      return "Violated at every size (\(choice)): \(claims.joined(separator: "; "))."
    }
  }

  /// What is proved, whether or not a configuration is an instance of it.
  private func words(_ proof: ContractTable.SizeProof) -> String {
    let claims = proof.claims.filter { !$0.starts(with: "lemma") }.map(escaped)
    return "Proved for \(link(proof)) (\(choice(of: proof))): "
      + claims.joined(separator: "; ") + "."
  }

  private func choice(of proof: ContractTable.SizeProof) -> String {
    let sizes = proof.forAll.map { "`\($0)`" }.joined(separator: " and ")
    let constants = VerdictText.text(of: proof.constants)
    return "any \(sizes)" + (constants.isEmpty ? "" : ", `\(constants)`")
  }

  // MARK: Markdown

  private func markdown(header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
