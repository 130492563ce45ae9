package import Model
import Z3

/// The questions whose answers show that claims are inductive, posed from the transition system
/// alone: by an encoding of its own, which shares nothing with that of the prover.
///
/// States are rows of constants, one row for each moment; rules are relations between two rows; and
/// Φ, the claims together with lemmas, is what is assumed of one row and asked of the next. Every
/// number has 64 bits, as for the evaluator, and every statement is followed as the evaluator
/// follows it.
package struct InductionCheck {
  private let claims: [ClaimIndex]
  private let lemmas: [Cube]
  private let k: Int
  private let relations: SystemRelations
  private let starts: [Step]
  private let states: [[Slot]]
  private let judgements: [Judgement]
  /// The rules, fired at each moment but the last.
  private let steps: [[Step]]

  private var encoding: Encoding { relations.encoding }
  private var context: Context { encoding.context }
  private var system: TransitionSystem { relations.system }

  /// - Parameter lemmas: cubes that no reachable state is in.
  /// - Parameter k: how many states in a row are assumed to satisfy Φ.
  package init(
    of claims: [ClaimIndex], lemmas: [Cube] = [], k: Int = 1, in system: TransitionSystem
  ) throws(Unsupported) {
    self.claims = claims
    self.lemmas = lemmas
    self.k = k
    relations = SystemRelations(of: system, in: Encoding(in: Context()))
    starts = try relations.starts()
    var states: [[Slot]] = []
    var judgements: [Judgement] = []
    var steps: [[Step]] = []
    for moment in 0...k {
      let state = relations.state(at: moment)
      states.append(state)
      judgements.append(try relations.judge(state))
      if moment < k { steps.append(try relations.rules(from: state, at: moment)) }
    }
    self.states = states
    self.judgements = judgements
    self.steps = steps
  }

  // MARK: Obligations

  /// That the claims are inductive: what a solver must answer as expected.
  package var induction: [Certificate.Obligation] { initiation + preservation }

  /// That there is a behaviour, of one step, so that the induction is about something.
  package var behaviour: [Certificate.Obligation] {
    let begins = [starts(at: 0), judgements[0].isAdmitted]
    return [
      obligation("an initial state exists", .sat, begins),
      obligation(
        "a transition from an initial state exists", .sat,
        begins + [leads(from: 0), judgements[1].isAdmitted]),
    ]
  }

  /// The first k states of every behaviour satisfy Φ.
  private var initiation: [Certificate.Obligation] {
    var obligations = starts.map { start in
      obligation("\(start.name) runs", .unsat, [start.failures.any(of: claims, in: context)])
    }
    for depth in 0..<k {
      let path =
        [starts(at: 0)]
        + (0..<depth).flatMap { [judgements[$0].isAdmitted, leads(from: $0)] }
      obligations.append(
        obligation("states after \(depth) steps", .unsat, path + [isWrong(at: depth, claims)]))
      let failures = context.any(steps[depth].map { $0.failures.any(of: claims, in: context) })
      obligations.append(
        obligation(
          "steps after \(depth) steps", .unsat, path + [judgements[depth].isAdmitted, failures]))
    }
    return obligations
  }

  /// After k states that satisfy Φ each rule leads to another that does.
  private var preservation: [Certificate.Obligation] {
    let assumed =
      (0..<k).flatMap(invariant) + (0..<k - 1).map(leads)
      + pairs(below: k).map { !relations.isSame(states[$0], states[$1]) }
    let isNew =
      k == 1 ? [] : (0..<k).map { !relations.isSame(states[$0], states[k]) }
    return steps[k - 1].flatMap { step in
      let arrives = [step.succeeds, relations.isSame(step.next, states[k])] + isNew
      return groups.map { group in
        let fails = step.failures.any(of: group, in: context)
        return obligation(
          "\(step.name)\(group.count == claims.count ? "" : ": \(system[group[0]].name)")", .unsat,
          assumed + [fails || context.all(arrives + [isWrong(at: k, group)])])
      }
    }
  }

  /// Claims that compute with wide words are asked about one by one.
  private var groups: [[ClaimIndex]] {
    system.layout.cells.contains { $0.width > 16 } ? claims.map { [$0] } : [claims]
  }

  private func obligation(
    _ name: String, _ expected: Certificate.Obligation.Answer, _ assertions: [Term]
  ) -> Certificate.Obligation {
    Certificate.Obligation(
      name: name, expected: expected, text: SMTLIB.text(assertions, in: context))
  }

  // MARK: Parts

  private func starts(at moment: Int) -> Term {
    context.any(starts.map { $0.succeeds && relations.isSame($0.next, states[moment]) })
  }

  /// That some rule leads from a moment to the next.
  private func leads(from moment: Int) -> Term {
    context.any(
      steps[moment].map { $0.succeeds && relations.isSame($0.next, states[moment + 1]) })
  }

  /// That a state is one, and satisfies Φ.
  private func invariant(at moment: Int) -> [Term] {
    let judgement = judgements[moment]
    return [relations.isWellTyped(states[moment]), judgement.isAdmitted]
      + claims.flatMap { judgement.breaks($0) + judgement.lacksValue($0) }.map { !$0 }
      + lemmas.map { !isIn($0, at: moment) }
  }

  /// That a state does not satisfy Φ, as far as some of the claims go. A claim without a value is
  /// not true.
  private func isWrong(at moment: Int, _ claims: [ClaimIndex]) -> Term {
    let judgement = judgements[moment]
    let broken =
      context.any(claims.flatMap { judgement.breaks($0) + judgement.lacksValue($0) })
      || context.any(lemmas.map { isIn($0, at: moment) })
    return judgement.assumptionFailures.any(of: claims, in: context)
      || (judgement.isAdmitted && broken)
  }

  private func isIn(_ cube: Cube, at moment: Int) -> Term {
    context.all(
      cube.literals.map { literal in
        let cell = states[moment][literal.cell][[]]
        switch literal {
        case .among(_, let contents):
          return context.any(contents.map { isContent($0, of: cell) })
        case .atLeast(_, let value):
          return cell.isDefined && !cell.value.isLess(than: .constant(value), in: encoding)
        case .atMost(_, let value):
          return cell.isDefined && !Word.constant(value).isLess(than: cell.value, in: encoding)
        }
      })
  }

  private func isContent(_ content: Int64?, of cell: Cell) -> Term {
    content.map { cell.isDefined && cell.value.equals(.constant($0), in: encoding) }
      ?? !cell.isDefined
  }

  private func pairs(below count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { first in (first + 1..<count).map { (first, $0) } }
  }
}
