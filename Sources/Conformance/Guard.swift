import Model

/// A guard, as it has been evaluated so far: a tree that asks for the value of one cell after the
/// other, in the order in which the evaluator reads them.
///
/// Most guards are false because of the first cell that they look at. Evaluated in every state they
/// take half of the time of a cross-check.
struct Guard {
  private struct Branch {
    let value: Int64?
    let next: Next
  }

  private struct Node {
    let cell: Int
    var branches: [Branch] = []

    func next(_ value: Int64?) -> Next? { branches.first { $0.value == value }?.next }
  }

  private enum Next {
    case ask(Int)
    case result(Bool)
  }

  private var nodes: [Node] = []
  private var root: Next?

  /// Whether it is true in this state; nil where it has yet to be evaluated.
  func isTrue(in state: State) -> Bool? {
    var next = root
    while case .ask(let number) = next {
      next = nodes[number].next(state.cells[nodes[number].cell])
    }
    guard case .result(let isTrue) = next else { return nil }
    return isTrue
  }

  /// Adds what an evaluation in this state, which read these cells, has given.
  mutating func learn(_ isTrue: Bool, in state: State, _ cells: [Int]) {
    var last: Int?
    for cell in cells {
      let known = last.map { nodes[$0].next(state.cells[nodes[$0].cell]) } ?? root
      if case .ask(let number) = known {
        last = number
      } else {
        nodes.append(Node(cell: cell))
        add(.ask(nodes.count - 1), after: last, in: state)
        last = nodes.count - 1
      }
    }
    add(.result(isTrue), after: last, in: state)
  }

  private mutating func add(_ next: Next, after last: Int?, in state: State) {
    guard let last else {
      root = next
      return
    }
    nodes[last].branches.append(Branch(value: state.cells[nodes[last].cell], next: next))
  }
}
