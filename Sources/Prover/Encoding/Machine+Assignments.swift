import Model
import SourceText
import Z3

// Assignment, with the check that the value belongs to the type.
extension Machine {
  mutating func assign(_ value: Value, to target: Target, at range: SourceRange) {
    guard let type = target.type.scalar else { preconditionFailure("scalars are assigned") }
    write([checked(value, as: type, when: context.truth(true), at: range)], to: target)
  }

  mutating func copy(of location: Target) -> [Cell] { allCells(of: location) }

  mutating func paste(_ values: [Cell], to target: Target, at range: SourceRange) {
    let types = StateLayout.scalars(of: target.type)
    let copies = zip(values, types).map { cell, type in
      if cell.definedness == .never { return Cell.undefined(type, in: context) }
      if cell.type == type { return cell }
      let copy = checked(cell.value, as: type, when: cell.isDefined, at: range)
      return .choose(cell.isDefined, copy, .undefined(type, in: context))
    }
    write(copies, to: target)
  }

  mutating func clear(_ target: Target, at range: SourceRange) {
    let least = StateLayout.scalars(of: target.type).map {
      Cell(constant($0.lower, of: $0), as: $0, in: context)
    }
    write(least, to: target)
  }

  mutating func undefine(_ target: Target) {
    write(StateLayout.scalars(of: target.type).map { .undefined($0, in: context) }, to: target)
  }

  private mutating func checked(
    _ value: Value, as type: ScalarType, when condition: Term, at range: SourceRange
  ) -> Cell {
    if case .truth = value, type.kind == .boolean { return Cell(value, as: type, in: context) }
    let scalar = value.scalar
    let isOutside =
      scalar.isLess(than: Int128(type.lower)) || scalar.isGreater(than: Int128(type.upper))
    fail(when: condition && isOutside, at: range)
    return Cell(.number(scalar), as: type, in: context)
  }
}
