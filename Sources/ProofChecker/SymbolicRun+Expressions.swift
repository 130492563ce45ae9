import Model
import SourceText
import Z3

extension SymbolicRun {
  /// The value of an expression, where the run comes to it.
  mutating func evaluate(_ expression: Expression) throws(Unsupported) -> Word {
    if isIdle { return .constant(0) }
    switch expression.kind {
    case .constant(let value): return encoding.number(value, of: expression.type)
    case .read(let place): return value(of: try slots(of: place)[0][[]])
    case .unary(let op, let operand):
      let value = try evaluate(operand)
      return result(Word.apply(op, value, in: encoding))
    case .binary(let op, let left, let right):
      if encoding.anySize != nil, op.isBitwise {
        throw Unsupported("the bits of numbers, where sizes are not known", expression.range)
      }
      return try evaluate(op, left, right)
    case .conditional(let condition, let yes, let no):
      let isTrue = try evaluate(condition).isTrue(in: encoding)
      let first = try evaluate(yes, when: isTrue)
      return .choose(isTrue, first, try evaluate(no, when: !isTrue), in: encoding)
    case .quantified(let quantifier, let binding, let body):
      return try evaluate(quantifier, binding, body, at: expression.range)
    case .isUndefined(let place):
      return .truth(!(try slots(of: place))[0][[]].isDefined)
    case .same(let left, let right):
      let (first, second) = (try locate(left), try locate(right))
      return .truth(encoding.areSame(slots(at: first), slots(at: second), of: left.type))
    case .call(let function, let arguments): return value(of: try call(function, arguments)[0][[]])
    }
  }

  /// The value of an expression that is evaluated only where a condition holds.
  private mutating func evaluate(_ expression: Expression, when condition: Term)
    throws(Unsupported) -> Word
  {
    var value = Word.constant(0)
    try when(condition) { run throws(Unsupported) in value = try run.evaluate(expression) }
    return value
  }

  private mutating func value(of cell: Cell) -> Word {
    fail(when: !cell.isDefined)
    return cell.value
  }

  private mutating func result(_ result: Word.Result) -> Word {
    fail(when: result.fails)
    return result.value
  }

  private mutating func evaluate(_ op: BinaryOperator, _ left: Expression, _ right: Expression)
    throws(Unsupported) -> Word
  {
    let first = try evaluate(left)
    let isTrue = first.isTrue(in: encoding)
    switch op {
    case .and:
      return truth(isTrue, try evaluate(right, when: isTrue), .constant(0))
    case .or:
      return truth(isTrue, .constant(1), try evaluate(right, when: !isTrue))
    case .implies:
      return truth(isTrue, try evaluate(right, when: isTrue), .constant(1))
    default: return result(Word.apply(op, first, try evaluate(right), in: encoding))
    }
  }

  /// One of two truth values.
  private func truth(_ condition: Term, _ yes: Word, _ no: Word) -> Word {
    let word = Word.choose(condition, yes, no, in: encoding)
    if case .constant(let value) = word { return .constant(value == 0 ? 0 : 1) }
    return .truth(word.isTrue(in: encoding))
  }
}
