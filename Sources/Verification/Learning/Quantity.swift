import Model
import SourceText

/// A variable of a lemma, which stands for any value of its type.
struct Variable: Hashable {
  let name: String
  let type: ScalarType
}

/// A state, with what functions of the specification say of it.
final class Moment {
  struct Call: Hashable {
    let function: Int
    let arguments: [Int64]
  }

  let state: State
  private var results: [Call: Int64?] = [:]

  init(_ state: State) { self.state = state }

  /// The result of a call, computed once.
  func result(of call: Call, _ compute: (State) -> Int64?) -> Int64? {
    if let known = results[call] { return known }
    let result = compute(state)
    results[call] = .some(result)
    return result
  }
}

/// A scalar that a state has for some values of a scope's variables.
struct Quantity {
  let text: String
  let type: ScalarType
  /// The places that must have a value, in this order, for it to have one.
  let needs: [String]
  /// The variables that it depends on, by position in the scope.
  let variables: Set<Int>
  /// Whether it is a symbolic constant.
  var isConstant = false
  /// Whether it is a call of a function.
  var isCall = false
  /// What that is called with.
  var arguments: [String] = []
  /// Its value; nil when a place that it needs has none.
  let value: (Moment, [Int64]) -> Int64?
}

/// Makes the quantities of a scope: variables of the state, and calls of the specification's own
/// functions.
///
/// What a pointer leads to is spoken of as a member that the pointer is equal to.
struct Quantities {
  private let leaves: [Leaf]
  private let defined: Set<Int>
  private let evaluator: Evaluator
  private let variables: [Variable]

  init(
    _ system: TransitionSystem, leaves: [Leaf], defined: Set<Int>, variables: [Variable]
  ) {
    self.leaves = leaves
    self.defined = defined
    self.variables = variables
    evaluator = Evaluator(system)
  }

  /// All of them, plain ones first.
  var all: [Quantity] {
    let members = variables.indices.map(member)
    let plain = leaves.flatMap { leaf in
      leaf.indices.map { type in members.filter { $0.type == type } }.combinations
        .map { quantity(leaf, $0) }
    }
    let arguments = members + plain.filter { $0.type.kind == .range }
    let calls = evaluator.system.functions.indices.flatMap { self.calls($0, arguments) }
    return constants + members + plain + calls
  }

  private var constants: [Quantity] {
    let system = evaluator.system
    return system.constants.filter { system.symbolicConstants.contains($0.name) }.map { constant in
      Quantity(
        text: constant.name, type: constant.type, needs: [], variables: [],
        isConstant: true
      ) { _, _ in constant.value }
    }
  }

  private func member(_ index: Int) -> Quantity {
    Quantity(
      text: variables[index].name, type: variables[index].type, needs: [], variables: [index]
    ) { _, members in members[index] }
  }

  private func quantity(_ leaf: Leaf, _ indices: [Quantity]) -> Quantity {
    let text = leaf.text(indices.map(\.text))
    let isDefined = leaf.cell(leaf.indices.map(\.lower)).map(defined.contains) ?? false
    let needs = unique(indices.flatMap(\.needs) + (isDefined ? [] : [text]))
    return Quantity(
      text: text, type: leaf.type, needs: needs,
      variables: indices.reduce(into: []) { $0.formUnion($1.variables) }
    ) { moment, members in
      var values: [Int64] = []
      for index in indices {
        guard let value = index.value(moment, members) else { return nil }
        values.append(value)
      }
      return leaf.cell(values).flatMap { moment.state.cells[$0] }
    }
  }

  /// Calls of a function without effects whose arguments are at hand.
  private func calls(_ position: Int, _ arguments: [Quantity]) -> [Quantity] {
    let function = evaluator.system.functions[position]
    let parameters = function.frame.prefix(function.parameterCount)
    guard case .scalar(let type)? = function.result, Purity.isPure(position, in: evaluator.system),
      parameters.allSatisfy({ $0.type.scalar?.isSymbolic == true && $0.kind == .variable })
    else { return [] }
    let options = parameters.map { parameter in
      arguments.filter { $0.type == parameter.type.scalar }
    }
    return options.combinations.map { chosen in
      Quantity(
        text: "\(function.name)(\(chosen.map(\.text).joined(separator: ", ")))", type: type,
        needs: unique(chosen.flatMap(\.needs)),
        variables: chosen.reduce(into: []) { $0.formUnion($1.variables) },
        isCall: true, arguments: chosen.map(\.text)
      ) { [evaluator] moment, members in
        var values: [Int64] = []
        for argument in chosen {
          guard let value = argument.value(moment, members) else { return nil }
          values.append(value)
        }
        return moment.result(of: Moment.Call(function: position, arguments: values)) { state in
          let arguments = zip(chosen, values).map { argument, value in
            Argument.value(Expression(.constant(value), type: argument.type, range: .none))
          }
          let call = Expression(
            .call(FunctionIndex(position), arguments), type: type, range: function.range)
          return try? evaluator.value(
            of: call, frame: [], parameters: [], arguments: [], in: state)
        }
      }
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
