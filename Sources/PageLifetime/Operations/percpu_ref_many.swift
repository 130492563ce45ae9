import Interleaving

extension PercpuRef {
  /// `percpu_ref_tryget_many()`, `include/linux/percpu-refcount.h`.
  @discardableResult
  package func trygetMany(_ amount: Int) async -> Bool {
    if await isPercpu("tryget_many: read mode") {
      await addLocally(amount, "tryget_many: this_cpu_add")
      return true
    }
    return await count.add(amount, unless: 0, "tryget_many: add_unless")
  }

  /// `percpu_ref_put_many()`.
  package func putMany(_ amount: Int) async {
    if await isPercpu("put_many: read mode") {
      await addLocally(-amount, "put_many: this_cpu_sub")
    } else if await count.addAndTest(-amount, "put_many: sub_and_test") {
      release()
    }
  }
}
