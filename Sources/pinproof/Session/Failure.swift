import Foundation
import Model

/// A run that cannot be done: one line for the user, and the exit code.
struct Failure: Error {
  let code: Model.ExitCode
  let message: String

  init(_ code: Model.ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// Where everything but the report goes.
enum StandardError {
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static func line(_ text: String) { write(text + "\n") }
}
