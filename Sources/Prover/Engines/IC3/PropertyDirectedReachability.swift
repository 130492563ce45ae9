import Model

/// IC3: an inductive invariant that implies a property, or a behaviour that breaks it.
///
/// A sequence of frames over-approximates what is reachable in 0, 1, 2, ... steps, every frame
/// within the property. A state of the last frame from which a step breaks the property must be
/// excluded: by a clause that is inductive relative to the frame before, and if there is none,
/// by excluding first the state that leads into it. When two neighbouring frames become equal they
/// are the invariant (Bradley, VMCAI 2011). Frames are delta-encoded, obligations wait in a queue
/// and are taken up again in later frames, and states are enlarged to cubes by unsatisfiable cores
/// (Eén, Mishchenko and Brayton, FMCAD 2011).
///
/// Literals are not bits but what a person says of a cell: that it holds this, or at least that.
/// Clauses are then shorter, and can be read; what is lost, clauses over single bits of wide words,
/// says little of a protocol. A k-induction that strengthens the property needs no frames, but
/// fails where the property says too little; that is what the clauses add.
final class PropertyDirectedReachability {
  enum Outcome {
    /// Cubes whose complements, with the property, are inductive.
    case invariant([Cube])
    case violation(ClaimIndex, Behaviour)
    /// No step out of this frame breaks the property.
    case bounded(depth: Int)
  }

  /// How many questions may be asked in all: what takes more has lemmas of another kind.
  private static let effort = 50_000

  let transition: Transition
  private(set) var frames = Frames()
  private var obligationCount = 0
  private let renamings: [Renaming]
  private let limits: Limits
  private let onEvent: (EngineEvent) -> Void

  /// - Parameter transition: without lemmas; its property holds in the initial states.
  init(_ transition: Transition, limits: Limits, onEvent: @escaping (EngineEvent) -> Void) {
    self.transition = transition
    renamings = Renaming.all(of: transition.system)
    self.limits = limits
    self.onEvent = onEvent
  }

  func search() throws(Halt) -> Outcome {
    while true {
      if let violation = try strengthen() { return violation }
      if frames.top >= limits.maxDepth ?? .max { return .bounded(depth: frames.top) }
      if let invariant = try propagate() { return .invariant(invariant) }
    }
  }

  /// Excludes states from the last frame until no step out of it breaks the property.
  private func strengthen() throws(Halt) -> Outcome? {
    while let witness = try transition.breach(of: frames.top), let claim = witness.claim {
      let cube = try transition.lift(witness, to: nil)
      let obligation = Obligation(
        cube, level: frames.top, firing: witness.firing, next: nil, claim: claim)
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
        let cube = try transition.lift(witness, to: obligation.cube)
        let earlier = Obligation(
          cube, level: obligation.level - 1, firing: witness.firing, next: obligation,
          claim: obligation.claim)
        if let violation = try violation(from: earlier) { return violation }
        open.push(earlier)
        open.push(obligation)
      }
    }
    return nil
  }

  /// The violation that there is when a cube has an initial state.
  private func violation(from obligation: Obligation) throws(Halt) -> Outcome? {
    guard case .yes(let first) = try transition.initialState(in: obligation.cube) else {
      return nil
    }
    return .violation(
      obligation.claim, Behaviour(first: first, firings: obligation.firings))
  }

  /// Generalises a cube and excludes it as far as it can be; gives the last such frame.
  private func learn(_ cube: Cube, _ core: Cube, at level: Int) throws(Halt) -> Int {
    var cube = try generalise(try apart(core, of: cube), at: level)
    var level = level
    while level < frames.top, case .no(let core) = try predecessor(of: cube, at: level + 1) {
      cube = try apart(core, of: cube)
      level += 1
    }
    try exclude(cube, upTo: level)
    for image in renamings.map({ $0.image(of: cube) })
    where !frames.excludes(image, from: level) {
      try excludeIfInductive(image, upTo: level)
    }
    return level
  }

  /// Excludes a cube that resembles one that was, if the same can be shown of it.
  private func excludeIfInductive(_ cube: Cube, upTo level: Int) throws(Halt) {
    guard case .no = try transition.initialState(in: cube),
      case .no = try predecessor(of: cube, at: level)
    else { return }
    try exclude(cube, upTo: level)
  }

  private func exclude(_ cube: Cube, upTo level: Int) throws(Halt) {
    frames.exclude(cube, upTo: level)
    transition.exclude(cube, upTo: level)
    guard transition.isWorn else { return }
    transition.renewFrames()
    for level in 1...frames.top {
      for cube in frames.cubes[level] { transition.exclude(cube, upTo: level) }
    }
  }

  /// Moves every lemma to the greatest frame in which it holds; gives the invariant once a frame
  /// equals the next.
  private func propagate() throws(Halt) -> [Cube]? {
    frames.extend()
    for level in 1..<frames.top {
      for cube in frames.cubes[level] where !frames.excludes(cube, from: level + 1) {
        if case .no(let core) = try predecessor(of: cube, at: level + 1) {
          try exclude(try apart(core, of: cube), upTo: level + 1)
        }
      }
      if frames.cubes[level].isEmpty { return frames.excluded(from: level + 1) }
    }
    return nil
  }

  func predecessor(of cube: Cube, at level: Int) throws(Halt)
    -> Transition.Answer<Transition.Witness>
  {
    try transition.predecessor(of: cube, at: level, top: frames.top)
  }

  /// Adds literals of a cube to a part of it until that has no initial state either.
  private func apart(_ part: Cube, of cube: Cube) throws(Halt) -> Cube {
    if case .no = try transition.initialState(in: part) { return part }
    guard case .no(let needed) = try transition.initialState(in: cube) else {
      throw .failed(.disagreement("a cube without initial states has one"))
    }
    return transition.domains.meet(part, needed)
  }

  private func note() throws(Halt) {
    obligationCount += 1
    if transition.questions > Self.effort { throw .gaveUp(.bounded(depth: frames.top - 1)) }
    onEvent(
      .proving(
        "IC3: \(frames.count) lemmas, \(obligationCount) obligations, frame", depth: frames.top))
  }
}

// Generalisation.
extension PropertyDirectedReachability {
  /// A cube of fewer literals that still has no initial state and into which no step leads from
  /// the frame before: literals are dropped one by one, each time with all others that the answer
  /// did not need.
  private func generalise(_ cube: Cube, at level: Int) throws(Halt) -> Cube {
    var cube = cube
    for literal in cube.literals where cube.literals.contains(literal) {
      if cube.literals.count == 1 { break }
      if let smaller = try down(cube.without(literal), at: level) { cube = smaller }
    }
    return cube
  }

  /// Shrinks a cube until it is inductive relative to the frame before: a state that leads into it
  /// from outside takes the literals along that it does not satisfy. Nil when an initial state
  /// stands in the way.
  private func down(_ start: Cube, at level: Int) throws(Halt) -> Cube? {
    var cube = start
    for _ in 0..<2 {
      if cube.literals.isEmpty { return nil }
      guard case .no = try transition.initialState(in: cube) else { return nil }
      switch try predecessor(of: cube, at: level) {
      case .no(let core): return try apart(core, of: cube)
      case .yes(let witness):
        cube = transition.domains.join(cube, witness.state)
      }
    }
    return nil
  }
}
