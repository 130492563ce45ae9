import Explorer
import Model
import Testing

/// Which cells do without a raw value for undefined.
struct TightPackingTests {
  private static let cases: [(variables: String, body: String, rules: String, isTight: Bool)] = [
    ("v: boolean;", "v := false;", "v := !v;", true),
    ("v: 0..3;", "v := 0;", "v := 3 - v;", true),
    ("v: enum { A, B };", "v := A;", "v := B;", true),
    ("v: array[0..2] of boolean;", "for i: 0..2 do v[i] := true; end;", "v[1] := !v[1];", true),
    // No bit is saved.
    ("v: 0..4;", "v := 0;", "v := 4;", false),
    // Symmetry has tables for them.
    ("v: scalarset(4);", "clear v;", "", false),
    // Not every start state defines it.
    ("v: boolean; w: boolean;", "w := true;", "v := w;", false),
    ("v: array[0..2] of boolean;", "v[0] := true; v[1] := true;", "v[0] := false;", false),
    // Something undefines it.
    ("v: boolean;", "v := false;", "undefine v;", false),
    ("v: record f: boolean; end;", "v.f := false;", "undefine v;", false),
    ("v: record f: boolean; end; w: record f: boolean; end;", "v.f := false;", "v := w;", false),
    // A function that gets it does not know how it is packed.
    ("v: boolean;", "v := false;", "flip(v);", false),
    ("v: boolean;", "v := false;", "if seen(v) then v := true; end;", false),
  ]

  private func system(_ variables: String, _ start: String, _ body: String) throws
    -> TransitionSystem
  {
    try ExplorerTests.system(
      """
      var \(variables)
      procedure flip(var b: boolean); begin b := !b; end;
      function seen(var b: boolean): boolean; begin return b; end;
      startstate begin \(start) end;
      rule "step" true ==> begin \(body) end;
      invariant "fine" true;
      """)
  }

  @Test func followsWhatIsKnownOfDefinedness() throws {
    for (variables, start, body, isTight) in Self.cases {
      let system = try system(variables, start, body)
      let packed = BytecodeSource(system).system
      #expect(packed.layout.cells[0].mayBeUndefined != isTight, "\(variables) \(body)")
      #expect(system.layout.cells[0].mayBeUndefined)
    }
  }

  @Test func asksForStatesThatCannotBe() async throws {
    let system = try system("v: boolean; w: 0..3;", "v := false; w := 3;", "v := !v;")
    let exploration = await Exploration.run(system, limits: Limits())
    #expect(exploration.stateSpace.states == 2)
    #expect(exploration.contains(State(cells: [1, 3])))
    #expect(!exploration.contains(State(cells: [nil, 3])))
    #expect(exploration.isReachable(State(cells: [nil, 3])) == false)
    #expect(exploration.trace(to: State(cells: [1, 3]))?.depth == 1)
  }
}
