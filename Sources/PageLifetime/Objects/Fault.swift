/// A mistake that can be switched on in the implementation: the bug of some version put back, or a
/// small change of the kind that such bugs are made of.
package enum Fault: String, Sendable, CaseIterable {
  // percpu_ref
  /// `percpu_ref_tryget()` where `percpu_ref_tryget_live()` belongs: pins after the confirmed kill.
  case trygetForLive = "tryget-for-live"
  /// The RCU callback does not wait for those who read percpu mode before the kill.
  case noGracePeriod = "no-grace-period"
  /// The callback drops its guard reference before it folds the local counters.
  case guardBeforeFold = "guard-before-fold"
  /// A put reads percpu mode and leaves its read section before it acts.
  case unlockBeforePut = "unlock-before-put"

  // requests
  /// A store where a compare-and-exchange belongs: the count of a folio in use is overwritten.
  case storeForCmpxchg = "store-for-cmpxchg"
  /// An increment and a read where an increment that returns its result belongs.
  case splitIncReturn = "split-inc-return"
  /// Nobody asks whether the pin was taken.
  case ignoredPin = "ignored-pin"
  /// A request that finds the folio in use keeps its pin.
  case forgottenUnpin = "forgotten-unpin"
  /// A failed request runs the whole free path: `page_free()` for an offset still being allocated.
  case undoByFolioPut = "undo-by-folio-put"
  /// A page is taken into use without a pin, as before "mm/memremap.c: take a pgmap reference on
  /// page allocation" (2022): `memunmap_pages()` returns with pages in use.
  case noPinOnAllocation = "no-pin-on-allocation"

  // the free path
  /// The pin is dropped before `page_free()` has run.
  case unpinBeforeCallback = "unpin-before-callback"
  /// The pin is never dropped, as by a free path that returns early.
  case leakedPin = "leaked-pin"
  /// The count is stored before `page_free()`, so that an idle page looks taken.
  case resetBeforeCallback = "reset-before-callback"
  /// `folio->mapping` survives the free, as before "mm/hmm: fix ZONE_DEVICE anon page mapping
  /// reuse" (2019).
  case staleMapping = "stale-mapping"
  /// A put that makes a page idle does not wake, as before "mm: fix missing wake-up event for
  /// FSDAX pages" (2022).
  case missedWakeup = "missed-wakeup"
  /// A loop over folios starts from the second one: the first is never visited.
  case loopSkipsFirst = "loop-skips-first"

  // teardown
  /// Struct pages go right after the kill, as before "mm/devm_memremap_pages: fix final page put
  /// race" (2019).
  case unmapBeforeWait = "unmap-before-wait"
  /// References are taken per page and dropped per range, as in the class of "mm, dax: percpu ref
  /// <= 0" (2017): the numbers do not match.
  case bulkMismatch = "bulk-mismatch"
  /// `percpu_ref_exit()` comes before the array delete, as before "mm/memremap: fix
  /// memunmap_pages() race with get_dev_pagemap()" (2022).
  case exitBeforeDelete = "exit-before-delete"
  /// Nobody waits for lookups under way when the array is emptied.
  case noSynchronizeRCU = "no-synchronize-rcu"
  /// A failed registration leaves the page map behind, as before "mm, devm_memremap_pages: fix
  /// shutdown handling" (2018).
  case noReset = "no-reset"
  /// An error path keeps the entries of the array.
  case entriesKept = "entries-kept"

  // compound pages
  /// Pages are not reset before they are used again, as before the fix of January 2026.
  case noReinitialisation = "no-reinitialisation"
  /// `folio->pgmap` is read after `folio_free()`, as before the fix of April 2026.
  case rereadAfterFree = "reread-after-free"
  /// A large folio drops one pin, not one for each of its pages.
  case singlePut = "single-put"
  /// The order outlives the folio, as before the fix of April 2025.
  case orderKept = "order-kept"
  /// After `folio_try_get()` nobody looks whether the head is still the head.
  case noRecheck = "no-recheck"
}
