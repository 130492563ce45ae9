internal import Foundation
package import Model
import SourceText
internal import Toolchain

/// What is stored of a proof beside its obligations, which are a script for a solver: see
/// `ObligationScript`.
package struct CertificateFile: Sendable, Hashable, Codable {
  /// The name and version of the form.
  package static let schema = "pinproof-certificate/3"

  package let schema: String
  /// The path of the specification.
  package let spec: String
  /// The digest (SHA-256) of the specification's text when it was proved.
  package let specHash: String
  /// Invariants that the proof adds to the specification, in Murphi, with functions for them.
  package let learned: String?
  /// The constants that were overridden, as written.
  package let overrides: [String: String]
  /// What counts as a deadlock, if it was not left to the specification.
  package let deadlock: DeadlockMode?
  package let engine: Certificate.Method
  /// The induction depth.
  package let k: Int
  /// The constants that have one value.
  package let constants: [String: Int64]
  /// The constants for every positive value of which it is a proof.
  package let forAll: [String]
  package let claims: [String]
  /// The inductive invariant in Murphi.
  package let invariant: [String]
  /// The conjuncts that are no claims, as states that are excluded.
  package let lemmas: [Cube]
  /// What breaks the claim; nil for a proof.
  package let race: Certificate.Race?
  /// The name of the script with the obligations, which lies beside this file.
  package let script: String
  /// The digest of the script.
  package let scriptHash: String

  /// - Parameter learned: invariants that the proof adds, in Murphi.
  /// - Parameter script: the name of the file that `ObligationScript` is stored in.
  package init(
    of specification: Specification, certificate: Certificate, learned: String? = nil,
    script: String
  ) {
    schema = Self.schema
    self.learned = learned
    spec = specification.path
    specHash = Self.hash(of: specification.source.bytes)
    let overrides = Dictionary(
      specification.overrides.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    let unused = certificate.race == nil ? [] : certificate.forAll
    self.overrides = overrides.filter { !unused.contains($0.key) }
    deadlock = specification.options.deadlock
    engine = certificate.method
    k = certificate.k
    constants = certificate.constants
    forAll = certificate.forAll
    claims = certificate.claims
    invariant = certificate.invariant
    lemmas = certificate.lemmas
    race = certificate.race
    self.script = script
    scriptHash = Self.hash(of: Array(ObligationScript.text(of: certificate.obligations).utf8))
  }

  /// Why files are no stored proof.
  package enum ReadFailure: Error, Sendable, Hashable {
    case notACertificate
    case noSpecification
    /// It has a part of this name, which no certificate has.
    case strayPart(String)
    case otherSchema(String)
    /// The script is not the one that belongs to it.
    case otherScript
    /// The script is not one of obligations; what is wrong with this line, counted from 1.
    case script(line: Int, String)
  }

  package init(_ bytes: [UInt8]) throws(ReadFailure) {
    let form: Form
    do {
      form = try JSONDecoder().decode(Form.self, from: Data(bytes))
    } catch { throw .notACertificate }
    guard form.schema == Self.schema else { throw .otherSchema(form.schema) }
    do { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) } catch {
      throw .notACertificate
    }
    guard isWellFormed else { throw .notACertificate }
    guard !spec.isEmpty else { throw .noSpecification }
    if let part = Self.parts(of: bytes).subtracting(Self.parts(of: self.bytes)).min() {
      throw .strayPart(part)
    }
  }

  /// Whether its parts can belong together: every conjunct has its text, and a race is called one.
  private var isWellFormed: Bool {
    let conjuncts = race == nil ? claims.count + lemmas.count : 0
    return !script.isEmpty && !script.contains("/") && (race != nil) == (engine == .race)
      && invariant.count >= conjuncts && constants.keys.allSatisfy { !forAll.contains($0) }
  }

  /// A symbolic constant with a value that nothing depends on: a race is of every size from some
  /// on, and no instance of it is asked about.
  var unusedOverride: String? {
    race == nil ? nil : forAll.first { overrides[$0] != nil }
  }

  private struct Form: Codable { let schema: String }

  /// The names of what is said.
  private static func parts(of bytes: [UInt8]) -> Set<String> {
    struct Anything: Decodable { init(from decoder: any Decoder) {} }
    let parts = try? JSONDecoder().decode([String: Anything].self, from: Data(bytes))
    return Set((parts ?? [:]).keys)
  }

  /// The form that is stored.
  package var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a certificate is made of texts and integers")
    }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// The digest that a text is known by.
  package static func hash(of text: [UInt8]) -> String { Digest.name(of: text) }

  /// The certificate that this file and its script are.
  package func certificate(_ script: [UInt8]) throws(ReadFailure) -> Certificate {
    guard Self.hash(of: script) == scriptHash else { throw .otherScript }
    let text = String(decoding: script, as: UTF8.self)
    let obligations = try ObligationScript.obligations(in: text)
    guard ObligationScript.text(of: obligations) == text else {
      throw .script(line: 1, "it is not as it would be written")
    }
    return Certificate(
      by: engine, claims: claims, invariant: invariant, lemmas: lemmas, k: k,
      constants: constants, forAll: forAll, race: race, obligations: obligations)
  }

  /// What a specification is loaded with to be the one that was proved.
  package var options: LoadOptions {
    LoadOptions(
      overrides: overrides.sorted { $0.key < $1.key }.map { ($0, $1) }, deadlock: deadlock,
      forAll: forAll.isEmpty ? .none : .named(forAll))
  }
}
