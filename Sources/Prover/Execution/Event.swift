import Model
import SourceText
import Z3

/// Something that ends a run before its time, and the condition under which it happens.
///
/// Events are recorded in the order of execution, and each condition is exact as long as no earlier
/// event has happened. So the first one whose condition is true is what really happens.
struct Event {
  /// The claim that fails; nil when an assumption prunes the run.
  let claim: ClaimIndex?
  let condition: Term
  let range: SourceRange
  /// Whether it happens exactly under the condition; otherwise it may also not happen, and then
  /// what comes after it still does.
  var isExact = true
  /// The position of the first event of its loop, when any of the loop's events may come before any
  /// other: each round has them in order, but which round has the first is not known.
  var loop: Int?
}

/// The events of one run.
struct Events {
  private(set) var all: [Event] = []

  mutating func append(_ event: Event) {
    if event.condition.truth != false { all.append(event) }
  }

  /// Puts others in the place of the events from a position on.
  mutating func replace(from first: Int, by change: (Event) -> Event) {
    for index in first..<all.count { all[index] = change(all[index]) }
  }

  /// That nothing ends the run.
  func none(in context: Context) -> Term {
    !context.any(all.filter(\.isExact).map(\.condition))
  }

  /// For each claim that can fail, the condition under which the run ends by that, among the
  /// events of these positions.
  func failures(in positions: Range<Int>, _ context: Context) -> Conditions {
    var conditions = Conditions(in: context)
    for (event, condition) in zip(all[positions], firsts(in: positions, context)) {
      if let claim = event.claim { conditions.add(condition, to: claim) }
    }
    return conditions
  }

  /// For each claim that can fail, the condition under which the run ends by that.
  func failures(in context: Context) -> Conditions { failures(in: all.indices, context) }

  /// Of each event of some positions, the condition under which it may be the first.
  private func firsts(in positions: Range<Int>, _ context: Context) -> [Term] {
    var before = context.any(
      all[..<positions.lowerBound].filter(\.isExact).map(\.condition))
    var beforeLoop = before
    var loop: Int?
    return all[positions].map { event in
      if event.loop == nil || event.loop != loop { beforeLoop = before }
      loop = event.loop
      if event.isExact { before = before || event.condition }
      return event.condition && !beforeLoop
    }
  }

  /// That nothing ends the run, not even what may happen or not.
  func surelyNone(in context: Context) -> Term { !context.any(all.map(\.condition)) }

  /// That a claim fails before anything else may happen.
  func surelyBreak(_ claim: ClaimIndex, in context: Context) -> Term {
    var before = context.truth(false)
    var ways: [Term] = []
    for event in all {
      if event.claim == claim, event.isExact {
        let others = all.filter { event.loop != nil && $0.loop == event.loop && $0.claim != claim }
        ways.append(event.condition && !before && !context.any(others.map(\.condition)))
      }
      before = before || event.condition
    }
    return context.any(ways)
  }
}

// Loops.
extension Events {
  /// Makes the events from a position on, which are those of one round, speak of any rounds: of some
  /// values of constants instead of the constants themselves.
  ///
  /// - Parameter isExact: whether what happens for some values of the constants happens.
  mutating func close(over constants: [Term], from first: Int, isExact: Bool = true) {
    replace(from: first) { event in
      let mentioned = event.condition.occurring(of: Set(constants))
      return Event(
        claim: event.claim, condition: event.condition.context.exists(mentioned, event.condition),
        range: event.range, isExact: event.isExact && isExact)
    }
  }

  /// Makes the condition of each event say that it is the first of its round.
  mutating func keepOrder(in context: Context) {
    if !dependOnOrder(from: 0) { return }
    for (index, condition) in firsts(in: all.indices, context).enumerated() {
      let event = all[index]
      all[index] = Event(
        claim: event.claim, condition: condition, range: event.range, isExact: event.isExact)
    }
  }

  /// Makes events speak of whether a variable has a value before the loop instead of before a round.
  ///
  /// A round that sets it may come before one that reads it, or after: where it has no value before
  /// the loop, what happens may happen.
  mutating func settle(_ beforeRound: Term, before isDefined: Term) {
    replace(from: 0) { event in
      if !event.condition.mentions(beforeRound) { return event }
      func condition(where isDefined: Bool) -> Term {
        event.condition.replacing([beforeRound], by: [event.condition.context.truth(isDefined)])
          .simplified
      }
      return Event(
        claim: event.claim,
        condition: condition(where: true) || (!isDefined && condition(where: false)),
        range: event.range, isExact: false)
    }
  }

  /// Makes the events from a position on those of the rounds of one loop.
  mutating func join(from first: Int) {
    guard dependOnOrder(from: first) else { return }
    for index in first..<all.count { all[index].loop = first }
  }

  /// Whether it matters which of the events from a position on is the first: not where all of them
  /// end the run in the same way.
  private func dependOnOrder(from first: Int) -> Bool {
    all[first...].contains { $0.claim != all[first].claim }
  }
}
