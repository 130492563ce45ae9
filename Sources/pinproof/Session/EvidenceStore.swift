import Foundation
import Model
import Report
import Verification

/// Stores the evidence of a run in files, and notes their paths in its record.
struct EvidenceStore {
  /// The folder for traces, if they are wanted.
  let traces: String?
  /// The folder for certificates, if they are wanted.
  let certificates: String?

  func store(_ findings: Findings, of specification: Specification) throws(Failure) -> SpecRecord {
    var record = findings.record
    if let traces {
      try AtomicFile.makeFolder(traces)
      for (claim, trace) in findings.traces {
        let path = "\(traces)/\(name(of: specification))-\(AtomicFile.name(from: claim)).itf.json"
        let text = ITFWriter.text(
          of: trace, in: specification.system, spec: specification.path)
        try AtomicFile.write(text.utf8, to: path)
        record.note(claim) { $0.trace = path }
      }
    }
    if let certificates {
      try AtomicFile.makeFolder(certificates)
      for certificate in findings.certificates {
        try store(certificate, of: specification, in: certificates, &record)
      }
    }
    return record
  }

  private func store(
    _ certificate: Certificate, of specification: Specification, in folder: String,
    _ record: inout SpecRecord
  ) throws(Failure) {
    let file = CertificateFile(of: specification, certificate: certificate)
    let path = "\(folder)/\(name(of: specification)).cert.json"
    try AtomicFile.write(file.bytes, to: path)
    try AtomicFile.write(file.script.utf8, to: "\(folder)/\(name(of: specification)).smt2")
    for claim in certificate.claims { record.note(claim) { $0.certificate = path } }
  }

  /// The file's name without its ending, with the constants that were overridden.
  private func name(of specification: Specification) -> String {
    let file = URL(fileURLWithPath: specification.path).deletingPathExtension().lastPathComponent
    let overrides = specification.overrides.map { "-\($0.name)-\($0.value)" }.joined()
    return file + overrides
  }
}

extension SpecRecord {
  fileprivate mutating func note(_ claim: String, _ change: (inout ClaimRecord) -> Void) {
    for index in claims.indices where claims[index].name == claim { change(&claims[index]) }
  }
}
