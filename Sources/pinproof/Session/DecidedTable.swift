import Model
import Verification

/// A table of weakest contracts with the evidence for each of its columns.
struct DecidedTable {
  /// A configuration and what was found in it.
  struct Column {
    let name: String
    let choices: [(name: String, value: String)]
    let options: LoadOptions
    let findings: Findings

    init(
      _ configuration: Specification.Configuration, _ options: LoadOptions, _ findings: Findings
    ) {
      name = configuration.name
      choices = configuration.choices
      self.options = options
      self.findings = findings
    }
  }

  let columns: [Column]
  let table: ContractTable

  init(spec: String, columns: [Column], proofs: [ContractTable.SizeProof]) {
    self.columns = columns
    table = ContractTable(
      spec: spec,
      columns: columns.map { column in
        let names = Set(column.choices.map(\.name))
        let record = column.findings.record
        return ContractTable.Column(
          name: column.name, constants: record.constants.filter { names.contains($0.key) },
          instance: record.constants, claims: record.claims)
      }, proofs: proofs)
  }
}
