import Model
import Z3

extension Cube {
  /// That a symbolic state is one of the cube's, which has a literal.
  func term(over state: [Cell]) -> Term {
    state[literals[0].cell].raw.context.all(literals.map { $0.term(over: state[$0.cell]) })
  }
}

extension Cube.Literal {
  /// That a symbolic cell satisfies the literal.
  fileprivate func term(over cell: Cell) -> Term {
    let context = cell.raw.context
    func bits(_ content: Int64?) -> Term {
      let raw = content.map { Int128($0) - Int128(cell.type.lower) + 1 } ?? 0
      return context.bits(raw, width: cell.raw.width)
    }
    switch self {
    case .among(_, let contents): return context.any(contents.map { cell.raw.equals(bits($0)) })
    case .atLeast(_, let value): return bits(value).unsignedAtMost(cell.raw)
    case .atMost(_, let value): return cell.isDefined && cell.raw.unsignedAtMost(bits(value))
    }
  }
}
