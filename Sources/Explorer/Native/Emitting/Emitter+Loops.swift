import Model

/// The values of a binding that are known while emitting.
struct KnownSteps {
  let first: Int64
  let last: Int64
  let step: Int64
  /// At least 1; `Int.max` when there are as many or more.
  let count: Int

  var values: StrideThrough<Int64> { stride(from: first, through: last, by: Int(step)) }

  init?(_ type: ScalarType) {
    guard type.lower <= type.upper else { return nil }
    self.init(first: type.lower, last: type.upper, step: 1, count: type.count ?? .max)
  }

  /// Nil when the steps lead nowhere.
  init?(from first: Int64, through last: Int64, by step: Int64) {
    guard step != 0, first == last || (last > first) == (step > 0) else { return nil }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    let steps = overflow ? .max : Int(clamping: distance.magnitude / step.magnitude)
    self.init(first: first, last: last, step: step, count: steps == .max ? steps : steps + 1)
  }

  private init(first: Int64, last: Int64, step: Int64, count: Int) {
    (self.first, self.last, self.step, self.count) = (first, last, step, count)
  }
}

extension Emitter {
  /// Emits `body` for each value of the binding's domain, in order. With `isLoop` the body may
  /// leave with `break`.
  func repeatFor(_ binding: Binding, size: Int, isLoop: Bool = false, _ body: () -> Void) {
    let outer = context.values[binding.local]
    defer { context.values[binding.local] = outer }
    switch binding.domain {
    case .type(let type):
      if let steps = KnownSteps(type) { repeatFor(binding, steps, size: size, isLoop, body) }
    case .steps(let from, let through, let by):
      let (first, last) = (bind(value(from)), bind(value(through)))
      let step = by.map { bind(value($0)) } ?? self.step(from: first, to: last)
      if let first = first.constant, let last = last.constant, let step = step.constant,
        let steps = KnownSteps(from: first, through: last, by: step), steps.count < .max
      {
        repeatFor(binding, steps, size: size, isLoop, body)
      } else {
        // A step that nobody gave leads the right way.
        if by != nil { checkDirection(first, last, step) }
        loop(binding, first, last, step, body)
      }
    }
  }

  /// Loops over known values, or unrolls the loop.
  func repeatFor(
    _ binding: Binding, _ steps: KnownSteps, size: Int, _ isLoop: Bool, _ body: () -> Void
  ) {
    if isUnrolled(rounds: steps.count, size: size, budget: Budget.loop) {
      block(
        isLoop ? "do" : "", { unroll(binding, steps, body) }, end: isLoop ? "} while (0);" : "}")
    } else {
      loop(binding, over: steps, body)
    }
  }

  func unroll(_ binding: Binding, _ steps: KnownSteps, _ body: () -> Void) {
    for value in steps.values {
      context.values[binding.local] = constant(value)
      body()
    }
  }

  func loop(_ binding: Binding, over steps: KnownSteps, _ body: () -> Void) {
    loop(binding, constant(steps.first), constant(steps.last), constant(steps.step), body)
  }

  private func step(from first: Value, to last: Value) -> Value {
    if last.interval.lower >= first.interval.upper { return constant(1) }
    if last.interval.upper < first.interval.lower { return constant(-1) }
    let step = name("t")
    line("const int64_t \(step) = \(last.text) >= \(first.text) ? 1 : -1;")
    return Value(text: step, interval: Interval(-1, 1), isAtom: true)
  }

  /// A zero step, or one that leads away from the end, is a run-time error.
  private func checkDirection(_ first: Value, _ last: Value, _ step: Value) {
    if step.interval.contains(0) { fail(if: "\(step.text) == 0") }
    if step.interval.lower < 0, last.interval.upper > first.interval.lower {
      fail(if: "\(last.text) > \(first.text) && \(step.text) < 0")
    }
    if step.interval.upper > 0, last.interval.lower < first.interval.upper {
      fail(if: "\(last.text) < \(first.text) && \(step.text) > 0")
    }
  }

  /// A loop that runs at least once.
  private func loop(
    _ binding: Binding, _ first: Value, _ last: Value, _ step: Value, _ body: () -> Void
  ) {
    let local = name("b")
    let next = name("t")
    let low = min(first.interval.lower, last.interval.lower)
    let high = max(first.interval.upper, last.interval.upper)
    context.values[binding.local] = Value(
      text: local, interval: Interval(low, high), isAtom: low < high)
    if low == high { context.values[binding.local] = constant(low) }
    if step.constant == 1, last.interval.upper < .max {
      let head = "int64_t \(local) = \(first.text); \(local) <= \(last.text); \(local)++"
      return block("for (\(head))", body)
    }
    line("for (int64_t \(local) = \(first.text), \(next);; \(local) = \(next)) {")
    indented {
      body()
      line("if (__builtin_add_overflow(\(local), (int64_t)\(step.text), &\(next))) break;")
      let isPast = "\(step.text) > 0 ? \(next) > \(last.text) : \(next) < \(last.text)"
      line("if (\(isPast)) break;")
    }
    line("}")
  }
}
