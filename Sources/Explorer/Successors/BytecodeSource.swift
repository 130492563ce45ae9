package import Model

/// Successors by the bytecode machine.
package struct BytecodeSource: SuccessorSource {
  package let backend = "bytecode"
  let program: Program

  package init(_ system: TransitionSystem) {
    program = Compiler.compile(system)
    packTightly()
  }

  /// A source for states that are packed as those of another system with the same variables.
  init(_ system: TransitionSystem, packedAs other: TransitionSystem) {
    program = Compiler.compile(system)
    program.pack { !other.layout.cells[$0].mayBeUndefined }
  }

  /// Does without the raw value of undefined where no reachable state needs it.
  private func packTightly() {
    let expander = makeExpander()
    expander.start()
    // A start state that an assumption fails in is shown, but is not among those that were found.
    guard expander.output.falseCount == 0 else { return }
    let definedness = Definedness(program.system, startStates: startStates(in: expander.output))
    program.pack { definedness.isPackedWithoutUndefined($0) }
  }

  /// The start states.
  var startStates: some Sequence<State> {
    let expander = makeExpander()
    expander.start()
    return startStates(in: expander.output)
  }

  private func startStates(in output: SuccessorBuffer) -> some Sequence<State> {
    let layout = program.system.layout
    return (0..<output.count).lazy.map { position in
      layout.unpack(
        UnsafeBufferPointer(start: output.state(at: position), count: layout.wordCount))
    }
  }

  package var system: TransitionSystem { program.system }

  package var wordsPerState: Int { program.system.layout.wordCount }

  package func makeBuffer() -> SuccessorBuffer { Machine.makeBuffer(for: program) }

  package func makeExpander(into output: SuccessorBuffer) -> any Expander {
    Machine(program, output)
  }
}

extension Machine: Expander {
  func start() {
    output.begin()
    clear()
    run(from: program.entries.starts)
  }

  func expand(_ state: UnsafePointer<UInt64>, marksAntecedents: Bool) {
    judge(state, marksAntecedents: marksAntecedents)
    run(from: program.entries.rules)
  }

  func judge(_ state: UnsafePointer<UInt64>, marksAntecedents: Bool) {
    output.begin()
    load(state)
    run(
      from: marksAntecedents ? program.entries.properties : program.entries.unmarkedProperties)
  }

  func seek(_ state: UnsafePointer<UInt64>) {
    output.begin()
    load(state)
    run(from: program.entries.goals)
    run(from: program.entries.rules)
  }
}
