import Foundation
import Model

/// Writes a file in one go: it is there whole or not at all.
enum OutputFile {
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Failure) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.usage, "cannot write \(path): \(error.localizedDescription)")
    }
  }

  /// Makes sure, before any work is done, that a file can be written.
  static func prepare(_ path: String, for option: String) throws(Failure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard isFolder(folder), FileManager.default.isWritableFile(atPath: folder) else {
      throw Failure(.usage, "\(option) \(path): cannot write to the folder \(folder)")
    }
    if isFolder(path) { throw Failure(.usage, "\(option) \(path): it is a folder") }
  }

  /// Makes sure, before any work is done, that a folder is there and can be written to.
  static func prepareFolder(_ path: String, for option: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      let reason = exists(path) ? "it is a file" : error.localizedDescription
      throw Failure(.usage, "\(option) \(path): cannot make the folder: \(reason)")
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw Failure(.usage, "\(option) \(path): cannot write to the folder")
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
