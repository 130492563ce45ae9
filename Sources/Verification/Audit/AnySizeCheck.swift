import Model
internal import ProofChecker
import Prover

/// Poses the questions of an induction for any size again, by the encoding that shares nothing with
/// the prover's.
///
/// What a certificate assumes in an obligation is a hint about what suffices: to assume fewer claims
/// than all is not to prove more.
struct AnySizeCheck {
  /// Answers obligations, each within so many of the solver's own steps.
  typealias Solve = ([Certificate.Obligation], _ resources: UInt32) -> [CertificateCheck.Answer]

  /// How questions are posed, each way those that are still open.
  private static let ways: [Way] = [
    Way(assumesAll: false, detail: .some, resources: 3_000_000),
    Way(assumesAll: false, detail: .all, resources: 50_000_000),
    Way(assumesAll: true, detail: .all, resources: 50_000_000),
  ]

  private struct Way {
    let assumesAll: Bool
    let detail: SumFacts.Detail
    let resources: UInt32
  }

  private let induction: AnySizeInduction
  /// All that is shown to be inductive.
  private let claims: [ClaimIndex]
  /// Those of them that are no claims of the specification, but conjuncts that the certificate states
  /// besides.
  private let stated: [ClaimIndex]
  /// The claims that the obligations of the certificate assume, by their names.
  private let premises: [String: [ClaimIndex]]

  /// - Parameters:
  ///   - system: the one that the certificate is about, with invariants for what it states besides.
  ///   - names: the names of these.
  init(
    of certificate: Certificate, in system: TransitionSystem, stating names: [String]
  ) throws(Unsupported) {
    func indices(_ names: [String]) -> [ClaimIndex] {
      system.claims.indices.map(ClaimIndex.init).filter { names.contains(system[$0].name) }
    }
    let proved = indices(certificate.claims)
    stated = indices(names)
    claims = proved + stated
    var premises: [String: [ClaimIndex]] = [:]
    for obligation in certificate.obligations {
      guard let assumed = obligation.premises else { continue }
      premises[obligation.name] = assumed.filter(proved.indices.contains).map { proved[$0] }
    }
    self.premises = premises
    induction = try AnySizeInduction(of: claims, in: system)
  }

  /// How many questions are answered as the proof needs it, and how many are not. Throws when a solver
  /// could not be asked.
  func count(asking solve: Solve) throws(CertificateRefusal) -> (decided: Int, open: Int) {
    var open = induction.questions
    for way in Self.ways where !open.isEmpty {
      let answers = solve(
        open.map { induction.obligation(for: $0, assuming: premises(for: $0, way), way.detail) },
        way.resources)
      for (question, answer) in zip(open, answers) {
        guard case .failed = answer else { continue }
        throw .independent(obligation: induction.name(of: question), answer)
      }
      open = zip(open, answers).filter { $0.1 != .unsat }.map(\.0)
    }
    return (induction.questions.count - open.count, open.count)
  }

  private func premises(for question: AnySizeInduction.Question, _ way: Way) -> [ClaimIndex] {
    if way.assumesAll { return claims }
    // The prover takes it for granted that what has a value keeps it.
    if stated.contains(question.claim) { return stated }
    let hint = premises["preservation: \(induction.name(of: question))"]
    let itself = [question.claim, question.evaluating].compactMap { $0 }
    return (hint ?? itself.filter(claims.contains)) + stated
  }
}
