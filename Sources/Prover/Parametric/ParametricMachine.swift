import Model
import SourceText
import Z3

/// A symbolic run over index types of unknown size.
///
/// The counterpart of `Machine` for any number of members: arrays are functions with a list of
/// writes, and loops over members of unknown number are summarised instead of unrolled.
struct ParametricMachine: SymbolicExecution {
  typealias Operand = SymbolicValue
  typealias Location = ParametricPlace
  typealias Copy = ParametricCopy
  typealias Returned = Entry

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
  var path: Term
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

  var storeSize: Int { contents.count }

  /// Whether something is, or may be, other than before.
  func hasChanged(_ index: Int, since before: ParametricMachine) -> Bool {
    let (old, new) = (before.contents[index], contents[index])
    if new.isUntouched(since: old) { return false }
    guard new.leaf.indices.isEmpty else { return old.writes.count != new.writes.count }
    let (entry, other) = (old.read(at: [], in: universe), new.read(at: [], in: universe))
    return entry.isDefined != other.isDefined || entry.value.term != other.value.term
  }

  mutating func shrinkStore(to size: Int) { contents.removeLast(contents.count - size) }

  mutating func extendStore(for local: Local) {
    contents += Leaf.all(of: local.type, named: local.name).map { Content($0, .nothing) }
  }

  mutating func takeHistory(of other: ParametricMachine) {
    events = other.events
    looks = other.looks
    advances = other.advances
  }

  mutating func joinStore(
    where condition: Term, else other: ParametricMachine, since before: ParametricMachine
  ) {
    for index in contents.indices {
      contents[index] = .join(
        where: condition, contents[index], other.contents[index],
        since: before.contents[index], in: universe)
    }
  }
}
