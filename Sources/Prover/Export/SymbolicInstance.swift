package import Model
import Z3

/// An instance as formulas over bit-vectors, for model checkers that read VMT-LIB.
///
/// A state variable for each cell, in the packed form of the layout, where 0 is undefined; one for
/// whether a start state has been run; and one for each claim that a step can break, which says
/// whether one has. In the initial state all are 0 or false, and what has no next value is an input:
/// the arguments of the rules. A step that breaks a claim is the last one, and a state can always
/// stay as it is: the transition relation is total.
package struct SymbolicInstance {
  /// The file.
  package let text: String

  /// - Parameter claims: those that model checkers are to decide.
  package init(of system: TransitionSystem, claims: [ClaimIndex]) throws(EngineFailure) {
    let formulas: Formulas
    do throws(Unencodable) {
      formulas = try Formulas(Encoder(system, in: Context()), claims)
    } catch {
      throw .unsupported([error.feature])
    }
    let names = claims.enumerated().map { "; property \($0): \(system[$1].name.onOneLine)\n" }
    text = names.joined() + SMTLIB.text(ofSystem: formulas.parts, in: formulas.context)
  }
}

/// The parts of a symbolic instance.
private struct Formulas {
  private let encoder: Encoder
  private let claims: [ClaimIndex]
  private let cells: [Cell]
  private let variables: [Variable]
  private let judgement: Judgement
  private let started: Variable
  /// For each claim that steps can break, whether one has.
  private let failed: [(claim: ClaimIndex, variable: Variable)]
  private let starts: [Leap]
  private let rules: [Leap]

  var context: Context { encoder.context }

  /// A term now and in the next state.
  private struct Variable {
    let now: Term
    let next: Term

    init(_ name: String, _ sort: Sort, in context: Context) {
      now = context.constant(name, sort)
      next = context.constant(name + "'", sort)
    }
  }

  /// A start state or a rule, with what the assumptions say of the state afterwards.
  private struct Leap {
    let arrives: Term
    let failures: Conditions
    let next: [Cell]
  }

  init(_ encoder: Encoder, _ claims: [ClaimIndex]) throws(Unencodable) {
    self.encoder = encoder
    self.claims = claims
    let context = encoder.context
    let names = CellNames.all(of: encoder.system)
    let variables = zip(encoder.system.layout.cells, names).map {
      Variable($1, .bitVector($0.width), in: context)
    }
    self.variables = variables
    cells = zip(encoder.system.layout.cells, variables).map { Cell(raw: $1.now, of: $0.type) }
    judgement = try encoder.judge(cells)
    started = Variable("started?", .boolean, in: context)
    var starts: [Leap] = []
    for index in encoder.system.startStates.indices {
      starts.append(try Self.leap(by: encoder.start(StartStateIndex(index)), encoder))
    }
    var rules: [Leap] = []
    for index in encoder.system.rules.indices {
      rules.append(
        try Self.leap(by: encoder.fire(RuleIndex(index), in: cells, at: 0), encoder))
    }
    (self.starts, self.rules) = (starts, rules)
    let breakable = Set((starts + rules).flatMap(\.failures.claims))
    failed = claims.enumerated().filter { breakable.contains($0.element) }.map {
      ($0.element, Variable("property \($0.offset) failed?", .boolean, in: context))
    }
  }

  private static func leap(by firing: Firing, _ encoder: Encoder) throws(Unencodable) -> Leap {
    let context = encoder.context
    var failures = Conditions(in: context)
    failures.add(firing.guardFailures, where: context.truth(true))
    failures.add(firing.bodyFailures, where: context.truth(true))
    if encoder.system.claims(of: .assumption).isEmpty {
      return Leap(arrives: firing.succeeds, failures: failures, next: firing.next)
    }
    let judged = try encoder.judge(firing.next)
    failures.add(judged.assumptionFailures, where: firing.succeeds)
    return Leap(
      arrives: firing.succeeds && judged.isAdmitted, failures: failures, next: firing.next)
  }

  // MARK: Parts

  var parts: [SMTLIB.Definition] {
    let all = variables + [started] + failed.map(\.variable)
    return all.enumerated().map { .init(".state\($0)", $1.now, .next($1.next)) }
      + [.init(".init", initial, .initial), .init(".trans", transition, .transition)]
      + claims.enumerated().map { .init(".property\($0)", holds($1), .invariant($0)) }
  }

  private var initial: Term {
    context.all(
      zip(cells, encoder.undefinedState).map { $0.raw.equals($1.raw) }
        + [!started.now] + failed.map { !$0.variable.now })
  }

  private var transition: Term {
    let keepsFlags = failed.map { $0.variable.next.equals($0.variable.now) }
    let isOpen = failed.map { !$0.variable.now }
    let moves = [(!started.now, starts), (started.now, rules)].flatMap { phase, leaps in
      leaps.map { leap in
        context.all([phase, leap.arrives, started.next] + becomes(leap.next))
      }
    }
    let goesOn = context.all(isOpen + keepsFlags + [context.any(moves)])
    let stays = [started.next.equals(started.now)] + becomes(cells)
    let fails = failed.map { claim, flag in
      let others = failed.filter { $0.claim != claim }.map {
        $0.variable.next.equals($0.variable.now)
      }
      let breaks = [(!started.now, starts), (started.now, rules)].flatMap { phase, leaps in
        leaps.compactMap { leap in leap.failures[claim].map { phase && $0 } }
      }
      return context.all(isOpen + others + stays + [context.any(breaks), flag.next])
    }
    return context.any([goesOn, context.all(stays + keepsFlags)] + fails)
  }

  private func becomes(_ next: [Cell]) -> [Term] {
    zip(variables, next).map { $0.next.equals($1.raw) }
  }

  /// That a claim is not broken: by the state, nor by a step before.
  private func holds(_ claim: ClaimIndex) -> Term {
    let flag = failed.first { $0.claim == claim }.map { [!$0.variable.now] } ?? []
    let isWrong = judgement.wrong[claim].map { [!(started.now && $0)] } ?? []
    return context.all(flag + isWrong)
  }
}
