import SourceText

/// Why a body does not run to its end.
enum Interruption: Error {
  case failed(Failure)
  case pruned(ClaimIndex)
}

/// Where the cells of a place are.
struct Location: Hashable {
  enum Store: Hashable {
    case state
    /// The frame at this depth of the call stack.
    case frame(Int)
  }

  var store: Store
  /// The first cell.
  var offset: Int
  var type: ValueType
}

/// One run of a body: the state so far and the frames of the calls under way.
struct Execution {
  /// The locals of one call.
  struct Frame {
    let locals: [Local]
    /// The first cell of each local.
    let firstCell: [Int]
    var cells: [Int64?]
    var references: [LocalIndex: Location] = [:]

    init(_ locals: [Local]) {
      self.locals = locals
      var firstCell: [Int] = []
      var count = 0
      for local in locals {
        firstCell.append(count)
        if local.kind != .reference { count += StateLayout.cellCount(of: local.type) }
      }
      self.firstCell = firstCell
      self.cells = Array(repeating: nil, count: count)
    }
  }

  let system: TransitionSystem
  var state: State
  var frames: [Frame] = []
  var covers: [ClaimIndex] = []
  /// Notes what is read of the state.
  private let reads: ReadLog?

  init(system: TransitionSystem, state: State, noting reads: ReadLog? = nil) {
    self.system = system
    self.state = state
    self.reads = reads
  }

  mutating func enter(_ locals: [Local]) { frames.append(Frame(locals)) }

  mutating func leave() { frames.removeLast() }

  mutating func bind(_ parameters: [Binding], to arguments: [Int64]) {
    precondition(parameters.count == arguments.count, "one argument for each parameter")
    for (parameter, argument) in zip(parameters, arguments) { set(parameter.local, to: argument) }
  }

  mutating func set(_ local: LocalIndex, to value: Int64) {
    let depth = frames.count - 1
    frames[depth].cells[frames[depth].firstCell[local.position]] = value
  }

  subscript(location: Location) -> Int64? {
    get {
      switch location.store {
      case .state:
        reads?.note(location.offset..<location.offset + 1)
        return state.cells[location.offset]
      case .frame(let depth): return frames[depth].cells[location.offset]
      }
    }
    set {
      switch location.store {
      case .state: state.cells[location.offset] = newValue
      case .frame(let depth): frames[depth].cells[location.offset] = newValue
      }
    }
  }

  /// The values of all cells of a place.
  func cells(at location: Location) -> [Int64?] {
    let count = StateLayout.cellCount(of: location.type)
    let stretch = location.offset..<location.offset + count
    switch location.store {
    case .state:
      reads?.note(stretch)
      return Array(state.cells[stretch])
    case .frame(let depth): return Array(frames[depth].cells[stretch])
    }
  }

  /// Writes all cells of a place; a defined value must be in the range of its cell.
  mutating func write(_ values: [Int64?], to location: Location, at range: SourceRange)
    throws(Interruption)
  {
    let types = StateLayout.scalars(of: location.type)
    for (position, (value, type)) in zip(values, types).enumerated() {
      if let value { try check(value, in: type, at: range) }
      var cell = location
      cell.offset += position
      self[cell] = value
    }
  }

  func check(_ value: Int64, in type: ScalarType, at range: SourceRange) throws(Interruption) {
    guard type.contains(value) else {
      throw failure(.outOfRange(value: value, lower: type.lower, upper: type.upper), at: range)
    }
  }

  /// A run-time error of this kind.
  func failure(_ kind: FailureKind, at range: SourceRange) -> Interruption {
    .failed(Failure(claim: system.runtimeClaim, kind: kind, range: range))
  }
}
