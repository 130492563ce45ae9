import Model
import SourceText
import Z3

/// Which values a loop or quantifier goes through.
enum Extent {
  case values(of: ScalarType)
  /// From the first in steps while not past the last; without a step by one, in either direction.
  case steps(from: Word, through: Word, by: Int64?)
  /// Every integer between two, of which there may be any number.
  case span(from: Word, through: Word)
}

// Loops and quantifiers whose rounds are run one by one.
extension SymbolicRun {
  mutating func run(_ body: [Statement], for binding: Binding, at range: SourceRange)
    throws(Unsupported)
  {
    let extent = try extent(of: binding.domain, at: range)
    if case .span(let lower, let upper) = extent {
      return try run(body, for: binding, from: lower, through: upper, at: range)
    }
    try forEach(extent, at: range) { run, value throws(Unsupported) in
      run.set(binding.local, to: value)
      try run.run(body)
    }
  }

  /// Goes on until a value decides it.
  mutating func evaluate(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression, at range: SourceRange
  ) throws(Unsupported) -> Word {
    let extent = try extent(of: binding.domain, at: range)
    if case .span(let lower, let upper) = extent {
      return try evaluate(quantifier, binding, from: lower, through: upper, body, at: range)
    }
    let isExists = quantifier == .exists
    var decided = context.truth(false)
    try forEach(extent, at: range) { run, value throws(Unsupported) in
      try run.when(!decided) { run throws(Unsupported) in
        run.set(binding.local, to: value)
        let isTrue = try run.evaluate(body).isTrue(in: run.encoding)
        decided = decided || (run.scope && (isExists ? isTrue : !isTrue))
      }
    }
    return .truth(isExists ? decided : !decided)
  }

  private mutating func extent(of domain: Domain, at range: SourceRange) throws(Unsupported)
    -> Extent
  {
    switch domain {
    case .type(let type):
      if encoding.isUnsized(type) {
        let bounds = encoding.bounds(of: type)
        return .span(from: bounds.lower, through: bounds.upper)
      }
      return .values(of: type)
    case .steps(let from, let through, let by):
      let (first, last) = (try evaluate(from), try evaluate(through))
      var step: Int64?
      if let by {
        guard case .constant(let value) = try evaluate(by) else {
          throw Unsupported("a loop whose step is not constant", range)
        }
        step = value
      }
      return try extent(from: first, through: last, by: step, at: range)
    }
  }

  /// A step of zero, and one that leads away from the last value, is a run-time error.
  private mutating func extent(
    from first: Word, through last: Word, by step: Int64?, at range: SourceRange
  ) throws(Unsupported) -> Extent {
    let isDown = last.isLess(than: first, in: encoding)
    if let step {
      let isWrong = step > 0 ? isDown : first.isLess(than: last, in: encoding)
      fail(when: step == 0 ? context.truth(true) : isWrong)
    }
    let steps = Extent.steps(from: first, through: last, by: step)
    if encoding.anySize == nil { return steps }
    if case .constant = first, case .constant = last { return steps }
    guard step == 1 || (step == nil && !isPossible(isDown)) else {
      throw Unsupported("a loop of any length that does not count upwards by one", range)
    }
    return .span(from: first, through: last)
  }

  /// Runs something for each value of an extent, in order.
  private mutating func forEach(
    _ extent: Extent, at range: SourceRange,
    _ body: (inout SymbolicRun, Word) throws(Unsupported) -> Void
  ) throws(Unsupported) {
    switch extent {
    case .values(let type):
      guard let count = type.count, count <= Self.choiceLimit else {
        throw Unsupported("a loop over too many values", range)
      }
      for value in count == 0 ? [] : Array(type.lower...type.upper) where !isIdle {
        try body(&self, .constant(value))
      }
    case .steps(let first, let last, let step):
      let isDown = last.isLess(than: first, in: encoding)
      guard let step else {
        try count(from: first, through: last, by: 1, when: !isDown, at: range, body)
        return try count(from: first, through: last, by: -1, when: isDown, at: range, body)
      }
      if step == 0 { return }
      let isWrong = step > 0 ? isDown : first.isLess(than: last, in: encoding)
      try count(from: first, through: last, by: step, when: !isWrong, at: range, body)
    case .span: preconditionFailure("a span is not gone through value by value")
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
        ? last.isLess(than: .constant(value), in: encoding)
        : Word.constant(value).isLess(than: last, in: encoding)
      return (.constant(value), !isPast)
    }
    let wide = Word.width + 2
    let value =
      first.value(in: encoding).signExtended(to: wide) + context.bits(distance, width: wide)
    let end = last.value(in: encoding).signExtended(to: wide)
    let isPast = step > 0 ? end.signedLess(value) : value.signedLess(end)
    return (.bits(value.extracting(0...(Word.width - 1))), !isPast)
  }
}
