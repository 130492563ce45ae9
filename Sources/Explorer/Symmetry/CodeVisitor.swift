import Model
import SourceText

extension Statement {
  /// Whether this sorts the multisets of the state at the end of a step: a call that stands nowhere
  /// in the text. It compares members by order, but what a renaming of members makes of a state is
  /// sorted again too.
  var isSorting: Bool {
    if case .call(_, let arguments) = kind { arguments.isEmpty && range.isNone } else { false }
  }
}

/// Visits every part of the rules and claims of a system, and of the functions that they call, each
/// once. Start states are left out. Subclasses look at what they care for.
class CodeVisitor {
  let system: TransitionSystem
  /// The frame of what is being visited.
  private(set) var frame: [Local] = []
  /// The function that is being visited; nil in rules and claims.
  private(set) var function: Function?
  private var visited: Set<FunctionIndex> = []

  init(_ system: TransitionSystem) { self.system = system }

  /// Called for each expression before its parts.
  func look(at expression: Expression) {}
  /// Called for each place before its parts.
  func look(at place: Place) {}
  /// Called for each statement before its parts.
  func look(at statement: Statement) {}
  /// Called for each quantifier, loop and parameter.
  func look(at binding: Binding) {}
  /// Called for each call with the function.
  func look(atCallOf function: Function, _ arguments: [Argument]) {}

  final func visitSystem() {
    for rule in system.rules {
      frame = rule.frame
      rule.parameters.forEach(visit)
      if let condition = rule.guardCondition { visit(condition) }
      visit(rule.body)
    }
    for claim in system.claims {
      guard let condition = claim.condition else { continue }
      frame = claim.frame
      claim.parameters.forEach(visit)
      visit(condition)
    }
  }

  private func visit(_ statements: [Statement]) { statements.forEach(visit) }

  private func visit(_ statement: Statement) {
    look(at: statement)
    switch statement.kind {
    case .assign(let place, let value):
      visit(place)
      visit(value)
    case .copy(let target, let source):
      visit(target)
      visit(source)
    case .clear(let place), .undefine(let place), .bind(_, let place): visit(place)
    case .branch(let branches, let otherwise):
      for branch in branches {
        visit(branch.condition)
        visit(branch.body)
      }
      visit(otherwise)
    case .select(let subject, let cases, let otherwise):
      visit(subject)
      for item in cases {
        item.labels.forEach { visit($0) }
        visit(item.body)
      }
      visit(otherwise)
    case .repeatFor(let binding, let body):
      visit(binding)
      visit(body)
    case .repeatWhile(let condition, let body):
      visit(condition)
      visit(body)
    case .returnValue(let argument): visit(argument)
    case .call where statement.isSorting: break
    case .call(let function, let arguments): enter(function, arguments)
    case .claim(_, let condition): visit(condition)
    case .put(let items):
      for item in items {
        switch item {
        case .text: break
        case .value(let expression): visit(expression)
        case .place(let place): visit(place)
        }
      }
    case .returnNothing, .error: break
    }
  }

  private func visit(_ expression: Expression) {
    look(at: expression)
    switch expression.kind {
    case .constant: break
    case .read(let place), .isUndefined(let place): visit(place)
    case .unary(_, let operand): visit(operand)
    case .binary(_, let left, let right):
      visit(left)
      visit(right)
    case .conditional(let condition, let yes, let no):
      [condition, yes, no].forEach { visit($0) }
    case .quantified(_, let binding, let body):
      visit(binding)
      visit(body)
    case .same(let left, let right):
      visit(left)
      visit(right)
    case .call(let function, let arguments): enter(function, arguments)
    }
  }

  private func visit(_ place: Place) {
    look(at: place)
    if case .call(let function, let arguments) = place.root { enter(function, arguments) }
    for case .element(let index) in place.path { visit(index) }
  }

  private func visit(_ binding: Binding) {
    look(at: binding)
    guard case .steps(let from, let through, let by) = binding.domain else { return }
    visit(from)
    visit(through)
    if let by { visit(by) }
  }

  private func visit(_ argument: Argument) {
    switch argument {
    case .value(let expression): visit(expression)
    case .copy(let place), .reference(let place): visit(place)
    }
  }

  private func enter(_ index: FunctionIndex, _ arguments: [Argument]) {
    let callee = system[index]
    look(atCallOf: callee, arguments)
    arguments.forEach(visit)
    guard visited.insert(index).inserted else { return }
    let outer = (frame, function)
    (frame, function) = (callee.frame, callee)
    visit(callee.body)
    (frame, function) = outer
  }
}
