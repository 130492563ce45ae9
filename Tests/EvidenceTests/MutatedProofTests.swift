import Foundation
import Model
import Prover
import SourceText
import TestSupport
import Testing
import Verification

/// No change of a stored proof leaves one that stands.
@Suite("Mutated proofs") struct MutatedProofTests {
  @Test("are refused, each with a reason", arguments: BaseProof.all)
  func refused(_ base: BaseProof) async throws {
    let certificate = try await base.certificate()
    let original = try StoredFiles(of: certificate, base)
    #expect(throws: Never.self, "\(base)") { try original.confirm() }
    var mutations = Mutations(of: original, certificate, base, seed: 5)
    let all = try mutations.all()
    #expect(all.count >= 80, "\(base): \(all.count)")
    for mutation in all where mutation.files != original {
      let refusal = #expect(throws: StoredProof.Refusal.self, "\(base): \(mutation.name) stands") {
        try mutation.files.confirm()
      }
      #expect(refusal?.description != "")
    }
  }

  /// The second encoding finds by itself what a proof of another system lacks.
  @Test(
    "The second encoding refuses what is no proof",
    arguments: [
      (BaseProof.kInduction, "busy[t] & taken > 0 ==>", "taken > 0 ==>"),
      (.kInduction, "given := given + 1", "given := given"),
      (.kInduction, "taken := 0; given := 0;", "taken := 0; given := 1;"),
      (.kInduction, "taken = given;", "taken < given;"),
      (.deeper, "y != 3", "y != 2"), (.deeper, "x := 0; y := 0;", "x := 3; y := 0;"),
      (.ic3, "pc[i] = Wait & (!flag[1 - i] | turn = i)", "pc[i] = Wait"),
      (.ic3, "turn := 1 - i", "turn := i"), (.ic3, "flag[i] := true; ", ""),
      (.anySize, "!marked[t] ==>", "true ==>"), (.anySize, "marks := marks - 1", "marks := marks"),
      (.anySize, "marks := 0; for t: T do marked[t] := false", "for t: T do marked[t] := false"),
      (.anySize, "marks >= 1", "marks >= 2"),
    ] as [(BaseProof, String, String)])
  func independent(base: BaseProof, part: String, other: String) async throws {
    let certificate = try await base.certificate()
    let audit = CertificateAudit(solver: nil)
    #expect(throws: Never.self) {
      try audit.independentRefusal(of: certificate, for: try base.specification()).get()
    }
    let text = base.text.replacing(part, with: other)
    #expect(text != base.text)
    let refusal = audit.independentRefusal(of: certificate, for: try base.specification(text))
    #expect(throws: CertificateRefusal.self) { try refusal.get() }
  }

  /// Lemmas that say less than is needed are no invariant, whatever the obligations say.
  @Test func theSecondEncodingNeedsTheLemmas() async throws {
    let base = BaseProof.ic3
    let certificate = try await base.certificate()
    for index in certificate.lemmas.indices where certificate.lemmas[index].literals.count > 1 {
      var fewer = certificate.lemmas
      fewer.remove(at: index)
      let refusal = CertificateAudit(solver: nil).independentRefusal(
        of: certificate.with(lemmas: fewer), for: try base.specification())
      guard case .failure(.independent(_, .sat)) = refusal else {
        Issue.record("\(refusal)")
        continue
      }
    }
  }
}

/// The files of a stored proof.
struct StoredFiles: Equatable {
  var json: [UInt8]
  var script: [UInt8]
  var spec: [UInt8]

  init(json: [UInt8], script: [UInt8], spec: [UInt8]) {
    self.json = json
    self.script = script
    self.spec = spec
  }

  init(of certificate: Certificate, _ base: BaseProof) throws {
    let file = CertificateFile(
      of: try base.specification(), certificate: certificate, script: "spec.smt2")
    json = file.bytes
    script = Array(ObligationScript.text(of: certificate.obligations).utf8)
    spec = Array(base.text.utf8)
  }

  /// Throws why the proof does not stand.
  func confirm() throws {
    let file: CertificateFile
    do { file = try CertificateFile(json) } catch {
      throw StoredProof.Refusal.form(error, script: "")
    }
    _ = try StoredProof(file, script: script).confirm(
      for: spec, by: CertificateAudit(solver: nil))
  }
}

/// Changes of a stored proof, made as an attacker would who keeps all digests right.
struct Mutations {
  struct Mutation {
    let name: String
    let files: StoredFiles
  }

  private let original: StoredFiles
  private let certificate: Certificate
  private let base: BaseProof
  private var random: SplitMix64
  private var found: [Mutation] = []

  init(of original: StoredFiles, _ certificate: Certificate, _ base: BaseProof, seed: UInt64) {
    self.original = original
    self.certificate = certificate
    self.base = base
    random = SplitMix64(seed: seed)
  }

  mutating func all() throws -> [Mutation] {
    try obligations()
    try formulas()
    try statement()
    try lemmas()
    fields()
    damage()
    return found
  }

  private mutating func add(_ name: String, _ certificate: Certificate) throws {
    found.append(Mutation(name: name, files: try StoredFiles(of: certificate, base)))
  }

  // MARK: Obligations

  private mutating func obligations() throws {
    let all = certificate.obligations
    for index in all.indices.shuffled(using: &random).prefix(8) {
      var fewer = all
      fewer.remove(at: index)
      try add("without '\(all[index].name)'", certificate.with(obligations: fewer))
      var more = all
      more.insert(all[index], at: index)
      try add("'\(all[index].name)' twice", certificate.with(obligations: more))
      let trivial = all[index].with(text: "(assert false)\n")
      try add("'\(all[index].name)' made trivial", certificate.replacing(index, by: trivial))
      let turned = all[index].with(expected: all[index].expected == .sat ? .unsat : .sat)
      try add("'\(all[index].name)' turned", certificate.replacing(index, by: turned))
    }
    try add("no obligations", certificate.with(obligations: []))
    try add("backwards", certificate.with(obligations: all.reversed()))
    for (index, obligation) in all.enumerated() where obligation.step != nil {
      try add("renamed", certificate.replacing(index, by: obligation.with(name: "another")))
      try add("of no step", certificate.replacing(index, by: obligation.with(step: .some(nil))))
      for premises in [[], [0], [99], (obligation.premises ?? []) + [0], nil] as [[Int]?]
      where premises != obligation.premises {
        let other = obligation.with(premises: .some(premises))
        try add(
          "'\(obligation.name)' from \(premises ?? [])", certificate.replacing(index, by: other))
      }
      for assertions in [[], [0], [99], [-1], (obligation.assertions ?? []) + [0], nil] as [[Int]?]
      where assertions != obligation.assertions {
        let other = obligation.with(assertions: .some(assertions))
        try add(
          "'\(obligation.name)' by \(assertions ?? [])", certificate.replacing(index, by: other))
      }
    }
  }

  /// A word in a formula replaced by another that fits.
  private mutating func formulas() throws {
    let words = [("(and ", "(or "), ("(or ", "(and "), ("(not ", "(and "), ("bvule", "bvult")]
    for (index, obligation) in certificate.obligations.enumerated() {
      let (word, other) = random.pick(words)
      let places = obligation.text.ranges(of: word)
      guard let place = places.randomElement(using: &random) else { continue }
      let text = obligation.text.replacingCharacters(in: place, with: other)
      try add(
        "'\(obligation.name)' edited", certificate.replacing(index, by: obligation.with(text: text))
      )
      var files = original
      files.script = Array(
        ObligationScript.text(
          of: certificate.replacing(index, by: obligation.with(text: text)).obligations
        ).utf8)
      found.append(Mutation(name: "script edited", files: files))
    }
  }

  // MARK: What is stated

  private mutating func statement() throws {
    for index in certificate.claims.indices {
      var claims = certificate.claims
      claims[index] = "another"
      try add("another claim", certificate.with(claims: claims))
      claims.remove(at: index)
      try add("a claim less", certificate.with(claims: claims))
      try add("a claim twice", certificate.with(claims: certificate.claims + [claims.first ?? ""]))
    }
    for index in certificate.invariant.indices {
      for text in ["true", "(\(certificate.invariant[index])) | x", "false", ""]
      where text != certificate.invariant[index] {
        var invariant = certificate.invariant
        invariant[index] = text
        try add("weaker: \(text)", certificate.with(invariant: invariant))
      }
      var invariant = certificate.invariant
      invariant.remove(at: index)
      try add("a conjunct less", certificate.with(invariant: invariant))
    }
    for k in [-1, 0, certificate.k + 1, 1_000_000] {
      try add("k = \(k)", certificate.with(k: k))
    }
    for (name, value) in certificate.constants {
      try add("\(name) is more", certificate.with(constants: [name: value + 1]))
    }
    try add("no constants", certificate.with(constants: ["M": 1]))
    try add("for all others", certificate.with(forAll: certificate.forAll + ["LIMIT"]))
    if !certificate.forAll.isEmpty { try add("for none", certificate.with(forAll: [])) }
    for method in [Certificate.Method.kInduction, .ic3, .parametric]
    where method != certificate.method && !(method == .ic3 && certificate.lemmas.isEmpty) {
      try add("by \(method)", certificate.with(method: method))
    }
  }

  private mutating func lemmas() throws {
    let lemmas = certificate.lemmas
    try add("a lemma more", certificate.with(lemmas: lemmas + [Cube([])]))
    try add(
      "a lemma about nothing",
      certificate.with(lemmas: lemmas + [Cube([.among(cell: 99, contents: [0])])]))
    for index in lemmas.indices {
      var fewer = lemmas
      fewer.remove(at: index)
      try add("without lemma \(index)", certificate.with(lemmas: fewer))
      var weaker = lemmas
      weaker[index] = Cube(lemmas[index].literals + [.among(cell: 0, contents: [0])])
      try add("lemma \(index) weaker", certificate.with(lemmas: weaker))
    }
  }

  // MARK: Files

  /// Fields of the certificate, and the specification.
  private mutating func fields() {
    let text = String(decoding: original.json, as: UTF8.self)
    for (part, other) in [
      ("\"overrides\" : {", "\"overrides\" : {\"LIMIT\" : \"2\""),
      ("\"overrides\" : {", "\"overrides\" : {\"none\" : \"2\""),
      ("certificate/3", "certificate/2"), ("certificate/3", "certificate/4"),
      ("\"spec.smt2\"", "\"../spec.smt2\""), ("\"spec.smt2\"", "\"\""),
      ("\"claims\" : [", "\"claims\" : [1,"), ("\"k\" : ", "\"k\" : 1e99"),
      ("\"k\" : ", "\"k\" : null, \"other\" : "), ("\"invariant\" : [", "\"invariant\" : {"),
      ("\"specHash\" : \"", "\"specHash\" : \"0"), ("\"scriptHash\" : \"", "\"scriptHash\" : \"0"),
      ("\"lemmas\" : [", "\"lemmas\" : [[[["),
    ] {
      var files = original
      files.json = Array(text.replacing(part, with: other).utf8)
      found.append(Mutation(name: "\(part) is \(other)", files: files))
    }
    let spec = String(decoding: original.spec, as: UTF8.self)
    for (part, other) in [
      ("rule \"", "rule \"other "), (":= 0", ":= 1"),
      ("invariant \"", "invariant \"not "), ("startstate", "var z: boolean; startstate"),
    ] where spec.contains(part) {
      var files = original
      files.spec = Array(spec.replacing(part, with: other).utf8)
      found.append(Mutation(name: "another specification: \(other)", files: files))
      let hashes = [files.spec, original.spec].map { CertificateFile.hash(of: $0) }
      files.json = Array(text.replacing(hashes[1], with: hashes[0]).utf8)
      found.append(Mutation(name: "another specification, same digest: \(other)", files: files))
    }
  }

  /// Ends that are missing and other bytes, in both files.
  private mutating func damage() {
    let hostile = [
      "", "{", "[]", "null", "\u{0}", String(repeating: "[", count: 20_000),
      String(repeating: "{\"schema\":", count: 5_000), "{\"schema\":\"pinproof-certificate/3\"}",
    ]
    for text in hostile {
      var files = original
      files.json = Array(text.utf8)
      found.append(Mutation(name: "hostile: \(text.prefix(20))", files: files))
    }
    for _ in 0..<8 {
      var files = original
      files.json.removeLast(random.number(3...original.json.count))
      found.append(Mutation(name: "certificate cut off", files: files))
      files = original
      files.script.removeLast(random.number(1...original.script.count))
      found.append(Mutation(name: "script cut off", files: files))
      files.json = original.json
      let hashes = [original.script, files.script].map { CertificateFile.hash(of: $0) }
      files.json = Array(
        String(decoding: original.json, as: UTF8.self).replacing(hashes[0], with: hashes[1]).utf8)
      found.append(Mutation(name: "script cut off, same digest", files: files))
    }
  }
}

extension Certificate {
  /// The same certificate with some of its parts changed.
  func with(
    method: Method? = nil, claims: [String]? = nil, invariant: [String]? = nil,
    lemmas: [Cube]? = nil, k: Int? = nil, constants: [String: Int64]? = nil,
    forAll: [String]? = nil, obligations: [Obligation]? = nil
  ) -> Certificate {
    Certificate(
      by: method ?? self.method, claims: claims ?? self.claims,
      invariant: invariant ?? self.invariant, lemmas: lemmas ?? self.lemmas, k: k ?? self.k,
      constants: constants.map { self.constants.merging($0) { $1 } } ?? self.constants,
      forAll: forAll ?? self.forAll, vacuity: vacuity, obligations: obligations ?? self.obligations)
  }

  fileprivate func replacing(_ index: Int, by obligation: Obligation) -> Certificate {
    var obligations = obligations
    obligations[index] = obligation
    return with(obligations: obligations)
  }
}

extension Certificate.Obligation {
  fileprivate func with(
    name: String? = nil, expected: Answer? = nil, text: String? = nil, step: String?? = nil,
    premises: [Int]?? = nil, assertions: [Int]?? = nil
  ) -> Self {
    Self(
      name: name ?? self.name, expected: expected ?? self.expected, logic: logic,
      text: text ?? self.text,
      step: step ?? self.step, keeps: keeps, premises: premises ?? self.premises,
      assertions: assertions ?? self.assertions)
  }
}
