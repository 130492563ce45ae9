import Interleaving

extension CompoundPages {
  /// `prep_compound_page()`, `mm/page_alloc.c`: for pages that nobody else refers to.
  func prepare(_ first: Int, _ order: Int) async {
    await store(1, head[first], "SetPageHead")
    for tail in first + 1..<first + 1 << order {
      await store(first, word[tail], "set_compound_head")
    }
    await store(order, byte[first + 1], "folio_set_order")
  }
}
