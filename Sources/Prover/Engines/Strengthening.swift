package import Model
import Z3

/// Chooses lemmas that make claims inductive in one instance, among those that somebody proposes.
///
/// Each statement, a claim or a lemma, is asked about with all others as the hypothesis. When a
/// rule breaks it, a lemma is wanted that is false in the state before; that lemma is a statement
/// from then on, and asked about in turn. A statement with a counterexample that no lemma excludes
/// is given up, and what rested on it is asked about again. In the end each statement that is left
/// rests on those that its unsatisfiable core names, and the claims on few of the lemmas.
///
/// This is the loop of IC3 with one frame and with lemmas that come from elsewhere: the proposer
/// generalises a counterexample by what it knows of reachable states (as in ICE, Garg, Löding,
/// Madhusudan and Neider, 2014) instead of by induction.
package final class Strengthening {
  /// A lemma as a claim of a system that is otherwise the one at hand.
  package struct Proposal: Sendable {
    package let system: TransitionSystem
    package let claim: ClaimIndex

    package init(_ system: TransitionSystem, claim: ClaimIndex) {
      self.system = system
      self.claim = claim
    }
  }

  /// What is chosen: lemmas by their position among the proposals, from 0.
  package struct Findings: Sendable {
    /// The claims that are inductive with the lemmas.
    package var claims: [ClaimIndex] = []
    /// The lemmas that these claims need, and those that these need in turn.
    package var lemmas: [Int] = []
    /// The lemmas that were given up.
    package var rejected: [Int] = []
  }

  private struct Statement {
    let name: String
    /// What it says of the state before a rule.
    let before: Term
    /// When a rule breaks it.
    let broken: Term
    /// Whether it is known to be kept when all others hold that are not given up.
    var isSettled = false
    /// Statements that suffice for that.
    var support: [Int] = []
    var isGivenUp = false
  }

  /// Z3's own steps in the longest slice of a question, some seconds.
  private static let patience: UInt32 = 8_000_000

  /// The cells that have a value in every reachable state.
  package let definedCells: [Int]

  private let system: TransitionSystem
  private let context: Context
  private let unrolling: Unrolling
  private let preservations: [Preservation]
  private let question: Question
  private let claims: [ClaimIndex]
  private let onEvent: (EngineEvent) -> Void
  private var statements: [Statement] = []

  /// - Parameter claims: those to strengthen.
  package init(
    _ claims: [ClaimIndex], of system: TransitionSystem, limits: Limits,
    onEvent: @escaping (EngineEvent) -> Void
  ) throws(EngineFailure) {
    self.system = system
    self.claims = claims
    self.onEvent = onEvent
    context = Context()
    unrolling = try Unrolling(Encoder(system, in: context), from: .anyState)
    preservations = try unrolling.preservations()
    do {
      var encoder = ParametricEncoder(system, in: context)
      try encoder.settleDefinedness()
      definedCells = encoder.definedCells
    } catch {
      throw .unsupported([error.feature])
    }
    question = Question(in: context, limits: limits, patience: Self.patience)
    let moment = unrolling.moments[0]
    question.assert(moment.isReached)
    for cell in definedCells { question.assert(moment.state[cell].isDefined) }
    for claim in claims {
      statements.append(
        Statement(
          name: system[claim].name,
          before: moment.judgement.wrong[claim].map { !$0 } ?? context.truth(true),
          broken: context.any(preservations.compactMap { $0.broken[claim] })))
    }
  }

  /// Chooses lemmas.
  ///
  /// - Parameters:
  ///   - first: lemmas to begin with, and to keep as far as they are inductive.
  ///   - propose: gives lemmas that are false in a state; none when there are none.
  package func strengthen(
    from first: [Proposal], propose: (State) throws(EngineFailure) -> [Proposal]
  ) throws(EngineFailure) -> Findings {
    statements.removeLast(statements.count - claims.count)
    for index in statements.indices {
      statements[index].isSettled = false
      statements[index].isGivenUp = false
    }
    for proposal in first { try add(proposal) }
    let roots = statements.count
    while let open = statements.firstIndex(where: { !$0.isSettled && !$0.isGivenUp }) {
      onEvent(
        .proving("learning: what \(statements[open].name) needs", depth: statements.count))
      try settle(open, propose)
    }
    return findings(of: Array(0..<roots))
  }

  private func settle(
    _ open: Int, _ propose: (State) throws(EngineFailure) -> [Proposal]
  ) throws(EngineFailure) {
    while true {
      let others = statements.indices.filter { !statements[$0].isGivenUp }
      let assumed = others.map { statements[$0].before }
      switch question.ask(assumed + [statements[open].broken]) {
      case .no:
        statements[open].isSettled = true
        statements[open].support = core(of: others)
        return
      case .unknown: return giveUp(open)
      case .yes(let assignment):
        let proposals = try propose(unrolling.state(in: assignment))
        var excludes = false
        for proposal in proposals {
          try add(proposal)
          let isFalse = assignment.truth(statements[statements.count - 1].before) == false
          excludes = excludes || isFalse
        }
        if !excludes { return giveUp(open) }
      }
    }
  }

  private func add(_ proposal: Proposal) throws(EngineFailure) {
    let encoder = Encoder(proposal.system, in: context)
    do {
      let before = try encoder.holds(proposal.claim, in: unrolling.moments[0].state)
      var broken: [Term] = []
      for preservation in preservations {
        let after = try encoder.holds(proposal.claim, in: preservation.next)
        if after != before { broken.append(preservation.leaves && !after) }
      }
      statements.append(
        Statement(
          name: proposal.system[proposal.claim].name, before: before,
          broken: context.any(broken)))
    } catch {
      throw .unsupported([error.feature])
    }
  }

  /// Of statements that were assumed last, those that the answer rests on.
  private func core(of assumed: [Int]) -> [Int] {
    let core = Set(question.core(of: assumed.map { statements[$0].before }))
    return assumed.filter { core.contains(statements[$0].before) }
  }

  private func giveUp(_ index: Int) {
    statements[index].isGivenUp = true
    for other in statements.indices where statements[other].support.contains(index) {
      statements[other].isSettled = false
    }
  }

  // MARK: What is needed

  /// What the roots need, and what that needs in turn, with no more lemmas than it takes.
  private func findings(of roots: [Int]) -> Findings {
    var needed = roots.filter { !statements[$0].isGivenUp }
    var next = 0
    while next < needed.count {
      onEvent(
        .proving("learning: the lemmas for \(statements[needed[next]].name)", depth: needed.count))
      needed += added(to: needed, for: needed[next])
      next += 1
    }
    var findings = Findings()
    findings.claims = claims.indices.filter { !statements[$0].isGivenUp }.map { claims[$0] }
    findings.lemmas = needed.filter { $0 >= claims.count }.map { $0 - claims.count }.sorted()
    findings.rejected = statements.indices.filter { statements[$0].isGivenUp && $0 >= claims.count }
      .map { $0 - claims.count }
    return findings
  }

  /// Few statements that, with those that are needed anyway, suffice for a goal to be kept.
  private func added(to needed: [Int], for goal: Int) -> [Int] {
    if isKept(goal, by: needed) { return [] }
    var added = statements[goal].support.filter { !needed.contains($0) }
    for candidate in added.reversed() where added.contains(candidate) {
      let fewer = needed + added.filter { $0 != candidate }
      if isKept(goal, by: fewer) {
        let core = core(of: fewer)
        added = added.filter(core.contains)
      }
    }
    return added
  }

  private func isKept(_ goal: Int, by assumed: [Int]) -> Bool {
    if case .no = question.ask(assumed.map { statements[$0].before } + [statements[goal].broken]) {
      return true
    }
    return false
  }
}
