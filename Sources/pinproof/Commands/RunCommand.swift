import ArgumentParser

/// `pinproof run`.
struct RunCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Print random behaviours.",
    discussion: """
      Each behaviour starts in a random start state and fires random enabled rules. The seed is \
      printed; the same seed gives the same behaviours. A behaviour ends early at a violation, and \
      unless the specification expects that, the command then exits as explore does.

      EXAMPLES
        pinproof run specs/pgmap/request-folio.m --max-steps 30
        pinproof run spec.m --traces 3 --seed 0x2a
      """)

  @Argument(help: "The specification.", completion: .file(extensions: ["m"]))
  var specification: String

  @OptionGroup(title: "Specification") var spec: SpecOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  @Option(help: ArgumentHelp("What the random choices depend on.", valueName: "0x..."))
  var seed: Seed?

  @Option(help: ArgumentHelp("The greatest number of firings.", valueName: "n"))
  var maxSteps: Int = 20

  @Option(help: ArgumentHelp("How many behaviours to print.", valueName: "n"))
  var traces: Int = 1

  func validate() throws {
    guard maxSteps >= 0 else { throw ValidationError("--max-steps is 0 or more.") }
    guard traces >= 1 else { throw ValidationError("--traces is 1 or more.") }
  }

  func run() async throws {
    let session = Session(spec: spec, output: output)
    try session.simulate(
      specification, seed: seed ?? .random(), maxSteps: maxSteps, traces: traces)
  }
}

/// What random choices depend on, in decimal or with `0x` in hexadecimal.
struct Seed: ExpressibleByArgument, CustomStringConvertible {
  let value: UInt64

  init(value: UInt64) { self.value = value }

  init?(argument: String) {
    let isHexadecimal = argument.lowercased().hasPrefix("0x")
    let digits = isHexadecimal ? argument.dropFirst(2) : argument[...]
    guard let value = UInt64(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
    self.value = value
  }

  static func random() -> Seed { Seed(value: .random(in: 0...UInt64.max)) }

  var description: String { "0x" + String(value, radix: 16) }
}
