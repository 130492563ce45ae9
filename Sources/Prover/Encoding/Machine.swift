import Model
import SourceText
import Z3

/// What the encoding cannot express, by name and place.
struct Unencodable: Error {
  let feature: Feature

  init(_ description: String, _ range: SourceRange) {
    feature = Feature(description, range: range)
  }
}

/// A run of a body with symbolic values: every branch is taken, and what differs is chosen by the
/// branch's condition.
///
/// After an event (a run-time error, a failed assertion, a false assumption) the run simply goes
/// on with values that no longer matter; ``Events`` knows which event was the first.
struct Machine {
  /// What a local stands for.
  enum Slot {
    /// Its own cells, from this one on.
    case cells(first: Int)
    /// Somebody else's.
    case place(Target)
    /// A bound variable, which never changes.
    case bound(Value)
    /// A reference or bound variable before it is given.
    case unset
  }

  /// The locals of the body under way, and what it returns.
  struct Frame {
    let locals: [Local]
    var slots: [Slot]
    var result: Result = .none

    enum Result {
      case none
      /// A scalar, and whether it is defined.
      case scalar(Value, defined: Term)
      /// The cells of a record or array, in order.
      case cells([Cell])
    }
  }

  /// How deep calls may be inlined.
  static let callDepthLimit = 40
  /// How often a loop whose end is not known beforehand may be unrolled.
  static let iterationLimit = 300
  /// In how many places a value may lie.
  static let alternativeLimit = 4_096

  let system: TransitionSystem
  let context: Context
  /// The cells of the state, then those of the locals of all calls under way.
  var cells: [Cell]
  var frame = Frame(locals: [], slots: [])
  /// The branches taken so far.
  var path: Term
  /// That the body has returned already.
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

  /// Whether nothing more can happen on this path.
  var isOver: Bool { path.truth == false || returned.truth == true }

  /// Records that the run fails here under a condition.
  mutating func fail(when condition: Term, _ claim: ClaimIndex? = nil, at range: SourceRange) {
    record(condition, claim ?? system.runtimeClaim, at: range)
  }

  /// Records that the run is no run at all under a condition.
  mutating func prune(when condition: Term, at range: SourceRange) {
    record(condition, nil, at: range)
  }

  private mutating func record(_ condition: Term, _ claim: ClaimIndex?, at range: SourceRange) {
    if condition.truth == false || isOver { return }
    events.append(
      Event(claim: claim, condition: context.all([path, !returned, condition]), range: range))
  }

  /// Replaces a cell where a condition holds and the body has not returned.
  mutating func set(_ index: Int, to cell: Cell, when condition: Term) {
    changes += 1
    cells[index] = .choose(condition && !returned, cell, cells[index])
  }

  /// Opens a frame for these locals; the caller restores its own afterwards.
  mutating func enter(_ locals: [Local]) {
    var slots: [Slot] = []
    for local in locals {
      switch local.kind {
      case .variable:
        slots.append(.cells(first: cells.count))
        cells += StateLayout.scalars(of: local.type).map { .undefined($0, in: context) }
      case .reference, .bound: slots.append(.unset)
      }
    }
    frame = Frame(locals: locals, slots: slots)
  }
}
