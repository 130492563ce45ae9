extension Sequence where Element: Sequence {
  /// All ways to choose one element of each, those of the last one varying fastest.
  var combinations: [[Element.Element]] {
    reduce([[]]) { chosen, next in
      chosen.flatMap { earlier in next.map { earlier + [$0] } }
    }
  }
}
