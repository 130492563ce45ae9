import Z3

/// Turns formulas into gates.
struct CircuitBuilder {
  let circuit: Circuit
  private let context: Context
  private var literals: [Term: Literal] = [:]
  private var names = 0

  init(_ circuit: Circuit, in context: Context) {
    self.circuit = circuit
    self.context = context
  }

  /// Fresh inputs, and the bit-vector that they are.
  mutating func inputs(width: Int) -> (bits: [Literal], term: Term) {
    let truths = (0..<width).map { _ in freshName() }
    let bits = truths.map { truth in
      let literal = circuit.input()
      literals[truth] = literal
      return literal
    }
    return (bits, context.bits(truths))
  }

  /// The gates of Boolean terms over such bit-vectors; nil when Z3 does not answer.
  mutating func literals(of terms: [Term]) -> [Literal]? {
    let open = terms.filter { $0.truth == nil && literals[$0] == nil }
    if !open.isEmpty {
      let names = open.map { _ in freshName() }
      guard let formulas = context.bitBlasted(zip(names, open).map { $0.equals($1) }) else {
        return nil
      }
      let positions = Dictionary(uniqueKeysWithValues: zip(names, open))
      var defined = 0
      for formula in formulas { defined += define(by: formula, positions) }
      precondition(defined == open.count, "every name is defined once")
    }
    return terms.map { term in
      term.truth.map { $0 ? Circuit.yes : Circuit.no } ?? literals[term]!
    }
  }

  /// Takes a formula, which says what some names stand for, apart; gives the number of names.
  private mutating func define(by formula: Term, _ terms: [Term: Term]) -> Int {
    if formula.truth == true { return 0 }
    if case .conjunction(let parts) = formula.shape {
      var count = 0
      for part in parts { count += define(by: part, terms) }
      return count
    }
    if let (name, isNegated) = name(formula, terms) {
      literals[terms[name]!] = isNegated ? Circuit.no : Circuit.yes
      return 1
    }
    var (inner, isNegated) = (formula, false)
    if case .negation(let part) = formula.shape { (inner, isNegated) = (part, true) }
    guard case .equality(let left, let right) = inner.shape else {
      preconditionFailure("a definition is an equality: \(formula)")
    }
    for (side, other) in [(left, right), (right, left)] {
      guard let (name, isOpposite) = name(side, terms) else { continue }
      let value = literal(of: other)
      literals[terms[name]!] = isNegated != isOpposite ? !value : value
      return 1
    }
    preconditionFailure("a definition has a name: \(formula)")
  }

  private func name(_ formula: Term, _ terms: [Term: Term]) -> (Term, isNegated: Bool)? {
    if terms[formula] != nil { return (formula, false) }
    if case .negation(let inner) = formula.shape, terms[inner] != nil { return (inner, true) }
    return nil
  }

  private mutating func freshName() -> Term {
    names += 1
    return context.constant("bit \(names)", .boolean)
  }

  private mutating func literal(of root: Term) -> Literal {
    var pending = [root]
    while let term = pending.last {
      if literals[term] != nil {
        pending.removeLast()
        continue
      }
      let open = parts(of: term).filter { literals[$0] == nil }
      if open.isEmpty { literals[term] = gate(of: term) } else { pending += open }
    }
    return literals[root]!
  }

  private func parts(of term: Term) -> [Term] {
    switch term.shape {
    case .conjunction(let parts), .disjunction(let parts): parts
    case .negation(let part): [part]
    case .equality(let left, let right), .exclusion(let left, let right),
      .implication(let left, let right):
      [left, right]
    case .choice(let condition, let yes, let no): [condition, yes, no]
    case .sum, .difference, .other: []
    }
  }

  /// The gate of a term whose parts have theirs.
  private func gate(of term: Term) -> Literal {
    if let truth = term.truth { return truth ? Circuit.yes : Circuit.no }
    let inputs = parts(of: term).map { literals[$0]! }
    switch term.shape {
    case .conjunction: return circuit.all(inputs)
    case .disjunction: return circuit.any(inputs)
    case .negation: return !inputs[0]
    case .equality: return circuit.equal(inputs[0], inputs[1])
    case .exclusion: return !circuit.equal(inputs[0], inputs[1])
    case .implication: return circuit.any([!inputs[0], inputs[1]])
    case .choice: return circuit.choice(inputs[0], inputs[1], inputs[2])
    case .sum, .difference, .other: return circuit.input()
    }
  }
}
