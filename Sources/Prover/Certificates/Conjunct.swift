import Model

/// What a claim contributes to an inductive invariant.
enum Conjunct {
  /// How many a reader can be expected to follow. Of more it is not asked which of them are needed
  /// for what, which takes longer than finding them.
  static let readableCount = 300

  /// The condition in Murphi, quantified over the claim's parameters; true for claims without one.
  static func text(of claim: Claim, in system: TransitionSystem) -> String {
    guard let condition = claim.condition else { return "true" }
    let murphi = MurphiText(of: system, frame: claim.frame)
    return claim.parameters.reversed().reduce(murphi.text(of: condition)) { body, parameter in
      "forall \(murphi.text(of: parameter)) do \(body) end"
    }
  }

  /// Lemmas in Murphi; those that say of a cell that it is defined spare the others saying so.
  static func texts(of lemmas: [Cube], in system: TransitionSystem) -> [String] {
    let defined = lemmas.compactMap { lemma -> Int? in
      guard lemma.literals.count == 1, case .among(let cell, [nil]) = lemma.literals[0] else {
        return nil
      }
      return cell
    }
    let text = CubeText(of: system, defined: Set(defined))
    return lemmas.map(text.lemma)
  }

  /// That parts of the state always have a value, quantified over their indices.
  ///
  /// - Parameter isDefined: whether this is known of the leaf of this number.
  static func texts(
    ofDefined isDefined: (Int) -> Bool, in system: TransitionSystem
  ) -> [String] {
    let leaves = system.variables.flatMap { paths(in: $0.type, to: $0.name, []) }
    let murphi = MurphiText(of: system, frame: [])
    return leaves.enumerated().filter { isDefined($0.offset) }.compactMap { _, path in
      if path.indices.contains(where: { $0.kind == .slot }) { return nil }
      let bindings = path.indices.enumerated().map { number, type in
        Binding(local: LocalIndex(0), name: variable(number), domain: .type(type))
      }
      let isDefined = "!isundefined(\(path.text))"
      let text: String = bindings.reversed().reduce(isDefined) { body, binding in
        "forall \(murphi.text(of: binding)) do \(body) end"
      }
      return text
    }
  }

  /// The way to each leaf of a value, in order, with the types of the indices on it.
  private static func paths(in type: ValueType, to text: String, _ indices: [ScalarType])
    -> [(text: String, indices: [ScalarType])]
  {
    switch type {
    case .scalar: [(text, indices)]
    case .array(let index, let element):
      paths(in: element, to: "\(text)[\(variable(indices.count))]", indices + [index])
    case .record(let fields):
      fields.flatMap { paths(in: $0.type, to: "\(text).\($0.name)", indices) }
    }
  }

  private static func variable(_ number: Int) -> String { "any_\(number + 1)" }
}
