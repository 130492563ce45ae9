import Model

/// How far into a row of cells: a constant and indices known at run time.
struct Offset {
  struct Term {
    /// The index, counted from 0.
    var text: String
    /// The cells from one index to the next.
    var stride: Int
    /// The number of indices.
    var count: Int
  }

  var constant = 0
  var terms: [Term] = []

  /// As C text.
  var text: String {
    let parts = terms.map { $0.stride == 1 ? "\($0.text)" : "\($0.text) * \($0.stride)" }
    return (parts + (constant != 0 || parts.isEmpty ? ["\(constant)"] : [])).joined(
      separator: " + ")
  }

  func adding(_ constant: Int) -> Offset {
    Offset(constant: self.constant + constant, terms: terms)
  }
}

/// Where the cells of a place are.
struct CellLocation {
  enum Root {
    /// In the packed state.
    case state
    /// In the packed state, from the cell on whose number this C variable holds.
    case reference(String)
    /// In a C variable.
    case scalar(String)
    /// In a C array of unpacked cells.
    case array(String)
  }

  var root: Root
  var offset = Offset()
  /// The first leaf of the state variable, for what is known of its definedness.
  var leaf: Int?

  var isState: Bool {
    switch root {
    case .state, .reference: true
    case .scalar, .array: false
    }
  }

  func adding(_ cells: Int, leaves: Int = 0) -> CellLocation {
    CellLocation(root: root, offset: offset.adding(cells), leaf: leaf.map { $0 + leaves })
  }
}

extension Emitter {
  /// Finds the cells of a place; its indices are evaluated, from left to right.
  func locate(_ place: Place) -> CellLocation {
    var (location, type) = root(of: place)
    for step in place.path {
      switch (step, type) {
      case (.field(let position), .record(let fields)):
        location = location.adding(
          StateLayout.offset(ofField: position, in: fields),
          leaves: fields[..<position].reduce(0) { $0 + Definedness.leafCount(of: $1.type) })
        type = fields[position].type
      case (.element(let index), .array(let indexType, let element)):
        add(index, of: indexType, stride: StateLayout.cellCount(of: element), to: &location)
        type = element
      default: preconditionFailure("the path of a place follows its type")
      }
    }
    return location
  }

  private func add(
    _ index: Expression, of type: ScalarType, stride: Int, to location: inout CellLocation
  ) {
    let value = bind(value(index))
    if let known = value.constant, type.contains(known) {
      location.offset.constant += Int(known - type.lower) * stride
      return
    }
    check(value, isWithin: type)
    let text = type.lower == 0 ? value.text : "(\(value.text) - \(literal(type.lower)))"
    location.offset.terms.append(
      Offset.Term(text: text, stride: stride, count: type.count ?? .max))
  }

  private func root(of place: Place) -> (CellLocation, ValueType) {
    switch place.root {
    case .state(let variable):
      let offset = Offset(constant: system.layout.firstCell[variable.position])
      let leaf = definedness.firstLeaf[variable.position]
      return (CellLocation(root: .state, offset: offset, leaf: leaf), system[variable].type)
    case .local(let local):
      let type = context.locals[local.position].type
      if let value = context.values[local] {
        return (CellLocation(root: .scalar(value.text)), type)
      }
      guard let location = context.places[local] else {
        preconditionFailure("a local is bound before it is used")
      }
      return (location, type)
    case .call(let function, let arguments):
      let type = system[function].result!
      return (call(function, arguments), type)
    }
  }

  // MARK: Reading

  /// The value of a scalar place, which must be defined.
  func read(_ place: Place) -> Value {
    if place.path.isEmpty, case .local(let local) = place.root, let value = context.values[local] {
      return value
    }
    guard let type = place.type.scalar else { preconditionFailure("a scalar is read") }
    let location = locate(place)
    if location.isState {
      let raw = name("t")
      line("const uint64_t \(raw) = \(self.raw(of: location, type));")
      if !definedness.isDefined(location.leaf) { fail(if: "\(raw) == 0") }
      return Value(text: decoded(raw, above: base(of: location, type)), interval: Interval(type))
    }
    let value = name("t")
    line("const int64_t \(value) = \(text(of: location));")
    fail(if: "\(value) == UNDEFINED")
    let isBounded = type.kind != .integer && !place.isResult
    let interval = isBounded ? Interval(type) : .full
    return Value(text: value, interval: interval, isAtom: true)
  }

  private func decoded(_ raw: String, above base: Int64) -> String {
    switch base {
    case 0: "(int64_t)\(raw)"
    case -1: "((int64_t)\(raw) - 1)"
    default: "(int64_t)(\(raw) + (uint64_t)\(literal(base)))"
    }
  }

  /// Whether a cell of the state has a raw value for undefined. All elements of an array are alike,
  /// and what references lead to has one.
  func mayBeUndefined(_ location: CellLocation) -> Bool {
    let cells = system.layout.cells
    guard case .state = location.root, cells.indices.contains(location.offset.constant) else {
      return true
    }
    return cells[location.offset.constant].mayBeUndefined
  }

  /// The value that the raw values of a cell of the state are counted from.
  func base(of location: CellLocation, _ type: ScalarType) -> Int64 {
    mayBeUndefined(location) ? type.lower &- 1 : type.lower
  }

  /// A local cell as C text, which can be assigned to.
  func text(of location: CellLocation) -> String {
    switch location.root {
    case .scalar(let name): name
    case .array(let name): "\(name)[\(location.offset.text)]"
    case .state, .reference: preconditionFailure("cells of the state are packed")
    }
  }

  /// The unpacked value of a cell, `UNDEFINED` when it has none.
  func unpacked(_ location: CellLocation, _ type: ScalarType) -> String {
    guard location.isState else { return text(of: location) }
    let (raw, base) = (raw(of: location, type), base(of: location, type))
    return mayBeUndefined(location)
      ? "unpacked(\(raw), \(literal(base)))" : decoded("(\(raw))", above: base)
  }

  /// The raw value of an unpacked value for a cell of the state.
  func packed(_ value: String, _ location: CellLocation, _ type: ScalarType) -> String {
    let base = base(of: location, type)
    return mayBeUndefined(location)
      ? "packed(\(value), \(literal(base)))" : "(uint64_t)\(value) - (uint64_t)\(literal(base))"
  }

  /// The raw value of a scalar cell of the state.
  func raw(of location: CellLocation, _ type: ScalarType) -> String {
    switch bits(of: location, type) {
    case .fixed(let word, let shift, let mask):
      let text = shift == 0 ? self.word("\(word)") : "\(self.word("\(word)")) >> \(shift)"
      return mask == .max ? text : "(\(text)) & \(hex(mask))"
    case .moving(let word, let shift, let mask):
      return "(\(self.word(word)) >> (\(shift))) & \(hex(mask))"
    case .listed(let cell):
      return "cell_raw(&\(prefix)cells[\(cell)], \(words))"
    }
  }

  /// Gives a cell of the state a raw value.
  func set(_ location: CellLocation, _ type: ScalarType, raw: String) {
    switch bits(of: location, type) {
    case .fixed(let word, let shift, let mask):
      let others = mask == .max ? "" : "(n[\(word)] & \(hex(~(mask << UInt64(shift))))) | "
      line("n[\(word)] = \(others)((uint64_t)(\(raw)) << \(shift));")
    case .moving(let word, let shift, let mask):
      let amount = name("t")
      line("const uint64_t \(amount) = (uint64_t)(\(shift));")
      let others = "n[\(word)] & ~(\(hex(mask)) << \(amount))"
      line("n[\(word)] = (\(others)) | ((uint64_t)(\(raw)) << \(amount));")
    case .listed(let cell):
      line("cell_set_raw(&\(prefix)cells[\(cell)], n, (uint64_t)(\(raw)));")
    }
  }

  /// The words of the state under way, as a pointer.
  var words: String { context.isWorking ? "n" : "s" }

  private func word(_ index: String) -> String {
    if !context.isWorking, isCached, let index = Int(index) { return "s\(index)" }
    return "\(words)[\(index)]"
  }

  /// Where the bits of a cell are.
  private enum Bits {
    case fixed(word: Int, shift: Int, mask: UInt64)
    case moving(word: String, shift: String, mask: UInt64)
    /// By the table of all cells.
    case listed(String)
  }

  private func bits(of location: CellLocation, _ type: ScalarType) -> Bits {
    if case .reference(let base) = location.root {
      return .listed("\(base) + \(location.offset.text)")
    }
    let offset = location.offset
    let layout = system.layout
    guard layout.cells.indices.contains(offset.constant) else { return .listed(offset.text) }
    let first = layout.cells[offset.constant]
    if offset.terms.isEmpty {
      return .fixed(word: first.word, shift: first.shift, mask: first.mask)
    }
    guard let strides = bitStrides(of: offset) else { return .listed(offset.text) }
    let moving = zip(offset.terms, strides).map {
      $1 == 1 ? "\($0.text)" : "\($0.text) * \($1)"
    }
    let extent = zip(offset.terms, strides).reduce(first.shift) { $0 + ($1.0.count - 1) * $1.1 }
    if extent + first.width <= 64 {
      let shift = (moving + (first.shift == 0 ? [] : ["\(first.shift)"])).joined(separator: " + ")
      return .moving(word: "\(first.word)", shift: shift, mask: first.mask)
    }
    let bit = name("t")
    let start = first.word * 64 + first.shift
    line("const uint64_t \(bit) = (uint64_t)(\((moving + ["\(start)"]).joined(separator: " + ")));")
    return .moving(word: "\(bit) >> 6", shift: "\(bit) & 63", mask: first.mask)
  }

  /// The bits from one index to the next, for each term, when they are the same everywhere.
  private func bitStrides(of offset: Offset) -> [Int]? {
    let cells = system.layout.cells
    func bit(_ cell: Int) -> Int { cells[cell].word * 64 + cells[cell].shift }
    let start = bit(offset.constant)
    var strides: [Int] = []
    var places = [(cell: offset.constant, bit: start)]
    for term in offset.terms {
      guard term.count >= 1, places.count <= 4_096 / term.count else { return nil }
      let stride = term.count > 1 ? bit(offset.constant + term.stride) - start : 0
      strides.append(stride)
      places = places.flatMap { place in
        (0..<term.count).map { (place.cell + $0 * term.stride, place.bit + $0 * stride) }
      }
    }
    return places.allSatisfy { bit($0.cell) == $0.bit } ? strides : nil
  }
}

extension Place {
  /// Whether it is the result of a call, whose cells are only as good as what was returned.
  fileprivate var isResult: Bool { if case .call = root { true } else { false } }
}
