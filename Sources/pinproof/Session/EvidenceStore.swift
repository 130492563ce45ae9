import Foundation
import Model
import Report
import Verification

/// Stores the evidence of a run in files, and notes their paths in its records.
struct EvidenceStore {
  /// The folder for traces, if they are wanted.
  let traces: String?
  /// The folder for certificates, if they are wanted.
  let certificates: String?
  /// The paths, without their endings, that this run has written; none is written twice.
  private var paths = FileNames()

  init(traces: String?, certificates: String?) {
    self.traces = traces
    self.certificates = certificates
  }

  /// Makes sure, before any work is done, that evidence can be stored.
  func prepare() throws(Failure) {
    if let traces { try OutputFile.prepareFolder(traces, for: "--trace-dir") }
    if let certificates { try OutputFile.prepareFolder(certificates, for: "--cert-dir") }
  }

  /// The record of what was found, with the paths of its evidence.
  mutating func store(_ findings: Findings, of specification: Specification) throws(Failure)
    -> SpecRecord
  {
    var record = findings.record
    if let traces {
      for (claim, trace) in findings.traces {
        let path =
          paths.free(
            "\(traces)/\(FileNames.name(of: specification))-\(FileNames.name(from: claim))")
          + ".itf.json"
        let text = ITFWriter.text(of: trace, in: specification.system, spec: specification.path)
        try OutputFile.write(text.utf8, to: path)
        record.note(claim) { $0.trace = path }
      }
    }
    if let certificates {
      for certificate in findings.certificates {
        let race = certificate.race.map { _ in
          "-\(FileNames.name(from: certificate.claims.joined()))-race"
        }
        let path = paths.free("\(certificates)/\(FileNames.name(of: specification))\(race ?? "")")
        let script = URL(fileURLWithPath: path + ".smt2").lastPathComponent
        let file = CertificateFile(
          of: specification, certificate: certificate,
          learned: certificate.race == nil ? findings.lemmas : nil, script: script)
        try OutputFile.write(file.bytes, to: path + ".cert.json")
        try OutputFile.write(
          ObligationScript.text(of: certificate.obligations).utf8, to: path + ".smt2")
        for claim in certificate.claims {
          record.note(claim) { $0.certificate = path + ".cert.json" }
        }
      }
    }
    return record
  }
}

extension SpecRecord {
  fileprivate mutating func note(_ claim: String, _ change: (inout ClaimRecord) -> Void) {
    for index in claims.indices where claims[index].name == claim { change(&claims[index]) }
  }
}
