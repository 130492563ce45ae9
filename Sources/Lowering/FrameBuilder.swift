import Model
import Murphi

/// The slots of one frame, and what the names in sight mean there.
struct FrameBuilder {
  /// What an alias stands for.
  enum AliasMeaning {
    /// What it is declared as, taken anew at each use.
    case expression
    /// A slot that was bound to it on entry.
    case slot(LocalIndex)
  }

  private(set) var locals: [Local] = []
  private var slots: [VariableID: LocalIndex] = [:]
  private var constants: [VariableID: Int64] = [:]
  private var aliases: [AliasID: AliasMeaning] = [:]

  /// Adds a slot.
  mutating func add(_ name: String, _ type: ValueType, _ kind: Local.Kind) -> LocalIndex {
    locals.append(Local(name: name, type: type, kind: kind))
    return LocalIndex(locals.count - 1)
  }

  /// Adds the slot of a variable.
  @discardableResult
  mutating func add(_ variable: CheckedVariable, _ kind: Local.Kind) -> LocalIndex {
    let slot = add(variable.name, valueType(variable.type), kind)
    slots[variable.id] = slot
    return slot
  }

  /// Lets a variable stand for a number from here on.
  mutating func bind(_ variable: VariableID, to number: Int64) { constants[variable] = number }

  /// The number that a variable stands for, when it has no slot.
  func constant(of variable: VariableID) -> Int64? { constants[variable] }

  /// Sets what an alias means from here on.
  mutating func bind(_ alias: AliasID, to meaning: AliasMeaning) { aliases[alias] = meaning }

  /// Lets every name mean what it meant in an earlier state of this frame; slots stay taken.
  mutating func restoreNames(of earlier: FrameBuilder) {
    (slots, constants, aliases) = (earlier.slots, earlier.constants, earlier.aliases)
  }

  /// The slot of a variable; nil for variables of the state.
  func slot(of variable: VariableID) -> LocalIndex? { slots[variable] }

  /// What an alias means here.
  func meaning(of alias: AliasID) -> AliasMeaning { aliases[alias] ?? .expression }
}
