import Model

extension Emitter {
  /// Emits `body` for each choice of the parameters that the conditions admit.
  ///
  /// A condition is looked at as soon as the parameters that it depends on are chosen. Before
  /// others that precede it that is done only when neither it nor those can fail: then nobody can
  /// tell the difference.
  func instances(
    of parameters: [Binding], size: Int, _ conditions: [GuardCondition],
    _ body: @escaping (_ next: String) -> Void, failed: @escaping () -> Void
  ) {
    let ranges = parameters.compactMap(steps(of:))
    guard ranges.count == parameters.count else { return }
    Nest(
      emitter: self, parameters: parameters, ranges: ranges,
      isUnrolled: unrolled(ranges, size: size), body: body, failed: failed
    ).choose(level: 0, conditions)
  }

  /// Unrolls from the innermost loop outwards while the code stays small.
  private func unrolled(_ ranges: [KnownSteps], size: Int) -> [Bool] {
    var size = size
    var result: [Bool] = []
    for range in ranges.reversed() {
      let isSmall = isUnrolled(rounds: range.count, size: size, budget: Budget.ruleset)
      result.append(isSmall)
      size = isSmall ? size * range.count : size + 4
    }
    return result.reversed()
  }

  /// The values of a parameter, which do not depend on the state; nil when there are none.
  func steps(of parameter: Binding) -> KnownSteps? {
    switch parameter.domain {
    case .type(let type): return KnownSteps(type)
    case .steps(let from, let through, let by):
      guard let first = constant(from), let last = constant(through) else { return nil }
      let step: Int64? = if let by { constant(by) } else { last >= first ? 1 : -1 }
      return step.flatMap { KnownSteps(from: first, through: last, by: $0) }
    }
  }

  private func constant(_ expression: Expression) -> Int64? {
    try? Evaluator(system).value(
      of: expression, frame: [], parameters: [], arguments: [], in: .undefined(system.layout))
  }
}

/// The loops around a body.
private struct Nest {
  let emitter: Emitter
  let parameters: [Binding]
  let ranges: [KnownSteps]
  let isUnrolled: [Bool]
  let body: (_ next: String) -> Void
  let failed: () -> Void

  func choose(level: Int, _ conditions: [GuardCondition]) {
    let next = emitter.name("next")
    emitter.block("") {
      let (ready, rest) = split(conditions, level: level)
      let label = emitter.name("failed")
      let before = emitter.failures
      emitter.context.failing = .label(label)
      for condition in ready {
        emitter.line("if (!(\(emitter.value(condition.expression).text))) goto \(next);")
      }
      let mayFail = emitter.failures > before
      if level == parameters.count {
        body(next)
      } else {
        repeatInner(level: level, rest)
      }
      if mayFail {
        emitter.line("goto \(next);")
        emitter.line("\(label):")
        failed()
      }
    }
    emitter.line("\(next):;")
  }

  private func repeatInner(level: Int, _ conditions: [GuardCondition]) {
    let (binding, range) = (parameters[level], ranges[level])
    if isUnrolled[level] {
      emitter.unroll(binding, range) { choose(level: level + 1, conditions) }
    } else {
      emitter.loop(binding, over: range) { choose(level: level + 1, conditions) }
    }
  }

  /// The conditions to look at now, and those that wait for inner parameters.
  private func split(_ conditions: [GuardCondition], level: Int)
    -> (ready: [GuardCondition], rest: [GuardCondition])
  {
    if level == parameters.count { return (conditions, []) }
    let inner = Set(parameters[level...].map(\.local))
    var (ready, rest): ([GuardCondition], [GuardCondition]) = ([], [])
    for condition in conditions {
      let isBound = condition.locals.isDisjoint(with: inner)
      let mayMove = rest.isEmpty || (condition.isSafe && rest.allSatisfy(\.isSafe))
      if isBound, mayMove { ready.append(condition) } else { rest.append(condition) }
    }
    return (ready, rest)
  }
}
