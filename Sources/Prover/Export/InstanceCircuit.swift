package import Model
import Z3

/// An instance as a circuit with latches, for model checkers of hardware.
///
/// The latches are the bits of all cells in the packed form of the layout, where 0 is undefined,
/// cell by cell with the lowest bit first, and after them `started`. At first all are 0. The inputs
/// choose, by number, a start state until one has been run, and from then on a rule with its
/// arguments; where that cannot be done the state stays. A claim is bad where a state breaks it, or
/// where making the choice does. So what AIGER has no words for is in the steps: any number of start
/// states, assumptions, failures; and no constraint is needed.
package struct InstanceCircuit {
  /// The model, in the binary form of AIGER.
  package let file: [UInt8]
  /// The names of the claims, each of which has a bad signal, in order.
  package let claims: [String]

  private let system: PropositionalSystem
  private let model: AIGERText
  private let started: Literal

  /// - Parameter claims: those that model checkers are to decide.
  package init(of system: TransitionSystem, claims: [ClaimIndex]) throws(EngineFailure) {
    let parts: PropositionalSystem
    do throws(Halt) {
      parts = try PropositionalSystem(Encoder(system, in: Context()))
    } catch {
      switch error {
      case .failed(let failure): throw failure
      case .gaveUp(let reason): throw .unsupported([Feature("\(reason)")])
      }
    }
    var wiring = Wiring(parts)
    wiring.connect(claims)
    (self.system, model, started) = (parts, wiring.model, wiring.started)
    self.claims = claims.map { system[$0].name }
    file = model.bytes
  }

  /// A witness circuit that the claims hold: the model itself, with every state that an inductive
  /// invariant excludes for bad.
  ///
  /// Whoever checks it takes the first property of a state and any input to hold after the other's,
  /// so it must not depend on the input: from a state that the invariant admits no choice is bad.
  ///
  /// - Parameters:
  ///   - lemmas: cubes whose complements are, together with the claims, inductive.
  ///   - name: the name of the model's file.
  package func witness(excluding lemmas: [Cube], of name: String) -> [UInt8] {
    let circuit = system.circuit
    let isBad = circuit.any(model.bad.map(\.literal) + [circuit.all([started, excluded(lemmas)])])
    var witness = AIGERText(circuit: circuit)
    let leaves = (model.inputs + model.latches).enumerated().map { number, leaf in
      AIGERText.Leaf(name: "= \(2 * (number + 1))", literal: leaf.literal)
    }
    witness.inputs = Array(leaves.prefix(model.inputs.count))
    witness.latches = Array(leaves.dropFirst(model.inputs.count))
    witness.next = model.next
    witness.bad = [AIGERText.Leaf(name: "outside the invariant", literal: isBad)]
    witness.comments = [
      "WITNESS \(model.bad.indices.map { "b\($0)" }.joined(separator: ",")) \(name)"
    ]
    return witness.bytes
  }

  /// That a state is none of the invariant's.
  private func excluded(_ lemmas: [Cube]) -> Literal {
    let circuit = system.circuit
    let undecided = system.evaluationFailures.filter { failure in
      isExported(failure.claim) && !isExported(failure.broken)
    }
    let cubes = lemmas.map { cube in
      circuit.all(
        cube.literals.map { literal in
          let type = system.system.layout.cells[literal.cell].type
          return literal.gate(over: system.state[literal.cell], of: type, circuit)
        })
    }
    return circuit.any(
      [!system.isWellFormed, !system.isAdmitted] + undecided.map(\.condition) + cubes)
  }

  private func isExported(_ claim: ClaimIndex) -> Bool {
    claims.contains(system.system[claim].name)
  }
}
