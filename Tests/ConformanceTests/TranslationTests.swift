import Foundation
import Interleaving
import Model
import PageLifetime
import Testing
import Verification

@Suite struct TranslationTests {
  private typealias Range = PgmapTranslation.Range

  // MARK: Beside the specification

  /// Every map of up to two ranges in a universe of 3-bit words, and every number: each claim is
  /// true of the implementation exactly where it is true of the specification.
  @Test(arguments: 0..<8 as Swift.Range<UInt64>)
  func theSpecificationAgreesEverywhere(start: UInt64) throws {
    let comparison = try Comparison(width: 3)
    let ranges = (0...7 as ClosedRange<UInt64>).flatMap { start in
      (0...7).map { Range(start: start, last: $0) }
    }.filter(isRange)
    var violations = 0
    for first in ranges where first.start == start {
      let maps = [[first]] + ranges.map { [first, $0] } + (start == 0 ? [[]] : [])
      for map in maps {
        for number in 0...7 as ClosedRange<UInt64> {
          violations += try comparison.violations(map, number)
        }
      }
    }
    #expect(violations > 20, "claims that are never false compare nothing")
  }

  /// Every range of a universe of 4-bit words, and pairs of ranges drawn evenly.
  @Test func theSpecificationAgrees() throws {
    let comparison = try Comparison(width: 4)
    var generator = SplitMix64(seed: 1)
    let words: ClosedRange<UInt64> = 0...15
    var maps = words.flatMap { start in words.map { [Range(start: start, last: $0)] } }
    for _ in 0..<300 {
      maps.append(
        (0..<2).map { _ in Range(start: generator.next() % 16, last: generator.next() % 16) })
    }
    var violations = 0
    for map in maps where map.allSatisfy(isRange) {
      for number in [generator.next() % 16, generator.next() % 8] {
        violations += try comparison.violations(map, number)
      }
    }
    #expect(violations > 20, "claims that are never false compare nothing")
  }

  /// Whether `memremap_pages()` may be given it: one that is empty ends before it starts.
  private func isRange(_ range: Range) -> Bool {
    range.start <= range.last || range.start == range.last + 1
  }

  // MARK: At full width

  private static let count =
    ProcessInfo.processInfo.environment["PINPROOF_TRANSLATIONS"].flatMap(Int.init) ?? 5000

  /// Aligned, disjoint ranges below the top, in any order, adjacent or empty: the helpers are
  /// inverse bijections, and what is out of range in page units is refused.
  @Test func wideRangeMapsAreBijective() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<Self.count {
      let map = randomMap(&generator)
      let translation = PgmapTranslation(map)
      let pages = map.reduce(0) { $0 + (($1.last &- $1.start &+ 1) >> 12) }
      for offset in edges(pages, &generator) {
        let pfn = translation.pfn(of: offset)
        if offset < pages {
          #expect(translation.offset(of: pfn) == offset)
        } else {
          #expect(pfn == .max)
        }
      }
      for range in map {
        for pfn in [range.start >> 12, range.last >> 12, (range.last &+ 1) >> 12] {
          let offset = translation.offset(of: pfn)
          #expect(offset == .max || translation.pfn(of: offset) == pfn)
          #expect(
            (offset < pages)
              == map.contains {
                $0.start >> 12 <= pfn && pfn << 12 <= $0.last && $0.start <= $0.last
              })
        }
      }
    }
  }

  /// The first and last offsets, those around the end, and one in between.
  private func edges(_ pages: UInt64, _ generator: inout SplitMix64) -> [UInt64] {
    let inside = pages == 0 ? 0 : generator.next() % pages
    return [0, inside, pages &- 1, pages, pages + 1, 1 << 52 - 1].filter { $0 < 1 << 52 }
  }

  private func randomMap(_ generator: inout SplitMix64) -> [Range] {
    var (next, ranges): (UInt64, [Range]) = (generator.next() % (1 << 50), [])
    for _ in 0..<1 + generator.next() % 4 {
      let pages = generator.next() % 3 == 0 ? 0 : generator.next() % (1 << 48)
      ranges.append(Range(start: next << 12, last: (next + pages) << 12 &- 1))
      next += pages + (generator.next() % 2 == 0 ? 0 : generator.next() % (1 << 46))
      guard next < 1 << 51 else { break }
    }
    return ranges.shuffled(using: &generator)
  }
}

/// The implementation beside the specification, for pages of 2 bytes in a small universe.
private struct Comparison {
  private typealias Range = PgmapTranslation.Range

  private static let claims = [
    "P15 offset to pfn and back", "P15 pfn to offset and back", "P15 offsets reach mapped pages",
    "P15 mapped pages have offsets", "P16 offset out of range", "P16 pfn out of range",
  ]

  private let width: UInt64
  private let system: TransitionSystem
  private let evaluator: Evaluator
  private let claims: [ClaimIndex]
  private let cells: [String]

  init(width: UInt64) throws {
    self.width = width
    let lax = ["ALIGNED", "DISJOINT", "BELOW_TOP"].map { (name: $0, value: "0") }
    let system = try Specification(
      at: "specs/pgmap/translation.m",
      options: LoadOptions(overrides: lax + [(name: "WIDTH", value: "\(width)")])
    ).system
    self.system = system
    evaluator = Evaluator(system)
    claims = try Self.claims.map { name in
      ClaimIndex(try #require(system.claims.firstIndex { $0.name == name }))
    }
    cells = system.cellPaths.map { $0.text(in: system) }
  }

  /// Compares all claims; how many of them are false on both sides.
  func violations(_ map: [PgmapTranslation.Range], _ number: UInt64) throws -> Int {
    let state = state(map, number)
    let translation = PgmapTranslation(map, shift: 1, width: Int(width))
    var violations = 0
    for (position, isTrue) in zip(claims, implemented(translation, number)) {
      let specified = try evaluator.holds(position, arguments: [], in: state)
      #expect(specified == isTrue, "\(system[position].name) of \(number) in \(map)")
      violations += isTrue ? 0 : 1
    }
    return violations
  }

  private func state(_ map: [Range], _ number: UInt64) -> State {
    var values: [String: Int64] = [
      "nr_range": Int64(map.count), "asked": 1, "number": Int64(number), "other": 0,
    ]
    for index in 0..<2 {
      let range = index < map.count ? map[index] : Range(start: 0, last: 0)
      values["ranges[\(index)].start"] = Int64(range.start)
      values["ranges[\(index)].last"] = Int64(range.last)
    }
    return State(cells: cells.map { values[$0] })
  }

  /// In the order of the names. What is true of a page map is counted, not computed.
  private func implemented(_ translation: PgmapTranslation, _ number: UInt64) -> [Bool] {
    let bytes = translation.ranges.reduce(0) {
      $0 + ($1.start <= $1.last ? $1.last - $1.start + 1 : 0)
    }
    let total = bytes >> translation.shift
    func isMapped(_ pfn: UInt64) -> Bool {
      pfn <= translation.mask >> translation.shift
        && translation.ranges.contains {
          $0.start <= pfn << translation.shift && pfn << translation.shift <= $0.last
        }
    }
    let (pfn, offset) = (translation.pfn(of: number), translation.offset(of: number))
    let (isOffset, isPage) = (number < total, isMapped(number))
    return [
      !isOffset || translation.offset(of: pfn) == number,
      !isPage || translation.pfn(of: offset) == number,
      !isOffset || isMapped(pfn), !isPage || offset < total,
      isOffset || pfn == translation.allOnes, isPage || offset == translation.allOnes,
    ]
  }
}
