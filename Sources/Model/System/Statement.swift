package import SourceText

/// One step of the body of a rule, start state or function.
package struct Statement: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// Gives a scalar place a value; a value outside the place's type is a run-time error.
    case assign(Place, Expression)
    /// Copies a place into another of the same shape, undefined cells included; a defined value
    /// outside the target's type is a run-time error.
    case copy(to: Place, from: Place)
    /// Gives every cell of the place the least value of its type.
    case clear(Place)
    /// Makes every cell of the place undefined.
    case undefine(Place)
    /// Makes a `reference` local another name for the place, whose indices are evaluated now: an
    /// alias.
    case bind(LocalIndex, Place)
    /// The first branch whose condition is true; else `otherwise`.
    case branch([Branch], otherwise: [Statement])
    /// The first case with a label equal to the subject, which is evaluated once.
    case select(Expression, [Case], otherwise: [Statement])
    case repeatFor(Binding, [Statement])
    case repeatWhile(Expression, [Statement])
    case returnNothing
    case returnValue(Argument)
    case call(FunctionIndex, [Argument])
    /// A claim made inside a body: an assertion that must be true here, an assumption that prunes
    /// the step when false, a cover that counts when true, a liveness goal.
    case claim(ClaimIndex, Expression)
    /// An `error` statement: reaching it violates its claim.
    case error(ClaimIndex)
    /// Prints; has no effect on the state.
    case put([PutItem])
  }

  /// A condition and what runs when it is true.
  package struct Branch: Sendable, Hashable {
    package let condition: Expression
    package let body: [Statement]

    package init(condition: Expression, body: [Statement]) {
      self.condition = condition
      self.body = body
    }
  }

  /// Labels and what runs when one of them equals the subject.
  package struct Case: Sendable, Hashable {
    package let labels: [Expression]
    package let body: [Statement]

    package init(labels: [Expression], body: [Statement]) {
      self.labels = labels
      self.body = body
    }
  }

  /// What a `put` statement prints.
  package enum PutItem: Sendable, Hashable {
    case text(String)
    case value(Expression)
    case place(Place)
  }

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
