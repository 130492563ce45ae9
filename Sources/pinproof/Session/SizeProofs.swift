import Foundation
import Model
import Verification

/// The stored proofs of a folder that are for every value of some constants.
struct SizeProofs {
  /// How long a solver may take for one of them, in seconds.
  private static let seconds = 600

  private let store = StoredProofs(
    solver: nil, seconds: seconds, processes: ProcessInfo.processInfo.activeProcessorCount)
  private let files: [(path: String, file: CertificateFile)]

  init(folder: String) throws(Failure) {
    var files: [(path: String, file: CertificateFile)] = []
    for found in FileFinder(suffix: ".cert.json").files(at: [folder]) {
      guard case .file(let path) = found else {
        throw Failure(.noInput, "\(folder) has no stored proofs")
      }
      let file = try store.read(path)
      if !file.forAll.isEmpty { files.append((path, file)) }
    }
    self.files = files
  }

  /// Those of a specification as it stands now, confirmed by a solver. One of an earlier text is
  /// left out, and a proof that does not stand is an error.
  func of(_ spec: String) throws(Failure) -> [ContractTable.SizeProof] {
    guard let now = FileManager.default.contents(atPath: spec) else { return [] }
    var proofs: [ContractTable.SizeProof] = []
    for (path, file) in files {
      guard CertificateFile.hash(of: Array(now)) == file.specHash else {
        if file.spec == spec { StandardError.line("\(path): OUTDATED: \(spec) has changed since") }
        continue
      }
      let certificate = try confirmed(path)
      proofs.append(
        ContractTable.SizeProof(
          forAll: certificate.forAll, constants: certificate.constants,
          claims: certificate.claims, raceFrom: certificate.race?.from, certificate: path))
    }
    return proofs
  }

  private func confirmed(_ path: String) throws(Failure) -> Certificate {
    try store.confirmed(path, by: try store.audit).proof.certificate
  }
}
