import Model
import TestSupport
import Testing
import Z3

@testable import Prover

@Suite("IC3") struct IC3Tests {
  /// Mutual exclusion that plain induction cannot show: it takes lemmas about the flags.
  private static let text = Fixture.named("peterson-at-once").text

  private func verdict(_ name: String, of system: TransitionSystem, limits: Limits = Limits())
    async throws -> Verdict?
  {
    let claim = try #require(
      system.claims.firstIndex { $0.name == name }.map(ClaimIndex.init))
    return try await IC3().run([claim], of: system, limits: limits, onEvent: { _ in })
      .verdicts[claim]
  }

  private func certificate(for system: TransitionSystem) async throws -> Certificate {
    let verdict = try await verdict("mutual exclusion", of: system)
    guard case .holds(.inductive(let certificate)) = verdict else {
      throw EngineTests.Surprise(verdict)
    }
    return certificate
  }

  @Test func aProofStatesItsLemmasAndIsAlwaysTheSame() async throws {
    let system = try TestSupport.system(of: Self.text)
    let certificate = try await certificate(for: system)
    let lemmas = certificate.lemmas
    #expect(certificate.invariant.count == certificate.claims.count + lemmas.count)
    #expect(certificate.invariant.contains { $0.hasPrefix("!(pc[") })
    #expect(CertificateCheck.refusal(of: certificate) == nil)
    #expect(try CertificateCheck.refusal(of: certificate, for: system) == nil)
    #expect(try await self.certificate(for: system) == certificate)
  }

  /// The lemmas, pasted into the specification, make it provable by plain induction.
  @Test func theLemmasAreMurphi() async throws {
    let certificate = try await certificate(for: try TestSupport.system(of: Self.text))
    let lemmas = certificate.invariant.enumerated().map { "invariant \"lemma \($0)\" \($1);" }
    let system = try TestSupport.system(of: Self.text + lemmas.joined(separator: "\n"))
    let claim = try #require(system.claims.firstIndex { $0.name == "mutual exclusion" })
    let result = try await KInduction().run(
      [ClaimIndex(claim)], of: system, limits: Limits(maxDepth: 1), onEvent: { _ in })
    guard case .holds = result.verdicts[ClaimIndex(claim)] else {
      throw EngineTests.Surprise(result.verdicts[ClaimIndex(claim)])
    }
  }

  @Test func withoutALemmaItIsNoProof() async throws {
    let system = try TestSupport.system(of: Self.text)
    let certificate = try await certificate(for: system)
    let lemmas = certificate.lemmas
    let claims = system.claims.indices.map(ClaimIndex.init)
    for index in lemmas.indices where lemmas[index].literals.count > 1 {
      var fewer = lemmas
      fewer.remove(at: index)
      let damaged = try CertificateWriter(
        system, claims: claims, grounds: Grounds(lemmas: fewer), k: 1, vacuity: nil
      ).certificate(by: .ic3)
      #expect(try CertificateCheck.refusal(of: damaged, for: system) == nil)
      guard case .answer(_, .sat) = CertificateCheck.refusal(of: damaged) else {
        Issue.record("\(certificate.invariant[certificate.claims.count + index]) is not needed")
        continue
      }
    }
  }

  @Test func otherLemmasThanTheObligationsAreRefused() async throws {
    let system = try TestSupport.system(of: Self.text)
    let certificate = try await certificate(for: system)
    let lemmas = certificate.lemmas
    let weaker = lemmas.map { Cube($0.literals + [.among(cell: 0, contents: [0])]) }
    let foreign = [Cube([.among(cell: 99, contents: [0])])]
    let outOfRange = [Cube([.atLeast(cell: 0, value: 77)])]
    for other in [[], Array(lemmas.dropLast()), weaker, foreign, outOfRange, [Cube([])]] {
      let damaged = Certificate(
        by: .ic3, claims: certificate.claims, invariant: certificate.invariant, lemmas: other,
        k: certificate.k, constants: certificate.constants, obligations: certificate.obligations)
      #expect(try CertificateCheck.refusal(of: damaged, for: system) == .otherSystem)
    }
  }

  @Test(arguments: [Limit.time, .interrupted])
  func limitsEndTheSearch(_ limit: Limit) async throws {
    let system = try TestSupport.system(of: Self.text)
    let limits = Limits(interruption: { limit })
    let verdict = try await verdict("mutual exclusion", of: system, limits: limits)
    guard case .unknown(.limit(limit)) = verdict else { throw EngineTests.Surprise(verdict) }
  }

  @Test func aLimitOfDepthBoundsTheFrames() async throws {
    let system = try TestSupport.system(of: Self.text)
    let verdict = try await verdict(
      "mutual exclusion", of: system, limits: Limits(maxDepth: 1))
    guard case .unknown(.bounded(1)) = verdict else { throw EngineTests.Surprise(verdict) }
  }

  @Test func afterAViolationTheRestIsProved() async throws {
    let text = Self.text + "invariant \"nobody waits\" pc[0] != Wait;"
    let system = try TestSupport.system(of: text)
    guard case .violated(let trace) = try await verdict("nobody waits", of: system) else {
      throw EngineTests.Surprise(try await verdict("nobody waits", of: system))
    }
    #expect(trace.depth == 1)
    #expect(try await certificate(for: system).claims.contains("mutual exclusion"))
  }

  /// A run-time error ends the behaviour that it happens in; what others do is still decided.
  @Test func besideARunTimeErrorTheRestIsProved() async throws {
    let system = try TestSupport.system(
      of: Self.text.replacing("turn: Id;", with: "turn: Id; small: 0..2;")
        .replacing("turn := 0;", with: "turn := 0; small := 0;")
        + "rule \"count\" begin small := small + 1; end;")
    let runtime = try #require(system.claims.firstIndex { $0.kind == .runtime })
    let result = try await IC3().run(
      [ClaimIndex(runtime)], of: system, limits: Limits(), onEvent: { _ in })
    guard case .violated(let trace) = result.verdicts[ClaimIndex(runtime)] else {
      throw EngineTests.Surprise(result.verdicts[ClaimIndex(runtime)])
    }
    #expect(trace.depth == 3)
    let certificate = try await certificate(for: system)
    #expect(CertificateCheck.refusal(of: certificate) == nil)
    #expect(try CertificateCheck.refusal(of: certificate, for: system) == nil)
  }

  /// A condition without a value is neither true nor false; the same certificate is none.
  @Test func aClaimWithoutAValueIsLeftOpen() async throws {
    let system = try TestSupport.system(
      of: Self.text.replacing("turn: Id;", with: "turn: Id; late: 0..2;")
        .replacing("turn := 0;", with: "turn := 0; late := 0;")
        + "rule \"forget\" begin undefine late; end; invariant \"unknown\" late = 0;")
    guard case .unknown(.stoppedAtViolation) = try await verdict("unknown", of: system) else {
      throw EngineTests.Surprise(try await verdict("unknown", of: system))
    }
    let certificate = try await certificate(for: system)
    #expect(!certificate.claims.contains("unknown"))
    let claims = system.claims.indices.map(ClaimIndex.init).filter { system[$0].kind != .runtime }
    let bold = try CertificateWriter(
      system, claims: claims, grounds: Grounds(lemmas: certificate.lemmas), k: 1, vacuity: nil
    ).certificate(by: .ic3)
    guard case .answer(_, .sat) = CertificateCheck.refusal(of: bold) else {
      Issue.record("a claim without a value is certified")
      return
    }
  }

  /// An answer that takes several slices is the same answer: no state is lifted wrongly for it.
  @Test func questionsAreAskedInSlices() throws {
    let system = try TestSupport.system(of: Self.text)
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      Support.isDecidable(system[$0].kind)
    }
    let propositional = try PropositionalSystem(Encoder(system, in: Context()))
    let relations = try [1, .max].map { slice in
      try Relation(propositional, property: claims, limits: Limits(), slice: slice)
    }
    for relation in relations {
      let witness = try #require(try relation.breach(of: 1, top: 1))
      let cube = try relation.lift(witness, to: nil)
      #expect(cube.contains(witness.state))
      #expect(cube.literals.count < system.layout.cells.count)
    }
  }

  /// Solvers are told of the property one after the other, which takes long where circuits are large.
  @Test func limitsAreHeardBeforeAnythingIsAsked() throws {
    let system = try TestSupport.system(of: Self.text)
    let propositional = try PropositionalSystem(Encoder(system, in: Context()))
    let limits = Limits(interruption: { .time })
    #expect(throws: Halt.self) { try Relation(propositional, property: [], limits: limits) }
  }
}
