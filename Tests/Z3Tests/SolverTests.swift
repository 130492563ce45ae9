import Testing

@testable import Z3

@Suite struct SolverTests {
  @Test(arguments: [Solver.Logic.bitVectors, .general])
  func scopesForget(logic: Solver.Logic) {
    let context = Context()
    let solver = Solver(in: context, logic: logic)
    let p = context.constant("p", .boolean)
    solver.assert(p)
    solver.scope {
      solver.assert(!p)
      #expect(solver.check() == .unsatisfiable)
    }
    #expect(solver.check() == .satisfiable)
  }

  @Test func assumptionsLeaveACore() {
    let context = Context()
    let solver = Solver(in: context, logic: .bitVectors)
    let names = ["p", "q", "r"].map { context.constant($0, .boolean) }
    solver.assert(!(names[0] && names[2]))
    #expect(solver.check(assuming: names) == .unsatisfiable)
    #expect(Set(solver.unsatisfiableCore()) == Set([names[0], names[2]]))
    #expect(solver.check(assuming: [names[0], names[1]]) == .satisfiable)
  }

  @Test func fewResourcesAreAReasonNotAnError() {
    let context = Context()
    let solver = Solver(in: context, logic: .bitVectors, limits: .init(resources: 2_000))
    Self.assertHardProblem(in: solver)
    #expect(solver.check() == .unknown(.resources))
  }

  @Test func interruptionIsForGood() {
    let context = Context()
    let solver = Solver(in: context)
    context.interruption.interrupt()
    #expect(solver.check() == .unknown(.interrupted))
    #expect(solver.check() == .unknown(.interrupted))
  }

  @Test func anotherThreadStopsARunningCheck() async {
    let handles = AsyncStream.makeStream(of: Interruption.self)
    let check = Task.detached {
      let context = Context()
      let solver = Solver(in: context, logic: .bitVectors)
      Self.assertHardProblem(in: solver)
      handles.continuation.yield(context.interruption)
      return solver.check()
    }
    var iterator = handles.stream.makeAsyncIterator()
    let interruption = await iterator.next()
    interruption?.interrupt()
    let stopper = Task.detached {
      // The first request may come before the check has begun.
      while !Task.isCancelled {
        interruption?.interrupt()
        await Task.yield()
      }
    }
    #expect(await check.value == .unknown(.interrupted))
    stopper.cancel()
  }

  @Test func interruptingADeletedContextDoesNothing() {
    let interruption = Context().interruption
    interruption.interrupt()
    #expect(interruption.isRequested)
  }

  @Test func illSortedTermsTrap() async {
    await #expect(processExitsWith: .failure) {
      let context = Context()
      _ = context.bits(1 as Int128, width: 8) + context.bits(1 as Int128, width: 9)
    }
  }

  /// The factorisation of the product of two primes, which takes any solver very long.
  static func assertHardProblem(in solver: borrowing Solver) {
    let context = solver.context
    let factors = ["p", "q"].map { context.constant($0, .bitVector(64)).zeroExtended(to: 128) }
    let primes = [2_305_843_009_213_693_951, 18_446_744_073_709_551_557 as UInt64].map {
      context.bits($0, width: 64).zeroExtended(to: 128)
    }
    let one = context.bits(1 as Int128, width: 128)
    for factor in factors { solver.assert(one.unsignedLess(factor)) }
    solver.assert((factors[0] * factors[1]).equals(primes[0] * primes[1]))
  }
}

@Suite struct BooleanTests {
  @Test func trivialCasesBuildNothing() {
    let context = Context()
    let p = context.constant("p", .boolean)
    let yes = context.truth(true)
    let no = context.truth(false)
    #expect(context.all([]) == yes)
    #expect(context.any([]) == no)
    #expect(context.all([yes, p, yes]) == p)
    #expect(context.all([p, no]) == no)
    #expect(context.any([no, p]) == p)
    #expect(context.any([p, yes]) == yes)
    #expect(yes.then(p, else: no) == p)
    #expect(p.then(yes, else: no) == p)
    #expect(!yes == no)
    #expect(p.equals(p) == yes)
  }

  @Test func sortsAreReadBack() {
    let context = Context()
    let sorts: [Sort] = [
      .boolean, .bitVector(1), .bitVector(65), .integer, .uninterpreted("Task"),
      .array(index: .integer, element: .bitVector(3)),
    ]
    for sort in sorts { #expect(context.constant("x", sort).sort == sort) }
  }

  @Test func quantifiedArraysAreDecided() {
    let context = Context()
    let array = context.constant("a", .array(index: .integer, element: .integer))
    let index = context.constant("i", .integer)
    let zero = context.integer(0)
    let solver = Solver(in: context)
    solver.assert(context.forAll([index], zero.less(array.selecting(index))))
    let changed = array.storing(context.integer(7), at: context.integer(3))
    let holds = context.forAll([index], zero.less(changed.selecting(index)))
    solver.assert(!holds)
    #expect(solver.check() == .unsatisfiable)
  }
}
