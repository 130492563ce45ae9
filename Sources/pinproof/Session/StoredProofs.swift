import ArgumentParser
import Foundation
import Model
import Report
import Verification

/// Re-checks stored proofs and prints a line for each.
struct StoredProofs {
  /// The solver to ask; without one, `z3` where it is installed, and else the linked library.
  let solver: String?
  /// How long one certificate may take.
  let seconds: Int
  /// How many solver processes there may be at a time.
  let processes: Int

  /// Checks every file; the exit code is that of the worst.
  func check(_ files: [String]) throws {
    let audit = try self.audit
    let codes = files.map { file -> Model.ExitCode in
      do throws(Failure) {
        let (proof, found) = try confirmed(file, by: audit)
        let what = proof.certificate.race == nil ? "" : " that the claim is violated"
        print(
          "\(file): CONFIRMED\(what) by \(audit.judge), \(found.obligations) obligations and "
            + "\(Self.words(for: found.independent)): \(subject(of: proof))")
        return .success
      } catch {
        print(error.message)
        return error.code
      }
    }
    throw ArgumentParser.ExitCode(Int32(Model.ExitCode.weightiest(of: codes).rawValue))
  }

  private static func words(for recount: CertificateAudit.Recount) -> String {
    let decided = "\(recount.decided) of a second encoding"
    if let unsaid = recount.unsaid {
      return decided + " in the smallest instances (for any size it cannot say \(unsaid))"
    }
    if recount.open == 0 { return decided }
    return decided + " (\(recount.open) more are open for any size; no small instance contradicts)"
  }

  /// Which claims of what a proof is about.
  private func subject(of proof: StoredProof) -> String {
    let file = proof.file
    let claims = file.claims.count == 1 ? "\"\(file.claims[0])\"" : "\(file.claims.count) claims"
    let overrides = file.overrides.filter { !file.forAll.contains($0.key) }
      .sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
    let sizes =
      file.race.map { VerdictText.leastValues($0.from) } ?? file.forAll.joined(separator: ", ")
    return
      "\(claims) of \(file.spec)\(overrides.joined())\(sizes.isEmpty ? "" : ", for all \(sizes)")"
  }

  /// Prints what proofs say, each under its name where there are several; the exit code is that of
  /// the worst.
  func show(_ files: [String]) throws {
    let codes = files.enumerated().map { position, file -> Model.ExitCode in
      do throws(Failure) {
        let proof = try stored(at: file)
        if position > 0 { print() }
        if files.count > 1 { print("\(file):") }
        print(proof.file.spec)
        text(of: proof).lines.forEach { print($0) }
        return .success
      } catch {
        StandardError.line("error: \(error.message)")
        return error.code
      }
    }
    throw ArgumentParser.ExitCode(Int32(Model.ExitCode.weightiest(of: codes).rawValue))
  }

  /// The text of a proof. Which constants have another value for each size says the specification,
  /// where it is there and has not changed.
  private func text(of proof: StoredProof) -> ProofText {
    let specification = (try? InputFile.bytes(at: proof.file.spec))
      .flatMap { try? proof.specification($0) }
    return ProofText(
      of: proof.certificate, leavingOut: specification?.system.dependentConstants ?? [])
  }

  var audit: CertificateAudit {
    get throws(Failure) {
      guard let solver else { return CertificateAudit(seconds: seconds, processes: processes) }
      guard let process = SolverProcess(named: solver) else {
        throw Failure(
          .unknown,
          "\(solver) is not installed; on Debian: apt-get install \(solver), or choose --solver")
      }
      return CertificateAudit(solver: process, seconds: seconds, processes: processes)
    }
  }

  /// A proof that stands, of a specification that has not changed since.
  func confirmed(_ path: String, by audit: CertificateAudit) throws(Failure)
    -> (proof: StoredProof, found: StoredProof.Confirmation)
  {
    let proof = try stored(at: path)
    let spec = try specification(of: proof, at: path)
    do { return (proof, try proof.confirm(for: spec, by: audit)) } catch {
      throw Failure(error).naming(path)
    }
  }

  /// A proof, checked or not, and the specification that it is about, which has not changed since.
  func proof(at path: String) throws(Failure) -> (StoredProof, Specification) {
    let proof = try stored(at: path)
    let text = try specification(of: proof, at: path)
    do { return (proof, try proof.specification(text)) } catch { throw Failure(error).naming(path) }
  }

  /// The text that a proof is about, as it stands now.
  private func specification(of proof: StoredProof, at path: String) throws(Failure) -> [UInt8] {
    do { return try InputFile.bytes(at: proof.file.spec) } catch {
      throw Failure(error).naming(path)
    }
  }

  func read(_ path: String) throws(Failure) -> CertificateFile {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(at: path) } catch { throw Failure(error) }
    do { return try CertificateFile(bytes) } catch {
      throw Failure(.form(error, script: "")).naming(path)
    }
  }

  /// The proof of a certificate, whose script lies beside it.
  private func stored(at path: String) throws(Failure) -> StoredProof {
    let file = try read(path)
    let folder = path.dropLast(path.split(separator: "/").last?.count ?? 0)
    let script: [UInt8]
    do { script = try InputFile.bytes(at: folder + file.script) } catch {
      throw Failure(error).naming(path)
    }
    do { return try StoredProof(file, script: script) } catch { throw Failure(error).naming(path) }
  }
}

extension Failure {
  fileprivate init(_ refusal: StoredProof.Refusal) {
    switch refusal {
    case .form, .invalidSpec, .strayLemma: self.init(.invalidSpec, "REFUSED: \(refusal)")
    case .outdated: self.init(.unknown, "OUTDATED: \(refusal)")
    case .certificate(let reason) where reason.isUndecided:
      self.init(.unknown, "UNDECIDED: \(refusal)")
    case .certificate, .notDerivable, .unusedOverride: self.init(.unknown, "REFUSED: \(refusal)")
    }
  }
}
