import Model
import SourceText

extension Compiler {
  /// Whether a loop with this many rounds over this much code becomes a row of copies.
  func isUnrolled(rounds: Int, size: Int) -> Bool {
    rounds <= Unrolling.budget / max(1, size) && assembler.here < Unrolling.total
  }

  /// Emits `body` for each value of the binding's domain, in order.
  func forEach(_ binding: Binding, size: Int, at range: SourceRange, _ body: () -> Void) {
    let outer = context.homes[binding.local]
    defer { context.homes[binding.local] = outer }
    releasing {
      switch binding.domain {
      case .type(let type):
        guard type.lower <= type.upper else { return }
        if let count = type.count, isUnrolled(rounds: count, size: size) {
          unroll(binding, Array(type.lower...type.upper), body)
        } else {
          countUp(binding, from: type.lower, through: type.upper, body)
        }
      case .steps(let from, let through, let by):
        if let values = knownSteps(from, through, by, size: size) {
          unroll(binding, values, body)
        } else {
          step(binding, from, through, by, at: range, body)
        }
      }
    }
  }

  private func unroll(_ binding: Binding, _ values: [Int64], _ body: () -> Void) {
    for value in values {
      context.homes[binding.local] = .constant(value)
      releasing(body)
    }
  }

  /// A loop over a range that is not empty.
  func countUp(
    _ binding: Binding, from first: Int64, through last: Int64, _ body: () -> Void
  ) {
    let value = register()
    let again = assembler.makeLabel()
    assembler.emit(.move, a: assembler.constant(first), c: value)
    assembler.place(again)
    context.homes[binding.local] = .register(value)
    releasing(body)
    assembler.emit(.countUp, a: value, b: assembler.constant(last), to: again)
  }

  /// The values of a ranged loop, when they are known, lead the right way and are few.
  private func knownSteps(
    _ from: Expression, _ through: Expression, _ by: Expression?, size: Int
  ) -> [Int64]? {
    guard let first = fold(from), let last = fold(through) else { return nil }
    var step: Int64 = last >= first ? 1 : -1
    if let by {
      guard let known = fold(by) else { return nil }
      step = known
    }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    guard step != 0, !overflow, distance == 0 || (distance > 0) == (step > 0),
      step != .min, distance.magnitude / step.magnitude < UInt64(Unrolling.budget),
      isUnrolled(rounds: Int(distance.magnitude / step.magnitude) + 1, size: size)
    else { return nil }
    return Array(stride(from: first, through: last, by: Int(step)))
  }

  private func step(
    _ binding: Binding, _ from: Expression, _ through: Expression, _ by: Expression?,
    at range: SourceRange, _ body: () -> Void
  ) {
    let bounds = area(3)
    move(from, to: bounds)
    move(through, to: bounds + 1)
    if let by {
      move(by, to: bounds + 2)
    } else {
      moveDefaultStep(of: bounds)
    }
    let again = assembler.makeLabel()
    assembler.emit(.stepsBegin, a: bounds, site: Site(range: range))
    assembler.place(again)
    context.homes[binding.local] = .register(bounds)
    releasing(body)
    assembler.emit(.stepsNext, a: bounds, to: again)
  }

  /// One step towards the end of the range.
  private func moveDefaultStep(of bounds: Int32) {
    let isDownwards = assembler.makeLabel()
    let end = assembler.makeLabel()
    assembler.emit(.jumpIfLess, a: bounds + 1, b: bounds, to: isDownwards)
    assembler.emit(.move, a: assembler.constant(1), c: bounds + 2)
    assembler.emit(.jump, to: end)
    assembler.place(isDownwards)
    assembler.emit(.move, a: assembler.constant(-1), c: bounds + 2)
    assembler.place(end)
  }

  func repeatWhile(_ condition: Expression, _ body: [Statement], at range: SourceRange) {
    let rounds = register()
    let again = assembler.makeLabel()
    let end = assembler.makeLabel()
    assembler.emit(.move, a: assembler.constant(0), c: rounds)
    assembler.place(again)
    jump(condition, to: end, when: false)
    assembler.emit(.countRound, a: rounds, site: Site(range: range))
    compile(body)
    assembler.emit(.jump, to: again)
    assembler.place(end)
  }
}
