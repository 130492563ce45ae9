import ArgumentParser
import Foundation
import Model
import Verification

/// Writes instances for other model checkers, and prints a line for each file.
struct ExportStore {
  let folder: String

  /// Makes sure, before any work is done, that files can be written.
  func prepare() throws(Failure) { try OutputFile.prepareFolder(folder, for: "--dir") }

  /// The instances of a specification.
  func write(_ path: String, _ options: SpecOptions, as format: InstanceExport.Format) throws {
    let found = FileFinder().files(at: [path])
    try PropertyCheck(options).requireMatches(in: found)
    for instance in options.instances {
      let specification: Specification
      do { specification = try Specification(at: path, options: instance) } catch {
        throw ArgumentParser.ExitCode(
          Int32(ErrorPrinter().record(of: error, path: path).exit.rawValue))
      }
      try write(specification, ClaimSelection(options.property), as: format)
    }
  }

  private func write(
    _ specification: Specification, _ selection: ClaimSelection, as format: InstanceExport.Format
  ) throws(Failure) {
    let name = FileNames.name(of: specification)
    let claims = selection.claims(of: specification.system)
    let file = try refusing(specification.path) { () throws(InstanceExport.Refusal) in
      try InstanceExport(of: specification.system, claims: claims).instance(as: format)
    }
    try store([file], named: name)
  }

  /// A stored proof.
  func write(proof path: String) throws(Failure) {
    let proofs = StoredProofs(solver: nil, seconds: 300, processes: 1)
    let (proof, specification) = try proofs.proof(at: path)
    let claims = specification.system.claims.indices.map(ClaimIndex.init).filter {
      proof.certificate.claims.contains(specification.system[$0].name)
    }
    let name = String(URL(fileURLWithPath: path).lastPathComponent.dropLast(".cert.json".count))
    let files = try refusing(path) { () throws(InstanceExport.Refusal) in
      try InstanceExport(of: specification.system, claims: claims)
        .witnessed(by: proof.certificate, named: name)
    }
    try store(files, named: name)
  }

  private func refusing<Result>(
    _ path: String, _ body: () throws(InstanceExport.Refusal) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure(error.exitCode, "\(path): \(error)") }
  }

  private func store(_ files: [InstanceExport.File], named name: String) throws(Failure) {
    for file in files {
      let path = folder == "." ? name + file.ending : "\(folder)/\(name)\(file.ending)"
      try OutputFile.write(file.bytes, to: path)
      print("\(path): \(file.finding)")
    }
  }
}
