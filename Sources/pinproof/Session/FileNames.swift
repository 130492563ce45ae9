import Foundation
import Verification

/// Names for files, each given once.
struct FileNames {
  private var taken: Set<String> = []

  /// The name itself, or with a number when it is taken.
  mutating func free(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }

  /// A file name made from any text: letters and digits, all else as single hyphens.
  static func name(from text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "claim" : words.joined(separator: "-")
  }

  /// A specification's file name without its ending, with the constants that were overridden.
  static func name(of specification: Specification) -> String {
    let file = URL(fileURLWithPath: specification.path).deletingPathExtension().lastPathComponent
    let overrides = specification.overrides.map { "-\($0.name)-\(name(from: $0.value))" }
    return file + overrides.joined()
  }
}
