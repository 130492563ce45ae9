import Model

extension Emitter {
  func emit(_ statements: [Statement]) {
    for statement in statements { emit(statement) }
  }

  private func emit(_ statement: Statement) {
    switch statement.kind {
    case .assign(let place, let expression): assign(place, expression)
    case .copy(let target, let source):
      let to = locate(target)
      let from = locate(source)
      copy(to: to, target.type, from: from, source.type)
    case .clear(let place):
      fill(place, \.lower)
    case .undefine(let place):
      fill(place) { _ in nil }
    case .bind(let local, let place): context.places[local] = locate(place)
    case .branch(let branches, let otherwise): branch(branches, otherwise: otherwise)
    case .select(let subject, let cases, let otherwise):
      select(subject, cases, otherwise: otherwise)
    case .repeatFor(let binding, let body):
      repeatFor(binding, size: Traversal.size(of: body)) { emit(body) }
    case .repeatWhile(let condition, let body): repeatWhile(condition, body)
    case .returnNothing: finish()
    case .returnValue(let argument): giveBack(argument)
    case .call(let function, let arguments): _ = call(function, arguments)
    case .claim(let claim, let condition): decide(claim, condition)
    case .error(let claim): fail(code(of: claim))
    case .put(let items): items.forEach(look)
    }
  }

  /// Leaves the body or function.
  func finish() {
    if let end = context.end { line("goto \(end);") } else { line("return 0;") }
  }

  // MARK: Stores

  private func assign(_ place: Place, _ expression: Expression) {
    guard let type = place.type.scalar else { preconditionFailure("a scalar is assigned") }
    let target = locate(place)
    let source = bind(value(expression))
    check(source, isWithin: type)
    if target.isState {
      set(target, type, raw: raw(source, above: base(of: target, type)))
    } else {
      line("\(text(of: target)) = \(source.text);")
    }
  }

  /// The raw form of a value in the range of a cell.
  private func raw(_ value: Value, above base: Int64) -> String {
    if let known = value.constant { return hex(UInt64(bitPattern: known &- base)) }
    switch base {
    case 0: return value.text
    case -1: return "\(value.text) + 1"
    default: return "(uint64_t)\(value.text) - (uint64_t)\(literal(base))"
    }
  }

  /// Copies cells, undefined ones too; a value outside the target's type is a run-time error.
  func copy(
    to target: CellLocation, _ targetType: ValueType, from source: CellLocation, _ type: ValueType
  ) {
    let types = zip(StateLayout.scalars(of: targetType), StateLayout.scalars(of: type))
    let alike = types.allSatisfy { $0 == $1 }
    if alike || targetType == type {
      return forEachCell(of: StateLayout.scalars(of: type), [target, source]) { cells, type in
        copyCell(to: cells[0], type, from: cells[1], type)
      }
    }
    for (position, (to, from)) in types.enumerated() {
      copyCell(to: target.adding(position), to, from: source.adding(position), from)
    }
  }

  private func copyCell(
    to target: CellLocation, _ targetType: ScalarType, from source: CellLocation, _ type: ScalarType
  ) {
    if target.isState, source.isState, targetType == type,
      mayBeUndefined(target) == mayBeUndefined(source)
    {
      let raw = name("t")
      line("const uint64_t \(raw) = \(self.raw(of: source, type));")
      return set(target, type, raw: raw)
    }
    let value = name("t")
    line("const int64_t \(value) = \(unpacked(source, type));")
    checkCell(value, Interval(type), isWithin: targetType)
    if target.isState {
      set(target, targetType, raw: packed(value, target, targetType))
    } else {
      line("\(text(of: target)) = \(value);")
    }
  }

  /// A defined value must be in the range of the type.
  func checkCell(_ value: String, _ interval: Interval, isWithin type: ScalarType) {
    guard !interval.isWithin(type.lower, type.upper) else { return }
    let outside = "\(value) < \(literal(type.lower)) || \(value) > \(literal(type.upper))"
    fail(if: "\(value) != UNDEFINED && (\(outside))")
  }

  /// Gives every cell of a place a value, or none.
  private func fill(_ place: Place, _ value: (ScalarType) -> Int64?) {
    let target = locate(place)
    forEachCell(of: StateLayout.scalars(of: place.type), [target]) { cells, type in
      if target.isState {
        let base = base(of: cells[0], type)
        set(cells[0], type, raw: hex(value(type).map { UInt64(bitPattern: $0 &- base) } ?? 0))
      } else {
        line("\(text(of: cells[0])) = \(literal(value(type) ?? .min));")
      }
    }
  }

  // MARK: Branches

  private func branch(_ branches: [Statement.Branch], otherwise: [Statement]) {
    choose { leave in
      for branch in branches {
        let condition = value(branch.condition)
        if condition.constant == 0 { continue }
        block("if (\(condition.text))") {
          emit(branch.body)
          leave()
        }
      }
      emit(otherwise)
    }
  }

  private func select(_ subject: Expression, _ cases: [Statement.Case], otherwise: [Statement]) {
    let subject = bind(value(subject))
    choose { leave in
      for option in cases {
        let isChosen = name("t")
        line("int64_t \(isChosen) = 0;")
        block("do", { compare(subject, with: option.labels, isChosen) }, end: "} while (0);")
        block("if (\(isChosen))") {
          emit(option.body)
          leave()
        }
      }
      emit(otherwise)
    }
  }

  private func compare(_ subject: Value, with labels: [Expression], _ isEqual: String) {
    for label in labels {
      line("if (\(value(label).text) == \(subject.text)) { \(isEqual) = 1; break; }")
    }
  }

  /// A block that its parts leave at the first choice.
  private func choose(_ body: (_ leave: () -> Void) -> Void) {
    let end = name("end")
    block("") { body { line("goto \(end);") } }
    line("\(end):;")
  }

  private func repeatWhile(_ condition: Expression, _ body: [Statement]) {
    let rounds = name("k")
    line("for (int64_t \(rounds) = 1;; \(rounds)++) {")
    indented {
      line("if (!(\(value(condition).text))) break;")
      fail(if: "\(rounds) > \(Evaluator.iterationLimit)")
      emit(body)
    }
    line("}")
  }

  // MARK: Claims

  private func decide(_ claim: ClaimIndex, _ condition: Expression) {
    let condition = value(condition)
    switch system[claim].kind {
    case .assertion: leave(unless: condition, with: code(of: claim))
    case .assumption: leave(unless: condition, with: "PRUNED")
    case .cover:
      line("if (\(condition.text)) successors_note_cover(out, \(claim.position));")
    default: break
    }
  }

  private func leave(unless condition: Value, with code: String) {
    if let known = condition.constant, known != 0 { return }
    line("if (UNLIKELY(!(\(condition.text))))")
    indented { fail(code) }
  }

  /// What would fail in printing fails here.
  private func look(at item: Statement.PutItem) {
    switch item {
    case .text: break
    case .value(let expression): _ = value(expression)
    case .place(let place): _ = locate(place)
    }
  }
}
