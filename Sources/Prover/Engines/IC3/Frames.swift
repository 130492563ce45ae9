import Model

/// The lemmas of every frame, each kept once, at the greatest frame that has it.
///
/// Frame i holds the states that are outside of all cubes at i or later; every state that is
/// reached in at most i steps is one of them.
struct Frames {
  /// The cubes at each level; there are none at 0, which is the initial states.
  private(set) var cubes: [[Cube]] = [[], []]

  /// The greatest frame.
  var top: Int { cubes.count - 1 }

  /// The number of lemmas.
  var count: Int { cubes.reduce(0) { $0 + $1.count } }

  /// Adds a frame without lemmas of its own.
  mutating func extend() { cubes.append([]) }

  /// Excludes a cube up to a level; cubes there that it includes are superfluous then.
  mutating func exclude(_ cube: Cube, upTo level: Int) {
    for earlier in 1...level { cubes[earlier].removeAll(where: cube.includes) }
    cubes[level].append(cube)
  }

  /// Whether one lemma alone excludes a whole cube from a frame.
  func excludes(_ cube: Cube, from level: Int) -> Bool {
    level <= top && cubes[level...].contains { $0.contains { $0.includes(cube) } }
  }

  /// The cubes that are excluded from a frame.
  func excluded(from level: Int) -> [Cube] { cubes[level...].flatMap { $0 } }
}
