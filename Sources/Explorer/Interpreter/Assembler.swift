import Model

/// A position in the code that is not known yet.
struct Label: Hashable {
  let number: Int
}

/// Code under construction: instructions, labels, constants and registers.
struct Assembler {
  /// The mark of an undefined cell. No value of a state cell or local is as low.
  static let undefined = Int64.min

  private(set) var code: [Instruction] = []
  private(set) var image: [Int64]
  private(set) var scopeOf: [Int32] = []
  private(set) var scopes: [Scope] = []
  private(set) var sites: [Int32: Site] = [:]
  private var labels: [Int32?] = []
  private var fixups: [(instruction: Int, label: Label)] = []
  private var constants: [Int64: Int32] = [:]
  private var scope: Int32 = -1
  /// The last position that something may jump to; instructions before it must stay as they are.
  private(set) var barrier = 0

  /// Memory begins with the cells of the state.
  init(cellCount: Int) { image = Array(repeating: Self.undefined, count: cellCount) }

  var here: Int { code.count }

  mutating func emit(
    _ opcode: Opcode, a: Int32 = 0, b: Int32 = 0, c: Int32 = 0, site: Site? = nil
  ) {
    if let site { sites[Int32(code.count)] = site }
    code.append(Instruction(opcode: opcode, a: a, b: b, c: c))
    scopeOf.append(scope)
  }

  /// An instruction whose `c` is where the label will be.
  mutating func emit(
    _ opcode: Opcode, a: Int32 = 0, b: Int32 = 0, to label: Label, site: Site? = nil
  ) {
    fixups.append((code.count, label))
    emit(opcode, a: a, b: b, site: site)
  }

  /// Takes the last instruction back when it is this one, with this target, and nothing can jump
  /// behind it.
  mutating func takeBack(_ opcode: Opcode, into target: Int32) -> (Instruction, Site)? {
    guard code.count > barrier, let last = code.last, last.opcode == opcode, last.c == target
    else { return nil }
    code.removeLast()
    scopeOf.removeLast()
    return (last, sites.removeValue(forKey: Int32(code.count)) ?? Site())
  }

  mutating func makeLabel() -> Label {
    labels.append(nil)
    return Label(number: labels.count - 1)
  }

  mutating func place(_ label: Label) {
    labels[label.number] = Int32(code.count)
    barrier = code.count
  }

  func position(of label: Label) -> Int32 { labels[label.number]! }

  mutating func resolve() {
    for (instruction, label) in fixups { code[instruction].c = position(of: label) }
    for (instruction, _) in fixups { skipJumps(from: instruction) }
    fixups = []
  }

  /// Makes a jump to a jump go to where that one goes.
  private mutating func skipJumps(from instruction: Int) {
    var target = code[instruction].c
    var hops = 0
    while hops < 8, Int(target) < code.count, code[Int(target)].opcode == .jump {
      target = code[Int(target)].c
      hops += 1
    }
    code[instruction].c = target
  }

  // MARK: Memory

  /// The address of a word that always holds this value.
  mutating func constant(_ value: Int64) -> Int32 {
    if let address = constants[value] { return address }
    let address = reserve(1, filledWith: value)
    constants[value] = address
    return address
  }

  /// The address of the first of some constants in a row.
  mutating func constants(_ values: [Int64]) -> Int32 {
    let address = Int32(image.count)
    image += values
    return address
  }

  /// Changes a constant that `constants` made.
  mutating func patch(_ address: Int32, to value: Int64) { image[Int(address)] = value }

  /// The address of the first of `count` fresh words.
  mutating func reserve(_ count: Int, filledWith value: Int64 = Self.undefined) -> Int32 {
    let address = Int32(image.count)
    image += Array(repeating: value, count: count)
    return address
  }

  // MARK: Scopes

  mutating func enter(_ new: Scope) -> Int32 {
    let outer = scope
    scopes.append(new)
    scope = Int32(scopes.count - 1)
    return outer
  }

  /// What follows belongs to this scope again; -1 is none.
  mutating func leave(to outer: Int32) { scope = outer }
}
