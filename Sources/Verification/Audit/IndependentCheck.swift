import Model
internal import ProofChecker
import Prover
import SourceText

/// Poses the questions of an induction again, from the specification and the stated invariant alone
/// and by an encoding that shares nothing with the prover's.
///
/// A race is not checked so: whoever has it replays it.
struct IndependentCheck {
  /// The values that each symbolic constant takes in the smallest instances, in all combinations.
  private static let sizes: [Int64] = [1, 2]

  private let certificate: Certificate
  private let specification: Specification

  init(of certificate: Certificate, for specification: Specification) {
    self.certificate = certificate
    self.specification = specification
  }

  // MARK: Obligations

  /// The obligations of a proof for one instance; that there is a behaviour, and the induction.
  func ofInstance() throws(CertificateRefusal) -> [Certificate.Obligation] {
    let check = try check(of: specification.system, with: [])
    return check.behaviour + check.induction
  }

  /// That there is a behaviour, of the instance that a proof for any size is about; a smaller one may
  /// have none.
  func behaviour() throws(CertificateRefusal) -> [Certificate.Obligation] {
    try obligations(for: ownSizes, \.behaviour)
  }

  /// The induction of a proof for any size, in its smallest instances.
  func ofSmallestInstances() throws(CertificateRefusal) -> [Certificate.Obligation] {
    var obligations: [Certificate.Obligation] = []
    for sizes in instances { obligations += try self.obligations(for: sizes, \.induction) }
    return obligations
  }

  /// The induction of a proof for any size, whatever positive numbers the symbolic constants are.
  func ofAnySize() throws(CertificateRefusal) -> AnySizeCheck {
    let (specification, stated) = try extended()
    do throws(Unsupported) {
      return try AnySizeCheck(of: certificate, in: specification.system, stating: stated)
    } catch {
      throw .notEncodable(error.description)
    }
  }

  /// Some of the obligations of an instance, under names that say which it is.
  private func obligations(
    for sizes: [(name: String, value: Int64)],
    _ part: KeyPath<InductionCheck, [Certificate.Obligation]>
  ) throws(CertificateRefusal) -> [Certificate.Obligation] {
    let (instance, stated) = try extended(sizes)
    let name = sizes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    return try check(of: instance.system, with: stated)[keyPath: part].map {
      $0.named("\(name): \($0.name)")
    }
  }

  /// The values that the symbolic constants have in the specification.
  private var ownSizes: [(name: String, value: Int64)] {
    specification.system.constants.filter { certificate.forAll.contains($0.name) }
      .map { (name: $0.name, value: $0.value) }
  }

  /// The instances, the smallest first.
  private var instances: [[(name: String, value: Int64)]] {
    let all = certificate.forAll.map { name in Self.sizes.map { (name: name, value: $0) } }
      .combinations
    let sums = all.map { sizes in sizes.map(\.value).reduce(0, +) }
    return all.indices.sorted { (sums[$0], $0) < (sums[$1], $1) }.map { all[$0] }
  }

  private func check(of system: TransitionSystem, with stated: [String]) throws(CertificateRefusal)
    -> InductionCheck
  {
    let names = Set(certificate.claims + stated)
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      names.contains(system[$0].name) && system[$0].kind != .cover
        && system[$0].kind != .liveness
    }
    do throws(Unsupported) {
      return try InductionCheck(
        of: claims, lemmas: certificate.lemmas, k: certificate.k, in: system)
    } catch {
      throw .notEncodable(error.description)
    }
  }

  // MARK: Instances

  /// The specification with values for some of its symbolic constants, with the conjuncts that are
  /// no claims as invariants, and the names of these.
  private func extended(_ sizes: [(name: String, value: Int64)] = []) throws(CertificateRefusal)
    -> (Specification, stated: [String])
  {
    let conjuncts = certificate.invariant.filter { !textsOfClaims.contains($0) }
    let names = conjuncts.indices.map { "stated conjunct \($0 + 1)" }
    let text =
      String(decoding: specification.source.bytes, as: UTF8.self) + "\n"
      + (specification.lemmas ?? "")
      + zip(names, conjuncts).map { "\ninvariant \"\($0)\" \($1);" }.joined()
    var options = specification.options
    options.overrides.removeAll { certificate.forAll.contains($0.name) }
    options.overrides += sizes.map { (name: $0.name, value: String($0.value)) }
    if !sizes.isEmpty { options.forAll = .none }
    let instance: Specification
    do {
      instance = try Specification(
        SourceFile(name: specification.path, text: text), options: options)
    } catch {
      throw .notMurphi
    }
    guard isTheSame(instance.system, but: names) else { throw .notMurphi }
    return (instance, names)
  }

  /// Whether a system has, beyond what the specification says, these invariants and nothing else.
  private func isTheSame(_ system: TransitionSystem, but names: [String]) -> Bool {
    let original = specification.system
    let added = system.claims.filter { claim in
      !original.claims.contains { $0.name == claim.name && $0.kind == claim.kind }
    }
    return added.map(\.name) == names && added.allSatisfy { $0.kind == .invariant }
      && system.claims.count == original.claims.count + names.count
      && system.rules.count == original.rules.count
      && system.startStates.count == original.startStates.count
      && system.variables.map(\.name) == original.variables.map(\.name)
  }

  /// What the claims say, as the certificate has it when it says the same.
  private var textsOfClaims: Set<String> {
    let system = specification.system
    return Set(
      system.claims.filter { certificate.claims.contains($0.name) }
        .map { CertificateCheck.text(of: $0, in: system) })
  }
}

extension Certificate.Obligation {
  fileprivate func named(_ name: String) -> Self {
    Self(name: name, expected: expected, logic: logic, text: text)
  }
}
