import Model
import Z3

/// A symbolic cell, in the packed form of the layout: raw 0 is undefined, and a value `v` of a type
/// is raw `v - lower + 1`.
struct Cell {
  /// What is known of whether a cell holds a value.
  enum Definedness {
    case always
    case never
    case unknown
  }

  let type: ScalarType
  let raw: Term
  let definedness: Definedness
  /// Bounds of the value, where there is one.
  let lower: Int128
  let upper: Int128

  /// A cell with a value of its type.
  init(_ value: Value, as type: ScalarType, in context: Context) {
    self.type = type
    definedness = .always
    if case .truth(let truth) = value, type.kind == .boolean {
      raw = truth.then(
        context.bits(2 as Int128, width: 2), else: context.bits(1 as Int128, width: 2))
      lower = truth.truth == true ? 1 : 0
      upper = truth.truth == false ? 0 : 1
    } else {
      let scalar = value.scalar
      let width = StateLayout.width(of: type)
      raw = scalar.bits(above: Int128(type.lower) - 1, width: width)
      lower = max(scalar.lower, Int128(type.lower))
      upper = min(scalar.upper, Int128(type.upper))
    }
  }

  /// A cell of which nothing is known but its type.
  init(raw: Term, of type: ScalarType) {
    self.init(
      type: type, raw: raw, definedness: .unknown, lower: Int128(type.lower),
      upper: Int128(type.upper))
  }

  private init(
    type: ScalarType, raw: Term, definedness: Definedness, lower: Int128, upper: Int128
  ) {
    self.type = type
    self.raw = raw
    self.definedness = definedness
    self.lower = lower
    self.upper = upper
  }

  /// A cell without a value.
  static func undefined(_ type: ScalarType, in context: Context) -> Cell {
    let raw = context.bits(0 as Int128, width: StateLayout.width(of: type))
    return Cell(
      type: type, raw: raw, definedness: .never, lower: Int128(type.lower),
      upper: Int128(type.lower))
  }

  /// That the cell holds a value.
  var isDefined: Term {
    switch definedness {
    case .always: raw.context.truth(true)
    case .never: raw.context.truth(false)
    case .unknown: !raw.equals(raw.context.bits(0 as Int128, width: raw.width))
    }
  }

  /// The value, where there is one.
  var value: Value {
    let context = raw.context
    if definedness == .always, lower == upper {
      return type.kind == .boolean
        ? .truth(context.truth(lower == 1)) : .number(.constant(lower, in: context))
    }
    if type.kind == .boolean {
      return .truth(raw.equals(context.bits(2 as Int128, width: raw.width)))
    }
    return .number(
      .number(raw, offset: Int128(type.lower) - 1, lower: lower, upper: upper))
  }

  /// That the packed form is undefined or a value of the type; `true` when it cannot be else.
  var isWellFormed: Term {
    let context = raw.context
    let greatest = Int128(type.upper) - Int128(type.lower) + 1
    if greatest + 1 == Int128(1) << raw.width { return context.truth(true) }
    return raw.unsignedAtMost(context.bits(greatest, width: raw.width))
  }

  /// That two cells of one type hold the same value, or none.
  func isSame(as other: Cell) -> Term {
    if raw.width == other.raw.width, type.lower == other.type.lower {
      return raw.equals(other.raw)
    }
    let bothUndefined = !isDefined && !other.isDefined
    return bothUndefined || (isDefined && other.isDefined && value.isEqual(to: other.value))
  }

  /// One of two cells of one type.
  static func choose(_ condition: Term, _ yes: Cell, _ no: Cell) -> Cell {
    if let truth = condition.truth { return truth ? yes : no }
    if yes.raw == no.raw, yes.definedness == no.definedness { return yes }
    let definedness = yes.definedness == no.definedness ? yes.definedness : .unknown
    let bounds = yes.definedness == .never ? no : yes
    let others = no.definedness == .never ? yes : no
    return Cell(
      type: yes.type, raw: condition.then(yes.raw, else: no.raw), definedness: definedness,
      lower: min(bounds.lower, others.lower), upper: max(bounds.upper, others.upper))
  }
}
