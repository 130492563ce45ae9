import Testing
import Z3

@testable import Prover

/// One operation on symbolic integers beside what it means.
struct ScalarCase: Sendable, CustomTestStringConvertible {
  let name: String
  let build: @Sendable (Scalar, Scalar) -> Scalar
  /// Nil where the operation has no meaning.
  let meaning: @Sendable (Int64, Int64) -> Int128?
  var testDescription: String { name }

  init(
    _ name: String, _ build: @escaping @Sendable (Scalar, Scalar) -> Scalar,
    _ meaning: @escaping @Sendable (Int64, Int64) -> Int128?
  ) {
    self.name = name
    self.build = build
    self.meaning = meaning
  }

  static let all: [ScalarCase] = [
    .init("+", { $0 + $1 }) { Int128($0) + Int128($1) },
    .init("-", { $0 - $1 }) { Int128($0) - Int128($1) },
    .init("*", { $0 * $1 }) { Int128($0) * Int128($1) },
    .init("/", { $0.quotient($1) }) { $1 == 0 ? nil : Int128($0) / Int128($1) },
    .init("%", { $0.remainder($1) }) { $1 == 0 ? nil : Int128($0) % Int128($1) },
    .init("and", { $0.bitwiseAnd($1) }) { Int128($0 & $1) },
    .init("or", { $0.bitwise($1, |) }) { Int128($0 | $1) },
    .init("xor", { $0.bitwise($1, ^) }) { Int128($0 ^ $1) },
    .init("complement", { a, _ in a.complement }) { a, _ in Int128(~a) },
    .init("<<", { $0.shifted(left: $1) }) { Int128(shifted($0, left: $1)) },
    .init(">>", { $0.shifted(right: $1) }) { $1 == .min ? 0 : Int128(shifted($0, left: -$1)) },
    .init("choice", { .choose($0.isLess(than: $1), $0, $1) }) { Int128(min($0, $1)) },
    .init("one if equal", { Value.truth($0.isEqual(to: $1)).scalar }) { $0 == $1 ? 1 : 0 },
  ]

  private static func shifted(_ value: Int64, left count: Int64) -> Int64 {
    if count <= -64 || count >= 64 { return 0 }
    return count < 0 ? value >> -count : value << count
  }
}

@Suite("Symbolic integers") struct ScalarTests {
  /// Bounds of operands: of one sign, of both, wide, and single values.
  static let intervals: [ClosedRange<Int64>] = [
    0...3, 1...5, -3 ... -1, -2...4, 6...6, 0...0, -1 ... -1, 1...1, 62...66, 7...7,
    Int64.max - 1...Int64.max, Int64.min...Int64.min + 1,
  ]

  @Test("Every operation, with every pair of bounds", arguments: ScalarCase.all)
  func operation(_ operation: ScalarCase) throws {
    for left in Self.intervals {
      for right in Self.intervals { try check(operation, left, right) }
    }
  }

  /// Every value within bounds satisfies the meaning, and the interval of the result holds it.
  private func check(
    _ operation: ScalarCase, _ left: ClosedRange<Int64>, _ right: ClosedRange<Int64>
  ) throws {
    let context = Context()
    let a = number("a", in: left, context)
    let b = number("b", in: right, context)
    let result = operation.build(a, b)
    let solver = Solver(in: context, logic: .bitVectors)
    for x in left {
      for y in right {
        guard let expected = operation.meaning(x, y) else { continue }
        #expect(result.lower <= expected && expected <= result.upper, "\(x), \(y)")
        let isRight = result.isEqual(to: .constant(expected, in: context))
        solver.scope {
          solver.assert(a.isEqual(to: .constant(Int128(x), in: context)))
          solver.assert(b.isEqual(to: .constant(Int128(y), in: context)))
          solver.assert(!isRight)
          #expect(solver.check() == .unsatisfiable, "\(x) \(operation.name) \(y)")
        }
      }
    }
  }

  /// A number with an offset below its least value, as a cell has.
  private func number(_ name: String, in range: ClosedRange<Int64>, _ context: Context) -> Scalar {
    let (lower, upper) = (Int128(range.lowerBound), Int128(range.upperBound))
    let width = Scalar.unsignedWidth(upper - lower + 1)
    let bits = context.constant(name, .bitVector(width))
    return .number(bits, offset: lower - 1, lower: lower, upper: upper)
  }
}
