import Foundation
import Model
import Verification

/// Writes a file in one go: it is there whole or not at all.
enum OutputFile {
  /// Writes to a file, where a link leads, or to what stands there instead, such as a pipe.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Failure) {
    let file = URL(fileURLWithPath: path)
    do {
      if isReplaceable(path) {
        try Data(bytes).write(to: file.resolvingSymlinksInPath(), options: .atomic)
      } else {
        let stream = try FileHandle(forWritingTo: file)
        defer { try? stream.close() }
        try stream.write(contentsOf: Data(bytes))
      }
    } catch {
      let reason = isFolder(path) ? "it is a folder" : error.systemReason
      throw Failure(.usage, "cannot write \(path): \(reason)")
    }
  }

  /// Makes sure, before any work is done, that a file can be written.
  static func prepare(_ path: String, for option: String) throws(Failure) {
    try requireName(path, for: option)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard isFolder(folder), FileManager.default.isWritableFile(atPath: folder) else {
      throw Failure(.usage, "\(option) \(path): cannot write to the folder \(folder)")
    }
    if isFolder(path) { throw Failure(.usage, "\(option) \(path): it is a folder") }
  }

  /// Makes sure, before any work is done, that a folder is there and can be written to.
  static func prepareFolder(_ path: String, for option: String) throws(Failure) {
    try requireName(path, for: option)
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      let reason = exists(path) ? "it is a file" : error.systemReason
      throw Failure(.usage, "\(option) \(path): cannot make the folder: \(reason)")
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw Failure(.usage, "\(option) \(path): cannot write to the folder")
    }
  }

  private static func requireName(_ path: String, for option: String) throws(Failure) {
    if path.isEmpty { throw Failure(.usage, "\(option): the name is empty") }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether a link leads to a file, or to nothing yet: a device or a pipe must stay what it is.
  private static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
