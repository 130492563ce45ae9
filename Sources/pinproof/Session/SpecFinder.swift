import Foundation

/// Finds the specifications that paths stand for: files, and `*.m` below folders, sorted.
struct SpecFinder {
  /// A path that does not exist.
  struct NotFound: Error { let path: String }

  func specs(at paths: [String]) throws(NotFound) -> [String] {
    var found: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw NotFound(path: path)
      }
      found += isFolder.boolValue ? specs(below: path) : [path]
    }
    return found
  }

  private func specs(below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".m") }.sorted().map { name in
      folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
  }
}
