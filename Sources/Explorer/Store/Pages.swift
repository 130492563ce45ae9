#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The owner of zeroed memory that comes from the system and goes back to it at once.
///
/// In large pages where there are such and it fills them: tables are read at random, and looking
/// up small pages would take as long as the reads.
struct Pages: ~Copyable {
  let base: UnsafeMutableRawPointer
  let bytes: Int
  private static let largePage = 2 << 20
  private static let page = 1 << 14
  /// MADV_POPULATE_WRITE of Linux 5.14, which older headers lack.
  private static let populateWrite: Int32 = 23

  /// - Parameter willBeUsed: whether all of it soon is, so that the system had better provide it
  ///   at once than page by page.
  init(_ bytes: Int, willBeUsed: Bool = false) {
    let unit = bytes >= Self.largePage ? Self.largePage : Self.page
    let rounded = (max(1, bytes) + unit - 1) / unit * unit
    self.bytes = rounded
    base = unit == Self.page ? Self.map(rounded) : Self.mapAligned(rounded)
    #if canImport(Glibc)
    // Systems that do not know it provide the pages when they are touched.
    if willBeUsed, rounded > Self.page { madvise(base, rounded, Self.populateWrite) }
    #endif
  }

  deinit { munmap(base, bytes) }

  private static func map(_ bytes: Int) -> UnsafeMutableRawPointer {
    let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { fatalError("out of memory") }
    return memory
  }

  /// Maps a large page more than it needs, and gives back what stands over on either side.
  private static func mapAligned(_ bytes: Int) -> UnsafeMutableRawPointer {
    let memory = map(bytes + largePage)
    let over = Int(bitPattern: memory) % largePage
    let head = over == 0 ? 0 : largePage - over
    if head > 0 { munmap(memory, head) }
    if head < largePage { munmap(memory + head + bytes, largePage - head) }
    #if canImport(Glibc)
    madvise(memory + head, bytes, MADV_HUGEPAGE)
    #endif
    return memory + head
  }
}
