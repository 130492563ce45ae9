package import Model

/// The explanation of a finished proof, for people: at most 100 columns, and the same bytes for the
/// same proof.
package struct ProofText {
  private static let width = 100
  /// How much of a rule's name a row of the matrix shows.
  private static let nameWidth = 40
  private static let maximalRuleCount = 6
  /// How many conjuncts a summary shows.
  private static let maximalConjunctCount = 60

  private let certificate: Certificate
  private let outline: ProofOutline
  private let constants: [String: Int64]

  /// - Parameter dependent: constants to leave out, because they have another value for each value
  ///   of symbolic ones.
  package init(of certificate: Certificate, leavingOut dependent: Set<String> = []) {
    self.certificate = certificate
    constants = certificate.constants.filter { !dependent.contains($0.key) }
    outline = ProofOutline(of: certificate)
  }

  /// What was proved and the first conjuncts in reading order, each with the rules that need it.
  package var summary: [String] {
    certificate.race.map(heading) ?? heading + [""] + conjuncts(withText: false)
  }

  /// All that is known: the summary with every conjunct in Murphi, and the matrix.
  package var lines: [String] {
    certificate.race.map(heading) ?? heading + [""] + conjuncts(withText: true) + others + matrix
  }

  // MARK: Heading

  private var heading: [String] {
    let scope =
      certificate.forAll.isEmpty ? "" : " for all \(certificate.forAll.joined(separator: ", "))"
    let constants = VerdictText.text(of: constants)
    let depth = certificate.k == 1 ? "" : ", k = \(certificate.k)"
    let lemmas =
      certificate.lemmas.isEmpty ? "" : ", \(Numbers.counted(certificate.lemmas.count, "lemma"))"
    let title =
      "proof of \(Numbers.counted(certificate.claims.count, "claim"))\(scope) by induction "
      + "(\(certificate.method.rawValue)\(depth)), "
      + "\(Numbers.counted(certificate.obligations.count, "obligation"))\(lemmas)"
    return Self.wrapped(title, indent: 2)
      + (constants.isEmpty ? [] : Self.wrapped(constants, indent: 2))
  }

  private func heading(of race: Certificate.Race) -> [String] {
    let sizes = race.from.sorted { $0.key < $1.key }.map { "\($0) >= \($1)" }
    let claims = certificate.claims.map { "\"\($0)\"" }.joined(separator: ", ")
    return Self.wrapped(
      "violation of \(claims) for all \(sizes.joined(separator: ", ")) in "
        + "\(Numbers.counted(race.steps.count - 1, "step")), "
        + "\(Numbers.counted(certificate.obligations.count, "obligation"))",
      indent: 2)
  }

  // MARK: Conjuncts

  private func conjuncts(withText: Bool) -> [String] {
    let count = withText ? outline.conjuncts.count : Self.maximalConjunctCount
    let rest = outline.conjuncts.count - count
    return outline.conjuncts.prefix(count).enumerated().flatMap { position, conjunct in
      let number = Self.padded("\(position + 1)", to: 4)
      // A claim has a name that says something, a lemma has not.
      let text =
        (withText || !conjunct.isClaim) && conjunct.text != "true"
        ? Self.wrapped(conjunct.text, indent: 10) : []
      return Self.wrapped("\(number)  \(conjunct.name)", indent: 6, first: 0) + text
        + needs(of: conjunct)
    } + (rest > 0 ? ["      and \(rest) more: pinproof cert show"] : [])
  }

  private func needs(of conjunct: ProofOutline.Conjunct) -> [String] {
    guard outline.knowsNeeds else { return [] }
    let rules = conjunct.neededBy
    if rules.isEmpty { return [] }
    let rest = rules.count - Self.maximalRuleCount
    let shown = rules.prefix(rest > 1 ? Self.maximalRuleCount : rules.count).map(Self.withoutKind)
    return Self.wrapped(
      "needed by " + shown.joined(separator: ", ") + (rest > 1 ? " and \(rest) more" : ""),
      indent: 10, first: 6)
  }

  private var others: [String] {
    if outline.others.isEmpty { return [] }
    return ["", "  and, because start states and rules only ever give them values:"]
      + outline.others.flatMap { Self.wrapped($0, indent: 10, first: 6) }
  }

  // MARK: Matrix

  /// Rules against conjuncts, in as many blocks of columns as the width takes.
  private var matrix: [String] {
    let steps = outline.steps.filter { step in step.roles.contains { !$0.isEmpty } }
    if steps.isEmpty || !outline.knowsNeeds { return [] }
    let digits = String(outline.conjuncts.count).count
    let perBlock = (Self.width - Self.nameWidth - 2) / (digits + 1)
    var lines = ["", "  rule x conjunct: \(legend)"]
    func row(_ name: String, _ cells: [String]) -> String {
      MatrixRow.text(name, nameWidth: Self.nameWidth, cells, cellWidth: digits + 1)
    }
    for first in stride(from: 0, to: outline.conjuncts.count, by: perBlock) {
      let columns = first..<min(first + perBlock, outline.conjuncts.count)
      lines += ["", row("", columns.map { "\($0 + 1)" })]
      lines += steps.map { step in
        row(Self.withoutKind(step.name), columns.map { Self.sign(of: step.roles[$0]) })
      }
    }
    return lines
  }

  private var legend: String {
    certificate.obligations.contains { $0.keeps != nil }
      ? "n needed by the rule, k kept by it for a reason, b both" : "n needed by the rule"
  }

  private static func sign(of role: ProofOutline.Role) -> String {
    switch role {
    case [.keeps, .needs]: "b"
    case .keeps: "k"
    case .needs: "n"
    default: "."
    }
  }

  // MARK: Text

  /// `rule "kill"` is `kill`.
  private static func withoutKind(_ step: String) -> String {
    step.hasPrefix("rule \"") && step.hasSuffix("\"") ? String(step.dropFirst(6).dropLast()) : step
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Words in lines that are not too long; the first line begins further left where it says so.
  private static func wrapped(_ text: String, indent: Int, first: Int? = nil) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: first ?? indent)
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
