import Model
import Testing

@testable import Explorer

/// Every value that an operation may have is in the interval that is computed for it.
struct IntervalTests {
  private static let small: [Interval] = (-4...4).flatMap { lower in
    (lower...4).map { Interval(lower, $0) }
  }

  private static let operations: [(BinaryOperator, @Sendable (Interval, Interval) -> Interval?)] = [
    (.add, { $0 + $1 }), (.subtract, { $0 - $1 }), (.multiply, { $0 * $1 }),
    (.divide, { $0.quotient(by: $1) }), (.remainder, { $0.remainder(by: $1) }),
    (.bitAnd, { $0.and($1) }), (.bitOr, { $0.or($1) }), (.bitXor, { $0.or($1) }),
  ]

  @Test(arguments: operations.indices)
  func arithmetic(index: Int) throws {
    let (op, interval) = Self.operations[index]
    for left in Self.small {
      for right in Self.small {
        let result = try #require(interval(left, right))
        for first in left.lower...left.upper {
          for second in right.lower...right.upper {
            guard let value = try? Arithmetic.apply(op, first, second) else { continue }
            if !result.contains(value) {
              Issue.record("\(first) \(op.rawValue) \(second) = \(value) is not in \(result)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: [
    BinaryOperator.less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
  ])
  func comparisons(op: BinaryOperator) throws {
    for left in Self.small {
      for right in Self.small {
        var results: Set<Int64> = []
        for first in left.lower...left.upper {
          for second in right.lower...right.upper {
            results.insert(try Arithmetic.apply(op, first, second))
          }
        }
        let expected = results.count == 1 ? results == [1] : nil
        if left.compare(op, right) != expected {
          Issue.record("\(left) \(op.rawValue) \(right): \(String(describing: expected))")
        }
      }
    }
  }

  /// An operation that may overflow has no interval, so that it is checked.
  @Test func overflow() {
    let large = Interval(0, .max)
    let low = Interval(.min, 0)
    let one = Interval(1, 1)
    #expect(large + one == nil)
    #expect(low - one == nil)
    #expect(large * Interval(2, 2) == nil)
    #expect(low * Interval(-1, -1) == nil)
    #expect(Interval(0, 0) - low == nil)
    #expect(large + Interval(0, 0) == large)
    #expect(Interval.full.quotient(by: .full) == .full)
    #expect(Interval.full.remainder(by: Interval(10, 10)) == Interval(-9, 9))
    #expect(Interval(0, .max).or(one) == Interval(0, .max))
  }
}
