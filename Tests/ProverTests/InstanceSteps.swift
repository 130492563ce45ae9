import Model
import TestSupport
import Z3

@testable import Prover

private typealias Term = Z3.Term

/// What the evaluator makes of one state of an instance.
struct Happenings {
  let claims: [ClaimIndex]
  /// The ways in which the state itself breaks claims.
  let brokenBefore: Set<Breach.Kind>
  /// The ways in which a start state, or a firing, or the state after it breaks claims, by the
  /// position of the step in an induction: start states first.
  private(set) var broken: [Int: Set<Breach.Kind>] = [:]

  /// The claims that are true in the state, which is also to have a value.
  var held: [ClaimIndex] {
    claims.filter { claim in !brokenBefore.contains { $0.claims.contains(claim) } }
  }

  /// Nil when an assumption turns the state away.
  init?(in system: TransitionSystem, from state: State) {
    claims = system.claims.indices.map(ClaimIndex.init).filter {
      ParametricProof.canProve(system[$0].kind)
    }
    let evaluator = Evaluator(system)
    guard let before = Self.breaches(in: state, evaluator) else { return nil }
    brokenBefore = before
    for (position, start) in system.startStates.enumerated() {
      for arguments in evaluator.arguments(of: start.parameters) {
        note(
          evaluator.start(StartStateIndex(position), arguments: arguments), at: position, evaluator)
      }
    }
    for (position, rule) in system.rules.enumerated() {
      for arguments in evaluator.arguments(of: rule.parameters) {
        let step = system.startStates.count + position
        do throws(Failure) {
          let index = RuleIndex(position)
          guard try evaluator.isEnabled(index, arguments: arguments, in: state) else { continue }
          note(evaluator.fire(index, arguments: arguments, in: state), at: step, evaluator)
        } catch {
          broken[step, default: []].insert(Breach.Kind(claim: error.claim))
        }
      }
    }
  }

  private mutating func note(
    _ result: Evaluator.StepResult, at step: Int, _ evaluator: Evaluator
  ) {
    switch result {
    case .failed(let failure):
      broken[step, default: []].insert(Breach.Kind(claim: failure.claim))
    case .pruned: break
    case .reached(let next, _):
      broken[step, default: []].formUnion(Self.breaches(in: next, evaluator) ?? [])
    }
  }

  /// Nil where an assumption does not hold, or cannot be evaluated.
  private static func breaches(in state: State, _ evaluator: Evaluator) -> Set<Breach.Kind>? {
    let system = evaluator.system
    var broken: Set<Breach.Kind> = []
    for index in system.claims.indices.map(ClaimIndex.init) where system[index].condition != nil {
      for arguments in evaluator.arguments(of: system[index].parameters) {
        do throws(Failure) {
          if try evaluator.holds(index, arguments: arguments, in: state) { continue }
          switch system[index].kind {
          case .assumption: return nil
          case .invariant, .assertion: broken.insert(Breach.Kind(claim: index))
          case .cover, .liveness, .deadlock, .runtime: break
          }
        } catch {
          if system[index].kind == .assumption { return nil }
          broken.insert(Breach.Kind(claim: error.claim, evaluating: index))
        }
      }
    }
    return broken
  }
}

/// A state of an instance in the language of the formulas about any size.
struct InstanceState {
  private let instance: TransitionSystem
  private let sizes: [String: Int]
  private let context: Context
  private let universe: Universe
  private let leaves: [String: Leaf]
  /// The sorts of members, and how many there are of each.
  private let counts: [Sort: Int]

  /// The sorts of members.
  var sorts: [Sort] { counts.keys.sorted { "\($0)" < "\($1)" } }

  init(
    _ system: TransitionSystem, _ instance: TransitionSystem, sizes: [String: Int],
    in context: Context
  ) {
    self.instance = instance
    self.sizes = sizes
    self.context = context
    universe = Universe(system, in: context)
    let all = Self.leaves(of: system)
    leaves = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var counts: [Sort: Int] = [:]
    for (leaf, sized) in zip(all, Self.leaves(of: instance)) {
      for (type, sizedType) in zip(leaf.indices + [leaf.type], sized.indices + [sized.type])
      where type.isUnsizedScalarset {
        counts[universe.sort(of: type)] = sizedType.count
      }
    }
    self.counts = counts
  }

  private static func leaves(of system: TransitionSystem) -> [Leaf] {
    system.variables.flatMap { Leaf.all(of: $0.type, named: $0.name) }
  }

  /// Any values, and now and then none where a leaf, by its number, need not have one.
  func anyState(seed: UInt64, isDefined: (Int) -> Bool) -> State {
    var random = SplitMix64(seed: seed)
    var leavesOfCells: [Int] = []
    var first = 0
    for variable in instance.variables {
      leavesOfCells += Leaf.ofCells(of: variable.type, from: first)
      first += Leaf.count(in: variable.type)
    }
    return State(
      cells: zip(instance.layout.cells, leavesOfCells).map { cell, leaf in
        if random.chance(20), !isDefined(leaf) { return nil }
        return Int64.random(in: cell.type.lower...cell.type.upper, using: &random)
      })
  }

  /// That the sizes are those of the instance, and the state is this one.
  func facts(about state: State) -> [Z3.Term] {
    sizes.sorted { $0.key < $1.key }.map {
      context.constant($0.key, .integer).equals(context.integer(Int64($0.value)))
    }
      + sorts.flatMap(members)
      + zip(instance.cellPaths, state.cells).flatMap { facts(about: $0, $1) }
  }

  /// That the members of a sort are these.
  private func members(_ sort: Sort) -> [Term] {
    let members = (0..<(counts[sort] ?? 0)).map { member(Int64($0), sort) }
    let anyone = context.constant("anyone", sort)
    return [
      context.distinct(members),
      context.forAll([anyone], context.any(members.map(anyone.equals))),
    ]
  }

  private func member(_ number: Int64, _ sort: Sort) -> Term {
    context.constant("member \(number) of \(sort)", sort)
  }

  private func facts(about path: CellPath, _ value: Int64?) -> [Term] {
    var name = instance[path.variable].name
    var positions: [Int64] = []
    for step in path.steps {
      switch step {
      case .field(let field): name += ".\(field)"
      case .element(let position, _): positions.append(position)
      }
    }
    guard let leaf = leaves[name] else { return [] }
    let indices = zip(leaf.indices, positions).map { term($1, of: $0) }
    let isDefined = context.application("\(name) defined", indices, .boolean)
    guard let value else { return [!isDefined] }
    let content = context.application(name, indices, universe.sort(of: leaf.type))
    return [isDefined, content.equals(term(value, of: leaf.type))]
  }

  private func term(_ value: Int64, of type: ScalarType) -> Term {
    switch universe.sort(of: type) {
    case .boolean: context.truth(value != 0)
    case .integer: context.integer(value)
    case let sort: member(value, sort)
    }
  }
}
