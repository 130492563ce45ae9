import Model
import SourceText

extension LoopOrder {
  func run(_ statements: [Statement]) { statements.forEach(run) }

  private func run(_ statement: Statement) {
    switch statement.kind {
    case .assign(let place, let value): assign(place, value, at: statement.range)
    case .copy(let target, let source):
      read(source)
      write(target, .any, at: statement.range)
    case .clear(let place): write(place, .least, at: statement.range)
    case .undefine(let place): write(place, .undefined, at: statement.range)
    case .bind(let local, let place): frames[frames.count - 1].places[local] = spot(of: place)
    case .branch(let branches, let otherwise): branch(branches, otherwise, at: statement.range)
    case .select(let subject, let cases, let otherwise):
      read(subject)
      for item in cases {
        item.labels.forEach { read($0) }
        run(item.body)
      }
      run(otherwise)
    case .repeatFor(let binding, let body):
      read(binding.domain)
      repeating(binding, at: statement.range, isQuantifier: false) { run(body) }
    case .repeatWhile(let condition, let body):
      read(condition)
      run(body)
    case .returnNothing: noteReturn(at: statement.range)
    case .returnValue(.value(let value)):
      read(value)
      noteReturn(at: statement.range)
    case .returnValue(.copy(let place)), .returnValue(.reference(let place)):
      read(place)
      noteReturn(at: statement.range)
    case .call where statement.isSorting: break
    case .call(let function, let arguments): enter(function, arguments)
    case .claim(let claim, let condition):
      note(claim, at: statement.range)
      read(condition)
    case .put(let items):
      for case .value(let expression) in items { read(expression) }
      for case .place(let place) in items { read(place) }
    case .error(let claim): note(claim, at: statement.range)
    }
  }

  private func write(_ place: Place, _ effect: LoopAccess.Effect, at range: SourceRange) {
    record(spot(of: place), effect, at: range)
  }

  private func assign(_ place: Place, _ value: Expression, at range: SourceRange) {
    if let (accumulation, operands) = accumulation(into: place, value) {
      operands.forEach { read($0) }
      return write(place, .accumulation(accumulation), at: range)
    }
    read(value)
    let symbol = symbol(of: value)
    write(place, symbol == .unknown ? .any : .value(symbol), at: range)
  }

  private func branch(
    _ branches: [Statement.Branch], _ otherwise: [Statement], at range: SourceRange
  ) {
    if let multiset = Self.multiset(grownBy: branches) {
      return add(to: multiset, branches[0].body, otherwise, at: range)
    }
    if branches.count == 1, otherwise.isEmpty, branches[0].body.count == 1,
      let (place, value) = Self.assignment(branches[0].body[0]),
      let accumulation = extremum(of: place, value, if: branches[0].condition)
    {
      read(value)
      return write(place, .accumulation(accumulation), at: range)
    }
    for branch in branches {
      read(branch.condition)
      run(branch.body)
    }
    run(otherwise)
  }

  // MARK: Accumulations

  /// What is given to a simple place, undefined or not.
  private static func assignment(_ statement: Statement) -> (Place, Expression)? {
    switch statement.kind {
    case .assign(let place, let value): return (place, value)
    case .copy(let place, let source):
      guard let type = source.type.scalar else { return nil }
      return (place, Expression(.read(source), type: type, range: source.range))
    default: return nil
    }
  }

  /// The multiset that an element is added to: branches look for its first free slot.
  private static func multiset(grownBy branches: [Statement.Branch]) -> Place? {
    guard let first = branches.first, case .isUndefined(let mark) = first.condition.kind,
      mark.type == .scalar(.presence)
    else { return nil }
    return Place(
      root: mark.root, path: mark.path.dropLast(2), type: mark.type, range: mark.range)
  }

  private func add(
    to multiset: Place, _ body: [Statement], _ otherwise: [Statement], at range: SourceRange
  ) {
    for statement in body {
      switch statement.kind {
      case .assign(_, let value): read(value)
      case .copy(_, let source): read(source)
      default: break
      }
    }
    for case .error(let claim) in otherwise.map(\.kind) { note(claim, at: range) }
    write(multiset, .accumulation(.addition), at: range)
  }

  /// The way in which an assignment adds to what is there, and what it reads besides.
  private func accumulation(into place: Place, _ value: Expression)
    -> (LoopAccess.Accumulation, [Expression])?
  {
    switch value.kind {
    case .binary(let op, let left, let right):
      if isValue(left, of: place), let kind = accumulation(op, of: left, with: right) {
        return (kind, [right])
      }
      if isValue(right, of: place), op != .subtract,
        let kind = accumulation(op, of: right, with: left)
      {
        return (kind, [left])
      }
    case .conditional(let condition, let yes, let no) where isValue(no, of: place):
      return extremum(of: place, yes, if: condition).map { ($0, [yes]) }
    default: break
    }
    return nil
  }

  /// Bits only grow, or only shrink, into what stays in a range where none of them is the sign.
  private func accumulation(
    _ op: BinaryOperator, of sum: Expression, with operand: Expression
  ) -> LoopAccess.Accumulation? {
    switch op {
    case .add where operand.isNeverNegative: .increase
    case .subtract where operand.isNeverNegative: .decrease
    case .or: .or
    case .and: .and
    case .bitOr where operand.isNeverNegative: .bitOr
    case .bitAnd where sum.isNeverNegative: .bitAnd
    default: nil
    }
  }

  /// Whether `if condition then place := value` keeps the greatest or least value.
  private func extremum(of place: Place, _ value: Expression, if condition: Expression)
    -> LoopAccess.Accumulation?
  {
    guard case .binary(let op, let left, let right) = condition.kind else { return nil }
    let valueIsLeft = isSame(left, value) && isValue(right, of: place)
    guard valueIsLeft || isSame(right, value) && isValue(left, of: place) else { return nil }
    switch op {
    case .less, .lessOrEqual: return valueIsLeft ? .least : .greatest
    case .greater, .greaterOrEqual: return valueIsLeft ? .greatest : .least
    default: return nil
    }
  }

  private func isValue(_ expression: Expression, of place: Place) -> Bool {
    guard case .read(let other) = expression.kind else { return false }
    return text.text(of: other) == text.text(of: place)
  }

  private func isSame(_ first: Expression, _ second: Expression) -> Bool {
    text.text(of: first) == text.text(of: second)
  }

  // MARK: Reads

  func read(_ expression: Expression) {
    switch expression.kind {
    case .constant: break
    case .read(let place), .isUndefined(let place): read(place)
    case .unary(_, let operand): read(operand)
    case .binary(_, let left, let right):
      read(left)
      read(right)
    case .conditional(let condition, let yes, let no): [condition, yes, no].forEach { read($0) }
    case .quantified(_, let binding, let body):
      read(binding.domain)
      repeating(binding, at: expression.range, isQuantifier: true) { read(body) }
    case .same(let left, let right):
      read(left)
      read(right)
    case .call(let function, let arguments): enter(function, arguments)
    }
  }

  private func read(_ domain: Domain) {
    guard case .steps(let from, let through, let by) = domain else { return }
    [from, through].forEach { read($0) }
    if let by { read(by) }
  }

  func read(_ place: Place) { record(spot(of: place), nil, at: place.range) }

  /// Where a place is, its indices read; nil for what a function returns.
  func spot(of place: Place) -> Spot? {
    var spot: Spot?
    switch place.root {
    case .state(let variable): spot = Spot(root: .state(variable), steps: [])
    case .local(let local):
      let isElsewhere = frame.locals[local.position].kind == .reference
      if isElsewhere {
        spot = frame.places[local]
      } else if frame.locals[local.position].kind == .variable {
        spot = Spot(root: .local(frame: frame.number, local), steps: [])
      }
    case .call(let function, let arguments): enter(function, arguments)
    }
    for step in place.path {
      switch step {
      case .field(let position): spot?.steps.append(.field(position))
      case .element(let index):
        read(index)
        spot?.steps.append(.element(symbol(of: index)))
      }
    }
    return spot
  }

  func symbol(of expression: Expression) -> Symbol {
    switch expression.kind {
    case .constant(let value): return .constant(value)
    case .read(let place): return symbol(of: place)
    case .binary(_, let operand, _) where expression.isUnionConversion: return symbol(of: operand)
    default: return .unknown
    }
  }

  func symbol(of place: Place) -> Symbol {
    guard case .local(let local) = place.root, place.path.isEmpty else { return .unknown }
    if frame.locals[local.position].kind == .bound { return .bound(frame: frame.number, local) }
    return frame.values[local] ?? .unknown
  }
}

extension Expression {
  /// Whether its type alone says that it is 0 or more. What a function returns is not held to its type.
  fileprivate var isNeverNegative: Bool {
    switch kind {
    case .constant(let value): value >= 0
    case .conditional(_, let yes, let no): yes.isNeverNegative && no.isNeverNegative
    case .binary(let op, let left, let right):
      (op == .add || op == .multiply) && left.isNeverNegative && right.isNeverNegative
    case .read(let place): place.isVariable && type.kind == .range && type.lower >= 0
    default: false
    }
  }
}

extension Place {
  /// Whether it is one that a value is assigned to, and not what a function returns.
  fileprivate var isVariable: Bool {
    if case .call = root { false } else { true }
  }
}
