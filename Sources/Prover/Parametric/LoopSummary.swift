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
  let members: Members
  let range: SourceRange

  init(_ body: [Statement], _ binding: Binding, _ members: Members, _ range: SourceRange) {
    self.body = body
    self.binding = binding
    self.members = members
    self.range = range
  }

  /// A variable that rounds change, with the constants that stand for its value before a round.
  struct Accumulator {
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
  func round(
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
