import Interleaving

extension PageMap {
  /// `memunmap_pages()`, `mm/memremap.c`: kill, wait for the last reference, drop the struct pages.
  /// The callers' promises say when it may start and when it may drop them.
  package func unmap(
    killWhen mayKill: @escaping @Sendable () -> Bool,
    unmapWhen mayUnmap: @escaping @Sendable () -> Bool
  ) async {
    await ref.kill(when: mayKill)
    let (completions, unmapped) = (ref.completions, unmapped)
    _ = await memory.section("unmap", when: { completions.value > 0 && mayUnmap() }) {
      unmapped.value = 1
      return 0
    }
  }
}
