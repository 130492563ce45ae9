import Model

/// IC3: an inductive invariant that implies a property, or a behaviour that breaks it.
///
/// A sequence of frames over-approximates what is reachable in 0, 1, 2, ... steps, every frame
/// within the property. A state of the last frame from which a step breaks the property must be
/// excluded: by a clause that is inductive relative to the frame before, and if there is none,
/// by excluding first the state that leads into it. When two neighbouring frames become equal they
/// are the invariant (Bradley, VMCAI 2011). Frames are delta-encoded, obligations wait in a queue
/// and are taken up again in later frames, and states are enlarged to cubes by unsatisfiable cores
/// (Eén, Mishchenko and Brayton, FMCAD 2011). What stands in the way of a shorter clause is tried to
/// be excluded as well (Hassan, Bradley and Somenzi, FMCAD 2013), and a sample of reachable states
/// says at once which clauses are wrong.
///
/// Literals are not bits but what a person says of a cell: that it holds this, or at least that.
/// Clauses are then shorter, and can be read; what is lost, clauses over single bits of wide words,
/// says little of a protocol. A k-induction that strengthens the property needs no frames, but
/// fails where the property says too little; that is what the clauses add.
final class PropertyDirectedReachability {
  enum Outcome {
    /// Cubes whose complements, with the property, are inductive.
    case invariant([Cube])
    case violation(Goal, Behaviour)
    /// No step out of this frame breaks the property.
    case bounded(depth: Int)
  }

  /// How much work may be done in all, in propagations: what takes more has lemmas of another kind.
  private static let effort = 2_000_000_000
  /// How many states that stand in the way of one clause are tried to be excluded, and how deep
  /// what stands in the way of that is followed.
  private static let (obstacleLimit, obstacleDepth) = (3, 1)

  let relation: Relation
  private(set) var frames = Frames()
  private let sample: Sample
  private var obligationCount = 0
  private let renamings: [Renaming]
  private let limits: Limits
  private let onEvent: (EngineEvent) -> Void

  init(
    _ relation: Relation, _ sample: Sample, limits: Limits, onEvent: @escaping (EngineEvent) -> Void
  ) {
    self.relation = relation
    self.sample = sample
    renamings = Renaming.all(of: relation.system.system)
    self.limits = limits
    self.onEvent = onEvent
  }

  func search() throws(Halt) -> Outcome {
    if let (goal, first) = try relation.initialBreach() {
      return .violation(goal, Behaviour(first: first, firings: []))
    }
    while true {
      if let violation = try strengthen() { return violation }
      if frames.top >= limits.maxDepth ?? .max { return .bounded(depth: frames.top) }
      if let invariant = try propagate() { return .invariant(invariant) }
    }
  }

  /// Goes on without a claim. What was excluded was inductive relative to frames within it, and is
  /// shown again, frame by frame; that takes no obligations.
  func forget(_ claim: ClaimIndex) throws(Halt) {
    try relation.forget(claim)
    let lemmas = frames.excluded(from: 1)
    frames = Frames()
    for lemma in lemmas { exclude(lemma, upTo: 1) }
  }

  /// Excludes states from the last frame until no step out of it breaks the property.
  private func strengthen() throws(Halt) -> Outcome? {
    while let witness = try relation.breach(of: frames.top, top: frames.top),
      let goal = witness.goal
    {
      let cube = try relation.lift(witness, to: nil)
      let obligation = Obligation(
        cube, level: frames.top, firing: relation.firing(of: witness), next: nil, goal: goal)
      if let violation = try block(obligation) { return violation }
    }
    return nil
  }

  /// Excludes a cube from its frame, and first what leads into it from frames before.
  private func block(_ first: Obligation) throws(Halt) -> Outcome? {
    if let violation = try violation(from: first) { return violation }
    var open = Obligations()
    open.push(first)
    while let obligation = open.pop() {
      try note()
      if frames.excludes(obligation.cube, from: obligation.level) {
        if obligation.level < frames.top { open.push(obligation.at(obligation.level + 1)) }
        continue
      }
      switch try predecessor(of: obligation.cube, at: obligation.level) {
      case .no(let core):
        let level = try learn(obligation.cube, core, at: obligation.level)
        if level < frames.top { open.push(obligation.at(level + 1)) }
      case .yes(let witness):
        let cube = try relation.lift(witness, to: obligation.cube)
        let earlier = Obligation(
          cube, level: obligation.level - 1, firing: relation.firing(of: witness),
          next: obligation, goal: obligation.goal)
        if let violation = try violation(from: earlier) { return violation }
        open.push(earlier)
        open.push(obligation)
      }
    }
    return nil
  }

  /// The violation that there is when a cube has a state that is known to be reachable.
  private func violation(from obligation: Obligation) throws(Halt) -> Outcome? {
    if case .yes(let first) = try relation.initialState(in: obligation.cube) {
      let behaviour = Behaviour(first: first, firings: obligation.firings)
      return .violation(obligation.goal, behaviour)
    }
    guard let number = sample.first(in: obligation.cube) else { return nil }
    var behaviour = sample.behaviour(to: number)
    behaviour.firings += obligation.firings
    return .violation(obligation.goal, behaviour)
  }

  /// Generalises a cube and excludes it as far as it can be; gives the last such frame.
  private func learn(_ cube: Cube, _ core: Cube, at level: Int, depth: Int = 0) throws(Halt) -> Int
  {
    var cube = try generalise(try apart(core, of: cube), at: level, depth)
    var level = level
    while level < frames.top, case .no(let core) = try predecessor(of: cube, at: level + 1) {
      cube = try apart(core, of: cube)
      level += 1
    }
    exclude(cube, upTo: level)
    for image in renamings.map({ $0.image(of: cube) })
    where !frames.excludes(image, from: level) {
      try excludeIfInductive(image, upTo: level)
    }
    return level
  }

  /// Excludes a cube that resembles one that was, if the same can be shown of it.
  private func excludeIfInductive(_ cube: Cube, upTo level: Int) throws(Halt) {
    guard try !isReachable(cube), case .no = try predecessor(of: cube, at: level) else { return }
    exclude(cube, upTo: level)
  }

  private func exclude(_ cube: Cube, upTo level: Int) {
    frames.exclude(cube, upTo: level)
    relation.exclude(cube, upTo: level)
  }

  /// Moves every lemma to the greatest frame in which it holds; gives the invariant once a frame
  /// equals the next.
  private func propagate() throws(Halt) -> [Cube]? {
    frames.extend()
    for level in 1..<frames.top {
      for cube in frames.cubes[level] where !frames.excludes(cube, from: level + 1) {
        if case .no(let core) = try predecessor(of: cube, at: level + 1) {
          exclude(try apart(core, of: cube), upTo: level + 1)
        }
      }
      if frames.cubes[level].isEmpty { return frames.excluded(from: level + 1) }
    }
    return nil
  }

  private func predecessor(of cube: Cube, at level: Int) throws(Halt)
    -> Relation.Answer<Relation.Witness>
  {
    try relation.predecessor(of: cube, at: level, top: frames.top)
  }

  /// Whether a cube has a state that is known to be reachable.
  private func isReachable(_ cube: Cube) throws(Halt) -> Bool {
    if sample.first(in: cube) != nil { return true }
    if case .yes = try relation.initialState(in: cube) { return true }
    return false
  }

  /// Adds literals of a cube, which has no reachable state, to a part of it until that has none
  /// either, as far as is known.
  private func apart(_ part: Cube, of cube: Cube) throws(Halt) -> Cube {
    var part = part
    if case .yes = try relation.initialState(in: part) {
      guard case .no(let needed) = try relation.initialState(in: cube) else {
        throw .failed(.disagreement("a cube without initial states has one"))
      }
      part = relation.domains.meet(part, needed)
    }
    while let number = sample.first(in: part) {
      guard let needed = relation.domains.atom(of: cube, against: sample.state(number)) else {
        throw .failed(.disagreement("a cube without reachable states has one"))
      }
      part = relation.domains.meet(part, needed)
    }
    return part
  }

  private func note() throws(Halt) {
    obligationCount += 1
    if obligationCount % 64 == 0, relation.effort > Self.effort {
      throw .gaveUp(.bounded(depth: frames.top - 1))
    }
    onEvent(
      .proving(
        "IC3: \(frames.count) lemmas, \(obligationCount) obligations, frame", depth: frames.top))
  }
}

// Generalisation.
extension PropertyDirectedReachability {
  /// A cube of fewer literals that still has no reachable state and into which no step leads from
  /// the frame before: literals are dropped one by one, each time with all others that the answer
  /// did not need, those first that earlier lemmas have not needed either. Then those that are left
  /// are made to say less.
  private func generalise(_ cube: Cube, at level: Int, _ depth: Int) throws(Halt) -> Cube {
    var cube = cube
    for literal in relation.lessUsefulFirst(cube.literals) where cube.literals.contains(literal) {
      if cube.literals.count == 1 { break }
      if let smaller = try down(cube.without(literal), at: level, depth) { cube = smaller }
    }
    for atom in relation.domains.atoms(of: cube) {
      guard let wider = relation.domains.widened(cube, by: atom), try !isReachable(wider) else {
        continue
      }
      if case .no(let core) = try predecessor(of: wider, at: level) {
        cube = try apart(core, of: wider)
      }
    }
    return cube
  }

  /// Shrinks a cube until it is inductive relative to the frame before. A state that leads into it
  /// from outside is excluded as well, if that can be shown of it; otherwise it takes the literals
  /// along that it does not satisfy. Nil when a reachable state stands in the way.
  private func down(_ start: Cube, at level: Int, _ depth: Int) throws(Halt) -> Cube? {
    var cube = start
    var (joins, obstacles) = (0, 0)
    while joins < 2 {
      if cube.literals.isEmpty { return nil }
      if try isReachable(cube) { return nil }
      switch try predecessor(of: cube, at: level) {
      case .no(let core): return try apart(core, of: cube)
      case .yes(let witness):
        if depth < Self.obstacleDepth, obstacles < Self.obstacleLimit,
          try excludeObstacle(witness, to: cube, at: level, depth)
        {
          obstacles += 1
          continue
        }
        (joins, obstacles) = (joins + 1, 0)
        cube = relation.domains.join(cube, witness.state)
      }
    }
    return nil
  }

  /// Excludes a state that leads into a cube from the frame before, with all that do the same, if
  /// that can be shown.
  private func excludeObstacle(
    _ witness: Relation.Witness, to target: Cube, at level: Int, _ depth: Int
  ) throws(Halt) -> Bool {
    guard level > 1 else { return false }
    let cube = try relation.lift(witness, to: target)
    guard try !isReachable(cube), case .no(let core) = try predecessor(of: cube, at: level - 1)
    else { return false }
    try note()
    _ = try learn(cube, core, at: level - 1, depth: depth + 1)
    return true
  }
}
