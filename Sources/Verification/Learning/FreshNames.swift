import Model

/// The names that a specification has, so that others do not hide them.
struct FreshNames {
  private var taken: Set<String>

  init(_ system: TransitionSystem) {
    var names = Set(system.constants.map(\.name) + system.variables.map(\.name) + ["n"])
    names.formUnion(system.functions.map(\.name))
    for type in system.variables.flatMap({ StateLayout.scalars(of: $0.type) }) {
      if let name = type.name { names.insert(name) }
      if case .enumeration(let members) = type.kind { names.formUnion(members) }
    }
    taken = Set(names.map { $0.lowercased() })
  }

  /// A name like this one that nothing else has.
  mutating func name(like wish: String) -> String {
    var name = wish
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wish)_\(number)"
      number += 1
    }
    return name
  }
}
