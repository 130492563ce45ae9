import Model

/// That the states of a cube are not in a frame, or else a claim is violated: from each of them
/// a firing leads on to the next obligation's cube, and from the last one breaks the claim.
final class Obligation {
  let cube: Cube
  /// The frame to exclude the cube from.
  let level: Int
  let firing: Behaviour.Firing
  let next: Obligation?
  /// What is done in the end.
  let goal: Goal

  init(
    _ cube: Cube, level: Int, firing: Behaviour.Firing, next: Obligation?, goal: Goal
  ) {
    self.cube = cube
    self.level = level
    self.firing = firing
    self.next = next
    self.goal = goal
  }

  /// The same in another frame.
  func at(_ level: Int) -> Obligation {
    Obligation(cube, level: level, firing: firing, next: next, goal: goal)
  }

  /// What fires from here to the end.
  var firings: [Behaviour.Firing] {
    Array(sequence(first: self, next: \.next).map(\.firing))
  }
}

/// Obligations, those of the least frame first, and of one frame the latest first.
struct Obligations {
  private var levels: [[Obligation]] = []

  mutating func push(_ obligation: Obligation) {
    while levels.count <= obligation.level { levels.append([]) }
    levels[obligation.level].append(obligation)
  }

  mutating func pop() -> Obligation? {
    guard let level = levels.firstIndex(where: { !$0.isEmpty }) else { return nil }
    return levels[level].removeLast()
  }
}
