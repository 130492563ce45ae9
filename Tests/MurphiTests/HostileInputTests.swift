import Murphi
import SourceText
import TestSupport
import Testing

/// Damaged programs: they may be refused, never crash, hang or be understood half.
@Suite struct HostileInputTests {
  private static let seeds =
    Samples.accepted + Samples.files.map(\.text).filter { $0.utf8.count < 1200 }

  @Test(arguments: 0..<20)
  func damagedProgramsAreReadToTheirEnd(part: Int) {
    var random = SplitMix64(seed: UInt64(part) &* 7919 &+ 1)
    for _ in 0..<1050 {
      let file = SourceFile(name: "t.m", bytes: damaged(&random))
      let (program, diagnostics) = checkedProgram(of: file)
      #expect((program == nil) == diagnostics.containsError)
      if let first = diagnostics.first {
        #expect(!first.rendered(in: file).isEmpty)
      }
    }
  }

  private func damaged(_ random: inout SplitMix64) -> [UInt8] {
    var bytes = Array(random.pick(Self.seeds).utf8)
    for _ in 0..<random.number(1...4) where !bytes.isEmpty {
      let place = random.number(0...bytes.count - 1)
      switch random.number(0...5) {
      case 0: bytes[place] = UInt8(random.number(0...255))
      case 1: bytes[place] ^= 1 << UInt8(random.number(0...7))
      case 2: bytes.removeSubrange(place...)
      case 3: bytes.insert(contentsOf: Array(random.pick(Self.words).utf8), at: place)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...20)))
      default:
        let end = min(bytes.count, place + random.number(1...40))
        bytes.insert(contentsOf: bytes[place..<end], at: random.number(0...bytes.count))
      }
    }
    return bytes
  }

  private static let words = [
    " end ", " if ", "(", ")", "[", "]", "..", ":=", "==>", ";", "\"", "“", "/*", "*/", "--", "\0",
    " record ", " array [", " forall i: ", " 0x", " 99999999999999999999 ", " -", "~", " ? ", ":",
    " rule ", " ruleset ", " alias ", " switch ", " case ", " union {", " real ", " begin ", "\r\n",
    "-- pinproof: expect \"", " scalarset(", " 9223372036854775807 ", " enum {", ",", "é", " x.",
  ]

  private static let extremes: [[UInt8]] = [
    [], [0], [0xFF, 0xFE], [0xE2, 0x80], [0x22], [0x2F, 0x2A], [0x2D, 0x2D], [0x5C],
    Array(repeating: 0x28, count: 100_000), Array(repeating: 0x21, count: 100_000),
    Array(repeating: 0x22, count: 99_999), Array(repeating: 0x41, count: 200_000),
    Array(String(repeating: "begin if x then ", count: 20_000).utf8),
    Array(String(repeating: "type t: record ", count: 20_000).utf8),
    Array(String(repeating: "ruleset i: 0..1 do ", count: 20_000).utf8),
    Array(String(repeating: "rule x ", count: 20_000).utf8),
    Array(("invariant " + String(repeating: "a.", count: 50_000)).utf8),
    Array(("var x: " + String(repeating: "array [", count: 50_000)).utf8),
    Array(("invariant " + String(repeating: "a ? ", count: 50_000)).utf8),
    Array(("const N: " + String(repeating: "9", count: 100_000)).utf8),
  ]

  @Test(arguments: extremes.indices)
  func extremeTextsAreRead(index: Int) {
    let file = SourceFile(name: "t.m", bytes: Self.extremes[index])
    let (_, diagnostics) = checkedProgram(of: file)
    #expect(diagnostics.count < 50_000)
    for diagnostic in diagnostics.prefix(3) { #expect(!diagnostic.rendered(in: file).isEmpty) }
  }

  @Test func constantsOfAnySizeNeedNoTimeOrRoom() {
    let texts = [
      "var a: array [0..9223372036854775806] of boolean;",
      "var a: array [0..999999] of array [0..999999] of record end;",
      "var a: -9223372036854775808..9223372036854775807;",
      "type s: scalarset(9223372036854775807); var a: array [s] of s;",
      "ruleset i: 0..9223372036854775806 do rule begin end end startstate begin end",
      "const A: 1 << 62 << 62; B: -1 >> 9223372036854775807; C: 1 << -9223372036854775807;",
    ]
    for text in texts {
      let (program, diagnostics) = checkedProgram(of: SourceFile(name: "t.m", text: text))
      #expect((program == nil) == diagnostics.containsError)
    }
  }
}
