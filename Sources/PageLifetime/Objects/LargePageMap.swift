package import Interleaving

/// A page map of device memory whose folios have several pages (V4L).
package struct LargePageMap<Memory: SharedMemory>: Sendable {
  package let pages: CompoundPages<Memory>
  package let ref: PercpuRef<Memory>
  /// Whether the struct pages are gone.
  package let unmapped: Memory.Cell
  let fault: Fault?
  /// The driver's `folio_free()`, which gives the folio's pages back.
  let folioFree: @Sendable (_ folio: Int) -> Void

  package init(
    _ memory: Memory, pages count: Int, fault: Fault? = nil,
    folioFree: @escaping @Sendable (_ folio: Int) -> Void
  ) {
    pages = CompoundPages(memory, pages: count, fault: fault)
    ref = PercpuRef(memory, fault: fault)
    unmapped = memory.cell("unmapped", 0)
    self.fault = fault
    self.folioFree = folioFree
  }

  /// `memunmap_pages()` of callers who keep C1w.
  package func memunmapPages(_ requests: Memory.Cell) async {
    await ref.kill(when: { true })
    let (completions, unmapped) = (ref.completions, unmapped)
    _ = await pages.memory.section(
      "unmap", when: { completions.value > 0 && requests.value == 0 }
    ) {
      unmapped.value = 1
      return 0
    }
  }
}
