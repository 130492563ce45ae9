#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The owner of one stretch of raw memory for trivial elements.
///
/// Unlike an array it is never copied, never checks bounds and grows in place where the system
/// can move pages (`realloc` of a large stretch). The owner frees it; pointers from `base` are
/// valid until the next `reserve`.
struct Block<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  /// How many elements fit.
  private(set) var capacity: Int

  init(capacity: Int = 0) {
    self.capacity = capacity
    self.base = Self.resize(nil, to: capacity)
  }

  /// A stretch in which every byte is zero.
  init(zeroed capacity: Int) {
    self.init(capacity: capacity)
    UnsafeMutableRawPointer(base).initializeMemory(
      as: UInt8.self, repeating: 0, count: capacity * MemoryLayout<Element>.stride)
  }

  deinit { free(base) }

  var bytes: Int { capacity * MemoryLayout<Element>.stride }

  /// Makes room for `count` elements, by at least a quarter more than before.
  mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    capacity = max(count, capacity + capacity / 4, 16)
    base = Self.resize(base, to: capacity)
  }

  private static func resize(_ old: UnsafeMutablePointer<Element>?, to capacity: Int)
    -> UnsafeMutablePointer<Element>
  {
    let bytes = max(1, capacity) * MemoryLayout<Element>.stride
    guard let memory = realloc(old, bytes) else { fatalError("out of memory") }
    return memory.assumingMemoryBound(to: Element.self)
  }
}
