/// Where every cell of a state lies: the one place where bits are assigned.
///
/// A state is a row of cells, one for each scalar in it, variables in order, records field by
/// field, arrays element by element. In packed form a cell takes the bits that its type needs,
/// with the raw value 0 for undefined and `value - lower + 1` otherwise, and never crosses a
/// 64-bit word. A cell that is known never to be undefined does without that raw value where it
/// saves a bit.
package struct StateLayout: Sendable, Hashable {
  /// One scalar of the state.
  package struct Cell: Sendable, Hashable {
    package let type: ScalarType
    /// The word that holds it.
    package let word: Int
    /// The position of its lowest bit in that word.
    package let shift: Int
    /// The number of bits, 1 to 64.
    package let width: Int
    /// Whether it has a raw value for undefined, which is 0.
    package let mayBeUndefined: Bool

    /// The value that raw values are counted from.
    package var base: Int64 { mayBeUndefined ? type.lower &- 1 : type.lower }

    /// The bits of the cell, at the low end.
    package var mask: UInt64 { width == 64 ? .max : (1 << UInt64(width)) - 1 }
  }

  package let cells: [Cell]
  /// The first cell of each variable.
  package let firstCell: [Int]
  /// The number of 64-bit words of a packed state; at least 1.
  package let wordCount: Int

  /// - Parameter isNeverUndefined: whether the cell of this number has a value in every state that
  ///   is to be packed.
  init(of variables: [StateVariable], isNeverUndefined: (Int) -> Bool = { _ in false }) {
    var builder = Builder()
    var firstCell: [Int] = []
    for variable in variables {
      firstCell.append(builder.cells.count)
      builder.place(variable.type, isNeverUndefined)
    }
    self.cells = builder.cells
    self.firstCell = firstCell
    self.wordCount = max(1, builder.word + (builder.used > 0 ? 1 : 0))
  }

  /// Where the slots of one multiset lie: row after row of cells, the first of each of kind
  /// `presence`. See `ValueType.multiset(size:of:)` for the order that they are kept in.
  package struct Multiset: Sendable, Hashable {
    package let firstCell: Int
    package let slotCount: Int
    package let cellsPerSlot: Int
  }

  /// The multisets of a value of this type whose first cell is `firstCell`, in order.
  package static func multisets(of type: ValueType, at firstCell: Int) -> [Multiset] {
    switch type {
    case .scalar: return []
    case .array(let index, let element):
      let (count, size) = (index.count ?? 0, cellCount(of: element))
      guard index.kind != .slot else {
        return [Multiset(firstCell: firstCell, slotCount: count, cellsPerSlot: size)]
      }
      return (0..<count).flatMap { multisets(of: element, at: firstCell + $0 * size) }
    case .record(let fields):
      return fields.indices.flatMap {
        multisets(of: fields[$0].type, at: firstCell + offset(ofField: $0, in: fields))
      }
    }
  }

  /// The number of cells that a value of this type takes.
  package static func cellCount(of type: ValueType) -> Int {
    switch type {
    case .scalar: 1
    case .array(let index, let element): (index.count ?? 0) * cellCount(of: element)
    case .record(let fields): fields.reduce(0) { $0 + cellCount(of: $1.type) }
    }
  }

  /// The scalar types of a value's cells, in order.
  package static func scalars(of type: ValueType) -> [ScalarType] {
    switch type {
    case .scalar(let scalar): [scalar]
    case .array(let index, let element):
      Array(repeating: scalars(of: element), count: index.count ?? 0).flatMap { $0 }
    case .record(let fields): fields.flatMap { scalars(of: $0.type) }
    }
  }

  /// How far the field at `position` lies from the start of its record, in cells.
  package static func offset(ofField position: Int, in fields: [ValueType.Field]) -> Int {
    fields[..<position].reduce(0) { $0 + cellCount(of: $1.type) }
  }

  /// The number of bits for a cell of this type, undefined included.
  package static func width(of type: ScalarType) -> Int {
    let greatestRaw = UInt64(bitPattern: type.upper &- type.lower) &+ 1
    return max(1, 64 - greatestRaw.leadingZeroBitCount)
  }

  /// The number of bits without that, when that is less and what members are called by is not in
  /// the values.
  private static func widthWithoutUndefined(of type: ScalarType) -> Int? {
    switch type.kind {
    case .boolean, .enumeration, .range: break
    case .scalarset, .integer, .union, .slot, .presence: return nil
    }
    let greatestRaw = UInt64(bitPattern: type.upper &- type.lower)
    let width = max(1, 64 - greatestRaw.leadingZeroBitCount)
    return type.lower <= type.upper && width < self.width(of: type) ? width : nil
  }

  private struct Builder {
    var cells: [Cell] = []
    var word = 0
    var used = 0

    mutating func place(_ type: ValueType, _ isNeverUndefined: (Int) -> Bool) {
      switch type {
      case .scalar(let scalar): place(scalar, isNeverUndefined(cells.count))
      case .array(let index, let element):
        for _ in 0..<(index.count ?? 0) { place(element, isNeverUndefined) }
      case .record(let fields):
        for field in fields { place(field.type, isNeverUndefined) }
      }
    }

    private mutating func place(_ scalar: ScalarType, _ isNeverUndefined: Bool) {
      let narrow = isNeverUndefined ? StateLayout.widthWithoutUndefined(of: scalar) : nil
      let width = narrow ?? StateLayout.width(of: scalar)
      if used + width > 64 {
        word += 1
        used = 0
      }
      cells.append(
        Cell(type: scalar, word: word, shift: used, width: width, mayBeUndefined: narrow == nil))
      used += width
    }
  }
}
