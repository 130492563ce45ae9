import ArgumentParser
import Model
import Verification

/// What is asked of a specification.
struct SpecOptions: ParsableArguments {
  @Option(
    name: [.customShort("c"), .customLong("constant")],
    help: ArgumentHelp(
      "Override a constant; NAME=2..5 runs once for each value. Repeatable.",
      valueName: "NAME=VALUE"))
  var constants: [ConstantChoice] = []

  @Option(
    help: ArgumentHelp(
      "Decide only claims whose name matches; * and ? are wild. Repeatable.", valueName: "glob"))
  var property: [String] = []

  @Option(help: "What counts as a deadlock; otherwise as the spec says, or stuttering.")
  var deadlock: DeadlockMode?

  @Option(help: ArgumentHelp("The type that gets columns in counterexamples.", valueName: "type"))
  var columns: String?

  /// The greatest number of instances that one run may ask for.
  private static let instanceLimit = 10_000

  mutating func validate() throws {
    let count = constants.reduce(1) { count, choice in
      min(count * choice.values.count, Self.instanceLimit + 1)
    }
    guard count <= Self.instanceLimit else {
      throw ValidationError("-c: these sweeps are more than \(Self.instanceLimit) instances.")
    }
  }

  /// What holds for commands without these options.
  static var unset: SpecOptions {
    guard let options = try? SpecOptions.parse([]) else {
      preconditionFailure("every option has a default")
    }
    return options
  }

  /// One set of overrides for each instance that was asked for.
  var instances: [LoadOptions] {
    let choices = constants.reduce([[]]) { partial, choice in
      partial.flatMap { chosen in choice.values.map { chosen + [(choice.name, $0)] } }
    }
    return choices.map { LoadOptions(overrides: $0, deadlock: deadlock, columns: columns) }
  }
}

/// `NAME=VALUE` or `NAME=FROM..TO`.
struct ConstantChoice: ExpressibleByArgument {
  /// The greatest number of values that one option may ask for.
  private static let limit: Int64 = 10_000

  let name: String
  let values: [String]

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = String(parts[0])
    let text = String(parts[1])
    guard let dots = text.firstRange(of: "..") else {
      values = [text]
      return
    }
    guard let from = Int64(text[..<dots.lowerBound]), let to = Int64(text[dots.upperBound...]),
      from <= to, to.subtractingReportingOverflow(from).partialValue < Self.limit,
      !to.subtractingReportingOverflow(from).overflow
    else { return nil }
    values = (from...to).map(String.init)
  }
}

extension DeadlockMode: ExpressibleByArgument {}
