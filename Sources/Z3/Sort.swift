import CZ3

/// What kind of value a term denotes.
package indirect enum Sort: Hashable, Sendable {
  case boolean
  /// A bit-vector of a width of at least 1 bit.
  case bitVector(Int)
  /// The mathematical integers.
  case integer
  case array(index: Sort, element: Sort)
  /// An uninterpreted sort of that name.
  case uninterpreted(String)
}

extension Context {
  func raw(_ sort: Sort) -> Z3_sort {
    switch sort {
    case .boolean: Z3_mk_bool_sort(raw)
    case .bitVector(let width): Z3_mk_bv_sort(raw, UInt32(width))
    case .integer: Z3_mk_int_sort(raw)
    case .array(let index, let element): Z3_mk_array_sort(raw, raw(index), raw(element))
    case .uninterpreted(let name): Z3_mk_uninterpreted_sort(raw, symbol(name))
    }
  }

  func sort(_ sort: Z3_sort) -> Sort {
    switch Z3_get_sort_kind(raw, sort) {
    case Z3_BOOL_SORT: .boolean
    case Z3_BV_SORT: .bitVector(Int(Z3_get_bv_sort_size(raw, sort)))
    case Z3_INT_SORT: .integer
    case Z3_ARRAY_SORT:
      .array(
        index: self.sort(Z3_get_array_sort_domain(raw, sort)),
        element: self.sort(Z3_get_array_sort_range(raw, sort)))
    default:
      .uninterpreted(String(cString: Z3_get_symbol_string(raw, Z3_get_sort_name(raw, sort))))
    }
  }

  /// A constant of a sort; the same name and sort give the same term.
  package func constant(_ name: String, _ sort: Sort) -> Term {
    term(Z3_mk_const(raw, symbol(name), raw(sort)))
  }
}
