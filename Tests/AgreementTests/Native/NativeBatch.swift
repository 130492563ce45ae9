import Explorer
import Foundation
import Model
import TestSupport
import Toolchain

/// Native code for several systems, compiled together: the compiler takes longer to start than for
/// one of them.
struct NativeBatch {
  /// A system with both ways to compute its successors.
  struct Member {
    let system: TransitionSystem
    let bytecode: BytecodeSource
    let native: NativeSource
  }

  let members: [Member]

  init(_ systems: [TransitionSystem], symmetry: Bool = false) throws {
    let sources = systems.map { BytecodeSource($0) }
    let text = try Self.text(for: sources, symmetry: symmetry)
    let library = try withTemporaryDirectory { folder in
      var environment = ProcessInfo.processInfo.environment
      environment["XDG_CACHE_HOME"] = folder.path
      let toolchain = Toolchain(
        environment: environment, optimization: "-O1", instrumentation: Self.instrumentation)
      let build = Build(of: text, with: toolchain)
      while build.result() == nil { Thread.sleep(forTimeInterval: 0.002) }
      return try build.result()!.get()
    }
    members = try zip(systems, sources).enumerated().map { position, pair in
      Member(
        system: pair.0, bytecode: pair.1,
        native: try NativeSource(pair.1, library: library, prefix: Self.prefix(position)))
    }
  }

  /// What makes the compiled code a part of what the thread sanitizer watches.
  private static let instrumentation =
    ProcessInfo.processInfo.environment["PINPROOF_SANITIZE_THREADS"] == nil
    ? [] : ["-fsanitize=thread"]

  static func prefix(_ position: Int) -> String { "m\(position)_" }

  /// The C text for all systems.
  static func text(for sources: [BytecodeSource], symmetry: Bool) throws -> String {
    let texts = try sources.enumerated().map { position, source in
      let text = NativeSource.text(of: source, symmetry: symmetry, prefix: prefix(position))
      guard let text else {
        throw InvalidSpecification(description: "system \(position) cannot be compiled")
      }
      return text
    }
    return NativeSource.runtime + texts.joined(separator: "\n")
  }
}

/// Bytecode up to a level, native code from there.
struct ChangingSource: SuccessorSource {
  let first: BytecodeSource
  let second: NativeSource
  let level: Int

  var backend: String { first.backend }
  var wordsPerState: Int { first.wordsPerState }

  func makeBuffer() -> SuccessorBuffer { first.makeBuffer() }
  func makeExpander(into output: SuccessorBuffer) -> any Expander {
    first.makeExpander(into: output)
  }
  func replacement(level: Int, states: Int) -> (any SuccessorSource)? {
    level >= self.level ? second : nil
  }
}

extension Exploration {
  /// How this exploration differs from another one of the same system, if it does: in counts,
  /// verdicts or traces, but for the name of the backend.
  func difference(from other: Exploration, in system: TransitionSystem) -> String? {
    var (space, expected) = (stateSpace, other.stateSpace)
    (space.backend, expected.backend) = ("", "")
    if space != expected { return "\(space) instead of \(expected)" }
    for claim in system.claims.indices.map(ClaimIndex.init) {
      let (verdict, expected) = (self.verdict(of: claim), other.verdict(of: claim))
      if Answer(verdict) != Answer(expected) {
        return "claim \(system[claim].name): \(Answer(verdict)) instead of \(Answer(expected))"
      }
    }
    return nil
  }
}

/// A verdict with its trace, and without the state space.
private enum Answer: Equatable {
  case holds
  case violated(Trace)
  case vacuous(Vacuity)
  case assumed
  case unknown(Reason)

  init(_ verdict: Verdict) {
    switch verdict {
    case .holds: self = .holds
    case .violated(let trace): self = .violated(trace)
    case .vacuous(let vacuity, _): self = .vacuous(vacuity)
    case .assumed: self = .assumed
    case .unknown(let reason): self = .unknown(reason)
    }
  }
}
