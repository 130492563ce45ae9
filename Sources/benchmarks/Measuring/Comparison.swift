/// One table: who is compared on what, and what counts as the time of a run.
struct Comparison {
  /// The tables that can be asked for, in the order of printing.
  enum Name: String, CaseIterable, Codable, Sendable {
    case run
    case endToEnd = "end-to-end"
    case firstAnswer = "first-answer"
    case workers
    case symmetry
  }

  let name: Name
  let title: String
  let explanation: String
  /// The first is what the others' times are divided by.
  let contenders: [any Contender]
  let workloads: [Workload]
  /// Whether a run is everything from the text on, code generation and compilers included, with
  /// nothing left from an earlier run.
  var fresh = false
}

/// Which checkers are there to be compared.
struct Field {
  let pinproof: String
  /// A built source tree of CMurphi.
  let cmurphi: String?

  func comparison(_ name: Comparison.Name, of workloads: [Workload]) -> Comparison {
    switch name {
    case .run:
      Comparison(
        name: name, title: "Run time",
        explanation: """
          Ours is the whole command, from the text to the report, with its compiled code from an \
          earlier run at hand; a peer's is its compiled checker alone. One thread each, symmetry \
          and deadlock detection off.
          """,
        contenders: [PinproofContender(executable: pinproof)] + peers, workloads: workloads)
    case .endToEnd:
      Comparison(
        name: name, title: "End to end",
        explanation: "As above, but from the text to the answer for all, compilers included.",
        contenders: [PinproofContender(executable: pinproof)] + peers,
        workloads: workloads.filter { $0.byHand != nil }, fresh: true)
    case .firstAnswer:
      Comparison(
        name: name, title: "Time to the first answer on small models",
        explanation: "From the text to the answer, compilers included.",
        contenders: [PinproofContender(executable: pinproof)] + peers,
        workloads: workloads.map(\.small), fresh: true)
    case .workers:
      Comparison(
        name: name, title: "Two workers", explanation: "The whole command, with two and one.",
        contenders: [2, 1].map {
          PinproofContender(executable: pinproof, workers: $0, label: "\($0) worker(s)")
        }, workloads: workloads)
    case .symmetry:
      Comparison(
        name: name, title: "Symmetry",
        explanation: "`--symmetry on` beside rumur's exhaustive symmetry reduction.",
        contenders: [PinproofContender(executable: pinproof, symmetry: true)]
          + rumurs(symmetry: true),
        workloads: workloads.compactMap(\.reducible))
    }
  }

  private var peers: [any Contender] {
    let cmurphis: [any Contender] = [false, true].compactMap { packed in
      cmurphi.flatMap { CMurphiContender(folder: $0, packed: packed) }
    }
    let others: [(any Contender)?] = [SpinContender(), ByHandContender()]
    return rumurs(symmetry: false) + cmurphis + others.compactMap(\.self)
  }

  private func rumurs(symmetry: Bool) -> [any Contender] {
    ["gcc", "clang"].compactMap { RumurContender(compiler: $0, symmetry: symmetry) }
  }
}
