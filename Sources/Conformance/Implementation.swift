import Interleaving

/// The implementation of a pairing from one start state, and what its threads offer to do.
final class Implementation {
  /// A step that a thread is about to take, and the moves that it may be.
  final class Offer {
    let label: String
    let moves: [Int]
    /// Whether one of them was it.
    var isMatched = false

    init(label: String, moves: [Int]) {
      self.label = label
      self.moves = moves
    }
  }

  let execution: Execution
  let subject: Subject
  private let pairing: Pairing
  /// For each thread by what it has seen: it has the same alternatives then.
  private var offers: [[Int: [Offer]]]
  /// By the values of the cells.
  private var observed: [[Int]: Observations] = [:]

  init(_ pairing: Pairing, from start: [Int64]) {
    var subject: Subject?
    execution = Execution { memory in
      let built = pairing.build(memory, start)
      subject = built
      return built.scenario
    }
    guard let subject else { preconditionFailure("an execution builds its subject") }
    self.subject = subject
    self.pairing = pairing
    offers = subject.processes.map { _ in [:] }
  }

  /// What a thread does in a turn.
  func offer(of turn: Execution.Turn, among moves: [Move]) -> Offer {
    let history = execution.history(of: turn.thread)
    if let known = offers[turn.thread][history] { return known[turn.choice] }
    let new = execution.alternatives(of: turn.thread).map {
      offer($0, of: subject.processes[turn.thread], among: moves)
    }
    offers[turn.thread][history] = new
    return new[turn.choice]
  }

  /// A rule of a process has it as its first parameter.
  private func offer(
    _ alternative: Alternative, of process: Int64?, among moves: [Move]
  ) -> Offer {
    let names = pairing.rules(for: alternative.label)
    let arguments = (process.map { [$0] } ?? []) + alternative.arguments.map(Int64.init)
    return Offer(
      label: alternative.label,
      moves: moves.indices.filter {
        names.contains(moves[$0].name) && moves[$0].arguments == arguments
      })
  }

  /// What can be seen now.
  func observations(of cells: [Moves.Cell]) -> Observations {
    if let known = observed[execution.memory.values] { return known }
    let observations = Observations(subject.observe(), cells)
    observed[execution.memory.values] = observations
    return observations
  }

  /// What it means that not exactly one enabled rule is what a thread is about to do.
  func divergence(
    _ turn: Execution.Turn, _ offer: Offer, from rules: [String]
  ) -> Conformity.Divergence.Kind {
    rules.isEmpty
      ? .onlyInImplementation(
        thread: subject.scenario.threads[turn.thread].name, label: offer.label)
      : .ambiguous(label: offer.label, rules: rules)
  }

  var matchedLabels: Set<String> {
    Set(offers.flatMap { $0.values.joined() }.filter(\.isMatched).map(\.label))
  }
}
