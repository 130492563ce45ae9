import Model
import Z3

/// One scalar: whether there is a value, and which.
struct Cell {
  var isDefined: Term
  var value: Word

  static func undefined(in encoding: Encoding) -> Cell {
    Cell(isDefined: encoding.context.truth(false), value: .constant(0))
  }

  static func choose(_ condition: Term, _ yes: Cell, _ no: Cell, in encoding: Encoding) -> Cell {
    if let truth = condition.truth { return truth ? yes : no }
    // A value that is not there is never read.
    if yes.isDefined.truth == false {
      return Cell(isDefined: !condition && no.isDefined, value: no.value)
    }
    if no.isDefined.truth == false {
      return Cell(isDefined: condition && yes.isDefined, value: yes.value)
    }
    return Cell(
      isDefined: condition.then(yes.isDefined, else: no.isDefined),
      value: .choose(condition, yes.value, no.value, in: encoding))
  }

  /// That two cells hold the same.
  func isSame(as other: Cell, in encoding: Encoding) -> Term {
    let bothDefined = isDefined && other.isDefined
    return (!isDefined && !other.isDefined)
      || (bothDefined && value.equals(other.value, in: encoding))
  }

  /// The cell with other terms for some constants.
  func replacing(_ constants: [Term], by terms: [Term]) -> Cell {
    Cell(
      isDefined: isDefined.replacing(constants, by: terms),
      value: value.replacing(constants, by: terms))
  }
}

/// What is kept of one scalar of a type: a cell, or one for each choice of indices where it is part
/// of an array of any size.
enum Slot {
  case cell(Cell)
  case family(arity: Int, at: ([Word]) -> Cell)

  /// The same cell whatever the indices are.
  static func same(_ cell: Cell, arity: Int) -> Slot {
    arity == 0 ? .cell(cell) : .family(arity: arity) { _ in cell }
  }

  static func choose(_ condition: Term, _ yes: Slot, _ no: Slot, in encoding: Encoding) -> Slot {
    guard case .family(let arity, _) = yes else {
      return .cell(.choose(condition, yes[[]], no[[]], in: encoding))
    }
    if let truth = condition.truth { return truth ? yes : no }
    return .family(arity: arity) { .choose(condition, yes[$0], no[$0], in: encoding) }
  }

  /// How many indices it takes.
  var arity: Int {
    if case .family(let arity, _) = self { arity } else { 0 }
  }

  /// The cell for some indices, as many as it takes.
  subscript(indices: [Word]) -> Cell {
    switch self {
    case .cell(let cell): cell
    case .family(_, let at): at(indices)
    }
  }

  /// What is left of it when its first indices are given.
  func at(_ first: [Word]) -> Slot {
    if first.isEmpty { return self }
    if arity == first.count { return .cell(self[first]) }
    return .family(arity: arity - first.count) { self[first + $0] }
  }

  /// The slot after a write to what its first indices name, where a condition holds.
  func writing(_ value: Slot, at first: [Word], where condition: Term, in encoding: Encoding)
    -> Slot
  {
    if first.isEmpty { return .choose(condition, value, self, in: encoding) }
    return .family(arity: arity) { [self] indices in
      let isHere = encoding.context.all(
        zip(first, indices).map { $0.equals($1, in: encoding) } + [condition])
      if isHere.truth == false { return self[indices] }
      return .choose(
        isHere, value[Array(indices.dropFirst(first.count))], self[indices], in: encoding)
    }
  }
}

extension Word {
  /// The word with other terms for some constants.
  func replacing(_ constants: [Term], by terms: [Term]) -> Word {
    switch self {
    case .constant: self
    case .truth(let term): .truth(term.replacing(constants, by: terms))
    case .bits(let term): .bits(term.replacing(constants, by: terms))
    case .number(let term): .number(term.replacing(constants, by: terms))
    }
  }
}
