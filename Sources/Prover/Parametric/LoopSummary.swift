import Model
import SourceText
import Z3

/// What a loop over any number of members does, as one step.
///
/// One round is run for a constant that stands for any member. The loop can be summarised when
/// rounds do not depend on each other except through accumulators: what a round writes to an array
/// is the member's own element, and a variable outside of the loop is added to, is a conjunction or
/// disjunction, or is set to one value by any round that sets it.
struct LoopSummary {
  private let body: [Statement]
  private let binding: Binding
  private let members: Members
  private let range: SourceRange

  init(_ body: [Statement], _ binding: Binding, _ members: Members, _ range: SourceRange) {
    self.body = body
    self.binding = binding
    self.members = members
    self.range = range
  }

  /// A variable that rounds change, with the constants that stand for its value before a round.
  private struct Accumulator {
    let content: Int
    /// Always defined where it is before the loop.
    let before: Entry

    var constants: [Term] {
      [before.value.term, before.isDefined].filter { $0.truth == nil }
    }
  }

  func run(in machine: inout ParametricMachine) throws(Unencodable) {
    let member = machine.universe.generic(binding.name, among: members)
    var accumulators: [Accumulator] = []
    var round = try self.round(of: member, in: machine, accumulators)
    while true {
      let found = changed(by: round, since: machine, accumulators)
      if found.isEmpty { break }
      accumulators += found
      round = try self.round(of: member, in: machine, accumulators)
    }
    let set = accumulators.filter { isNumber($0) && !addsUp($0, in: round) }.map(\.content)
    if !set.isEmpty {
      round = try self.round(of: member, in: machine, accumulators, checking: set)
    }
    try leave(round, member, accumulators, in: &machine)
  }

  /// One round from given values of the accumulators.
  ///
  /// - Parameter checked: the numbers for which it is settled here whether what is assigned to them
  ///   fits; for sums it is settled when all rounds are known.
  private func round(
    of member: SymbolicValue, in machine: ParametricMachine,
    _ accumulators: [Accumulator], checking checked: [Int] = [], apart: Apart? = nil
  ) throws(Unencodable) -> ParametricMachine {
    var round = machine
    for accumulator in accumulators {
      let content = accumulator.content
      round.contents[content] = round.contents[content].replaced(by: accumulator.before)
      if isNumber(accumulator), !checked.contains(content) {
        round.accumulators.insert(content)
      }
    }
    if let apart { round.apart.append(apart) }
    round.events = Events()
    round.looks = []
    round.path = round.path && members.contains(member.term)
    round.frame.slots[binding.local.position] = .bound(member)
    try round.run(body)
    return round
  }

  /// The variables that a round changes and that are not known yet to be accumulators.
  private func changed(
    by round: ParametricMachine, since machine: ParametricMachine, _ known: [Accumulator]
  ) -> [Accumulator] {
    let universe = machine.universe
    return machine.contents.enumerated().compactMap { index, content in
      let leaf = content.leaf
      if !leaf.indices.isEmpty || known.contains(where: { $0.content == index }) { return nil }
      if !round.hasChanged(index, since: machine) { return nil }
      // What a sum within a round depends on it shows as a parameter.
      let before = universe.generic("\(leaf.name) before", of: leaf.type)
      let isDefined = content.read(at: [], in: universe).isDefined
      return Accumulator(
        content: index,
        before: Entry(
          isDefined: isDefined.truth == true
            ? isDefined : universe.generic("\(leaf.name) defined before", .boolean),
          value: before))
    }
  }

  /// Gives the machine what all rounds together do.
  private func leave(
    _ round: ParametricMachine, _ member: SymbolicValue, _ accumulators: [Accumulator],
    in machine: inout ParametricMachine
  ) throws(Unencodable) {
    let before = machine
    let carried = Set(accumulators.flatMap(\.constants))
    let firstEvent = machine.events.all.count
    for event in try events(of: round, member, accumulators, since: before) {
      machine.events.append(event)
    }
    try leaveWrites(round, member, carried, in: &machine)
    for accumulator in accumulators {
      try leave(accumulator, among: accumulators, round, member, since: before, in: &machine)
    }
    machine.events.join(from: firstEvent)
    try leaveReturn(round, member, !accumulators.isEmpty, since: before, in: &machine)
    machine.looks += round.looks
  }

  /// How rounds end the run.
  private func events(
    of round: ParametricMachine, _ member: SymbolicValue, _ accumulators: [Accumulator],
    since before: ParametricMachine
  ) throws(Unencodable) -> [Event] {
    var events = round.events
    events.keepOrder(in: before.context)
    for accumulator in accumulators where accumulator.before.isDefined.truth == nil {
      let old = before.contents[accumulator.content].read(at: [], in: before.universe)
      events.settle(accumulator.before.isDefined, before: old.isDefined)
    }
    let values = Set(accumulators.map(\.before.value.term))
    for event in events.all where !event.condition.occurring(of: values).isEmpty {
      throw Unencodable("a loop whose rounds fail by what earlier rounds counted", event.range)
    }
    // After a round that returns there are no others.
    events.close(over: [member.term], from: 0, isExact: round.returned == before.returned)
    return events.all
  }

  /// Writes to arrays: each round to its own element.
  private func leaveWrites(
    _ round: ParametricMachine, _ member: SymbolicValue, _ carried: Set<Term>,
    in machine: inout ParametricMachine
  ) throws(Unencodable) {
    for index in machine.contents.indices where !machine.contents[index].leaf.indices.isEmpty {
      let writes = round.contents[index].writes[machine.contents[index].writes.count...]
      if writes.isEmpty { continue }
      try check(Array(writes), to: index, round, member, carried)
      for write in writes {
        machine.contents[index].write(
          Write(
            indices: write.indices, generics: write.generics.union([member.term]),
            condition: write.condition && members.contains(member.term), entry: write.entry),
          in: machine.universe)
      }
    }
  }

  /// That rounds do not get in each other's way: at one index, the same for all that a round
  /// writes and reads of a leaf, there is the member.
  private func check(
    _ writes: [Write], to content: Int, _ round: ParametricMachine, _ member: SymbolicValue,
    _ carried: Set<Term>
  ) throws(Unencodable) {
    let leaf = round.contents[content].leaf
    let positions = leaf.indices.indices.filter { position in
      writes.allSatisfy { $0.indices[position] == member.term }
    }
    if positions.isEmpty {
      throw Unencodable("a loop whose rounds may write to the same part of '\(leaf.name)'", range)
    }
    let looks = round.looks.filter { $0.content == content }
    let isApart = positions.contains { position in
      looks.allSatisfy { $0.indices[position] == member.term }
    }
    if !isApart {
      throw Unencodable("a loop that reads what other rounds write to '\(leaf.name)'", range)
    }
    let parts = writes.flatMap {
      [$0.condition, $0.entry.isDefined, $0.entry.value.term] + $0.indices
    }
    if parts.contains(where: { !$0.occurring(of: carried).isEmpty }) {
      throw Unencodable("a loop that writes what earlier rounds counted to '\(leaf.name)'", range)
    }
  }

  /// A return from within: by whichever round gives it.
  private func leaveReturn(
    _ round: ParametricMachine, _ member: SymbolicValue, _ hasAccumulators: Bool,
    since before: ParametricMachine, in machine: inout ParametricMachine
  ) throws(Unencodable) {
    if round.returned == before.returned { return }
    let hasWrites = machine.contents.indices.contains {
      machine.contents[$0].writes.count != before.contents[$0].writes.count
    }
    if hasAccumulators || hasWrites {
      throw Unencodable("a loop that both changes something and returns", range)
    }
    let context = machine.context
    let isInside = members.contains(member.term)
    let returns = context.exists([member.term], isInside && round.returned)
    if let entry = round.frame.result {
      let result = [entry.isDefined, entry.value.term]
      if result.contains(where: { $0.mentions(member.term) }) {
        throw Unencodable("a loop that returns what depends on the member it found", range)
      }
    }
    machine.frame.result = .choose(
      returns && !machine.returned, round.frame.result, machine.frame.result)
    machine.returned = machine.returned || returns
  }
}

// Accumulators.
extension LoopSummary {
  private func isNumber(_ accumulator: Accumulator) -> Bool {
    if case .number = accumulator.before.value { true } else { false }
  }

  /// Whether what a round leaves in a number is what was there before and something else.
  private func addsUp(_ accumulator: Accumulator, in round: ParametricMachine) -> Bool {
    let after = round.contents[accumulator.content].read(at: [], in: round.universe).value.term
    let before = accumulator.before.value.term
    return Accumulation.set(after, from: before) == nil
      && Accumulation.isShift(after, from: before)
  }

  private func leave(
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
    let others = Set(all.flatMap(\.constants)).subtracting([accumulator.before.value.term])
    if !after.term.occurring(of: others).isEmpty {
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
      let others = Set(all.flatMap(\.constants)).subtracting([accumulator.before.value.term])
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
