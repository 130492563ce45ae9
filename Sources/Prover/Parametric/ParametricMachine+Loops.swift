import Model
import SourceText
import Z3

/// The rounds of a loop or quantifier.
enum Rounds {
  /// One after the other.
  case few([SymbolicValue])
  /// Any number, all alike.
  case any(Members)
}

extension ParametricMachine {
  /// Loops of more known rounds than this are not unrolled.
  private static let unrolledRounds: Int128 = 64

  /// The values of a domain.
  mutating func rounds(of domain: Domain, at range: SourceRange) throws(Unencodable) -> Rounds {
    switch domain {
    case .type(let type):
      if type.kind == .slot { throw Unencodable("a multiset", range) }
      guard type.symbolicBounds == nil, let count = type.count, count <= Self.unrolledRounds else {
        return .any(universe.members(of: type))
      }
      let values = count == 0 ? [] : Array(type.lower...type.upper)
      return .few(values.map { constant($0, of: type) })
    case .steps(let from, let through, let by):
      let (first, last) = (try evaluate(from).number, try evaluate(through).number)
      let step = try by.map { expression throws(Unencodable) in try evaluate(expression).number }
      return try rounds(from: first, through: last, by: step, at: range)
    }
  }

  private mutating func rounds(
    from first: SymbolicInteger, through last: SymbolicInteger, by step: SymbolicInteger?,
    at range: SourceRange
  ) throws(Unencodable) -> Rounds {
    if step == nil || step?.known == 1, first.upper <= last.lower {
      guard let least = first.known, let greatest = last.known,
        (Interval(greatest, greatest) - Interval(least, least)).upper < Self.unrolledRounds
      else { return .any(universe.members(from: first, through: last)) }
      return .few(
        (least...greatest).map { .number(SymbolicInteger($0, in: context)) })
    }
    throw Unencodable("a loop whose direction or step is not known", range)
  }

  /// The value of a quantified expression.
  mutating func evaluate(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression, at range: SourceRange
  ) throws(Unencodable) -> SymbolicValue {
    switch try rounds(of: binding.domain, at: range) {
    case .few(let values):
      var undecided = context.truth(true)
      for value in values where undecided.truth != false {
        frame.slots[binding.local.position] = .bound(value)
        let isTrue = try evaluate(body, when: undecided).isTrue
        undecided = undecided && (quantifier == .forall ? isTrue : !isTrue)
      }
      return .truth(quantifier == .forall ? undecided : !undecided)
    case .any(let members):
      let member = universe.generic(binding.name, among: members)
      frame.slots[binding.local.position] = .bound(member)
      let isInside = members.contains(member.term)
      let count = events.all.count
      let before = self
      let isTrue = try evaluate(body, when: isInside).isTrue
      if before.contents.indices.contains(where: { hasChanged($0, since: before) }) {
        throw Unencodable("a quantifier whose condition changes something", range)
      }
      // Evaluation stops at the first member that decides, whichever that is.
      events.close(over: [member.term], from: count, isExact: false)
      return .truth(
        quantifier == .forall
          ? context.forAll([member.term], isInside.implies(isTrue))
          : context.exists([member.term], isInside && isTrue))
    }
  }

  /// Runs a body for every value of a domain.
  mutating func run(_ body: [Statement], for binding: Binding, at range: SourceRange)
    throws(Unencodable)
  {
    switch try rounds(of: binding.domain, at: range) {
    case .few(let values):
      for value in values where !isOver {
        frame.slots[binding.local.position] = .bound(value)
        try run(body)
      }
    case .any(let members):
      let summary = LoopSummary(body, binding, members, range)
      try summary.run(in: &self)
    }
  }
}

extension ParametricMachine {
  mutating func run(_ body: [Statement], while condition: Expression, at range: SourceRange)
    throws(Unencodable)
  {
    throw Unencodable("a while loop", range)
  }
}
