import Model

/// An inductive invariant, or a violation, found with reachable states at hand instead of frames.
///
/// What IC3 learns from frames, which of its clauses were guessed wrong, is learned here from
/// states: any cube without a state of the sample is excluded, as large as it can be made without a
/// question to a solver. What is left is to exclude states until the property is inductive, and
/// what excludes them as well. Where a state of the sample turns out to lead into an excluded cube,
/// the sample grows there and the cube is given up (teacher and learner as in Garg, Löding,
/// Madhusudan and Neider, "ICE", CAV 2014). Where the sample is all reachable states no guess is
/// wrong, and lemmas are as strong as they can be.
final class SampledStrengthening {
  typealias Outcome = PropertyDirectedReachability.Outcome

  /// How many lemmas share a switch: giving up one takes stating the others again.
  private static let batchSize = 16
  /// How many states are visited where the sample has turned out to be too small.
  private static let growth = 512

  private let relation: Relation
  private let sample: Sample
  private let onEvent: (EngineEvent) -> Void
  private let renamings: [Renaming]
  /// The lemmas by switch; those of switch 0 are none.
  private var batches: [[Cube]] = [[]]
  private var mistakes = 0
  /// How many guesses may be wrong: where more are, frames do better.
  private let mistakeLimit: Int

  /// - Parameter sample: has all initial states.
  init(
    _ relation: Relation, _ sample: Sample, mistakeLimit: Int,
    onEvent: @escaping (EngineEvent) -> Void
  ) {
    self.mistakeLimit = mistakeLimit
    self.relation = relation
    self.sample = sample
    self.onEvent = onEvent
    renamings = Renaming.all(of: relation.system.system)
  }

  private var top: Int { batches.count - 1 }

  /// Nil when too many guesses were wrong.
  func search() throws(Halt) -> Outcome? {
    if let (goal, first) = try relation.initialBreach() {
      return .violation(goal, Behaviour(first: first, firings: []))
    }
    while mistakes <= mistakeLimit {
      if let violation = try strengthen() { return violation }
      if try isInductive() { return .invariant(batches.flatMap { $0 }) }
    }
    return nil
  }

  /// Goes on without a claim. The lemmas are guesses as before.
  func forget(_ claim: ClaimIndex) throws(Halt) {
    try relation.forget(claim)
    let lemmas = batches.flatMap { $0 }
    batches = [[]]
    lemmas.forEach(add)
  }

  /// Excludes states until no step breaks the property.
  private func strengthen() throws(Halt) -> Outcome? {
    while let witness = try relation.breach(of: 1, top: top), let goal = witness.goal {
      let cube = try relation.lift(witness, to: nil)
      if let number = sample.first(in: cube) {
        var behaviour = sample.behaviour(to: number)
        behaviour.firings.append(relation.firing(of: witness))
        return .violation(goal, behaviour)
      }
      exclude(cube)
    }
    return nil
  }

  /// Excludes states until no step leads from outside of a lemma into it; false when some lemmas
  /// were given up on the way, which others may have needed.
  private func isInductive() throws(Halt) -> Bool {
    let known = mistakes
    var batch = 1
    while batch < batches.count {
      var place = 0
      while place < batches[batch].count, mistakes <= mistakeLimit {
        if try keep(batches[batch][place]) { place += 1 }
      }
      batch += 1
    }
    return mistakes == known
  }

  /// Excludes what leads into a lemma; false when a reachable state does.
  private func keep(_ lemma: Cube) throws(Halt) -> Bool {
    var settled: Set<Int> = []
    while case .yes(let witness) = try relation.predecessor(
      of: lemma, at: 2, top: top, settled: &settled)
    {
      let cube = try relation.lift(witness, to: lemma)
      if let number = sample.first(in: cube) {
        mistakes += 1
        let first = sample.count
        sample.grow(from: number, by: relation.firing(of: witness), upTo: Self.growth)
        guard sample.count > first else {
          throw .failed(.disagreement("a reachable state leads into a lemma, and does not"))
        }
        giveUp(excluding: first)
        return false
      }
      exclude(cube)
    }
    return true
  }

  /// Gives up the lemmas that exclude states of the sample from a number on.
  private func giveUp(excluding first: Int) {
    let states = (first..<sample.count).map(sample.state)
    for batch in batches.indices {
      let kept = batches[batch].filter { lemma in !states.contains(where: lemma.contains) }
      if kept.count == batches[batch].count { continue }
      batches[batch] = kept
      relation.renew(batch)
      for lemma in kept { relation.exclude(lemma, upTo: batch) }
    }
  }

  private func exclude(_ cube: Cube) {
    let cube = enlarged(cube)
    for image in [cube] + renamings.map({ $0.image(of: cube) })
    where sample.first(in: image) == nil
      && !batches.contains(where: { $0.contains { $0.includes(image) } })
    {
      add(image)
    }
    let count = batches.reduce(0) { $0 + $1.count }
    onEvent(
      .proving("IC3: \(count) lemmas, \(mistakes) given up, states", depth: sample.count))
  }

  private func add(_ lemma: Cube) {
    if top == 0 || batches[top].count >= Self.batchSize { batches.append([]) }
    batches[top].append(lemma)
    relation.exclude(lemma, upTo: top)
  }

  /// A greatest cube around another that has no state of the sample: literals are dropped, and the
  /// rest are made to say less. Of the cubes that different orders lead to it is the one that has most
  /// states; in the first order those are dropped first that lemmas have spoken of least.
  private func enlarged(_ cube: Cube) -> Cube {
    let useful = relation.lessUsefulFirst(cube.literals)
    let orders = [useful, useful.reversed(), cube.literals, cube.literals.reversed()]
    let cubes = orders.map(enlarged).map { (cube: $0, share: relation.domains.share(of: $0)) }
    return cubes.max { $0.share < $1.share }!.cube
  }

  /// The same in one order: literals are dropped from the first on.
  private func enlarged(_ literals: [Cube.Literal]) -> Cube {
    let domains = relation.domains
    let literals = sample.table.core(of: literals)
    let atoms = domains.atoms(of: Cube(literals))
    let parts = atoms.map { domains.cube([$0]).literals[0] }
    let needed = Set(sample.table.core(of: parts))
    return domains.cube(ofUnordered: zip(atoms, parts).filter { needed.contains($1) }.map(\.0))
  }
}
