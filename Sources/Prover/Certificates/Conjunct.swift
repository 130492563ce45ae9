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

  /// Lemmas in Murphi; those that say of a cell that it is defined spare the others saying so.
  static func texts(of lemmas: [Cube], in system: TransitionSystem) -> [String] {
    let defined = lemmas.compactMap { lemma -> Int? in
      guard lemma.literals.count == 1, case .among(let cell, [nil]) = lemma.literals[0] else {
        return nil
      }
      return cell
    }
    let text = CubeText(of: system, defined: Set(defined))
    return lemmas.map(text.lemma)
  }
}
