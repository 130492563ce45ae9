/// A circuit with latches, as it stands in a file: what the file says, and nothing that its writer
/// knew besides.
///
/// Literals are AIGER's: twice the number of a variable, and 1 more when negated; 0 is false.
/// Variables are inputs, then latches, then gates, so that all that a gate reads comes before it.
package struct AIGERFile: Sendable {
  /// Why bytes are no circuit that is read here.
  package enum ReadFailure: Error, Sendable, Hashable {
    case header(String)
    /// Justice, fairness, constraints and outputs are not.
    case unsupported(String)
    case line(Int)
    case truncated
    /// A gate that reads what comes after it.
    case gate(Int)
  }

  /// What the inputs are called.
  package let inputs: [String]
  /// What the latches are called.
  package let latches: [String]
  /// What each latch holds next. At first it holds 0.
  package let next: [Int]
  /// What is to be never true.
  package let bad: [Int]
  /// Each is true when both literals are.
  package let gates: [(Int, Int)]

  package var firstLatch: Int { 1 + inputs.count }
  package var firstGate: Int { firstLatch + latches.count }

  /// Reads the binary form.
  package init(_ bytes: [UInt8]) throws(ReadFailure) {
    var reader = Reader(bytes)
    let counts = try reader.header()
    let isKnown = { (literal: Int) in literal < 2 * (counts.variables + 1) }
    next = try reader.literals(counts.latches, where: isKnown)
    bad = try reader.literals(counts.bad, where: isKnown)
    gates = try reader.gates(counts.gates, after: counts.inputs + counts.latches)
    let symbols = reader.symbols()
    inputs = (0..<counts.inputs).map { symbols["i\($0)"] ?? "" }
    latches = (0..<counts.latches).map { symbols["l\($0)"] ?? "" }
  }

  package init(
    inputs: [String], latches: [String], next: [Int], bad: [Int], gates: [(Int, Int)]
  ) {
    self.inputs = inputs
    self.latches = latches
    self.next = next
    self.bad = bad
    self.gates = gates
  }
}

private struct Reader {
  struct Counts {
    let variables, inputs, latches, gates, bad: Int
  }

  private let bytes: [UInt8]
  private var place = 0
  private var lineNumber = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func header() throws(AIGERFile.ReadFailure) -> Counts {
    let line = try self.line()
    let words = line.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard words.first == "aig", words.count == numbers.count + 1, numbers.count >= 5,
      numbers.allSatisfy({ 0...Int(Int32.max) ~= $0 }),
      numbers[0] == numbers[1] + numbers[2] + numbers[4]
    else { throw .header(line) }
    guard numbers[3] == 0 else { throw .unsupported("outputs") }
    guard numbers.count < 7 || numbers[6...].allSatisfy({ $0 == 0 }) else {
      throw .unsupported("constraints, justice and fairness")
    }
    return Counts(
      variables: numbers[0], inputs: numbers[1], latches: numbers[2], gates: numbers[4],
      bad: numbers.count > 5 ? numbers[5] : 0)
  }

  mutating func literals(_ count: Int, where isKnown: (Int) -> Bool)
    throws(AIGERFile.ReadFailure) -> [Int]
  {
    var literals: [Int] = []
    for _ in 0..<count {
      // A second number would be what a latch holds at first.
      guard let literal = Int(try line()), literal >= 0, isKnown(literal) else {
        throw .line(lineNumber)
      }
      literals.append(literal)
    }
    return literals
  }

  mutating func gates(_ count: Int, after leaves: Int) throws(AIGERFile.ReadFailure)
    -> [(Int, Int)]
  {
    var gates: [(Int, Int)] = []
    for number in 0..<count {
      let own = 2 * (leaves + number + 1)
      let first = own - (try difference())
      let second = first - (try difference())
      guard first < own, second >= 0 else { throw .gate(number) }
      gates.append((first, second))
    }
    return gates
  }

  /// The names of inputs and latches, up to the comments.
  mutating func symbols() -> [String: String] {
    var symbols: [String: String] = [:]
    while let line = try? line(), line != "c" {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2 { symbols[parts[0]] = parts[1] }
    }
    return symbols
  }

  private mutating func line() throws(AIGERFile.ReadFailure) -> String {
    guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else { throw .truncated }
    defer { (place, lineNumber) = (end + 1, lineNumber + 1) }
    return String(decoding: bytes[place..<end], as: UTF8.self)
  }

  private mutating func difference() throws(AIGERFile.ReadFailure) -> Int {
    var (value, shift) = (0, 0)
    while place < bytes.count, shift < 35 {
      let byte = bytes[place]
      place += 1
      value |= Int(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
    throw .truncated
  }
}
