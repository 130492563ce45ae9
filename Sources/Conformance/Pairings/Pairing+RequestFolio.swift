package import Interleaving
package import PageLifetime

extension Pairing {
  /// A request function under test; whether it returns the folio.
  package typealias Request =
    @Sendable (_ map: PageMap<SimulatedMemory>, _ offset: Int) async -> Bool

  /// The request protocol: V2, and V3 in both orders, under C1w alone, so that requests meet live
  /// folios.
  static func requests(_ fault: Fault?) -> [Pairing] {
    [
      request(
        "V2", spec: "pgmap/request-folio.m", constants: [("CONTRACT", "1"), ("C2", "0")],
        Manners(), environment: [:], fault
      ) { map, offset in await map.requestAsPosted(offset) }
    ]
      + RequestOrder.allCases.map { order in
        reviewed(order == .pinFirst ? "V3b" : "V3a", order, fault: fault) { map, offset in
          await map.requestReviewed(offset, order)
        }
      }
  }

  /// A request function to be compared with V3.
  package static func reviewed(
    _ name: String, _ order: RequestOrder, ownsOffsets: Bool = false, fault: Fault? = nil,
    _ function: @escaping Request
  ) -> Pairing {
    request(
      name, spec: "pgmap/request-folio-reviewed.m",
      constants: [
        ("PIN_FIRST", order == .pinFirst ? "1" : "0"), ("TASKS", "2"),
        ("C2", ownsOffsets ? "1" : "0"),
      ],
      Manners(ownsOffsets: ownsOffsets, asksPastTheEnd: true),
      environment: environment(of: order), fault, function)
  }

  private static func environment(of order: RequestOrder) -> [String: String] {
    switch order {
    case .folioFirst: removedByReview
    case .pinFirst:
      removedByReview.merging(["undo: ref--": "what only V3a does (PIN_FIRST = 1)"]) { $1 }
    }
  }

  private static let removedByReview = [
    "folio_try_get": "a speculative getter is no caller (SPECULATIVE = 0)",
    "pfn_to_page(-1)": "what the review removes (BOUNDS_TEST = 1)",
    "read page->pgmap": "what the review removes (BOUNDS_TEST = 1)",
    "inc_return(ref)": "what the review removes (REQUIRE_ZERO = 1)",
    "undo: folio_put": "what the review removes (PLAIN_UNDO = 1)",
    "tryget: inc_not_zero": "what tryget_live does not do (TRYGET_LIVE = 1)",
    "tryget: count is 0, false": "what tryget_live does not do (TRYGET_LIVE = 1)",
  ]

  private static func request(
    _ name: String, spec: String, constants: [(name: String, value: String)], _ manners: Manners,
    environment: [String: String], _ fault: Fault?, _ request: @escaping Request
  ) -> Pairing {
    Pairing(
      name, spec: spec, constants: constants,
      rules: [
        "is_dying?": ["is_dying? no", "is_dying? yes, return NULL"],
        "tryget: inc_not_zero": ["tryget: inc_not_zero", "tryget: count is 0, false"],
      ],
      environment: environment
    ) { memory in
      DriverSubject(
        Driver(
          memory, threads: DriverSubject.threads, folios: DriverSubject.folios, manners: manners,
          makeMap: {
            PageMap(memory, folios: DriverSubject.folios, fault: fault, pageFree: $0)
          },
          request: { map, offset, _ in await request(map, offset) })
      ).subject
    }
  }
}
