package import Interleaving

/// `struct page` from V4 on: one word is the head link of a tail, or the page map of a head or of a
/// page of its own.
package struct CompoundPages<Memory: SharedMemory>: Sendable {
  package let memory: Memory
  /// Below the number of pages: a head link, that page's address with bit 0 set. Otherwise
  /// ``pageMap`` or ``null``.
  package let word: [Memory.Cell]
  /// `PG_head`.
  package let head: [Memory.Cell]
  /// In `flags`: the order of the folio one page before.
  package let byte: [Memory.Cell]
  /// `_refcount`.
  package let count: [Memory.Cell]
  let fault: Fault?

  /// The word of a page that knows its page map.
  package var pageMap: Int { word.count }
  package var null: Int { word.count + 1 }

  package init(_ memory: Memory, pages: Int, fault: Fault? = nil) {
    func cells(_ name: String, _ value: Int) -> [Memory.Cell] {
      (0..<pages).map { memory.cell("\(name) \($0)", value) }
    }
    self.memory = memory
    self.fault = fault
    word = cells("word", pages)
    head = cells("head", 0)
    byte = cells("byte", 0)
    count = cells("ref", 0)
  }

  /// `page_folio()`: the address in the word without bit 0, or the page itself.
  package func folio(_ page: Int) -> Int {
    word[page].value < word.count ? word[page].value : page
  }

  /// `folio_order()`: of a page with `PG_head`, from the flags of the next page.
  package func order(_ page: Int) -> Int {
    head[page].value == 1 && page + 1 < word.count ? byte[page + 1].value : 0
  }

  /// A step that is one access, to whatever the effect touches.
  @discardableResult
  func step(_ label: String, _ effect: @escaping @Sendable () -> Int) async -> Int {
    await memory.section(label, when: { true }, effect)
  }

  func store(_ value: Int, _ cell: Memory.Cell, _ label: String) async {
    await step(label) {
      cell.value = value
      return 0
    }
  }
}
