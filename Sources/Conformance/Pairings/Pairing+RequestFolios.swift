import Interleaving
import PageLifetime

extension Pairing {
  /// V1a and V1b, for device memory and fsdax, under C1w and C2.
  static func requestFolios(_ fault: Fault?) -> [Pairing] {
    [
      spans("V1a", .devicePrivate, isV1b: false, releases: false, fault),
      spans("V1a-release", .devicePrivate, isV1b: false, fault),
      spans("V1a-fsdax", .fsdax, isV1b: false, fault),
      spans("V1b", .devicePrivate, isV1b: true, fault),
      spans("V1b-fsdax", .fsdax, isV1b: true, fault),
      spans("V1b-three-folios", .devicePrivate, isV1b: true, folios: 3, fault),
    ]
  }

  /// With more than two folios one of them may be of another order.
  private static func spans(
    _ name: String, _ type: MemoryType, isV1b: Bool, threads: Int = 2, folios: Int = 2,
    releases: Bool = true, _ fault: Fault?
  ) -> Pairing {
    Pairing(
      name, spec: "pgmap/request-folios.m",
      constants: [
        ("V1B", isV1b ? "1" : "0"), ("MEMORY", type == .fsdax ? "FSDAX" : "PRIVATE"),
        ("CONTRACT", "1"), ("C2", "1"), ("RELEASE", releases ? "1" : "0"),
        ("UNIFORM", folios > 2 ? "0" : "1"),
        ("FOLIOS", "\(folios)"), ("TASKS", "\(threads)"),
      ],
      rules: [
        "is_dying?": ["is_dying? no", "is_dying? yes, return false"],
        "folio_order": ["folio_order: as the first", "folio_order: differs, return false"],
        "tryget: inc_not_zero": ["tryget: inc_not_zero", "tryget: count is 0, ignored"],
      ],
      environment: environment(type, isV1b: isV1b, isUniform: folios == 2, releases: releases)
    ) { memory, start in
      let odd = start.first.map(Int.init).flatMap { $0 < folios && folios > 2 ? $0 : nil }
      return SpanSubject(
        SpanDriver(
          memory, type, threads: threads, folios: folios, contract: .notUnmapped, isV1b: isV1b,
          releases: releases, odd: odd, fault: fault)
      ).subject
    }
  }

  private static func environment(
    _ type: MemoryType, isV1b: Bool, isUniform: Bool, releases: Bool
  ) -> [String: String] {
    var rules = [
      "folio_try_get": "a speculative getter is no caller (SPECULATIVE = 0)",
      "oops: behind the page map": "no caller asks for what is behind it (IN_RANGE = 1)",
    ]
    let others: [([String], Bool, String)] = [
      (["folio_order: differs, return false"], isUniform, "folios have one order (UNIFORM = 1)"),
      (
        ["release", "release: folio_put(iter)"], !releases,
        "folios are put one by one (RELEASE = 0)"
      ),
      (
        ["release: folio_ref_count = 0?"], isV1b || !releases,
        "V1a alone reads the count again (V1B = 1)"
      ),
      (
        ["wait: enqueue", "wait: idle? yes", "wait: idle? no, sleep"], true,
        "nobody waits for idle folios (WAITERS = 0)"
      ),
      (["wake_up_var"], type != .fsdax, "nobody waits for device memory"),
      (["mapping = NULL"], type != .fsdax || !isV1b, "a step of its own for fsdax in V1b alone"),
      (["page_free()"], type == .fsdax, "fsdax has no page_free()"),
      (["percpu_ref_put_many(pages)"], type != .fsdax || isV1b, "nothing is pinned in bulk"),
      (
        [
          "tryget: read mode", "tryget: this_cpu_inc", "tryget: inc_not_zero",
          "tryget: count is 0, ignored", "read page->pgmap", "pgmap put: read mode",
          "pgmap put: this_cpu_dec", "pgmap put: dec_and_test",
        ], type == .fsdax && !isV1b, "V1a never pins for fsdax, which is idle at 1"
      ),
    ]
    for (names, isLeftOut, reason) in others where isLeftOut {
      for name in names { rules[name] = reason }
    }
    return rules
  }
}
