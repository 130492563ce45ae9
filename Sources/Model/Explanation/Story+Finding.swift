import SourceText

extension Story {
  /// What the trace shows.
  func finding(sourceLine: (SourceRange) -> String?) -> Counterexample.Finding {
    switch trace.ending {
    case .open: .nothing
    case .claimFalse(let claim, let arguments):
      falsification(of: claim, arguments: arguments).map { .falsified($0) } ?? .nothing
    case .neverAgain(let claim, let arguments):
      falsification(of: claim, arguments: arguments, narrows: false).map { .neverAgain($0) }
        ?? .nothing
    case .deadlock: .deadlock(lastState.map { Blocking(in: self, at: $0).rules } ?? [])
    case .failed(let failure):
      .failure(
        Counterexample.FailureRecord(
          failure: failure.kind, range: failure.range, condition: condition(of: failure),
          sourceLine: sourceLine(failure.range)))
    }
  }

  private func falsification(
    of index: ClaimIndex, arguments: [Int64], narrows: Bool = true
  ) -> Counterexample.Falsification? {
    let claim = system[index]
    guard let condition = claim.condition, let state = lastState else { return nil }
    var search = FalseFormula(in: self, at: state, frame: claim.frame)
    search.bind(claim.parameters, to: arguments)
    return search.falsification(of: condition, narrows: narrows)
  }

  /// The condition of the assertion that failed.
  private func condition(of failure: Failure) -> String? {
    let bodies =
      system.rules.map { ($0.body, $0.frame) } + system.functions.map { ($0.body, $0.frame) }
      + system.startStates.map { ($0.body, $0.frame) }
    for (body, frame) in bodies {
      if let condition = Self.condition(of: failure.claim, in: body) {
        return MurphiText(of: system, frame: frame, names: names).text(of: condition)
      }
    }
    return nil
  }

  private static func condition(
    of claim: ClaimIndex, in statements: [Statement]
  ) -> Expression? {
    for statement in statements {
      let found: Expression? =
        switch statement.kind {
        case .claim(claim, let condition): condition
        case .branch(let branches, let otherwise):
          condition(of: claim, in: branches.flatMap(\.body) + otherwise)
        case .select(_, let cases, let otherwise):
          condition(of: claim, in: cases.flatMap(\.body) + otherwise)
        case .repeatFor(_, let body), .repeatWhile(_, let body): condition(of: claim, in: body)
        default: nil
        }
      if let found { return found }
    }
    return nil
  }
}
