import CNative

/// The states that a worker sent lately, so that most duplicates need not be sent.
///
/// What a worker sends later is also absorbed later, so a state that it sent before adds nothing:
/// leaving it out changes nothing, whichever worker does it.
final class RecentStates: @unchecked Sendable {
  // @unchecked: its worker's only.
  private let pages: Pages
  private let words: UnsafeMutablePointer<UInt64>
  private let wordsPerState: Int
  private let mask: Int

  init(wordsPerState: Int) {
    self.wordsPerState = wordsPerState
    let places = Self.places(wordsPerState)
    mask = places - 1
    pages = Pages(8 * places * wordsPerState)
    words = pages.base.assumingMemoryBound(to: UInt64.self)
    forbidZero()
  }

  /// A power of two, about 1 MiB of states: what the nearer caches hold.
  private static func places(_ wordsPerState: Int) -> Int {
    1 << (Int.bitWidth - 1 - max(64, (1 << 17) / wordsPerState).leadingZeroBitCount)
  }

  /// Puts a state that belongs elsewhere to the place of the state of zeros, which was not sent.
  private func forbidZero() {
    let zero = [UInt64](repeating: 0, count: wordsPerState)
    let place = place(of: Hash.of(zero, count: wordsPerState))
    var other = zero
    repeat { other[0] += 1 } while self.place(of: Hash.of(other, count: wordsPerState)) == place
    words[place * wordsPerState] = other[0]
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 32) & mask }

  /// Asks for the memory of what may be the state of this hash.
  @inline(__always)
  func prefetch(_ hash: UInt64, words count: Int) {
    let known = words + place(of: hash) &* count
    for word in stride(from: 0, to: count, by: 8) { machine_prefetch(known + word) }
    machine_prefetch(known + (count &- 1))
  }

  /// Whether the state of this hash was sent; it counts as sent from now on.
  @inline(__always)
  func wasSent(_ state: UnsafePointer<UInt64>, words count: Int, _ hash: UInt64) -> Bool {
    let known = words + place(of: hash) &* count
    var difference: UInt64 = 0
    for word in 0..<count {
      difference |= known[word] ^ state[word]
      known[word] = state[word]
    }
    return difference == 0
  }
}
