import Model

/// Turns a transition system into C: one function for each rule, claim and function, and the entry
/// points that `NativeSource` calls.
///
/// The code works on packed states. A guard or claim reads the parent `s`; a body works on a copy
/// `n` of it, in which it patches bits. What can fail leaves with a code: 0 is success, `PRUNED` a
/// false assumption, any other number one more than the claim that fails. A failure is only noted:
/// traces come from the bytecode machine, which runs the step again.
///
/// A check is left out only where the values that the types admit cannot fail it (`Interval`), or
/// where no reachable state has the cell undefined (`Definedness`). Loops over small domains are
/// unrolled under a budget, so that the text does not grow with the product of rulesets.
final class Emitter {
  let system: TransitionSystem
  /// What the names of this model's functions begin with, when several are in one text.
  let prefix: String
  let definedness: Definedness
  let calls: CallGraph
  /// Whether some function is recursive, or functions are so many that their calls can nest as deep
  /// as is admitted.
  let callsMayNestTooDeep: Bool
  var code = ""
  var indent = 1
  var context = Context()
  /// How many failures were emitted so far.
  var failures = 0
  private var names = 0
  private var functionText = ""
  var variants: [Variant: String] = [:]
  var waitingVariants: [Variant] = []
  var prototypes = ""
  /// Code that was finished, in bytes: what the budget for unrolling looks at.
  private(set) var finished = 0

  init(_ system: TransitionSystem, startStates: some Sequence<State>, prefix: String = "") {
    self.system = system
    self.prefix = prefix
    definedness = Definedness(system, startStates: startStates)
    let calls = CallGraph(system)
    self.calls = calls
    callsMayNestTooDeep =
      system.functions.count >= Evaluator.callDepthLimit
      || system.functions.indices.contains { calls.isRecursive(FunctionIndex($0)) }
  }

  var runtimeCode: String { code(of: system.runtimeClaim) }

  /// What a function returns when the claim fails.
  func code(of claim: ClaimIndex) -> String { String(claim.position + 1) }

  /// Whether the system can be emitted: what C keeps on the stack must be small.
  static func supports(_ system: TransitionSystem) -> Bool {
    let calls = CallGraph(system)
    let frames = system.rules.map(\.frame) + system.claims.map(\.frame)
    let functions = system.functions.indices.map { position in
      let function = system.functions[position]
      let words = self.words(function.frame) + (function.result.map(StateLayout.cellCount) ?? 0)
      let depth = calls.isRecursive(FunctionIndex(position)) ? Evaluator.callDepthLimit : 1
      return (words + 32) * depth
    }
    let largest = frames.map(words).max() ?? 0
    return largest + functions.reduce(0, +) + system.layout.wordCount <= stackWords
  }

  /// 256 KiB: half of the smallest stack that a thread of ours has.
  private static let stackWords = 32_768

  private static func words(_ frame: [Local]) -> Int {
    frame.reduce(0) { $0 + ($1.kind == .variable ? StateLayout.cellCount(of: $1.type) : 1) }
  }

  // MARK: Text

  /// A name that was not used before.
  func name(_ prefix: String) -> String {
    names += 1
    return "\(prefix)\(names)"
  }

  /// Adds a line.
  func line(_ text: String) {
    code += String(repeating: "  ", count: indent)
    code += text
    code += "\n"
  }

  /// Adds lines between braces.
  func block(_ head: String, _ body: () -> Void, end: String = "}") {
    line(head.isEmpty ? "{" : head + " {")
    indented(body)
    line(end)
  }

  func indented(_ body: () -> Void) {
    indent += 1
    body()
    indent -= 1
  }

  /// What `body` emits, without adding it.
  func capture<Result>(_ body: () -> Result) -> (text: String, result: Result) {
    let outer = code
    code = ""
    let result = body()
    defer { code = outer }
    return (code, result)
  }

  /// Whether loops may still be unrolled.
  func isUnrolled(rounds: Int, size: Int, budget: Int) -> Bool {
    rounds <= budget / max(1, size) && finished + code.utf8.count < Budget.text
  }

  /// A function at the end of the file, declared before the others.
  func function(_ head: String, _ body: () -> Void) {
    let (outer, outerIndent) = (code, indent)
    (code, indent) = ("", 1)
    body()
    prototypes += head + ";\n"
    functionText += "\n\(head) {\n\(code)}\n"
    finished += code.utf8.count
    (code, indent) = (outer, outerIndent)
  }

  /// Everything that was emitted, in an order that C accepts.
  func text(entries: String) -> String {
    cellTable() + "\n" + prototypes + functionText + "\n" + entries
  }

  private func cellTable() -> String {
    let rows = system.layout.cells.map {
      "  {\($0.word), \($0.shift), \(hex($0.mask)), \(literal($0.base))},\n"
    }
    return
      "static const struct cell \(prefix)cells[] = {\n\(rows.isEmpty ? "  {0, 0, 0, 0},\n" : "")"
      + rows.joined() + "};\n"
  }

  // MARK: Literals

  func literal(_ value: Int64) -> String {
    switch value {
    case .min: "INT64_MIN"
    case -0x8000_0000...0x7fff_ffff: value < 0 ? "(\(value))" : "\(value)"
    default: value < 0 ? "(-INT64_C(\(value.magnitude)))" : "INT64_C(\(value))"
    }
  }

  /// Of 64 bits, so that shifts have room.
  func hex(_ value: UInt64) -> String { "UINT64_C(0x\(String(value, radix: 16)))" }
}

/// How much code loops may become.
enum Budget {
  /// Beyond so many bytes an expression is cut in two: compilers take only so many parentheses.
  static let expression = 1_000
  /// How long the text of an operation is on average.
  static let bytesOfOperation = 64
  /// The most operations for one ruleset.
  static let ruleset = 600
  /// The most operations for one loop or quantifier.
  static let loop = 96
  /// Beyond so many bytes of code no loop is unrolled any more.
  static let text = 150_000
}

/// The value of an expression: C text without side effects that means the same until the block
/// that it was made in ends.
struct Value {
  var text: String
  var interval: Interval
  /// Whether the text is a name or a literal.
  var isAtom = false

  /// The value when it is known.
  var constant: Int64? {
    isAtom && interval.lower == interval.upper ? interval.lower : nil
  }
}

extension Emitter {
  /// What is known while one rule, claim or function is emitted.
  struct Context {
    /// Where failures go.
    enum Failing {
      /// To a label, with the code in `e`.
      case label(String)
      /// Out of the function.
      case result
    }

    var locals: [Local] = []
    /// The values of bound locals.
    var values: [LocalIndex: Value] = [:]
    /// Where variables and references are.
    var places: [LocalIndex: CellLocation] = [:]
    /// Whether the state is the working copy `n`, not the parent `s`.
    var isWorking = false
    var failing = Failing.result
    /// Where `return` goes in a body that is no function.
    var end: String?
    /// The calls under way.
    var depth = "0"
  }
}
