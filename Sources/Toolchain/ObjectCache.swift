/// Compiled libraries by the content that they were made from.
///
/// A folder of this user that is closed to others. Each library ends with the digest of what comes
/// before, which is checked before it is loaded: a file that was cut short, damaged or put there by
/// somebody else is removed. Files appear whole, by renaming.
struct ObjectCache: Sendable {
  let folder: String
  /// The most bytes that it keeps.
  let capacity: Int

  /// Nil when the folder cannot be made or is not closed to others.
  init?(folder: String, capacity: Int) {
    guard Files.makePrivateFolder(folder) else { return nil }
    self.folder = folder
    self.capacity = capacity
  }

  private static let suffix = ".so"

  private func path(of key: String) -> String { "\(folder)/\(key)\(Self.suffix)" }

  /// The path of the library with this key, when it is there and undamaged.
  func library(_ key: String) -> String? {
    let path = path(of: key)
    guard let bytes = Files.privateContents(of: path) else { return nil }
    guard Self.isWhole(bytes) else {
      Files.remove(path)
      return nil
    }
    Files.touch(path)
    return path
  }

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    let length = bytes.count - Digest.length
    return length > 0 && Array(bytes[length...]) == Digest.of(Array(bytes[..<length]))
  }

  /// Keeps a library, when there is room for it.
  func keep(_ bytes: [UInt8], as key: String) {
    guard bytes.count <= capacity / 4 else { return }
    let draft = "\(folder)/\(key).draft-\(UInt32.random(in: 0 ... .max))"
    let problem = Files.write(bytes + Digest.of(bytes), to: draft)
    guard problem == nil, Files.rename(draft, to: path(of: key)) else {
      return Files.remove(draft)
    }
    prune()
  }

  /// A day: what a run that was killed left behind is surely not in use any more.
  private static let abandonedAge = 86_400

  /// Removes the libraries that were not used for longest until the rest fits, and what other runs
  /// left behind.
  private func prune() {
    var libraries: [(path: String, size: Int, age: Int)] = []
    for name in Files.names(in: folder) {
      let path = "\(folder)/\(name)"
      guard let (size, age) = Files.sizeAndAge(of: path) else { continue }
      if name.hasSuffix(Self.suffix) {
        libraries.append((path, size, age))
      } else if age > Self.abandonedAge {
        name.hasPrefix("build-") ? Files.removeFolder(path) : Files.remove(path)
      }
    }
    var total = libraries.reduce(0) { $0 + $1.size }
    for library in libraries.sorted(by: { ($0.age, $0.path) > ($1.age, $1.path) })
    where total > capacity {
      Files.remove(library.path)
      total -= library.size
    }
  }
}
