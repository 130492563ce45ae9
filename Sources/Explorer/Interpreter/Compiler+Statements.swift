import Model
import SourceText

extension Compiler {
  func compile(_ statements: [Statement]) {
    for statement in statements {
      if case .bind(let local, let place) = statement.kind {
        bind(local, to: place)
      } else {
        releasing { compile(statement) }
      }
    }
  }

  /// The register of an alias stays in use until the enclosing statement ends.
  private func bind(_ local: LocalIndex, to place: Place) {
    switch locate(place) {
    case .fixed(let address): context.homes[local] = .cells(address)
    case .computed(let pointer):
      let kept = register()
      assembler.emit(.move, a: pointer, c: kept)
      context.homes[local] = .reference(kept)
    }
  }

  private func compile(_ statement: Statement) {
    let range = statement.range
    switch statement.kind {
    case .assign(let place, let expression): assign(place, expression, at: range)
    case .copy(let target, let source):
      let to = address(of: locate(target))
      let from = address(of: locate(source))
      copyCells(to: to, from: from, bounds: Self.bounds(target.type), at: range)
    case .clear(let place): fill(place)
    case .undefine(let place): undefine(place)
    case .bind: preconditionFailure("aliases are bound by the sequence that they are in")
    case .branch(let branches, let otherwise): branch(branches, otherwise: otherwise)
    case .select(let subject, let cases, let otherwise):
      select(subject, cases, otherwise: otherwise)
    case .repeatFor(let binding, let body):
      forEach(binding, size: Traversal.size(of: body), at: range) { compile(body) }
    case .repeatWhile(let condition, let body): repeatWhile(condition, body, at: range)
    case .returnNothing: assembler.emit(.jump, to: context.end!)
    case .returnValue(let argument): giveBack(argument)
    case .call(let function, let arguments): call(function, arguments)
    case .claim(let claim, let condition): decide(claim, condition, at: range)
    case .error(let claim): fail(.errorStatement, Site(claim: claim, range: range))
    case .put(let items): items.forEach(look)
    }
  }

  func fail(_ fault: Fault, _ site: Site) {
    assembler.emit(.fail, a: Int32(fault.rawValue), site: site)
  }

  // MARK: Stores

  private func assign(_ place: Place, _ expression: Expression, at range: SourceRange) {
    guard let type = place.type.scalar else { preconditionFailure("a scalar is assigned") }
    let target = locate(place)
    if case .fixed(let cell) = target, increment(cell, type, place, expression, at: range) {
      return
    }
    let isInRange = isKnown(expression, in: type)
    let source = defined(value(expression), at: undefinedRange(of: expression))
    switch target {
    case .fixed(let cell) where isStateCell(cell):
      assembler.emit(
        isInRange ? .store : .storeRanged, a: source, c: cell, site: Site(range: range))
    case .fixed(let cell):
      if !isInRange { checkRange(source, type, at: range) }
      assembler.emit(.move, a: source, c: cell)
    case .computed(let pointer):
      if !isInRange { checkRange(source, type, at: range) }
      assembler.emit(.storeAt, a: source, c: pointer)
    }
  }

  private func isStateCell(_ address: Int32) -> Bool {
    Int(address) < system.layout.cells.count
  }

  /// `x := x + 1` for a cell of the state in one instruction.
  private func increment(
    _ cell: Int32, _ type: ScalarType, _ place: Place, _ expression: Expression,
    at range: SourceRange
  ) -> Bool {
    guard isStateCell(cell), case .binary(let op, let left, let right) = expression.kind,
      op == .add || op == .subtract, case .read(let source) = left.kind, !Traversal.calls(left),
      let amount = fold(right), amount.magnitude < 1 << 30, type.lower > -(1 << 62),
      type.upper < 1 << 62, isSamePlace(source, cell)
    else { return false }
    assembler.emit(
      .increment, b: Int32(op == .add ? amount : -amount), c: cell,
      site: Site(range: range, operandRange: source.range))
    return true
  }

  /// Whether the place is this cell, found without any code.
  private func isSamePlace(_ place: Place, _ cell: Int32) -> Bool {
    guard case .state(let variable) = place.root else { return false }
    var address = Int32(system.layout.firstCell[variable.position])
    var type = system[variable].type
    for step in place.path {
      switch (step, type) {
      case (.field(let position), .record(let fields)):
        address += Int32(StateLayout.offset(ofField: position, in: fields))
        type = fields[position].type
      case (.element(let index), .array(let indexType, let element)):
        guard let known = fold(index), indexType.contains(known) else { return false }
        address += Int32(Int(known - indexType.lower) * StateLayout.cellCount(of: element))
        type = element
      default: return false
      }
    }
    return address == cell
  }

  /// Whether the value of the expression is surely in the range of the type.
  func isKnown(_ expression: Expression, in type: ScalarType) -> Bool {
    if let known = fold(expression) { return type.contains(known) }
    switch expression.kind {
    case .read(let place):
      guard let source = place.type.scalar, source.kind != .integer else { return false }
      if case .local(let local) = place.root, context.locals[local.position].kind == .reference {
        return false
      }
      return type.lower <= source.lower && source.upper <= type.upper
    case .quantified, .isUndefined, .same, .unary(.not, _):
      return type.contains(0) && type.contains(1)
    default: return false
    }
  }

  func checkRange(_ address: Int32, _ type: ScalarType, at range: SourceRange) {
    assembler.emit(
      .checkRange, a: address, b: assembler.constants([type.lower, type.upper]),
      site: Site(range: range))
  }

  private func fill(_ place: Place) {
    let values = StateLayout.scalars(of: place.type).map(\.lower)
    let location = locate(place)
    if values.count == 1, case .fixed(let cell) = location, isStateCell(cell) {
      assembler.emit(.store, a: assembler.constant(values[0]), c: cell)
    } else {
      let descriptor = assembler.constants([Int64(values.count)] + values)
      assembler.emit(.fill, a: address(of: location), c: descriptor)
    }
  }

  private func undefine(_ place: Place) {
    let count = StateLayout.cellCount(of: place.type)
    let location = locate(place)
    if count == 1, case .fixed(let cell) = location, isStateCell(cell) {
      assembler.emit(.store, a: assembler.constant(Assembler.undefined), c: cell)
    } else {
      assembler.emit(.undefine, a: address(of: location), c: Int32(count))
    }
  }

  // MARK: Branches

  private func branch(_ branches: [Statement.Branch], otherwise: [Statement]) {
    let end = assembler.makeLabel()
    for branch in branches {
      let next = assembler.makeLabel()
      jump(branch.condition, to: next, when: false)
      compile(branch.body)
      assembler.emit(.jump, to: end)
      assembler.place(next)
    }
    compile(otherwise)
    assembler.place(end)
  }

  private func select(
    _ subject: Expression, _ cases: [Statement.Case], otherwise: [Statement]
  ) {
    let range = undefinedRange(of: subject)
    var operand = value(subject)
    if cases.contains(where: { $0.labels.contains(where: Traversal.calls) }) {
      operand = stable(operand, at: range)
    }
    let address = defined(operand, at: range)
    let end = assembler.makeLabel()
    let bodies = cases.map { option in
      let body = assembler.makeLabel()
      for label in option.labels {
        releasing {
          let other = defined(value(label), at: undefinedRange(of: label))
          assembler.emit(.jumpIfEqual, a: address, b: other, to: body)
        }
      }
      return body
    }
    compile(otherwise)
    assembler.emit(.jump, to: end)
    for (body, option) in zip(bodies, cases) {
      assembler.place(body)
      compile(option.body)
      assembler.emit(.jump, to: end)
    }
    assembler.place(end)
  }

  // MARK: Claims

  private func decide(_ claim: ClaimIndex, _ condition: Expression, at range: SourceRange) {
    let after = assembler.makeLabel()
    switch system[claim].kind {
    case .assertion:
      jump(condition, to: after, when: true)
      fail(.assertion, Site(claim: claim, range: range))
    case .assumption:
      jump(condition, to: after, when: true)
      assembler.emit(.prune)
    case .cover:
      jump(condition, to: after, when: false)
      assembler.emit(.coveredInBody, a: Int32(claim.position))
    default: look(at: .value(condition))
    }
    assembler.place(after)
  }

  /// What would fail in printing fails here.
  private func look(at item: Statement.PutItem) {
    switch item {
    case .text: break
    case .value(let expression):
      _ = defined(value(expression), at: undefinedRange(of: expression))
    case .place(let place): _ = locate(place)
    }
  }
}
