package import SourceText

/// A statement whose names are resolved and whose types agree.
package struct TypedStatement: Sendable {
  /// What it does.
  package indirect enum Kind: Sendable {
    /// Of simple values, records and arrays alike; the target is a writable place.
    case assignment(TypedExpression, TypedExpression)
    case call(FunctionID, [TypedExpression])
    case clear(TypedExpression)
    case undefine(TypedExpression)
    case branch([Clause], otherwise: [TypedStatement])
    case select(TypedExpression, [Case], otherwise: [TypedStatement])
    case loop(CheckedQuantifier, [TypedStatement])
    case whileLoop(TypedExpression, [TypedStatement])
    /// What the aliases stand for is fixed on entry.
    case alias([AliasID], [TypedStatement])
    case giveBack(TypedExpression?)
    case property(CheckedProperty)
    case error(String)
    case putText(String)
    case putValue(TypedExpression)
    /// Adds an element to a multiset.
    case add(TypedExpression, to: TypedExpression)
    /// Takes the element at a position out of a multiset.
    case remove(TypedExpression, from: TypedExpression)
    /// Takes out the elements that meet a condition, one after the other.
    case removeAll(CheckedChoice, where: TypedExpression)
  }

  /// A condition and what runs when it is true.
  package struct Clause: Sendable {
    /// The condition after `if` or `elsif`.
    package let condition: TypedExpression
    /// What runs when it is true and none before it is.
    package let body: [TypedStatement]
  }

  /// Labels and what runs when one of them is the subject's value.
  package struct Case: Sendable {
    /// The values that select this case.
    package let labels: [TypedExpression]
    /// What runs then.
    package let body: [TypedStatement]
  }

  /// What it does.
  package let kind: Kind
  /// Where it is written.
  package let range: SourceRange
}

/// A property whose condition is a truth value.
package struct CheckedProperty: Sendable {
  /// What is claimed of the condition.
  package let kind: PropertyKind
  /// The text beside it; nil when there is none.
  package let message: String?
  /// What is said to be true.
  package let condition: TypedExpression
  /// From the keyword to the end.
  package let range: SourceRange
}
