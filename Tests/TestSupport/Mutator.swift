/// Damages texts, the same way for the same seed.
package struct Mutator {
  private var random: SplitMix64
  /// Pieces that mean something to the reader under test.
  private let dictionary: [[UInt8]]

  package init(seed: UInt64, dictionary: [String]) {
    self.random = SplitMix64(seed: seed)
    self.dictionary = dictionary.map { Array($0.utf8) }
  }

  /// The bytes after one to four changes.
  package mutating func mutate(_ bytes: [UInt8], with other: [UInt8] = []) -> [UInt8] {
    var result = bytes
    for _ in 0..<random.pick([1, 1, 1, 2, 4]) { change(&result, other) }
    return result
  }

  private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
    let stretch = stretch(of: bytes, upTo: 40)
    switch random.number(0...9) {
    case 0 where !stretch.isEmpty:
      bytes[stretch.lowerBound] ^= 1 << random.pick([0, 1, 2, 3, 4, 5, 6, 7])
    case 1 where !stretch.isEmpty: bytes[stretch.lowerBound] = UInt8(random.number(0...255))
    case 2, 3: bytes.removeSubrange(stretch)
    case 4: bytes.insert(contentsOf: bytes[stretch], at: position(in: bytes))
    case 5: bytes.removeSubrange(position(in: bytes)...)
    case 6:
      bytes.insert(contentsOf: other[self.stretch(of: other, upTo: 200)], at: position(in: bytes))
    case 7: bytes.insert(contentsOf: repeated(), at: position(in: bytes))
    default: bytes.replaceSubrange(stretch, with: piece())
    }
  }

  private mutating func position(in bytes: [UInt8]) -> Int { random.number(0...bytes.count) }

  private mutating func stretch(of bytes: [UInt8], upTo length: Int) -> Range<Int> {
    let start = position(in: bytes)
    return start..<min(bytes.count, start + random.number(0...length))
  }

  private mutating func piece() -> [UInt8] {
    dictionary.isEmpty ? [UInt8(random.number(0...255))] : random.pick(dictionary)
  }

  /// The same piece many times: what nests or grows too much.
  private mutating func repeated() -> [UInt8] {
    let piece = piece()
    return (0..<random.pick([2, 10, 300])).flatMap { _ in piece }
  }
}
