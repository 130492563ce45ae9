/// A circuit with latches, in the binary form of AIGER 1.9.
///
/// All latches are 0 at first. Source: Biere, Heljanko, Wieringa, "AIGER 1.9 and beyond" (2011).
struct AIGERText {
  /// An input or a latch, and what it is called; names are on one line.
  struct Leaf {
    let name: String
    let literal: Literal
  }

  let circuit: Circuit
  var inputs: [Leaf] = []
  var latches: [Leaf] = []
  /// What the latches hold next.
  var next: [Literal] = []
  /// What must never be true.
  var bad: [Leaf] = []
  var comments: [String] = []

  /// The file.
  var bytes: [UInt8] {
    let leaves = (inputs + latches).map(\.literal)
    var graph = AndGraph(of: circuit, leaves: leaves)
    let roots = graph.literals(of: next + bad.map(\.literal))
    let counts = [
      leaves.count + graph.gates.count, inputs.count, latches.count, 0, graph.gates.count,
      bad.count,
    ]
    let head = ["aig" + counts.map { " \($0)" }.joined()] + roots.map(String.init)
    var bytes = Self.bytes(of: head)
    for (place, gate) in graph.gates.enumerated() {
      let own = 2 * (leaves.count + place + 1)
      bytes += Self.number(own - gate.0) + Self.number(gate.0 - gate.1)
    }
    return bytes + Self.bytes(of: symbols + (comments.isEmpty ? [] : ["c"] + comments))
  }

  private var symbols: [String] {
    [("i", inputs), ("l", latches), ("b", bad)].flatMap { letter, leaves in
      leaves.enumerated().map { "\(letter)\($0.offset) \($0.element.name)" }
    }
  }

  private static func bytes(of lines: [String]) -> [UInt8] {
    lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
  }

  /// Seven bits to a byte, the lowest first; all but the last have the highest bit set.
  private static func number(_ value: Int) -> [UInt8] {
    var (rest, bytes) = (value, [UInt8]())
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
