/// What a finished proof says, in an order in which it can be read: each conjunct of the invariant
/// after those that it rests on, as far as they do not rest on each other.
package struct ProofOutline: Sendable, Hashable {
  /// What a step has to do with a conjunct.
  package struct Role: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// That the step keeps it had to be shown: the step changes something that it speaks of.
    package static let keeps = Role(rawValue: 1)
    /// It is assumed when it is shown that the step keeps something else, or keeps the whole
    /// invariant.
    package static let needs = Role(rawValue: 2)
  }

  /// One part of the invariant.
  package struct Conjunct: Sendable, Hashable {
    package let name: String
    /// Whether it is a claim, and no lemma.
    package let isClaim: Bool
    /// In Murphi.
    package let text: String
    /// The rules that need it, in the order of the specification.
    package let neededBy: [String]
  }

  /// A start state or a rule, with its role for each conjunct.
  package struct Step: Sendable, Hashable {
    package let name: String
    package let roles: [Role]
  }

  /// In reading order.
  package let conjuncts: [Conjunct]
  /// In the order of the specification, those apart that change nothing of what is said.
  package let steps: [Step]
  /// What is stated besides: the parts of the state that always have a value.
  package let others: [String]
  /// Whether the obligations say what they need.
  package let knowsNeeds: Bool

  package init(of certificate: Certificate) {
    let names = certificate.conjuncts
    let order = Self.readingOrder(of: certificate)
    let table = RoleTable(of: certificate)
    conjuncts = order.map { index in
      Conjunct(
        name: names[index], isClaim: index < certificate.claims.count,
        text: certificate.invariant[index],
        neededBy: table.steps.filter { table[$0, index].contains(.needs) })
    }
    steps = table.steps.map { step in
      Step(name: step, roles: order.map { table[step, $0] })
    }
    others = Array(certificate.invariant.dropFirst(names.count))
    knowsNeeds = certificate.obligations.contains { $0.premises != nil }
  }

  /// The roles of steps that are found in obligations.
  private struct RoleTable {
    private(set) var steps: [String] = []
    private var roles: [String: [Int: Role]] = [:]

    init(of certificate: Certificate) {
      for obligation in certificate.obligations {
        guard let step = obligation.step else { continue }
        if roles[step] == nil { steps.append(step) }
        if let kept = obligation.keeps {
          roles[step, default: [:]][kept, default: []].insert(.keeps)
        }
        for premise in obligation.premises ?? [] where premise != obligation.keeps {
          roles[step, default: [:]][premise, default: []].insert(.needs)
        }
        if roles[step] == nil { roles[step] = [:] }
      }
    }

    subscript(step: String, conjunct: Int) -> Role { roles[step]?[conjunct] ?? [] }
  }

  /// Each time the first conjunct all of whose premises have been read, or else the one that lacks
  /// fewest.
  private static func readingOrder(of certificate: Certificate) -> [Int] {
    var open = Array(certificate.conjuncts.indices)
    var premises: [Set<Int>] = open.map { _ in [] }
    for obligation in certificate.obligations {
      guard let kept = obligation.keeps, open.indices.contains(kept) else { continue }
      let others = (obligation.premises ?? []).filter { $0 != kept && open.indices.contains($0) }
      premises[kept].formUnion(others)
    }
    var lacking = premises.map(\.count)
    var order: [Int] = []
    while let next = open.min(by: { (lacking[$0], $0) < (lacking[$1], $1) }) {
      order.append(next)
      open.removeAll { $0 == next }
      for index in open where premises[index].contains(next) { lacking[index] -= 1 }
    }
    return order
  }
}
