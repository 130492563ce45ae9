import Model

/// What becomes of liveness goals when the members in their parameters are renamed.
final class RenamedGoals {
  private let goals: [Liveness.Goal]
  private let numbers: [Liveness.Goal: Int]
  private let system: TransitionSystem
  private let symmetry: Symmetry
  private var images: [Renaming: [Int]] = [:]

  /// Nil when no goal has parameters that renaming changes.
  init?(_ goals: [Liveness.Goal], _ system: TransitionSystem, _ symmetry: Symmetry) {
    let isRenamed = goals.contains { goal in
      system[goal.claim].parameters.contains { parameter in
        guard case .type(let type) = parameter.domain else { return false }
        return symmetry.tables.scalarsets.isPermuted(type)
      }
    }
    guard isRenamed else { return nil }
    self.goals = goals
    self.system = system
    self.symmetry = symmetry
    numbers = Dictionary(uniqueKeysWithValues: zip(goals, goals.indices))
  }

  var count: Int { goals.count }

  /// The goal of the representative that a step leads to, which says of it what this goal says of
  /// the successor itself.
  func image(of goal: Int, onStep successor: Int, of expander: any Expander) -> Int {
    guard let expander = expander as? SymmetricExpander else {
      preconditionFailure("goals are renamed under symmetry only")
    }
    let renaming = expander.renamings[successor]
    if let known = images[renaming] { return known[goal] }
    let all = goals.map { goal in
      let arguments = symmetry.renamed(
        goal.arguments, system[goal.claim].parameters, by: renaming)
      return numbers[Liveness.Goal(claim: goal.claim, arguments: arguments)]!
    }
    images[renaming] = all
    return all[goal]
  }
}
