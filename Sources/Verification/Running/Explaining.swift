package import Model
import SourceText

extension Specification {
  /// A trace of this specification as a reader sees it.
  package func explain(
    _ trace: Trace, role: Counterexample.Role, engine: EngineName? = nil,
    isShortest: Bool = false, firstStateIsReachable: Bool? = nil
  ) -> Counterexample {
    let source = source
    var counterexample = Counterexample(
      of: trace, in: system,
      options: ExplanationOptions(
        role: role, engine: engine?.rawValue, isShortest: isShortest,
        firstStateIsReachable: firstStateIsReachable,
        sourceLine: { range in
          range.isNone
            ? nil : String(decoding: source.line(Int(range.start.line)), as: UTF8.self)
        }))
    if role == .induction, !system.symbolicConstants.isEmpty {
      counterexample.instance = system.constantValues.filter {
        system.symbolicConstants.contains($0.key)
      }
    }
    return counterexample
  }

  /// The exit code of a behaviour: 0 unless it violates what is not expected to be violated.
  package func exit(of trace: Trace) -> ExitCode {
    guard let claim = trace.ending.claim(in: system) else { return .success }
    let isExpected = expectations[system[claim].name] == .violated
    return isExpected ? .success : ExitCode.violation(of: system[claim].kind)
  }
}
