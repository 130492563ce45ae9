import Foundation
import Model

/// Writes a file in one go: it is there whole or not at all.
enum AtomicFile {
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Failure) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.usage, "cannot write \(path): \(error.localizedDescription)")
    }
  }

  /// Makes sure that a folder is there.
  static func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.usage, "cannot make the folder \(path): \(error.localizedDescription)")
    }
  }

  /// A file name made from any text: letters and digits, all else as single hyphens.
  static func name(from text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "claim" : words.joined(separator: "-")
  }
}
