import Model
import SourceText

/// Turns a transition system into bytecode.
///
/// One segment each computes the start states, fires the rules, and judges a state. Loops over
/// small domains (ruleset parameters, quantifiers, ranged loops) are unrolled, so that a guard
/// such as `pc[t] = Idle` is one instruction with fixed addresses; beyond a budget they stay
/// loops, so the code does not grow with the product of the domains. All frames have fixed
/// addresses, except the variables of recursive functions.
final class Compiler {
  let system: TransitionSystem
  let evaluator: Evaluator
  let calls: CallGraph
  var assembler: Assembler
  var context = Context()
  /// The claim whose left side of an implication is being looked for.
  var antecedentClaim: ClaimIndex?
  var functionCode: [FunctionIndex: FunctionCode] = [:]
  var functionsToCompile: [FunctionIndex] = []
  var assumptionCheck: Label?
  var assumptionResult: Int32 = 0

  private init(_ system: TransitionSystem) {
    self.system = system
    evaluator = Evaluator(system)
    calls = CallGraph(system)
    assembler = Assembler(cellCount: system.layout.cells.count)
  }

  static func compile(_ system: TransitionSystem) -> Program {
    let compiler = Compiler(system)
    let entries = compiler.compileSegments()
    compiler.compileFunctions()
    compiler.assembler.resolve()
    return Program(
      system: system, assembler: compiler.assembler, stackWords: compiler.stackWords,
      entries: entries)
  }
}

/// Where a local of the frame under way lives.
enum Home {
  /// A bound local with a value known while compiling.
  case constant(Int64)
  /// A bound local in a register.
  case register(Int32)
  /// Cells at a fixed address.
  case cells(Int32)
  /// Cells of the stack frame, from this offset on.
  case frame(Int32)
  /// The address of the cells is in a register.
  case reference(Int32)
}

/// What is known while one rule, claim or function is compiled.
struct Context {
  /// The locals of the frame.
  var locals: [Local] = []
  var homes: [LocalIndex: Home] = [:]
  /// Registers of this context; the first `live` are in use.
  var registers: [Int32] = []
  var live = 0
  /// Registers in a row that stay in use.
  var areas: [(address: Int32, count: Int)] = []
  var function: FunctionIndex?
  /// Where `return` goes.
  var end: Label?
}

/// Where the value of an expression is.
enum Operand {
  case constant(Int64)
  /// At this address, certainly defined.
  case defined(Int32)
  /// At this address, perhaps undefined.
  case cell(Int32)
}

/// Where the cells of a place are.
enum Location {
  case fixed(Int32)
  /// The address is in this register.
  case computed(Int32)
}

extension Compiler {
  /// A register that is free until `release`.
  func register() -> Int32 {
    if context.live == context.registers.count {
      context.registers.append(assembler.reserve(1, filledWith: 0))
    }
    context.live += 1
    return context.registers[context.live - 1]
  }

  /// Runs `body` and frees the registers that it took.
  func releasing<Result>(_ body: () -> Result) -> Result {
    let live = context.live
    defer { context.live = live }
    return body()
  }

  /// Registers in a row, in use until the context ends.
  func area(_ count: Int) -> Int32 {
    let address = assembler.reserve(count)
    context.areas.append((address, count))
    return address
  }

  /// The address of the operand's value; when it may be undefined, a check comes first.
  func defined(_ operand: Operand, at range: SourceRange) -> Int32 {
    switch operand {
    case .constant(let value): return assembler.constant(value)
    case .defined(let address): return address
    case .cell(let address):
      assembler.emit(.checkDefined, a: address, site: Site(operandRange: range))
      return address
    }
  }

  /// A copy of the operand that later calls cannot change.
  func stable(_ operand: Operand, at range: SourceRange) -> Operand {
    guard case .cell = operand else { return operand }
    let copy = register()
    assembler.emit(.move, a: defined(operand, at: range), c: copy)
    return .defined(copy)
  }

  /// The address of the place's first cell, as a value in memory.
  func address(of location: Location) -> Int32 {
    switch location {
    case .fixed(let address): assembler.constant(Int64(address))
    case .computed(let register): register
    }
  }
}
