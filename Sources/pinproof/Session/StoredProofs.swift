import ArgumentParser
import Foundation
import Model
import Verification

/// Re-checks stored proofs and prints a line for each.
struct StoredProofs {
  /// The solver to ask; without one, `z3` where it is installed, and else the linked library.
  let solver: String?
  /// How long one certificate may take.
  let seconds: Int

  /// Checks every file; the exit code is that of the worst.
  func check(_ files: [String]) throws {
    let audit = try self.audit
    let codes = files.map { file -> Model.ExitCode in
      do throws(Failure) {
        let certificate = try confirmed(file, by: audit).certificate
        let what = certificate.race == nil ? "" : " that the claim is violated"
        print(
          "\(file): CONFIRMED\(what) by \(audit.judge), "
            + "\(certificate.obligations.count) obligations")
        return .success
      } catch {
        print("\(file): \(error.message)")
        return error.code
      }
    }
    throw ArgumentParser.ExitCode(Int32(Model.ExitCode.weightiest(of: codes).rawValue))
  }

  var audit: CertificateAudit {
    get throws(Failure) {
      guard let solver else { return CertificateAudit(seconds: seconds) }
      guard let process = SolverProcess(named: solver) else {
        throw Failure(
          .unknown,
          "\(solver) is not installed; on Debian: apt-get install \(solver), or choose --solver")
      }
      return CertificateAudit(solver: process, seconds: seconds)
    }
  }

  /// A proof that stands, of a specification that has not changed since.
  func confirmed(_ path: String, by audit: CertificateAudit) throws(Failure) -> CertificateFile {
    let file = try read(path)
    let specification: Specification
    do { specification = try file.specification() } catch {
      throw Failure(.invalidSpec, "REFUSED: the specification in it is not valid")
    }
    if let vacuity = file.certificate.vacuity {
      throw Failure(.vacuous, "VACUOUS: it proves nothing: \(vacuity.rawValue)")
    }
    if let now = FileManager.default.contents(atPath: file.spec), Data(file.text.utf8) != now {
      throw Failure(.unknown, "OUTDATED: \(file.spec) has changed since; prove it again")
    }
    do {
      if let refusal = try audit.refusal(of: file.certificate, for: specification.system) {
        throw refusal.isUndecided
          ? Failure(.unknown, "UNDECIDED: \(refusal)") : Failure(.unknown, "REFUSED: \(refusal)")
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.unknown, "REFUSED: \(error)")
    }
    return file
  }

  func read(_ path: String) throws(Failure) -> CertificateFile {
    let bytes: [UInt8]
    do { bytes = try InputFile.bytes(at: path) } catch { throw Failure(error) }
    do { return try CertificateFile(bytes) } catch {
      switch error {
      case .notACertificate: throw Failure(.invalidSpec, "REFUSED: it is not a stored proof")
      case .otherSchema(let name):
        throw Failure(.invalidSpec, "REFUSED: its schema is \(name), not \(CertificateFile.schema)")
      }
    }
  }
}
