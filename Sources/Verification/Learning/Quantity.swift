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
  /// What that is called with.
  var arguments: [String] = []
  /// The name of the variable or function that it begins with.
  var name: String { String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
  /// Where a state has its value, given those of the scope's variables.
  let source: ([Int64]) -> Source
}

/// Where a state has a value; nowhere when a place that it takes has none.
indirect enum Source {
  /// The same in every state.
  case fixed(Int64)
  case cell(Int)
  /// The result of a function of this number.
  case call(Int, [Source])
  case nowhere
}

/// Makes the quantities of a scope: variables of the state, and calls of the specification's own
/// functions.
///
/// What a pointer leads to is spoken of as a member that the pointer is equal to.
struct Quantities {
  private let leaves: [Leaf]
  private let defined: Set<Int>
  private let system: TransitionSystem
  private let variables: [Variable]

  init(
    _ system: TransitionSystem, leaves: [Leaf], defined: Set<Int>, variables: [Variable]
  ) {
    self.leaves = leaves
    self.defined = defined
    self.variables = variables
    self.system = system
  }

  /// All of them, plain ones first.
  var all: [Quantity] {
    let members = variables.indices.map(member)
    let plain = leaves.flatMap { leaf in
      leaf.indices.map { type in variables.indices.filter { variables[$0].type == type } }
        .combinations.map { quantity(leaf, $0) }
    }
    let arguments = members + plain.filter { $0.type.kind == .range }
    let calls = system.functions.indices.flatMap { self.calls($0, arguments) }
    return constants + members + plain + calls
  }

  private var constants: [Quantity] {
    return system.constants.filter { system.symbolicConstants.contains($0.name) }.map { constant in
      Quantity(
        text: constant.name, type: constant.type, needs: [], variables: [],
        isConstant: true
      ) { _ in .fixed(constant.value) }
    }
  }

  private func member(_ index: Int) -> Quantity {
    Quantity(
      text: variables[index].name, type: variables[index].type, needs: [], variables: [index]
    ) { members in .fixed(members[index]) }
  }

  /// A leaf with variables of these positions for indices.
  private func quantity(_ leaf: Leaf, _ indices: [Int]) -> Quantity {
    let text = leaf.text(indices.map { variables[$0].name })
    let isDefined = leaf.cell(leaf.indices.map(\.lower)).map(defined.contains) ?? false
    return Quantity(
      text: text, type: leaf.type, needs: isDefined ? [] : [text], variables: Set(indices)
    ) { members in
      leaf.cell(indices.map { members[$0] }).map(Source.cell) ?? .nowhere
    }
  }

  /// Calls of a function without effects whose arguments are at hand.
  private func calls(_ position: Int, _ arguments: [Quantity]) -> [Quantity] {
    let function = system.functions[position]
    let parameters = function.frame.prefix(function.parameterCount)
    guard case .scalar(let type)? = function.result, Purity.isPure(position, in: system),
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
      ) { members in .call(position, chosen.map { $0.source(members) }) }
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
