import Model
import TestSupport
import Testing

@testable import Report

@Suite struct ITFTests {
  private static let systems = [
    LostWakeup.system, Requests(tasks: 2, folios: 1).system, Requests(tasks: 3, folios: 2).system,
    Wide.system,
  ]

  @Test(arguments: systems.indices, 0..<10)
  func tracesSurviveTheRoundTrip(system: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let system = Self.systems[system]
    let trace = Trace.random(in: system, depth: 6, random: &random)
    let text = ITFWriter.text(of: trace, in: system, spec: "specs/a b.m")
    let read = try ITFTrace(reading: Array(text.utf8))
    #expect(read.spec == "specs/a b.m")
    #expect(
      read.constants
        == Dictionary(uniqueKeysWithValues: system.constants.map { ($0.name, $0.value) })
    )
    #expect(try read.trace(of: system) == trace)
  }

  @Test(
    arguments: [
      .open, .deadlock, .claimFalse(ClaimIndex(1), arguments: [1]),
      .neverAgain(ClaimIndex(0), arguments: []),
      .failed(
        Failure(
          claim: ClaimIndex(2), kind: .outOfRange(value: -1, lower: 0, upper: 3), range: .line(91))),
    ] as [Trace.Ending])
  func everyEndingSurvives(ending: Trace.Ending) throws {
    let system = Requests(tasks: 2, folios: 2).system
    let start = Trace.running([], of: system) { _ in .open }
    let trace = Trace(steps: start.steps, ending: ending)
    let text = ITFWriter.text(of: trace, in: system, spec: "r.m")
    #expect(try ITFTrace(reading: Array(text.utf8)).trace(of: system) == trace)
  }

  @Test func aFailedStepSurvives() throws {
    let system = Requests(tasks: 4, folios: 1).system
    let request = (0..<4).map { (rule: 0, arguments: [Int64($0), 0]) }
    let trace = Trace.running(request, of: system) { _ in .open }
    #expect(trace.steps.last?.state == nil)
    let text = ITFWriter.text(of: trace, in: system, spec: "r.m")
    #expect(try ITFTrace(reading: Array(text.utf8)).trace(of: system) == trace)
  }

  @Test func theFormatIsTheInformalOne() throws {
    let text = ITFWriter.text(
      of: Trace.running([], of: Wide.system) { _ in .open }, in: Wide.system, spec: "wide.m")
    #expect(
      text == """
        {"#meta":{"constants":{},"ending":{"how":"open"},"format":"ITF",\
        "format-description":"https://apalache-mc.org/docs/adr/015adr-trace.html",\
        "source":"wide.m"},
        "vars":["big","pair","row"],
        "states":[
        {"#meta":{"action":"start","arguments":[],"index":0,"name":"start","number":0},\
        "big":{"#bigint":"9007199254740993"},\
        "pair":{"left":true,"right":{"tag":"Undefined","value":{"#tup":[]}}},\
        "row":{"#map":[[-1,7],[0,{"tag":"Undefined","value":{"#tup":[]}}]]}}
        ]}

        """)
  }

  @Test(
    arguments: [
      ("", .notJSON), ("{", .notJSON), ("[]", .missing("#meta")),
      ("{\"#meta\":{}}", .missing("#meta.source")),
      ("{\"#meta\":{\"source\":\"a\"}}", .missing("vars")),
      ("{\"#meta\":{\"source\":\"a\"},\"vars\":[]}", .missing("states")),
      (
        "{\"#meta\":{\"source\":\"a\",\"constants\":{\"N\":1.5}},\"vars\":[],\"states\":[]}",
        .wrongValue("N")
      ),
      (String(repeating: "[", count: 100_000), .notJSON),
    ] as [(String, ITFError)])
  func otherTextsAreRefused(text: String, error: ITFError) {
    #expect(throws: error) { try ITFTrace(reading: Array(text.utf8)) }
  }

  @Test(
    arguments: [
      ("\"Task_2\",\"Idle\"", "\"Task_9\",\"Idle\"", .wrongValue("pc")),
      ("\"Task_2\",\"Idle\"", "\"Task_1\",\"Idle\"", .wrongValue("pc[Task_2]")),
      ("[\"Task_2\",\"Idle\"]", "[\"Task_2\",4]", .wrongValue("pc[Task_2]")),
      ("[\"Folio_1\",0]", "[\"Folio_1\",4]", .wrongValue("ref[Folio_1]")),
      ("\"dying\":false", "\"dying\":0", .wrongValue("dying")),
      ("\"vars\":[\"pc\"", "\"vars\":[\"x\"", .unknownName("x")),
      ("\"name\":\"idle\"", "\"name\":\"other\"", .unknownName("other")),
      ("\"arguments\":[]", "\"arguments\":[1]", .wrongArguments("idle")),
      ("\"how\":\"open\"", "\"how\":\"closed\"", .wrongEnding),
      ("\"action\":\"start\"", "\"action\":\"stop\"", .missing("action")),
    ] as [(String, String, ITFError)])
  func whatDoesNotFitIsNamed(part: String, replacement: String, error: ITFError) throws {
    let system = Requests(tasks: 2, folios: 2).system
    let text = ITFWriter.text(
      of: Trace.running([], of: system) { _ in .open }, in: system, spec: "r.m")
    #expect(text.contains(part))
    let damaged = text.replacing(part, with: replacement, maxReplacements: 1)
    let read = try ITFTrace(reading: Array(damaged.utf8))
    #expect(throws: error) { try read.trace(of: system) }
  }

  @Test func mutatedFilesGiveATraceThatFitsOrAnError() {
    var random = SplitMix64(seed: 0x1F7)
    let system = Requests(tasks: 2, folios: 1).system
    let trace = Trace.random(in: system, depth: 3, random: &random)
    let bytes = Array(ITFWriter.text(of: trace, in: system, spec: "r.m").utf8)
    var refused = 0
    for _ in 0..<4000 {
      let damaged = Self.mutated(bytes, &random)
      guard let read = try? ITFTrace(reading: damaged), let trace = try? read.trace(of: system)
      else {
        refused += 1
        continue
      }
      for step in trace.steps {
        for (cell, value) in zip(system.layout.cells, step.state?.cells ?? []) {
          #expect(value.map(cell.type.contains) ?? true)
        }
      }
    }
    #expect(refused > 2000)
  }

  private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<random.number(1...3) {
      let position = random.number(0...bytes.count - 1)
      switch random.number(0...4) {
      case 0: bytes[position] = UInt8(random.number(0...255))
      case 1: bytes[position] ^= 1 << UInt8(random.number(0...7))
      case 2: bytes.remove(at: position)
      case 3: bytes.insert(random.pick(Array("[]{}\",:-0919etf#\\".utf8)), at: position)
      default:
        let end = min(bytes.count, position + random.number(1...40))
        let target = random.number(0...bytes.count - 1)
        bytes.insert(contentsOf: Array(bytes[position..<end]), at: target)
      }
    }
    return bytes
  }
}

/// A system with a value too wide for a double, a record, and an array with a negative index.
private enum Wide {
  static let system = TransitionSystem(
    name: "wide.m", constants: [],
    variables: [
      StateVariable(name: "big", type: .scalar(big), range: .line(1)),
      StateVariable(name: "pair", type: pair, range: .line(2)),
      StateVariable(name: "row", type: row, range: .line(3)),
    ],
    functions: [], rules: [],
    startStates: [
      StartState(
        name: "start", parameters: [], frame: [],
        body: [
          .assign(.variable(0, as: .scalar(big)), .number((1 << 53) + 1)),
          .assign(.variable(1, [.field(0)], as: .scalar(.boolean)), .value(1, .boolean)),
          .assign(.variable(2, [.element(.number(-1))], as: .scalar(.range(0, 9))), .number(7)),
        ], range: .line(5))
    ],
    claims: [Claim(name: "no run-time error", kind: .runtime, range: .line(1))],
    deadlockMode: .off)

  private static let big = ScalarType.range(0, 1 << 60)
  private static let pair = ValueType.record([
    ValueType.Field(name: "left", type: .scalar(.boolean)),
    ValueType.Field(name: "right", type: .scalar(.range(0, 3))),
  ])
  private static let row = ValueType.array(
    index: .range(-1, 0), element: .scalar(.range(0, 9)))
}
