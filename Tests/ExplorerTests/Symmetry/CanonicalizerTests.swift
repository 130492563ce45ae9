import Model
import SourceText
import TestSupport
import Testing

@testable import Explorer

/// Representatives against the orbit that all renamings give.
struct CanonicalizerTests {
  /// Declarations of states in which members own cells, hold each other, or both.
  static let declarations = [
    "type T: scalarset(4); var a: array [T] of boolean;",
    "type T: scalarset(4); var owner: T; next: array [T] of T;",
    "type T: scalarset(3); U: scalarset(3); var at: array [T] of U; held: array [U] of array [T] of boolean;",
    "type T: scalarset(5); var edge: array [T] of array [T] of boolean;",
    """
    type T: scalarset(3); U: scalarset(2); P: enum { A, B };
         R: record who: T; has: array [U] of T; n: 0..2; end;
    var r: array [U] of R; q: array [0..2] of T; p: array [T] of P; last: R;
    """,
    "type T: scalarset(3); U: scalarset(2); var deep: array [T] of array [U] of array [T] of U;",
    "type T: scalarset(1); U: scalarset(4); var one: array [T] of U; some: array [U] of T;",
    "type T: scalarset(6); var next: array [T] of T; wide: array [T] of 0..4294967295;",
  ]

  @Test(arguments: declarations)
  func everyOrbitHasOneRepresentative(_ declaration: String) throws {
    try check(try system(declaration + " startstate begin end;"))
  }

  /// Messages between nodes and a home in no order, and what each node waits for.
  @Test func unionsAndMultisets() throws {
    let node = ScalarType.scalarset("Node", size: 4)
    let home = ScalarType.enumeration("Home", members: ["H"])
    let anywhere = ScalarType.union("Place", members: [home, node])
    let place = ValueType.scalar(anywhere)
    let message = ValueType.record([
      ValueType.Field(name: "from", type: place), ValueType.Field(name: "to", type: place),
      ValueType.Field(name: "what", type: .scalar(.boolean)),
    ])
    let types: [ValueType] = [
      .array(index: node, element: place), .array(index: anywhere, element: place), place,
      .multiset(size: 4, of: message),
      .array(index: node, element: .multiset(size: 2, of: .scalar(node))),
    ]
    try check(
      TransitionSystem(
        name: "messages", constants: [],
        variables: types.map { StateVariable(name: "v", type: $0, range: .none) },
        functions: [], rules: [], startStates: [], claims: [], deadlockMode: .off))
  }

  private func check(_ system: TransitionSystem) throws {
    let symmetry = Symmetry(system)
    let naive = NaiveSymmetry(system, NaiveSymmetry.scalarsets(of: system))
    let canonicalizer = symmetry.makeCanonicalizer()
    var random = SplitMix64(seed: 1)
    for _ in 0..<10 {
      let state = naive.renamed(Self.randomState(of: system, &random), by: [:])
      let orbit = naive.orbit(of: state)
      let layout = system.layout
      let representatives = Set(orbit.map { canonicalizer.canonical(layout.pack($0)) })
      #expect(representatives.count == 1, "\(state)")
      #expect(orbit.contains(layout.unpack(representatives.first!)), "\(state)")
      let (words, renaming) = symmetry.canonical(layout.pack(state))
      #expect(symmetry.renamed(layout.pack(state), by: renaming) == words, "\(state)")
    }
  }

  /// Few values, so that many members look alike.
  private static func randomState(
    of system: TransitionSystem, _ random: inout SplitMix64
  ) -> State {
    let variety = Int64(random.number(1...3))
    var slotsAreEmpty = false
    return State(
      cells: system.layout.cells.map { cell in
        if cell.type.kind == .presence {
          slotsAreEmpty = random.chance(40)
          return slotsAreEmpty ? nil : 0
        }
        if slotsAreEmpty { return nil }
        if random.chance(15) { return nil }
        let upper = cell.type.kind != .range ? cell.type.upper : min(cell.type.upper, variety)
        return Int64(random.number(Int(cell.type.lower)...Int(upper)))
      })
  }

  /// Rings of members are alike everywhere, and still not interchangeable.
  @Test func ringsOfOneLengthAreOneOrbit() throws {
    let system = try system(
      "type T: scalarset(8); var next: array [T] of T; startstate begin end;")
    let canonicalizer = Symmetry(system).makeCanonicalizer()
    var random = SplitMix64(seed: 2)
    func rings(_ lengths: [Int]) -> [UInt64] {
      let members = (0..<8).shuffled(using: &random)
      var cells = [Int64?](repeating: nil, count: 8)
      var first = 0
      for length in lengths {
        for place in 0..<length {
          cells[members[first + place]] = Int64(members[first + (place + 1) % length])
        }
        first += length
      }
      return canonicalizer.canonical(system.layout.pack(State(cells: cells)))
    }
    let one = Set((0..<20).map { _ in rings([8]) })
    let two = Set((0..<20).map { _ in rings([4, 4]) })
    let three = Set((0..<20).map { _ in rings([3, 5]) })
    #expect(one.count == 1 && two.count == 1 && three.count == 1)
    #expect(Set([one, two, three]).count == 3)
  }
}
