package import Model

/// Obligations as one SMT-LIB script, for a solver on its own.
///
/// Each problem stands after comments that say what it is: its name, the answer that the proof
/// needs, and, where it is about a step, which step that is, which conjunct of the invariant is
/// kept, and which are assumed; conjuncts are counted from 1.
///
/// A solver forgets a problem by a reset, or sooner by the end of a scope. Problems of bit-vectors
/// have no scopes: only outside of them does it simplify a problem as a whole.
package enum ObligationScript {
  private static let question = "(check-sat)"

  /// The script.
  package static func text(of obligations: [Certificate.Obligation]) -> String {
    var previous: Certificate.Obligation.Logic?
    return obligations.map { obligation in
      var lines = opening(of: obligation.logic, after: previous)
      previous = obligation.logic
      lines += ["; \(obligation.name)", "; expected: \(obligation.expected.rawValue)"]
      if let step = obligation.step { lines.append("; step: \(step)") }
      if let kept = obligation.keeps { lines.append("; keeps: \(kept + 1)") }
      if let premises = obligation.premises {
        lines.append("; assumes:" + premises.map { " \($0 + 1)" }.joined())
      }
      if let assertions = obligation.assertions {
        lines.append("; assertions:" + assertions.map { " \($0 + 1)" }.joined())
      }
      return lines.map { $0 + "\n" }.joined() + obligation.text + question + "\n"
    }.joined()
  }

  /// What makes a solver ready for a problem after another one.
  private static func opening(
    of logic: Certificate.Obligation.Logic, after previous: Certificate.Obligation.Logic?
  ) -> [String] {
    if logic == .all, previous == .all { return ["(pop 1)", "(push 1)"] }
    let isScoped = logic == .all
    return ["(reset)", "(set-logic \(logic.rawValue))"] + (isScoped ? ["(push 1)"] : [])
  }

  /// The obligations of a script, which must be of just this form.
  package static func obligations(in script: String) throws(CertificateFile.ReadFailure)
    -> [Certificate.Obligation]
  {
    var reader = Reader(script)
    var obligations: [Certificate.Obligation] = []
    while !reader.isAtEnd { obligations.append(try reader.obligation()) }
    return obligations
  }

  private struct Reader {
    private let lines: [Substring]
    private var position = 0
    private var logic: Certificate.Obligation.Logic?

    init(_ text: String) {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last == "" { lines.removeLast() }
      self.lines = lines
    }

    var isAtEnd: Bool { position == lines.count }

    mutating func obligation() throws(CertificateFile.ReadFailure) -> Certificate.Obligation {
      let logic = try opening()
      guard let name = comment() else { throw failure("the name is missing") }
      guard let expected = comment("expected: ").flatMap(Certificate.Obligation.Answer.init)
      else { throw failure("the expected answer is missing") }
      let step = comment("step: ")
      let kept = try comment("keeps: ").map(numbers)
      if let kept, kept.count != 1 { throw failure("one conjunct is kept") }
      let premises = try comment("assumes:").map(numbers)
      let assertions = try comment("assertions:").map(numbers)
      return Certificate.Obligation(
        name: name, expected: expected, logic: logic, text: try problem(), step: step,
        keeps: kept?[0], premises: premises, assertions: assertions)
    }

    private mutating func opening() throws(CertificateFile.ReadFailure)
      -> Certificate.Obligation.Logic
    {
      for next in Certificate.Obligation.Logic.allCases {
        let opening = ObligationScript.opening(of: next, after: logic)
        guard lines[position...].starts(with: opening, by: ==) else { continue }
        position += opening.count
        logic = next
        return next
      }
      throw failure("no problem begins here")
    }

    private mutating func next() -> Substring? {
      guard !isAtEnd else { return nil }
      defer { position += 1 }
      return lines[position]
    }

    /// What follows on the next line, if it begins like this.
    private mutating func comment(_ beginning: String = "") -> String? {
      guard !isAtEnd, lines[position].hasPrefix("; \(beginning)") else { return nil }
      return next().map { line in String(line.dropFirst(2 + beginning.count)) }
    }

    private func numbers(_ text: String) throws(CertificateFile.ReadFailure) -> [Int] {
      var numbers: [Int] = []
      for word in text.split(separator: " ") {
        guard let number = Int(word), number > 0 else { throw failure("'\(word)' is no number") }
        numbers.append(number - 1)
      }
      return numbers
    }

    /// The lines up to the question.
    private mutating func problem() throws(CertificateFile.ReadFailure) -> String {
      var text = ""
      while let line = next() {
        if line == question { return text }
        text += line + "\n"
      }
      throw failure("'\(question)' is missing")
    }

    private func failure(_ problem: String) -> CertificateFile.ReadFailure {
      .script(line: position, problem)
    }
  }
}
