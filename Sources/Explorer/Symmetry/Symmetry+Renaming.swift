import Model

/// A renaming of scalarset members: for each participant of `SymmetryTables` its new number.
typealias Renaming = [Int32]

extension Symmetry {
  /// The renaming that changes nothing.
  var identity: Renaming { (0..<tables.participantCount).map(Int32.init) }

  /// `second` after `first`.
  static func composed(_ first: Renaming, _ second: Renaming) -> Renaming {
    first.map { second[Int($0)] }
  }

  static func inverse(of renaming: Renaming) -> Renaming {
    var inverse = renaming
    for (member, image) in renaming.enumerated() { inverse[Int(image)] = Int32(member) }
    return inverse
  }

  /// The state with its members renamed.
  func renamed(_ words: [UInt64], by renaming: Renaming) -> [UInt64] {
    var result = words
    tables.permute(words, by: renaming, into: &result)
    return result
  }

  /// Values for parameters with their members renamed.
  func renamed(_ arguments: [Int64], _ parameters: [Binding], by renaming: Renaming) -> [Int64] {
    zip(arguments, parameters).map { value, parameter in
      guard case .type(let type) = parameter.domain else { return value }
      return tables.scalarsets.image(of: value, type, under: renaming)
    }
  }

  /// The representative of a state's orbit, and a renaming that leads to it.
  func canonical(_ words: [UInt64]) -> (words: [UInt64], renaming: Renaming) {
    let canonicalizer = makeCanonicalizer()
    let words = canonicalizer.canonical(words)
    return (words, Array(canonicalizer.chosen))
  }

  /// Values for parameters that go with the representative of a state's orbit, as they go with
  /// the state itself.
  func back(_ arguments: [Int64], _ parameters: [Binding], to words: [UInt64]) -> [Int64] {
    renamed(arguments, parameters, by: Self.inverse(of: canonical(words).renaming))
  }

  /// All renamings; none when there are more than `limit`.
  func renamings(limit: Int) -> [Renaming] {
    var renamings = [identity]
    for type in tables.scalarsets.classes {
      for last in type.members.dropFirst() {
        guard renamings.count * (last - type.first + 1) <= limit else { return [] }
        renamings = renamings.flatMap { renaming in
          (type.first...last).map { member in
            var other = renaming
            other.swapAt(member, last)
            return other
          }
        }
      }
    }
    return renamings
  }

  /// Whether every renaming of a start state is a start state, so that every state of a reachable
  /// orbit is reachable.
  func keepsStarts(of program: Program) -> Bool {
    let starts = Set(Replay(program).starts().reached.map(\.words))
    return tables.scalarsets.classes.flatMap { $0.members.dropLast() }.allSatisfy { member in
      var exchange = identity
      exchange.swapAt(member, member + 1)
      return starts.allSatisfy { starts.contains(renamed($0, by: exchange)) }
    }
  }
}
