/// An expression of a generated specification.
package indirect enum Term: Hashable, Sendable {
  /// A literal or a name.
  case atom(String)
  case binary(String, Term, Term)
  case prefix(String, Term)
  case conditional(Term, Term, Term)
  /// `forall` or `exists`, with the text of its binding, such as `i: T` or `i := 0 to 2`.
  case quantified(String, binding: String, Term)
  case element(Term, Term)
  case field(Term, String)
  /// A function, or `isundefined`.
  case call(String, [Term])
}

/// A statement of a generated specification.
package indirect enum Step: Hashable, Sendable {
  case assign(Term, Term)
  case branch([Arm], otherwise: [Step])
  case select(Term, [Arm], otherwise: [Step])
  /// A `for` loop, with the text of its binding.
  case loop(binding: String, [Step])
  case repeatWhile(Term, [Step])
  case alias(String, Term, [Step])
  /// `clear` or `undefine`.
  case reset(String, Term)
  case returns(Term?)
  case call(String, [Term])
  /// `assert`, `assume` or `cover`, with its message.
  case claim(String, String, Term)
  case error(String)
  case put(Term)

  /// What is done under a condition, or for some labels of a `switch`.
  package struct Arm: Hashable, Sendable {
    package var conditions: [Term]
    package var body: [Step]

    package init(_ conditions: [Term], _ body: [Step]) {
      self.conditions = conditions
      self.body = body
    }
  }
}

/// A name and what it is declared as.
package struct Named: Hashable, Sendable {
  package var name: String
  package var text: String

  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// A function or procedure of a generated specification.
package struct Routine: Hashable, Sendable {
  package var name: String
  /// The text of each parameter, such as `var x: T`.
  package var parameters: [String]
  /// Nil for a procedure.
  package var result: String?
  package var locals: [Named]
  package var body: [Step]

  package init(
    name: String, parameters: [String], result: String?, locals: [Named], body: [Step]
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.locals = locals
    self.body = body
  }
}

/// A rule, start state, property, or a ruleset of them.
package indirect enum Item: Hashable, Sendable {
  case rule(String, condition: Term?, locals: [Named], [Step])
  case start(String, [Step])
  /// `invariant`, `assume`, `cover` or `liveness`, with its message.
  case claim(String, String, Term)
  case ruleset([String], [Item])
}

/// A whole generated specification.
package struct MurphiTree: Hashable, Sendable {
  /// What stands behind `-- pinproof:` in the first lines.
  package var settings: [String]
  package var constants: [Named]
  package var types: [Named]
  package var variables: [Named]
  package var routines: [Routine]
  package var items: [Item]

  package init(
    settings: [String] = [], constants: [Named] = [], types: [Named] = [], variables: [Named] = [],
    routines: [Routine] = [], items: [Item] = []
  ) {
    self.settings = settings
    self.constants = constants
    self.types = types
    self.variables = variables
    self.routines = routines
    self.items = items
  }
}
