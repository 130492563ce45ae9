import Model
import SourceText

/// A variable of a lemma, which stands for any value of its type.
struct Variable: Hashable {
  let name: String
  let type: ScalarType
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
  /// Its value; nil when a place that it needs has none.
  let value: (State, [Int64]) -> Int64?

  var hasName: Bool { type.name != nil }
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
      choices(leaf.indices.map { type in members.filter { $0.type == type } })
        .map { quantity(leaf, $0) }
    }
    let numbers = members.filter { $0.type.kind == .range }
    let arguments = members + plain.filter { $0.type.kind == .range }
    let calls = evaluator.system.functions.indices.flatMap { self.calls($0, arguments) }
    return constants + numbers + plain + calls
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

  private func choices(_ options: [[Quantity]]) -> [[Quantity]] {
    options.reduce([[]]) { partial, next in
      partial.flatMap { chosen in next.map { chosen + [$0] } }
    }
  }

  private func quantity(_ leaf: Leaf, _ indices: [Quantity]) -> Quantity {
    let text = leaf.text(indices.map(\.text))
    let isDefined = leaf.cell(leaf.indices.map(\.lower)).map(defined.contains) ?? false
    let needs = unique(indices.flatMap(\.needs) + (isDefined ? [] : [text]))
    return Quantity(
      text: text, type: leaf.type, needs: needs,
      variables: indices.reduce(into: []) { $0.formUnion($1.variables) }
    ) { state, members in
      var values: [Int64] = []
      for index in indices {
        guard let value = index.value(state, members) else { return nil }
        values.append(value)
      }
      return leaf.cell(values).flatMap { state.cells[$0] }
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
    return choices(options).map { chosen in
      Quantity(
        text: "\(function.name)(\(chosen.map(\.text).joined(separator: ", ")))", type: type,
        needs: unique(chosen.flatMap(\.needs)),
        variables: chosen.reduce(into: []) { $0.formUnion($1.variables) },
        isCall: true
      ) { [evaluator] state, members in
        var values: [Argument] = []
        for argument in chosen {
          guard let value = argument.value(state, members) else { return nil }
          values.append(.value(Expression(.constant(value), type: argument.type, range: .none)))
        }
        let call = Expression(
          .call(FunctionIndex(position), values), type: type, range: function.range)
        return try? evaluator.value(of: call, frame: [], parameters: [], arguments: [], in: state)
      }
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
