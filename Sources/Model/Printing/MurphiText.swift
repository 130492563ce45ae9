import Polynomials

/// Writes the parts of a system in Murphi, with no more parentheses than it takes.
package struct MurphiText: Sendable {
  package let system: TransitionSystem
  /// The frame of the rule, start state, function or claim that the part belongs to.
  package let frame: [Local]
  package let names: MemberNames

  package init(
    of system: TransitionSystem, frame: [Local], names: MemberNames = .asTheyAre
  ) {
    self.system = system
    self.frame = frame
    self.names = names
  }

  /// An expression on one line.
  package func text(of expression: Expression) -> String { text(of: expression, in: .conditional) }

  /// A place on one line.
  package func text(of place: Place) -> String {
    var (text, type) = root(of: place)
    for step in place.path {
      switch (step, type) {
      case (.element(let index), .array(let indexType, let element)) where indexType.kind == .slot:
        text += "[\(self.text(of: index.withoutCheck))]"
        type = element
      case (.field, .record(let fields)) where fields.first?.type == .scalar(.presence):
        // Whether a slot is in use has no other name than the slot itself.
        type = fields[1].type
      case (.field(let position), .record(let fields)):
        text += ".\(fields[position].name)"
        type = fields[position].type
      case (.element(let index), .array(_, let element)):
        text += "[\(self.text(of: index))]"
        type = element
      default: preconditionFailure("the path of a place follows its type")
      }
    }
    return text
  }

  /// A quantifier's or loop's variable and values: `t: Task`, `i := 0 to N by 2`.
  package func text(of binding: Binding) -> String {
    switch binding.domain {
    case .type(let type): return "\(binding.name): \(Self.text(of: type))"
    case .steps(let from, let through, let by):
      let step = by.map { " by \(text(of: $0))" } ?? ""
      return "\(binding.name) := \(text(of: from)) to \(text(of: through))\(step)"
    }
  }

  /// A call with its arguments.
  func text(of function: FunctionIndex, _ arguments: [Argument]) -> String {
    "\(system[function].name)(\(arguments.map(text).joined(separator: ", ")))"
  }

  func text(of argument: Argument) -> String {
    switch argument {
    case .value(let expression): text(of: expression)
    case .copy(let place), .reference(let place): text(of: place)
    }
  }

  /// A type by its name, or written out where it has none.
  static func text(of type: ScalarType) -> String {
    if let name = type.name { return name }
    return switch type.kind {
    case .boolean: "boolean"
    case .enumeration(let members): "enum { \(members.joined(separator: ", ")) }"
    case .scalarset: "scalarset(\(sizeText(of: type)))"
    case .union(let members): "union { \(members.map(text).joined(separator: ", ")) }"
    case .range, .integer, .slot, .presence: "\(type.lowerForm)..\(type.upperForm)"
    }
  }

  private static func sizeText(of type: ScalarType) -> String {
    (type.upperForm + Polynomial(1))?.description ?? String(type.upper + 1)
  }

  private func root(of place: Place) -> (String, ValueType) {
    switch place.root {
    case .state(let variable): (system[variable].name, system[variable].type)
    case .local(let local): (frame[local.position].name, frame[local.position].type)
    case .call(let function, let arguments):
      (text(of: function, arguments), system[function].result!)
    }
  }

  /// The text as an operand where at least this precedence is needed.
  private func text(of expression: Expression, in needed: Precedence) -> String {
    let (text, precedence) = form(of: expression)
    return precedence < needed ? "(\(text))" : text
  }

  private func form(of expression: Expression) -> (String, Precedence) {
    if let form = expression.symbolicValue { return (form.description, form.precedence) }
    return switch expression.kind {
    case .constant(let value):
      (names.text(of: value, as: expression.type), value < 0 ? .product : .primary)
    case .read(let place): (text(of: place), .primary)
    case .unary(let op, let operand): form(of: op, operand)
    case .binary(_, let operand, _) where expression.isUnionConversion: form(of: operand)
    case .binary(let op, let left, let right): form(of: op, left, right)
    case .conditional(_, _, let value) where expression.isReadOfNoValue: form(of: value)
    case .conditional(let condition, let yes, let no):
      (
        "\(text(of: condition, in: .implication)) ? \(text(of: yes, in: .implication))"
          + " : \(text(of: no, in: .implication))", .conditional
      )
    case .quantified(let quantifier, let binding, let body):
      ("\(quantifier.rawValue) \(text(of: binding)) do \(text(of: body)) end", .primary)
    case .isUndefined(let place): ("isundefined(\(text(of: place)))", .primary)
    case .same(let left, let right): ("\(text(of: left)) = \(text(of: right))", .comparison)
    case .call(let function, let arguments): (text(of: function, arguments), .primary)
    }
  }

  private func form(of op: UnaryOperator, _ operand: Expression) -> (String, Precedence) {
    // Two minus signs in a row would begin a comment.
    let needed = op == .negate ? .complement : op.precedence
    return (op.rawValue + text(of: operand, in: needed), op.precedence)
  }

  private func form(
    of op: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> (String, Precedence) {
    let own = op.precedence
    let first = text(of: left, in: own.isNonAssociative ? own.next : own)
    return ("\(first) \(op.token) \(text(of: right, in: own.next))", own)
  }
}

extension Expression {
  /// Whether this is a value, or -1 where there is none.
  fileprivate var isReadOfNoValue: Bool {
    guard case .conditional(let condition, let nothing, let value) = kind,
      case .isUndefined = condition.kind, case .constant(-1) = nothing.kind,
      case .read = value.kind
    else { return false }
    return true
  }

  /// The slot meant, where adding the mark of a slot in use makes sure that it is.
  fileprivate var withoutCheck: Expression {
    guard case .binary(.add, let slot, let mark) = kind, mark.type == .presence else {
      return self
    }
    return slot
  }
}
