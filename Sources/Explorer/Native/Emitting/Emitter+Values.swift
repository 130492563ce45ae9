import Model

extension Emitter {
  // MARK: Failures

  /// Leaves with a code.
  func fail(_ code: String) {
    failures += 1
    switch context.failing {
    case .label(let label): line("{ e = \(code); goto \(label); }")
    case .result: line("return \(code);")
    }
  }

  /// Leaves with a run-time error on a condition that is rarely true.
  func fail(if condition: String) {
    line("if (UNLIKELY(\(condition)))")
    indented { fail(runtimeCode) }
  }

  /// Leaves unless the value is in the range of the type; nothing when it must be.
  func check(_ value: Value, isWithin type: ScalarType) {
    check(value, isWithin: type.lower, type.upper)
  }

  func check(_ value: Value, isWithin lower: Int64, _ upper: Int64) {
    var conditions: [String] = []
    if value.interval.lower < lower { conditions.append("\(value.text) < \(literal(lower))") }
    if value.interval.upper > upper { conditions.append("\(value.text) > \(literal(upper))") }
    if !conditions.isEmpty { fail(if: conditions.joined(separator: " || ")) }
  }

  // MARK: Values

  func constant(_ value: Int64) -> Value {
    Value(text: literal(value), interval: Interval(value, value), isAtom: true)
  }

  /// The value under a name, so that it can be used more than once.
  func bind(_ value: Value) -> Value {
    if value.isAtom { return value }
    if value.interval.lower == value.interval.upper { return constant(value.interval.lower) }
    let name = name("t")
    line("const int64_t \(name) = \(value.text);")
    return Value(text: name, interval: value.interval, isAtom: true)
  }

  /// Emits what must run for the value of an expression, and gives its text.
  func value(_ expression: Expression) -> Value {
    let value = shortOrLong(expression)
    return value.text.utf8.count > Budget.expression ? bind(value) : value
  }

  private func shortOrLong(_ expression: Expression) -> Value {
    switch expression.kind {
    case .constant(let value): return constant(value)
    case .read(let place): return read(place)
    case .unary(let op, let operand): return unary(op, value(operand))
    case .binary(let op, let left, let right):
      switch op {
      case .and, .or, .implies: return logical(op, left, right)
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
        return comparison(op, value(left), value(right))
      default: return arithmetic(op, value(left), value(right))
      }
    case .conditional(let condition, let yes, let no): return choice(condition, yes, no)
    case .quantified(let quantifier, let binding, let body):
      return quantified(quantifier, binding, size: Traversal.size(of: body)) { value(body) }
    case .isUndefined(let place): return isUndefined(place)
    case .same(let left, let right): return same(left, right)
    case .call(let function, let arguments):
      let location = call(function, arguments)
      let result = name("t")
      line("const int64_t \(result) = \(text(of: location));")
      fail(if: "\(result) == UNDEFINED")
      return Value(text: result, interval: .full, isAtom: true)
    }
  }

  private func known(_ truth: Bool) -> Value { constant(truth ? 1 : 0) }

  private func unary(_ op: UnaryOperator, _ operand: Value) -> Value {
    if let known = operand.constant, let result = try? Arithmetic.apply(op, known) {
      return constant(result)
    }
    switch op {
    case .not: return Value(text: "!(\(operand.text))", interval: .truth)
    case .complement:
      return Value(
        text: "(~(int64_t)\(operand.text))",
        interval: Interval(~operand.interval.upper, ~operand.interval.lower))
    case .negate:
      return checked("__builtin_sub_overflow", "-", constant(0), operand, { $0 - $1 })
    }
  }

  // MARK: Arithmetic

  private func arithmetic(_ op: BinaryOperator, _ left: Value, _ right: Value) -> Value {
    if let first = left.constant, let second = right.constant,
      let result = try? Arithmetic.apply(op, first, second)
    {
      return constant(result)
    }
    switch op {
    case .add: return checked("__builtin_add_overflow", "+", left, right, { $0 + $1 })
    case .subtract: return checked("__builtin_sub_overflow", "-", left, right, { $0 - $1 })
    case .multiply: return checked("__builtin_mul_overflow", "*", left, right, { $0 * $1 })
    case .divide: return quotient(left, right)
    case .remainder: return remainder(left, right)
    case .bitAnd: return bitwise("&", left, right, left.interval.and(right.interval))
    case .bitOr: return bitwise("|", left, right, left.interval.or(right.interval))
    case .bitXor: return bitwise("^", left, right, left.interval.or(right.interval))
    case .shiftLeft:
      return Value(text: "shift_left(\(left.text), \(right.text))", interval: .full)
    case .shiftRight:
      return Value(text: "shift_right(\(left.text), \(right.text))", interval: .full)
    default: preconditionFailure("truth values are not computed with")
    }
  }

  private func bitwise(_ op: String, _ left: Value, _ right: Value, _ interval: Interval) -> Value {
    Value(text: "((int64_t)\(left.text) \(op) (int64_t)\(right.text))", interval: interval)
  }

  /// An operation that fails on overflow, unless no values overflow.
  private func checked(
    _ builtin: String, _ op: String, _ left: Value, _ right: Value,
    _ interval: (Interval, Interval) -> Interval?
  ) -> Value {
    if let interval = interval(left.interval, right.interval) {
      return Value(
        text: "((int64_t)\(left.text) \(op) (int64_t)\(right.text))", interval: interval)
    }
    let result = name("t")
    line("int64_t \(result);")
    fail(if: "\(builtin)((int64_t)\(left.text), (int64_t)\(right.text), &\(result))")
    return Value(text: result, interval: .full, isAtom: true)
  }

  private func quotient(_ left: Value, _ right: Value) -> Value {
    let (left, right) = (bind(left), bind(right))
    if right.interval.contains(0) { fail(if: "\(right.text) == 0") }
    if left.interval.contains(.min), right.interval.contains(-1) {
      fail(if: "\(left.text) == INT64_MIN && \(right.text) == -1")
    }
    return Value(
      text: "((int64_t)\(left.text) / (int64_t)\(right.text))",
      interval: left.interval.quotient(by: right.interval))
  }

  private func remainder(_ left: Value, _ right: Value) -> Value {
    let (left, right) = (bind(left), bind(right))
    if right.interval.contains(0) { fail(if: "\(right.text) == 0") }
    let plain = "(int64_t)\(left.text) % (int64_t)\(right.text)"
    let overflows = left.interval.contains(.min) && right.interval.contains(-1)
    return Value(
      text: overflows ? "(\(right.text) == -1 ? 0 : \(plain))" : "(\(plain))",
      interval: left.interval.remainder(by: right.interval))
  }

  // MARK: Truth

  private func comparison(_ op: BinaryOperator, _ left: Value, _ right: Value) -> Value {
    if let known = left.interval.compare(op, right.interval) { return self.known(known) }
    let text =
      switch op {
      case .equal: "=="
      case .notEqual: "!="
      default: op.rawValue
      }
    return Value(text: "(\(left.text) \(text) \(right.text))", interval: .truth)
  }

  private func logical(_ op: BinaryOperator, _ left: Expression, _ right: Expression) -> Value {
    logical(op, value(left)) { self.value(right) }
  }

  /// `right` is computed only when `left` does not decide.
  func logical(_ op: BinaryOperator, _ left: Value, _ right: () -> Value) -> Value {
    let isDecidedByTruth = op == .or
    let whenDecided = op != .and
    if let known = left.constant {
      if (known != 0) == isDecidedByTruth { return self.known(whenDecided) }
      return truth(right())
    }
    indent += 1
    let (prelude, second) = capture(right)
    indent -= 1
    if prelude.isEmpty {
      let first = isDecidedByTruth || op == .and ? left.text : "!(\(left.text))"
      let symbol = op == .and ? "&&" : "||"
      return Value(text: "(\(first) \(symbol) \(second.text))", interval: .truth)
    }
    let result = name("t")
    line("int64_t \(result) = \(whenDecided ? 1 : 0);")
    line("if (\(isDecidedByTruth ? "!" : "")(\(left.text))) {")
    code += prelude
    indented { line("\(result) = \(truth(second).text);") }
    line("}")
    return Value(text: result, interval: .truth, isAtom: true)
  }

  /// 0 or 1.
  private func truth(_ value: Value) -> Value {
    if let known = value.constant { return self.known(known != 0) }
    if value.interval.isWithin(0, 1) { return value }
    return Value(text: "(\(value.text) != 0)", interval: .truth)
  }

  private func choice(_ condition: Expression, _ yes: Expression, _ no: Expression) -> Value {
    let condition = value(condition)
    if let known = condition.constant { return value(known != 0 ? yes : no) }
    let result = name("t")
    line("int64_t \(result);")
    var intervals: [Interval] = []
    func choose(_ side: Expression) {
      let side = value(side)
      line("\(result) = \(side.text);")
      intervals.append(side.interval)
    }
    block("if (\(condition.text))", { choose(yes) }, end: "} else {")
    indented { choose(no) }
    line("}")
    let interval = intervals[0].union(intervals[1])
    if interval.lower == interval.upper { return constant(interval.lower) }
    return Value(text: result, interval: interval, isAtom: true)
  }

  /// Looks at the body for each value of the binding until one decides.
  func quantified(
    _ quantifier: Quantifier, _ binding: Binding, size: Int, _ body: () -> Value
  ) -> Value {
    let isExists = quantifier == .exists
    let result = name("t")
    line("int64_t \(result) = \(isExists ? 0 : 1);")
    repeatFor(binding, size: size, isLoop: true) {
      let value = body()
      line("if (\(isExists ? "" : "!")(\(value.text))) { \(result) = \(isExists ? 1 : 0); break; }")
    }
    return Value(text: result, interval: .truth, isAtom: true)
  }

  private func isUndefined(_ place: Place) -> Value {
    if place.path.isEmpty, case .local(let local) = place.root, context.values[local] != nil {
      return known(false)
    }
    guard let type = place.type.scalar else { preconditionFailure("a scalar is asked about") }
    let location = locate(place)
    if definedness.isDefined(location.leaf) { return known(false) }
    return bind(Value(text: "(\(unpacked(location, type)) == UNDEFINED)", interval: .truth))
  }

  private func same(_ left: Place, _ right: Place) -> Value {
    let types = StateLayout.scalars(of: left.type)
    let places = [locate(left), locate(right)]
    let result = name("t")
    line("int64_t \(result) = 1;")
    forEachCell(of: types, places) { cells, type in
      let texts = cells.map { unpacked($0, type) }
      line("\(result) &= \(texts[0]) == \(texts[1]);")
    }
    return Value(text: result, interval: .truth, isAtom: true)
  }

  /// Emits `body` for each cell of places of the same shape; many cells in a loop, when their types
  /// come again and again.
  func forEachCell(
    of types: [ScalarType], _ places: [CellLocation], _ body: ([CellLocation], ScalarType) -> Void
  ) {
    let period = Self.period(
      of: types.enumerated().map { position, type in
        (type, places.map { mayBeUndefined($0.adding(position)) })
      })
    if types.count <= 16 || period == types.count {
      for (position, type) in types.enumerated() {
        body(places.map { $0.adding(position) }, type)
      }
      return
    }
    let index = name("k")
    let rounds = types.count / period
    block("for (int64_t \(index) = 0; \(index) < \(rounds); \(index)++)") {
      let term = Offset.Term(text: index, stride: period, count: rounds)
      for position in 0..<period {
        let cells = places.map { place in
          var cell = place.adding(position)
          cell.offset.terms.append(term)
          return cell
        }
        body(cells, types[position])
      }
    }
  }

  /// After how many elements the row begins again.
  private static func period(of cells: [(type: ScalarType, mayBeUndefined: [Bool])]) -> Int {
    (1...max(1, cells.count)).first { period in
      cells.count % period == 0 && cells.indices.allSatisfy { cells[$0] == cells[$0 % period] }
    } ?? cells.count
  }
}
