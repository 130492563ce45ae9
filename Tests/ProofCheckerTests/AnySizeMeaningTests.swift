import Model
import TestSupport
import Testing
import Z3

@testable import ProofChecker

/// What the evaluator finds in an instance is possible for the second encoding of any size: a step that
/// breaks a claim is a model of the question whether it does. So a question without a model says
/// that there is no such step.
///
/// `PINPROOF_PARAMETRIC_SYSTEMS` sets how many random systems are tried.
@Suite("The second encoding of any size") struct AnySizeMeaningTests {
  private static let seeds = RandomParametric.seeds(otherwise: 12)

  @Test("A step that breaks a claim is possible, and others are not", arguments: 1...3)
  func meaning(size: Int) throws {
    let found = try compare(marks, forAll: ["N"], size: size, states: 6)
    #expect(found.broken > 10)
    #expect(found.kept > 40 && found.excluded * 10 >= found.kept * 9, "\(found)")
  }

  @Test("What hides from a careless encoding is possible", arguments: Trap.all)
  func hiding(_ trap: Trap) throws {
    for size in [1, 3] {
      _ = try compare(trap.text, forAll: trap.forAll, size: size, states: 1)
    }
  }

  @Test("What happens in random systems is possible", arguments: seeds)
  func random(_ seed: UInt64) throws {
    let text = RandomParametric.tree(seed: seed).text
    for size in 1...3 {
      _ = try compare(text, forAll: ["N"], size: size, states: 2, seed: seed)
    }
  }

  @Test("What is false is not confirmed", arguments: Trap.all)
  func isNotConfirmed(_ trap: Trap) throws {
    let system = try TestSupport.system(of: trap.text, forAll: trap.forAll)
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      [.invariant, .assertion, .runtime].contains(system[$0].kind)
    }
    let itself = claims.filter { system[$0].name == trap.claim }
    let invariants = claims.filter { system[$0].kind == .invariant && !itself.contains($0) }
    // What is false is not inductive, by itself or with others.
    for claims in [claims, itself, itself + invariants] {
      guard let induction = try? AnySizeInduction(of: claims, in: system) else { return }
      let isInductive = induction.questions.allSatisfy { question in
        isExcluded(
          induction.assertions(of: question, assuming: claims, .all), in: induction.context)
      }
      #expect(!isInductive, "\(claims.map { system[$0].name })")
    }
  }

  /// The bits of numbers need no bits where only their complement is asked for.
  @Test func complementsAreSaid() throws {
    let text = """
      const N: 2;
      type T: scalarset(N);
      var x: array[T] of 0..1; ok: boolean;
      startstate begin ok := true; clear x; end;
      ruleset t: T do rule "look" true ==> begin ok := ~x[t] = -1 - x[t]; end; end;
      invariant "ok" ok;
      """
    let found = try compare(text, forAll: ["N"], size: 2, states: 4)
    #expect(found.kept > 4 && found.excluded > 4, "\(found)")
  }

  @Test func mostTrapsCanBeSaid() throws {
    let said = try Trap.all.filter { trap in
      let system = try TestSupport.system(of: trap.text, forAll: trap.forAll)
      return (try? AnySizeInduction(of: [system.runtimeClaim], in: system)) != nil
    }
    #expect(said.count * 2 > Trap.all.count, "\(said.count) of \(Trap.all.count)")
  }

  // MARK: Comparison

  /// Steps from some states, and the claims that hold there.
  private struct Findings {
    /// How many break a claim.
    var broken = 0
    /// How many keep one, and of how many of these the encoding says so.
    var (kept, excluded) = (0, 0)
  }

  private func compare(
    _ text: String, forAll names: [String], size: Int, states: UInt64, seed: UInt64 = 0
  ) throws -> Findings {
    let system = try TestSupport.system(of: text, forAll: names)
    let sizes = names.map { (name: $0, value: String(size)) }
    let claims = system.claims(of: .invariant) + [system.runtimeClaim]
    var findings = Findings()
    // What cannot be said is refused.
    guard let instance = try? TestSupport.system(of: text, overriding: sizes),
      let induction = try? AnySizeInduction(of: claims, in: system)
    else { return findings }
    for number in 0..<states {
      var sample = Sample(of: instance, seed: seed &* states &+ number)
      for state in sample.states(1) {
        check(induction, claims, in: instance, from: state, size: Int64(size), &findings)
      }
    }
    return findings
  }

  private func check(
    _ induction: AnySizeInduction, _ claims: [ClaimIndex], in instance: TransitionSystem,
    from state: State, size: Int64, _ findings: inout Findings
  ) {
    let trial = Trial(of: instance)
    guard let before = trial.verdicts(in: state) else { return }
    let held = claims.filter { !before.broken.contains($0) && !before.valueless.contains($0) }
    let pins = Pins(induction.relations, to: instance, size: size).facts(about: state)
    for (position, rule) in instance.rules.enumerated() {
      let broken = trial.broken(by: RuleIndex(position), from: state).intersection(held)
      let safe = held.filter { claim in
        induction.questions.allSatisfy { question in
          if question.step != "rule \"\(rule.name)\"" || question.claim != claim { return true }
          let assertions = induction.assertions(of: question, assuming: held, .all)
          return isExcluded(pins + assertions, in: induction.context)
        }
      }
      findings.broken += broken.count
      findings.kept += held.count - broken.count
      findings.excluded += safe.count { !broken.contains($0) }
      // A run-time error that may come first, but does not, hides what comes after it.
      if held.contains(instance.runtimeClaim), !safe.contains(instance.runtimeClaim) { continue }
      let wrong = broken.intersection(safe).map { instance[$0].name }
      #expect(wrong.isEmpty, "\(rule.name), N = \(size), \(state.cells)")
    }
  }

  private func isExcluded(_ assertions: [Z3.Term], in context: Context) -> Bool {
    let solver = Solver(in: context, limits: Solver.Limits(resources: 200_000))
    for assertion in assertions { solver.assert(assertion) }
    return solver.check() == .unsatisfiable
  }
}

/// What the evaluator says of claims and steps.
private struct Trial {
  private let system: TransitionSystem
  private let evaluator: Evaluator

  init(of system: TransitionSystem) {
    self.system = system
    evaluator = Evaluator(system)
  }

  /// The claims that a state breaks, and those that have no value there; nil when an assumption turns
  /// it away.
  func verdicts(in state: State) -> (broken: Set<ClaimIndex>, valueless: Set<ClaimIndex>)? {
    var (broken, valueless): (Set<ClaimIndex>, Set<ClaimIndex>) = ([], [])
    for index in system.claims.indices.map(ClaimIndex.init) {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        do throws(Failure) {
          if try evaluator.holds(index, arguments: arguments, in: state) { continue }
          if system[index].kind == .assumption { return nil }
          if system[index].kind == .invariant { broken.insert(index) }
        } catch {
          broken.insert(error.claim)
          valueless.insert(index)
        }
      }
    }
    return (broken, valueless)
  }

  /// The claims that a rule breaks, whatever its parameters are.
  func broken(by rule: RuleIndex, from state: State) -> Set<ClaimIndex> {
    var broken: Set<ClaimIndex> = []
    for arguments in evaluator.arguments(of: system[rule].parameters) {
      do throws(Failure) {
        guard try evaluator.isEnabled(rule, arguments: arguments, in: state) else { continue }
        switch evaluator.fire(rule, arguments: arguments, in: state) {
        case .failed(let failure): broken.insert(failure.claim)
        case .reached(let next, _): broken.formUnion(verdicts(in: next)?.broken ?? [])
        default: continue
        }
      } catch {
        broken.insert(error.claim)
      }
    }
    return broken
  }
}

/// Makes the state before a step, of any size, one of an instance.
private struct Pins {
  private let relations: SystemRelations
  private let instance: TransitionSystem
  private let size: Int64

  init(_ relations: SystemRelations, to instance: TransitionSystem, size: Int64) {
    self.relations = relations
    self.instance = instance
    self.size = size
  }

  private var encoding: Encoding { relations.encoding }

  func facts(about state: State) -> [Z3.Term] {
    let context = relations.context
    let slots = relations.state(at: 0)
    let sizes = relations.system.symbolicConstants.map {
      context.constant($0, .integer).equals(context.integer(size))
    }
    return sizes
      + positions.map { position in
        let cell = slots[position.slot][position.indices.map(Word.constant)]
        guard let value = state.cells[position.cell] else { return !cell.isDefined }
        return cell.isDefined && cell.value.equals(.constant(value), in: encoding)
      }
  }

  /// Where a scalar is, in the state of any size and in that of the instance.
  private struct Position {
    var slot = 0
    var indices: [Int64] = []
    var cell = 0
  }

  private var positions: [Position] {
    var positions: [Position] = []
    var next = Position()
    for (variable, fixed) in zip(relations.system.variables, instance.variables) {
      positions += scalars(of: variable.type, fixed.type, from: next)
      next.slot += encoding.slotCount(of: variable.type)
      next.cell += size(of: fixed.type)
    }
    return positions
  }

  private func size(of type: ValueType) -> Int {
    Encoding(in: relations.context).slotCount(of: type)
  }

  private func scalars(
    of type: ValueType, _ fixed: ValueType, from first: Position
  ) -> [Position] {
    var (positions, next): ([Position], Position) = ([], first)
    switch (type, fixed) {
    case (.record(let fields), .record(let fixedFields)):
      for (field, fixedField) in zip(fields, fixedFields) {
        positions += scalars(of: field.type, fixedField.type, from: next)
        next.slot += encoding.slotCount(of: field.type)
        next.cell += size(of: fixedField.type)
      }
    case (.array(let index, let element), .array(let fixedIndex, let fixedElement)):
      for value in stride(from: fixedIndex.lower, through: fixedIndex.upper, by: 1) {
        if encoding.isUnsized(index) { next.indices = first.indices + [value] }
        positions += scalars(of: element, fixedElement, from: next)
        if !encoding.isUnsized(index) { next.slot += encoding.slotCount(of: element) }
        next.cell += size(of: fixedElement)
      }
    default: positions.append(next)
    }
    return positions
  }
}
