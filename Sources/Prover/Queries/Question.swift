import Model
import Z3

/// A solver that is asked in slices of deterministic length, so that limits are heard between
/// them and answers do not depend on the clock.
final class Question {
  /// What a question has for an answer.
  enum Answer {
    case yes(Assignment)
    case no
    case unknown(Reason)
  }

  /// What a step of Z3 takes, in nanoseconds, when work is counted.
  private static let stepTime = 250

  /// Z3's own steps in the first slice, about a second of work; every later one has twice as many.
  private static let firstSlice: UInt32 = 2_000_000

  private let solver: Solver
  private let limits: Limits
  /// Z3's own steps in the longest slice, after which it gives up; nil for any number.
  private let patience: UInt32?
  private var names: [Term: Term] = [:]
  /// The same terms in order. It outlives the dictionary, so that the solver gives them up in this
  /// order and not in that of their hashes: it numbers later terms by it, and answers by numbers.
  private var named: [(condition: Term, name: Term)] = []

  init(in context: Context, limits: Limits, patience: UInt32? = nil) {
    solver = Solver(in: context, logic: .bitVectors)
    self.limits = limits
    self.patience = patience
  }

  /// States something for good.
  func assert(_ fact: Term) {
    if fact.truth != true { solver.assert(fact) }
  }

  /// Whether everything that was stated can hold together. Asked only once, this is the fastest:
  /// the solver may simplify the whole problem.
  func ask() -> Answer { answer(assuming: []) }

  /// Whether these conditions can hold together with what has been stated; may be asked often.
  func ask(_ conditions: [Term]) -> Answer {
    if conditions.contains(where: { $0.truth == false }) { return .no }
    var assumptions: [Term] = []
    for condition in conditions where condition.truth == nil {
      assumptions.append(name(of: condition))
    }
    return answer(assuming: assumptions)
  }

  /// Of the conditions that were asked about last and cannot hold together, some that cannot
  /// either.
  func core(of conditions: [Term]) -> [Term] {
    let plain = conditions.filter { $0.truth == false }
    if !plain.isEmpty { return plain }
    let core = Set(solver.unsatisfiableCore())
    return conditions.filter { names[$0].map(core.contains) ?? false }
  }

  private func answer(assuming assumptions: [Term]) -> Answer {
    var slice = Question.firstSlice
    while true {
      if let limit = limits.interruption() { return .unknown(.limit(limit)) }
      solver.limit(Solver.Limits(resources: slice))
      let before = solver.steps
      let answer = solver.check(assuming: assumptions)
      // A context that was stopped may have no count any more, and work is never taken back.
      limits.onWork(Self.stepTime * max(0, solver.steps - before))
      switch answer {
      case .satisfiable:
        guard let assignment = solver.assignment() else { return .unknown(.solver("no model")) }
        return .yes(assignment)
      case .unsatisfiable: return .no
      // Without a limit of time set, "canceled" is Z3's other word for the end of a slice.
      case .unknown(.resources), .unknown(.time):
        if let patience, slice >= patience { return .unknown(.solver("resources")) }
        slice = slice > .max / 2 ? .max : slice * 2
      case .unknown(let reason):
        return .unknown(limits.interruption().map(Reason.limit) ?? Reason(reason))
      }
    }
  }

  /// A constant that implies a condition: assumptions of this solver are literals.
  private func name(of condition: Term) -> Term {
    if let name = names[condition] { return name }
    let name = solver.context.constant("asked \(names.count)", .boolean)
    names[condition] = name
    named.append((condition, name))
    solver.assert(name.implies(condition))
    return name
  }
}

extension Reason {
  init(_ failure: Context.Failure) {
    switch failure {
    case .interrupted: self = .limit(.interrupted)
    case .memory: self = .limit(.memory)
    case .solver(let words): self = .solver(words)
    }
  }

  init(_ reason: Solver.Reason) {
    switch reason {
    case .interrupted: self = .limit(.interrupted)
    case .memory: self = .limit(.memory)
    case .time: self = .limit(.time)
    case .resources: self = .solver("resources")
    case .solver(let words): self = .solver(words)
    }
  }
}
