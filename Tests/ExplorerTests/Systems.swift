import Explorer
import Lowering
import Model
import Murphi
import SourceText

/// Why a text means nothing.
struct InvalidText: Error {
  let messages: [String]
}

/// What a text means.
func system(_ text: String, deadlock: DeadlockMode? = nil) throws -> TransitionSystem {
  let (program, diagnostics) = checkedProgram(of: SourceFile(name: "test.m", text: text))
  guard let program else {
    throw InvalidText(messages: diagnostics.map { "\($0.range): \($0.message)" })
  }
  return lower(program, deadlock: deadlock)
}

/// A verdict without its evidence.
enum Answer: Hashable {
  case holds
  case violated(depth: Int)
  case vacuous(Vacuity)
  case assumed
  case unknown(Reason)

  init(_ verdict: Verdict) {
    switch verdict {
    case .holds: self = .holds
    case .violated(let trace): self = .violated(depth: trace.depth)
    case .vacuous(let vacuity, _): self = .vacuous(vacuity)
    case .assumed: self = .assumed
    case .unknown(let reason): self = .unknown(reason)
    }
  }
}

extension Exploration {
  /// The answer to the claim of this name; traps when there is none.
  func answer(_ name: String, in system: TransitionSystem) -> Answer {
    Answer(verdict(of: system.claim(name)))
  }

  /// The trace of a violated claim.
  func trace(_ name: String, in system: TransitionSystem) -> Trace? {
    if case .violated(let trace) = verdict(of: system.claim(name)) { trace } else { nil }
  }
}

extension TransitionSystem {
  func claim(_ name: String) -> ClaimIndex {
    guard let position = claims.firstIndex(where: { $0.name == name }) else {
      fatalError("no claim \(name) among \(claims.map(\.name))")
    }
    return ClaimIndex(position)
  }

  func rule(_ name: String) -> Int { rules.firstIndex { $0.name == name }! }
}

/// A counter that goes round from 0 to 9, and can be reset from 7.
let counter = """
  var n: 0..9;
  startstate "zero" begin n := 0; end;
  rule "up" n < 9 ==> begin n := n + 1; end;
  rule "around" n = 9 ==> begin n := 0; end;
  rule "reset" n = 7 ==> begin n := 0; end;
  """
