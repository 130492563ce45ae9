import Testing

@testable import Z3

/// One operation on 8-bit vectors beside what it means.
struct BitVectorCase: Sendable, CustomTestStringConvertible {
  let name: String
  let build: @Sendable (Term, Term) -> Term
  let meaning: @Sendable (Int8, Int8) -> Int64?
  var testDescription: String { name }

  init(
    _ name: String, _ build: @escaping @Sendable (Term, Term) -> Term,
    _ meaning: @escaping @Sendable (Int8, Int8) -> Int64?
  ) {
    self.name = name
    self.build = build
    self.meaning = meaning
  }

  static func truth(_ value: Bool) -> Int64 { value ? 1 : 0 }

  static let all: [BitVectorCase] = [
    .init("add", { $0 + $1 }) { Int64($0 &+ $1) },
    .init("subtract", { $0 - $1 }) { Int64($0 &- $1) },
    .init("multiply", { $0 * $1 }) { Int64($0 &* $1) },
    .init("negate", { a, _ in -a }) { a, _ in Int64(0 &- a) },
    .init("and", { $0 & $1 }) { Int64($0 & $1) },
    .init("or", { $0 | $1 }) { Int64($0 | $1) },
    .init("xor", { $0 ^ $1 }) { Int64($0 ^ $1) },
    .init("not", { a, _ in ~a }) { a, _ in Int64(~a) },
    .init("signed quotient", { $0.signedQuotient($1) }) {
      $1 == 0 ? nil : Int64($0.dividedReportingOverflow(by: $1).partialValue)
    },
    .init("signed remainder", { $0.signedRemainder($1) }) {
      $1 == 0 ? nil : Int64($0.remainderReportingOverflow(dividingBy: $1).partialValue)
    },
    .init("unsigned quotient", { $0.unsignedQuotient($1) }) {
      $1 == 0 ? nil : Int64(Int8(bitPattern: UInt8(bitPattern: $0) / UInt8(bitPattern: $1)))
    },
    .init("unsigned remainder", { $0.unsignedRemainder($1) }) {
      $1 == 0 ? nil : Int64(Int8(bitPattern: UInt8(bitPattern: $0) % UInt8(bitPattern: $1)))
    },
    .init("shift left", { $0.shiftedLeft($1) }) { Int64($0 << Int(UInt8(bitPattern: $1))) },
    .init("shift right", { $0.shiftedRight($1) }) {
      Int64(Int8(bitPattern: UInt8(bitPattern: $0) >> Int(UInt8(bitPattern: $1))))
    },
    .init("arithmetic shift right", { $0.arithmeticallyShiftedRight($1) }) {
      Int64($0 >> Int(UInt8(bitPattern: $1)))
    },
    .init("sign extension", { a, _ in a.signExtended(to: 16) }) { a, _ in Int64(a) },
    .init("zero extension", { a, _ in a.zeroExtended(to: 16) }) { a, _ in
      Int64(UInt8(bitPattern: a))
    },
    .init("extraction", { a, _ in a.extracting(2...5) }) { a, _ in
      (Int64(a) << 58) >> 60
    },
    .init("concatenation", { $0.concatenated(above: $1) }) {
      Int64($0) << 8 | Int64(UInt8(bitPattern: $1))
    },
    .init("signed less", { $0.signedLess($1) }) { truth($0 < $1) },
    .init("signed at most", { $0.signedAtMost($1) }) { truth($0 <= $1) },
    .init("unsigned less", { $0.unsignedLess($1) }) {
      truth(UInt8(bitPattern: $0) < UInt8(bitPattern: $1))
    },
    .init("unsigned at most", { $0.unsignedAtMost($1) }) {
      truth(UInt8(bitPattern: $0) <= UInt8(bitPattern: $1))
    },
    .init("equality", { $0.equals($1) }) { truth($0 == $1) },
    .init("distinctness", { $0.context.distinct([$0, $1]) }) { truth($0 != $1) },
    .init("choice", { $0.signedLess($1).then($0, else: $1) }) { Int64(min($0, $1)) },
    .init("exact addition", { $0.addsExactly($1, signed: true) }) {
      truth(!$0.addingReportingOverflow($1).overflow)
    },
    .init("exact subtraction", { $0.subtractsExactly($1, signed: true) }) {
      truth(!$0.subtractingReportingOverflow($1).overflow)
    },
    .init("exact multiplication", { $0.multipliesExactly($1, signed: true) }) {
      truth(!$0.multipliedReportingOverflow(by: $1).overflow)
    },
    .init("exact unsigned addition", { $0.addsExactly($1, signed: false) }) {
      truth(!UInt8(bitPattern: $0).addingReportingOverflow(UInt8(bitPattern: $1)).overflow)
    },
  ]
}

@Suite struct BitVectorTests {
  /// Operands at every corner of the range and between.
  static let operands: [Int8] = [
    -128, -127, -65, -8, -2, -1, 0, 1, 2, 3, 7, 8, 9, 63, 64, 126, 127,
  ]

  @Test(arguments: BitVectorCase.all)
  func meansWhatSwiftMeans(_ operation: BitVectorCase) throws {
    let context = Context()
    let a = context.constant("a", .bitVector(8))
    let b = context.constant("b", .bitVector(8))
    let result = operation.build(a, b)
    let solver = Solver(in: context, logic: .bitVectors)
    for x in Self.operands {
      for y in Self.operands {
        guard let expected = operation.meaning(x, y) else { continue }
        solver.scope {
          solver.assert(a.equals(context.bits(Int128(x), width: 8)))
          solver.assert(b.equals(context.bits(Int128(y), width: 8)))
          #expect(solver.check() == .satisfiable)
          let found = solver.assignment().flatMap { value(of: result, in: $0) }
          #expect(found == expected, "\(operation.name)(\(x), \(y))")
        }
      }
    }
  }

  private func value(of term: Term, in assignment: Assignment) -> Int64? {
    if term.sort == .boolean { return assignment.truth(term).map { $0 ? 1 : 0 } }
    return assignment.signed(term)
  }

  @Test(arguments: [1, 2, 7, 8, 31, 32, 63, 64])
  func literalsWrap(width: Int) {
    let context = Context()
    let minusOne = context.bits(-1 as Int128, width: width)
    let ones = context.bits(UInt64.max, width: width)
    #expect(minusOne == ones)
    #expect(minusOne.width == width)
  }

  @Test func wideLiteralsKeepTheirSign() {
    let context = Context()
    let wide = context.bits(-5 as Int128, width: 70)
    let again = context.bits(-5 as Int128, width: 8).signExtended(to: 70)
    let solver = Solver(in: context)
    solver.assert(!wide.equals(again))
    #expect(solver.check() == .unsatisfiable)
  }
}
