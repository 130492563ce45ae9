import Model

/// A number of a state that may take part in linear relations.
struct Summand {
  /// How it is written.
  enum Form {
    case text(String)
    /// How many members satisfy a condition on one column in some ways, and a fixed further one.
    case count(group: Int, ways: UInt64)
  }

  let form: Form
  let value: (State, [Int64]) -> Int64
}

/// Members of a type that are counted by the way of a column, for each value of a scope's variable.
struct CountGroup {
  let member: Variable
  let parameter: Variable?
  let column: Column
  /// What else must be so of the member.
  let condition: Column?
  let conditionWays: UInt64

  /// How many members there are of each way, for a value of the parameter.
  func counts(in state: State, _ outer: [Int64]) -> [Int] {
    var counts = [Int](repeating: 0, count: column.count)
    for value in member.type.lower...member.type.upper {
      let members = [value] + outer
      if let condition, conditionWays & (1 << UInt64(condition.way(state, members))) == 0 {
        continue
      }
      counts[column.way(state, members)] += 1
    }
    return counts
  }

  func text(of ways: UInt64) -> String {
    let own = column.text(of: ways)
    return condition.map { "\($0.text(of: conditionWays)) & \(own)" } ?? own
  }
}

/// Linear relations between numbers and counts, that hold in every state that was seen.
struct Counting {
  /// A sum that is 0, or at most 0.
  struct Relation: Hashable {
    let terms: [Int: Int]
    let isEquation: Bool
  }

  let parameter: Variable?
  private(set) var groups: [CountGroup] = []
  private(set) var summands: [Summand] = []
  /// The first summands that are neither counts nor constants.
  private var firstNumber = 0
  private var matrix: Set<[Int]> = []
  private(set) var relations: [Relation] = []

  /// The largest factor of a relation that is worth a try, and the most terms.
  private static let (largestFactor, mostTerms) = (2, 12)

  /// - Parameters:
  ///   - outer: the scope whose variable, if any, relations are about.
  ///   - inner: scopes with one variable more in front, whose members are counted.
  init(_ outer: Scope, _ inner: [Scope], symbolic: [(name: String, value: Int64)]) {
    parameter = outer.variables.first
    summands = [Summand(form: .text("1")) { _, _ in 1 }]
    summands += symbolic.map { constant in
      Summand(form: .text(constant.name)) { _, _ in constant.value }
    }
    for column in outer.columns where column.variables.count == outer.variables.count {
      addIndicators(of: column)
    }
    for scope in inner { addCounts(of: scope) }
    firstNumber = summands.count
    for quantity in outer.quantities
    where quantity.type.kind == .range && quantity.needs.isEmpty && !quantity.isConstant
      && quantity.variables.count == outer.variables.count
      && quantity.text != outer.variables.first?.name
    {
      summands.append(
        Summand(form: .text(quantity.text)) { quantity.value($0, $1) ?? 0 })
    }
  }

  private mutating func addIndicators(of column: Column) {
    guard case .choices(let choices) = column.shape, column.needs.isEmpty else { return }
    for way in choices.indices.dropFirst() {
      summands.append(
        Summand(form: .text("(\(choices[way].text) ? 1 : 0)")) { state, members in
          column.way(state, members) == way + 1 ? 1 : 0
        })
    }
  }

  private mutating func addCounts(of scope: Scope) {
    let about = scope.columns.filter { column in
      guard case .choices = column.shape else { return false }
      return column.variables.contains(0)
    }
    let links = about.filter { $0.variables.count == 2 }
    for column in about {
      if column.variables.count == scope.variables.count {
        addGroup(column, nil, scope)
      } else {
        for link in links where link.count == 3 && !link.needs.isEmpty {
          addGroup(column, link, scope)
        }
      }
    }
  }

  private mutating func addGroup(_ column: Column, _ link: Column?, _ scope: Scope) {
    let group = CountGroup(
      member: scope.variables[0], parameter: parameter, column: column, condition: link,
      conditionWays: 1 << 2)
    let number = groups.count
    groups.append(group)
    for way in 0..<column.count where column.all & (1 << UInt64(way)) != 0 {
      summands.append(
        Summand(form: .count(group: number, ways: 1 << UInt64(way))) { state, outer in
          Int64(group.counts(in: state, outer)[way])
        })
    }
  }

  // MARK: Observation

  mutating func add(_ states: [State], _ choices: [[Int64]]) {
    for state in states {
      for members in choices { matrix.insert(row(of: state, members)) }
    }
  }

  mutating func add(_ other: Counting) { matrix.formUnion(other.matrix) }

  /// Takes over the relations that the same summands of another instance have.
  mutating func take(_ other: Counting) {
    relations = other.relations
    matrix = []
  }

  private func row(of state: State, _ members: [Int64]) -> [Int] {
    let totals = groups.map { $0.counts(in: state, members) }
    return summands.map { summand in
      if case .count(let group, let ways) = summand.form {
        return totals[group][ways.trailingZeroBitCount]
      }
      return Int(summand.value(state, members))
    }
  }

  /// Whether a state satisfies a relation.
  func holds(_ relation: Relation, in state: State, _ choices: [[Int64]]) -> Bool {
    choices.allSatisfy { members in
      let sum = relation.terms.reduce(0) { sum, term in
        sum + term.value * Int(summands[term.key].value(state, members))
      }
      return relation.isEquation ? sum == 0 : sum <= 0
    }
  }

  // MARK: Relations

  /// Finds the relations of all that was seen.
  mutating func relate() {
    let rows = matrix.sorted { $0.lexicographicallyPrecedes($1) }
    var hull = AffineHull(width: summands.count)
    for row in rows { hull.add(row) }
    let equations = hull.equations.compactMap { equation -> Relation? in
      // Of counts alone there are many that say little.
      guard equation.column >= firstNumber,
        equation.terms.allSatisfy({ abs($0.factor) <= Self.largestFactor }),
        equation.terms.count <= Self.mostTerms
      else { return nil }
      var terms = [equation.column: 1]
      for term in equation.terms { terms[term.column] = -term.factor }
      return Relation(terms: terms, isEquation: true)
    }
    relations = equations.sorted { $0.terms.count < $1.terms.count } + inequalities(rows)
    matrix = []
  }

  /// Counts that a number is never below, and counts that fit in above it.
  private func inequalities(_ rows: [[Int]]) -> [Relation] {
    let counts = summands.indices.filter {
      if case .count = summands[$0].form { true } else { false }
    }
    let numbers = summands.indices.filter { $0 >= firstNumber }
    let constants = summands.indices.filter { $0 > 0 && $0 < firstNumber && !counts.contains($0) }
    let sizes = constants.filter { constant in
      if case .text(let text) = summands[constant].form { return !text.hasPrefix("(") }
      return false
    }
    var found: [Relation] = []
    for number in numbers {
      for count in counts {
        let below = Relation(terms: [count: 1, number: -1], isEquation: false)
        var above = [count: 1, number: 1]
        for size in sizes { above[size] = -1 }
        found += [below, Relation(terms: above, isEquation: false)]
      }
    }
    return found.filter { relation in
      rows.allSatisfy { row in relation.terms.reduce(0) { $0 + $1.value * row[$1.key] } <= 0 }
    }
  }
}

// MARK: Text

extension Counting {
  /// A relation in Murphi; what it counts is counted by functions that `function` names.
  func text(of relation: Relation, function: (CountGroup, UInt64) -> String) -> String {
    var sides: [[String]] = [[], []]
    for side in [0, 1] {
      let terms = relation.terms.filter { ($0.value > 0) == (side == 0) }
        .map { (summand: $0.key, factor: abs($0.value)) }.sorted { $0.summand < $1.summand }
      var counts: [(group: Int, factor: Int, ways: UInt64)] = []
      for term in terms {
        switch summands[term.summand].form {
        case .text("1"): sides[side].append(String(term.factor))
        case .text(let text):
          sides[side].append(term.factor == 1 ? text : "\(term.factor) * \(text)")
        case .count(let group, let ways):
          let known = counts.firstIndex { $0.group == group && $0.factor == term.factor }
          if let known { counts[known].ways |= ways } else {
            counts.append((group, term.factor, ways))
          }
        }
      }
      for count in counts {
        let name = function(groups[count.group], count.ways)
        let call = "\(name)(\(parameter?.name ?? ""))"
        sides[side].append(count.factor == 1 ? call : "\(count.factor) * \(call)")
      }
      if sides[side].isEmpty { sides[side] = ["0"] }
    }
    let (left, right) = (
      sides[0].joined(separator: " + "), sides[1].joined(separator: " + ")
    )
    let text = "\(left) \(relation.isEquation ? "=" : "<=") \(right)"
    guard let parameter else { return text }
    return "forall \(parameter.name): \(parameter.type.name ?? "") do \(text) end"
  }
}
