import Model

/// Walks over expressions and statements: what they call, which locals they read, and how much
/// code they make.
enum Traversal {
  /// Reports every call in the statements.
  static func visit(
    _ statements: [Statement], onCall: (FunctionIndex, [Argument]) -> Void
  ) {
    for statement in statements {
      visitOwn(statement, onCall: onCall)
      for body in bodies(in: statement) { visit(body, onCall: onCall) }
    }
  }

  /// Reports the calls of a statement itself, without those of the statements in it.
  static func visitOwn(_ statement: Statement, onCall: (FunctionIndex, [Argument]) -> Void) {
    for place in places(in: statement) { visit(place, onCall: onCall) { _ in } }
    for expression in expressions(in: statement) { visit(expression, onCall: onCall) { _ in } }
    if case .call(let function, let arguments) = statement.kind {
      onCall(function, arguments)
      visit(arguments, onCall: onCall) { _ in }
    }
  }

  /// Reports every function that the expression calls and every local that it reads.
  static func visit(
    _ expression: Expression, onCall: (FunctionIndex, [Argument]) -> Void,
    onLocal: (LocalIndex) -> Void
  ) {
    switch expression.kind {
    case .constant: break
    case .read(let place), .isUndefined(let place): visit(place, onCall: onCall, onLocal: onLocal)
    case .unary(_, let operand): visit(operand, onCall: onCall, onLocal: onLocal)
    case .binary(_, let left, let right):
      visit(left, onCall: onCall, onLocal: onLocal)
      visit(right, onCall: onCall, onLocal: onLocal)
    case .conditional(let condition, let yes, let no):
      for part in [condition, yes, no] { visit(part, onCall: onCall, onLocal: onLocal) }
    case .quantified(_, let binding, let body):
      for bound in expressions(in: binding.domain) {
        visit(bound, onCall: onCall, onLocal: onLocal)
      }
      visit(body, onCall: onCall, onLocal: onLocal)
    case .same(let left, let right):
      visit(left, onCall: onCall, onLocal: onLocal)
      visit(right, onCall: onCall, onLocal: onLocal)
    case .call(let function, let arguments):
      onCall(function, arguments)
      visit(arguments, onCall: onCall, onLocal: onLocal)
    }
  }

  static func visit(
    _ place: Place, onCall: (FunctionIndex, [Argument]) -> Void, onLocal: (LocalIndex) -> Void
  ) {
    switch place.root {
    case .state: break
    case .local(let local): onLocal(local)
    case .call(let function, let arguments):
      onCall(function, arguments)
      visit(arguments, onCall: onCall, onLocal: onLocal)
    }
    for case .element(let index) in place.path { visit(index, onCall: onCall, onLocal: onLocal) }
  }

  private static func visit(
    _ arguments: [Argument], onCall: (FunctionIndex, [Argument]) -> Void,
    onLocal: (LocalIndex) -> Void
  ) {
    for argument in arguments {
      switch argument {
      case .value(let expression): visit(expression, onCall: onCall, onLocal: onLocal)
      case .copy(let place), .reference(let place): visit(place, onCall: onCall, onLocal: onLocal)
      }
    }
  }

  static func calls(_ expression: Expression) -> Bool {
    var found = false
    visit(expression) { _, _ in
      found = true
    } onLocal: { _ in
    }
    return found
  }

  static func calls(_ argument: Argument) -> Bool {
    var found = false
    visit([argument]) { _, _ in
      found = true
    } onLocal: { _ in
    }
    return found
  }

  static func locals(in expression: Expression) -> Set<LocalIndex> {
    var found = Set<LocalIndex>()
    visit(expression) { _, _ in
    } onLocal: {
      found.insert($0)
    }
    return found
  }

  // MARK: Parts

  static func expressions(in domain: Domain) -> [Expression] {
    switch domain {
    case .type: []
    case .steps(let from, let through, let by): [from, through] + (by.map { [$0] } ?? [])
    }
  }

  /// The expressions of a statement itself, without those of the statements in it.
  private static func expressions(in statement: Statement) -> [Expression] {
    switch statement.kind {
    case .assign(_, let value): [value]
    case .branch(let branches, _): branches.map(\.condition)
    case .select(let subject, let cases, _): [subject] + cases.flatMap(\.labels)
    case .repeatFor(let binding, _): expressions(in: binding.domain)
    case .repeatWhile(let condition, _), .claim(_, let condition): [condition]
    case .returnValue(.value(let value)): [value]
    case .put(let items):
      items.compactMap { if case .value(let value) = $0 { value } else { nil } }
    default: []
    }
  }

  private static func places(in statement: Statement) -> [Place] {
    switch statement.kind {
    case .assign(let place, _), .clear(let place), .undefine(let place), .bind(_, let place):
      [place]
    case .copy(let target, let source): [target, source]
    case .returnValue(.copy(let place)), .returnValue(.reference(let place)): [place]
    case .put(let items):
      items.compactMap { if case .place(let place) = $0 { place } else { nil } }
    default: []
    }
  }

  static func bodies(in statement: Statement) -> [[Statement]] {
    switch statement.kind {
    case .branch(let branches, let otherwise): branches.map(\.body) + [otherwise]
    case .select(_, let cases, let otherwise): cases.map(\.body) + [otherwise]
    case .repeatFor(_, let body), .repeatWhile(_, let body): [body]
    default: []
    }
  }

  // MARK: Sizes

  /// About how many instructions the statements become; loops over small types count as unrolled.
  static func size(of statements: [Statement]) -> Int {
    statements.reduce(0) { total, statement in
      let own = expressions(in: statement).reduce(1) { $0 + size(of: $1) }
      let inner = bodies(in: statement).reduce(0) { $0 + size(of: $1) }
      guard case .repeatFor(let binding, _) = statement.kind else { return total + own + inner }
      return total + own + inner * repetitions(of: binding.domain, size: inner)
    }
  }

  static func size(of expression: Expression) -> Int {
    switch expression.kind {
    case .constant: 0
    case .read(let place), .isUndefined(let place): size(of: place)
    case .unary(_, let operand): 1 + size(of: operand)
    case .binary(_, let left, let right): 1 + size(of: left) + size(of: right)
    case .conditional(let condition, let yes, let no):
      4 + size(of: condition) + size(of: yes) + size(of: no)
    case .quantified(_, let binding, let body):
      2 + size(of: body) * repetitions(of: binding.domain, size: size(of: body))
    case .same: 3
    case .call(_, let arguments): 4 + 2 * arguments.count
    }
  }

  private static func size(of place: Place) -> Int {
    place.path.reduce(0) { total, step in
      if case .element(let index) = step { total + 1 + size(of: index) } else { total }
    }
  }

  private static func repetitions(of domain: Domain, size: Int) -> Int {
    guard case .type(let type) = domain, let count = type.count else { return 1 }
    return count <= Unrolling.budget / max(1, size) ? max(1, count) : 1
  }
}

/// How much code a loop may become.
enum Unrolling {
  /// The most instructions for one loop or ruleset.
  static let budget = 2_048
  /// The most instructions for the whole program; beyond, loops stay loops.
  static let total = 200_000
}
