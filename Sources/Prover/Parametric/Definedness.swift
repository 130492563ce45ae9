import Model
import Z3

extension ParametricEncoder {
  /// The cells of the instance that have a value in every reachable state.
  var definedCells: [Int] {
    var first = 0
    let cells = system.variables.flatMap { variable in
      defer { first += Leaf.count(in: variable.type) }
      return Leaf.ofCells(of: variable.type, from: first)
    }
    return cells.indices.filter { alwaysDefined.contains(cells[$0]) }
  }

  /// Finds the leaves that always have a value: every start state gives them one for all indices,
  /// and no rule takes it away. All are taken to be, and those for which that does not follow are
  /// given up, until it follows for the rest.
  mutating func settleDefinedness() throws(Unencodable) {
    var undefined: Set<Int>
    repeat {
      undefined = []
      for index in system.startStates.indices {
        undefined.formUnion(leftUndefined(by: try start(StartStateIndex(index))))
      }
      let state = anyState
      for index in system.rules.indices {
        undefined.formUnion(undefinedWrites(by: try fire(RuleIndex(index), in: state)))
      }
      undefined.formIntersection(alwaysDefined)
      forget(undefined)
    } while !undefined.isEmpty
  }

  /// The leaves that may be undefined somewhere after a start state.
  private func leftUndefined(by start: ParametricFiring) -> [Int] {
    leaves.indices.filter { index in
      let indices = leaves[index].indices.map { universe.generic("index", of: $0) }
      let isInside = zip(leaves[index].indices, indices).map {
        universe.members(of: $0).contains($1.term)
      }
      let isDefined = start.next[index].read(at: indices.map(\.term), in: universe).isDefined
      let isMissing = context.all(
        isInside + [universe.sizesAreAdmitted, start.succeeds, !isDefined])
      return !isMissing.isPlainlyFalse
    }
  }

  /// The leaves that a firing may leave undefined, when they were not before.
  private func undefinedWrites(by firing: ParametricFiring) -> [Int] {
    leaves.indices.filter { index in
      let content = firing.next[index]
      if case .entry(let entry) = content.base, entry.isDefined.truth != true { return true }
      return content.writes.contains { $0.entry.isDefined.truth != true }
    }
  }
}
