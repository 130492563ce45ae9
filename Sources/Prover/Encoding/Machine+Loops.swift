import Model
import SourceText
import Z3

/// One value of a domain, and the condition under which the domain has it.
struct Round {
  let value: Value
  let happens: Term
}

extension Machine {
  /// The values of a domain in order, as far as they can happen.
  mutating func rounds(of domain: Domain, at range: SourceRange) throws(Unencodable) -> [Round] {
    switch domain {
    case .type(let type):
      if type.count ?? .max > Machine.alternativeLimit {
        throw Unencodable("a loop over more than \(Machine.alternativeLimit) values", range)
      }
      return type.count == 0
        ? []
        : (type.lower...type.upper).map {
          Round(value: constant($0, of: type), happens: context.truth(true))
        }
    case .steps(let from, let through, let by):
      let first = try evaluate(from).scalar
      let last = try evaluate(through).scalar
      guard let by else { return try rounds(from: first, through: last, at: range) }
      return try rounds(from: first, through: last, by: try evaluate(by).scalar, at: range)
    }
  }

  /// Without a step, the direction is the one that leads from the first to the last.
  private mutating func rounds(from first: Scalar, through last: Scalar, at range: SourceRange)
    throws(Unencodable) -> [Round]
  {
    let down = last.isLess(than: first)
    let up = try down.truth == true ? [] : consecutive(first, last, at: range)
    let back = try down.truth == false ? [] : consecutive(last, first, at: range).reversed()
    return up.map { Round(value: $0.value, happens: $0.happens && !down) }
      + back.map { Round(value: $0.value, happens: $0.happens && down) }
  }

  private mutating func rounds(
    from first: Scalar, through last: Scalar, by step: Scalar, at range: SourceRange
  ) throws(Unencodable) -> [Round] {
    guard step.upper - step.lower < Machine.stepLimit else {
      throw Unencodable("a loop with more than \(Machine.stepLimit) steps to choose from", range)
    }
    var all: [Round] = []
    for size in stride(from: step.lower, through: step.upper, by: 1) {
      let isStep = step.isEqual(to: .constant(size, in: context))
      for round in try rounds(from: first, through: last, by: size, when: isStep, at: range) {
        all.append(Round(value: round.value, happens: isStep && round.happens))
      }
    }
    return all
  }

  private mutating func rounds(
    from first: Scalar, through last: Scalar, by step: Int128, when isStep: Term,
    at range: SourceRange
  ) throws(Unencodable) -> [Round] {
    let isWrong =
      step == 0
      ? context.truth(true) : step < 0 ? first.isLess(than: last) : last.isLess(than: first)
    fail(when: isStep && isWrong, at: range)
    switch step {
    case 0: return []
    case 1: return try consecutive(first, last, at: range)
    case -1: return try consecutive(last, first, at: range).reversed()
    default: return try strided(first, last, step, at: range)
    }
  }

  /// Every number from a least to a greatest one.
  private func consecutive(_ least: Scalar, _ greatest: Scalar, at range: SourceRange)
    throws(Unencodable) -> [Round]
  {
    guard greatest.upper - least.lower < Machine.alternativeLimit else {
      throw Unencodable("a loop over more than \(Machine.alternativeLimit) values", range)
    }
    return stride(from: least.lower, through: greatest.upper, by: 1).map { number in
      let value = Scalar.constant(number, in: context)
      return Round(
        value: .number(value), happens: !value.isLess(than: least) && !greatest.isLess(than: value))
    }
  }

  private func strided(
    _ first: Scalar, _ last: Scalar, _ step: Int128, at range: SourceRange
  ) throws(Unencodable) -> [Round] {
    let distance = step > 0 ? last.upper - first.lower : first.upper - last.lower
    let count = max(0, distance / Int128(step.magnitude) + 1)
    guard count < Machine.alternativeLimit else {
      throw Unencodable("a loop over more than \(Machine.alternativeLimit) values", range)
    }
    return (0..<count).map { round in
      let value = first + .constant(round * step, in: context)
      let isPast = step > 0 ? last.isLess(than: value) : value.isLess(than: last)
      return Round(value: .number(value), happens: !isPast)
    }
  }

  /// Runs a body for every value of a domain.
  mutating func run(_ body: [Statement], for binding: Binding, at range: SourceRange)
    throws(Unencodable)
  {
    for round in try rounds(of: binding.domain, at: range) where round.happens.truth != false {
      if isOver { return }
      try run(when: round.happens) { machine throws(Unencodable) in
        machine.frame.slots[binding.local.position] = .bound(round.value)
        try machine.run(body)
      }
    }
  }

  /// Runs a body while a condition holds; the bounds of values must show that it ends.
  mutating func run(_ body: [Statement], while condition: Expression, at range: SourceRange)
    throws(Unencodable)
  {
    try run(body, while: condition, round: 0, at: range)
  }

  private mutating func run(
    _ body: [Statement], while condition: Expression, round: Int, at range: SourceRange
  ) throws(Unencodable) {
    let goesOn = try evaluate(condition).isTrue && !returned
    if goesOn.truth == false || isOver { return }
    if round == Machine.iterationLimit {
      throw Unencodable("a loop that may run more than \(round) times", range)
    }
    try run(when: goesOn) { machine throws(Unencodable) in
      try machine.run(body)
      try machine.run(body, while: condition, round: round + 1, at: range)
    }
  }
}
