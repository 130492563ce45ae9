package import SourceText

extension ClaimRecord {
  /// The record of an engine's verdict on a claim of `system`: an inductive proof is about every
  /// value of its symbolic constants, everything else about the values that its constants have.
  package init(
    _ index: ClaimIndex, of system: TransitionSystem, verdict: Verdict, engine: String?,
    expected: ExpectedAnswer? = nil
  ) {
    let claim = system[index]
    let constants = system.constantValues
    let symbolic = system.symbolicConstants
    let isForAll = verdict.isInductive && !symbolic.isEmpty
    self.init(
      name: claim.name, kind: claim.kind, line: Int(claim.range.start.line),
      verdict: verdict.word, expected: expected,
      scope: isForAll ? .forAll(symbolic) : .instance(constants),
      engine: verdict.word == .assumed ? nil : engine,
      depth: verdict.depth, reason: verdict.reasonRecord(about: claim.range))
  }
}

extension Verdict {
  /// The word for this answer.
  package var word: VerdictWord {
    switch self {
    case .holds(.exhausted): .exhausted
    case .holds(.inductive): .proved
    case .violated: .violated
    case .holds(.met): .met
    case .vacuous: .vacuous
    case .assumed: .assumed
    case .unknown(.bounded): .bounded
    case .unknown: .unknown
    }
  }

  fileprivate var isInductive: Bool {
    switch self {
    case .holds(.inductive), .vacuous(_, .inductive): true
    case .holds, .vacuous, .violated, .assumed, .unknown: false
    }
  }

  fileprivate var depth: Int? {
    switch self {
    case .holds(.exhausted(let space)), .vacuous(_, .exhausted(let space)): space.depth
    case .violated(let trace): trace.depth
    case .unknown(.bounded(let depth)): depth
    case .holds, .vacuous, .assumed, .unknown: nil
    }
  }

  fileprivate func reasonRecord(about place: SourceRange) -> ReasonRecord? {
    switch self {
    case .holds, .violated, .assumed: nil
    case .vacuous(let vacuity, _): ReasonRecord(vacuity)
    case .unknown(let reason): ReasonRecord(reason, about: place)
    }
  }
}

extension ReasonRecord {
  /// Why a claim that holds says nothing.
  package init(_ vacuity: Vacuity) {
    switch vacuity {
    case .noReachableState: self.init(Code.noReachableState)
    case .noRuleFired: self.init(Code.noRuleFired)
    case .coverNeverMet: self.init(Code.coverNeverMet)
    case .antecedentNeverTrue: self.init(Code.antecedentNeverTrue)
    case .assumptionsContradict: self.init(Code.assumptionsContradict)
    }
  }

  /// Why there is no answer.
  ///
  /// - Parameter place: where the claim stands; it is not repeated.
  package init(_ reason: Reason, about place: SourceRange) {
    switch reason {
    case .bounded: self.init(Code.bounded)
    case .limit(.states): self.init(Code.states)
    case .limit(.depth): self.init(Code.depth)
    case .limit(.time): self.init(Code.timeout)
    case .limit(.memory): self.init(Code.memory)
    case .limit(.interrupted): self.init(Code.interrupted)
    case .solver(let words): self.init(Code.solver, detail: words)
    case .unsupported(let features):
      let words = features.map { $0.placed(unlessAt: place) }
      self.init(Code.unsupported, detail: words.joined(separator: ", "))
    case .notInductive(let k, _): self.init(Code.notInductive, detail: "k=\(k)")
    case .notKept(let step, let gaveUp):
      self.init(
        Code.notInductive, detail: gaveUp ? "\(step), where the solver gave up" : step)
    case .stoppedAtViolation: self.init(Code.stoppedAtViolation)
    }
  }
}
