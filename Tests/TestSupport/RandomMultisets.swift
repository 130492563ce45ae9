/// Small specifications with unions and multisets, the same for the same seed.
///
/// Everything is bounded by the sizes of the multisets, so that they have few states. CMurphi
/// reads them too.
package struct RandomMultisets {
  private var random: SplitMix64
  private let element: Element
  private let size: Int
  private var lines: [String] = []

  /// What the multisets hold.
  private enum Element: CaseIterable {
    case record, union, number
  }

  /// The text of the specification of a seed.
  package static func text(seed: UInt64) -> String {
    var generator = RandomMultisets(SplitMix64(seed: seed))
    return generator.text()
  }

  private init(_ random: SplitMix64) {
    var random = random
    element = random.pick(Element.allCases)
    size = random.number(1...3)
    self.random = random
  }

  private mutating func text() -> String {
    lines = [
      "-- pinproof: deadlock off",
      "type P: scalarset(2); E: enum { e0, e1 }; U: union { P, E }; N: 0..2;",
      "  Item: \(type);",
      "  Bag: multiset [\(size)] of Item;",
      "var one: Bag; many: array [P] of Bag; last: U; steps: N;",
      "startstate begin",
      "  \(random.pick(["clear", "undefine"])) one; undefine many; \(random.pick(defaults)) steps := 0;",
      "end;",
    ]
    for number in 0..<random.number(3...5) { addRule("r\(number)") }
    for number in 0..<random.number(1...2) { addInvariant("i\(number)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var type: String {
    switch element {
    case .record: "record u: U; n: N; end"
    case .union: "U"
    case .number: "N"
    }
  }

  private let defaults = ["undefine last;", "last := e0;", "clear last;"]

  // MARK: Rules

  /// A rule for each member `p`, which adds to, takes from or changes one of the multisets.
  private mutating func addRule(_ name: String) {
    let bag = random.pick(["one", "many[p]"])
    let body: String
    var (opener, closer, guardCondition) = ("", "", "steps < 2 & \(count(in: bag)) < \(size)")
    if random.chance(33) { guardCondition = "steps < 2" }
    switch random.number(0...4) {
    case 0, 1: body = "\(item("item")) multisetadd(item, \(bag)); steps := steps + 1;"
    case 2:
      (opener, closer) = ("choose i: \(bag) do ", " endchoose;")
      guardCondition = condition(on: "\(bag)[i]")
      body = random.pick([
        "multisetremove(i, \(bag));",
        "item := \(bag)[i]; multisetremove(i, \(bag)); "
          + "multisetadd(item, \(random.pick(["one", "many[p]"])));",
      ])
    case 3:
      (opener, closer) = ("choose i: \(bag) do ", " endchoose;")
      guardCondition = condition(on: "\(bag)[i]")
      body = change(of: "\(bag)[i]")
    default:
      guardCondition = "\(count(in: bag)) > 0"
      body = "multisetremovepred(j: \(bag), \(condition(on: "\(bag)[j]")));"
    }
    lines.append("ruleset p: P do \(opener)")
    lines.append("  rule \"\(name)\" \(guardCondition) ==>")
    lines.append("  var item: Item; begin undefine item; \(body) end;")
    lines.append("\(closer) endruleset;")
  }

  /// Statements that give a variable some value.
  private mutating func item(_ name: String) -> String {
    switch element {
    case .record:
      "\(name).u := \(member());"
        + (random.chance(33) ? "" : " \(name).n := \(random.number(0...2));")
    case .union: "\(name) := \(member());"
    case .number: "\(name) := \(random.number(0...2));"
    }
  }

  private mutating func member() -> String { random.pick(["p", "e0", "e1"]) }

  private mutating func change(of place: String) -> String {
    switch element {
    case .record:
      random.pick(["last := \(place).u;", "\(place).u := \(member());", "undefine \(place).n;"])
    case .union: random.pick(["last := \(place);", "\(place) := \(member());"])
    case .number: "\(place) := 2 - \(place);"
    }
  }

  // MARK: Conditions

  private mutating func condition(on place: String) -> String {
    switch element {
    case .record:
      random.pick([
        "\(place).u = \(member())", "ismember(\(place).u, P)", "isundefined(\(place).n)",
        "!isundefined(\(place).n) & \(place).n != 1", "\(place).u != last", "true",
      ])
    case .union:
      random.pick([
        "\(place) = \(member())", "ismember(\(place), E)", "\(place) != last", "true",
      ])
    case .number: random.pick(["\(place) = 1", "\(place) > 0", "true"])
    }
  }

  private mutating func count(in bag: String) -> String {
    "multisetcount(k: \(bag), \(random.chance(33) ? condition(on: "\(bag)[k]") : "true"))"
  }

  private mutating func addInvariant(_ name: String) {
    let bound = random.number(1...size)
    lines.append(
      "invariant \"\(name)\" forall p: P do \(count(in: "many[p]")) <= \(bound)"
        + " | \(count(in: "one")) < \(bound) end;")
  }
}
