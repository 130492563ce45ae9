import Model
import SourceText
import Z3

extension SymbolicRun {
  /// The value of an expression, where the run comes to it.
  mutating func evaluate(_ expression: Expression) throws(Unsupported) -> Word {
    if isIdle { return .constant(0) }
    switch expression.kind {
    case .constant(let value): return .constant(value)
    case .read(let place):
      let cell = try cells(of: place)[0]
      return value(of: cell)
    case .unary(let op, let operand):
      let value = try evaluate(operand)
      return result(Word.apply(op, value, in: context))
    case .binary(let op, let left, let right): return try evaluate(op, left, right)
    case .conditional(let condition, let yes, let no):
      let isTrue = try evaluate(condition).isTrue(in: context)
      let first = try evaluate(yes, when: isTrue)
      return .choose(isTrue, first, try evaluate(no, when: !isTrue))
    case .quantified(let quantifier, let binding, let body):
      return try evaluate(quantifier, binding, body, at: expression.range)
    case .isUndefined(let place):
      return .truth(!(try cells(of: place))[0].isDefined)
    case .same(let left, let right):
      let (first, second) = (try locate(left), try locate(right))
      let pairs = zip(cells(at: first), cells(at: second))
      return .truth(context.all(pairs.map { $0.isSame(as: $1) }))
    case .call(let function, let arguments):
      let cell = try call(function, arguments)[0]
      return value(of: cell)
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
    let isTrue = first.isTrue(in: context)
    switch op {
    case .and:
      return .choose(isTrue, try evaluate(right, when: isTrue), .constant(0)).asTruth(context)
    case .or:
      return .choose(isTrue, .constant(1), try evaluate(right, when: !isTrue)).asTruth(context)
    case .implies:
      return .choose(isTrue, try evaluate(right, when: isTrue), .constant(1)).asTruth(context)
    default: return result(Word.apply(op, first, try evaluate(right), in: context))
    }
  }

  /// Goes on until a value decides it.
  private mutating func evaluate(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression, at range: SourceRange
  ) throws(Unsupported) -> Word {
    let isExists = quantifier == .exists
    var decided = context.truth(false)
    try forEach(binding.domain, at: range) { run, value throws(Unsupported) in
      try run.when(!decided) { run throws(Unsupported) in
        run.set(binding.local, to: value)
        let isTrue = try run.evaluate(body).isTrue(in: run.context)
        decided = decided || (run.scope && (isExists ? isTrue : !isTrue))
      }
    }
    return .truth(isExists ? decided : !decided)
  }

  // MARK: Domains

  /// Runs something for each value of a domain, in order.
  mutating func forEach(
    _ domain: Domain, at range: SourceRange,
    _ body: (inout SymbolicRun, Word) throws(Unsupported) -> Void
  ) throws(Unsupported) {
    switch domain {
    case .type(let type):
      guard let count = type.count, count <= Self.choiceLimit else {
        throw Unsupported("a loop over too many values", range)
      }
      for value in count == 0 ? [] : Array(type.lower...type.upper) where !isIdle {
        try body(&self, .constant(value))
      }
    case .steps(let from, let through, let by):
      let (first, last) = (try evaluate(from), try evaluate(through))
      guard let by else {
        let isDown = last.isLess(than: first, in: context)
        try count(from: first, through: last, by: 1, when: !isDown, at: range, body)
        return try count(from: first, through: last, by: -1, when: isDown, at: range, body)
      }
      guard case .constant(let step) = try evaluate(by) else {
        throw Unsupported("a loop whose step is not constant", range)
      }
      let isWrong =
        step > 0 ? last.isLess(than: first, in: context) : first.isLess(than: last, in: context)
      fail(when: step == 0 ? context.truth(true) : isWrong)
      if step == 0 { return }
      try count(from: first, through: last, by: step, when: !isWrong, at: range, body)
    }
  }

  private mutating func count(
    from first: Word, through last: Word, by step: Int64, when condition: Term,
    at range: SourceRange, _ body: (inout SymbolicRun, Word) throws(Unsupported) -> Void
  ) throws(Unsupported) {
    for round in 0... {
      let (value, isInside) = self.round(Int64(round), from: first, through: last, by: step)
      let happens = condition && isInside
      if happens.truth == false || (happens.truth == nil && !isPossible(happens)) { return }
      if round == Self.choiceLimit || (round == Self.roundLimit && isInside.truth == nil) {
        throw Unsupported("a loop of too many rounds", range)
      }
      try when(happens) { run throws(Unsupported) in try body(&run, value) }
    }
  }

  /// The value of a round, and that the loop has it. Counted in two bits more than a word has, so
  /// that nothing wraps.
  private func round(_ round: Int64, from first: Word, through last: Word, by step: Int64)
    -> (Word, isInside: Term)
  {
    let distance = Int128(round) * Int128(step)
    if case .constant(let start) = first {
      guard let value = Int64(exactly: Int128(start) + distance) else {
        return (first, context.truth(false))
      }
      let isPast =
        step > 0
        ? last.isLess(than: .constant(value), in: context)
        : Word.constant(value).isLess(than: last, in: context)
      return (.constant(value), !isPast)
    }
    let wide = Word.width + 2
    let value =
      first.bits(in: context).signExtended(to: wide) + context.bits(distance, width: wide)
    let end = last.bits(in: context).signExtended(to: wide)
    let isPast = step > 0 ? end.signedLess(value) : value.signedLess(end)
    return (.bits(value.extracting(0...(Word.width - 1))), !isPast)
  }
}

extension Word {
  /// 1 where the word is not zero, and 0 elsewhere.
  fileprivate func asTruth(_ context: Context) -> Word {
    if case .constant(let value) = self { return .constant(value == 0 ? 0 : 1) }
    return .truth(isTrue(in: context))
  }
}
