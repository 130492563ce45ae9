import Model
import SourceText

/// The values of a ruleset parameter, which do not depend on the state.
struct ParameterRange {
  let first: Int64
  let last: Int64
  let step: Int64
  /// At least 1.
  let count: Int
}

extension Compiler {
  /// Emits `body` for each choice of the parameters that the guards admit.
  ///
  /// A guard that leads the others and depends on outer parameters only is looked at before the
  /// inner parameters are chosen.
  func instances(
    of parameters: [Binding], size: Int, _ action: Scope.Action, _ guards: [Expression],
    _ body: () -> Void
  ) {
    let ranges = parameters.compactMap(range(of:))
    guard ranges.count == parameters.count else { return }
    let end = assembler.makeLabel()
    let nest = Nest(
      parameters: parameters, ranges: ranges, isUnrolled: unrolled(ranges, size: size),
      action: action)
    choose(in: nest, arguments: [], guards: guards[...], next: end, body)
    assembler.place(end)
  }

  /// The loops around a body.
  private struct Nest {
    let parameters: [Binding]
    let ranges: [ParameterRange]
    let isUnrolled: [Bool]
    let action: Scope.Action

    /// Whether the body is that of a rule or start state.
    var isStep: Bool { if case .claim = action { false } else { true } }
  }

  private func choose(
    in nest: Nest, arguments: [ArgumentSource], guards: ArraySlice<Expression>, next: Label,
    _ body: () -> Void
  ) {
    let level = arguments.count
    let isInnermost = level == nest.parameters.count
    let bound = Set(nest.parameters[..<level].map(\.local))
    let ready =
      isInnermost
      ? guards : guards.prefix { Traversal.locals(in: $0).isSubset(of: bound) }
    if isInnermost || !ready.isEmpty {
      let inner = nest.ranges[level...].map { ArgumentSource.constant($0.first) }
      let outer = assembler.enter(
        Scope(action: nest.action, arguments: arguments + inner, resume: next))
      for condition in ready { jump(condition, to: next, when: false) }
      assembler.leave(to: outer)
    }
    if isInnermost {
      let outer = assembler.enter(
        Scope(action: nest.action, arguments: arguments, resume: next, isBody: nest.isStep))
      releasing(body)
      assembler.leave(to: outer)
    }
    guard !isInnermost else { return }
    let rest = guards[ready.endIndex...]
    let (local, range) = (nest.parameters[level].local, nest.ranges[level])
    if nest.isUnrolled[level] {
      for value in stride(from: range.first, through: range.last, by: Int(range.step)) {
        context.homes[local] = .constant(value)
        chooseRest(in: nest, arguments + [.constant(value)], rest, body)
      }
    } else {
      loop(over: range, of: local) { register in
        chooseRest(in: nest, arguments + [.slot(register)], rest, body)
      }
    }
  }

  private func chooseRest(
    in nest: Nest, _ arguments: [ArgumentSource], _ guards: ArraySlice<Expression>,
    _ body: () -> Void
  ) {
    let next = assembler.makeLabel()
    choose(in: nest, arguments: arguments, guards: guards, next: next, body)
    assembler.place(next)
  }

  private func loop(
    over range: ParameterRange, of local: LocalIndex, _ body: (Int32) -> Void
  ) {
    let bounds = area(3)
    for (position, value) in [range.first, range.last, range.step].enumerated() {
      assembler.emit(.move, a: assembler.constant(value), c: bounds + Int32(position))
    }
    let again = assembler.makeLabel()
    assembler.place(again)
    context.homes[local] = .register(bounds)
    body(bounds)
    assembler.emit(.stepsNext, a: bounds, to: again)
  }

  /// Unrolls from the innermost loop outwards while the code stays small.
  private func unrolled(_ ranges: [ParameterRange], size: Int) -> [Bool] {
    var size = size
    var result: [Bool] = []
    for range in ranges.reversed() {
      let isSmall = isUnrolled(rounds: range.count, size: size)
      result.append(isSmall)
      size = isSmall ? size * range.count : size + 4
    }
    return result.reversed()
  }

  /// The values of a parameter; nil when there are none.
  private func range(of parameter: Binding) -> ParameterRange? {
    switch parameter.domain {
    case .type(let type):
      guard type.lower <= type.upper else { return nil }
      return ParameterRange(
        first: type.lower, last: type.upper, step: 1, count: type.count ?? .max)
    case .steps(let from, let through, let by):
      guard let first = constant(from), let last = constant(through) else { return nil }
      let step: Int64? = if let by { constant(by) } else { last >= first ? 1 : -1 }
      guard let step, step != 0, first == last || (last > first) == (step > 0) else { return nil }
      let (distance, overflow) = last.subtractingReportingOverflow(first)
      let count = overflow ? Int.max : Int(clamping: distance.magnitude / step.magnitude)
      return ParameterRange(
        first: first, last: last, step: step, count: count == .max ? count : count + 1)
    }
  }

  private func constant(_ expression: Expression) -> Int64? {
    try? evaluator.value(
      of: expression, frame: [], parameters: [], arguments: [], in: .undefined(system.layout))
  }
}
