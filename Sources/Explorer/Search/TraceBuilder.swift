import Model

/// Makes traces of stored states: the store knows only parents, so each step is computed again
/// with everything that happens recorded.
struct TraceBuilder {
  let search: Search
  private var system: TransitionSystem { search.system }

  /// The trace of a violated claim; nil when only a renamed state shows the violation and no
  /// behaviour is known to reach that one, or when fingerprints do not tell the states apart.
  func trace(of claim: ClaimIndex, _ finding: Finding, program: Program) -> Trace? {
    switch finding {
    case .start: return failingStart(of: claim, program)
    case .state(let state) where search.store.isCompact:
      return FingerprintPath(search, program).steps(to: state)
        .flatMap { end($0, of: claim, program) }
    case .state(let state):
      guard let symmetry = search.symmetry else {
        return end(steps(to: state, program), of: claim, program)
      }
      let lifting = Lifting(search, symmetry, program)
      for steps in lifting.behaviours(to: state, allNames: true) {
        if let trace = end(steps, of: claim, program) { return trace }
      }
      return nil
    }
  }

  /// The steps of a shortest behaviour to a state; under symmetry, to one of its orbit. None when
  /// that is reachable under other names of its members only.
  func steps(to state: StateIndex, _ program: Program) -> [Trace.Step] {
    if let symmetry = search.symmetry {
      return Lifting(search, symmetry, program).behaviours(to: state).first { _ in true } ?? []
    }
    let path =
      ContextSwitches(search, program).bestPath(to: state) ?? recordedPath(to: state, program)
    return path.steps(in: system)
  }

  private func recordedPath(to state: StateIndex, _ program: Program) -> Path {
    Path(
      states: search.recordedPath(to: state), columns: nil, search: search, replay: Replay(program))
  }

  /// The parameters of a claim that is violated in a stored state, as they are after these steps,
  /// which lead to a state of its orbit.
  func renamed(_ arguments: [Int64], of claim: ClaimIndex, after steps: [Trace.Step]) -> [Int64] {
    guard let symmetry = search.symmetry, let state = steps.last?.state else { return arguments }
    return symmetry.back(arguments, system[claim].parameters, to: system.layout.pack(state))
  }

  // MARK: Endings

  private func failingStart(of claim: ClaimIndex, _ program: Program) -> Trace {
    let recorder = Replay(program).starts()
    guard let failed = recorder.failed.first(where: { $0.failure.claim == claim }),
      case .start(let start) = failed.scope.action
    else { preconditionFailure("a failure that was seen happens again") }
    let step = Trace.Step(
      action: .start(start), arguments: failed.arguments,
      state: failed.words.map(system.layout.unpack))
    return Trace(steps: [step], ending: .failed(failed.failure))
  }

  private func end(
    _ steps: [Trace.Step], of claim: ClaimIndex, _ program: Program
  ) -> Trace? {
    if system[claim].kind == .deadlock { return Trace(steps: steps, ending: .deadlock) }
    guard let last = steps.last?.state else { preconditionFailure("the steps end in a state") }
    let recorder = Replay(program).everything(at: system.layout.pack(last))
    if let arguments = recorder.falseClaims.first(where: { $0.claim == claim })?.arguments {
      return Trace(steps: steps, ending: .claimFalse(claim, arguments: arguments))
    }
    let failures = recorder.failed.filter { $0.failure.claim == claim }
    guard let failed = failures.first(where: { !$0.scope.isBody }) ?? failures.first else {
      precondition(
        search.symmetry != nil || search.store.isCompact,
        "a violation that was seen happens again")
      return nil
    }
    return Trace(
      steps: steps + lastStep(of: failed),
      ending: .failed(failed.failure))
  }

  /// The step on which a rule's body failed; none when a guard or property did.
  private func lastStep(of failed: Recorder.Failed) -> [Trace.Step] {
    guard case .rule(let rule) = failed.scope.action, failed.scope.isBody else { return [] }
    return [
      Trace.Step(
        action: .rule(rule), arguments: failed.arguments,
        state: failed.words.map(system.layout.unpack))
    ]
  }
}

/// Runs a program once more with a recorder.
struct Replay {
  private let machine: Machine

  init(_ program: Program) { machine = Machine(program) }

  func starts() -> Recorder {
    let recorder = Recorder()
    machine.recorder = recorder
    machine.start()
    return recorder
  }

  func successors(of state: UnsafePointer<UInt64>) -> [Recorder.Reached] {
    let recorder = Recorder()
    machine.recorder = recorder
    machine.output.begin()
    machine.load(state)
    machine.run(from: machine.program.entries.rules)
    return recorder.reached
  }

  func everything(at state: UnsafePointer<UInt64>) -> Recorder {
    let recorder = Recorder()
    machine.recorder = recorder
    machine.judge(state, marksAntecedents: false)
    machine.run(from: machine.program.entries.goals)
    machine.run(from: machine.program.entries.rules)
    return recorder
  }
}
