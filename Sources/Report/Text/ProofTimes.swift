/// How long each question of a proof took: a matrix of steps and claims.
package struct ProofTimes: Sendable {
  /// Milliseconds take at most so many digits.
  private static let cellWidth = 6
  private static let nameWidth = 38
  private static let columnsPerBlock = 10

  private struct Question: Hashable {
    let step: Int
    let claim: Int
  }

  private var steps: [String] = []
  private var claims: [String] = []
  private var seconds: [Question: Double] = [:]

  package init() {}

  /// Adds what it took to ask whether a step keeps a claim; asked several times, the sum is shown.
  package mutating func add(_ seconds: Double, step: String, claim: String) {
    let question = Question(
      step: Self.position(of: step, in: &steps), claim: Self.position(of: claim, in: &claims))
    self.seconds[question, default: 0] += seconds
  }

  private static func position(of name: String, in names: inout [String]) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    return names.count - 1
  }

  /// The matrix for people, with at most 100 columns; no lines when nothing was asked.
  package var lines: [String] {
    if seconds.isEmpty { return [] }
    var lines = ["step x claim, in milliseconds; '.' is plain without a question"]
    for first in stride(from: 0, to: claims.count, by: Self.columnsPerBlock) {
      let columns = first..<min(first + Self.columnsPerBlock, claims.count)
      lines += ["", row("", columns.map { "\($0 + 1)" })]
      lines += steps.indices.map { step in
        row(steps[step], columns.map { cell(Question(step: step, claim: $0)) })
      }
    }
    return lines + [""] + claims.enumerated().map { "  \($0 + 1)  \($1)" }
  }

  private func cell(_ question: Question) -> String {
    seconds[question].map { Numbers.decimal($0 * 1000, digits: 0) } ?? "."
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    MatrixRow.text(name, nameWidth: Self.nameWidth, cells, cellWidth: Self.cellWidth)
  }

  /// One line for programs.
  package var json: String {
    let times = seconds.sorted { ($0.key.step, $0.key.claim) < ($1.key.step, $1.key.claim) }
    return JSONValue.object([
      "event": .string("times"),
      "times": .array(
        times.map { question, seconds in
          .object([
            "step": .string(steps[question.step]), "claim": .string(claims[question.claim]),
            "seconds": .number((seconds * 10_000).rounded() / 10_000),
          ])
        }),
    ]).text
  }
}
