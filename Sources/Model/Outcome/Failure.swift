package import SourceText

/// What went wrong in one step: the claim it breaks, the facts, and the place.
package struct Failure: Sendable, Hashable, Error {
  /// The claim that this violates: the `runtime` claim, or an assertion.
  package let claim: ClaimIndex
  package let kind: FailureKind
  package let range: SourceRange

  package init(claim: ClaimIndex, kind: FailureKind, range: SourceRange) {
    self.claim = claim
    self.kind = kind
    self.range = range
  }
}

/// The ways in which a step can fail.
package enum FailureKind: Error, Sendable, Hashable, Codable {
  /// An undefined value was read.
  case undefinedRead
  /// A value was assigned that is not in `lower...upper`.
  case outOfRange(value: Int64, lower: Int64, upper: Int64)
  /// An index is not in `lower...upper`.
  case indexOutOfRange(value: Int64, lower: Int64, upper: Int64)
  case divisionByZero
  /// A result that does not fit in 64 bits.
  case overflow
  /// A ranged loop or quantifier with step zero.
  case zeroStep
  /// A ranged loop or quantifier whose step leads away from its end.
  case stepInWrongDirection
  /// A function ended without returning.
  case missingReturn
  /// Calls nested deeper than `Evaluator.callDepthLimit`, or a `while` loop longer than
  /// `Evaluator.iterationLimit`.
  case doesNotEnd
  case assertion
  case errorStatement
}
