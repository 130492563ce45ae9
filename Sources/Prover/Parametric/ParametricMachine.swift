import Model
import SourceText
import Z3

/// A run of a body with symbolic values over index types of unknown size.
///
/// The counterpart of `Machine` for any number of members: arrays are functions with a list of
/// writes, and loops over members of unknown number are summarised instead of unrolled. After an
/// event (a run-time error, a failed assertion, a false assumption) the run simply goes on with
/// values that no longer matter.
struct ParametricMachine {
  /// What a local stands for.
  enum Slot {
    /// Its own contents, from this one on.
    case contents(first: Int)
    /// Somebody else's.
    case place(ParametricPlace)
    /// A bound variable, which never changes.
    case bound(SymbolicValue)
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
      case scalar(Entry)
    }
  }

  /// A look at a leaf, which may be at what another round of a loop has left there.
  struct Look {
    let content: Int
    let indices: [Term]
  }

  /// An assignment to a content that adds up over the rounds of a loop.
  struct Advance {
    let content: Int
    let before: SymbolicInteger
    let after: SymbolicInteger
  }

  let universe: Universe
  /// The leaves of the state, then those of the locals of all calls under way.
  var contents: [Content]
  var frame = Frame(locals: [], slots: [])
  /// The branches taken so far.
  var path: Term
  /// That the body has returned already.
  var returned: Term
  var events = Events()
  var callDepth = 0
  /// Members that are known to be none of those that were written to.
  var apart: [Apart] = []
  var looks: [Look] = []
  /// The contents that add up over the rounds of a loop: whether their sums fit is settled for the
  /// whole loop, not for a round.
  var accumulators: Set<Int> = []
  /// What was assigned to them.
  var advances: [Advance] = []

  var system: TransitionSystem { universe.system }
  var context: Context { universe.context }

  init(_ universe: Universe, state: [Content]) {
    self.universe = universe
    contents = state
    path = universe.context.truth(true)
    returned = universe.context.truth(false)
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

  /// Opens a frame for these locals; the caller restores its own afterwards.
  mutating func enter(_ locals: [Local]) {
    var slots: [Slot] = []
    for local in locals {
      switch local.kind {
      case .variable:
        slots.append(.contents(first: contents.count))
        contents += Leaf.all(of: local.type, named: local.name).map { Content($0, .nothing) }
      case .reference, .bound: slots.append(.unset)
      }
    }
    frame = Frame(locals: locals, slots: slots)
  }

  /// Gives the parameters of a body their values.
  mutating func bind(_ parameters: [Binding], to values: [SymbolicValue]) {
    for (parameter, value) in zip(parameters, values) {
      frame.slots[parameter.local.position] = .bound(value)
    }
  }
}

// Branches.
extension ParametricMachine {
  /// Runs a body only where a condition holds.
  mutating func run<Result>(
    when condition: Term, _ body: (inout ParametricMachine) throws(Unencodable) -> Result
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
    on condition: Term, _ yes: (inout ParametricMachine) throws(Unencodable) -> Void,
    else no: (inout ParametricMachine) throws(Unencodable) -> Void
  ) throws(Unencodable) {
    if let truth = condition.truth { return try truth ? yes(&self) : no(&self) }
    let before = self
    path = path && condition
    try yes(&self)
    var other = before
    other.path = before.path && !condition
    other.events = events
    other.looks = looks
    other.advances = advances
    try no(&other)
    events = other.events
    looks = other.looks
    advances = other.advances
    join(where: condition, else: other, since: before)
  }

  /// Ends two branches: this machine's where the condition holds, and the other's.
  private mutating func join(
    where condition: Term, else other: ParametricMachine, since before: ParametricMachine
  ) {
    contents.removeLast(contents.count - before.contents.count)
    for index in contents.indices {
      contents[index] = .join(
        where: condition, contents[index], other.contents[index],
        since: before.contents[index], in: universe)
    }
    path = before.path
    returned = condition.then(returned, else: other.returned)
    frame.slots = before.frame.slots
    frame.result = .choose(condition, frame.result, other.frame.result)
  }
}

extension ParametricMachine.Frame.Result {
  /// One of two results; where only one was given, only its condition can matter.
  static func choose(_ condition: Term, _ yes: Self, _ no: Self) -> Self {
    switch (yes, no) {
    case (.none, _): no
    case (_, .none): yes
    case (.scalar(let left), .scalar(let right)): .scalar(.choose(condition, left, right))
    }
  }
}
