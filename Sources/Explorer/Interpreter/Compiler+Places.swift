import Model
import SourceText

extension Compiler {
  /// The value of a scalar place.
  func read(_ place: Place) -> Operand {
    if place.path.isEmpty, case .local(let local) = place.root {
      switch context.homes[local] {
      case .constant(let value): return .constant(value)
      case .register(let register): return .defined(register)
      default: break
      }
    }
    switch locate(place) {
    case .fixed(let address): return .cell(address)
    case .computed(let pointer): return load(pointer, at: place.range)
    }
  }

  private func load(_ pointer: Int32, at range: SourceRange) -> Operand {
    let result = register()
    if let (index, site) = assembler.takeBack(.index, into: pointer) {
      var site = site
      site.elementRange = range
      assembler.emit(.indexLoad, a: index.a, b: index.b, c: result, site: site)
    } else {
      assembler.emit(.load, a: pointer, c: result, site: Site(operandRange: range))
    }
    return .defined(result)
  }

  /// Finds the cells of a place: a fixed address, or code that computes it.
  func locate(_ place: Place) -> Location {
    var (location, type) = root(of: place)
    var offset: Int32 = 0
    var lastIndex: (descriptor: Int32, register: Int32)?
    for step in place.path {
      switch (step, type) {
      case (.field(let position), .record(let fields)):
        offset += Int32(StateLayout.offset(ofField: position, in: fields))
        type = fields[position].type
      case (.element(let index), .array(let indexType, let element)):
        type = element
        let stride = StateLayout.cellCount(of: element)
        if let known = fold(index), indexType.contains(known) {
          offset += Int32(Int(known - indexType.lower) * stride)
          continue
        }
        let descriptor = assembler.constants([
          indexType.lower, indexType.upper, Int64(stride), 0,
        ])
        let pointer = emitIndex(index, descriptor, from: location, isOwned: lastIndex != nil)
        if case .fixed(let start) = location { offset += start }
        lastIndex = (descriptor, pointer)
        location = .computed(pointer)
      default: preconditionFailure("the path of a place follows its type")
      }
    }
    return move(location, by: offset, lastIndex: lastIndex)
  }

  private func move(
    _ location: Location, by offset: Int32, lastIndex: (descriptor: Int32, register: Int32)?
  ) -> Location {
    if let lastIndex {
      assembler.patch(lastIndex.descriptor + 3, to: Int64(offset))
      return location
    }
    switch location {
    case .fixed(let address): return .fixed(address + offset)
    case .computed where offset == 0: return location
    case .computed(let pointer):
      let result = register()
      assembler.emit(.offset, a: pointer, b: offset, c: result)
      return .computed(result)
    }
  }

  /// Emits one step by an index; `isOwned` when the register of the location may be changed.
  private func emitIndex(
    _ index: Expression, _ descriptor: Int32, from location: Location, isOwned: Bool
  ) -> Int32 {
    var address: Int32
    switch value(index) {
    case .constant(let value): address = assembler.constant(value)
    case .defined(let slot), .cell(let slot): address = slot
    }
    let site = Site(range: index.range, operandRange: undefinedRange(of: index))
    guard case .computed(let pointer) = location else {
      let result = register()
      assembler.emit(.index, a: address, b: descriptor, c: result, site: site)
      return result
    }
    let result = isOwned ? pointer : register()
    if !isOwned { assembler.emit(.move, a: pointer, c: result) }
    assembler.emit(.indexMore, a: address, b: descriptor, c: result, site: site)
    return result
  }

  private func root(of place: Place) -> (Location, ValueType) {
    switch place.root {
    case .state(let variable):
      return (
        .fixed(Int32(system.layout.firstCell[variable.position])), system[variable].type
      )
    case .local(let local):
      return (self.location(of: local), context.locals[local.position].type)
    case .call(let function, let arguments):
      call(function, arguments)
      let type = system[function].result!
      let kept = area(StateLayout.cellCount(of: type))
      copyCells(
        to: assembler.constant(Int64(kept)),
        from: assembler.constant(Int64(code(of: function).result)), bounds: Self.unbounded(type),
        at: place.range)
      return (.fixed(kept), type)
    }
  }

  private func location(of local: LocalIndex) -> Location {
    switch context.homes[local] {
    case .cells(let address): return .fixed(address)
    case .reference(let pointer): return .computed(pointer)
    case .register(let register): return .fixed(register)
    case .constant(let value): return .fixed(assembler.constant(value))
    case .frame(let offset):
      let pointer = register()
      assembler.emit(.frameAddress, a: offset, c: pointer)
      return .computed(pointer)
    case nil: preconditionFailure("a local is bound before it is used")
    }
  }

  // MARK: Whole places

  /// The bounds of each cell of a type.
  static func bounds(_ type: ValueType) -> [(Int64, Int64)] {
    StateLayout.scalars(of: type).map { ($0.lower, $0.upper) }
  }

  /// As many bounds that admit everything.
  static func unbounded(_ type: ValueType) -> [(Int64, Int64)] {
    Array(repeating: (.min, .max), count: StateLayout.cellCount(of: type))
  }

  /// Copies cells between two addresses that are in memory.
  func copyCells(
    to target: Int32, from source: Int32, bounds: [(Int64, Int64)], at range: SourceRange
  ) {
    let descriptor = assembler.constants(
      [Int64(bounds.count)] + bounds.flatMap { [$0.0, $0.1] })
    assembler.emit(.copy, a: target, b: source, c: descriptor, site: Site(range: range))
  }

  /// The register that tells whether the cells of two places are the same.
  func same(_ left: Place, _ right: Place) -> Int32 {
    let first = address(of: locate(left))
    let second = address(of: locate(right))
    let result = register()
    assembler.emit(.same, a: first, b: second, c: result)
    assembler.emit(.halt, a: Int32(StateLayout.cellCount(of: left.type)))
    return result
  }
}
