extension SMTLIB {
  /// A term with a name, and what it is of a transition system: VMT-LIB is SMT-LIB with these marks.
  /// Source: Cimatti, Griggio, Tonetta, "The VMT-LIB Language and Tools" (2022).
  package struct Definition {
    package enum Mark {
      /// The term is a state variable, and this what it is called in the next state.
      case next(Term)
      case initial
      case transition
      /// A property of every reachable state, by its number.
      case invariant(Int)
    }

    let name: String
    let value: Term
    let mark: Mark

    /// - Parameter name: a symbol of SMT-LIB that needs no quotes.
    package init(_ name: String, _ value: Term, _ mark: Mark) {
      (self.name, self.value, self.mark) = (name, value, mark)
    }
  }

  /// The text of a transition system: declarations, and a definition for each part; the same terms,
  /// built in the same order, give the same bytes.
  package static func text(ofSystem parts: [Definition], in context: Context) -> String {
    var writer = SMTLIBWriter(in: context, declaresFunctionsOnly: true)
    return writer.problem(parts)
  }
}
