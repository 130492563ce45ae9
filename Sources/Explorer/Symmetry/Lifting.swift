import Model

/// Makes real behaviours of paths over representatives.
///
/// Each step of a path fires a rule instance in a representative and renames members of what it
/// gives. Putting the renamings together from the start on gives real states: if `r` stands for
/// the real state `back(r)`, and firing in `r` gives `t` with the representative `name(t)`, then
/// the next representative stands for `back` after the inverse of `name`.
struct Lifting {
  private let search: Search
  private let symmetry: Symmetry
  private let program: Program
  private let replay: Replay
  private var system: TransitionSystem { search.system }

  /// A real behaviour: what fires and what it gives.
  private struct Behaviour {
    var words: [[UInt64]]
    var rules: [RuleIndex]
    var arguments: [[Int64]]
  }

  init(_ search: Search, _ symmetry: Symmetry, _ program: Program) {
    self.search = search
    self.symmetry = symmetry
    self.program = program
    replay = Replay(program)
  }

  /// The greatest number of renamings that are tried when a violation is hard to show.
  private static let renamingLimit = 5_040

  /// Shortest real behaviours to states of the orbit, those that read best first.
  ///
  /// - Parameter allNames: whether to go on with every renaming, one by one.
  func behaviours(to state: StateIndex, allNames: Bool = false) -> some Sequence<[Trace.Step]> {
    let path =
      SymmetricPath(search, symmetry, program).best(to: state)
      ?? SymmetricPath(search, symmetry, program).recorded(to: state)
    let behaviour = lift(path)
    let last = behaviour.words[behaviour.words.count - 1]
    let renamings =
      [
        byFirstAppearance(in: behaviour), symmetry.identity, symmetry.canonical(last).renaming,
      ] + (allNames ? symmetry.renamings(limit: Self.renamingLimit) : [])
    return renamings.lazy.compactMap { steps(of: renamed(behaviour, by: $0)) }
  }

  private func lift(_ path: [SymmetricPath.Step]) -> Behaviour {
    let start = replay.starts().reached.first {
      search.representative(of: $0.words) == search.words(of: path[0].state)
    }
    guard let start else { preconditionFailure("a state without parent is a start state") }
    var back = Symmetry.inverse(of: symmetry.canonical(start.words).renaming)
    var behaviour = Behaviour(words: [start.words], rules: [], arguments: [start.arguments])
    for step in path.dropFirst() {
      guard let reached = step.reached, case .rule(let rule) = reached.action else { break }
      behaviour.words.append(symmetry.renamed(reached.words, by: back))
      behaviour.rules.append(rule)
      behaviour.arguments.append(
        symmetry.renamed(reached.arguments, system[rule].parameters, by: back))
      let name = symmetry.canonical(reached.words).renaming
      back = Symmetry.composed(Symmetry.inverse(of: name), back)
    }
    return behaviour
  }

  // MARK: Names

  /// Numbers the members of each scalarset as the behaviour mentions them.
  private func byFirstAppearance(in behaviour: Behaviour) -> Renaming {
    let scalarsets = symmetry.tables.scalarsets
    var renaming = symmetry.identity
    var mentioned: [Int32] = []
    for (rule, arguments) in zip(behaviour.rules, behaviour.arguments.dropFirst()) {
      for (value, parameter) in zip(arguments, system[rule].parameters) {
        guard case .type(let type) = parameter.domain,
          let member = scalarsets.members(ofRaw: type)?[Int(value - type.lower) + 1], member >= 0,
          !mentioned.contains(member)
        else { continue }
        mentioned.append(member)
      }
    }
    for type in scalarsets.classes {
      let members = type.members.map(Int32.init)
      let first = mentioned.filter(members.contains)
      for (number, member) in (first + members.filter { !first.contains($0) }).enumerated() {
        renaming[Int(member)] = Int32(type.first + number)
      }
    }
    return renaming
  }

  private func renamed(_ behaviour: Behaviour, by renaming: Renaming) -> Behaviour {
    var result = behaviour
    result.words = behaviour.words.map { symmetry.renamed($0, by: renaming) }
    for (position, rule) in behaviour.rules.enumerated() {
      result.arguments[position + 1] = symmetry.renamed(
        behaviour.arguments[position + 1], system[rule].parameters, by: renaming)
    }
    return result
  }

  // MARK: Steps

  /// The behaviour as steps, if it is one: each state follows from the one before.
  private func steps(of behaviour: Behaviour) -> [Trace.Step]? {
    guard let start = replay.starts().reached.first(where: { $0.words == behaviour.words[0] }),
      case .start(let index) = start.action
    else { return nil }
    var steps = [step(.start(index), start)]
    for (position, rule) in behaviour.rules.enumerated() {
      let candidates = replay.successors(of: behaviour.words[position]).filter {
        $0.words == behaviour.words[position + 1] && $0.action == .rule(rule)
      }
      let wanted = candidates.first { $0.arguments == behaviour.arguments[position + 1] }
      guard let reached = wanted ?? candidates.first else { return nil }
      steps.append(step(.rule(rule), reached))
    }
    return steps
  }

  private func step(_ action: Trace.Step.Action, _ reached: Recorder.Reached) -> Trace.Step {
    Trace.Step(
      action: action, arguments: reached.arguments, state: system.layout.unpack(reached.words))
  }
}
