import Testing

@testable import Z3

@Suite struct SMTLIBTests {
  /// A small problem whose names need quoting, with a shared subterm.
  private func problem(in context: Context, satisfiable: Bool) -> [Term] {
    let a = context.constant("ref[f] before", .bitVector(4))
    let b = context.constant("ref[f]'", .bitVector(4))
    let sum = a + context.bits(1 as Int128, width: 4)
    let same = b.equals(sum)
    let overflow = b.unsignedLess(a) && !sum.equals(context.bits(0 as Int128, width: 4))
    return satisfiable ? [same] : [same, overflow]
  }

  @Test(arguments: [true, false])
  func textIsTheProblem(satisfiable: Bool) throws {
    let context = Context()
    let text = SMTLIB.text(problem(in: context, satisfiable: satisfiable), in: context)
    #expect(!text.contains("check-sat") && !text.contains("set-logic"))
    #expect(try SMTLIB.check(text) == (satisfiable ? .satisfiable : .unsatisfiable))
  }

  /// Chains of shared subterms, with what is asserted of them, in both forms.
  @Test(arguments: 0..<16 as Range<Int128>)
  func definitionsInsideAnAssertionSayTheSame(_ number: Int128) throws {
    let context = Context()
    let bits = (0..<4).map { context.constant("bit \($0)", .bitVector(4)) }
    var sum = bits[0]
    for next in bits.dropFirst() {
      let mixed = sum ^ next
      sum = sum + mixed
    }
    let twice = sum + sum
    let assertions = [
      twice.equals(context.bits(number, width: 4)), !sum.equals(bits[0]),
      bits[1].unsignedLess(sum),
    ]
    let plain = SMTLIB.text(assertions, in: context)
    let nested = SMTLIB.text(assertions, in: context, definitionLimit: 0)
    #expect(plain.contains("define-fun") && !nested.contains("define-fun"))
    #expect(try SMTLIB.parse(nested, in: Context()).count == 1)
    let answer = try SMTLIB.check(plain)
    #expect(answer == (number % 2 == 0 ? .satisfiable : .unsatisfiable))
    #expect(try SMTLIB.check(nested) == answer)
    // Within one context equal texts are equal terms.
    let other = Context()
    let (first, second) = (try SMTLIB.parse(plain, in: other), try SMTLIB.parse(nested, in: other))
    #expect(other.all(first) == second[0])
  }

  /// Within two quantifiers, with parts that belong to the outer, to the inner, and to neither.
  @Test func definitionsWithinQuantifiersSayTheSame() throws {
    let context = Context()
    let (x, y) = (context.constant("x", .integer), context.constant("y", .integer))
    func value(_ terms: Term...) -> Term { context.application("f", terms, .integer) }
    let free = value(context.constant("c", .integer), context.constant("c", .integer))
    var (outer, inner) = (value(x, x), value(x, y))
    for _ in 0..<10 {
      outer = outer.adding(outer).adding(free)
      inner = inner.adding(inner).adding(outer)
    }
    let exists = context.exists([y], inner.less(outer) && inner.less(free))
    let assertion = context.forAll([x], exists || outer.less(free))
    let plain = SMTLIB.text([assertion], in: context)
    let shared = SMTLIB.text([assertion], in: context, sharesWithinQuantifiers: true)
    #expect(shared.count * 10 < plain.count)
    let texts = [plain, shared]
    let read = try texts.map { try context.all(SMTLIB.parse($0, in: context)) }
    #expect(read[0] == read[1])
  }

  /// An addition has two terms at least.
  @Test func theSumOfOneTermIsThatTerm() {
    let context = Context()
    let x = context.constant("x", .integer)
    #expect(context.sum([x]) == x)
    #expect(context.sum([]) == context.integer(0))
  }

  @Test func textDependsOnNothingElse() {
    let texts = (0..<3).map { round in
      let context = Context()
      let others = (0..<round).map { context.constant("other \($0)", .boolean) }
      defer { withExtendedLifetime(others) {} }
      return SMTLIB.text(problem(in: context, satisfiable: false), in: context)
    }
    #expect(Set(texts).count == 1)
  }

  @Test func operatorsWithNumbersAreWritten() throws {
    let context = Context()
    let a = context.constant("a", .bitVector(8))
    let low = a.extracting(0...3)
    let wide = low.zeroExtended(to: 8) + low.signExtended(to: 8)
    let chosen = a.signedLess(wide).then(a, else: wide)
    let text = SMTLIB.text([context.distinct([chosen, a, -wide])], in: context)
    for part in ["(_ extract 3 0)", "(_ zero_extend 4)", "(_ sign_extend 4)", "(ite (bvslt"] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(try SMTLIB.check(text) == .satisfiable)
  }

  @Test func deepTermsAreWritten() throws {
    let context = Context()
    var term = context.constant("a", .bitVector(8))
    for step in 0..<20_000 { term = term ^ context.constant("b\(step)", .bitVector(8)) }
    let text = SMTLIB.text([term.equals(context.bits(1 as Int128, width: 8))], in: context)
    #expect(text.utf8.count > 20_000)
  }

  @Test(arguments: [
    ("(set-option :diagnostic-output-channel \"x\")", "set-option"),
    ("(check-sat)(assert true)", "check-sat"),
    ("(assert true)(exit)", "exit"),
    ("()", ""),
  ])
  func onlyProblemsPass(text: String, command: String) {
    #expect(throws: SMTLIB.ReadError.command(command)) { try SMTLIB.checkCommands(of: text) }
  }

  @Test(arguments: [
    "(assert (p)", "(assert p))", "x (assert p)", "(assert |p)", "(assert \"p)",
  ])
  func brokenTextIsRefused(text: String) {
    #expect(throws: SMTLIB.ReadError.self) { try SMTLIB.checkCommands(of: text) }
  }

  @Test(arguments: [
    "(assert p)", "(declare-const p Bool)(assert (bvadd p p))",
  ])
  func nonsenseIsAnErrorNotATrap(text: String) {
    #expect(throws: SMTLIB.ReadError.self) { try SMTLIB.check(text) }
  }

  @Test func quotedNamesHideNothing() throws {
    let text = "(declare-const |a ; ( b| Bool)\n; (exit)\n(assert |a ; ( b|)"
    #expect(try SMTLIB.commandNames(of: text) == ["declare-const", "assert"])
    #expect(try SMTLIB.check(text) == .satisfiable)
  }
}
