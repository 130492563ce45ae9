import SourceText
import Testing

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("folio", ["folios", "pgmap"], "folios"), ("Task", ["task", "mask"], "task"),
      ("reutrn", ["return"], "return"), ("x", ["y", "z"], nil), ("ab", ["ba"], "ba"),
      ("pins", ["freed"], nil), ("refcuont", ["refcount", "recount"], "refcount"),
      ("same", ["same"], nil), ("", ["a"], nil),
    ] as [(String, [String], String?)])
  func theNearestNameIsFound(word: String, candidates: [String], nearest: String?) {
    #expect(nearestSpelling(to: word, among: candidates) == nearest)
  }
}
