import Model

// The words for every fact that reports speak of, in alphabetical order of the facts.

extension Claim.Kind {
  /// What a claim of this kind is called in a heading.
  var wording: String {
    switch self {
    case .assertion: "assertion"
    case .assumption: "assumption"
    case .cover: "cover"
    case .deadlock: "deadlock"
    case .invariant: "invariant"
    case .liveness: "liveness"
    case .runtime: "run-time error"
    }
  }
}

extension FailureKind {
  /// What went wrong, as a sentence without its full stop.
  package var wording: String {
    switch self {
    case .assertion: "the assertion is false"
    case .divisionByZero: "division by zero"
    case .doesNotEnd: "a loop or a chain of calls does not end"
    case .errorStatement: "an error statement is reached"
    case .indexOutOfRange(let value, let lower, let upper):
      "the index \(value) is not in \(lower)..\(upper)"
    case .missingReturn: "a function ends without returning a value"
    case .outOfRange(let value, let lower, let upper):
      "the value \(value) is not in \(lower)..\(upper)"
    case .overflow: "the result does not fit in 64 bits"
    case .stepInWrongDirection: "the step of a loop leads away from its end"
    case .undefinedRead: "an undefined value is read"
    case .zeroStep: "the step of a loop is zero"
    }
  }
}

extension ITFError {
  /// Why a text is no trace.
  package var wording: String {
    switch self {
    case .missing(let part): "the trace lacks \"\(part)\""
    case .notJSON: "this is not JSON"
    case .unknownName(let name): "the specification has no \"\(name)\""
    case .wrongArguments(let name): "the arguments of \"\(name)\" do not fit its parameters"
    case .wrongEnding: "the trace does not say how it ends"
    case .wrongValue(let place): "the value of \"\(place)\" is not one of its type"
    }
  }
}

extension Limit {
  /// The limit that ended a run.
  package var wording: String {
    switch self {
    case .depth: "the limit of depth"
    case .interrupted: "an interruption"
    case .memory: "the limit of memory"
    case .states: "the limit of states"
    case .time: "the limit of time"
    }
  }
}

extension ReasonRecord {
  /// Why there is no better answer.
  package var wording: String {
    switch code {
    case .antecedentNeverTrue: "its antecedent is never true"
    case .assumptionsContradict: "the assumptions contradict each other"
    case .bounded: "searched up to this depth only"
    case .coverNeverMet: "no reachable state meets it"
    case .depth: "the limit of depth was reached"
    case .interrupted: "interrupted"
    case .memory: "the limit of memory was reached"
    case .noReachableState: "there is no reachable state"
    case .noRuleFired: "no step is ever taken"
    case .notInductive: "not inductive\(detail.map { " at \($0)" } ?? "")"
    case .solver: "the solver gave up\(detail.map { ": \($0)" } ?? "")"
    case .states: "the limit of states was reached"
    case .stoppedAtViolation: "the search for it ended at another violation"
    case .timeout: "the time was up"
    case .unsupported: "the engine cannot honour\(detail.map { ": \($0)" } ?? " it")"
    }
  }
}
