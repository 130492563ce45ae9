import Foundation

/// Paths in relation to each other.
enum Paths {
  /// The longest folder that all paths are in, with its slash; empty when there is none.
  static func commonFolder(of paths: [String]) -> String {
    guard let first = paths.first else { return "" }
    var folder = first[..<(first.lastIndex(of: "/").map(first.index(after:)) ?? first.startIndex)]
    while !folder.isEmpty, !paths.allSatisfy({ $0.hasPrefix(folder) }) {
      let parent = folder.dropLast()
      folder = parent[..<(parent.lastIndex(of: "/").map(first.index(after:)) ?? first.startIndex)]
    }
    return String(folder)
  }

  /// The path of one file as seen from another.
  static func relative(_ path: String, toFolderOf file: String) -> String {
    let target = components(of: path)
    let start = components(of: file).dropLast()
    let common = zip(target, start).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: start.count - common)
    return (up + target.dropFirst(common)).joined(separator: "/")
  }

  private static func components(of path: String) -> [String] {
    URL(fileURLWithPath: path).standardizedFileURL.path.split(separator: "/").map(String.init)
  }
}
