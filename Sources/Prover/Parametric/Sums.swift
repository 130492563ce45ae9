import Z3

/// Sums over all members of a type, each a function of its parameters.
///
/// A sum over a type of unknown size is a fresh function. What is known of it are facts about
/// finite sums: of a term that is never negative, a sum is at least the term at each member, and at
/// each two; a positive one has a member that says why; and it is at most the number of members
/// times the greatest term. How it changes when members are written to is settled where the sum is
/// built, exactly, see `Machine.sum`.
final class Sums {
  /// Why there is a sum.
  enum Origin {
    case loop
    /// It counts the members that one of two others counts, which have none in common.
    case union
    /// It counts the members that one sum counts and another one, which counts no others, does not.
    case difference
  }

  /// How much is said of sums. More of it proves more, but less of it proves sooner.
  enum Detail {
    /// What is known of each by itself.
    case each
    /// Also that a count above one has two members.
    case pairs
    /// Also how they are related; but not who is missing from a count.
    case related
    /// Everything.
    case all
  }

  /// One sum.
  final class Sum {
    let name: String
    /// The name alone.
    let names: Vocabulary.Names
    let members: Members
    /// The constant that stands for a member in the summand.
    let member: Term
    /// The constants that stand for what else the summand depends on.
    let parameters: [Term]
    let summand: SymbolicInteger

    let origin: Origin

    init(
      name: String, names: Vocabulary.Names, members: Members, member: Term, parameters: [Term],
      summand: SymbolicInteger, origin: Origin
    ) {
      self.name = name
      self.names = names
      self.members = members
      self.member = member
      self.parameters = parameters
      self.summand = summand
      self.origin = origin
    }

    /// Whether it counts members.
    var isCount: Bool { summand.lower == 0 && summand.upper == 1 }
  }

  /// That a sum equals what is said of it in terms of others.
  private struct Identity {
    /// What it speaks of besides the sum.
    let needs: Vocabulary.Names
    let statement: Term
  }

  private let context: Context
  private(set) var all: [Sum] = []
  private var identities: [Identity] = []
  private var known: [[Term]: Int] = [:]
  private let vocabulary = Vocabulary()
  /// What was said of single sums.
  private var sayings: [Topic: [Term]] = [:]

  /// Something to be said of the sum at a position.
  private enum Topic: Hashable {
    case whatIsKnown(Int, Detail)
    case pair(Int)
  }

  init(in context: Context) { self.context = context }

  /// The sum of a summand over all members that the constant `member` stands for. The bounds of the
  /// summand are those it has in every state.
  func sum(
    of summand: SymbolicInteger, over member: Term, of members: Members,
    as origin: Origin = .loop, in universe: Universe
  ) -> SymbolicInteger {
    let count = members.count
    if let value = summand.known { return SymbolicInteger(value, in: context) * count }
    // Counting down is counting up: what is known of counts is of use to both.
    if summand.upper <= 0 {
      let up = sum(of: summand.negated, over: member, of: members, as: origin, in: universe)
      return up.negated
    }
    let free = summand.term.occurring(of: universe.generics).filter { $0 != member }
    let places = free.enumerated().map { context.constant("parameter \($0)", $1.sort) }
    let place = context.constant("the member", member.sort)
    let key = summand.term.replacing([member] + free, by: [place] + places)
    let sum = all[index(of: key, summand, place, places, members, origin)]
    let range =
      Interval(min(0, summand.lower), max(0, summand.upper))
      * Interval(0, max(0, universe.range(of: count.term).upper))
    universe.restrict(sum.name, to: range)
    return SymbolicInteger(context.application(sum.name, free, .integer), range)
  }

  private func index(
    of key: Term, _ summand: SymbolicInteger, _ member: Term, _ parameters: [Term],
    _ members: Members, _ origin: Origin
  ) -> Int {
    let whole = [key] + members.bounds
    if let index = known[whole] { return index }
    known[whole] = all.count
    let name = "sum \(all.count)"
    all.append(
      Sum(
        name: name, names: vocabulary.names(name), members: members, member: member,
        parameters: parameters,
        summand: SymbolicInteger(key, summand.lower, summand.upper), origin: origin))
    return all.count - 1
  }

  /// Says that the sum of a summand is some number, computed from other sums, so that what is known
  /// of every sum may be used of this one.
  func identify(
    sumOf summand: SymbolicInteger, over member: Term, of members: Members,
    with number: SymbolicInteger, as origin: Origin = .loop, in universe: Universe
  ) {
    let sum = sum(of: summand, over: member, of: members, as: origin, in: universe)
    guard sum.term != number.term, summand.known == nil else { return }
    let bound = sum.term.adding(number.term).occurring(of: universe.bound)
    identities.append(
      Identity(
        needs: vocabulary.names(in: number.term),
        statement: context.forAll(bound, sum.term.equals(number.term))))
  }

  /// What is known of the sums that some terms speak of, and of those that their summands speak of
  /// in turn.
  func facts(neededBy terms: [Term], _ detail: Detail) -> [Term] {
    var names = vocabulary.names(in: terms)
    var statements: [Term] = []
    if detail == .related || detail == .all {
      for identity in identities where identity.needs.isSubset(of: names) {
        if !statements.contains(identity.statement) { statements.append(identity.statement) }
        names.formUnion(vocabulary.names(in: identity.statement))
      }
    }
    let known = needed(by: &names).flatMap { position in
      saying(.whatIsKnown(position, detail)) { facts(about: $0, detail) }
    }
    return statements + known.reversed()
  }

  /// What there is to say, which is built once.
  private func saying(_ topic: Topic, _ build: (Sum) -> [Term]) -> [Term] {
    if let terms = sayings[topic] { return terms }
    let terms =
      switch topic {
      case .whatIsKnown(let position, _), .pair(let position): build(all[position])
      }
    sayings[topic] = terms
    return terms
  }

  /// That counts above one have two members, of the counts that some terms speak of, directly or
  /// not.
  func pairs(neededBy terms: [Term]) -> [Term] {
    var names = vocabulary.names(in: terms)
    return needed(by: &names).filter { all[$0].origin == .loop && all[$0].isCount }
      .flatMap { position in
        saying(.pair(position)) { sum in
          [context.forAll(sum.parameters, secondWitness(total(of: sum), sum))]
        }
      }
  }

  /// Adds the sums that tell how two counts are related: when no member is in both, they are
  /// together no more than there are members, and when all of one are in the other, that one is no
  /// more than the other. Neither follows from what is known of each.
  func relate(in universe: Universe) {
    let counts = all.filter { $0.parameters.isEmpty && $0.isCount }
    for first in counts {
      for second in counts
      where first.name != second.name && first.members.bounds == second.members.bounds
        && first.member == second.member
      {
        relate(first, second, in: universe)
      }
    }
  }

  private func relate(_ first: Sum, _ second: Sum, in universe: Universe) {
    let totals = [first, second].map {
      SymbolicInteger(context.constant($0.name, .integer), 0, first.members.count.upper)
    }
    let (one, other) = (first.summand.term, second.summand.term)
    if first.name < second.name, context.integer(1).less(one.adding(other)).isPlainlyFalse {
      identify(
        sumOf: SymbolicInteger(one.adding(other), 0, 1), over: first.member, of: first.members,
        with: totals[0] + totals[1], as: .union, in: universe)
    }
    if one.less(other).isPlainlyFalse {
      identify(
        sumOf: SymbolicInteger(one.subtracting(other), 0, 1), over: first.member,
        of: first.members, with: totals[0] - totals[1], as: .difference, in: universe)
    }
  }

  /// The positions of the sums of some names, and of those that their summands speak of, last ones
  /// first.
  private func needed(by names: inout Vocabulary.Names) -> [Int] {
    var sums: [Int] = []
    // A summand can only speak of sums that were there before it.
    for (position, sum) in all.enumerated().reversed()
    where sum.names.isSubset(of: names) {
      names.formUnion(vocabulary.names(in: sum.summand.term))
      sums.append(position)
    }
    return sums
  }

  private func total(of sum: Sum) -> Term {
    context.application(sum.name, sum.parameters, .integer)
  }

  private func facts(about sum: Sum, _ detail: Detail) -> [Term] {
    let total = total(of: sum)
    let facts =
      switch sum.origin {
      case .loop:
        lowerBounds(of: total, sum) + upperBounds(of: total, sum)
          + witnesses(total, sum, detail)
      case .union: upperBounds(of: total, sum)
      case .difference:
        lowerBounds(of: total, sum) + [why(total, sum), secondWitness(total, sum)]
      }
    return facts.map { context.forAll(sum.parameters, $0) }
  }

  /// A sum is at most the greatest summand for each member, and a count misses each member that it
  /// does not count.
  private func upperBounds(of total: Term, _ sum: Sum) -> [Term] {
    let count = sum.members.count
    if sum.summand.upper == .max { return [] }
    let most = SymbolicInteger(max(0, sum.summand.upper), in: context) * count
    guard sum.isCount else { return [total.atMost(most.term)] }
    let missing = context.integer(1).subtracting(sum.summand.term)
    return [
      total.atMost(most.term),
      context.forAll(
        [sum.member],
        sum.members.contains(sum.member).implies(
          total.adding(missing).atMost(count.term))),
    ]
  }

  /// A positive sum has a member that says why, and a count that is not of all members one that
  /// says why not.
  private func witnesses(_ total: Term, _ sum: Sum, _ detail: Detail) -> [Term] {
    guard sum.summand.lower >= 0 else { return [] }
    guard sum.isCount, detail != .related else { return [why(total, sum)] }
    return [
      why(total, sum),
      total.less(sum.members.count.term).implies(
        witness(of: sum, "why not") { $0.equals(context.integer(0)) }),
    ]
  }

  /// A count above one has another member than the one that says why it is above zero.
  private func secondWitness(_ total: Term, _ sum: Sum) -> Term {
    let differ = !member(of: sum, "why").equals(member(of: sum, "why also"))
    let other = witness(of: sum, "why also") { context.integer(0).less($0) }
    return context.integer(1).less(total).implies(differ && other)
  }

  private func why(_ total: Term, _ sum: Sum) -> Term {
    let zero = context.integer(0)
    return zero.less(total).implies(witness(of: sum, "why") { zero.less($0) })
  }

  /// A sum of terms that are not negative is at least any one of them, and any two.
  private func lowerBounds(of total: Term, _ sum: Sum) -> [Term] {
    guard sum.summand.lower >= 0 else { return [] }
    let other = context.constant("the other member", sum.member.sort)
    let otherTerm = sum.summand.term.replacing([sum.member], by: [other])
    let (isInside, otherIsInside) = (
      sum.members.contains(sum.member), sum.members.contains(other)
    )
    return [
      context.integer(0).atMost(total),
      context.forAll([sum.member], isInside.implies(sum.summand.term.atMost(total))),
      context.forAll(
        [sum.member, other],
        (isInside && otherIsInside && !sum.member.equals(other)).implies(
          sum.summand.term.adding(otherTerm).atMost(total))),
    ]
  }

  /// A member that depends on the parameters alone.
  private func member(of sum: Sum, _ role: String) -> Term {
    context.application("\(sum.name) \(role)", sum.parameters, sum.member.sort)
  }

  /// That such a member is among those summed over and has a summand of some kind.
  private func witness(
    of sum: Sum, _ role: String, _ isRight: (Term) -> Term
  ) -> Term {
    let member = member(of: sum, role)
    return sum.members.contains(member)
      && isRight(sum.summand.term.replacing([sum.member], by: [member]))
  }
}
