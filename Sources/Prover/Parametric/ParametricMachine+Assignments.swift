import Model
import SourceText
import Z3

// Assignment, with the check that the value belongs to the type.
extension ParametricMachine {
  mutating func assign(_ value: SymbolicValue, to place: ParametricPlace, at range: SourceRange) {
    guard let type = place.type.scalar else { preconditionFailure("scalars are assigned") }
    let isChecked = !accumulators.contains(place.first)
    if isChecked {
      fail(when: !universe.contains(type, value), at: range)
    } else {
      let before = contents[place.first].read(at: [], in: universe).value.number
      advances.append(Advance(content: place.first, before: before, after: value.number))
    }
    write(
      Entry(isDefined: context.truth(true), value: isChecked ? narrowed(value, to: type) : value),
      to: place)
  }

  func copy(of place: ParametricPlace) -> ParametricCopy {
    let last = place.first + Leaf.count(in: place.type)
    return ParametricCopy(place: place, contents: Array(contents[place.first..<last]))
  }

  mutating func paste(
    _ source: ParametricCopy, to target: ParametricPlace, at range: SourceRange
  ) throws(Unencodable) {
    try writeAll(target) { machine, offset, leaf, below throws(Unencodable) in
      let indices = source.place.indices + below
      machine.looks.append(Look(content: source.place.first + offset, indices: indices))
      let content = source.contents[offset]
      let old = content.read(at: indices, in: machine.universe, apart: machine.apart)
      if old.isDefined.truth == false { return old }
      let isInside = machine.universe.contains(leaf.type, old.value)
      if isInside.truth != true, content.leaf.type != leaf.type {
        machine.failSomewhere(
          when: old.isDefined && !isInside, below, leaf.indices.suffix(below.count), at: range)
      }
      return Entry(isDefined: old.isDefined, value: machine.narrowed(old.value, to: leaf.type))
    }
  }

  mutating func clear(_ place: ParametricPlace, at range: SourceRange) throws(Unencodable) {
    try writeAll(place) { machine, _, leaf, _ throws(Unencodable) in
      if leaf.type.isUnsizedScalarset {
        throw Unencodable("'clear' of a scalarset of unknown size", range)
      }
      let least: SymbolicValue =
        leaf.type.kind == .boolean
        ? .truth(machine.context.truth(false)) : .number(machine.universe.lower(of: leaf.type))
      return Entry(isDefined: machine.context.truth(true), value: least)
    }
  }

  mutating func undefine(_ place: ParametricPlace) throws(Unencodable) {
    try writeAll(place) { machine, _, leaf, _ throws(Unencodable) in
      Entry(
        isDefined: machine.context.truth(false), value: machine.universe.nothing(of: leaf.type))
    }
  }

  /// Records a failure under a condition that speaks of any indices of some types.
  mutating func failSomewhere(
    when condition: Term, _ indices: [Term], _ types: some Sequence<ScalarType>,
    at range: SourceRange
  ) {
    let isInside = context.all(
      zip(indices, types).map { universe.members(of: $1).contains($0) })
    fail(when: context.exists(indices, isInside && condition), at: range)
  }

  private func narrowed(_ value: SymbolicValue, to type: ScalarType) -> SymbolicValue {
    guard case .number(let number) = value else { return value }
    return .number(
      number.narrowed(universe.lower(of: type).lower, universe.upper(of: type).upper))
  }
}
