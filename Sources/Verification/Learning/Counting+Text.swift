import Model

extension Counting {
  /// Members that are counted, as a function has it.
  struct Count {
    let member: Variable
    let parameter: Variable?
    /// Which members count.
    let condition: String
  }

  /// A relation in Murphi; what it counts is counted by functions that `function` names.
  func text(of relation: LinearRelation, function: (Count) -> String) -> String {
    let sides = [true, false].map { isLeft in
      let terms = relation.terms.filter { ($0.value > 0) == isLeft }
        .map { (summand: $0.key, factor: abs($0.value)) }.sorted { $0.summand < $1.summand }
      let texts = self.texts(of: terms, function)
      return texts.isEmpty ? "0" : texts.joined(separator: " + ")
    }
    let text = "\(sides[0]) \(relation.isEquation ? "=" : "<=") \(sides[1])"
    guard let parameter = outer.variables.first else { return text }
    return "forall \(parameter.name): \(parameter.type.name ?? "") do \(text) end"
  }

  /// Each term; ways of one column that are counted as often are counted together.
  private func texts(of terms: [(summand: Int, factor: Int)], _ function: (Count) -> String)
    -> [String]
  {
    var texts: [String] = []
    var counts: [(group: Int, factor: Int, ways: UInt64)] = []
    for term in terms {
      switch summands[term.summand] {
      case .constant("1", _): texts.append(String(term.factor))
      case .constant(let text, _), .indicator(let text, _, _):
        texts.append(times(term.factor, text))
      case .number(let quantity): texts.append(times(term.factor, quantity.text))
      case .count(let group, let way):
        let bit = UInt64(1) << UInt64(way)
        if let known = counts.firstIndex(where: { $0.group == group && $0.factor == term.factor }) {
          counts[known].ways |= bit
        } else {
          counts.append((group, term.factor, bit))
        }
      }
    }
    return texts
      + counts.map { count in
        let name = function(self.count(groups[count.group], count.ways))
        return times(count.factor, "\(name)(\(outer.variables.first?.name ?? ""))")
      }
  }

  private func times(_ factor: Int, _ text: String) -> String {
    factor == 1 ? text : "\(factor) * \(text)"
  }

  private func count(_ group: MemberGroup, _ ways: UInt64) -> Count {
    Count(
      member: surroundings.inner[group.scope].variables[0], parameter: outer.variables.first,
      condition: surroundings.text(of: group, ways))
  }
}
