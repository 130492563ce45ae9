import Model
import SourceText

extension Compiler {
  /// Emits code that goes to the label when the condition is `outcome`, and falls through
  /// otherwise.
  func jump(_ condition: Expression, to label: Label, when outcome: Bool) {
    let claim = antecedentClaim
    antecedentClaim = nil
    defer { antecedentClaim = claim }
    if claim == nil, let known = fold(condition) {
      if (known != 0) == outcome { assembler.emit(.jump, to: label) }
      return
    }
    releasing {
      switch condition.kind {
      case .unary(.not, let operand): jump(operand, to: label, when: !outcome)
      case .binary(let op, let left, let right):
        jump(op, left, right, of: condition, claim: claim, to: label, when: outcome)
      case .quantified(let quantifier, let binding, let body):
        jump(
          quantifier, binding, body, at: condition.range, claim: claim, to: label, when: outcome)
      case .isUndefined(let place): jumpIfUndefined(place, to: label, when: outcome)
      default: jumpOnValue(of: condition, to: label, when: outcome)
      }
    }
  }

  private func jumpOnValue(of condition: Expression, to label: Label, when outcome: Bool) {
    let zero = assembler.constant(0)
    switch value(condition) {
    case .constant(let value):
      if (value != 0) == outcome { assembler.emit(.jump, to: label) }
    case .defined(let address):
      assembler.emit(outcome ? .jumpIfNotEqual : .jumpIfEqual, a: address, b: zero, to: label)
    case .cell(let address):
      assembler.emit(
        outcome ? .jumpIfNotEqualDefined : .jumpIfEqualDefined, a: address, b: zero, to: label,
        site: Site(operandRange: undefinedRange(of: condition)))
    }
  }

  private func jumpIfUndefined(_ place: Place, to label: Label, when outcome: Bool) {
    if case .local(let local) = place.root, place.path.isEmpty {
      switch context.homes[local] {
      case .constant, .register:
        if !outcome { assembler.emit(.jump, to: label) }
        return
      default: break
      }
    }
    var address: Int32
    switch locate(place) {
    case .fixed(let fixed): address = fixed
    case .computed(let pointer):
      address = register()
      assembler.emit(.loadRaw, a: pointer, c: address)
    }
    assembler.emit(outcome ? .jumpIfUndefined : .jumpIfSomething, a: address, to: label)
  }

  // MARK: Operators

  private func jump(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, of condition: Expression,
    claim: ClaimIndex?, to label: Label, when outcome: Bool
  ) {
    switch op {
    case .and: jump(left, decidedBy: false, right, to: label, when: outcome)
    case .or: jump(left, decidedBy: true, right, to: label, when: outcome)
    case .implies: implication(left, right, claim: claim, to: label, when: outcome)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      compare(Comparison(op)!, left, right, to: label, when: outcome)
    default: jumpOnValue(of: condition, to: label, when: outcome)
    }
  }

  /// `left & right` is decided by a false left side, `left | right` by a true one.
  private func jump(
    _ left: Expression, decidedBy decisive: Bool, _ right: Expression, to label: Label,
    when outcome: Bool
  ) {
    if outcome == decisive {
      jump(left, to: label, when: outcome)
      jump(right, to: label, when: outcome)
    } else {
      let end = assembler.makeLabel()
      jump(left, to: end, when: decisive)
      jump(right, to: label, when: outcome)
      assembler.place(end)
    }
  }

  private func implication(
    _ left: Expression, _ right: Expression, claim: ClaimIndex?, to label: Label,
    when outcome: Bool
  ) {
    let end = assembler.makeLabel()
    jump(left, to: outcome ? label : end, when: false)
    if let claim { assembler.emit(.antecedentTrue, a: Int32(claim.position)) }
    jump(right, to: label, when: outcome)
    assembler.place(end)
  }

  private func compare(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, to label: Label,
    when outcome: Bool
  ) {
    let (first, second) = operands(left, right)
    let comparison = outcome ? comparison : comparison.negated
    switch (first, second) {
    case (.cell(let address), _):
      let other = defined(second, at: undefinedRange(of: right))
      assembler.emit(
        comparison.definedOpcode, a: address, b: other, to: label,
        site: Site(operandRange: undefinedRange(of: left)))
    case (_, .cell(let address)):
      let other = defined(first, at: undefinedRange(of: left))
      assembler.emit(
        comparison.mirrored.definedOpcode, a: address, b: other, to: label,
        site: Site(operandRange: undefinedRange(of: right)))
    default:
      let a = defined(first, at: undefinedRange(of: left))
      let b = defined(second, at: undefinedRange(of: right))
      let (opcode, isSwapped) = comparison.opcode
      assembler.emit(opcode, a: isSwapped ? b : a, b: isSwapped ? a : b, to: label)
    }
  }

  // MARK: Quantifiers

  private func jump(
    _ quantifier: Quantifier, _ binding: Binding, _ body: Expression, at range: SourceRange,
    claim: ClaimIndex?, to label: Label, when outcome: Bool
  ) {
    let decisive = quantifier == .exists
    let end = assembler.makeLabel()
    forEach(binding, size: Traversal.size(of: body), at: range) {
      antecedentClaim = quantifier == .forall ? claim : nil
      jump(body, to: outcome == decisive ? label : end, when: decisive)
      antecedentClaim = nil
    }
    if outcome != decisive { assembler.emit(.jump, to: label) }
    assembler.place(end)
  }
}

/// The six comparisons and what they become.
enum Comparison {
  case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual

  init?(_ op: BinaryOperator) {
    switch op {
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    default: return nil
    }
  }

  var negated: Comparison {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .notEqual
    case .notEqual: .equal
    }
  }

  /// The comparison that holds with the sides exchanged.
  var mirrored: Comparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    }
  }

  var definedOpcode: Opcode {
    switch self {
    case .less: .jumpIfLessDefined
    case .lessOrEqual: .jumpIfLessOrEqualDefined
    case .greater: .jumpIfGreaterDefined
    case .greaterOrEqual: .jumpIfGreaterOrEqualDefined
    case .equal: .jumpIfEqualDefined
    case .notEqual: .jumpIfNotEqualDefined
    }
  }

  var opcode: (Opcode, isSwapped: Bool) {
    switch self {
    case .less: (.jumpIfLess, false)
    case .lessOrEqual: (.jumpIfLessOrEqual, false)
    case .greater: (.jumpIfLess, true)
    case .greaterOrEqual: (.jumpIfLessOrEqual, true)
    case .equal: (.jumpIfEqual, false)
    case .notEqual: (.jumpIfNotEqual, false)
    }
  }
}
