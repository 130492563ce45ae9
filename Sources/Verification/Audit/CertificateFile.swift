internal import Foundation
package import Model
internal import SourceText

/// A stored proof: a certificate, and all that is needed to know what it is about.
package struct CertificateFile: Sendable, Hashable, Codable {
  /// The name and version of the form.
  package static let schema = "pinproof-certificate/1"

  package let schema: String
  /// The path of the specification when it was proved.
  package let spec: String
  /// The text of the specification when it was proved.
  package let text: String
  /// Invariants that the proof adds to it, in Murphi, with functions for them.
  package let lemmas: String?
  /// The constants that were overridden, as written.
  package let overrides: [String: String]
  package let certificate: Certificate

  package init(
    of specification: Specification, certificate: Certificate, lemmas: String? = nil
  ) {
    schema = Self.schema
    spec = specification.path
    text = String(decoding: specification.source.bytes, as: UTF8.self)
    self.lemmas = lemmas
    self.overrides = Dictionary(
      specification.overrides.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    self.certificate = certificate
  }

  /// Why a text is no stored proof.
  package enum ReadFailure: Error, Sendable, Hashable {
    case notACertificate
    case otherSchema(String)
  }

  package init(_ bytes: [UInt8]) throws(ReadFailure) {
    do { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) } catch {
      throw .notACertificate
    }
    guard schema == Self.schema else { throw .otherSchema(schema) }
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

  /// All obligations in one SMT-LIB script, for a solver on its own.
  package var script: String {
    certificate.obligations.map { obligation in
      """
      (reset)
      ; \(obligation.name.replacingOccurrences(of: "\n", with: " "))
      ; expected: \(obligation.expected.rawValue)
      \(obligation.text)
      (check-sat)

      """
    }.joined()
  }

  /// The specification that the proof is about, loaded from the stored text.
  package func specification() throws(LoadFailure) -> Specification {
    let specification = try Specification(
      SourceFile(name: spec, text: text),
      options: LoadOptions(
        overrides: overrides.sorted { $0.key < $1.key }.map { ($0, $1) },
        forAll: certificate.forAll.map(LoadOptions.ForAll.named) ?? .none))
    guard let lemmas else { return specification }
    return try specification.adding(lemmas: lemmas)
  }
}
