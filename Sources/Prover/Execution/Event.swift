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
    var before = context.any(
      all[..<positions.lowerBound].filter(\.isExact).map(\.condition))
    var conditions = Conditions(in: context)
    for event in all[positions] {
      if let claim = event.claim { conditions.add(event.condition && !before, to: claim) }
      if event.isExact { before = before || event.condition }
    }
    return conditions
  }

  /// For each claim that can fail, the condition under which the run ends by that.
  func failures(in context: Context) -> Conditions { failures(in: all.indices, context) }

  /// That nothing ends the run, not even what may happen or not.
  func surelyNone(in context: Context) -> Term { !context.any(all.map(\.condition)) }

  /// That a claim fails before anything else may happen.
  func surelyBreak(_ claim: ClaimIndex, in context: Context) -> Term {
    var before = context.truth(false)
    var ways: [Term] = []
    for event in all {
      if event.claim == claim, event.isExact { ways.append(event.condition && !before) }
      before = before || event.condition
    }
    return context.any(ways)
  }
}
