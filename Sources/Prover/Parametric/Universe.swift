import Model
import Polynomials
import SourceText
import Z3

/// The sorts, sizes and fresh names of one encoding in which some constants have no fixed value.
///
/// Each symbolic constant is an integer from 1 to ``greatestSize``, and the bounds of types fit in 64
/// bits: a specification has no other instances. A product of symbolic constants is an integer of
/// its own, of which only what is linear is said: solvers are lost in products of unknowns.
///
/// A scalarset whose size depends on a symbolic constant is a sort without structure; that its
/// members are finitely many, and how many, is said only where members are counted, see ``Sums``.
final class Universe {
  /// The greatest value of a symbolic constant: the number of 4 KiB pages that 64 bits address. Sums
  /// of a few of them do not overflow 64 bits.
  static let greatestSize: Int128 = 1 << 52

  let system: TransitionSystem
  let context: Context
  let sums: Sums
  /// The constants that stand for parameters and bound variables: what a lemma about one member
  /// must not depend on.
  private(set) var generics: Set<Term> = []
  /// Those of them that stand for bound variables.
  private(set) var bound: Set<Term> = []
  /// Between which numbers the values of functions and constants lie in every state.
  private var ranges: [String: Interval] = [:]
  private var freshNames: [String: Int] = [:]
  /// Those of more than one symbolic constant that were met.
  private var products: Set<Product> = []
  /// Those bounds of types that would not fit in 64 bits for great sizes.
  private var greatBounds: Set<Polynomial> = []

  init(_ system: TransitionSystem, in context: Context) {
    self.system = system
    self.context = context
    sums = Sums(in: context)
  }

  /// That the symbolic constants have values that they can have, and their products too.
  var sizesAreAdmitted: Term {
    let sizes = system.symbolicConstants.map { name in
      let size = context.constant(name, .integer)
      return context.integer(1).atMost(size)
        && size.atMost(context.integer(exactly: Universe.greatestSize))
    }
    let bounds = greatBounds.sorted { $0.description < $1.description }.map { form in
      let bound = number(form).term
      return context.integer(.min).atMost(bound) && bound.atMost(context.integer(.max))
    }
    return context.all(sizes + products.sorted().map(isGreat) + bounds)
  }

  /// No factor is less than 1: from `(a - 1) * (b - 1) >= 0` follows `a * b >= a + b - 1`.
  private func isGreat(_ product: Product) -> Term {
    let factors = product.names.map { context.constant($0, .integer) }
    return context.sum(factors).subtracting(context.integer(Int64(factors.count - 1)))
      .atMost(constant(product))
  }

  /// That the symbolic constants, and products of them, have the values of one instance.
  func sizes(are values: [String: Int64]) -> Term {
    let sizes = system.symbolicConstants.map { Product([$0]) } + products.sorted()
    return context.all(
      sizes.compactMap { product in
        product.value(values).map { constant(product).equals(context.integer($0)) }
      })
  }

  private func constant(_ product: Product) -> Term {
    context.constant("\(product)", .integer)
  }

  /// The value of a polynomial.
  func number(_ form: Polynomial) -> SymbolicInteger {
    var sum = SymbolicInteger(Int128(form.constant), in: context)
    for (product, factor) in form.coefficients.sorted(by: { $0.key < $1.key }) {
      if product.names.count > 1 { products.insert(product) }
      let interval = product.names.reduce(Interval(1, 1)) { interval, _ in
        interval * Interval(1, Universe.greatestSize)
      }
      restrict("\(product)", to: interval)
      sum =
        sum + SymbolicInteger(Int128(factor), in: context)
        * SymbolicInteger(constant(product), interval)
    }
    return sum
  }

  /// The value of a bound of a type, which fits in 64 bits.
  private func fitting(_ form: Polynomial) -> SymbolicInteger {
    let number = number(form)
    let admitted = Interval(Int128(Int64.min), Int128(Int64.max))
    guard number.lower < admitted.lower || number.upper > admitted.upper else { return number }
    greatBounds.insert(form)
    return number.narrowed(admitted.lower, admitted.upper)
  }

  /// Says between which numbers the values of a function, or a constant, lie in every state.
  func restrict(_ name: String, to range: Interval) { ranges[name] = range }

  /// Between which numbers a term lies in every state, whatever path it was computed on.
  func range(of term: Term) -> Interval {
    term.folded { [ranges] term, range in
      if let number = term.numeral { return Interval(Int128(number), Int128(number)) }
      switch term.shape {
      case .sum(let parts): return parts.reduce(Interval(0, 0)) { $0 + range($1) }
      case .difference(let first, let second): return range(first) - range(second)
      case .choice(_, let yes, let no):
        let (one, other) = (range(yes), range(no))
        return Interval(min(one.lower, other.lower), max(one.upper, other.upper))
      default: return term.function.flatMap { ranges[$0] } ?? Interval(.min, .max)
      }
    }
  }

  /// The sort of a scalar type's values.
  func sort(of type: ScalarType) -> Sort {
    if type.kind == .boolean { return .boolean }
    guard type.isUnsizedScalarset else { return .integer }
    // Scalarsets of one size agree.
    return .uninterpreted("scalarset to \(type.upperForm)")
  }

  /// The least value of a type of numbers.
  func lower(of type: ScalarType) -> SymbolicInteger {
    type.symbolicBounds.map { fitting($0.lower) }
      ?? SymbolicInteger(Int128(type.lower), in: context)
  }

  /// The greatest value of a type of numbers.
  func upper(of type: ScalarType) -> SymbolicInteger {
    type.symbolicBounds.map { fitting($0.upper) }
      ?? SymbolicInteger(Int128(type.upper), in: context)
  }

  /// The number of values of a type.
  func count(of type: ScalarType) -> SymbolicInteger {
    upper(of: type) - lower(of: type) + SymbolicInteger(1, in: context)
  }

  /// That a value, of a type's sort, is one of the type's.
  func contains(_ type: ScalarType, _ value: SymbolicValue) -> Term {
    guard case .number(let number) = value else { return context.truth(true) }
    return !number.isLess(than: lower(of: type)) && !upper(of: type).isLess(than: number)
  }

  /// A term of a type's sort as a value of the type.
  func value(_ term: Term, of type: ScalarType) -> SymbolicValue {
    switch sort(of: type) {
    case .boolean: .truth(term)
    case .integer: .number(SymbolicInteger(term, lower(of: type).lower, upper(of: type).upper))
    default: .member(term)
    }
  }

  /// A value that means nothing, for what is undefined.
  func nothing(of type: ScalarType) -> SymbolicValue {
    switch sort(of: type) {
    case .boolean: .truth(context.truth(false))
    case .integer: .number(SymbolicInteger(Int128(type.lower), in: context))
    case let sort: .member(context.constant("nobody", sort))
    }
  }

  /// A constant that stands for any value of a type, with a name that is not used elsewhere.
  func generic(_ name: String, of type: ScalarType) -> SymbolicValue {
    value(generic(name, sort(of: type)), of: type)
  }

  /// A constant that stands for any value of a sort.
  func generic(_ name: String, _ sort: Sort) -> Term {
    let term = fresh(name, sort)
    generics.insert(term)
    bound.insert(term)
    return term
  }

  /// Makes a constant that stands for any value stand for the one value of a parameter.
  func free(_ constant: Term) { bound.remove(constant) }

  /// A constant with a name that is not used elsewhere.
  func fresh(_ name: String, _ sort: Sort) -> Term {
    let number = freshNames[name, default: 0]
    freshNames[name] = number + 1
    // No name of Murphi has an apostrophe.
    return context.constant("\(name)'\(number)", sort)
  }
}

extension ScalarType {
  /// Whether this is a scalarset whose size depends on a symbolic constant.
  var isUnsizedScalarset: Bool { kind == .scalarset && symbolicBounds != nil }
}
