import Model
import SourceText

/// Finds loops over scalarsets whose result may depend on the order of the members.
///
/// Conservative, by the text alone. Two iterations are in order when what one writes is not
/// touched by the other, because each goes to its own member's element, or when both write the
/// same value, or accumulate in the same commutative way.
///
/// The walk follows calls with what is known of their arguments, so that a procedure that touches
/// only its parameter's element is seen to do so.
final class LoopOrder {
  typealias Symbol = LoopAccess.Symbol
  typealias Spot = LoopAccess.Spot

  /// A rule, claim or call under way.
  struct Frame {
    let number: Int
    let function: FunctionIndex?
    let locals: [Local]
    var values: [LocalIndex: Symbol] = [:]
    var places: [LocalIndex: Spot] = [:]
  }

  /// A loop or quantifier over a scalarset under way.
  struct Loop {
    let typeName: String
    let text: String
    let frame: Int
    let own: Symbol
    let range: SourceRange
    let isQuantifier: Bool
    var accesses: [LoopAccess] = []
    /// What loops inside it bind.
    var inner: Set<Symbol> = []
    /// Where it ends early.
    var returns: [SourceRange] = []
    /// An assumption that is made in it.
    var assumption: SourceRange?
    var hasRecursion = false
  }

  private struct Call: Hashable {
    let function: FunctionIndex
    let places: [LocalIndex: Spot]
  }

  let system: TransitionSystem
  private(set) var obstacles: [Feature] = []
  /// Whether some loop or quantifier over a scalarset makes assertions: which of several
  /// failures comes first then depends on the order.
  private(set) var holdsAssertions = false
  var frames: [Frame] = []
  var loops: [Loop] = []
  private var frameCount = 0
  private var visited: Set<Call> = []

  init(_ system: TransitionSystem) {
    self.system = system
    for rule in system.rules {
      begin(nil, rule.frame)
      if let condition = rule.guardCondition { read(condition) }
      run(rule.body)
      frames.removeAll()
    }
    for claim in system.claims {
      guard let condition = claim.condition else { continue }
      begin(nil, claim.frame)
      read(condition)
      frames.removeAll()
    }
  }

  private func begin(_ function: FunctionIndex?, _ locals: [Local]) {
    frames.append(Frame(number: frameCount, function: function, locals: locals))
    frameCount += 1
  }

  var frame: Frame { frames[frames.count - 1] }
  var text: MurphiText { MurphiText(of: system, frame: frame.locals) }

  // MARK: Accesses

  func record(_ spot: Spot?, _ effect: LoopAccess.Effect?, at range: SourceRange) {
    guard let spot else { return }
    for loop in loops.indices {
      // What was made inside the loop is its own in each iteration.
      if case .local(let number, _) = spot.root, number > loops[loop].frame { continue }
      loops[loop].accesses.append(LoopAccess(spot: spot, effect: effect, range: range))
    }
  }

  /// Runs something for each value of a binding.
  func repeating(
    _ binding: Binding, at range: SourceRange, isQuantifier: Bool, _ body: () -> Void
  ) {
    let own = Symbol.bound(frame: frame.number, binding.local)
    for loop in loops.indices { loops[loop].inner.insert(own) }
    guard case .type(let type) = binding.domain, type.hasInterchangeableMembers else {
      return body()
    }
    loops.append(
      Loop(
        typeName: type.name ?? "a scalarset", text: text.text(of: binding), frame: frame.number,
        own: own, range: range, isQuantifier: isQuantifier))
    body()
    judge(loops.removeLast())
  }

  func noteReturn(at range: SourceRange) {
    for loop in loops.indices where loops[loop].frame == frame.number {
      loops[loop].returns.append(range)
    }
  }

  func note(_ claim: ClaimIndex, at range: SourceRange) {
    guard !loops.isEmpty else { return }
    switch system[claim].kind {
    case .assumption:
      for loop in loops.indices { loops[loop].assumption = loops[loop].assumption ?? range }
    case .cover, .liveness: break
    default: holdsAssertions = true
    }
  }

  func enter(_ index: FunctionIndex, _ arguments: [Argument]) {
    var values: [LocalIndex: Symbol] = [:]
    var places: [LocalIndex: Spot] = [:]
    for (position, argument) in arguments.enumerated() {
      switch argument {
      case .value(let expression):
        read(expression)
        values[LocalIndex(position)] = symbol(of: expression)
      case .copy(let place):
        read(place)
        values[LocalIndex(position)] = symbol(of: place)
      case .reference(let place): places[LocalIndex(position)] = spot(of: place)
      }
    }
    if frames.contains(where: { $0.function == index }) {
      for loop in loops.indices { loops[loop].hasRecursion = true }
      return
    }
    if loops.isEmpty, !visited.insert(Call(function: index, places: places)).inserted { return }
    begin(index, system[index].frame)
    frames[frames.count - 1].values = values
    frames[frames.count - 1].places = places
    run(system[index].body)
    frames.removeLast()
  }

  // MARK: Judgement

  private func judge(_ loop: Loop) {
    if let words = complaint(about: loop) {
      let kind = loop.isQuantifier ? "the quantifier" : "the loop"
      obstacles.append(
        Feature(
          "the result of \(kind) '\(loop.text)' may depend on the order of the members: \(words)",
          range: loop.range))
    }
  }

  private func complaint(about loop: Loop) -> String? {
    let writes = loop.accesses.filter { $0.effect != nil }
    if let write = writes.first {
      if loop.isQuantifier { return "evaluating it changes \(describe(write))" }
      if loop.hasRecursion { return "it changes \(describe(write)) and calls a recursive function" }
    }
    let isFixed: (Symbol) -> Bool = { !loop.inner.contains($0) }
    for write in writes {
      for other in loop.accesses
      where !write.commutes(with: other, own: loop.own, isFixed: isFixed) {
        return complaint(write, other, loop)
      }
    }
    if let early = loop.returns.first {
      return
        "it returns in the turn of one member (line \(early.start.line)); 'exists' or 'forall' "
        + "look at all of them"
    }
    return loop.assumption.map {
      "in the turn of one member it assumes something (line \($0.start.line))"
    }
  }

  private func complaint(_ write: LoopAccess, _ other: LoopAccess, _ loop: Loop) -> String {
    let advice =
      "; write only the member's own element, one and the same value, a sum that only grows or only "
      + "falls, or an and, or, least or greatest value"
    if other.effect == nil {
      return "it reads \(describe(other)), which another member's turn may change (line "
        + "\(write.range.start.line))" + advice
    }
    return "the last member's turn decides \(describe(write))" + advice
  }

  private func describe(_ access: LoopAccess) -> String {
    switch access.spot.root {
    case .state(let variable): "'\(system[variable].name)' (line \(access.range.start.line))"
    case .local: "a local variable (line \(access.range.start.line))"
    }
  }
}
