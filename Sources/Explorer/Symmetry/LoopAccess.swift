import Model
import SourceText

/// What a loop over a scalarset reads and writes in its iterations, as far as its text tells.
struct LoopAccess {
  /// A value as far as its text tells.
  enum Symbol: Hashable {
    case constant(Int64)
    /// What a ruleset, loop or quantifier bound: the frame, and the local in it.
    case bound(frame: Int, LocalIndex)
    case unknown
  }

  enum Root: Hashable {
    case state(VariableIndex)
    case local(frame: Int, LocalIndex)
  }

  enum Step: Hashable {
    case field(Int)
    case element(Symbol)
  }

  /// Somewhere that is read or written.
  struct Spot: Hashable {
    let root: Root
    var steps: [Step]
  }

  /// What repeated writes have in common, when their order does not matter.
  enum Effect: Hashable {
    /// A value that may be another one in each iteration.
    case any
    case value(Symbol)
    case undefined
    case least
    case accumulation(Accumulation)
  }

  /// Ways to combine values one by one that give the same in any order, and of which no partial
  /// result leaves a range that the whole one keeps to.
  enum Accumulation: Hashable {
    case increase, decrease, or, and, bitOr, bitAnd, greatest, least
    /// Another element of a multiset.
    case addition
  }

  let spot: Spot
  /// Nil for reads.
  let effect: Effect?
  let range: SourceRange

  /// Whether two iterations, for members `own`, do the same in any order as far as one makes this
  /// access and the other that one. At least one of them is a write.
  func commutes(with other: LoopAccess, own: Symbol, isFixed: (Symbol) -> Bool) -> Bool {
    guard spot.root == other.spot.root else { return true }
    for (step, otherStep) in zip(spot.steps, other.spot.steps) {
      switch (step, otherStep) {
      case (.field(let field), .field(let otherField)) where field != otherField: return true
      case (.element(.constant(let index)), .element(.constant(let otherIndex)))
      where index != otherIndex:
        return true
      case (.element(own), .element(own)): return true
      default: break
      }
    }
    guard let effect, effect == other.effect else { return false }
    switch effect {
    case .any: return false
    case .value(let symbol): return symbol != .unknown && symbol != own && isFixed(symbol)
    case .undefined, .least, .accumulation: return true
    }
  }
}
