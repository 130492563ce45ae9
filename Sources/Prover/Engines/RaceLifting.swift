package import Model
import Polynomials
import Z3

/// Shows of a violation in one instance that it exists at every size from some on.
package enum RaceLifting {
  /// What is shown.
  package enum Answer: Sendable {
    /// The certificate says from which sizes on.
    case everySize(Certificate)
    case notShown(Obstacle)
  }

  /// Why it is not shown for other sizes.
  package enum Obstacle: Sendable, Hashable, CustomStringConvertible {
    /// It ends by a deadlock, in a state with no way back, or by an error in a guard or claim.
    case ending
    case unencodable(Feature)
    /// The step may be another one at another size, or the solver gave up.
    case step(String)
    case limit(Limit)

    package var description: String {
      switch self {
      case .ending: "how it ends is not shown by running it"
      case .unencodable(let feature): feature.description
      case .step(let name): "\(name) may depend on the sizes"
      case .limit(let limit): "\(limit)"
      }
    }
  }

  /// Z3's own steps for one question; some seconds.
  private static let patience: UInt32 = 4_000_000
  /// More choices of sizes than this are not tried.
  private static let greatestCount = 12

  /// Tries the least sizes that have the members which the race names, then greater ones up to the
  /// instance's.
  package static func lift(
    _ trace: Trace, breaking claim: ClaimIndex, of system: TransitionSystem, limits: Limits
  ) -> Answer {
    guard let race = Certificate.Race(trace, in: system) else { return .notShown(.ending) }
    let context = Context()
    let watch = Watch(over: context.interruption, limits)
    defer { watch.end() }
    let lifted: LiftedRace
    do {
      lifted = try LiftedRace(race, breaking: claim, of: system, in: context)
    } catch {
      return .notShown(.unencodable(error.feature))
    }
    var obstacle = Obstacle.ending
    for sizes in candidates(lifted.needs, system) {
      if let limit = limits.interruption() { return .notShown(.limit(limit)) }
      guard let found = self.obstacle(to: lifted, from: sizes, in: context) else {
        return certificate(race.from(sizes), claim, system)
      }
      obstacle = found
    }
    return .notShown(obstacle)
  }

  private static func certificate(
    _ race: Certificate.Race, _ claim: ClaimIndex, _ system: TransitionSystem
  ) -> Answer {
    // In a context of its own, so that its text is that which anyone derives.
    do {
      let written = try RaceWriter(race, breaking: claim, of: system, in: Context())
      return .everySize(written.certificate)
    } catch {
      return .notShown(.unencodable(error.feature))
    }
  }

  /// What stands in the way for these sizes; nil when nothing does.
  private static func obstacle(
    to race: LiftedRace, from sizes: [String: Int64], in context: Context
  ) -> Obstacle? {
    func isImpossible(_ statements: [Term]) -> Bool {
      let solver = Solver(in: context, limits: Solver.Limits(resources: patience))
      for statement in statements { solver.assert(statement) }
      return solver.check() == .unsatisfiable
    }
    guard isImpossible(race.shortage(from: sizes)) else { return .step("who takes part") }
    for number in race.steps.indices
    where !isImpossible(race.obligation(number, from: sizes)) {
      return .step(race.steps[number].name)
    }
    return nil
  }

  /// From the least sizes that have enough members to those of the instance.
  private static func candidates(
    _ needs: [LiftedRace.Need], _ system: TransitionSystem
  ) -> [[String: Int64]] {
    let instance = system.constantValues.filter { system.symbolicConstants.contains($0.key) }
    var least = instance.mapValues { _ in Int64(1) }
    for need in needs {
      for name in need.type.upperForm.names {
        let most = instance[name] ?? 1
        while !need.isMet(by: least), let size = least[name], size < most { least[name] = size + 1 }
      }
    }
    var between = [least]
    for (name, most) in instance.sorted(by: { $0.key < $1.key }) {
      between = between.flatMap { sizes in
        (sizes[name, default: 1]...most).prefix(greatestCount + 1).map {
          sizes.merging([name: $0]) { $1 }
        }
      }
      if between.count > greatestCount { return [least, instance] }
    }
    return between.sorted { $0.values.reduce(0, +) < $1.values.reduce(0, +) }
  }
}

extension LiftedRace.Need {
  /// Whether there are enough values for these sizes.
  fileprivate func isMet(by sizes: [String: Int64]) -> Bool {
    guard let least = type.lowerForm.value(sizes), let greatest = type.upperForm.value(sizes) else {
      return false
    }
    return Int128(greatest) - Int128(least) + 1 >= count
  }
}

extension Certificate.Race {
  /// The race of a trace, of the sizes of the instance; nil when it ends in a way that is not shown
  /// by running it.
  fileprivate init?(_ trace: Trace, in system: TransitionSystem) {
    var steps: [Step] = []
    for step in trace.steps {
      switch step.action {
      case .start(let index): steps.append(.init(index.position, step.arguments))
      case .rule(let index): steps.append(.init(index.position, step.arguments))
      case .assumed: return nil
      }
    }
    switch trace.ending {
    case .claimFalse(_, let arguments):
      self.init(steps: steps, claimArguments: arguments, from: [:])
    case .failed where trace.steps.last?.state == nil:
      self.init(steps: steps, claimArguments: nil, from: [:])
    case .failed, .deadlock, .neverAgain, .open: return nil
    }
  }

  /// The same race from these sizes on.
  fileprivate func from(_ sizes: [String: Int64]) -> Self {
    Self(steps: steps, claimArguments: claimArguments, from: sizes)
  }
}
