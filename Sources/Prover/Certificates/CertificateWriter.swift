import Model
import Z3

/// Writes the questions whose answers prove claims by k-induction, each complete in itself.
///
/// With Φ the conjunction of the claims: every start of a behaviour satisfies Φ for k states
/// (initiation); k states in a row that satisfy Φ are followed by another that does, and no rule
/// fails in the last of them (consecution and safety, one question for each rule); Φ implies each
/// claim; and the system has an initial state and a transition from one, so that none of this is
/// vacuous.
struct CertificateWriter {
  private let system: TransitionSystem
  private let claims: [ClaimIndex]
  private let k: Int
  private let context = Context()
  private let base: Unrolling
  private let step: Unrolling

  init(_ system: TransitionSystem, claims: [ClaimIndex], k: Int) throws(EngineFailure) {
    self.system = system
    self.claims = claims
    self.k = k
    let encoder = Encoder(system, in: context)
    var base = try Unrolling(encoder, from: .startStates)
    var step = try Unrolling(encoder, from: .anyState)
    for _ in 0..<k {
      try base.extend()
      try step.extend()
    }
    self.base = base
    self.step = step
  }

  /// The certificate, with its obligations in the order in which a reader would check them.
  func certificate() -> Certificate {
    Certificate(
      claims: claims.map { system[$0].name },
      invariant: claims.compactMap { Conjunct.text(of: system[$0], in: system) },
      k: k,
      constants: Dictionary(
        system.constants.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
      obligations: nonVacuity + initiation + consecution + implications)
  }

  private var nonVacuity: [Certificate.Obligation] {
    [
      obligation("an initial state exists", .sat, [base.moments[0].isReached]),
      obligation(
        "a transition from an initial state exists", .sat,
        [base.moments[0].isReached, base.moments[1].isReached]),
    ]
  }

  private var initiation: [Certificate.Obligation] {
    var obligations: [Certificate.Obligation] = []
    if let beginning = base.beginning {
      obligations.append(
        obligation("initiation: start states", .unsat, [broken(beginning.failures)]))
    }
    for depth in 0..<k {
      let path = base.moments[0...depth].map(\.isReached)
      let moment = base.moments[depth]
      obligations.append(
        obligation("initiation: states after \(depth) steps", .unsat, path + [broken(moment.wrong)])
      )
      obligations.append(
        obligation(
          "initiation: firings after \(depth) steps", .unsat, path + [broken(moment.step.failures)])
      )
    }
    return obligations
  }

  /// That the first k states are a behaviour of distinct states that satisfy Φ.
  private var hypothesis: [Term] {
    var parts: [Term] = []
    for (number, moment) in step.moments.prefix(k).enumerated() {
      parts += [moment.isReached, !broken(moment.wrong)]
      parts += (0..<number).map { step.differ($0, number) }
    }
    return parts
  }

  private var consecution: [Certificate.Obligation] {
    let hypothesis = hypothesis
    let (last, after) = (step.moments[k - 1], step.moments[k])
    let isNew = k == 1 ? [] : (0..<k).map { step.differ($0, k) }
    var obligations: [Certificate.Obligation] = []
    for (number, firing) in last.step.options.enumerated() {
      let name = "rule \"\(system.rules[number].name)\""
      obligations.append(
        obligation("safety: \(name)", .unsat, hypothesis + [broken(firing.failures)]))
      let arrival = [firing.succeeds, step.isSame(after.state, firing.next), after.isState]
      obligations.append(
        obligation(
          "consecution: \(name)", .unsat, hypothesis + arrival + isNew + [broken(after.wrong)]))
    }
    return obligations
  }

  private var implications: [Certificate.Obligation] {
    let moment = step.moments[0]
    return claims.compactMap { claim in
      guard let wrong = moment.wrong[claim] else { return nil }
      return obligation(
        "implication: \(system[claim].name)", .unsat,
        [moment.isState, !broken(moment.wrong), wrong])
    }
  }

  /// That some claim of the certificate is broken.
  private func broken(_ conditions: [ClaimIndex: Term]) -> Term {
    context.any(claims.compactMap { conditions[$0] })
  }

  private func obligation(
    _ name: String, _ expected: Certificate.Obligation.Answer, _ assertions: [Term]
  ) -> Certificate.Obligation {
    Certificate.Obligation(
      name: name, expected: expected, text: SMTLIB.text(assertions, in: context))
  }
}
