import Model

/// Where a claim was first seen to be false.
enum Finding: Hashable, Sendable {
  /// In a start state's body.
  case start
  /// In this state, or in a step from it.
  case state(StateIndex)
}

/// The first violation of each claim: the one of least depth, and of those the first in the order
/// of rounds, shards and states, which does not depend on the workers.
struct Findings {
  private(set) var first: [Int: Finding] = [:]
  /// The depth of each finding.
  private(set) var depths: [Int: Int] = [:]

  var isEmpty: Bool { first.isEmpty }

  /// Whether a claim of such a kind is violated.
  func contains(_ system: TransitionSystem, _ isMeant: (Claim.Kind) -> Bool) -> Bool {
    first.keys.contains { isMeant(system.claims[$0].kind) }
  }

  /// Whether a search of so many levels would have met any shorter violation of a claim. One that
  /// ends within a level may have left out a state of it that is violated itself.
  func isShortest(violationOf claim: ClaimIndex, levels: Int) -> Bool {
    depths[claim.position].map { $0 < levels } ?? true
  }

  subscript(claim: ClaimIndex) -> Finding? { first[claim.position] }

  /// Adds a violation that a behaviour of `depth` steps shows, unless one as short is known.
  mutating func add(_ claim: Int, _ finding: Finding, depth: Int) {
    if let known = depths[claim], known <= depth { return }
    first[claim] = finding
    depths[claim] = depth
  }
}

/// What one worker finds in one round. Owned by its worker during a phase, by the search between.
final class WorkerNotes: @unchecked Sendable {
  /// A claim that this worker saw to be false for the first time.
  struct Note {
    let claim: Int
    let state: StateIndex
    /// Whether a step from the state shows it, not the state itself.
    let inStep: Bool
  }

  private(set) var notes: [Note] = []
  /// How many of the expander's false claims were taken over.
  private let consumed: UnsafeMutablePointer<Int>

  init() {
    consumed = .allocate(capacity: 1)
    consumed.initialize(to: 0)
  }

  deinit { consumed.deallocate() }

  /// Takes over what an expander found new about a state.
  @inline(__always)
  func take(from output: SuccessorBuffer, at shard: Int, _ position: Int) {
    if output.falseCount != consumed.pointee { takeNew(from: output, at: shard, position) }
  }

  private func takeNew(from output: SuccessorBuffer, at shard: Int, _ position: Int) {
    let state = StateIndex(shard: shard, position: position)
    for (claim, inStep) in output.falseClaims[consumed.pointee...] {
      notes.append(Note(claim: claim, state: state, inStep: inStep))
    }
    consumed.pointee = output.falseClaims.count
  }

  func clear() { notes.removeAll() }
}
