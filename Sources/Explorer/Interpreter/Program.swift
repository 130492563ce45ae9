import Model
import SourceText

/// What an instruction stands for in the specification: for failures and traces, never looked at
/// while states are computed.
struct Site {
  /// The claim that a failure here violates; nil for the `runtime` claim.
  var claim: ClaimIndex?
  /// Where the expression or statement is.
  var range: SourceRange = .none
  /// Where the operand is that must be defined.
  var operandRange: SourceRange = .none
  /// Where the element is that an index found, which must be defined too.
  var elementRange: SourceRange = .none
}

/// The instance of a rule, start state or claim that instructions belong to.
struct Scope {
  enum Action: Hashable {
    case start(StartStateIndex)
    case rule(RuleIndex)
    case claim(ClaimIndex)
    /// The assumptions, which are looked at for each successor.
    case assumptions
  }

  let action: Action
  /// Where the values of its parameters are.
  let arguments: [ArgumentSource]
  /// Where to go on after a failure.
  let resume: Label
  /// Whether this is the body of a rule, not its guard.
  var isBody = false
}

/// Where the value of a parameter is while an instance runs.
enum ArgumentSource {
  case constant(Int64)
  case slot(Int32)
}

/// A system compiled to bytecode: immutable, shared by all machines that run it.
final class Program: @unchecked Sendable {
  // @unchecked: nothing changes after `init` and `pack`, and the code is written before it is shared.
  private(set) var system: TransitionSystem
  let code: UnsafeMutablePointer<Instruction>
  let codeCount: Int
  /// The machine's memory at first: cells of the state, constants, registers, locals.
  let image: [Int64]
  /// The number of words for frames of recursive functions, behind the image.
  let stackWords: Int
  /// For each instruction its scope, or -1 inside functions.
  let scopeOf: [Int32]
  /// For each scope where to go on after a failure in it.
  let resumeOf: [Int32]
  let scopes: [Scope]
  let sites: [Int32: Site]
  let entries: Entries

  /// Where the code for each purpose begins.
  struct Entries {
    var starts: Int32 = 0
    var rules: Int32 = 0
    /// Invariants and covers, with marks for antecedents that were true.
    var properties: Int32 = 0
    /// The same without the marks.
    var unmarkedProperties: Int32 = 0
    var goals: Int32 = 0
  }

  init(
    system: TransitionSystem, assembler: Assembler, stackWords: Int, entries: Entries
  ) {
    self.system = system
    codeCount = assembler.code.count
    code = .allocate(capacity: max(1, codeCount))
    for (position, instruction) in assembler.code.enumerated() {
      (code + position).initialize(to: instruction)
    }
    image = assembler.image
    self.stackWords = stackWords
    scopeOf = assembler.scopeOf
    scopes = assembler.scopes
    resumeOf = assembler.scopes.map { assembler.position(of: $0.resume) }
    sites = assembler.sites
    self.entries = entries
  }

  deinit { code.deallocate() }

  /// Packs states more tightly, which the code does not depend on. To be called before the program
  /// is shared.
  func pack(withoutUndefined isNeverUndefined: (Int) -> Bool) {
    system = system.packed(withoutUndefined: isNeverUndefined)
  }
}
