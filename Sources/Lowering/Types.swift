import Model
import Murphi

/// The scalar type of a simple type.
func scalarType(_ type: CheckedType) -> ScalarType {
  switch type {
  case .boolean: .boolean
  case .integer: .integer
  case .range(let lower, let upper, let name):
    .range(lower.value, upper.value, name: name, symbolicBounds: symbolicBounds(type))
  case .enumeration(let members, let name): .enumeration(name, members: members)
  case .scalarset(let size, let name):
    .scalarset(name, size: size.value, symbolicBounds: symbolicBounds(type))
  case .union(let members, let name): .union(name, members: members.map(scalarType))
  case .slot(of: .multiset(let size, _)): .slot(size: size)
  case .record, .array, .multiset, .slot, .invalid:
    preconditionFailure("a checked program has a simple type here")
  }
}

private func symbolicBounds(_ type: CheckedType) -> SymbolicBounds? {
  guard let (lower, upper) = type.limits, lower.isSymbolic || upper.isSymbolic else { return nil }
  return SymbolicBounds(lower: lower.form, upper: upper.form)
}

/// The type of the values that a variable holds.
func valueType(_ type: CheckedType) -> ValueType {
  switch type {
  case .record(let fields):
    .record(fields.map { ValueType.Field(name: $0.name, type: valueType($0.type)) })
  case .array(let index, let element):
    .array(index: scalarType(index), element: valueType(element))
  case .multiset(let size, let element): .multiset(size: size, of: valueType(element))
  default: .scalar(scalarType(type))
  }
}
