package import Model

/// Tables of weakest contracts in the schema `pinproof-matrix/1`.
package struct ContractMatrix: Sendable, Hashable, Encodable {
  /// The name and version of the encoded form.
  package static let schema = "pinproof-matrix/1"

  private var schema = Self.schema
  private var specs: [Spec]

  /// The races of cells that fail, where they are stored.
  package init(_ tables: [ContractTable], races: [ContractTable.Place: String]) {
    specs = tables.map { Spec($0, races: races) }
  }

  private struct Spec: Hashable, Encodable {
    var spec: String
    var weakestContracts: [Group]
    var configurations: [Configuration]
    var proofs: [Proof]?

    init(_ table: ContractTable, races: [ContractTable.Place: String]) {
      spec = table.spec
      weakestContracts = table.groups.map { Group($0, of: table, races: races) }
      configurations = table.columns.map(Configuration.init)
      proofs = table.proofs.isEmpty ? nil : table.proofs.map(Proof.init)
    }
  }

  /// What is proved for every value of some constants, or violated from some values on.
  private struct Proof: Hashable, Encodable {
    var forAll: [String]
    var constants: [String: Int64]
    var claims: [String]
    /// Left out when the claims hold.
    var raceFrom: [String: Int64]?
    var certificate: String

    init(_ proof: ContractTable.SizeProof) {
      forAll = proof.forAll
      constants = proof.constants
      claims = proof.claims
      raceFrom = proof.raceFrom
      certificate = proof.certificate
    }
  }

  private struct Group: Hashable, Encodable {
    var group: String
    var claims: [Answer]

    init(_ group: String, of table: ContractTable, races: [ContractTable.Place: String]) {
      self.group = group
      claims = table.claims.map { claim in
        let place = ContractTable.Place(spec: table.spec, group: group, claim: claim)
        return Answer(claim, table.cell(claim, in: group), race: races[place])
      }
    }
  }

  /// A cell. What its answer has no use for is left out.
  private struct Answer: Hashable, Encodable {
    var claim: String
    /// holds, fails, undecided or vacuous.
    var answer: String
    var contracts: [String]?
    var proved: Bool?
    var configuration: String?
    var steps: Int?
    var race: String?

    init(_ claim: String, _ cell: ContractTable.Cell, race: String?) {
      self.claim = claim
      switch cell {
      case .holds(let contracts, let isProved):
        answer = "holds"
        self.contracts = contracts
        proved = isProved
      case .fails(let depth, let configuration):
        answer = "fails"
        self.configuration = configuration
        steps = depth
        self.race = race
      case .undecided(let contract):
        answer = "undecided"
        contracts = [contract]
      case .vacuous: answer = "vacuous"
      }
    }
  }

  /// A configuration and its claims by verdict; verdicts without claims are left out.
  private struct Configuration: Hashable, Encodable {
    var configuration: String
    var constants: [String: Int64]
    /// The claims that are, and the lengths of their shortest races.
    var violated: [String: Int]?
    var holds: [String]?
    var proved: [String]?
    var vacuous: [String]?
    var undecided: [String]?

    init(_ column: ContractTable.Column) {
      configuration = column.name
      constants = column.constants
      let races = column.claims.filter { $0.verdict == .violated }
        .map { ($0.name, $0.depth ?? 0) }
      violated = races.isEmpty ? nil : Dictionary(races, uniquingKeysWith: min)
      holds = column.names(.exhausted, .met)
      proved = column.names(.proved)
      vacuous = column.names(.vacuous)
      undecided = column.names(.bounded, .unknown)
    }
  }
}

extension ContractTable.Column {
  /// The claims with one of these verdicts; nil when there are none.
  fileprivate func names(_ verdicts: VerdictWord...) -> [String]? {
    let names = claims.filter { verdicts.contains($0.verdict) }.map(\.name)
    return names.isEmpty ? nil : names
  }
}
