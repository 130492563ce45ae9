import Model
import Verification

/// Refuses patterns of claims that select nothing: a misspelt name must not pass as a success.
struct PropertyCheck {
  private let options: SpecOptions

  init(_ options: SpecOptions) { self.options = options }

  /// Throws when a pattern selects no claim of any specification that can be loaded.
  func requireMatches(in found: [FileFinder.Found]) throws(Failure) {
    guard !options.property.isEmpty else { return }
    let names = claims(of: found)
    guard !names.isEmpty else { return }
    for pattern in options.property where !names.contains(where: ClaimSelection([pattern]).selects)
    {
      let list = names.map { "  \($0)" }.joined(separator: "\n")
      throw Failure(.usage, "--property '\(pattern)' selects no claim; the claims are:\n\(list)")
    }
  }

  /// The names of all claims, each once, of the first instance of each specification.
  private func claims(of found: [FileFinder.Found]) -> [String] {
    var seen: Set<String> = []
    return found.flatMap { found -> [String] in
      // What cannot be loaded is reported when its turn comes.
      guard case .file(let path) = found, let options = options.instances.first,
        let specification = try? Specification(at: path, options: options)
      else { return [] }
      return specification.system.claims.map(\.name)
    }.filter { seen.insert($0).inserted }
  }
}
