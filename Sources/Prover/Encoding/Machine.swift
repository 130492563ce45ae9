import Model
import Z3

/// A symbolic run over a state of cells of known number, loops unrolled.
struct Machine: SymbolicExecution {
  typealias Operand = Value
  typealias Location = Target
  typealias Copy = [Cell]

  /// What a body returns.
  enum Returned {
    /// A scalar, and whether it is defined.
    case scalar(Value, defined: Term)
    /// The cells of a record or array, in order.
    case cells([Cell])
  }

  /// How often a loop whose end is not known beforehand may be unrolled.
  static let iterationLimit = 300
  /// How many values the step of a loop may have.
  static let stepLimit: Int128 = 16
  /// In how many places a value may lie.
  static let alternativeLimit = 4_096

  let system: TransitionSystem
  let context: Context
  /// The cells of the state, then those of the locals of all calls under way.
  var cells: [Cell]
  var frame = Frame(locals: [], slots: [])
  var path: Term
  var returned: Term
  var events = Events()
  var callDepth = 0
  /// Counts changes of cells, so that branches without any need not be compared.
  var changes = 0

  init(_ system: TransitionSystem, in context: Context, state: [Cell]) {
    self.system = system
    self.context = context
    cells = state
    path = context.truth(true)
    returned = context.truth(false)
  }

  /// Replaces a cell where a condition holds and the body has not returned.
  mutating func set(_ index: Int, to cell: Cell, when condition: Term) {
    changes += 1
    cells[index] = .choose(condition && !returned, cell, cells[index])
  }

  var storeSize: Int { cells.count }

  mutating func shrinkStore(to size: Int) { cells.removeLast(cells.count - size) }

  mutating func extendStore(for local: Local) {
    cells += StateLayout.scalars(of: local.type).map { .undefined($0, in: context) }
  }

  mutating func takeHistory(of other: Machine) {
    events = other.events
    changes = other.changes
  }

  mutating func joinStore(where condition: Term, else other: Machine, since before: Machine) {
    if changes == before.changes { return }
    for index in cells.indices {
      cells[index] = .choose(condition, cells[index], other.cells[index])
    }
  }
}

extension Machine.Returned: Choosable {
  static func choose(_ condition: Term, _ yes: Self, _ no: Self) -> Self {
    switch (yes, no) {
    case (.scalar(let value, let isDefined), .scalar(let value2, let isDefined2)):
      .scalar(
        .choose(condition, value, value2), defined: condition.then(isDefined, else: isDefined2))
    case (.cells(let left), .cells(let right)):
      .cells(zip(left, right).map { .choose(condition, $0, $1) })
    default: preconditionFailure("a function has one result type")
    }
  }
}
