internal import Explorer
package import Model
internal import Prover

/// Every engine there is, by the name that the command line and reports use.
package enum EngineName: String, Sendable, Hashable, CaseIterable {
  /// Breadth-first search over explicit states.
  case explicit
  /// Bounded model checking: violations up to a depth.
  case bmc
  /// Induction over the conjunction of invariants.
  case kInduction = "k-induction"
  /// Induction strengthened by lemmas that it finds itself.
  case ic3
  /// Induction for every value of the symbolic constants at once.
  case parametric

  /// The engine.
  package var engine: any Engine {
    switch self {
    case .explicit: ExplicitEngine()
    case .bmc: BoundedModelChecking()
    case .kInduction: KInduction()
    case .ic3: IC3(sampleSize: 200_000, stateSearch: { VisitedStates(of: $0, limits: $1) })
    case .parametric: ParametricProof()
    }
  }

  /// Whether its proofs are about every value of symbolic constants, and not only about the
  /// instance at hand.
  package var provesForAll: Bool {
    switch self {
    case .explicit, .bmc, .kInduction, .ic3: false
    case .parametric: true
    }
  }

  /// The engines that are asked for proofs when none is named, by lanes (see ``Portfolio``).
  static func provers(of system: TransitionSystem) -> [[EngineName]] {
    system.symbolicConstants.isEmpty ? [[.ic3], [.kInduction, .bmc]] : [[.parametric]]
  }

  /// Whether its proofs say all that is claimed of a system.
  func canProve(_ system: TransitionSystem) -> Bool {
    system.symbolicConstants.isEmpty || provesForAll
  }
}
