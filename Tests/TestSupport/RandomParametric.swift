internal import Foundation

/// Small random specifications about the members of a scalarset of any size, the same for the same
/// seed.
///
/// Arrays over the members, a member in each (`link`), loops that change all of them, functions that
/// count, and counters that follow the counts or do not: what is proved of them for any size rests
/// on how loops and counts are summarised. They have few states when the scalarset is small.
package struct RandomParametric {
  private var random: SplitMix64
  private static let phases = ["A", "B", "D"]

  /// The seeds of as many specifications as `PINPROOF_PARAMETRIC_SYSTEMS` says, or of so many.
  package static func seeds(otherwise count: UInt64) -> Range<UInt64> {
    let stated = ProcessInfo.processInfo.environment["PINPROOF_PARAMETRIC_SYSTEMS"]
    return 0..<(stated.flatMap(UInt64.init) ?? count)
  }

  /// The specification of a seed; `N` is the size of the scalarset.
  package static func tree(seed: UInt64) -> MurphiTree {
    var maker = RandomParametric(random: SplitMix64(seed: seed))
    return maker.make()
  }

  private mutating func make() -> MurphiTree {
    MurphiTree(
      settings: ["deadlock off"], constants: [Named("N", "2")],
      types: [
        Named("T", "scalarset(N)"), Named("C", "0..N"), Named("S", "enum { A, B, D }"),
      ],
      variables: [
        Named("s", "array[T] of S"), Named("p", "array[T] of boolean"),
        Named("link", "array[T] of T"), Named("n", "C"), Named("g", "S"), Named("b", "boolean"),
      ],
      routines: [
        counter("at", parameters: ["x: S"], of: "s[t] = x"),
        counter("flagged", parameters: [], of: "p[t]"),
      ],
      items: [makeStart()] + (0..<random.number(1...3)).map { makeRule("r\($0)") }
        + (0..<random.number(3...7)).map { .claim("invariant", "c\($0)", makeClaim()) })
  }

  private func counter(_ name: String, parameters: [String], of condition: String) -> Routine {
    Routine(
      name: name, parameters: parameters, result: "C", locals: [Named("k", "C")],
      body: [
        .assign(.atom("k"), .atom("0")),
        .loop(
          binding: "t: T",
          [.branch([.init([.atom(condition)], [set("k", "k + 1")])], otherwise: [])]),
        .returns(.atom("k")),
      ])
  }

  private func set(_ place: String, _ value: String) -> Step { .assign(.atom(place), .atom(value)) }

  private mutating func phase() -> String { random.pick(Self.phases) }

  private mutating func makeStart() -> Item {
    let first = phase()
    let body = [
      Step.loop(
        binding: "t: T",
        [set("s[t]", first), set("p[t]", random.pick(["true", "false"])), set("link[t]", "t")]),
      set("g", "A"), set("b", "false"), set("n", random.chance(40) ? "at(\(first))" : "0"),
    ]
    return .start("start", body)
  }

  private mutating func makeRule(_ name: String) -> Item {
    let other = random.chance(30) ? "u" : nil
    var conditions = [atom("t", other)]
    if random.chance(50) { conditions.append(atom("t", other)) }
    let body = (0..<random.number(1...3)).map { _ in step("t", other ?? "t") }
    return .ruleset(
      ["t: T"] + (other == nil ? [] : ["u: T"]),
      [.rule(name, condition: joined("&", conditions), locals: [], body)])
  }

  private func joined(_ op: String, _ terms: [Term]) -> Term {
    terms.dropFirst().reduce(terms[0]) { .binary(op, $0, $1) }
  }

  // MARK: Conditions

  /// A condition about a member, and perhaps another one.
  private mutating func atom(_ member: String, _ other: String? = nil) -> Term {
    switch random.number(0...8) {
    case 0: .atom("s[\(member)] \(random.pick(["=", "!="])) \(phase())")
    case 1: .atom("\(random.pick(["", "!"]))p[\(member)]")
    case 2: .atom("g \(random.pick(["=", "!="])) \(phase())")
    case 3: .atom("\(random.pick(["", "!"]))b")
    case 4: .atom("s[link[\(member)]] = \(phase())")
    case 5: .atom("link[\(member)] \(random.pick(["=", "!="])) \(member)")
    case 6 where other != nil: .atom("\(member) \(random.pick(["=", "!="])) \(other ?? member)")
    case 7: .atom("at(\(phase())) \(random.pick(["=", ">", "<"])) \(random.number(0...2))")
    default: .atom("s[\(member)] = \(phase())")
    }
  }

  /// A condition about no member.
  private mutating func total() -> Term {
    let comparison = random.pick(["=", "<=", ">="])
    return switch random.number(0...5) {
    case 0: .atom("g = \(phase())")
    case 1: .atom("\(random.pick(["", "!"]))b")
    case 2: .atom("n \(comparison) \(random.number(0...3))")
    case 3: .atom("at(\(phase())) \(comparison) \(random.number(0...3))")
    case 4: .atom("n \(comparison) at(\(phase()))")
    default: .atom("flagged() \(comparison) \(random.pick(["n", "1", "2", "at(B)"]))")
    }
  }

  private func all(_ members: [String], _ body: Term) -> Term {
    members.reversed().reduce(body) { .quantified("forall", binding: "\($1): T", $0) }
  }

  private mutating func makeClaim() -> Term {
    switch random.number(0...9) {
    case 0: all(["t"], .binary("->", atom("t"), atom("t")))
    case 1: .atom("n = at(\(phase()))")
    case 2: .atom("at(\(phase())) <= \(random.number(1...3))")
    case 3:
      all(
        ["t", "u"], .binary("->", .atom("s[t] = \(phase()) & s[u] = \(phase())"), .atom("t = u")))
    case 4: .binary("->", total(), total())
    case 5: .binary("->", .quantified("exists", binding: "t: T", atom("t")), total())
    case 6: .binary("->", total(), all(["t"], atom("t")))
    case 7: .atom("at(\(phase())) + at(\(phase())) <= N")
    case 8:
      all(
        ["t", "u"],
        .binary("->", .binary("&", atom("t", "u"), atom("u", "t")), atom("t", "u")))
    default: .atom(random.chance(30) ? "at(A) + at(B) + at(D) = N" : "n <= \(random.number(1...3))")
    }
  }

  // MARK: Steps

  private mutating func step(_ member: String, _ other: String) -> Step {
    switch random.number(0...11) {
    case 0, 1, 2: set("s[\(member)]", phase())
    case 3:
      set(
        "p[\(member)]",
        random.pick(["true", "false", "b", "!p[\(member)]", "s[\(member)] = B"]))
    case 4: .branch([.init([.atom("n < N")], [set("n", "n + 1")])], otherwise: [])
    case 5: .branch([.init([.atom("n > 0")], [set("n", "n - 1")])], otherwise: [])
    case 6: set("g", phase())
    case 7: set("b", random.pick(["true", "false", "p[\(member)]", "!b"]))
    case 8: set("link[\(member)]", other)
    case 9: .loop(binding: "v: T", [change(of: "v", by: member)])
    case 10: set("n", "at(\(phase()))")
    default:
      .branch(
        [
          .init(
            [atom(member)],
            [
              set("s[\(member)]", phase()),
              set("p[\(member)]", random.pick(["true", "false"])),
            ])
        ], otherwise: [])
    }
  }

  /// What a loop does to every member.
  private mutating func change(of each: String, by member: String) -> Step {
    switch random.number(0...3) {
    case 0:
      .branch([.init([.atom("p[\(each)]")], [set("s[\(each)]", phase())])], otherwise: [])
    case 1:
      .branch(
        [.init([.atom("s[\(each)] = \(phase())")], [set("p[\(each)]", "!p[\(each)]")])],
        otherwise: [])
    case 2: set("link[\(each)]", member)
    default: set("p[\(each)]", "s[\(each)] = B")
    }
  }
}
