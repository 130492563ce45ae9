import Model
import SourceText
import Z3

/// What a loop over any number of values leaves behind.
struct LoopSummary {
  private let round: Round
  private let encoding: Encoding
  private let range: SourceRange

  init(_ round: Round, _ encoding: Encoding, at range: SourceRange) {
    self.round = round
    self.encoding = encoding
    self.range = range
  }

  private var context: Context { encoding.context }
  private var anySize: AnySize { encoding.anySize! }

  /// The slot after all rounds.
  ///
  /// - Parameter result: what one round makes of it.
  func after(_ carried: Carried, _ result: Slot) throws(Unsupported) -> Slot {
    if let own = carried.own { return ofElements(carried.before, result, own) }
    let (before, after) = (carried.before[[]], result[[]])
    guard after.isDefined.truth == true, let start = carried.start else {
      throw Unsupported("a variable that a loop over any number of values undefines", range)
    }
    let value = try ofValue(before.value, start, after.value)
    return .cell(Cell(isDefined: context.truth(true), value: value))
  }

  /// Each element is what its own round made of it.
  private func ofElements(_ before: Slot, _ result: Slot, _ own: Int) -> Slot {
    .family(arity: before.arity) { [round, encoding] indices in
      let member = indices[own]
      var ownIndices = indices
      ownIndices[own] = .number(round.value)
      let cell = result[ownIndices].replacing([round.value], by: [member.value(in: encoding)])
      return .choose(round.contains(member), cell, before[indices], in: encoding)
    }
  }

  private func ofValue(_ before: Word, _ start: Word, _ after: Word) throws(Unsupported) -> Word {
    if case .truth(let start) = start {
      let after = after.isTrue(in: encoding)
      if after.isMade(of: start) { return try ofTruth(before, start, after) }
    } else {
      let (start, after) = (start.value(in: encoding), after.value(in: encoding))
      if after.isMade(of: start) { return try ofNumber(before, start, after) }
    }
    return ofLastRound(before, after)
  }

  /// Every round sets it anew.
  private func ofLastRound(_ before: Word, _ after: Word) -> Word {
    let last = after.replacing([round.value], by: [round.upper.value(in: encoding)])
    return .choose(round.exists, last, before, in: encoding)
  }

  /// A round may set it, and no round takes that back; or the other way round.
  private func ofTruth(_ before: Word, _ start: Term, _ after: Term) throws(Unsupported) -> Word {
    let fromFalse = after.replacing([start], by: [context.truth(false)]).simplified
    let fromTrue = after.replacing([start], by: [context.truth(true)]).simplified
    let was = before.isTrue(in: encoding)
    if fromTrue.truth == true { return .truth(was || round.exists(fromFalse)) }
    if fromFalse.truth == false { return .truth(was && !round.exists(!fromTrue)) }
    throw Unsupported("what a loop over any number of values does to a truth value", range)
  }

  /// Every round adds something that does not depend on what it began with.
  private func ofNumber(_ before: Word, _ start: Term, _ after: Term) throws(Unsupported) -> Word {
    let summand = after.replacing([start], by: [context.integer(0)]).simplified
    let solver = Solver(in: context, limits: Solver.Limits(resources: 2_000_000))
    solver.assert(!after.equals(start.adding(summand)))
    guard solver.check() == .unsatisfiable else {
      throw Unsupported("what a loop over any number of values does to a number", range)
    }
    let (lower, upper) = (round.lower.value(in: encoding), round.upper.value(in: encoding))
    let sum = anySize.sum(
      of: summand, over: round.value, from: lower, through: upper, at: range)
    let first = before.value(in: encoding)
    define(start, from: first, adding: summand, of: sum, from: lower)
    return .choose(
      round.exists, .number(first.adding(sum)), before, in: encoding)
  }

  /// What is known of the number at the beginning of a round: so many rounds have added something,
  /// and, when nothing is negative, the rest will only add to it.
  private func define(
    _ start: Term, from first: Term, adding summand: Term, of sum: Term, from lower: Term
  ) {
    guard let range = summand.readableRange else { return }
    let rounds = round.value.subtracting(lower)
    let (least, greatest) = (context.integer(range.lowerBound), context.integer(range.upperBound))
    var facts = [
      first.adding(rounds.multiplied(by: least)).atMost(start),
      start.atMost(first.adding(rounds.multiplied(by: greatest))),
    ]
    if range.lowerBound >= 0 {
      facts.append(start.adding(summand).atMost(first.adding(sum)))
    }
    anySize.define([start], round.contains(.number(round.value)).implies(context.all(facts)))
  }
}

extension Term {
  /// Whether the function that another term is the value of occurs in it.
  fileprivate func isMade(of other: Term) -> Bool {
    other.function.map(functions.contains) ?? false
  }
}
