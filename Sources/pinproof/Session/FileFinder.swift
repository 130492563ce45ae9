import Foundation

/// Finds the files that paths stand for: files, and those of one kind below folders, sorted.
struct FileFinder {
  /// How the names of files that are looked for end.
  var suffix = ".m"

  /// What a path stands for.
  enum Found: Hashable {
    case file(String)
    /// A folder without such files.
    case emptyFolder(String)
  }

  /// What the paths stand for, each once; whether a file is there is for its reader to find out.
  func files(at paths: [String]) -> [Found] {
    var seen: Set<Found> = []
    return paths.flatMap(found).filter { seen.insert($0).inserted }
  }

  private func found(at path: String) -> [Found] {
    guard OutputFile.isFolder(path) else { return [.file(path)] }
    let files = files(below: path)
    return files.isEmpty ? [.emptyFolder(path)] : files.map(Found.file)
  }

  private func files(below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(suffix) && !isHidden($0) }.sorted()
      .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
      .filter { !OutputFile.isFolder($0) }
  }

  private func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") }
  }
}
