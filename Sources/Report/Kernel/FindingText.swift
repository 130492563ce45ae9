import Model
import SourceText

/// The block below the steps that says why.
struct FindingText {
  let palette: Palette

  private static let indent = String(repeating: " ", count: 8)

  func lines(of counterexample: Counterexample) -> [String] {
    let word = counterexample.role == .induction ? "NOT INDUCTIVE" : "VIOLATED"
    let lines =
      switch counterexample.finding {
      case .nothing: [String]()
      case .falsified(let falsification): self.lines(of: falsification, word)
      case .neverAgain(let falsification):
        self.lines(of: falsification, word, preface: "from here no state is reachable with ")
      case .deadlock(let rules): self.lines(of: rules)
      case .failure(let failure): self.lines(of: failure, word)
      }
    let closing = closing(of: counterexample)
    return (lines.isEmpty ? [] : [""] + lines) + closing
  }

  private func banner(_ word: String, _ text: String) -> [String] {
    let lead = " *** \(word) ***   "
    let lines = ASCII.wrap(
      ASCII.clean(text), width: ASCII.lineWidth - lead.utf8.count)
    let margin = String(repeating: " ", count: lead.utf8.count)
    let painted = " *** \(palette.bad(word)) ***   "
    return lines.enumerated().map { ($0.offset == 0 ? painted : margin) + $0.element }
  }

  private func block(_ text: String) -> [String] {
    ASCII.wrap(ASCII.clean(text), width: ASCII.lineWidth - Self.indent.utf8.count, indent: 2)
      .map { Self.indent + $0 }
  }

  private func lines(
    of falsification: Counterexample.Falsification, _ word: String, preface: String = ""
  ) -> [String] {
    let bindings = falsification.bindings.map { "\($0.name) = \($0.value)" }
    return banner(word, preface + falsification.formula)
      + (bindings.isEmpty ? [] : block("for \(bindings.joined(separator: ", "))"))
      + table(falsification.atoms.map { ("\($0.subject) = \($0.value)", Self.words(for: $0)) })
  }

  private static func words(for atom: Counterexample.Atom) -> String {
    guard let writer = atom.writer else { return "as at the start" }
    let after = writer.after.map { ", after \($0.action) at step \($0.step)" } ?? ""
    return "set at step \(writer.step) by \(writer.by)\(after)"
  }

  private func lines(of rules: [Counterexample.Blocked]) -> [String] {
    banner("DEADLOCK", rules.isEmpty ? "there is no rule" : "no rule can go on:")
      + table(
        rules.map { blocked in
          let place = blocked.line > 0 ? " :\(blocked.line)" : ""
          return (blocked.rule + place, Self.words(for: blocked))
        })
  }

  private static func words(for blocked: Counterexample.Blocked) -> String {
    let reason = blocked.conjunct.map { "not: \($0)" } ?? "enabled, but changes nothing"
    guard blocked.allChoices > 1 else { return reason }
    if blocked.choices == blocked.allChoices {
      return "\(reason)  (all \(blocked.allChoices) choices)"
    }
    let example = blocked.example.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
    return blocked.choices == 1
      ? "\(reason)  (\(example))"
      : "\(reason)  (\(blocked.choices) of \(blocked.allChoices) choices, such as \(example))"
  }

  private func lines(of failure: Counterexample.FailureRecord, _ word: String) -> [String] {
    let range = failure.range
    let place = range.isNone ? nil : "\(range.file):\(range.start.line)"
    return banner(word, failure.failure.wording)
      + (failure.condition.map { block($0) } ?? [])
      + (place.map { place in
        block(failure.sourceLine.map { "\(place):  \($0)" } ?? "at \(place)")
      } ?? [])
  }

  private func closing(of counterexample: Counterexample) -> [String] {
    guard counterexample.role == .induction else { return [] }
    let words =
      switch counterexample.firstStateIsReachable {
      case true?: "step 0 is reachable: the claim is violated, or will be at a greater depth"
      case false?: "step 0 is not reachable: an invariant that excludes it would help the proof"
      case nil: "whether step 0 is reachable is not known"
      }
    return [""] + block(words)
  }

  /// Two columns: what, and why.
  private func table(_ rows: [(String, String)]) -> [String] {
    let rows = rows.map { (ASCII.clean($0.0), ASCII.clean($0.1)) }
    let longest = rows.map(\.0.utf8.count).max() ?? 0
    let left = min(longest, 48)
    return rows.flatMap { what, why -> [String] in
      let room = ASCII.lineWidth - Self.indent.utf8.count - left - 1
      let right = ASCII.wrap(why, width: room, indent: 2)
      if what.utf8.count > left {
        return block(what)
          + right.map { Self.indent + String(repeating: " ", count: left + 1) + $0 }
      }
      return right.enumerated().map {
        Self.indent + ASCII.pad($0.offset == 0 ? what : "", to: left + 1) + $0.element
      }
    }
  }
}
