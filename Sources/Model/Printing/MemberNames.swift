/// What the members of scalarsets are called.
///
/// They have no order of their own, so that any consistent choice of numbers tells the same story;
/// a reader follows a trace best when the first member to appear is number 1.
package struct MemberNames: Sendable, Hashable {
  /// The number from 0 that each member gets, indexed by its value.
  private var numbers: [ScalarType: [Int64]]

  /// Every member keeps its number.
  package static let asTheyAre = MemberNames(numbers: [:])

  /// The value's text under these names.
  package func text(of value: Int64, as type: ScalarType) -> String {
    let (type, value) = type.origin(of: value)
    return type.text(of: number(of: value, in: type))
  }

  /// The text of a cell, `undefined` for nil.
  package func text(ofCell value: Int64?, as type: ScalarType) -> String {
    value.map { text(of: $0, as: type) } ?? "undefined"
  }

  /// The number from 0 that a member gets; other values stay as they are.
  package func number(of value: Int64, in type: ScalarType) -> Int64 {
    guard let numbers = numbers[type], type.contains(value) else { return value }
    return numbers[Int(value)]
  }

  private init(numbers: [ScalarType: [Int64]]) { self.numbers = numbers }

  /// Numbers members by first appearance in `mentions`; those never mentioned come last.
  package init(inOrderOf mentions: some Sequence<(ScalarType, Int64)>) {
    var seen: [ScalarType: [Int64]] = [:]
    for (type, value) in mentions.map({ $0.origin(of: $1) })
    where type.kind == .scalarset && type.contains(value) {
      if !seen[type, default: []].contains(value) { seen[type, default: []].append(value) }
    }
    numbers = seen.mapValues { _ in [] }
    for (type, order) in seen {
      let rest = (type.lower...type.upper).filter { !order.contains($0) }
      var numbers = Array(repeating: Int64(0), count: order.count + rest.count)
      for (number, value) in (order + rest).enumerated() { numbers[Int(value)] = Int64(number) }
      self.numbers[type] = numbers
    }
  }
}
