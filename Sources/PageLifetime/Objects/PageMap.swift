package import Interleaving

/// `enum memory_type`, `include/linux/memremap.h`.
package enum MemoryType: Sendable, CaseIterable {
  /// `MEMORY_DEVICE_PRIVATE`, and `COHERENT`, which is treated alike.
  case devicePrivate
  case fsdax
  /// device-dax.
  case generic
  case p2pdma

  /// Whether a driver or its pool hands pages out one by one, and `page_free()` brings them back.
  package var isDriverOwned: Bool { self == .devicePrivate || self == .p2pdma }
}

/// Who sleeps until a page is idle: `___wait_var_event()`.
package enum Waiter {
  package static let nobody = 0
  package static let enqueued = 1
  package static let asleep = 2
}

/// `struct dev_pagemap` with the folios of its pages, one page each: offsets are folios.
package struct PageMap<Memory: SharedMemory>: Sendable {
  package let memory: Memory
  package let type: MemoryType
  package let ref: PercpuRef<Memory>
  /// `folio->_refcount` by offset.
  package let folios: [Memory.Cell]
  /// The count of an idle folio.
  package let idle: Int
  /// `folio->mapping` is set.
  package let mappings: [Memory.Cell]
  /// Who waits for the folio to be idle, of ``Waiter``.
  package let waiters: [Memory.Cell]
  /// Whether the pins that `memremap_pages()` took for every page are still counted.
  package let bulk: Memory.Cell
  /// Whether the struct pages are gone.
  package let unmapped: Memory.Cell
  let fault: Fault?
  /// The driver's `page_free()`, which gives the offset back.
  let pageFree: @Sendable (_ offset: Int) -> Void

  /// `memremap_pages()`; with `isBulkPinned` it takes a pin for each page.
  package init(
    _ memory: Memory, _ type: MemoryType = .devicePrivate, folios count: Int, idle: Int = 0,
    isBulkPinned: Bool = false, fault: Fault? = nil,
    pageFree: @escaping @Sendable (_ offset: Int) -> Void
  ) {
    self.memory = memory
    self.type = type
    self.idle = idle
    ref = PercpuRef(memory, pins: isBulkPinned ? count : 0, fault: fault)
    folios = (0..<count).map { memory.cell("ref \($0)", idle) }
    mappings = (0..<count).map { memory.cell("mapping \($0)", 0) }
    waiters = (0..<count).map { memory.cell("waiter \($0)", Waiter.nobody) }
    bulk = memory.cell("bulk", isBulkPinned ? 1 : 0)
    unmapped = memory.cell("unmapped", 0)
    self.fault = fault
    self.pageFree = pageFree
  }

  /// A step that touches only what the caller owns.
  func access(_ label: String) async {
    _ = await memory.section(label, when: { true }) { 0 }
  }
}
