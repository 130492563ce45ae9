/// Which claims of a specification hold under which of its configurations.
///
/// The name of a configuration is `group: contract` where it is one of several contracts, and any
/// other text elsewhere. Within a group a configuration is stronger than another when none of its
/// constants is smaller: larger values promise more.
package struct ContractTable: Sendable, Hashable {
  /// One choice of constants and what was found under it.
  package struct Column: Sendable, Hashable {
    package let name: String
    /// Nil when it is not one of several contracts.
    package let group: String?
    /// The name without its group.
    package let contract: String
    package let constants: [String: Int64]
    /// All constants, those that the configuration does not choose included.
    package let instance: [String: Int64]
    package let claims: [ClaimRecord]

    /// Splits the name of a configuration at its colon. `constants` are those that it chooses,
    /// `instance` are all.
    package init(
      name: String, constants: [String: Int64], instance: [String: Int64] = [:],
      claims: [ClaimRecord]
    ) {
      let parts = name.split(separator: ":", maxSplits: 1)
      self.name = name
      group = parts.count == 2 ? String(parts[0]) : nil
      contract = String((parts.last ?? "").drop { $0 == " " })
      self.constants = constants
      self.instance = instance
      self.claims = claims
    }

    /// The answer to a claim.
    package func verdict(of claim: String) -> ClaimRecord? { claims.first { $0.name == claim } }

    func isStronger(than other: Column) -> Bool {
      self != other && constants.allSatisfy { $0.value >= other.constants[$0.key, default: .min] }
    }
  }

  /// What one group says of a claim.
  package enum Cell: Sendable, Hashable {
    /// It holds under these contracts and all stronger ones, and under no weaker one.
    case holds(contracts: [String], isProved: Bool)
    /// It fails even under the strongest contract: after so many steps, in the configuration of
    /// this name.
    case fails(depth: Int, configuration: String)
    /// It was not decided under this contract.
    case undecided(contract: String)
    /// It says nothing under any contract.
    case vacuous
  }

  /// A cell of a table of weakest contracts.
  package struct Place: Sendable, Hashable {
    package let spec: String
    package let group: String
    package let claim: String

    package init(spec: String, group: String, claim: String) {
      self.spec = spec
      self.group = group
      self.claim = claim
    }
  }

  /// A stored proof for every value of some constants: that claims hold, or that one is violated.
  package struct SizeProof: Sendable, Hashable {
    /// The constants that may have any value, in alphabetical order.
    package let forAll: [String]
    /// The values of all others.
    package let constants: [String: Int64]
    package let claims: [String]
    /// The values from which on there is a race; nil when the claims hold.
    package let raceFrom: [String: Int64]?
    /// The file of its certificate.
    package let certificate: String

    package init(
      forAll: [String], constants: [String: Int64], claims: [String],
      raceFrom: [String: Int64]? = nil, certificate: String
    ) {
      self.raceFrom = raceFrom
      self.forAll = forAll.sorted()
      self.constants = constants
      self.claims = claims
      self.certificate = certificate
    }

    fileprivate func covers(_ instance: [String: Int64]) -> Bool {
      constants == instance.filter { !forAll.contains($0.key) }
    }
  }

  package let spec: String
  package let columns: [Column]
  /// Of this specification as it stands, each confirmed by a solver.
  package let proofs: [SizeProof]

  package init(spec: String, columns: [Column], proofs: [SizeProof] = []) {
    self.spec = spec
    self.columns = columns
    self.proofs = proofs
  }

  /// The proof that a claim, which holds in a configuration, holds there for any size.
  package func proof(of claim: String, in column: Column) -> SizeProof? {
    guard column.holds(claim) else { return nil }
    return proof(about: claim, in: column) { $0.raceFrom == nil }
  }

  /// The proof that a claim, which is violated in a configuration, is so at every size.
  package func race(of claim: String, in column: Column) -> SizeProof? {
    guard column.verdict(of: claim)?.verdict == .violated else { return nil }
    return proof(about: claim, in: column) { $0.raceFrom != nil }
  }

  private func proof(
    about claim: String, in column: Column, where isWanted: (SizeProof) -> Bool
  ) -> SizeProof? {
    proofs.first { isWanted($0) && $0.claims.contains(claim) && $0.covers(column.instance) }
  }

  /// The proof that a claim holds for any size under each of these contracts of a group.
  package func proof(of claim: String, under contracts: [String], in group: String) -> SizeProof? {
    let found = columns.filter { $0.group == group && contracts.contains($0.contract) }
      .map { proof(of: claim, in: $0) }
    return found.contains(nil) ? nil : found.first ?? nil
  }

  /// The groups in order of first appearance.
  package var groups: [String] {
    columns.compactMap(\.group).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The names of the claims in the order of the specification, without those that begin with
  /// `lemma:`, which only help a proof.
  package var claims: [String] {
    columns.flatMap { $0.claims.map(\.name) }.reduce(into: []) {
      if !$0.contains($1), !$1.starts(with: "lemma:") { $0.append($1) }
    }
  }

  /// The weakest contracts under which a claim holds in a group. Contracts under which it says
  /// nothing have no say.
  package func cell(_ claim: String, in group: String) -> Cell {
    let columns = columns.filter {
      $0.group == group && $0.verdict(of: claim).map { $0.verdict != .vacuous } == true
    }
    if columns.isEmpty { return .vacuous }
    if let open = columns.first(where: { $0.verdict(of: claim)?.isDecided == false }) {
      return .undecided(contract: open.contract)
    }
    let holding = columns.filter { column in
      column.holds(claim)
        && columns.allSatisfy { !$0.isStronger(than: column) || $0.holds(claim) }
    }
    let weakest = holding.filter { column in
      !holding.contains { $0 != column && column.isStronger(than: $0) }
    }
    guard weakest.isEmpty else {
      return .holds(
        contracts: weakest.map(\.contract),
        isProved: weakest.allSatisfy { $0.verdict(of: claim)?.verdict == .proved })
    }
    let strongest = columns.filter { column in !columns.contains { $0.isStronger(than: column) } }
    let races = strongest.map { (depth: $0.verdict(of: claim)?.depth ?? 0, name: $0.name) }
    let shortest = races.min { $0.depth < $1.depth } ?? (0, columns[0].name)
    return .fails(depth: shortest.depth, configuration: shortest.name)
  }
}

extension ContractTable.Column {
  fileprivate func holds(_ claim: String) -> Bool {
    switch verdict(of: claim)?.verdict {
    case .proved, .exhausted: true
    default: false
    }
  }
}

extension ClaimRecord {
  fileprivate var isDecided: Bool { ![.unknown, .bounded].contains(verdict) }
}
