internal import Foundation

extension Error {
  /// Why an operation on a file failed, in the words of the operating system where it gave a
  /// reason: those of Foundation often say only that something failed.
  package var systemReason: String {
    let underlying = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    let cause = underlying as? POSIXError ?? self as? POSIXError
    return cause.map { String(cString: strerror($0.code.rawValue)) } ?? localizedDescription
  }
}
