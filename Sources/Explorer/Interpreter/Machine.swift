import Model

/// Runs a program: one memory, one state at a time.
///
/// Memory holds the unpacked cells of the state, then constants, registers, locals and the frames
/// of recursive functions. A body writes the cells in place and logs what was there; a successor
/// is the packed parent with only the written cells put in again, and then the log is undone.
///
/// Ownership: a machine belongs to one task at a time. All stored properties are constants or
/// touched outside of the loop only; what the loop changes is behind pointers.
final class Machine: @unchecked Sendable {
  /// One old value of a cell.
  struct LogEntry: BitwiseCopyable {
    var cell: Int
    var value: Int64
  }

  /// Where a cell lies in the packed state.
  struct CellCode: BitwiseCopyable {
    var word: Int32
    var shift: Int32
    var mask: UInt64
    /// The lower bound minus one: what a raw value is counted from.
    var base: Int64
    /// The raw value of undefined; beyond all raw values where it has none.
    var undefined: UInt64
    var lower: Int64
    var upper: Int64
  }

  let program: Program
  let output: SuccessorBuffer
  let cellCount: Int
  let wordCount: Int
  let memory: UnsafeMutablePointer<Int64>
  let cells: UnsafeMutablePointer<CellCode>
  let log: UnsafeMutablePointer<LogEntry>
  let logCapacity: Int
  /// The words of the state in memory.
  let parent: UnsafeMutablePointer<UInt64>
  let calls: CallStack
  private let memoryCount: Int
  /// When set, told of everything that happens, with arguments.
  var recorder: Recorder?
  /// The value that the last failure was about.
  var faultValue: Int64 = 0
  var faultLower: Int64 = 0
  var faultUpper: Int64 = 0

  convenience init(_ program: Program) { self.init(program, Self.makeBuffer(for: program)) }

  /// A buffer of the right shape for a program's successors.
  static func makeBuffer(for program: Program) -> SuccessorBuffer {
    let system = program.system
    return SuccessorBuffer(
      wordsPerState: system.layout.wordCount, rules: system.rules.count,
      claims: system.claims.count)
  }

  init(_ program: Program, _ output: SuccessorBuffer) {
    self.program = program
    self.output = output
    let layout = program.system.layout
    cellCount = layout.cells.count
    wordCount = layout.wordCount
    memoryCount = program.image.count + program.stackWords
    memory = .allocate(capacity: max(1, memoryCount))
    memory.initialize(repeating: Assembler.undefined, count: memoryCount)
    for (position, value) in program.image.enumerated() { memory[position] = value }
    cells = .allocate(capacity: max(1, cellCount))
    for (position, cell) in layout.cells.enumerated() {
      (cells + position).initialize(
        to: CellCode(
          word: Int32(cell.word), shift: Int32(cell.shift), mask: cell.mask,
          base: cell.base, undefined: cell.mayBeUndefined ? 0 : .max, lower: cell.type.lower,
          upper: cell.type.upper))
    }
    logCapacity = 2 * cellCount + 64
    log = .allocate(capacity: logCapacity)
    parent = .allocate(capacity: wordCount)
    parent.initialize(repeating: 0, count: wordCount)
    calls = CallStack(stackBase: program.image.count)
  }

  deinit {
    memory.deallocate()
    cells.deallocate()
    log.deallocate()
    parent.deallocate()
  }

  // MARK: States in memory

  /// Makes every cell undefined, as before a start state runs.
  func clear() {
    for cell in 0..<cellCount { memory[cell] = Assembler.undefined }
    for word in 0..<wordCount { parent[word] = 0 }
  }

  /// Unpacks a state into memory.
  @inline(__always)
  func load(_ words: UnsafePointer<UInt64>) {
    let (memory, cells, parent) = (memory, cells, parent)
    for word in 0..<wordCount { parent[word] = words[word] }
    for position in 0..<cellCount {
      let cell = cells[position]
      let raw = words[Int(cell.word)] &>> UInt64(truncatingIfNeeded: cell.shift) & cell.mask
      memory[position] =
        raw == cell.undefined ? Assembler.undefined : cell.base &+ Int64(bitPattern: raw)
    }
  }

  /// Keeps only the first log entry of each cell, so that the log never outgrows its space.
  func compactLog(_ count: Int) -> Int {
    var seen = Set<Int>()
    var kept = 0
    for position in 0..<count where seen.insert(log[position].cell).inserted {
      log[kept] = log[position]
      kept += 1
    }
    return kept
  }

  /// Puts the cells that the log names into the words of the parent.
  @inline(__always)
  func pack(_ target: UnsafeMutablePointer<UInt64>, _ logCount: Int) {
    for word in 0..<wordCount { target[word] = parent[word] }
    for position in 0..<logCount {
      let cell = log[position].cell
      let code = cells[cell]
      let value = memory[cell]
      let raw =
        value == Assembler.undefined ? 0 : UInt64(bitPattern: value &- code.base)
      let shift = UInt64(truncatingIfNeeded: code.shift)
      let word = Int(code.word)
      target[word] = target[word] & ~(code.mask &<< shift) | raw &<< shift
    }
  }

  /// Takes back what the log names.
  @inline(__always)
  func undo(_ logCount: Int) {
    var position = logCount
    while position > 0 {
      position &-= 1
      memory[log[position].cell] = log[position].value
    }
  }
}

/// Calls under way and what they keep.
///
/// Owned by one machine; see there.
final class CallStack {
  /// For each call the instruction after it and the frame of the caller.
  let returns: UnsafeMutablePointer<(code: Int32, frame: Int)>
  let stackBase: Int
  /// Registers that recursive calls keep.
  private(set) var kept: [Int64] = []

  /// One call more than any specification may make: the check of assumptions.
  static let capacity = Evaluator.callDepthLimit + 2

  init(stackBase: Int) {
    self.stackBase = stackBase
    returns = .allocate(capacity: Self.capacity)
  }

  deinit { returns.deallocate() }

  func save(_ list: UnsafePointer<Int64>, in memory: UnsafePointer<Int64>) {
    for position in 0..<Int(list[0]) { kept.append(memory[Int(list[1 + position])]) }
  }

  func restore(_ list: UnsafePointer<Int64>, in memory: UnsafeMutablePointer<Int64>) {
    for position in (0..<Int(list[0])).reversed() {
      memory[Int(list[1 + position])] = kept.removeLast()
    }
  }

  func abandon() { kept.removeAll(keepingCapacity: true) }
}
