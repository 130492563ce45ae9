import Model

/// Makes a trace of states that are known by their fingerprints only: the parents say which
/// fingerprints lie on the way, and states that have them are computed from the start on.
///
/// Another state may have the same fingerprint. Then what follows from it is most likely not what
/// was recorded, and there is no trace; if it is, the trace is as real as any other.
struct FingerprintPath {
  private let search: Search
  private let replay: Replay

  init(_ search: Search, _ program: Program) {
    self.search = search
    replay = Replay(program)
  }

  /// The steps of a shortest behaviour to a state of this index; nil when there is none along the
  /// recorded parents.
  func steps(to state: StateIndex) -> [Trace.Step]? {
    let path = search.recordedPath(to: state)
    guard let start = replay.starts().reached.first(where: { has($0.words, path[0]) }),
      case .start(let index) = start.action
    else { return nil }
    var steps = [step(.start(index), start)]
    var words = start.words
    for target in path.dropFirst() {
      guard let reached = replay.successors(of: words).first(where: { has($0.words, target) }),
        case .rule(let rule) = reached.action
      else { return nil }
      steps.append(step(.rule(rule), reached))
      words = reached.words
    }
    return steps
  }

  private func has(_ words: [UInt64], _ index: StateIndex) -> Bool {
    search.store.index(of: words) == index
  }

  private func step(_ action: Trace.Step.Action, _ reached: Recorder.Reached) -> Trace.Step {
    Trace.Step(
      action: action, arguments: reached.arguments,
      state: search.system.layout.unpack(reached.words))
  }
}
