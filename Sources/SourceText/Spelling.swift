/// The candidate spelled most like `word`, when one is near enough to be what was meant.
///
/// Near means at most a third of the word's letters changed, added, dropped or swapped, and never
/// more than 3; a difference of case alone is always near. The first of equally near ones wins.
package func nearestSpelling(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.utf8.prefix(64))
  let limit = min(3, max(1, letters.count / 3))
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let other = Array(candidate.utf8.prefix(64))
    guard abs(other.count - letters.count) <= limit else { continue }
    let sameLetters = candidate.lowercased() == word.lowercased()
    let distance = sameLetters ? 0 : editDistance(letters, other)
    if distance <= limit, distance < (best?.distance ?? Int.max), distance < letters.count {
      best = (candidate, distance)
    }
  }
  return best?.name
}

/// How many changed, added, dropped or swapped bytes lead from one word to the other.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in 0..<left.count {
    var current = [i + 1]
    for j in 0..<right.count {
      let substituted = previous[j] + (left[i] == right[j] ? 0 : 1)
      var cost = min(substituted, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
