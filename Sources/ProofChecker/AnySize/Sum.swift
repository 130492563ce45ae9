import SourceText
import Z3

/// A sum over members of any number, as a function of what its summand depends on besides.
struct Sum {
  let name: String
  let parameters: [Term]
  let member: Term
  let summand: Term
  /// The first and the last member.
  let lower: Term
  let upper: Term
  /// The loop that computes it.
  let place: SourceRange

  var context: Context { summand.context }

  /// The sum for its own parameters.
  var total: Term { context.application(name, parameters, .integer) }

  /// The summand of a member.
  func summand(of member: Term) -> Term { summand.replacing([self.member], by: [member]) }

  /// That a member is one of those summed over.
  func isMember(_ member: Term) -> Term { lower.atMost(member) && member.atMost(upper) }

  /// How many members there are.
  var count: Term {
    let difference = upper.subtracting(lower).adding(context.integer(1))
    return difference.less(context.integer(0)).then(context.integer(0), else: difference)
  }

  /// Between which numbers all summands lie, as far as it can be read off.
  var range: ClosedRange<Int64>? { summand.readableRange }
}

extension Term {
  /// Between which numbers an integer lies that is chosen from numbers and sums of such.
  var readableRange: ClosedRange<Int64>? {
    folded { term, range in
      if let number = term.numeral { return number...number }
      switch term.shape {
      case .choice(_, let yes, let no):
        guard let one = range(yes), let other = range(no) else { return nil }
        return min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
      case .sum(let parts):
        var sum: ClosedRange<Int64>? = 0...0
        for part in parts { sum = range(part).flatMap { sum?.adding($0) } }
        return sum
      default: return nil
      }
    }
  }
}

extension ClosedRange<Int64> {
  fileprivate func adding(_ other: Self) -> Self? {
    let (lower, tooSmall) = lowerBound.addingReportingOverflow(other.lowerBound)
    let (upper, tooGreat) = upperBound.addingReportingOverflow(other.upperBound)
    return tooSmall || tooGreat ? nil : lower...upper
  }
}
