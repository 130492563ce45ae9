/// Hands out the chunks that the columns of a store consist of, and takes them back for reuse.
///
/// It is asked between phases only, by the search alone.
final class Arena: @unchecked Sendable {
  /// A mapping, kept until the arena goes.
  private final class Region {
    let pages: Pages
    init(_ bytes: Int) { pages = Pages(bytes) }
  }

  private var regions: [Region] = []
  private var used = 0
  private var free: [Int: [UnsafeMutableRawPointer]] = [:]
  private static let regionBytes = 2 << 20

  /// What it has from the system.
  private(set) var bytes = 0

  /// Memory of this size; what is in it is not known.
  func take(_ size: Int) -> UnsafeMutableRawPointer {
    if let chunk = free[size]?.popLast() { return chunk }
    if regions.isEmpty || used + size > regions[regions.count - 1].pages.bytes {
      let region = Region(max(size, Self.regionBytes))
      regions.append(region)
      bytes += region.pages.bytes
      used = 0
    }
    defer { used += size }
    return regions[regions.count - 1].pages.base + used
  }

  func giveBack(_ chunk: UnsafeMutableRawPointer, _ size: Int) {
    free[size, default: []].append(chunk)
  }

  /// The bytes that taking chunks of this many bytes adds at worst.
  func bytes(for more: Int) -> Int {
    more == 0 ? 0 : (more / Self.regionBytes + 1) * Self.regionBytes
  }
}
