/// Makes small random specifications, the same one for the same seed.
///
/// It aims at state spaces of ten to a few thousand states, at all constructs of the language, and
/// at a mixture of outcomes: a system is drawn with a `daring` between 0 and 100 that says how
/// readily it takes steps that may fail at run time.
package struct RandomSystem {
  /// The specification for a seed.
  package static func tree(seed: UInt64) -> MurphiTree {
    var maker = RandomSystem(seed: seed)
    return maker.make()
  }

  /// One with two scalarsets, whose state is mostly about their members.
  package static func treeWithScalarsets(seed: UInt64) -> MurphiTree {
    var maker = RandomSystem(seed: seed)
    maker.isAboutScalarsets = true
    return maker.make()
  }

  /// One with several more invariants, true and false, beside whatever goes wrong.
  package static func treeWithClaims(seed: UInt64) -> MurphiTree {
    var maker = RandomSystem(seed: seed)
    maker.isAboutClaims = true
    return maker.make()
  }

  var random: SplitMix64
  var tree = MurphiTree()
  /// The scalar types that have a name.
  var kinds: [Kind] = []
  /// Shapes of more than one cell, by the name of their type.
  var shapes: [(name: String, shape: Shape)] = []
  var routines: [Signature] = []
  /// In percent.
  let daring: Int
  /// Whether variables may become undefined.
  let forgets: Bool
  private(set) var isAboutScalarsets = false
  private(set) var isAboutClaims = false
  private var nameCount = 0

  /// What a generated routine takes and gives.
  struct Signature {
    var name: String
    var parameters: [(kind: Kind, isReference: Bool)]
    /// Nil for a procedure.
    var result: Kind?
  }

  init(seed: UInt64) {
    self.random = SplitMix64(seed: seed)
    let isDaring = random.chance(40)
    self.daring = isDaring ? random.number(3...30) : 0
    self.forgets = random.chance(isDaring ? 60 : 25)
  }

  /// A name that was not given before.
  mutating func fresh(_ stem: String) -> String {
    nameCount += 1
    return "\(stem)\(nameCount)"
  }

  /// Whether to take a step that may fail.
  mutating func dares() -> Bool { random.chance(daring) }

  private mutating func make() -> MurphiTree {
    tree.settings = random.pick([[], [], ["deadlock stuck"], ["deadlock off"]])
    declareTypes()
    var scope = Scope()
    declareVariables(in: &scope)
    if random.chance(50) { tree.routines.append(makeFunction(scope)) }
    if random.chance(20) { tree.routines.append(makeRecursion(scope)) }
    if random.chance(40) { tree.routines.append(makeProcedure(scope)) }
    tree.items += makeStartStates(scope)
    for _ in 0..<random.number(3...6) { tree.items += makeRules(scope) }
    for _ in 0..<random.pick([0, 1, 2, 2, 3]) { tree.items += makeTick(scope) }
    tree.items += makeClaims(scope)
    return tree
  }
}

extension RandomSystem {
  private mutating func declareTypes() {
    let size = random.number(2...3)
    tree.constants.append(Named("SIZE", "\(size)"))
    declare(.scalarset("Node", size: size), "scalarset(SIZE)")
    let lower = random.pick([0, 0, 0, 1, -1])
    let upper = lower + random.number(1...3)
    declare(.range("Small", lower...upper), "\(lower)..\(upper)")
    declare(.range("Count", 0...size), "0..SIZE")
    let members = ["Idle", "Busy", "Done", "Lost"].prefix(random.number(2...4))
    declare(.enumeration("Phase", Array(members)), "enum { \(members.joined(separator: ", ")) }")
    kinds.append(.boolean)
    if isAboutScalarsets { declare(.scalarset("Page", size: 2), "scalarset(2)") }
    if random.chance(40) { declareRecord() }
  }

  private mutating func declare(_ kind: Kind, _ text: String) {
    kinds.append(kind)
    tree.types.append(Named(kind.name, text))
  }

  private mutating func declareRecord() {
    let fields = (0..<random.number(2...3)).map { position in
      Field(name: "f\(position)", shape: .scalar(random.pick(kinds)))
    }
    let text = fields.map { "\($0.name): \($0.shape.text)" }.joined(separator: "; ")
    tree.types.append(Named("Cell", "record \(text) end"))
    shapes.append(("Cell", .record("Cell", fields)))
  }

  /// Declares variables until the state space may become too large.
  private mutating func declareVariables(in scope: inout Scope) {
    var room = 8_000.0
    for position in 0..<random.number(4...7) {
      let shape = makeShape()
      guard shape.valueCount <= room else { continue }
      room /= shape.valueCount
      let name = "v\(position)"
      tree.variables.append(Named(name, shape.text))
      scope.variables.append(Variable(name: name, shape: shape))
    }
    if scope.variables.isEmpty {
      tree.variables.append(Named("v9", "Count"))
      scope.variables.append(Variable(name: "v9", shape: .scalar(kinds[2])))
    }
  }

  private mutating func makeShape() -> Shape {
    let scalar = Shape.scalar(random.pick(kinds))
    if isAboutScalarsets, random.chance(70) {
      let members = kinds.filter(\.literals.isEmpty)
      let element = random.chance(40) ? .scalar(random.pick(members)) : scalar
      let inner = random.chance(20) ? .array(random.pick(members), .scalar(.boolean)) : element
      return .array(random.pick(members), inner)
    }
    switch random.number(0...9) {
    case 0...4: return scalar
    case 5...7: return .array(random.pick(kinds), scalar)
    case 8 where !shapes.isEmpty: return random.pick(shapes).shape
    case 9 where !shapes.isEmpty: return .array(random.pick([kinds[0], .boolean]), shapes[0].shape)
    default: return .array(random.pick([kinds[0], .boolean]), .array(.boolean, .scalar(.boolean)))
    }
  }
}
