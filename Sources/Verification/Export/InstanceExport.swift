package import Model
internal import ProofChecker
internal import Prover

/// What is written of an instance for other model checkers, after it has been looked at.
///
/// A circuit is read again from its bytes and held to the evaluator, and a witness circuit to its
/// model by a solver, before anybody gets to see them.
package struct InstanceExport: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case aiger
    case vmt
  }

  /// A file.
  package struct File: Sendable, Hashable {
    /// How its name ends.
    package let ending: String
    package let bytes: [UInt8]
    /// What has been found of it, in words.
    package let finding: String
  }

  /// Why there is nothing to write.
  package enum Refusal: Error, Sendable, Hashable {
    /// There is none of the claims that can be decided in single states and steps.
    case noClaims
    case notEncodable(EngineFailure)
    /// What is proved by this induction depth is no inductive invariant.
    case notInductive(k: Int)
    /// It is no proof of one instance.
    case notOfAnInstance
    /// The proof is none of these claims; in words.
    case noProof(String)
    /// A circuit is not what it should be; in words.
    case wrong(String)
    /// A witness circuit could not be checked; in words.
    case undecided(String)
  }

  /// How many states a circuit is compared in.
  private static let stateLimit = 500

  private let system: TransitionSystem
  private let claims: [ClaimIndex]
  private let audit: CertificateAudit

  /// - Parameter claims: those to be written, as far as they are about states and steps.
  /// - Parameter audit: who confirms witness circuits.
  package init(
    of system: TransitionSystem, claims: [ClaimIndex], audit: CertificateAudit = CertificateAudit()
  ) throws(Refusal) {
    self.system = system
    self.claims = claims.filter { Self.kinds.contains(system[$0].kind) }
    self.audit = audit
    if self.claims.isEmpty { throw .noClaims }
  }

  private static let kinds: Set<Claim.Kind> = [.invariant, .assertion, .deadlock, .runtime]

  /// The instance.
  package func instance(as format: Format) throws(Refusal) -> File {
    switch format {
    case .aiger: return try model().file
    case .vmt:
      do {
        let text = try SymbolicInstance(of: system, claims: claims).text
        return File(
          ending: ".vmt", bytes: Array(text.utf8),
          finding: "\(system.layout.cells.count) cells, \(claims.count) properties")
      } catch { throw .notEncodable(error) }
    }
  }

  /// The instance, and a witness circuit that its claims hold.
  ///
  /// - Parameters:
  ///   - proof: a proof of the claims, which need not be one: the witness is checked by itself.
  ///   - name: what the model's file is going to be called, without its ending.
  package func witnessed(by proof: Certificate, named name: String) throws(Refusal) -> [File] {
    guard proof.forAll.isEmpty, proof.race == nil else { throw .notOfAnInstance }
    guard proof.k == 1 else { throw .notInductive(k: proof.k) }
    guard proof.lemmas.allSatisfy({ $0.fits(system.layout) }) else {
      throw .noProof("its lemmas are about another system")
    }
    let (circuit, model) = try model()
    let bytes = circuit.witness(excluding: proof.lemmas, of: name + model.ending)
    try check(bytes, against: model.bytes)
    let witness = File(
      ending: "-witness.aig", bytes: bytes, finding: "confirmed by \(audit.judge)")
    return [model, witness]
  }

  private func model() throws(Refusal) -> (circuit: InstanceCircuit, file: File) {
    let circuit: InstanceCircuit
    do { circuit = try InstanceCircuit(of: system, claims: claims) } catch {
      throw .notEncodable(error)
    }
    let read = try read(circuit.file)
    let comparison = CircuitComparison(of: read, with: system, claims: claims)
    let (problem, states) = comparison.difference(in: Self.stateLimit)
    if let problem { throw .wrong("the circuit is not the system: \(problem)") }
    let finding =
      "\(read.inputs.count) inputs, \(read.latches.count) latches, \(read.gates.count) gates, "
      + "\(claims.count) properties; as the evaluator says in \(states) states"
    return (circuit, File(ending: ".aig", bytes: circuit.file, finding: finding))
  }

  private func check(_ witness: [UInt8], against model: [UInt8]) throws(Refusal) {
    let (model, witness) = (try read(model), try read(witness))
    let check: WitnessCheck
    do { check = try WitnessCheck(of: model, by: witness) } catch { throw .wrong("\(error)") }
    let obligations = check.obligations
    for (obligation, answer) in zip(obligations, audit.decide(obligations)) {
      switch answer {
      case .unsat: break
      case .sat: throw .noProof("the witness circuit fails its check '\(obligation.name)'")
      case .other(let words), .failed(let words):
        throw .undecided("check '\(obligation.name)': \(words)")
      }
    }
  }

  private func read(_ bytes: [UInt8]) throws(Refusal) -> AIGERFile {
    do { return try AIGERFile(bytes) } catch { throw .wrong("no circuit: \(error)") }
  }
}

extension InstanceExport.Refusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noClaims: "none of its claims is about single states and steps"
    case .notEncodable(.unsupported(let features)):
      features.map { ($0.range.map { "\($0): " } ?? "") + $0.description }.joined(separator: "; ")
    case .notEncodable(let failure): "\(failure)"
    case .notInductive(let k):
      "its proof takes \(k) states in a row, and a witness circuit an inductive invariant; "
        + "prove it with --engine ic3"
    case .notOfAnInstance: "it is not a proof of one instance"
    case .noProof(let words): "it proves nothing: \(words)"
    case .wrong(let words): words
    case .undecided(let words): "the witness circuit could not be checked: \(words)"
    }
  }

  /// The exit code of a run that gets no further.
  package var exitCode: ExitCode {
    if case .wrong = self { return .internalError }
    return .unknown
  }
}
