import Model
import SourceText
import Z3

/// What this encoding cannot say.
package struct Unsupported: Error, Hashable {
  /// In words, where it stands included.
  package let description: String
}

/// One scalar: whether there is a value, and which.
struct Cell {
  var isDefined: Term
  var value: Word

  static func undefined(in context: Context) -> Cell {
    Cell(isDefined: context.truth(false), value: .constant(0))
  }

  static func choose(_ condition: Term, _ yes: Cell, _ no: Cell) -> Cell {
    if let truth = condition.truth { return truth ? yes : no }
    // A value that is not there is never read.
    if yes.isDefined.truth == false {
      return Cell(isDefined: !condition && no.isDefined, value: no.value)
    }
    if no.isDefined.truth == false {
      return Cell(isDefined: condition && yes.isDefined, value: yes.value)
    }
    return Cell(
      isDefined: condition.then(yes.isDefined, else: no.isDefined),
      value: .choose(condition, yes.value, no.value))
  }

  /// That two cells hold the same.
  func isSame(as other: Cell) -> Term {
    let context = isDefined.context
    let bothDefined = isDefined && other.isDefined
    return (!isDefined && !other.isDefined)
      || (bothDefined && value.equals(other.value, in: context))
  }
}

/// The evaluator's walk through a body, over conditions instead of truth values.
///
/// Every statement is run in a scope, the condition under which the evaluator would come here; all
/// branches are taken, and what they write is chosen by it. What ends a run is noted with its
/// condition, and once a run has ended nothing that follows counts.
struct SymbolicRun {
  /// What one call keeps.
  struct Frame {
    let locals: [Local]
    /// The position of each local's first cell.
    let firstCell: [Int]
    /// The position of the first cell of the frame.
    let base: Int
    var references: [LocalIndex: Spot] = [:]
    /// That a `return` has been reached.
    var returned: Term
    var result: [Cell]?
  }

  /// A run that ends before its time.
  struct Ending {
    /// The claim that fails; nil where an assumption prunes the run.
    let claim: ClaimIndex?
    let condition: Term
  }

  /// How many values a loop or an index may have.
  static let choiceLimit = 4096
  /// How many rounds of a loop of unknown length are followed.
  static let roundLimit = 256

  let system: TransitionSystem
  let context: Context
  /// Those of the state first, then those of the frames.
  var cells: [Cell]
  var frames: [Frame] = []
  /// The functions under way, outermost first.
  var calls: [FunctionIndex] = []
  /// That the evaluator would come here, if nothing has ended the run or the call.
  var scope: Term
  /// That nothing has ended the run.
  var alive: Term
  var endings: [Ending] = []
  /// What is known of the constants in the first state, for deciding how long loops go on.
  private let facts: [Term]

  init(
    _ system: TransitionSystem, in context: Context, state: [Cell], frame: [Local],
    facts: [Term] = []
  ) {
    self.system = system
    self.context = context
    self.facts = facts
    cells = state
    scope = context.truth(true)
    alive = context.truth(true)
    enter(frame)
  }

  // MARK: Frames

  mutating func enter(_ locals: [Local]) {
    let base = cells.count
    var firstCell: [Int] = []
    for local in locals {
      firstCell.append(cells.count)
      if local.kind == .reference { continue }
      let count = StateLayout.cellCount(of: local.type)
      cells += Array(repeating: .undefined(in: context), count: count)
    }
    frames.append(
      Frame(locals: locals, firstCell: firstCell, base: base, returned: context.truth(false)))
  }

  mutating func leave() -> Frame {
    let frame = frames.removeLast()
    cells.removeLast(cells.count - frame.base)
    return frame
  }

  var frame: Frame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }

  /// Gives a parameter or bound variable its value.
  mutating func set(_ local: LocalIndex, to value: Word) {
    cells[frame.firstCell[local.position]] = Cell(isDefined: context.truth(true), value: value)
  }

  // MARK: Control

  /// That the statement at hand is run.
  var active: Term { scope && !frame.returned }

  var isIdle: Bool { active.truth == false }

  /// Runs something where a condition holds as well.
  mutating func when(
    _ condition: Term, _ body: (inout SymbolicRun) throws(Unsupported) -> Void
  ) throws(Unsupported) {
    let outer = scope
    scope = scope && condition
    if !isIdle { try body(&self) }
    scope = outer
  }

  /// Ends the run where a condition holds.
  mutating func end(_ claim: ClaimIndex?, when condition: Term) {
    let ends = active && condition
    if ends.truth == false { return }
    endings.append(Ending(claim: claim, condition: alive && ends))
    alive = alive && !ends
  }

  /// A run-time error where a condition holds.
  mutating func fail(when condition: Term) { end(system.runtimeClaim, when: condition) }

  /// Whether something may hold here; a solver that does not know says so.
  func isPossible(_ condition: Term) -> Bool {
    let happens = context.all([alive, active, condition])
    if let truth = happens.truth { return truth }
    let solver = Solver(
      in: context, logic: .bitVectors, limits: Solver.Limits(resources: 2_000_000))
    for fact in facts + [happens] { solver.assert(fact) }
    return solver.check() != .unsatisfiable
  }

  /// When the run breaks a claim.
  func failure(of claim: ClaimIndex) -> Term {
    context.any(endings.filter { $0.claim == claim }.map(\.condition))
  }
}
