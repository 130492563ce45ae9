import Model

/// What a claim contributes to an inductive invariant.
enum Conjunct {
  /// The condition in Murphi, quantified over the claim's parameters; nil for claims without one.
  static func text(of claim: Claim, in system: TransitionSystem) -> String? {
    guard let condition = claim.condition else { return nil }
    let murphi = MurphiText(of: system, frame: claim.frame)
    return claim.parameters.reversed().reduce(murphi.text(of: condition)) { body, parameter in
      "forall \(murphi.text(of: parameter)) do \(body) end"
    }
  }
}
