import Model
import TestSupport
import Testing

/// On random specifications with unions and multisets, independent checkers agree.
@Suite("Random multisets") struct MultisetTests {
  @Test("The explorer, on one worker and on two", arguments: UInt64(0)..<60)
  func explorer(_ seed: UInt64) async throws {
    let text = RandomMultisets.text(seed: seed)
    let system = try system(of: text)
    guard let findings = NaiveChecker.findings(of: system, limit: 600) else { return }
    for workers in [1, 2] {
      let result = try await Engines.explored(system, workers: workers)
      #expect(findings.contradiction(in: result, of: system) == nil, "\(text)")
    }
  }

  @Test("The prover", arguments: UInt64(0)..<16)
  func prover(_ seed: UInt64) async throws {
    let text = RandomMultisets.text(seed: seed)
    let system = try system(of: text)
    guard let findings = NaiveChecker.findings(of: system, limit: 600) else { return }
    let agreement = ProverAgreement(system: system, truth: findings, depth: 2)
    let problem = try await agreement.boundedProblem()
    #expect(problem == nil, "\(text)")
  }

  /// Between steps, the slots of every multiset are in the order that its type promises.
  @Test("Slots are sorted", arguments: UInt64(0)..<20)
  func sorted(_ seed: UInt64) throws {
    let system = try system(of: RandomMultisets.text(seed: seed))
    let evaluator = Evaluator(system)
    guard case .reached(var state, _) = evaluator.start(StartStateIndex(0), arguments: []) else {
      return
    }
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      #expect(areSorted(state, in: system))
      let rule = RuleIndex(random.number(0...system.rules.count - 1))
      let arguments = random.pick(evaluator.arguments(of: system[rule].parameters))
      guard (try? evaluator.isEnabled(rule, arguments: arguments, in: state)) == true,
        case .reached(let next, _) = evaluator.fire(rule, arguments: arguments, in: state)
      else { continue }
      state = next
    }
  }

  private func areSorted(_ state: State, in system: TransitionSystem) -> Bool {
    system.variables.indices.allSatisfy { position in
      let first = system.layout.firstCell[position]
      return StateLayout.multisets(of: system.variables[position].type, at: first).allSatisfy {
        multiset in
        let rows = (0..<multiset.slotCount).map { slot -> [UInt64] in
          let start = multiset.firstCell + slot * multiset.cellsPerSlot
          return (start..<start + multiset.cellsPerSlot).map { cell in
            system.layout.cells[cell].raw(of: state.cells[cell])
          }
        }
        return zip(rows, rows.dropFirst()).allSatisfy { !$0.lexicographicallyPrecedes($1) }
      }
    }
  }
}
