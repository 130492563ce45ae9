package import Interleaving

/// A page map of several ranges that is published in `pgmap_array`, where anybody may look it up.
package struct PublishedMap<Memory: SharedMemory>: Sendable {
  package let memory: Memory
  package let ref: PercpuRef<Memory>
  package let rcu: ReadSections<Memory>
  /// Whether `pgmap_array` has the page map for the pfns of a range.
  package let entries: [Memory.Cell]
  /// Whether the struct pages of a range are there.
  package let pages: [Memory.Cell]
  /// Whether `percpu_ref_exit()` has run: `ref->data` is NULL.
  package let exited: Memory.Cell
  let fault: Fault?

  /// `memremap_pages()` of a type that is pinned in bulk: one pin for each range.
  package init(_ memory: Memory, ranges: Int, threads: Int, fault: Fault? = nil) {
    self.memory = memory
    self.fault = fault
    ref = PercpuRef(memory, pins: ranges, fault: fault)
    rcu = ReadSections(memory, threads: threads)
    entries = (0..<ranges).map { memory.cell("in array \($0)", 1) }
    pages = (0..<ranges).map { memory.cell("pages \($0)", 1) }
    exited = memory.cell("exited", 0)
  }
}
