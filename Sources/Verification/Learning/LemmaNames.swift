import Model
internal import SourceText

/// What lemmas are called at the end of a specification.
struct LemmaNames {
  private let specification: Specification

  init(for specification: Specification) { self.specification = specification }

  /// What the names of lemmas begin with, and those of no other claims.
  var prefix: String {
    var prefix = "learned lemma "
    while specification.system.claims.contains(where: { $0.name.hasPrefix(prefix) }) {
      prefix = "further " + prefix
    }
    return prefix
  }

  /// Lemmas with names of their own.
  func named(_ lemmas: [Knowledge.Lemma]) -> [(name: String, lemma: Knowledge.Lemma)] {
    lemmas.enumerated().map { ("\(prefix)\($0 + 1)", $1) }
  }
}

extension Specification {
  /// The specification with some lemmas at its end.
  func extended(by lemmas: String) throws(EngineFailure) -> Specification {
    do {
      return try adding(lemmas: lemmas)
    } catch .invalid(_, let diagnostics) {
      let words = diagnostics.first.map { "\($0)" } ?? ""
      throw .disagreement("a learned lemma is not valid: \(words)\n\(lemmas)")
    } catch {
      throw .disagreement("a learned lemma is not valid")
    }
  }
}
