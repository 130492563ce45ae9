package import Model
import Prover
import SourceText

/// A proof as it is stored: a certificate, the script of its obligations, and the specification
/// that it is about.
package struct StoredProof: Sendable {
  package let file: CertificateFile
  package let certificate: Certificate

  /// Why a stored proof does not stand.
  package enum Refusal: Error, Sendable, Hashable {
    case form(CertificateFile.ReadFailure, script: String)
    /// The specification is another one than was proved.
    case outdated(spec: String)
    /// The specification cannot be what was proved.
    case invalidSpec(spec: String)
    /// A lemma stands there as learned that is not among what was proved.
    case strayLemma(String)
    case certificate(CertificateRefusal)
    /// It gives a value to a constant, which nothing depends on.
    case unusedOverride(String)
    /// The obligations cannot even be derived, in words.
    case notDerivable(String)
  }

  /// What a check that finds nothing has done.
  package struct Confirmation: Sendable, Hashable {
    /// The obligations of the certificate.
    package let obligations: Int
    /// The questions of the second encoding.
    package let independent: CertificateAudit.Recount
  }

  /// Reads the two files of a proof.
  package init(_ file: CertificateFile, script: [UInt8]) throws(Refusal) {
    if let constant = file.unusedOverride { throw .unusedOverride(constant) }
    self.file = file
    do { certificate = try file.certificate(script) } catch {
      throw .form(error, script: file.script)
    }
  }

  /// Checks everything about it.
  ///
  /// - Parameter spec: the specification as it stands now.
  package func confirm(for spec: [UInt8], by audit: CertificateAudit) throws(Refusal)
    -> Confirmation
  {
    let specification = try specification(spec)
    let refusal: CertificateRefusal?
    do { refusal = try audit.refusal(of: certificate, for: specification.system) } catch {
      throw .notDerivable("\(error)")
    }
    if let refusal { throw .certificate(refusal) }
    switch audit.independentRefusal(of: certificate, for: specification) {
    case .failure(let refusal): throw .certificate(refusal)
    case .success(let count):
      return Confirmation(obligations: certificate.obligations.count, independent: count)
    }
  }

  /// The specification that was proved, if this is still its text.
  package func specification(_ text: [UInt8]) throws(Refusal) -> Specification {
    guard CertificateFile.hash(of: text) == file.specHash else { throw .outdated(spec: file.spec) }
    let extended: Specification
    let known: Set<String>
    do {
      let specification = try Specification(
        SourceFile(name: file.spec, bytes: text), options: file.options)
      guard let lemmas = file.learned else { return specification }
      extended = try specification.adding(lemmas: lemmas)
      known = Set(specification.system.claims.map(\.name)).union(file.claims)
    } catch {
      throw .invalidSpec(spec: file.spec)
    }
    let stray = extended.system.claims.first { !known.contains($0.name) }
    if let stray { throw .strayLemma(stray.name) }
    return extended
  }
}

extension StoredProof.Refusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .form(.notACertificate, _): "it is not a stored proof"
    case .form(.strayPart(let name), _): "it says \"\(name)\", which means nothing"
    case .form(.noSpecification, _): "it names no specification"
    case .form(.otherSchema(let name), _):
      "its schema is \(name), not \(CertificateFile.schema)"
    case .form(.otherScript, let script):
      "\(script) is not the script that it was stored with"
    case .form(.script(let line, let problem), let script): "\(script), line \(line): \(problem)"
    case .outdated(let spec): "\(spec) has changed since; prove it again"
    case .invalidSpec(let spec): "\(spec) is not valid with the constants and lemmas of the proof"
    case .unusedOverride(let name):
      "it is a race for every \(name), and has no use for a value of it"
    case .strayLemma(let name): "its lemma \"\(name)\" is not among what was proved"
    case .certificate(let refusal): "\(refusal)"
    case .notDerivable(let words): words
    }
  }
}
