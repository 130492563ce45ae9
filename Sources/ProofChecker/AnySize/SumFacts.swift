import Z3

/// What is true of all finite sums, stated of some: how a sum is bounded by its summands, which
/// summands it must have, and how sums whose summands are alike are related.
package struct SumFacts {
  /// How much is said.
  package enum Detail {
    /// What most questions need.
    case some
    /// Also what any two members of a sum are together, and how sums of different loops differ, in
    /// which solvers may drown.
    case all
  }

  private let sums: [Sum]
  private let detail: Detail
  /// Members in which two sums may differ that are compared.
  private let points: [Member]
  private let context: Context

  init(_ sums: [Sum], _ detail: Detail, differingAt points: [Member], in context: Context) {
    self.sums = sums
    self.detail = detail
    self.points = points
    self.context = context
  }

  var all: [Term] {
    sums.flatMap(facts)
      + sums.indices.flatMap { first in
        sums[(first + 1)...].flatMap { facts(relating: sums[first], to: $0) }
      }
  }

  // MARK: One sum

  private func facts(about sum: Sum) -> [Term] {
    guard let range = sum.range else { return [] }
    var facts = [
      multiple(range.lowerBound, of: sum.count).atMost(sum.total),
      sum.total.atMost(multiple(range.upperBound, of: sum.count)),
    ]
    if range.lowerBound >= 0 {
      facts += lowerBounds(of: sum)
      if detail == .all { facts.append(lowerBoundOfPairs(in: sum)) }
    }
    if range == 0...1 { facts += whatIsMissing(in: sum) }
    return facts.map { context.forAll(sum.parameters, $0) }
  }

  /// A sum of what is not negative is at least any summand, and a positive one has a positive
  /// summand; one that is greater than that has another.
  private func lowerBounds(of sum: Sum) -> [Term] {
    let (zero, total) = (context.integer(0), sum.total)
    let (why, also) = (member("why", of: sum), member("why also", of: sum))
    func isReason(_ member: Term) -> Term {
      sum.isMember(member) && zero.less(sum.summand(of: member))
    }
    return [
      context.forAll([sum.member], sum.isMember(sum.member).implies(sum.summand.atMost(total))),
      zero.less(total).implies(isReason(why)),
      sum.summand(of: why).less(total).implies(isReason(also) && !why.equals(also)),
    ]
  }

  /// A sum of what is not negative is at least any two summands.
  private func lowerBoundOfPairs(in sum: Sum) -> Term {
    let other = context.constant("other member", .integer)
    return context.forAll(
      [sum.member, other],
      context.all([sum.isMember(sum.member), sum.isMember(other), sum.member.less(other)])
        .implies(sum.summand.adding(sum.summand(of: other)).atMost(sum.total)))
  }

  /// A count misses each member that it does not count, and one that is not of all misses one.
  private func whatIsMissing(in count: Sum) -> [Term] {
    let missing = context.integer(1).subtracting(count.summand)
    let whyNot = member("why not", of: count)
    return [
      context.forAll(
        [count.member],
        count.isMember(count.member).implies(count.total.adding(missing).atMost(count.count))),
      count.total.less(count.count).implies(
        count.isMember(whyNot) && count.summand(of: whyNot).equals(context.integer(0))),
    ]
  }

  // MARK: Two sums

  private func facts(relating first: Sum, to second: Sum) -> [Term] {
    guard first.lower == second.lower, first.upper == second.upper else { return [] }
    let haveSameParameters = first.parameters.count == second.parameters.count
    guard haveSameParameters || first.parameters.isEmpty || second.parameters.isEmpty else {
      return []
    }
    var facts: [Term] = []
    if first.place == second.place || detail == .all { facts.append(difference(first, second)) }
    if first.parameters.isEmpty, second.parameters.isEmpty {
      facts += [order(first, second), order(second, first)]
      if first.range == 0...1, second.range == 0...1 { facts.append(union(first, second)) }
    }
    let parameters = haveSameParameters ? first.parameters : first.parameters + second.parameters
    return facts.map { context.forAll(parameters, $0) }
  }

  /// Sums whose summands are the same but for some members differ by what these differ by.
  private func difference(_ first: Sum, _ second: Sum) -> Term {
    var earlier: [Term] = []
    var differences: [Term] = []
    let points = points(of: first)
    for point in points {
      let counts = context.all([first.isMember(point)] + earlier.map { !$0.equals(point) })
      let difference = first.summand(of: point).subtracting(second.summand(of: point))
      differences.append(counts.then(difference, else: context.integer(0)))
      earlier.append(point)
    }
    let isExplained = first.total.subtracting(second.total).equals(context.sum(differences))
    return isExplained
      || exists("differs", first, second) { member in
        context.all(
          points.map { !$0.equals(member) }
            + [!first.summand(of: member).equals(second.summand(of: member))])
      }
  }

  /// A sum each of whose summands is at most another's is at most that.
  private func order(_ first: Sum, _ second: Sum) -> Term {
    first.total.atMost(second.total)
      || exists("exceeds", first, second) { second.summand(of: $0).less(first.summand(of: $0)) }
  }

  /// Counts that have no member in common are together at most all members, and miss each that is
  /// in neither.
  private func union(_ first: Sum, _ second: Sum) -> Term {
    let (one, total) = (context.integer(1), first.total.adding(second.total))
    func both(_ member: Term) -> Term {
      first.summand(of: member).adding(second.summand(of: member))
    }
    let missing = points(of: first).map { point in
      first.isMember(point)
        .implies(total.adding(one.subtracting(both(point))).atMost(first.count))
    }
    return context.all([total.atMost(first.count)] + missing)
      || exists("in both", first, second) { one.less(both($0)) }
  }

  // MARK: Members

  /// Those of the points that may be members of a sum.
  private func points(of sum: Sum) -> [Term] {
    points.filter { $0.lower == sum.lower && $0.upper == sum.upper }.map(\.value)
  }

  private func exists(
    _ role: String, _ first: Sum, _ second: Sum, _ condition: (Term) -> Term
  ) -> Term {
    let parameters = first.parameters.isEmpty ? second.parameters : first.parameters
    let member = context.application(
      "\(first.name) \(role) \(second.name)", parameters, .integer)
    return first.isMember(member) && condition(member)
  }

  private func member(_ role: String, of sum: Sum) -> Term {
    context.application("\(sum.name) \(role)", sum.parameters, .integer)
  }

  private func multiple(_ factor: Int64, of count: Term) -> Term {
    switch factor {
    case 0: context.integer(0)
    case 1: count
    default: count.multiplied(by: context.integer(factor))
    }
  }
}
