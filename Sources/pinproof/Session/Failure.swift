import Foundation
import Model
import Verification

/// A run that cannot be done: one line for the user, and the exit code.
struct Failure: Error {
  let code: Model.ExitCode
  let message: String

  init(_ code: Model.ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ failure: InputFile.ReadFailure) {
    switch failure {
    case .missing(""): self.init(.noInput, "the name of a file is empty")
    case .missing(let path): self.init(.noInput, "no such file: \(path)")
    case .unreadable(let path, let reason):
      self.init(.noInput, "\(path) cannot be read: \(reason)")
    }
  }

  /// The same failure, and the file that it is about.
  func naming(_ file: String) -> Failure { Failure(code, "\(file): \(message)") }
}

/// Where everything but the report goes.
enum StandardError {
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static func line(_ text: String) { write(text + "\n") }
}
