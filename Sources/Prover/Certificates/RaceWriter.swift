import Model
import Z3

/// Writes and checks the questions whose answers show that a race exists at every size from some
/// on.
struct RaceWriter {
  private let system: TransitionSystem
  private let race: Certificate.Race
  private let claim: ClaimIndex
  private let context: Context
  private let lifted: LiftedRace

  init(
    _ race: Certificate.Race, breaking claim: ClaimIndex, of system: TransitionSystem,
    in context: Context
  ) throws(Unencodable) {
    self.system = system
    self.race = race
    self.claim = claim
    self.context = context
    lifted = try LiftedRace(race, breaking: claim, of: system, in: context)
  }

  /// The certificate for the sizes of the race.
  var certificate: Certificate {
    let steps = lifted.steps.indices.map { number in
      obligation(lifted.steps[number].name, .unsat, lifted.obligation(number, from: race.from))
    }
    return Certificate(
      by: .race, claims: [system[claim].name], invariant: [], k: lifted.steps.count,
      constants: system.constantValues.filter { !system.dependentConstants.contains($0.key) },
      forAll: system.symbolicConstants, race: race,
      obligations: [
        obligation("there may be such members", .sat, lifted.members(of: race.from)),
        obligation("there are as many members", .unsat, lifted.shortage(from: race.from)),
      ] + steps)
  }

  private func obligation(
    _ name: String, _ expected: Certificate.Obligation.Answer, _ statements: [Term]
  ) -> Certificate.Obligation {
    Certificate.Obligation(
      name: name, expected: expected, logic: .all, text: SMTLIB.text(statements, in: context))
  }
}

extension RaceWriter {
  /// Whether a certificate is what shows that its race exists at every size from some on.
  static func writes(
    _ certificate: Certificate, _ race: Certificate.Race, breaking claim: ClaimIndex,
    of system: TransitionSystem
  ) throws(EngineFailure) -> Bool {
    guard race.fits(system, breaking: claim) else { return false }
    do {
      let written = try RaceWriter(race, breaking: claim, of: system, in: Context())
      return written.certificate == certificate
    } catch {
      throw .unsupported([error.feature])
    }
  }
}

extension Certificate.Race {
  /// Whether there are such steps in a system, and such sizes.
  fileprivate func fits(_ system: TransitionSystem, breaking claim: ClaimIndex) -> Bool {
    guard let start = steps.first, system.startStates.indices.contains(start.position),
      steps.dropFirst().allSatisfy({ system.rules.indices.contains($0.position) }),
      from.keys.sorted() == system.symbolicConstants.sorted(),
      from.values.allSatisfy({ $0 >= 1 })
    else { return false }
    let parameters =
      [system.startStates[start.position].parameters]
      + steps.dropFirst().map { system.rules[$0.position].parameters }
    let counts = zip(steps, parameters).allSatisfy { $0.arguments.count == $1.count }
    guard let claimArguments else { return counts }
    return counts && system[claim].condition != nil
      && claimArguments.count == system[claim].parameters.count
  }
}
