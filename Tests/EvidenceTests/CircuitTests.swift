import Foundation
import Model
import ProofChecker
import Prover
import TestSupport
import Testing
import Verification

/// An exported circuit does what the evaluator says, and a witness circuit proves what it should.
@Suite("Circuits") struct CircuitTests {
  private static let stateLimit = 300

  @Test("are the fixtures, in every state", arguments: Fixture.all)
  func fixture(_ fixture: Fixture) throws {
    try compare(fixture.system())
  }

  @Test("are random systems, in every state", arguments: 0..<UInt64(30))
  func random(_ seed: UInt64) throws {
    try compare(system(of: RandomSystem.treeWithClaims(seed: seed).text))
  }

  private func compare(_ system: TransitionSystem) throws {
    guard let file = try Circuits.model(of: system) else { return }
    let comparison = CircuitComparison(
      of: file, with: system, claims: Circuits.claims(of: system))
    let (problem, states) = comparison.difference(in: Self.stateLimit)
    #expect(problem == nil)
    let all = NaiveChecker.states(of: system, limit: Self.stateLimit)
    #expect(states == all?.count ?? Self.stateLimit)
  }

  @Test("that do anything else are told from the system")
  func changes() throws {
    let system = try Fixture.named("lost-wakeup").system()
    let file = try #require(try Circuits.model(of: system))
    let claims = Circuits.claims(of: system)
    for place in file.next.indices {
      var next = file.next
      next[place] ^= 1
      let changed = CircuitComparison(of: file.with(next: next), with: system, claims: claims)
      #expect(changed.difference(in: 100).problem != nil, "\(file.latches[place])")
    }
    for place in file.bad.indices {
      var bad = file.bad
      bad[place] ^= 1
      let changed = CircuitComparison(of: file.with(bad: bad), with: system, claims: claims)
      #expect(changed.difference(in: 100).problem != nil)
    }
  }

  // MARK: Witnesses

  @Test("with a witness are proved", arguments: Fixture.all)
  func witness(_ fixture: Fixture) async throws {
    let system = try fixture.system()
    guard let proof = try await Circuits.proof(of: system) else { return }
    let files = try Circuits.export(of: system, proof).witnessed(by: proof, named: fixture.name)
    #expect(files.map(\.ending) == [".aig", "-witness.aig"])
  }

  @Test("of random systems with a witness are proved", arguments: 0..<UInt64(30))
  func randomWitness(_ seed: UInt64) async throws {
    let system = try system(of: RandomSystem.treeWithClaims(seed: seed).text)
    guard let proof = try await Circuits.proof(of: system) else { return }
    _ = try Circuits.export(of: system, proof).witnessed(by: proof, named: "random")
  }

  @Test("without the lemmas that it takes are not", arguments: ["peterson", "dekker"])
  func missingLemma(_ name: String) async throws {
    let system = try Fixture.named(name).system()
    let proof = try #require(try await Circuits.proof(of: system))
    #expect(!proof.lemmas.isEmpty)
    let weaker = Certificate(
      by: .ic3, claims: proof.claims, invariant: [], k: 1, constants: [:], obligations: [])
    #expect(throws: InstanceExport.Refusal.noProof("the witness circuit fails its check 'step'")) {
      try Circuits.export(of: system, proof).witnessed(by: weaker, named: name)
    }
  }

  @Test("that are changed are not what a witness proves")
  func otherModel() async throws {
    let system = try Fixture.named("peterson").system()
    let proof = try #require(try await Circuits.proof(of: system))
    let files = try Circuits.export(of: system, proof).witnessed(by: proof, named: "peterson")
    let model = try AIGERFile(files[0].bytes)
    let witness = try AIGERFile(files[1].bytes)
    #expect(try failures(of: witness, for: model) == [])
    for place in model.next.indices {
      var next = model.next
      next[place] ^= 1
      #expect(try failures(of: witness, for: model.with(next: next)).contains("transition"))
    }
    for place in model.bad.indices {
      var bad = model.bad
      bad[place] ^= 1
      #expect(try failures(of: witness, for: model.with(bad: bad)).contains("property"))
    }
    #expect(try failures(of: witness.with(bad: [1]), for: model) == ["base"])
    #expect(try failures(of: witness.with(bad: [0]), for: model) == ["property"])
    #expect(try failures(of: model.named(after: witness), for: model) == ["step"])
  }

  /// The checks that have another answer than a proof needs.
  private func failures(of witness: AIGERFile, for model: AIGERFile) throws -> [String] {
    let obligations = try WitnessCheck(of: model, by: witness).obligations
    let answers = CertificateCheck.decideInFreshContexts(obligations)
    return zip(obligations, answers).filter { $1 != .unsat }.map(\.0.name)
  }

  // MARK: Other readers

  @Test(
    "are to another model checker what they are to us", .enabled(if: ABC.isInstalled),
    arguments: Fixture.all)
  func modelChecker(_ fixture: Fixture) throws {
    let system = try fixture.system()
    guard let findings = NaiveChecker.findings(of: system, limit: 2_000) else { return }
    for claim in Circuits.claims(of: system) {
      let circuit: InstanceCircuit
      do { circuit = try InstanceCircuit(of: system, claims: [claim]) } catch { return }
      let isViolated = findings.violations[claim] != nil
      #expect(
        try ABC.verdict(on: circuit.file) == (isViolated ? .violated : .proved),
        "\(system[claim].name)")
    }
  }
}

/// Circuits of systems.
enum Circuits {
  /// The claims that circuits are about.
  static func claims(of system: TransitionSystem) -> [ClaimIndex] {
    system.claims.indices.map(ClaimIndex.init).filter {
      [.invariant, .assertion, .deadlock, .runtime].contains(system[$0].kind)
    }
  }

  /// The circuit of a system as it is read; nil when the prover has no words for the system.
  static func model(of system: TransitionSystem) throws -> AIGERFile? {
    do {
      return try AIGERFile(InstanceCircuit(of: system, claims: claims(of: system)).file)
    } catch EngineFailure.unsupported { return nil }
  }

  static func export(of system: TransitionSystem, _ proof: Certificate) throws -> InstanceExport {
    try InstanceExport(
      of: system, claims: claims(of: system).filter { proof.claims.contains(system[$0].name) })
  }

  /// The proof that IC3 finds of the claims of a system; nil when there is none.
  static func proof(of system: TransitionSystem) async throws -> Certificate? {
    let claims = claims(of: system)
    let engine = IC3(sampleSize: 1_000)
    let result = try await engine.run(claims, of: system, limits: Limits()) { _ in }
    for claim in claims {
      if case .holds(.inductive(let certificate)) = result.verdicts[claim] { return certificate }
    }
    return nil
  }
}

/// ABC, a system for sequential circuits with a model checker of its own.
enum ABC {
  enum Verdict { case proved, violated, none }

  private static let path = Command.path(of: "berkeley-abc") ?? Command.path(of: "abc")

  static var isInstalled: Bool { path != nil }

  /// What it says of a circuit with one bad signal.
  static func verdict(on bytes: [UInt8]) throws -> Verdict {
    try withTemporaryDirectory { folder in
      try Data(bytes).write(to: folder.appendingPathComponent("model.aig"))
      let outcome = try Command.run(
        path!, ["-q", "read_aiger model.aig; pdr"], in: folder)
      if outcome.output.contains("Property proved") { return .proved }
      return outcome.output.contains("was asserted in frame") ? .violated : .none
    }
  }
}

extension AIGERFile {
  /// The names that another circuit has, whose inputs and latches are as many.
  fileprivate func named(after other: AIGERFile) -> AIGERFile {
    AIGERFile(
      inputs: other.inputs, latches: other.latches, next: next, bad: bad, gates: gates)
  }

  fileprivate func with(next: [Int]) -> AIGERFile {
    AIGERFile(inputs: inputs, latches: latches, next: next, bad: bad, gates: gates)
  }

  fileprivate func with(bad: [Int]) -> AIGERFile {
    AIGERFile(inputs: inputs, latches: latches, next: next, bad: bad, gates: gates)
  }
}
