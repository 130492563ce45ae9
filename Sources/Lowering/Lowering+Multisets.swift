import Model
import Murphi
import SourceText

/// Multisets are arrays of slots, see `ValueType.multiset(size:of:)`. What is said of elements is
/// said of slots in use.

extension CheckedType {
  var isMultiset: Bool { if case .multiset = self { true } else { false } }

  /// Whether a value is a multiset or has one in it.
  var isComposedOfMultisets: Bool {
    switch self {
    case .multiset: true
    case .record(let fields): fields.contains { $0.type.isComposedOfMultisets }
    case .array(_, let element): element.isComposedOfMultisets
    default: false
    }
  }
}

extension Lowering {
  /// Gives the variable of a `choose` a slot of the frame.
  mutating func bind(_ choice: CheckedChoice) -> Binding {
    let variable = program[choice.variable]
    return Binding(
      local: frame.add(variable, .bound), name: variable.name,
      domain: .type(scalarType(variable.type)))
  }

  // MARK: Elements

  /// The slot at a position.
  mutating func chosen(
    _ position: TypedExpression, of multiset: TypedExpression, mustBeThere: Bool,
    at range: SourceRange
  ) -> Place {
    let base = place(multiset, mustBeThere: mustBeThere)
    let position = lower(position)
    let slot = base.slot(position, at: range)
    guard mustBeThere else { return slot }
    // The mark of a slot in use is 0, and reading it fails when there is no element.
    let mark = Expression(.read(slot.mark), type: .presence, range: position.range)
    let checked = Expression(
      .binary(.add, position, mark), type: position.type, range: position.range)
    return base.slot(checked, at: range)
  }

  /// Whether there is an element at the position that a choice stands for.
  mutating func isThere(_ choice: CheckedChoice) -> Expression {
    let place = place(choice.multiset)
    return place.slot(position(of: choice), at: choice.range).isInUse
  }

  private func position(of choice: CheckedChoice) -> Expression {
    let type = scalarType(program[choice.variable].type)
    if let number = frame.constant(of: choice.variable) {
      return Expression(.constant(number), type: type, range: choice.range)
    }
    let place = Place(root: root(of: choice.variable), type: .scalar(type), range: choice.range)
    return Expression(.read(place), type: type, range: choice.range)
  }

  /// The number of elements that meet a condition: a term for each slot.
  mutating func lowerCount(
    _ choice: CheckedChoice, _ condition: TypedExpression, at range: SourceRange
  ) -> Expression {
    func number(_ value: Int64) -> Expression {
      Expression(.constant(value), type: .integer, range: range)
    }
    var sum: Expression?
    for position in 0..<choice.slotCount {
      frame.bind(choice.variable, to: position)
      let isCounted = folded(.and, isThere(choice), lower(condition), at: range)
      let term = Expression(
        .conditional(isCounted, number(1), number(0)), type: .integer, range: range)
      sum = sum.map { folded(.add, $0, term, at: range) } ?? term
    }
    return sum ?? number(0)
  }

  // MARK: Changes

  /// Puts an element into the first slot that is free; with none, an error is reached.
  mutating func add(
    _ element: TypedExpression, to multiset: TypedExpression, at range: SourceRange
  ) -> [Statement] {
    let (entry, target) = fixed(changed(multiset), of: multiset, at: range)
    let value = element.access == .value ? lower(element) : nil
    let source = element.access == .value ? nil : place(element)
    let branches = target.slots(at: range).map { slot in
      let fill: Statement.Kind =
        if let value { .assign(slot.element, value) } else {
          .copy(to: slot.element, from: source!)
        }
      return Statement.Branch(
        condition: Expression(.isUndefined(slot.mark), type: .boolean, range: range),
        body: [Statement(fill, range: range), slot.use(at: range)])
    }
    let error = Statement(.error(roomClaim(multiset, at: range)), range: range)
    return entry + [Statement(.branch(branches, otherwise: [error]), range: range)]
  }

  /// Takes out the elements that meet a condition, one after the other.
  mutating func removeAll(
    _ choice: CheckedChoice, where condition: TypedExpression, at range: SourceRange
  ) -> Statement.Kind {
    let binding = bind(choice)
    let isMet = folded(.and, isThere(choice), lower(condition), at: range)
    let slot = changed(choice.multiset).slot(position(of: choice), at: range)
    let removal = Statement.Branch(
      condition: isMet, body: [Statement(.undefine(slot), range: range)])
    return .repeatFor(binding, [Statement(.branch([removal], otherwise: []), range: range)])
  }

  /// Gives every cell of a place its least value, and takes all elements out of its multisets.
  mutating func clear(_ target: Place, at range: SourceRange) -> [Statement] {
    guard target.type.multisetElement == nil else {
      return [Statement(.undefine(target), range: range)]
    }
    switch target.type {
    case .scalar: return [Statement(.clear(target), range: range)]
    case .record(let fields):
      return fields.indices.flatMap { position in
        clear(
          target.extended(by: .field(position), type: fields[position].type, range: range),
          at: range)
      }
    case .array(let index, let element):
      let (binding, part) = eachElement(of: target, index, element, at: range)
      return [Statement(.repeatFor(binding, clear(part, at: range)), range: range)]
    }
  }

  /// The element of an array that a new loop variable stands for.
  mutating func eachElement(
    of array: Place, _ index: ScalarType, _ element: ValueType, at range: SourceRange
  ) -> (Binding, Place) {
    let local = frame.add("i", .scalar(index), .bound)
    let variable = Place(root: .local(local), type: .scalar(index), range: range)
    let step = Place.Step.element(Expression(.read(variable), type: index, range: range))
    return (
      Binding(local: local, name: "i", domain: .type(index)),
      array.extended(by: step, type: element, range: range)
    )
  }

  /// The place with its indices evaluated once, and the statement that does so.
  private mutating func fixed(
    _ place: Place, of multiset: TypedExpression, at range: SourceRange
  ) -> ([Statement], Place) {
    guard place.path.contains(where: \.isComputed) else { return ([], place) }
    let slot = frame.add(name(of: multiset), place.type, .reference)
    return (
      [Statement(.bind(slot, place), range: range)],
      Place(root: .local(slot), type: place.type, range: range)
    )
  }

  /// The claim that an element always finds room.
  private mutating func roomClaim(
    _ multiset: TypedExpression, at range: SourceRange
  ) -> ClaimIndex {
    let claim = Claim(name: "room in \(name(of: multiset))", kind: .assertion, range: range)
    return bodyClaim(.assertion, claim)
  }

  private func name(of place: TypedExpression) -> String {
    switch place.kind {
    case .variable(let id): program[id].name
    case .alias(let id): program[id].name
    case .field(let base, let position):
      if case .record(let fields) = base.type { fields[position].name } else { name(of: base) }
    case .element(let base, _): name(of: base)
    default: "a multiset"
    }
  }
}

extension CheckedChoice {
  /// The number of slots of the multiset.
  fileprivate var slotCount: Int64 {
    if case .multiset(let size, _) = multiset.type { size } else { 0 }
  }
}

extension Place.Step {
  fileprivate var isComputed: Bool {
    if case .element(let index) = self { index.constant == nil } else { false }
  }
}

extension Place {
  /// The slot of this multiset at a position.
  func slot(_ position: Expression, at range: SourceRange) -> Place {
    guard case .array(_, let slot) = type else { preconditionFailure("a multiset has slots") }
    return extended(by: .element(position), type: slot, range: range)
  }

  /// The slots of this multiset in order.
  fileprivate func slots(at range: SourceRange) -> [Place] {
    guard case .array(let index, _) = type else { preconditionFailure("a multiset has slots") }
    return (index.lower...index.upper).map {
      slot(Expression(.constant($0), type: index, range: range), at: range)
    }
  }

  /// The mark that is defined when this slot is in use.
  var mark: Place { extended(by: .field(0), type: .scalar(.presence), range: range) }

  /// The element in this slot.
  var element: Place {
    guard case .record(let fields) = type else { preconditionFailure("a slot is a record") }
    return extended(by: .field(1), type: fields[1].type, range: range)
  }

  /// Whether this slot is in use.
  var isInUse: Expression {
    let isFree = Expression(.isUndefined(mark), type: .boolean, range: range)
    return Expression(.unary(.not, isFree), type: .boolean, range: range)
  }

  fileprivate func use(at range: SourceRange) -> Statement {
    Statement(.assign(mark, Expression(.constant(0), type: .presence, range: range)), range: range)
  }
}
