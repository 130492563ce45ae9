import Interleaving

extension PageMap {
  /// `pgmap_request_folios()`, "fsdax: introduce pgmap_request_folios()", 14 October 2022 (V1); 1
  /// in `odd` is a folio of another order. Whether it returns true.
  package func requestFolios(_ span: Range<Int>, odd: Int? = nil) async -> Bool {
    if await ref.isDying() { return false }
    for _ in span.dropFirst() {
      // As posted: folio_next(folio), which is the second one in every round.
      guard await hasOrderOfFirst(span.lowerBound + 1, span, odd) else { return false }
    }
    for offset in fault == .loopSkipsFirst ? span.dropFirst() : span { await request(offset) }
    return true
  }

  /// `folio_order(iter) == folio_order(folio)`.
  private func hasOrderOfFirst(_ offset: Int, _ span: Range<Int>, _ odd: Int?) async -> Bool {
    await access("folio_order")
    return (offset == odd) == (span.lowerBound == odd)
  }

  /// One folio: the count is raised, read again, and 1 is taken for a sign that nobody has a pin.
  private func request(_ offset: Int) async {
    await folios[offset].add(1, "folio_ref_inc")
    if await folios[offset].load("folio_ref_count = 1?") == 1 {
      // The result is ignored.
      _ = await ref.tryget()
    }
  }
}
