package import Interleaving

/// `struct dev_pagemap` with the folios of its pages, one page each: offsets are folios.
package struct PageMap<Memory: SharedMemory>: Sendable {
  package let memory: Memory
  package let ref: PercpuRef<Memory>
  /// `folio->_refcount` by offset; 0 is idle.
  package let folios: [Memory.Cell]
  /// Whether the struct pages are gone.
  package let unmapped: Memory.Cell
  /// The driver's `page_free()`, which gives the offset back.
  let pageFree: @Sendable (_ offset: Int) -> Void

  package init(
    _ memory: Memory, folios count: Int, pageFree: @escaping @Sendable (_ offset: Int) -> Void
  ) {
    self.memory = memory
    ref = PercpuRef(memory)
    folios = (0..<count).map { memory.cell("ref \($0)", 0) }
    unmapped = memory.cell("unmapped", 0)
    self.pageFree = pageFree
  }
}
