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
    self.capacity = capacity
    self.base = Self.zeroed(capacity)
  }

  deinit { free(base) }

  var bytes: Int { capacity * MemoryLayout<Element>.stride }

  /// Makes room for `count` elements, by at least a quarter more than before.
  mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    capacity = max(count, capacity + capacity / 4, 16)
    base = Self.resize(base, to: capacity)
  }

  /// Zeroed memory, in large pages where there are such and it fills them: tables are read at
  /// random, and looking up small pages would take as long as the reads.
  private static func zeroed(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let bytes = max(1, capacity) * MemoryLayout<Element>.stride
    let largePage = 2 << 20
    guard bytes >= largePage else { return resize(nil, to: capacity, isZeroed: true) }
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, largePage, bytes) == 0, let memory else {
      fatalError("out of memory")
    }
    #if canImport(Glibc)
    madvise(memory, bytes, MADV_HUGEPAGE)
    #endif
    memset(memory, 0, bytes)
    return memory.assumingMemoryBound(to: Element.self)
  }

  private static func resize(
    _ old: UnsafeMutablePointer<Element>?, to capacity: Int, isZeroed: Bool = false
  )
    -> UnsafeMutablePointer<Element>
  {
    let bytes = max(1, capacity) * MemoryLayout<Element>.stride
    guard let memory = realloc(old, bytes) else { fatalError("out of memory") }
    if isZeroed { memset(memory, 0, bytes) }
    return memory.assumingMemoryBound(to: Element.self)
  }
}
