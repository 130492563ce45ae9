import Model
import TestSupport
import Testing
import Z3

@testable import Prover

// Test systems have terms of their own.
private typealias Term = Z3.Term

/// What stands in a VMT-LIB file breaks the claims that the system breaks, after as many steps.
@Suite("Formulas for model checkers") struct SymbolicInstanceTests {
  @Test("break what the fixtures break", arguments: Fixture.all)
  func fixture(_ fixture: Fixture) throws {
    try compare(fixture.system())
  }

  @Test("break what random systems break", arguments: 0..<UInt64(30))
  func random(_ seed: UInt64) throws {
    try compare(system(of: RandomSystem.treeWithClaims(seed: seed).text))
  }

  private func compare(_ system: TransitionSystem) throws {
    let claims = system.claims.indices.map(ClaimIndex.init).filter {
      [.invariant, .assertion, .deadlock, .runtime].contains(system[$0].kind)
    }
    guard let findings = NaiveChecker.findings(of: system, limit: 100), findings.depth <= 12
    else { return }
    let text: String
    do { text = try SymbolicInstance(of: system, claims: claims).text } catch { return }
    let file = try VMTFile(text)
    for (number, claim) in claims.enumerated() {
      let found = file.breaks(number, within: findings.depth + 3)
      guard let level = findings.violations[claim] else {
        #expect(found == nil, "\(system[claim].name)")
        continue
      }
      // The first step runs a start state. What goes wrong in a guard or in a claim is noted at
      // the state it is read in, but may take a step to show.
      #expect(found == level + 1 || found == level + 2, "\(system[claim].name) at \(level)")
    }
  }

  @Test func theTextIsVMT() throws {
    let text = try SymbolicInstance(
      of: Fixture.named("lost-wakeup").system(), claims: [ClaimIndex(0)]
    ).text
    for mark in [":next", ":init true", ":trans true", ":invar-property 0"] {
      #expect(text.contains(mark))
    }
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("(") }
    #expect(commands.allSatisfy { $0.hasPrefix("(declare-fun ") || $0.hasPrefix("(define-fun ") })
  }
}

/// A file in VMT-LIB as far as it says how a system starts, goes on and what must hold.
private struct VMTFile {
  private let context = Context()
  private let initial: Term
  private let transition: Term
  private let properties: [Term]
  private let states: [(now: Term, next: Term)]
  private let inputs: [Term]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n").map(String.init)
    // Z3 does not know the marks: they are read here, and taken out.
    let marks =
      /^\(define-fun (\S+) \(\) (.*) \(! (.*) (:next|:init|:trans|:invar-property) (.*)\)\)$/
    var plain: [String] = []
    var constants: [(name: String, sort: Sort)] = []
    var next: [String: String] = [:]
    var asked: [String] = []
    for line in lines {
      if let match = line.wholeMatch(of: marks) {
        plain.append("(define-fun \(match.1) () \(match.2) \(match.3))")
        if match.4 == ":next" {
          next[String(match.3)] = String(match.5)
        } else {
          asked.append("(assert \(match.1))")
        }
        continue
      }
      plain.append(line)
      if let match = line.wholeMatch(
        of: /^\(declare-fun \|(.*)\| \(\) (?:Bool|\(_ BitVec (\d+)\))\)$/)
      {
        let sort = match.2.flatMap { Int($0) }.map(Sort.bitVector) ?? .boolean
        constants.append(("|\(match.1)|", sort))
      }
    }
    let terms = try SMTLIB.parse((plain + asked).joined(separator: "\n"), in: context)
    (initial, transition, properties) = (terms[0], terms[1], Array(terms[2...]))
    let known = Dictionary(
      uniqueKeysWithValues: constants.map { [context] name, sort in
        (name, context.constant(String(name.dropFirst().dropLast()), sort))
      })
    states = next.map { (known[$0]!, known[$1]!) }
    let ofStates = Set(next.keys).union(next.values)
    inputs = constants.map(\.name).filter { !ofStates.contains($0) }.map { known[$0]! }
  }

  /// After how many steps a property can be broken first; nil when not within some.
  func breaks(_ property: Int, within depth: Int) -> Int? {
    let solver = Solver(in: context)
    solver.assert(at(0, initial))
    for moment in 0...depth {
      if case .satisfiable = solver.check(assuming: [!at(moment, properties[property])]) {
        return moment
      }
      solver.assert(at(moment, transition))
    }
    return nil
  }

  /// A formula about a moment and the next.
  private func at(_ moment: Int, _ formula: Term) -> Term {
    let now = states.map(\.now) + inputs
    let constants = now + states.map(\.next)
    func images(_ terms: [Term], _ moment: Int) -> [Term] {
      terms.enumerated().map { context.constant("\($0.offset) at \(moment)", $0.element.sort) }
    }
    return formula.replacing(
      constants, by: images(now, moment) + images(states.map(\.now), moment + 1))
  }
}
