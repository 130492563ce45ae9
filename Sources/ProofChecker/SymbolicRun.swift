import Model
import SourceText
import Z3

/// What this encoding cannot say.
package struct Unsupported: Error, Hashable {
  /// In words, where it stands included.
  package let description: String
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
    /// The position of each local's first slot.
    let firstSlot: [Int]
    /// The position of the first slot of the frame.
    let base: Int
    var references: [LocalIndex: Spot] = [:]
    /// That a `return` has been reached.
    var returned: Term
    var result: [Slot]?
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
  let encoding: Encoding
  /// Those of the state first, then those of the frames.
  var slots: [Slot]
  /// Where something was written, by the position of the slot: the indices, where they are known.
  var writes: [Int: [[Word?]]] = [:]
  /// The constants that stand for the values of the loops and quantifiers around.
  var generics: [Term] = []
  var frames: [Frame] = []
  /// The functions under way, outermost first.
  var calls: [FunctionIndex] = []
  /// That the evaluator would come here, if nothing has ended the run or the call.
  var scope: Term
  /// That nothing has ended the run.
  var alive: Term
  var endings: [Ending] = []
  /// The claims that are asked about; nil for all.
  var asked: Set<ClaimIndex>?
  /// What is known of the constants in the first state, for deciding how long loops go on.
  private let facts: [Term]

  init(
    _ system: TransitionSystem, in encoding: Encoding, state: [Slot], frame: [Local],
    facts: [Term] = []
  ) {
    self.system = system
    self.encoding = encoding
    self.facts = facts
    slots = state
    scope = encoding.context.truth(true)
    alive = encoding.context.truth(true)
    enter(frame)
  }

  var context: Context { encoding.context }

  // MARK: Frames

  mutating func enter(_ locals: [Local]) {
    let base = slots.count
    var firstSlot: [Int] = []
    for local in locals {
      firstSlot.append(slots.count)
      if local.kind != .reference { slots += undefined(local.type) }
    }
    frames.append(
      Frame(locals: locals, firstSlot: firstSlot, base: base, returned: context.truth(false)))
  }

  mutating func leave() -> Frame {
    let frame = frames.removeLast()
    slots.removeLast(slots.count - frame.base)
    return frame
  }

  var frame: Frame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }

  /// Gives a parameter or bound variable its value.
  mutating func set(_ local: LocalIndex, to value: Word) {
    slots[frame.firstSlot[local.position]] = .cell(defined(value))
  }

  /// A cell with a value.
  func defined(_ value: Word) -> Cell { Cell(isDefined: context.truth(true), value: value) }

  /// The slots of a type, none of which has a value.
  func undefined(_ type: ValueType) -> [Slot] {
    encoding.leaves(of: type).map { .same(.undefined(in: encoding), arity: $0.indices.count) }
  }

  /// The type of what a slot holds, of the state or of a frame.
  func type(ofSlot offset: Int) -> ScalarType {
    var (position, types) = (offset, system.variables.map(\.type))
    if let frame = frames.last(where: { $0.base <= offset }) {
      position -= frame.base
      types = frame.locals.filter { $0.kind != .reference }.map(\.type)
    }
    return types.lazy.flatMap { encoding.leaves(of: $0) }.dropFirst(position).first!.type
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
      in: context, logic: encoding.anySize == nil ? .bitVectors : .general,
      limits: Solver.Limits(resources: 2_000_000))
    for fact in facts + [happens] { solver.assert(fact) }
    return solver.check() != .unsatisfiable
  }

  /// When the run breaks a claim.
  func failure(of claim: ClaimIndex) -> Term {
    context.any(endings.filter { $0.claim == claim }.map(\.condition))
  }
}
