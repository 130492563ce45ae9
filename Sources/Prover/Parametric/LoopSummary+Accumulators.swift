import Model
import Z3

/// What all rounds together leave in a variable that each of them changes.
extension LoopSummary {
  func isNumber(_ accumulator: Accumulator) -> Bool {
    if case .number = accumulator.before.value { true } else { false }
  }

  /// Whether what a round leaves in a number is what was there before and something else.
  func addsUp(_ accumulator: Accumulator, in round: ParametricMachine) -> Bool {
    let after = round.contents[accumulator.content].read(at: [], in: round.universe).value.term
    let before = accumulator.before.value.term
    return Accumulation.set(after, from: before) == nil
      && Accumulation.isShift(after, from: before)
  }

  func leave(
    _ accumulator: Accumulator, among all: [Accumulator], _ round: ParametricMachine,
    _ member: SymbolicValue, since before: ParametricMachine,
    in machine: inout ParametricMachine
  ) throws(Unencodable) {
    let entry = round.contents[accumulator.content].read(at: [], in: machine.universe)
    let context = machine.context
    // What has no value afterwards, in whatever round, is no sum, connective or value that is set.
    let staysDefined = entry.isDefined.replacing(
      [accumulator.before.isDefined], by: [context.truth(true)])
    guard staysDefined.simplified.truth == true else { throw refusal(of: accumulator, in: machine) }
    let after = entry.value
    if after.term == accumulator.before.value.term { return }
    if !after.term.occurring(of: constants(of: all, but: accumulator)).isEmpty {
      throw refusal(of: accumulator, in: machine)
    }
    let old = machine.contents[accumulator.content].read(at: [], in: machine.universe)
    let new: Entry
    if let (sets, value) = Accumulation.set(after.term, from: accumulator.before.value.term),
      !value.mentions(member.term)
    {
      let isSet = context.exists([member.term], members.contains(member.term) && sets)
      let value = machine.universe.value(
        value, of: machine.contents[accumulator.content].leaf.type)
      new = .choose(isSet, Entry(isDefined: context.truth(true), value: value), old)
    } else if case .truth = after {
      new = try connective(after.term, accumulator, member, old, in: &machine)
    } else if Accumulation.isShift(after.term, from: accumulator.before.value.term) {
      new = try sum(accumulator, all, member, old, since: before, in: &machine)
    } else {
      throw refusal(of: accumulator, in: machine)
    }
    let place = ParametricPlace(
      first: accumulator.content, type: .scalar(machine.contents[accumulator.content].leaf.type))
    machine.write(new, to: place)
  }

  /// What stands for the values before a round, but for one's own.
  private func constants(of all: [Accumulator], but accumulator: Accumulator) -> Set<Term> {
    Set(all.flatMap(\.constants)).subtracting([accumulator.before.value.term])
  }

  private func refusal(of accumulator: Accumulator, in machine: ParametricMachine) -> Unencodable {
    let name = machine.contents[accumulator.content].leaf.name
    return Unencodable(
      "a loop that uses '\(name)' other than to count, to add up or to remember", range)
  }

  /// `b := b & condition` or `b := b | condition`.
  private func connective(
    _ after: Term, _ accumulator: Accumulator, _ member: SymbolicValue, _ old: Entry,
    in machine: inout ParametricMachine
  ) throws(Unencodable) -> Entry {
    let context = machine.context
    let before = accumulator.before.value.term
    let isInside = members.contains(member.term)
    let value: Term
    if let others = Accumulation.operand(of: .and, after, before) {
      value = old.value.term && context.forAll([member.term], isInside.implies(others))
    } else if let others = Accumulation.operand(of: .or, after, before) {
      value = old.value.term || context.exists([member.term], isInside && others)
    } else {
      throw refusal(of: accumulator, in: machine)
    }
    return Entry(isDefined: old.isDefined, value: .truth(value))
  }

  /// `n := n + term`: the sum over all members, most of which nobody has written to.
  ///
  /// Let J be the members that have been written to. For every other member the round adds what it
  /// adds to one that is apart from J, so the sum over all is the sum of that, corrected at each
  /// distinct member of J.
  private func sum(
    _ accumulator: Accumulator, _ all: [Accumulator], _ member: SymbolicValue, _ old: Entry,
    since before: ParametricMachine, in machine: inout ParametricMachine
  ) throws(Unencodable) -> Entry {
    let universe = machine.universe
    let context = machine.context
    if members.bounds.contains(where: { !$0.occurring(of: universe.generics).isEmpty }) {
      throw Unencodable("a sum over a range that depends on a variable of a loop", range)
    }
    let zeros = all.map { Accumulator(content: $0.content, before: zero(like: $0.before, context)) }
    func added(_ apart: Apart?) throws(Unencodable) -> SymbolicInteger {
      let symbolic = try round(of: member, in: before, all, apart: apart)
      let after = symbolic.contents[accumulator.content].read(at: [], in: universe).value.term
      if !Accumulation.isShift(after, from: accumulator.before.value.term) {
        throw refusal(of: accumulator, in: before)
      }
      let others = constants(of: all, but: accumulator)
      if symbolic.advances.contains(where: { !$0.after.term.occurring(of: others).isEmpty }) {
        throw refusal(of: accumulator, in: before)
      }
      let fromZero = try round(of: member, in: before, zeros, apart: apart)
      try checkDirection(fromZero.advances.filter { $0.content == accumulator.content })
      let summand = fromZero.contents[accumulator.content].read(at: [], in: universe).value.number
      // Facts about sums hold everywhere, not only where the path of this one leads.
      return SymbolicInteger(summand.term, universe.range(of: summand.term))
    }
    let apart = Apart(member.term, in: universe)
    let usual = try added(apart)
    let actual = try added(nil)
    var total = universe.sums.sum(of: usual, over: member.term, of: members, in: universe)
    for (number, other) in apart.others.enumerated() {
      let isNew = context.all(apart.others[..<number].map { !$0.equals(other) })
      let difference =
        actual.replacing(member.term, by: other) - usual.replacing(member.term, by: other)
      let counts = isNew && members.contains(other)
      total = total + .choose(counts, difference, SymbolicInteger(0, in: context))
    }
    if !apart.others.isEmpty {
      universe.sums.identify(
        sumOf: actual, over: member.term, of: members, with: total, in: universe)
    }
    let result = old.value.number + total
    let type = machine.contents[accumulator.content].leaf.type
    machine.fail(when: old.isDefined && !universe.contains(type, .number(result)), at: range)
    return Entry(isDefined: old.isDefined, value: .number(result))
  }

  /// That a variable only grows, or only shrinks, from assignment to assignment: then it stays in
  /// its type throughout when it does so in the end.
  private func checkDirection(_ advances: [ParametricMachine.Advance]) throws(Unencodable) {
    let isUp = advances.allSatisfy { $0.after.isLess(than: $0.before).isPlainlyFalse }
    let isDown = advances.allSatisfy { $0.before.isLess(than: $0.after).isPlainlyFalse }
    if isUp || isDown { return }
    throw Unencodable("a loop that both adds and subtracts: use two loops", range)
  }

  private func zero(like entry: Entry, _ context: Context) -> Entry {
    let value: SymbolicValue =
      switch entry.value {
      case .truth: .truth(context.truth(false))
      case .number: .number(SymbolicInteger(0, in: context))
      case .member: entry.value
      }
    return Entry(isDefined: context.truth(true), value: value)
  }
}

extension SymbolicInteger {
  /// This number with a constant replaced.
  func replacing(_ constant: Term, by other: Term) -> SymbolicInteger {
    SymbolicInteger(term.replacing([constant], by: [other]), lower, upper)
  }
}
