import Model
import SourceText

extension Compiler {
  /// Emits code for the value of an expression.
  func value(_ expression: Expression) -> Operand {
    if let known = fold(expression) { return .constant(known) }
    switch expression.kind {
    case .constant(let value): return .constant(value)
    case .read(let place): return read(place)
    case .unary(.not, _), .quantified, .isUndefined: return truth(of: expression)
    case .unary(let op, let operand):
      let address = defined(value(operand), at: undefinedRange(of: operand))
      let result = register()
      assembler.emit(
        op == .negate ? .negate : .complement, a: address, c: result,
        site: Site(range: expression.range))
      return .defined(result)
    case .binary(let op, let left, let right):
      guard let opcode = Self.arithmetic(op) else { return truth(of: expression) }
      return arithmetic(opcode, left, right, at: expression.range)
    case .conditional(let condition, let yes, let no):
      return choice(condition, yes, no)
    case .same(let left, let right): return .defined(same(left, right))
    case .call(let function, let arguments):
      call(function, arguments)
      let result = register()
      assembler.emit(.move, a: code(of: function).result, c: result)
      return .cell(result)
    }
  }

  /// Where an undefined value is reported.
  func undefinedRange(of expression: Expression) -> SourceRange {
    if case .read(let place) = expression.kind { place.range } else { expression.range }
  }

  private func truth(of expression: Expression) -> Operand {
    let result = register()
    let isTrue = assembler.makeLabel()
    let end = assembler.makeLabel()
    jump(expression, to: isTrue, when: true)
    assembler.emit(.move, a: assembler.constant(0), c: result)
    assembler.emit(.jump, to: end)
    assembler.place(isTrue)
    assembler.emit(.move, a: assembler.constant(1), c: result)
    assembler.place(end)
    return .defined(result)
  }

  private func choice(_ condition: Expression, _ yes: Expression, _ no: Expression) -> Operand {
    let result = register()
    let otherwise = assembler.makeLabel()
    let end = assembler.makeLabel()
    jump(condition, to: otherwise, when: false)
    move(yes, to: result)
    assembler.emit(.jump, to: end)
    assembler.place(otherwise)
    move(no, to: result)
    assembler.place(end)
    return .defined(result)
  }

  /// Puts the value of an expression, which must be defined, into a register.
  func move(_ expression: Expression, to register: Int32) {
    releasing {
      let address = defined(value(expression), at: undefinedRange(of: expression))
      assembler.emit(.move, a: address, c: register)
    }
  }

  private static func arithmetic(_ op: BinaryOperator) -> Opcode? {
    switch op {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    case .bitAnd: .bitAnd
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .and, .or, .implies:
      nil
    }
  }

  private func arithmetic(
    _ opcode: Opcode, _ left: Expression, _ right: Expression, at range: SourceRange
  ) -> Operand {
    let (first, second) = operands(left, right)
    var site = Site(range: range)
    var opcode = opcode
    var a: Int32
    if case .cell(let address) = first, opcode == .add || opcode == .subtract {
      opcode = opcode == .add ? .addDefined : .subtractDefined
      site.operandRange = undefinedRange(of: left)
      a = address
    } else {
      a = defined(first, at: undefinedRange(of: left))
    }
    let b = defined(second, at: undefinedRange(of: right))
    let result = register()
    assembler.emit(opcode, a: a, b: b, c: result, site: site)
    return .defined(result)
  }

  /// The operands of a strict operator, from left to right. The left one may be left unchecked
  /// only when nothing of the right one can fail before it.
  func operands(_ left: Expression, _ right: Expression) -> (Operand, Operand) {
    var first = value(left)
    if case .cell = first, !isPlain(right) {
      let range = undefinedRange(of: left)
      first =
        Traversal.calls(right) ? stable(first, at: range) : .defined(defined(first, at: range))
    }
    let second = value(right)
    if case .cell(let address) = first, case .cell = second {
      _ = defined(first, at: undefinedRange(of: left))
      first = .defined(address)
    }
    return (first, second)
  }

  /// Whether the expression needs no code before its value can be used.
  private func isPlain(_ expression: Expression) -> Bool {
    if fold(expression) != nil { return true }
    guard case .read(let place) = expression.kind else { return false }
    switch place.root {
    case .call: return false
    case .local(let local):
      switch context.homes[local] {
      case .cells, .register, .constant: break
      default: return false
      }
    case .state: break
    }
    return place.path.allSatisfy { step in
      if case .element(let index) = step { fold(index) != nil } else { true }
    }
  }

  // MARK: Values known while compiling

  /// The value of an expression that depends on constants and unrolled loops only, unless
  /// computing it fails.
  func fold(_ expression: Expression) -> Int64? {
    switch expression.kind {
    case .constant(let value): return value
    case .read(let place):
      guard place.path.isEmpty, case .local(let local) = place.root,
        case .constant(let value)? = context.homes[local]
      else { return nil }
      return value
    case .unary(let op, let operand):
      guard let value = fold(operand) else { return nil }
      return evaluate(.unary(op, Self.literal(value)))
    case .binary(let op, let left, let right):
      guard let first = fold(left) else { return nil }
      switch op {
      case .and where first == 0: return 0
      case .or where first != 0: return 1
      case .implies where first == 0: return 1
      default: break
      }
      guard let second = fold(right) else { return nil }
      return evaluate(.binary(op, Self.literal(first), Self.literal(second)))
    case .conditional(let condition, let yes, let no):
      guard let value = fold(condition) else { return nil }
      return fold(value != 0 ? yes : no)
    case .quantified, .isUndefined, .same, .call: return nil
    }
  }

  private func evaluate(_ kind: Expression.Kind) -> Int64? {
    try? evaluator.value(
      of: Expression(kind, type: .integer, range: .none), frame: [], parameters: [],
      arguments: [], in: State(cells: []))
  }

  private static func literal(_ value: Int64) -> Expression {
    Expression(.constant(value), type: .integer, range: .none)
  }
}
