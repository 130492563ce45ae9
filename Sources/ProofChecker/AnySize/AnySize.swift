import Model
import Polynomials
import SourceText
import Z3

/// What is said where some constants stand for any positive number.
///
/// Every value is an integer, a member of a scalarset too; a variable that is an array of any size
/// is a function of integers. What loops of any length compute is said by functions of the round, of
/// which nothing is known but what is stated here about each.
final class AnySize {
  /// The greatest value of a symbolic constant: as many pages of 4 KiB as 64 bits address.
  private static let greatestSize: Int64 = 1 << 52

  let context: Context
  private let names: [String]
  /// What defines the functions that stand for parts of loops: it can always be made true.
  private var definitions: [Definition] = []
  private(set) var sums: [Sum] = []
  private var count = 0
  /// The constants that stand for a value of a loop, quantifier or parameter.
  private var generics: Set<Term> = []
  /// The bounds of constants that are only spoken of where they are between them.
  private var restrictions: [Term: (lower: Word, upper: Word)] = [:]
  /// What was said to exist, and of which constants.
  private var quantified: [Term: (constants: [Term], condition: Term)] = [:]
  private var products: Set<Product> = []
  /// Which conditions hold for all sizes.
  private var known: [Term: Bool] = [:]
  private var bounds: Set<Polynomial> = []

  struct Definition {
    /// The functions that it defines.
    let functions: Set<String>
    let statement: Term
  }

  init(_ names: [String], in context: Context) {
    self.names = names
    self.context = context
  }

  // MARK: Sizes

  /// The value of a number that depends on symbolic constants. A product of constants is a number
  /// of its own, of which little is said, because solvers are lost in products of unknowns.
  func number(_ form: Polynomial) -> Term {
    bounds.insert(form)
    let terms = form.coefficients.sorted { $0.key < $1.key }.map { product, factor in
      products.insert(product)
      return factor == 1
        ? constant(product) : constant(product).multiplied(by: context.integer(factor))
    }
    if terms.isEmpty { return context.integer(form.constant) }
    if terms.count == 1, form.constant == 0 { return terms[0] }
    return context.sum(terms + (form.constant == 0 ? [] : [context.integer(form.constant)]))
  }

  /// What is true of the sizes of every instance: symbolic constants are positive, and what depends
  /// on them fits in 64 bits.
  var sizesAreAdmitted: [Term] {
    let sizes = names.map { name in
      let size = context.constant(name, .integer)
      return context.integer(1).atMost(size) && size.atMost(context.integer(Self.greatestSize))
    }
    // From (a - 1) * (b - 1) >= 0 follows a * b >= a + b - 1.
    let great = products.sorted().filter { $0.names.count > 1 }.map { product in
      let factors = product.names.map { context.constant($0, .integer) }
      return context.sum(factors).subtracting(context.integer(Int64(factors.count - 1)))
        .atMost(constant(product))
    }
    let fitting = bounds.sorted { $0.description < $1.description }.map { form in
      context.integer(.min).atMost(number(form)) && number(form).atMost(context.integer(.max))
    }
    return sizes + great + fitting
  }

  /// Whether a condition holds for all sizes, as far as a solver sees at once.
  func isSure(_ condition: Term) -> Bool {
    if let truth = condition.truth ?? known[condition] { return truth }
    let solver = Solver(in: context, limits: Solver.Limits(resources: 100_000))
    for fact in sizesAreAdmitted + [!condition] { solver.assert(fact) }
    let isSure = solver.check() == .unsatisfiable
    known[condition] = isSure
    return isSure
  }

  private func constant(_ product: Product) -> Term {
    context.constant("\(product)", .integer)
  }

  // MARK: Names

  /// A constant that stands for any value, with a name that is not used elsewhere.
  func generic(_ name: String) -> Term {
    let term = context.constant(fresh(name), .integer)
    generics.insert(term)
    return term
  }

  /// Says that a constant is only spoken of where it is between two bounds.
  func restrict(_ constant: Term, _ lower: Word, _ upper: Word) {
    restrictions[constant] = (lower, upper)
  }

  /// Whether a term is such a constant, with these bounds.
  func isRestricted(_ term: Term, _ lower: Word, _ upper: Word) -> Bool {
    restrictions[term].map { $0.lower == lower && $0.upper == upper } ?? false
  }

  /// A name that is not used elsewhere; no name of Murphi has an apostrophe.
  func fresh(_ name: String) -> String {
    count += 1
    return "\(name)'\(count)"
  }

  /// States something of functions with new names, for all values of generic constants.
  func define(_ functions: [Term], _ statement: Term) {
    let free = statement.occurring(of: generics)
    definitions.append(
      Definition(
        functions: Set(functions.compactMap(\.function)),
        statement: context.forAll(free, statement)))
  }

  /// That a condition holds for some values of generic constants. What is said of values of others
  /// in turn is said of all at once: solvers look into one quantifier more easily than into several.
  func exists(_ constants: [Term], _ condition: Term, where isInside: Term) -> Term {
    if condition.truth == false { return condition }
    let inner = quantified[condition] ?? (constants: [], condition: condition)
    let whole = (constants: constants + inner.constants, condition: isInside && inner.condition)
    let term = context.exists(whole.constants, whole.condition)
    quantified[term] = whole
    return term
  }

  // MARK: Sums

  /// The sum of a summand over all members between two bounds, as the loop at a place computes it.
  func sum(
    of summand: Term, over member: Term, from lower: Term, through upper: Term,
    at place: SourceRange
  ) -> Term {
    let outer = generics.subtracting([member])
    var parameters: [Term] = []
    for part in [summand, lower, upper] {
      parameters += part.occurring(of: outer).filter { !parameters.contains($0) }
    }
    // Sums that differ in nothing but the names of bound constants are one.
    let places = parameters.indices.map { context.constant("parameter \($0)", .integer) }
    func renamed(_ term: Term) -> Term {
      term.replacing([member] + parameters, by: [anyMember] + places)
    }
    let (term, first, last) = (renamed(summand), renamed(lower), renamed(upper))
    let known = sums.first { $0.summand == term && $0.lower == first && $0.upper == last }
    let sum =
      known
      ?? Sum(
        name: fresh("sum"), parameters: places, member: anyMember,
        summand: term, lower: first, upper: last, place: place)
    if known == nil { sums.append(sum) }
    return context.application(sum.name, parameters, .integer)
  }

  /// Stands for a member in every summand. No name of Murphi has a space.
  private var anyMember: Term { context.constant("any member", .integer) }

  // MARK: Facts

  /// What is known of the functions that some terms speak of, directly or not.
  ///
  /// - Parameter points: members in which sums before and after a step may differ.
  func facts(
    neededBy terms: [Term], differingAt points: [Member], _ detail: SumFacts.Detail
  ) -> [Term] {
    var names = terms.reduce(into: Set<String>()) { $0.formUnion($1.functions) }
    var (rest, others) = (definitions, sums)
    var (statements, used): ([Term], [Sum]) = ([], [])
    while true {
      let stated = rest.filter { !$0.functions.isDisjoint(with: names) }
      let summed = others.filter { names.contains($0.name) }
      if stated.isEmpty, summed.isEmpty { break }
      statements += stated.map(\.statement)
      used += summed
      rest.removeAll { !$0.functions.isDisjoint(with: names) }
      others.removeAll { names.contains($0.name) }
      for statement in stated { names.formUnion(statement.statement.functions) }
      for sum in summed { names.formUnion(sum.summand.functions) }
    }
    return statements + SumFacts(used, detail, differingAt: points, in: context).all
  }
}
