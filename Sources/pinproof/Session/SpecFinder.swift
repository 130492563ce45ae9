import Foundation

/// Finds the specifications that paths stand for: files, and `*.m` below folders, sorted.
struct SpecFinder {
  /// What a path stands for.
  enum Found: Hashable {
    case spec(String)
    /// A folder without specifications.
    case emptyFolder(String)
  }

  /// What the paths stand for, each once; whether a file is there is for its reader to find out.
  func specs(at paths: [String]) -> [Found] {
    var seen: Set<Found> = []
    return paths.flatMap(found).filter { seen.insert($0).inserted }
  }

  private func found(at path: String) -> [Found] {
    guard OutputFile.isFolder(path) else { return [.spec(path)] }
    let specs = specs(below: path)
    return specs.isEmpty ? [.emptyFolder(path)] : specs.map(Found.spec)
  }

  private func specs(below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".m") && !isHidden($0) }.sorted()
      .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
      .filter { !OutputFile.isFolder($0) }
  }

  private func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") }
  }
}
