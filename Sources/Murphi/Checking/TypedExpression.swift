package import SourceText

/// A position in ``CheckedProgram/variables``.
package struct VariableID: Hashable, Sendable {
  /// The index in that table.
  package let position: Int
}

/// A position in ``CheckedProgram/aliases``.
package struct AliasID: Hashable, Sendable {
  /// The index in that table.
  package let position: Int
}

/// A position in ``CheckedProgram/functions``.
package struct FunctionID: Hashable, Sendable {
  /// The index in that table.
  package let position: Int
}

/// An expression whose names are resolved and whose types agree.
package struct TypedExpression: Sendable {
  /// What it computes.
  package indirect enum Kind: Sendable {
    /// A literal, named constant or enumeration member.
    case constant(Quantity)
    case variable(VariableID)
    case alias(AliasID)
    /// The field at a position of a record.
    case field(TypedExpression, Int)
    case element(TypedExpression, TypedExpression)
    case call(FunctionID, [TypedExpression])
    case unary(PrefixOperator, TypedExpression)
    case binary(TypedOperator, TypedExpression, TypedExpression)
    case conditional(TypedExpression, TypedExpression, TypedExpression)
    case quantified(QuantifierKind, CheckedQuantifier, TypedExpression)
    case isUndefined(TypedExpression)
    /// Whether a value is one of these; of a union, as its values are numbered.
    case isMember(TypedExpression, lower: Quantity, upper: Quantity)
    /// A value of a union as one of its member, or the other way round: the offset is added.
    case converted(TypedExpression, by: Int64)
    /// How many elements meet a condition.
    case count(CheckedChoice, TypedExpression)
    /// `undefined` as an argument.
    case undefined
    /// Part of something that has been reported.
    case invalid
  }

  /// What may be done with an expression besides reading it.
  package enum Access: Sendable, Hashable {
    /// It is a computed value.
    case value
    /// It names a place that must not be written: a value parameter or part of one.
    case readOnlyPlace
    /// It names a place that may be written.
    case place
  }

  /// What it computes.
  package let kind: Kind
  /// The type of its value.
  package let type: CheckedType
  /// Whether it names a place.
  package let access: Access
  /// Where it is written.
  package let range: SourceRange

  static func invalid(at range: SourceRange) -> TypedExpression {
    TypedExpression(kind: .invalid, type: .invalid, access: .place, range: range)
  }
}

/// Infix operators with `&` and `|` told apart by the types of their operands.
package enum TypedOperator: Sendable, Hashable {
  case add, subtract, multiply, divide, remainder
  case bitAnd, bitOr, bitExclusiveOr, shiftLeft, shiftRight
  case less, lessOrEqual, greater, greaterOrEqual
  /// Of simple values, records and arrays alike.
  case equal, notEqual
  case and, or, implies
}

/// A variable for the position of each element of a multiset in turn.
package struct CheckedChoice: Sendable {
  /// The variable.
  package let variable: VariableID
  /// The multiset, which is a place.
  package let multiset: TypedExpression
  /// From the name to the end of the multiset.
  package let range: SourceRange
}

/// A quantified variable and what it ranges over.
package struct CheckedQuantifier: Sendable {
  /// What a quantified variable ranges over.
  package indirect enum Domain: Sendable {
    /// Every value of a simple type, ascending.
    case type(CheckedType)
    /// From one value through another; without a step, one by one in whichever direction.
    case steps(from: TypedExpression, through: TypedExpression, by: TypedExpression?)
  }

  /// The variable.
  package let variable: VariableID
  /// What it ranges over.
  package let domain: Domain
  /// From the name to the end of the domain.
  package let range: SourceRange
}
