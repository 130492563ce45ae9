import Model
import Z3

/// The values that a loop, quantifier or parameter ranges over, when they are not few.
struct Members {
  let context: Context
  let sort: Sort
  /// How many there are.
  let count: SymbolicInteger
  /// The least and the greatest, of numbers.
  let interval: (lower: SymbolicInteger, upper: SymbolicInteger)?

  /// The terms that the values depend on.
  var bounds: [Term] { interval.map { [$0.lower.term, $0.upper.term] } ?? [count.term] }

  /// That a term of their sort is one of them.
  func contains(_ term: Term) -> Term {
    guard let (lower, upper) = interval else { return context.truth(true) }
    if let number = term.numeral.map({ Int128($0) }), let least = lower.known,
      let greatest = upper.known
    {
      return context.truth(least <= number && number <= greatest)
    }
    return lower.term.atMost(term) && term.atMost(upper.term)
  }
}

extension Universe {
  /// All values of a type.
  func members(of type: ScalarType) -> Members {
    let isNumber = sort(of: type) == .integer
    return Members(
      context: context, sort: sort(of: type), count: count(of: type),
      interval: isNumber ? (lower(of: type), upper(of: type)) : nil)
  }

  /// The numbers from one to another; none when the first is greater.
  func members(from lower: SymbolicInteger, through upper: SymbolicInteger) -> Members {
    let span = upper - lower + SymbolicInteger(1, in: context)
    let none = SymbolicInteger(0, in: context)
    return Members(
      context: context, sort: .integer, count: .choose(upper.isLess(than: lower), none, span),
      interval: (lower, upper))
  }

  /// A constant that stands for any one of some values.
  func generic(_ name: String, among members: Members) -> SymbolicValue {
    let term = generic(name, members.sort)
    guard let (lower, upper) = members.interval else {
      return members.sort == .boolean ? .truth(term) : .member(term)
    }
    return .number(SymbolicInteger(term, lower.lower, upper.upper))
  }
}
