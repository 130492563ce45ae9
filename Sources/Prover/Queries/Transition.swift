import Model
import Z3

/// One symbolic step from one symbolic state, and everything that IC3 asks about it.
///
/// A frame is asked about by assuming its activation literal and those of all later frames (the
/// delta encoding of Eén, Mishchenko and Brayton): a lemma is stated once, under the literal of the
/// greatest frame that has it. The state after the step is not a new row of constants but the terms
/// that the rules compute.
final class Transition {
  /// A state, what fires in it, and the claim that this breaks, if that is what was asked.
  struct Witness {
    let state: State
    let firing: Behaviour.Firing
    var claim: ClaimIndex?
  }

  /// The literals of a cube that suffice for an answer of no, or what speaks against it.
  enum Answer<Found> {
    case no(Cube)
    case yes(Found)
  }

  /// How many conditions one solver names before a fresh one takes its place: those of questions
  /// long past slow it down.
  private static let wear = 400

  let unrolling: Unrolling
  let system: TransitionSystem
  /// The claims assumed in every frame, and to be kept by every step.
  private(set) var property: [ClaimIndex]
  private(set) var questions = 0
  /// The cells that are never undefined, whatever the property.
  private(set) var defined: [Int] = []
  private(set) var domains: Domains

  private let beginnings: Beginnings?
  private let preservations: [Preservation]
  private let limits: Limits
  private var frames: Question
  private var lifting: Question

  private var context: Context { unrolling.encoder.context }
  private var moment: Unrolling.Moment { unrolling.moments[0] }

  /// - Parameter unrolling: one from the start states.
  init(_ unrolling: Unrolling, property: [ClaimIndex], limits: Limits) throws(Halt) {
    var first = unrolling
    first.shorten()
    self.unrolling = first
    system = first.encoder.system
    self.property = property
    self.limits = limits
    beginnings = Beginnings(of: system)
    do { preservations = try first.preservations() } catch { throw .failed(error) }
    frames = Question(in: first.encoder.context, limits: limits)
    lifting = Question(in: first.encoder.context, limits: limits)
    domains = Domains(of: system.layout)
    renewFrames()
    defined = try definedCells()
    domains = Domains(of: system.layout, defined: Set(defined))
    renewFrames()
    renewLifting()
  }

  // MARK: Frames

  /// Whether the solver should be renewed.
  var isWorn: Bool { frames.conditionCount > Self.wear }

  /// Forgets all lemmas.
  func renewFrames() {
    frames = Question(in: context, limits: limits)
    frames.assert(moment.isWellFormed)
    frames.assert(moment.judgement.isAdmitted)
    defined.forEach { frames.assert(moment.state[$0].isDefined) }
  }

  private func renewLifting() {
    lifting = Question(in: context, limits: limits)
    lifting.assert(moment.isWellFormed)
    defined.forEach { lifting.assert(moment.state[$0].isDefined) }
  }

  /// Goes on without a claim, and without lemmas: they may depend on it.
  func forget(_ claim: ClaimIndex) {
    property.removeAll { $0 == claim }
    renewFrames()
  }

  /// Excludes a cube from a frame and all before it.
  func exclude(_ cube: Cube, upTo level: Int) {
    frames.assert(activation(of: level).implies(!cube.term(over: moment.state)))
  }

  private func activation(of level: Int) -> Term { context.constant("frame \(level)", .boolean) }

  /// That the state is in a frame.
  private func isIn(_ level: Int, of top: Int) -> [Term] {
    if level == 0 { return [moment.follows] }
    return [kept] + (level...top).map(activation)
  }

  private var kept: Term { !moment.judgement.wrong.any(of: property) }

  // MARK: Questions

  /// Whether a cube has an initial state; if not, which literals keep it away from them.
  func initialState(in cube: Cube) throws(Halt) -> Answer<Behaviour.First> {
    if let beginnings {
      return beginnings.first(in: cube).map { .yes($0) } ?? .no(beginnings.reasons(against: cube))
    }
    let atoms = domains.atoms(of: cube)
    let terms = atoms.map { $0.term(over: moment.state) }
    if let assignment = try ask(frames, [moment.follows] + terms) {
      return .yes(unrolling.behaviour(in: assignment, firings: 0).first)
    }
    return .no(core(of: frames, atoms, terms))
  }

  /// Whether a step leads from the frame before `level`, outside of a cube, into the cube.
  func predecessor(of cube: Cube, at level: Int, top: Int) throws(Halt) -> Answer<Witness> {
    let atoms = domains.atoms(of: cube)
    let terms = atoms.map { $0.term(over: moment.step.next) }
    let before =
      isIn(level - 1, of: top) + [!cube.term(over: moment.state), moment.step.succeeds]
    if let assignment = try ask(frames, before + terms) {
      return .yes(witness(in: assignment))
    }
    return .no(core(of: frames, atoms, terms))
  }

  /// A state of a frame from which a step breaks a claim.
  func breach(of level: Int) throws(Halt) -> Witness? {
    for preservation in preservations {
      for group in Grouping.groups(of: property, in: system) {
        let broken = preservation.broken.any(of: group)
        if broken.truth == false { continue }
        guard let assignment = try ask(frames, isIn(level, of: level) + [broken]) else { continue }
        var witness = witness(in: assignment)
        witness.claim = group.first {
          preservation.broken[$0].map(assignment.truth) == true
        }
        return witness
      }
    }
    return nil
  }

  /// States that do the same as a witness, for the same reason: firing the same rule with the same
  /// arguments breaks its claim, or leads into the target.
  func lift(_ witness: Witness, to target: Cube?) throws(Halt) -> Cube {
    if lifting.conditionCount > Self.wear { renewLifting() }
    let atoms = domains.atoms(of: domains.cube(of: witness.state))
    let terms = atoms.map { $0.term(over: moment.state) }
    let aim = aim(of: witness, target)
    guard try ask(lifting, choice(of: witness.firing) + [!aim] + terms) == nil else {
      throw .failed(.disagreement("a step does not lead where the solver says it does"))
    }
    return core(of: lifting, atoms, terms)
  }

  private func aim(of witness: Witness, _ target: Cube?) -> Term {
    let option = moment.step.options[witness.firing.rule.position]
    if let target {
      return context.all([
        moment.judgement.isAdmitted, option.succeeds, target.term(over: option.next),
      ])
    }
    let broken = preservations[witness.firing.rule.position].broken
    return moment.judgement.isAdmitted && broken.any(of: witness.claim.map { [$0] } ?? property)
  }

  /// That a rule fires with known arguments.
  private func choice(of firing: Behaviour.Firing) -> [Term] {
    let parameters = moment.step.options[firing.rule.position].arguments
    return [moment.step.takes(firing.rule.position)]
      + zip(parameters, firing.arguments).map { parameter, argument in
        switch parameter {
        case .truth(let term): argument == 0 ? !term : term
        case .number(let scalar): scalar.isEqual(to: .constant(Int128(argument), in: context))
        }
      }
  }

  /// Those of the lemmas of an inductive invariant that the property needs, those that these need
  /// in turn, and that the cells in them are defined.
  func needed(of cubes: [Cube]) throws(Halt) -> [Cube] {
    let lemmas = defined.map { Cube([.among(cell: $0, contents: [nil])]) } + cubes
    let question = Question(in: context, limits: limits)
    for fact in [moment.isWellFormed, moment.judgement.isAdmitted, kept] { question.assert(fact) }
    let facts = lemmas.map { !$0.term(over: moment.state) }
    var needed: Set<Int> = []
    var open: [Int] = []
    func require(_ broken: Term) throws(Halt) {
      guard try ask(question, facts + [broken]) == nil else {
        throw .failed(.disagreement("an invariant is not inductive"))
      }
      let core = Set(question.core(of: facts))
      open += facts.indices.filter { core.contains(facts[$0]) && needed.insert($0).inserted }
    }
    for group in Grouping.groups(of: property, in: system) {
      try require(context.any(preservations.map { $0.broken.any(of: group) }))
    }
    while let next = open.popLast() {
      try require(moment.step.succeeds && lemmas[next].term(over: moment.step.next))
      open += lemmas[next].literals.compactMap { defined.firstIndex(of: $0.cell) }
        .filter { needed.insert($0).inserted }
    }
    return needed.sorted().map { lemmas[$0] }
  }

  // MARK: Cells that are never undefined

  /// The cells that hold a value in every initial state and keep doing so, together.
  func definedCells() throws(Halt) -> [Int] {
    var cells = Array(moment.state.indices)
    func undefined(_ state: [Cell]) -> Term { context.any(cells.map { !state[$0].isDefined }) }
    while let assignment = try ask(frames, [moment.follows, undefined(moment.state)]) {
      cells.removeAll { assignment.truth(moment.state[$0].isDefined) == false }
    }
    while let assignment = try ask(
      frames,
      cells.map { moment.state[$0].isDefined }
        + [moment.step.succeeds, undefined(moment.step.next)])
    {
      cells.removeAll { assignment.truth(moment.step.next[$0].isDefined) == false }
    }
    return cells
  }

  // MARK: Answers

  private func ask(_ question: Question, _ conditions: [Term]) throws(Halt) -> Assignment? {
    questions += 1
    switch question.ask(conditions) {
    case .yes(let assignment): return assignment
    case .no: return nil
    case .unknown(let reason): throw .gaveUp(reason)
    }
  }

  private func witness(in assignment: Assignment) -> Witness {
    Witness(
      state: unrolling.state(in: assignment),
      firing: unrolling.behaviour(in: assignment, firings: 1).firings[0])
  }

  private func core(of question: Question, _ atoms: [Atom], _ terms: [Term]) -> Cube {
    let core = Set(question.core(of: terms))
    let needed = zip(atoms, terms).filter { core.contains($0.1) }.map(\.0)
    // Where nothing at all is possible none is needed, but a lemma says something.
    return domains.cube(needed.isEmpty ? Array(atoms.prefix(1)) : needed)
  }
}
