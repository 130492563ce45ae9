package import Model
import Z3

/// The questions whose answers show that a witness circuit proves a model safe, posed from the two
/// files alone.
///
/// A witness says which latches and inputs of the model its own stand for. It simulates the model:
/// what these hold at first, and next, is the same; where the witness is not bad the model is not;
/// and the witness is not bad at first, and stays so. Source: Yu, Froleyks, Biere, Heljanko,
/// "Towards Compositional Hardware Model Checking Certification" (2023), without constraints and
/// with latches that are 0 at first.
package struct WitnessCheck {
  /// Why two circuits cannot be compared at all.
  package enum Refusal: Error, Sendable, Hashable {
    /// A name that is no `= literal` of a latch or input that the model has, or has it twice.
    case mapping(String)
  }

  private let model: AIGERFile
  private let witness: AIGERFile
  /// For each variable of the model the one of the witness that stands for it, if one does.
  private var images: [Int: Int] = [:]

  package init(of model: AIGERFile, by witness: AIGERFile) throws(Refusal) {
    (self.model, self.witness) = (model, witness)
    let inputs = 1..<model.firstLatch
    let latches = model.firstLatch..<model.firstGate
    for (place, name) in witness.inputs.enumerated() {
      try map(name, among: inputs, to: 1 + place)
    }
    for (place, name) in witness.latches.enumerated() {
      try map(name, among: latches, to: witness.firstLatch + place)
    }
  }

  private mutating func map(_ name: String, among variables: Range<Int>, to own: Int)
    throws(Refusal)
  {
    if !name.hasPrefix("=") { return }
    guard let literal = Int(name.dropFirst().trimmingPrefix(" ")), literal % 2 == 0,
      variables.contains(literal / 2), images.updateValue(own, forKey: literal / 2) == nil
    else { throw .mapping(name) }
  }

  /// What a solver must answer, each with no. That what is shared holds the same at first needs no
  /// question: it is 0 in both.
  package var obligations: [Certificate.Obligation] {
    let context = Context()
    let now = moment(0, context)
    let later = moment(1, context)
    let witnessLatches = witness.latches.indices.map { 2 * (witness.firstLatch + $0) }
    let advances = zip(witnessLatches, witness.next).map { latch, next in
      later.witness[latch].equals(now.witness[next])
    }
    let isSafe = !now.witness.any(of: witness.bad)
    let questions: [(String, [Term])] = [
      ("transition", [context.any(sharedLatches.map { !now.model[$0].equals(now.witness[$1]) })]),
      ("property", [isSafe, now.model.any(of: model.bad)]),
      ("base", witnessLatches.map { !now.witness[$0] } + [!isSafe]),
      ("step", [isSafe] + advances + [later.witness.any(of: witness.bad)]),
    ]
    return questions.map { name, assertions in
      Certificate.Obligation(
        name: name, expected: .unsat, text: SMTLIB.text(assertions, in: context))
    }
  }

  /// What shared latches hold next, in both circuits.
  private var sharedLatches: [(model: Int, witness: Int)] {
    model.latches.indices.compactMap { place in
      images[model.firstLatch + place].map {
        (model.next[place], witness.next[$0 - witness.firstLatch])
      }
    }
  }
}

/// What the variables of a circuit hold at one moment.
private struct Signals {
  private let variables: [Term]

  /// - Parameter leaf: what an input or latch holds.
  init(of file: AIGERFile, in context: Context, leaf: (Int) -> Term) {
    var variables = [context.truth(false)] + (1..<file.firstGate).map(leaf)
    for (first, second) in file.gates {
      variables.append(
        Self.value(of: first, among: variables) && Self.value(of: second, among: variables))
    }
    self.variables = variables
  }

  subscript(literal: Int) -> Term { Self.value(of: literal, among: variables) }

  func any(of literals: [Int]) -> Term {
    variables[0].context.any(literals.map { self[$0] })
  }

  private static func value(of literal: Int, among variables: [Term]) -> Term {
    literal & 1 == 1 ? !variables[literal >> 1] : variables[literal >> 1]
  }
}

extension WitnessCheck {
  /// What both circuits hold at one moment: what is shared, the same.
  private func moment(_ number: Int, _ context: Context) -> (model: Signals, witness: Signals) {
    func own(_ owner: String) -> (Int) -> Term {
      { context.constant("\(owner) \($0)@\(number)", .boolean) }
    }
    let witnessLeaf = own("witness")
    let modelLeaf = own("model")
    return (
      Signals(of: model, in: context) { images[$0].map(witnessLeaf) ?? modelLeaf($0) },
      Signals(of: witness, in: context, leaf: witnessLeaf)
    )
  }
}
