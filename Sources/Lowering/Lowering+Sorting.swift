import Model
import Murphi
import SourceText

/// Multisets of the state are sorted when a step ends, so that the order in which elements came
/// makes no other state. During a step an element stays where it is.
///
/// The order is that of `ValueType.multiset(size:of:)`. There is a function for each variable that
/// holds multisets, and every rule that may change the variable ends with a call.
extension Lowering {
  /// The body, after which the multisets that it may change are sorted.
  mutating func sorting(_ body: [Statement]) -> [Statement] {
    guard !changes.isEmpty else { return body }
    let sorts = changes.sorted().map { Statement(.call(sorter(of: $0), []), range: .none) }
    return body.inserting(sorts) + sorts
  }

  /// A place that is going to be changed.
  mutating func changed(_ expression: TypedExpression) -> Place {
    let place = place(expression)
    if case .state(let variable) = place.root,
      stateVariables[variable.position].type.isComposedOfMultisets
    {
      changes.insert(variable)
    }
    return place
  }

  /// Notes that a function is called.
  mutating func noteChanges(by function: FunctionIndex) {
    guard function.position < changesOfFunctions.count else { return }
    changes.formUnion(changesOfFunctions[function.position])
  }

  private mutating func sorter(of variable: VariableIndex) -> FunctionIndex {
    if let known = sorters[variable] { return known }
    let (outer, checked) = (frame, stateVariables[variable.position])
    frame = FrameBuilder()
    let place = Place(
      root: .state(variable), type: valueType(checked.type), range: checked.range)
    let body = sort(place)
    functions.append(
      Function(
        name: "sort_\(checked.name)", parameterCount: 0, frame: frame.locals, result: nil,
        body: body, range: checked.range))
    frame = outer
    let index = FunctionIndex(functions.count - 1)
    sorters[variable] = index
    return index
  }

  private mutating func sort(_ place: Place) -> [Statement] {
    let range = place.range
    if place.type.multisetElement != nil { return sortSlots(of: place) }
    switch place.type {
    case .scalar: return []
    case .record(let fields):
      return fields.indices.flatMap { position in
        sort(place.extended(by: .field(position), type: fields[position].type, range: range))
      }
    case .array(let index, let element):
      let (binding, part) = eachElement(of: place, index, element, at: range)
      let body = sort(part)
      return body.isEmpty ? [] : [Statement(.repeatFor(binding, body), range: range)]
    }
  }

  /// Insertion: each element in turn moves forward past those that it precedes.
  private mutating func sortSlots(of multiset: Place) -> [Statement] {
    guard case .array(let index, let slot) = multiset.type, index.upper > 0 else { return [] }
    let range = multiset.range
    func number(_ value: Int64) -> Expression {
      Expression(.constant(value), type: .integer, range: range)
    }
    let last = frame.add("i", .scalar(.integer), .bound)
    let here = frame.add("j", .scalar(.integer), .bound)
    let kept = Place(
      root: .local(frame.add("kept", slot, .variable)), type: slot, range: range)
    func read(_ local: LocalIndex) -> Expression {
      let place = Place(root: .local(local), type: .scalar(.integer), range: range)
      return Expression(.read(place), type: .integer, range: range)
    }
    let (left, right) = (
      multiset.slot(folded(.subtract, read(here), number(1), at: range), at: range),
      multiset.slot(read(here), at: range)
    )
    let exchange = [(kept, left), (left, right), (right, kept)].map { target, source in
      Statement(.copy(to: target, from: source), range: range)
    }
    let step = Statement.Branch(condition: precedes(right, left, at: range), body: exchange)
    let downwards = Domain.steps(from: read(last), through: number(1), by: number(-1))
    let move = Statement(
      .repeatFor(
        Binding(local: here, name: "j", domain: downwards),
        [Statement(.branch([step], otherwise: []), range: range)]), range: range)
    let isElement = Statement.Branch(
      condition: multiset.slot(read(last), at: range).isInUse, body: [move])
    let upwards = Domain.steps(from: number(1), through: number(index.upper), by: number(1))
    return [
      Statement(
        .repeatFor(
          Binding(local: last, name: "i", domain: upwards),
          [Statement(.branch([isElement], otherwise: []), range: range)]), range: range)
    ]
  }

  /// Whether the slot `first` belongs before the slot `second`.
  private func precedes(_ first: Place, _ second: Place, at range: SourceRange) -> Expression {
    func truth(_ op: BinaryOperator, _ left: Expression, _ right: Expression) -> Expression {
      Expression(.binary(op, left, right), type: .boolean, range: range)
    }
    let secondIsFree = Expression(.isUndefined(second.mark), type: .boolean, range: range)
    let pairs = Array(zip(scalars(in: first.element), scalars(in: second.element)))
    return truth(.and, first.isInUse, truth(.or, secondIsFree, exceeds(pairs[...], at: range)))
  }

  /// Whether, of the first cells that differ, the left one is greater; undefined is least. Halved
  /// again and again, so that long elements make no deep expressions.
  private func exceeds(_ pairs: ArraySlice<(Place, Place)>, at range: SourceRange) -> Expression {
    func truth(_ kind: Expression.Kind) -> Expression {
      Expression(kind, type: .boolean, range: range)
    }
    guard pairs.count > 1 else {
      return pairs.first.map { exceeds($0, $1, at: range) } ?? truth(.constant(0))
    }
    let (front, back) = (pairs.prefix(pairs.count / 2), pairs.dropFirst(pairs.count / 2))
    let equals = front.map { truth(.same($0, $1)) }
    let isEqual = equals.dropFirst().reduce(equals[0]) { truth(.binary(.and, $0, $1)) }
    let later = truth(.binary(.and, isEqual, exceeds(back, at: range)))
    return truth(.binary(.or, exceeds(front, at: range), later))
  }

  private func exceeds(_ left: Place, _ right: Place, at range: SourceRange) -> Expression {
    func truth(_ kind: Expression.Kind) -> Expression {
      Expression(kind, type: .boolean, range: range)
    }
    func value(_ place: Place) -> Expression {
      Expression(.read(place), type: place.type.scalar!, range: range)
    }
    let isDefined = truth(.unary(.not, truth(.isUndefined(left))))
    let isGreater = truth(.binary(.greater, value(left), value(right)))
    let exceeds = truth(.binary(.or, truth(.isUndefined(right)), isGreater))
    return truth(.binary(.and, isDefined, exceeds))
  }

  /// The scalars of a value, in the order of its cells.
  private func scalars(in place: Place) -> [Place] {
    switch place.type {
    case .scalar: [place]
    case .record(let fields):
      fields.indices.flatMap {
        scalars(in: place.extended(by: .field($0), type: fields[$0].type, range: place.range))
      }
    case .array(let index, let element):
      (index.lower...index.upper).flatMap { value in
        let index = Expression(.constant(value), type: index, range: place.range)
        return scalars(
          in: place.extended(by: .element(index), type: element, range: place.range))
      }
    }
  }
}

extension [Statement] {
  /// These statements with others before each that ends the body.
  fileprivate func inserting(_ last: [Statement]) -> [Statement] {
    flatMap { statement -> [Statement] in
      let kind: Statement.Kind
      switch statement.kind {
      case .returnNothing: return last + [statement]
      case .branch(let branches, let otherwise):
        kind = .branch(
          branches.map {
            Statement.Branch(condition: $0.condition, body: $0.body.inserting(last))
          }, otherwise: otherwise.inserting(last))
      case .select(let subject, let cases, let otherwise):
        kind = .select(
          subject,
          cases.map { Statement.Case(labels: $0.labels, body: $0.body.inserting(last)) },
          otherwise: otherwise.inserting(last))
      case .repeatFor(let binding, let body): kind = .repeatFor(binding, body.inserting(last))
      case .repeatWhile(let condition, let body):
        kind = .repeatWhile(condition, body.inserting(last))
      default: return [statement]
      }
      return [Statement(kind, range: statement.range)]
    }
  }
}
