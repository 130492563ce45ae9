import Interleaving

extension PageMap {
  /// `get_user_pages()`, `mm/gup.c`, of a page that a page table has: under a pin of its own it
  /// takes a reference, and from then on the caller has the page, as `got` notes.
  package func getUserPage(_ offset: Int, got: @Sendable () -> Void) async {
    guard await ref.trygetLive() else { return }
    if await folios[offset].add(1, unless: 0, "folio_try_get, under pin") { got() }
    await ref.put()
  }

  /// `dax_fault_iter()`, `fs/dax.c`, since v6.15: a fault takes the reference of the page table.
  package func daxFault(_ offset: Int) async {
    await folios[offset].add(1, "folio_ref_inc")
  }
}
