/// The numbering of the pages of a page map, by both helpers of "mm/memremap: Introduce
/// pgmap_request_folio() using pgmap offsets" (V2): loops over ranges of bytes in array order, in
/// arithmetic that wraps.
package struct PgmapTranslation: Sendable {
  /// `struct range`: bytes, with an inclusive end; empty when it ends right before it starts.
  package struct Range: Hashable, Sendable {
    package var start: UInt64
    package var last: UInt64

    package init(start: UInt64, last: UInt64) {
      self.start = start
      self.last = last
    }
  }

  package let ranges: [Range]
  /// `PAGE_SHIFT`.
  package let shift: UInt64
  /// The largest word: all ones, 64 of them but in a small universe.
  package let mask: UInt64

  package init(_ ranges: [Range], shift: UInt64 = 12, width: Int = 64) {
    self.ranges = ranges
    self.shift = shift
    mask = width == 64 ? .max : 1 << UInt64(width) - 1
  }

  /// "No such page."
  package var allOnes: UInt64 { mask }

  /// `pgmap_offset_to_pfn()`, `mm/memremap.c`.
  package func pfn(of pgmapOffset: UInt64) -> UInt64 {
    let offset = (pgmapOffset << shift) & mask
    var sum: UInt64 = 0
    for range in ranges {
      let end = (sum &+ length(range)) & mask
      if offset >= sum, offset < end {
        return ((range.start &+ offset &- sum) & mask) >> shift
      }
      sum = end
    }
    return allOnes
  }

  /// `pfn_to_pgmap_offset()`, `include/linux/memremap.h`.
  package func offset(of pfn: UInt64) -> UInt64 {
    let phys = (pfn << shift) & mask
    var sum: UInt64 = 0
    for range in ranges {
      if phys >= range.start, phys <= range.last {
        return ((phys &- range.start &+ sum) & mask) >> shift
      }
      sum = (sum &+ length(range)) & mask
    }
    return allOnes
  }

  /// `range_len()`.
  private func length(_ range: Range) -> UInt64 { (range.last &- range.start &+ 1) & mask }
}
