import Model
import Z3

extension Machine {
  /// Runs a body only where a condition holds.
  mutating func run<Result>(
    when condition: Term, _ body: (inout Machine) throws(Unencodable) -> Result
  ) throws(Unencodable) -> Result {
    if condition.truth == true { return try body(&self) }
    let before = self
    path = path && condition
    let result = try body(&self)
    join(where: condition, else: before, since: before)
    return result
  }

  /// Runs one body where a condition holds and another where it does not.
  mutating func fork(
    on condition: Term, _ yes: (inout Machine) throws(Unencodable) -> Void,
    else no: (inout Machine) throws(Unencodable) -> Void
  ) throws(Unencodable) {
    if let truth = condition.truth { return try truth ? yes(&self) : no(&self) }
    let before = self
    path = path && condition
    try yes(&self)
    var other = before
    other.path = before.path && !condition
    other.events = events
    other.changes = changes
    try no(&other)
    events = other.events
    changes = other.changes
    join(where: condition, else: other, since: before)
  }

  /// Evaluates an expression and forgets what it put at the end of the cells.
  mutating func evaluate(_ expression: Expression, when condition: Term)
    throws(Unencodable) -> Value
  {
    try run(when: condition) { machine throws(Unencodable) in try machine.evaluate(expression) }
  }

  /// Ends two branches: this machine's where the condition holds, and the other's.
  private mutating func join(where condition: Term, else other: Machine, since before: Machine) {
    cells.removeLast(cells.count - before.cells.count)
    if changes != before.changes {
      for index in cells.indices {
        cells[index] = .choose(condition, cells[index], other.cells[index])
      }
    }
    path = before.path
    returned = condition.then(returned, else: other.returned)
    frame.slots = before.frame.slots
    frame.result = .choose(condition, frame.result, other.frame.result)
  }
}

extension Machine.Frame.Result {
  /// One of two results; where only one was given, only its condition can matter.
  static func choose(_ condition: Term, _ yes: Self, _ no: Self) -> Self {
    switch (yes, no) {
    case (.none, _): no
    case (_, .none): yes
    case (.scalar(let value, let isDefined), .scalar(let value2, let isDefined2)):
      .scalar(
        .choose(condition, value, value2), defined: condition.then(isDefined, else: isDefined2))
    case (.cells(let left), .cells(let right)):
      .cells(zip(left, right).map { .choose(condition, $0, $1) })
    default: preconditionFailure("a function has one result type")
    }
  }
}
