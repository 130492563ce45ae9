import Model
import Z3

/// The choice of one of several firings: which start state begins, or which rule fires next.
struct Selection {
  /// The number of the option taken.
  let selector: Scalar
  let options: [Firing]
  /// When evaluating the guard of the chosen option breaks a claim.
  let guardFailures: Conditions
  /// When the body of the chosen option breaks a claim.
  let bodyFailures: Conditions
  /// That the chosen option runs to its end.
  let succeeds: Term
  /// The state afterwards.
  let next: [Cell]

  init(of options: [Firing], named name: String, from state: [Cell], in context: Context) {
    self.options = options
    selector = Selection.selector(named: name, count: options.count, in: context)
    var guardFailures = Conditions(in: context)
    var bodyFailures = Conditions(in: context)
    var successes: [Term] = []
    var next = state
    for (number, option) in options.enumerated().reversed() {
      let isChosen = selector.isEqual(to: .constant(Int128(number), in: context))
      guardFailures.add(option.guardFailures, where: isChosen)
      bodyFailures.add(option.bodyFailures, where: isChosen)
      successes.append(isChosen && option.succeeds)
      next = zip(option.next, next).map { .choose(isChosen, $0, $1) }
    }
    self.guardFailures = guardFailures
    self.bodyFailures = bodyFailures
    self.succeeds = context.any(successes)
    self.next = next
  }

  /// That this option is taken.
  func takes(_ option: Int) -> Term {
    selector.isEqual(to: .constant(Int128(option), in: selector.context))
  }

  private static func selector(named name: String, count: Int, in context: Context) -> Scalar {
    if count < 2 { return .constant(0, in: context) }
    let width = Scalar.unsignedWidth(Int128(count) - 1)
    let bits = context.constant(name, .bitVector(width))
    return .number(bits, offset: 0, lower: 0, upper: Int128(count) - 1)
  }
}
