package import Model

/// Successors by the bytecode machine.
package struct BytecodeSource: SuccessorSource {
  package let backend = "bytecode"
  let program: Program

  package init(_ system: TransitionSystem) { program = Compiler.compile(system) }

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
