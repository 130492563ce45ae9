import Model

/// Which functions may call which.
struct CallGraph {
  private let callees: [Set<FunctionIndex>]

  init(_ system: TransitionSystem) {
    let direct = system.functions.map { function in
      var found = Set<FunctionIndex>()
      Traversal.visit(function.body) { callee, _ in found.insert(callee) }
      return found
    }
    callees = direct.indices.map { Self.reachable(from: direct[$0], over: direct) }
  }

  /// Whether the functions call each other, perhaps by way of others.
  func areInOneCycle(_ first: FunctionIndex, _ second: FunctionIndex) -> Bool {
    callees[first.position].contains(second) && callees[second.position].contains(first)
  }

  func isRecursive(_ function: FunctionIndex) -> Bool { areInOneCycle(function, function) }

  private static func reachable(
    from first: Set<FunctionIndex>, over direct: [Set<FunctionIndex>]
  ) -> Set<FunctionIndex> {
    var seen = first
    var waiting = Array(first)
    while let next = waiting.popLast() {
      for callee in direct[next.position] where seen.insert(callee).inserted {
        waiting.append(callee)
      }
    }
    return seen
  }
}
