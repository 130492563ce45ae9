import Model

/// What can be said of a state, for some values of a scope's variables, in one of a few ways that
/// exclude each other.
///
/// A set of ways is a mask; way 0 is that a place has no value, where that can be.
struct Column {
  /// The kinds of ways.
  enum Shape {
    /// Each with a condition and its opposite.
    case choices([(text: String, opposite: String)])
    /// How much the left side exceeds the right one, which is 0 when it is nil: less than
    /// `least`, then each number up to `greatest`, then more.
    case difference(left: String, right: String?, least: Int64, greatest: Int64)
  }

  /// How the way comes from the quantities of these numbers.
  private enum Test {
    case value(Int)
    case definedness(Int)
    case equality(Int, Int)
    case difference(Int, Int?, least: Int64, greatest: Int64)
  }

  let shape: Shape
  let needs: [String]
  let variables: Set<Int>
  /// Whether it compares numbers.
  let isArithmetic: Bool
  private let test: Test
  /// The two sides of an equality.
  private var equals: [String] = []

  /// The number of ways, that without a value included.
  var count: Int {
    switch shape {
    case .choices(let choices): choices.count + 1
    case .difference(_, _, let least, let greatest): Int(greatest - least) + 4
    }
  }

  /// Whether each of its ways is a condition of its own.
  var isChoice: Bool { if case .choices = shape { true } else { false } }

  /// Whether it says that something is equal to this.
  func isEqual(to text: String) -> Bool { equals.contains(text) }

  /// Whether members are told apart by it when one is looked for: by a condition, or by comparing
  /// something of theirs with something else.
  var mayTellMembers: Bool { isChoice || variables.count == 2 }

  /// The way it is, given the values of the scope's quantities.
  func way(_ values: [Int64?]) -> UInt8 {
    switch test {
    case .value(let index): return values[index].map { UInt8($0) + 1 } ?? 0
    case .definedness(let index): return values[index] == nil ? 0 : 1
    case .equality(let first, let second):
      guard let one = values[first], let other = values[second] else { return 0 }
      return one == other ? 2 : 1
    case .difference(let first, let second, let least, let greatest):
      guard var difference = values[first] else { return 0 }
      if let second {
        guard let other = values[second] else { return 0 }
        difference -= other
      }
      return UInt8(min(max(difference, least - 1), greatest + 1) - least + 2)
    }
  }

  /// All ways that can be.
  var all: UInt64 { ((1 << UInt64(count)) - 1) & ~(needs.isEmpty ? 1 : 0) }

  /// That it is in one of some ways.
  func text(of mask: UInt64) -> String {
    let mask = mask & all
    let values = (1..<count).filter { mask & (1 << UInt64($0)) != 0 }
    let isUndefined = mask & 1 != 0
    let without = needs.map { "isundefined(\($0))" }.joined(separator: " | ")
    let with = needs.map { "!isundefined(\($0))" }.joined(separator: " & ")
    if mask == all { return "true" }
    if values.isEmpty { return isUndefined ? Self.grouped(without, needs.count) : "false" }
    if values.count == count - 1 { return Self.grouped(with, needs.count) }
    let parts = shape.parts(of: values, among: count)
    let rest = parts.texts.joined(separator: parts.isAny ? " | " : " & ")
    if needs.isEmpty { return Self.grouped(rest, parts.texts.count) }
    let isLoose = parts.texts.count > 1 && parts.isAny != isUndefined
    let inner = isLoose ? "(\(rest))" : rest
    return isUndefined ? "(\(without) | \(inner))" : "(\(with) & \(inner))"
  }

  private static func grouped(_ text: String, _ parts: Int) -> String {
    parts > 1 ? "(\(text))" : text
  }
}

extension Column.Shape {
  /// The ways as conditions of which any must hold, or all.
  fileprivate func parts(of values: [Int], among count: Int) -> (texts: [String], isAny: Bool) {
    switch self {
    case .choices(let choices):
      let others = (1..<count).filter { !values.contains($0) }
      return values.count <= others.count
        ? (values.map { choices[$0 - 1].text }, true)
        : (others.map { choices[$0 - 1].opposite }, false)
    case .difference(let left, let right, let least, _):
      return (
        Self.runs(of: values).map { run in
          let lower = run.lowerBound == 1 ? nil : least + Int64(run.lowerBound) - 2
          let upper = run.upperBound == count - 1 ? nil : least + Int64(run.upperBound) - 2
          return Self.comparison(left, right, lower, upper)
        }, true
      )
    }
  }

  /// Maximal runs of consecutive numbers.
  private static func runs(of values: [Int]) -> [ClosedRange<Int>] {
    values.reduce(into: []) { runs, value in
      if let last = runs.last, last.upperBound == value - 1 {
        runs[runs.count - 1] = last.lowerBound...value
      } else {
        runs.append(value...value)
      }
    }
  }

  private static func comparison(
    _ left: String, _ right: String?, _ lower: Int64?, _ upper: Int64?
  ) -> String {
    func compare(_ sign: String, _ by: Int64) -> String {
      guard let right else { return "\(left) \(sign) \(by)" }
      if by == 0 { return "\(left) \(sign) \(right)" }
      return by > 0 ? "\(left) \(sign) \(right) + \(by)" : "\(left) + \(-by) \(sign) \(right)"
    }
    switch (lower, upper) {
    case (let lower?, let upper?) where lower == upper: return compare("=", lower)
    case (let lower?, let upper?): return "(\(compare(">=", lower)) & \(compare("<=", upper)))"
    case (let lower?, nil): return lower == 1 ? compare(">", 0) : compare(">=", lower)
    case (nil, let upper?): return upper == -1 ? compare("<", 0) : compare("<=", upper)
    case (nil, nil): return "true"
    }
  }
}

extension Column {
  /// The value of an enumeration or truth value.
  init?(valueOf quantity: Quantity, at index: Int) {
    switch quantity.type.kind {
    case .boolean:
      let text = quantity.text
      shape = .choices([("!\(text)", text), (text, "!\(text)")])
    case .enumeration(let members):
      guard members.count < 60 else { return nil }
      shape = .choices(
        members.map { ("\(quantity.text) = \($0)", "\(quantity.text) != \($0)") })
    default: return nil
    }
    needs = quantity.needs
    variables = quantity.variables
    isArithmetic = false
    test = .value(index)
  }

  /// Whether a quantity has a value.
  init?(definedness quantity: Quantity, at index: Int) {
    guard !quantity.needs.isEmpty else { return nil }
    shape = .choices([("true", "false")])
    needs = quantity.needs
    variables = quantity.variables
    isArithmetic = false
    test = .definedness(index)
  }

  /// Whether two quantities are the same.
  init(equality left: Quantity, _ right: Quantity, at first: Int, _ second: Int) {
    let (one, other) = (left.text, right.text)
    let (apart, same) = ("\(one) != \(other)", "\(one) = \(other)")
    shape = .choices([(apart, same), (same, apart)])
    needs = left.needs + right.needs.filter { !left.needs.contains($0) }
    variables = left.variables.union(right.variables)
    isArithmetic = false
    test = .equality(first, second)
    equals = [one, other]
  }

  /// How much a number exceeds another one, or 0.
  init(difference left: Quantity, _ right: Quantity?, at first: Int, _ second: Int?) {
    let (least, greatest): (Int64, Int64) = right == nil ? (0, 1) : (-1, 1)
    shape = .difference(left: left.text, right: right?.text, least: least, greatest: greatest)
    needs = left.needs + (right?.needs ?? []).filter { !left.needs.contains($0) }
    variables = left.variables.union(right?.variables ?? [])
    isArithmetic = true
    test = .difference(first, second, least: least, greatest: greatest)
  }
}
