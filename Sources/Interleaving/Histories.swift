/// Numbers for what threads have seen: two threads with the same number are in the same place with
/// the same locals, because a thread's code depends on nothing but the results of its accesses.
///
/// Numbers are exact, not hashes: equal numbers mean equal histories.
final class Histories {
  private enum Entry: Hashable {
    case access(label: String, result: Int, before: Int)
    case value(Int, before: Int)
    case locals(label: String, [Int])
  }

  private var numbers: [Entry: Int] = [:]

  /// The number of a history that goes on with one more access.
  func number(of label: String, _ result: Int, after before: Int) -> Int {
    number(of: .access(label: label, result: result, before: before))
  }

  /// The number of a history that goes on with a look at a cell.
  func number(ofValue value: Int, after before: Int) -> Int {
    number(of: .value(value, before: before))
  }

  /// The number of a history of which only a place and these locals are kept.
  func number(at label: String, keeping locals: [Int]) -> Int {
    number(of: .locals(label: label, locals))
  }

  private func number(of entry: Entry) -> Int {
    if let known = numbers[entry] { return known }
    numbers[entry] = numbers.count + 1
    return numbers.count
  }
}
