import Model

/// What an inductive invariant is made of, and what each rule needs of it.
struct Grounds {
  /// Conjuncts that suffice for something.
  struct Premises {
    var claims: Set<ClaimIndex> = []
    /// Lemmas by their numbers.
    var lemmas: Set<Int> = []

    mutating func add(_ others: Premises) {
      claims.formUnion(others.claims)
      lemmas.formUnion(others.lemmas)
    }
  }

  /// What it takes for a rule to keep the invariant.
  struct Needs {
    /// To break no claim.
    var claims = Premises()
    /// To keep each lemma, by its number.
    var lemmas: [Int: Premises] = [:]
  }

  /// The lemmas that it takes besides the claims.
  let lemmas: [Cube]
  /// For each rule what it needs; nil where that has not been asked.
  var needs: [RuleIndex: Needs]?
}

extension Relation {
  /// Those of the lemmas of an inductive invariant that the property needs, those that these need
  /// in turn, and that the cells in them are defined; all, where there are too many to read.
  func grounds(of cubes: [Cube]) throws(Halt) -> Grounds {
    let lemmas = defined.map { Cube([.among(cell: $0, contents: [nil])]) } + cubes
    if lemmas.count > Conjunct.readableCount { return Grounds(lemmas: lemmas) }
    var search = GroundsSearch(self, lemmas)
    return try search.grounds()
  }
}

/// The search for the lemmas that a property needs.
private struct GroundsSearch {
  private let relation: Relation
  private let lemmas: [Cube]
  private let judges: [LemmaJudge]
  private var needs: [RuleIndex: Grounds.Needs] = [:]
  private var needed: Set<Int> = []
  private var open: [Int] = []

  init(_ relation: Relation, _ lemmas: [Cube]) {
    (self.relation, self.lemmas) = (relation, lemmas)
    judges = relation.rules.map {
      LemmaJudge($0, of: relation.system, assuming: relation.goals, lemmas)
    }
  }

  mutating func grounds() throws(Halt) -> Grounds {
    try keepClaims()
    while let next = open.popLast() {
      if let limit = relation.limits.interruption() { throw .gaveUp(.limit(limit)) }
      try keep(next)
    }
    let kept = needed.sorted()
    // That conditions have values is assumed by all rules, and no conjunct by itself.
    let isPlain = !relation.goals.contains(where: \.goal.isEvaluation)
    return Grounds(
      lemmas: kept.map { lemmas[$0] },
      needs: isPlain ? needs.mapValues { $0.renumbered(by: kept) } : nil)
  }

  private mutating func keepClaims() throws(Halt) {
    for (judge, solver) in zip(judges, relation.rules) {
      // What the move does not touch it keeps as it is.
      var premises = Grounds.Premises(claims: Set(solver.untouched.map(\.claim)))
      for breach in solver.breaches {
        premises.add(
          try require { judge.premises(against: breach.condition, preferring: $0, limit: $1) })
      }
      needs[judge.rule, default: Grounds.Needs()].claims.add(premises)
    }
  }

  private mutating func keep(_ lemma: Int) throws(Halt) {
    for judge in judges {
      let premises = try require {
        judge.premises(keeping: lemma, preferring: $0, limit: $1)
      }
      needs[judge.rule, default: Grounds.Needs()].lemmas[lemma, default: Grounds.Premises()]
        .add(premises)
    }
    for cell in lemmas[lemma].literals.map(\.cell) {
      if let number = relation.defined.firstIndex(of: cell) { require(number) }
    }
  }

  private mutating func require(_ lemma: Int) {
    if needed.insert(lemma).inserted { open.append(lemma) }
  }

  /// What suffices for an answer of no, which is needed from now on.
  ///
  /// - Parameter question: is given what is needed anyway, and a limit.
  private mutating func require(
    _ question: (Set<Int>, Int) -> (SatSolver.Answer, Grounds.Premises)
  ) throws(Halt) -> Grounds.Premises {
    let known = needed
    let (answer, premises) = try relation.ask { question(known, $0) }
    guard answer == .unsatisfiable else {
      throw .failed(.disagreement("an invariant is not inductive"))
    }
    for lemma in premises.lemmas.sorted() { require(lemma) }
    return premises
  }
}

extension Grounds.Needs {
  /// The same where only some lemmas are kept, those that are needed, in this order.
  fileprivate func renumbered(by kept: [Int]) -> Grounds.Needs {
    let numbers = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    func renumbered(_ premises: Grounds.Premises) -> Grounds.Premises {
      Grounds.Premises(
        claims: premises.claims, lemmas: Set(premises.lemmas.map { numbers[$0]! }))
    }
    return Grounds.Needs(
      claims: renumbered(claims),
      lemmas: Dictionary(
        uniqueKeysWithValues: lemmas.map { (numbers[$0]!, renumbered($1)) }))
  }
}
