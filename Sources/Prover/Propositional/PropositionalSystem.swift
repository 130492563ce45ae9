import Model
import Z3

/// A transition system over the bits of its states: what can be done, and what is wrong with a
/// state, each as gates.
struct PropositionalSystem {
  let system: TransitionSystem
  let circuit: Circuit
  /// The bits of every cell, the lowest first, in the packed form of the layout.
  let state: [[Literal]]
  /// That every cell of a state is undefined or has a value of its type.
  let isWellFormed: Literal
  /// That the assumptions admit a state.
  let isAdmitted: Literal
  /// When a state breaks a claim.
  let wrong: [(claim: ClaimIndex, condition: Literal)]
  /// When evaluating the condition of a claim breaks another.
  let evaluationFailures: [(claim: ClaimIndex, broken: ClaimIndex, condition: Literal)]
  let starts: [Move]
  let rules: [Move]

  init(_ encoder: Encoder) throws(Halt) {
    var blasting = try Blasting(encoder)
    (system, circuit, state) = (encoder.system, blasting.circuit, blasting.bits)
    try blasting.judge()
    (isWellFormed, isAdmitted) = (blasting.isWellFormed, blasting.isAdmitted)
    (wrong, evaluationFailures) = (blasting.wrong, blasting.evaluationFailures)
    starts = try blasting.starts()
    rules = try blasting.rules()
  }
}

/// The making of a propositional system.
private struct Blasting {
  private let encoder: Encoder
  private var builder: CircuitBuilder
  private let cells: [Cell]
  let bits: [[Literal]]
  private(set) var isWellFormed = Circuit.yes
  private(set) var isAdmitted = Circuit.yes
  private(set) var wrong: [(claim: ClaimIndex, condition: Literal)] = []
  private(set) var evaluationFailures:
    [(claim: ClaimIndex, broken: ClaimIndex, condition: Literal)] = []
  private var assumptionFailures: [(claim: ClaimIndex, condition: Literal)] = []

  var circuit: Circuit { builder.circuit }

  init(_ encoder: Encoder) throws(Halt) {
    self.encoder = encoder
    var builder = CircuitBuilder(Circuit(), in: encoder.context)
    var cells: [Cell] = []
    var bits: [[Literal]] = []
    for cell in encoder.system.layout.cells {
      let (own, term) = builder.inputs(width: cell.width)
      bits.append(own)
      cells.append(Cell(raw: term, of: cell.type))
    }
    (self.builder, self.cells, self.bits) = (builder, cells, bits)
  }

  /// Finds what is to be said of states.
  mutating func judge() throws(Halt) {
    let judged = try encode { () throws(Unencodable) -> Judgement in try encoder.judge(cells) }
    isWellFormed = try blast([encoder.context.all(cells.map(\.isWellFormed))])[0]
    isAdmitted = try blast([judged.isAdmitted])[0]
    wrong = try blast(judged.wrong)
    assumptionFailures = try blast(judged.assumptionFailures)
    for (claim, failures) in judged.evaluationFailures {
      evaluationFailures += try blast(failures).map { (claim, $0.claim, $0.condition) }
    }
  }

  mutating func starts() throws(Halt) -> [Move] {
    var moves: [Move] = []
    for index in encoder.system.startStates.indices.map(StartStateIndex.init) {
      let firing = try encode { () throws(Unencodable) -> Firing in
        try encoder.start(index)
      }
      moves.append(try move(.start(index), firing, from: encoder.undefinedState))
    }
    return moves
  }

  /// The moves of all rules: one for each choice of arguments, where there are not too many.
  mutating func rules() throws(Halt) -> [Move] {
    var moves: [Move] = []
    for index in encoder.system.rules.indices.map(RuleIndex.init) {
      let firings = try encode { () throws(Unencodable) -> [Firing] in
        try self.firings(of: index)
      }
      for firing in firings {
        let move = try move(.rule(index), firing, from: cells)
        if move.succeeds != Circuit.no || !move.failures.isEmpty { moves.append(move) }
      }
    }
    return moves
  }

  private func firings(of rule: RuleIndex) throws(Unencodable) -> [Firing] {
    let parameters = encoder.system[rule].parameters
    let evaluator = Evaluator(encoder.system)
    guard evaluator.choiceCount(of: parameters, limit: Encoder.choiceLimit) != nil else {
      return [try encoder.fire(rule, in: cells, at: 0)]
    }
    var firings: [Firing] = []
    for arguments in evaluator.arguments(of: parameters) {
      firings.append(try encoder.fire(rule, arguments: arguments, in: cells))
    }
    return firings
  }

  private mutating func move(_ action: Move.Action, _ firing: Firing, from before: [Cell])
    throws(Halt) -> Move
  {
    var failures = Conditions(in: encoder.context)
    failures.add(firing.guardFailures, where: encoder.context.truth(true))
    failures.add(firing.bodyFailures, where: encoder.context.truth(true))
    let broken = failures.claims.compactMap { claim in failures[claim].map { (claim, $0) } }
    let isStart = if case .start = action { true } else { false }
    let changed = cells.indices.filter { isStart || firing.next[$0].raw != before[$0].raw }
    let scalars = firing.arguments.map(\.scalar)
    var terms = [firing.succeeds] + broken.map(\.1)
    for scalar in scalars { terms += scalar.bits.map(bits) ?? [] }
    for cell in changed { terms += bits(of: firing.next[cell].raw) }
    let known = try blast(terms)
    var place = 1 + broken.count
    let arguments = scalars.map { scalar in
      let width = scalar.bits?.width ?? 0
      defer { place += width }
      return Move.Argument(offset: scalar.offset, bits: Array(known[place..<place + width]))
    }
    var next: [Int: [Literal]] = [:]
    for cell in changed {
      let width = bits[cell].count
      let content = Array(known[place..<place + width])
      if isStart || content != bits[cell] { next[cell] = content }
      place += width
    }
    return finish(
      Move(
        action: action, arguments: arguments, succeeds: known[0],
        failures: broken.indices.map { (broken[$0].0, known[1 + $0]) }, next: next))
  }

  /// A move with what the assumptions say of the state afterwards. That this is well-formed need
  /// not be said: no rule can bring about anything else.
  private func finish(_ move: Move) -> Move {
    let judged = PropositionalSystem.replacing(
      bits, by: move.next, in: [isAdmitted] + assumptionFailures.map(\.condition), circuit)
    let failures = assumptionFailures.indices.map {
      (
        claim: assumptionFailures[$0].claim,
        condition: circuit.all([move.succeeds, judged[1 + $0]])
      )
    }
    return Move(
      action: move.action, arguments: move.arguments,
      succeeds: circuit.all([move.succeeds, judged[0]]),
      failures: (move.failures + failures).filter { $0.condition != Circuit.no }, next: move.next)
  }

  private func bits(of term: Term) -> [Term] {
    let one = encoder.context.bits(1 as Int128, width: 1)
    return (0..<term.width).map { term.extracting($0...$0).equals(one) }
  }

  private mutating func blast(_ conditions: Conditions) throws(Halt)
    -> [(claim: ClaimIndex, condition: Literal)]
  {
    let terms = conditions.claims.compactMap { conditions[$0] }
    return Array(zip(conditions.claims, try blast(terms)))
  }

  private mutating func blast(_ terms: [Term]) throws(Halt) -> [Literal] {
    if let literals = builder.literals(of: terms) { return literals }
    throw .gaveUp(
      encoder.context.failure.map(Reason.init) ?? .solver("no clauses"))
  }

  private func encode<Result>(_ body: () throws(Unencodable) -> Result) throws(Halt) -> Result {
    do { return try body() } catch { throw .failed(.unsupported([error.feature])) }
  }
}

extension PropositionalSystem {
  /// Gates about a state, asked of the state after a move.
  static func replacing(
    _ state: [[Literal]], by next: [Int: [Literal]], in literals: [Literal], _ circuit: Circuit
  ) -> [Literal] {
    var images: [Int: Literal] = [:]
    for (cell, bits) in next {
      for (own, image) in zip(state[cell], bits) where own != image { images[own.number] = image }
    }
    return circuit.replacing(images, in: literals)
  }

  /// The bits of a cell after a move.
  func bits(of cell: Int, after move: Move) -> [Literal] { move.next[cell] ?? state[cell] }
}

extension Evaluator {
  /// In how many ways parameters can be chosen; nil when in more than a limit.
  func choiceCount(of parameters: [Binding], limit: Int) -> Int? {
    var count = 1
    for parameter in parameters {
      if case .type(let type) = parameter.domain, type.count ?? .max > limit { return nil }
      count *= arguments(of: [parameter]).count
      if count > limit { return nil }
    }
    return count
  }
}
