import Model
import Z3

/// The rules of the instance at hand, over the bits of one state of which nothing is known.
///
/// Each is encoded when it is first asked about, and has a solver that knows it alone.
final class InstanceRules {
  /// What a rule needs so that something does not happen.
  enum Reply {
    case suffices([ClaimIndex])
    case isBroken
    case unknown
  }

  /// A rule, and what is asked about it.
  private typealias Rule = (preservation: Preservation, question: Question)

  /// Z3's own steps in the longest slice of a question, some seconds: an instance that takes longer
  /// is no help.
  private static let patience: UInt32 = 8_000_000

  private let encoder: Encoder
  private let limits: Limits
  private let state: [Cell]
  private let judgement: Judgement
  /// What is known of the state.
  private let facts: [Term]
  private var rules: [RuleIndex: Rule] = [:]

  private var context: Context { encoder.context }

  /// - Parameter defined: the cells that are known to have a value.
  init(_ encoder: Encoder, defined: [Int], limits: Limits) throws(Unencodable) {
    self.encoder = encoder
    self.limits = limits
    state = encoder.anyState(at: 0)
    judgement = try encoder.judge(state)
    let areDefined = defined.map { [state] in state[$0].isDefined }
    facts = state.map(\.isWellFormed) + [judgement.isAdmitted] + areDefined
  }

  /// Some of the claims that suffice against a rule's breaking a claim in some way.
  ///
  /// - Parameter fewest: whether none of them can be left out.
  func premises(
    against kind: Breach.Kind, by rule: RuleIndex, among claims: [ClaimIndex], fewest: Bool
  ) throws(Unencodable) -> Reply {
    let (preservation, question) = try encoded(rule)
    guard let broken = broken(kind, by: preservation) else { return .suffices([]) }
    var wrong = judgement.wrong
    wrong.add(judgement.undecided(among: claims), where: context.truth(true))
    let needed = claims.filter { wrong[$0] != nil }
    let reply = reply(question, broken, needed, wrong)
    if fewest, case .suffices(let some) = reply {
      return .suffices(minimal(some, for: broken, question, wrong))
    }
    return reply
  }

  private func encoded(_ rule: RuleIndex) throws(Unencodable) -> Rule {
    if let known = rules[rule] { return known }
    let firing = try encoder.fire(rule, in: state, at: 0)
    let preservation = try Preservation(
      of: rule, firing, where: context.truth(true), from: state, encoder)
    let question = Question(in: context, limits: limits, patience: Self.patience)
    facts.forEach(question.assert)
    rules[rule] = (preservation, question)
    return (preservation, question)
  }

  /// When a rule breaks a claim in some way, as far as it can.
  private func broken(_ kind: Breach.Kind, by preservation: Preservation) -> Term? {
    guard let evaluating = kind.evaluating else { return preservation.broken[kind.claim] }
    let judgement = preservation.judgement
    if encoder.system[evaluating].kind == .assumption {
      return judgement.assumptionFailures[kind.claim].map { preservation.leaves && $0 }
    }
    let failures = judgement.evaluationFailures.first { $0.claim == evaluating }?.failures
    return failures?[kind.claim].map { preservation.remains && $0 }
  }

  private func reply(
    _ question: Question, _ broken: Term, _ claims: [ClaimIndex], _ wrong: Conditions
  ) -> Reply {
    let conditions = claims.compactMap { claim in wrong[claim].map { !$0 } }
    switch question.ask([broken] + conditions) {
    case .yes: return .isBroken
    case .unknown: return .unknown
    case .no:
      let core = Set(question.core(of: conditions))
      return .suffices(zip(claims, conditions).filter { core.contains($1) }.map(\.0))
    }
  }

  /// Sufficient claims of which none can be left out. Lemmas stand last in specifications, so they
  /// are kept rather than what follows from them.
  private func minimal(
    _ claims: [ClaimIndex], for broken: Term, _ question: Question, _ wrong: Conditions
  ) -> [ClaimIndex] {
    var needed = claims
    for claim in claims where needed.contains(claim) {
      let others = needed.filter { $0 != claim }
      if case .suffices(let fewer) = reply(question, broken, others, wrong) { needed = fewer }
    }
    return needed
  }
}
