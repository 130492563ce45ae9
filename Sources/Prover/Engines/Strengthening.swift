package import Model
import Z3

/// Chooses lemmas that make claims inductive in one instance, among those that somebody proposes.
///
/// Each statement, a claim or a lemma, is asked about with all others as the hypothesis. When a
/// rule breaks it, a lemma is wanted that is false in the state before: the first one proposed that
/// is kept as things are, or else the first one. That lemma is a statement from then on, and asked
/// about in turn as soon as one that is needed rests on it. A statement with a counterexample that
/// no lemma excludes is given up, and what rested on it is asked about again. One that the solver
/// cannot decide is let stand: larger instances are hard where all sizes at once may be easy. In the
/// end each statement that is needed rests on few others.
///
/// This is the loop of IC3 with one frame and with lemmas that come from elsewhere: the proposer
/// generalises a counterexample by what it knows of reachable states (as in ICE, Garg, Löding,
/// Madhusudan and Neider, 2014) instead of by induction.
package final class Strengthening {
  /// A lemma as a claim of a system that is otherwise the one at hand.
  package struct Proposal: Sendable {
    package let system: TransitionSystem
    package let claim: ClaimIndex
    /// What the proposer knows it by.
    package let number: Int

    package init(_ system: TransitionSystem, claim: ClaimIndex, number: Int) {
      self.system = system
      self.claim = claim
      self.number = number
    }
  }

  /// What is chosen: lemmas by the proposer's numbers.
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
    /// The proposer's number of a lemma; nil for a claim.
    var number: Int?
    /// Whether it is known to be kept when all others hold that are not given up.
    var isSettled = false
    /// Statements that suffice for that.
    var support: [Int] = []
    var isGivenUp = false
  }

  /// Z3's own steps in the longest slice of a question, some seconds.
  private static let patience: UInt32 = 4_000_000

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
  /// When statements are broken of which the solver could not say whether that can be.
  private var undecided: Set<Term> = []
  /// What was found out about statements, which later rounds ask about again.
  private var sufficiency = Sufficiency()

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
  ///   - isWanted: whether a claim takes part.
  ///   - first: lemmas to begin with, and to keep as far as they are inductive.
  ///   - propose: gives lemmas that are false in a state, best first, apart from those that were
  ///     given up.
  package func strengthen(
    _ isWanted: (ClaimIndex) -> Bool, from first: [Proposal],
    propose: (State, _ givenUp: Set<Int>) throws(EngineFailure) -> [Proposal]
  ) throws(EngineFailure) -> Findings {
    statements.removeLast(statements.count - claims.count)
    for index in statements.indices {
      statements[index].isSettled = false
      statements[index].isGivenUp = !isWanted(claims[index])
    }
    for proposal in first { statements.append(try statement(proposal)) }
    let roots = statements.indices
    while let open = firstOpen(neededBy: roots) {
      onEvent(
        .proving("learning: what \(statements[open].name) needs", depth: statements.count))
      try settle(open, roots, propose)
    }
    return findings(of: roots)
  }

  /// The first statement to ask about among the roots and what they rest on.
  private func firstOpen(neededBy roots: Range<Int>) -> Int? {
    var needed = Array(roots)
    var next = 0
    while next < needed.count {
      let statement = statements[needed[next]]
      if !statement.isGivenUp {
        if !statement.isSettled { return needed[next] }
        needed += statement.support.filter { !needed.contains($0) }
      }
      next += 1
    }
    return nil
  }

  private func settle(
    _ open: Int, _ roots: Range<Int>,
    _ propose: (State, Set<Int>) throws(EngineFailure) -> [Proposal]
  ) throws(EngineFailure) {
    while !undecided.contains(statements[open].broken) {
      if let core = knownCore(keeping: open, among: standing) {
        return settle(open, with: core, roots)
      }
      switch question.ask(terms(standing) + [statements[open].broken]) {
      case .no:
        let core = question.core(of: terms(standing))
        sufficiency.note(core, exclude: statements[open].broken)
        return settle(open, with: standing.filter { core.contains(statements[$0].before) }, roots)
      case .unknown: undecided.insert(statements[open].broken)
      case .yes(let assignment):
        let proposals = try propose(unrolling.state(in: assignment), givenUp)
        guard let lemma = try best(of: proposals, against: assignment) else {
          return giveUp(open)
        }
        statements.append(lemma)
      }
    }
    statements[open].support = []
    statements[open].isSettled = true
  }

  private func settle(_ open: Int, with core: [Int], _ roots: Range<Int>) {
    let given = standing.filter { statements[$0].isSettled || roots.contains($0) || $0 == open }
    statements[open].support = slimmed(core, of: open, beside: given)
    statements[open].isSettled = true
  }

  private var standing: [Int] { statements.indices.filter { !statements[$0].isGivenUp } }

  private var givenUp: Set<Int> { Set(statements.filter(\.isGivenUp).compactMap(\.number)) }

  /// The first lemma that excludes a counterexample and is kept as things are, or else the first
  /// that excludes it.
  private func best(of proposals: [Proposal], against counterexample: Assignment)
    throws(EngineFailure) -> Statement?
  {
    var first: Statement?
    for proposal in proposals {
      let lemma = try statement(proposal)
      guard counterexample.truth(lemma.before) == false else { continue }
      if core(of: terms(standing) + [lemma.before], against: lemma.broken) != nil { return lemma }
      if first == nil { first = lemma }
    }
    return first
  }

  private func statement(_ proposal: Proposal) throws(EngineFailure) -> Statement {
    let encoder = Encoder(proposal.system, in: context)
    do {
      let before = try encoder.holds(proposal.claim, in: unrolling.moments[0].state)
      var broken: [Term] = []
      for preservation in preservations {
        let after = try encoder.holds(proposal.claim, in: preservation.next)
        if after != before { broken.append(preservation.leaves && !after) }
      }
      return Statement(
        name: proposal.system[proposal.claim].name, before: before,
        broken: context.any(broken), number: proposal.number)
    } catch {
      throw .unsupported([error.feature])
    }
  }

  private func terms(_ assumed: [Int]) -> [Term] { assumed.map { statements[$0].before } }

  /// What excludes a condition, of what is assumed; nil when it is possible, or not known.
  private func core(of assumed: [Term], against broken: Term) -> [Term]? {
    if let known = sufficiency.core(against: broken, among: assumed) { return known }
    if sufficiency.isPossible(broken, with: assumed) { return nil }
    switch question.ask(assumed + [broken]) {
    case .no:
      let core = question.core(of: assumed)
      sufficiency.note(core, exclude: broken)
      return core
    case .yes: sufficiency.note(broken, isPossibleWith: assumed)
    case .unknown: break
    }
    return nil
  }

  /// Statements that suffice for one to be kept, as is known of them.
  private func knownCore(keeping goal: Int, among assumed: [Int]) -> [Int]? {
    sufficiency.core(against: statements[goal].broken, among: terms(assumed)).map { core in
      assumed.filter { core.contains(statements[$0].before) }
    }
  }

  private func giveUp(_ index: Int) {
    statements[index].isGivenUp = true
    for other in statements.indices where statements[other].support.contains(index) {
      statements[other].isSettled = false
    }
  }

  // MARK: What is needed

  /// What the roots need, and what that needs in turn, with no more lemmas than it takes.
  private func findings(of roots: Range<Int>) -> Findings {
    var needed = roots.filter { !statements[$0].isGivenUp }
    // The roots need nothing else when nothing else was ever wanted.
    var next = statements.count > roots.count ? 0 : needed.count
    while next < needed.count {
      onEvent(
        .proving("learning: the lemmas for \(statements[needed[next]].name)", depth: needed.count))
      let goal = needed[next]
      if !undecided.contains(statements[goal].broken), !isKept(goal, by: needed) {
        needed += slimmed(statements[goal].support, of: goal, beside: needed)
          .filter { !needed.contains($0) }
      }
      next += 1
    }
    return Findings(
      claims: claims.indices.filter { !statements[$0].isGivenUp }.map { claims[$0] },
      lemmas: needed.sorted().compactMap { statements[$0].number }, rejected: givenUp.sorted())
  }

  /// What suffices for a goal to be kept, with few statements besides those that are given anyway.
  private func slimmed(_ support: [Int], of goal: Int, beside given: [Int]) -> [Int] {
    var support = support
    for candidate in support.reversed()
    where support.contains(candidate) && !given.contains(candidate) {
      let fewer = given + support.filter { $0 != candidate && !given.contains($0) }
      if let core = core(of: terms(fewer), against: statements[goal].broken) {
        support = fewer.filter { core.contains(statements[$0].before) }
      }
    }
    return support
  }

  private func isKept(_ goal: Int, by assumed: [Int]) -> Bool {
    core(of: terms(assumed), against: statements[goal].broken) != nil
  }
}
