import Model
import Polynomials

/// Functions that count the members of some kind, in Murphi, each with a name of its own.
struct CountingFunctions {
  private var names: FreshNames
  /// The name of each function, by everything after it.
  private var known: [String: String] = [:]

  init(_ names: FreshNames) { self.names = names }

  /// The name of the function for a count.
  mutating func name(of count: Counting.Count) -> String {
    let text = Self.text(of: count)
    if let name = known[text] { return name }
    let name = names.name(like: "count_\(known.count + 1)")
    known[text] = name
    return name
  }

  private static func text(of count: Counting.Count) -> String {
    let bound = (count.member.type.upperForm + Polynomial(1))?.description ?? "0"
    let parameter = count.parameter.map { "\($0.name): \($0.type.name ?? "")" } ?? ""
    return """
      (\(parameter)): 0 .. \(bound);
      var n: 0 .. \(bound);
      begin
        n := 0;
        for \(count.member.name): \(count.member.type.name ?? "") do
          if \(count.condition) then n := n + 1; end;
        end;
        return n;
      end;
      """
  }

  /// The functions of some names.
  func texts(of names: Set<String>) -> [String] {
    known.filter { names.contains($0.value) }.sorted { $0.value < $1.value }
      .map { "function \($0.value)\($0.key)" }
  }
}
