internal import Foundation

/// Reads the files that users name.
package enum InputFile {
  /// Why a file cannot be read.
  package enum ReadFailure: Error, Sendable, Hashable {
    case missing(String)
    /// It is there; the reason in words.
    case unreadable(String, reason: String)
  }

  /// The largest file that is read, in bytes.
  private static let sizeLimit = 64 << 20

  /// All bytes of the file at a path.
  package static func bytes(at path: String) throws(ReadFailure) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path)
    }
    guard !isFolder.boolValue else { throw .unreadable(path, reason: "it is a folder") }
    let data: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      data = try file.read(upToCount: sizeLimit + 1) ?? Data()
    } catch {
      throw .unreadable(path, reason: error.systemReason)
    }
    guard data.count <= sizeLimit else {
      throw .unreadable(path, reason: "it is larger than \(sizeLimit >> 20) MiB")
    }
    return Array(data)
  }
}
