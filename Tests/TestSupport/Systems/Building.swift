package import Model
package import SourceText

// Short ways to write down the parts of a system by hand.

extension SourceRange {
  /// The start of a line of a file.
  package static func line(_ number: Int, of file: String = "test.m") -> SourceRange {
    let start = SourcePosition(line: number, column: 1)
    return SourceRange(file: file, start: start, end: start)
  }
}

extension Place {
  /// A state variable of this type, or a part of it.
  package static func variable(
    _ position: Int, _ path: [Step] = [], as type: ValueType
  ) -> Place {
    Place(root: .state(VariableIndex(position)), path: path, type: type, range: .none)
  }

  /// A local of this type.
  package static func local(_ position: Int, as type: ScalarType) -> Place {
    Place(root: .local(LocalIndex(position)), type: .scalar(type), range: .none)
  }
}

extension Expression {
  package static func value(_ value: Int64, _ type: ScalarType) -> Expression {
    Expression(.constant(value), type: type, range: .none)
  }

  package static func number(_ value: Int64) -> Expression { .value(value, .integer) }

  /// The value of a scalar place.
  package static func read(_ place: Place) -> Expression {
    Expression(.read(place), type: place.type.scalar ?? .integer, range: .none)
  }

  package static func not(_ operand: Expression) -> Expression {
    Expression(.unary(.not, operand), type: .boolean, range: .none)
  }

  package static func negate(_ operand: Expression) -> Expression {
    Expression(.unary(.negate, operand), type: .integer, range: .none)
  }

  /// A comparison or a logical combination.
  package static func test(
    _ left: Expression, _ op: BinaryOperator, _ right: Expression
  ) -> Expression {
    Expression(.binary(op, left, right), type: .boolean, range: .none)
  }

  /// An arithmetic operation.
  package static func compute(
    _ left: Expression, _ op: BinaryOperator, _ right: Expression
  ) -> Expression {
    Expression(.binary(op, left, right), type: .integer, range: .none)
  }

  package static func all(_ binding: Binding, _ body: Expression) -> Expression {
    Expression(.quantified(.forall, binding, body), type: .boolean, range: .none)
  }

  package static func some(_ binding: Binding, _ body: Expression) -> Expression {
    Expression(.quantified(.exists, binding, body), type: .boolean, range: .none)
  }

  /// The conjunction of several expressions, at least one.
  package static func all(of parts: [Expression]) -> Expression {
    parts.dropFirst().reduce(parts[0]) { .test($0, .and, $1) }
  }
}

extension Statement {
  package static func assign(_ place: Place, _ value: Expression, line: Int = 1) -> Statement {
    Statement(.assign(place, value), range: .line(line))
  }

  package static func undefine(_ place: Place) -> Statement {
    Statement(.undefine(place), range: .line(1))
  }
}

extension Binding {
  /// A parameter over all values of a type.
  package static func each(_ local: Int, _ name: String, _ type: ScalarType) -> Binding {
    Binding(local: LocalIndex(local), name: name, domain: .type(type))
  }
}

extension Local {
  /// The slot of a bound variable.
  package static func bound(_ name: String, _ type: ScalarType) -> Local {
    Local(name: name, type: .scalar(type), kind: .bound)
  }
}

extension Trace {
  /// The behaviour that these firings make from the first start state; a firing that fails ends it
  /// with its failure, whatever `ending` says.
  package static func running(
    _ firings: [(rule: Int, arguments: [Int64])], of system: TransitionSystem,
    ending: (State) -> Ending
  ) -> Trace {
    let evaluator = Evaluator(system)
    guard case .reached(var state, _) = evaluator.start(StartStateIndex(0), arguments: []) else {
      preconditionFailure("the start state runs")
    }
    var steps = [Step(action: .start(StartStateIndex(0)), arguments: [], state: state)]
    for firing in firings {
      let rule = RuleIndex(firing.rule)
      let result = evaluator.fire(rule, arguments: firing.arguments, in: state)
      if case .failed(let failure) = result {
        steps.append(Step(action: .rule(rule), arguments: firing.arguments, state: nil))
        return Trace(steps: steps, ending: .failed(failure))
      }
      guard case .reached(let next, _) = result else { preconditionFailure("nothing is pruned") }
      state = next
      steps.append(Step(action: .rule(rule), arguments: firing.arguments, state: state))
    }
    return Trace(steps: steps, ending: ending(state))
  }

  /// A seeded random behaviour of at most `depth` firings.
  package static func random(
    in system: TransitionSystem, depth: Int, random: inout SplitMix64
  ) -> Trace {
    let evaluator = Evaluator(system)
    guard case .reached(var state, _) = evaluator.start(StartStateIndex(0), arguments: []) else {
      preconditionFailure("the start state runs")
    }
    var firings: [(rule: Int, arguments: [Int64])] = []
    for _ in 0..<depth {
      let enabled = system.rules.indices.flatMap { rule in
        evaluator.arguments(of: system.rules[rule].parameters)
          .filter {
            (try? evaluator.isEnabled(RuleIndex(rule), arguments: $0, in: state)) == true
          }
          .map { (rule, $0) }
      }
      guard !enabled.isEmpty else { break }
      let choice = random.pick(enabled)
      firings.append((choice.0, choice.1))
      let result = evaluator.fire(RuleIndex(choice.0), arguments: choice.1, in: state)
      guard case .reached(let next, _) = result else { break }
      state = next
    }
    return running(firings, of: system) { _ in .open }
  }
}
