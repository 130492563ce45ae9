import Explorer
import Foundation
import Model
import TestSupport
import Testing
import Toolchain

/// Native code computes what bytecode computes: states, transitions, firings, verdicts and traces.
///
/// `PINPROOF_NATIVE_SYSTEMS` sets on how many random systems they are compared.
@Suite("Native code", .enabled(if: Toolchain.isInstalled, "no C compiler is installed"))
struct NativeTests {
  private static let systemCount =
    ProcessInfo.processInfo.environment["PINPROOF_NATIVE_SYSTEMS"].flatMap(Int.init) ?? 100
  static let batchSize = 50
  static let batches = 0..<max(1, systemCount / batchSize)
  /// More states than this are too many for a test.
  static let limits = Limits(maxStates: 3_000)

  private static let specs = Fixture.directory.deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("specs")

  private static func specification(at path: String) throws -> TransitionSystem {
    try TestSupport.system(
      of: String(contentsOf: specs.appendingPathComponent(path), encoding: .utf8), named: path)
  }

  @Test func fixtures() async throws {
    let fixtures = Fixture.all
    let batch = try NativeBatch(fixtures.map { try $0.system() })
    for (fixture, member) in zip(fixtures, batch.members) {
      await expectAgreement(of: member, "\(fixture)")
    }
  }

  @Test(arguments: batches)
  func randomSystems(batch: Int) async throws {
    let seeds = (batch * Self.batchSize..<(batch + 1) * Self.batchSize).map { UInt64($0) }
    let systems = try seeds.map { try system(of: RandomSystem.tree(seed: $0).text) }
    for (seed, member) in zip(seeds, try NativeBatch(systems).members) {
      await expectAgreement(of: member, "seed \(seed)")
    }
  }

  @Test func specifications() async throws {
    let paths =
      (FileManager.default.enumerator(atPath: Self.specs.path)?.compactMap { $0 as? String })!
      .filter { $0.hasSuffix(".m") }.sorted()
    #expect(paths.count >= 4)
    let systems = try paths.map(Self.specification(at:))
    for (path, member) in zip(paths, try NativeBatch(systems).members) {
      await expectAgreement(of: member, path, limits: Limits(maxStates: 300))
    }
  }

  /// Representatives are the same wherever native code goes on.
  @Test func underSymmetry() async throws {
    let systems =
      try
      (Fixture.all.map { try $0.system() } + [Self.specification(at: "bench/pin-first.m")]
      + (0..<60).map { try system(of: RandomSystem.treeWithScalarsets(seed: $0).text) })
      .filter(\.isReducible)
    #expect(systems.count > 20)
    for member in try NativeBatch(systems, symmetry: true).members {
      let options = ExplorationOptions(symmetry: true)
      let expected = await Exploration.run(
        member.system, limits: Self.limits, options: options)
      for level in [0, 2] {
        let source = ChangingSource(first: member.bytecode, second: member.native, level: level)
        let found = await Exploration.run(
          with: source, member.bytecode, limits: Self.limits, options: options)
        #expect(found.difference(from: expected, in: member.system) == nil)
      }
    }
  }

  /// The states, steps and notes of a run are those of both backends wherever one follows the
  /// other.
  @Test func changingOverAtAnyLevel() async throws {
    let names = ["msi", "peterson-broken", "covers", "assumption", "liveness-violated"]
    let fixtures = Fixture.all.filter { names.contains($0.name) }
    #expect(fixtures.count == names.count)
    for member in try NativeBatch(fixtures.map { try $0.system() }).members {
      let expected = await Exploration.run(member.system, limits: Self.limits)
      for level in 0...min(8, expected.stateSpace.depth) {
        let source = ChangingSource(first: member.bytecode, second: member.native, level: level)
        for workers in [1, 2] {
          var limits = Self.limits
          limits.workers = workers
          let found = await Exploration.run(with: source, member.bytecode, limits: limits)
          let name = level == 0 ? "native" : "bytecode, native from level \(level)"
          #expect(found.stateSpace.backend == name)
          let bytecode = await Exploration.run(member.system, limits: limits)
          #expect(found.difference(from: bytecode, in: member.system) == nil)
        }
      }
    }
  }

  /// Levels wide enough for several threads to be in the compiled code at once.
  @Test(arguments: [2, 4]) func severalWorkers(_ workers: Int) async throws {
    let system = try system(
      of: """
        type Process: 1..4;
        var at: array [Process] of 0..6; last: Process;
        startstate begin for p: Process do at[p] := 0; end; last := 1; end;
        function next(place: 0..6): 0..6; begin return place + 1; end;
        ruleset p: Process do
          rule "step" at[p] < 6 & last != p ==> begin at[p] := next(at[p]); last := p; end;
          rule "back" at[p] > 2 ==> begin at[p] := at[p] - 2; end;
        end;
        invariant "not all high" exists p: Process do at[p] < 6 end;
        cover "all low" forall p: Process do at[p] < 2 end;
        """)
    let member = try #require(NativeBatch([system]).members.first)
    var limits = Limits()
    let one = await Exploration.run(with: member.native, member.bytecode, limits: limits)
    #expect(one.stateSpace.states > 5_000)
    limits.workers = workers
    let several = await Exploration.run(with: member.native, member.bytecode, limits: limits)
    var space = several.stateSpace
    #expect(space.workers == workers)
    space.workers = 1
    #expect(space == one.stateSpace)
    let bytecode = await Exploration.run(system, limits: limits)
    #expect(several.difference(from: bytecode, in: system) == nil)
  }

  /// One system for each check that types cannot rule out, and one where they do.
  @Test func checks() async throws {
    let batch = try NativeBatch(FailingSystems.all.map { try system(of: $0.text) })
    for (failing, member) in zip(FailingSystems.all, batch.members) {
      await expectAgreement(of: member, failing.name)
      let found = await Exploration.run(with: member.native, member.bytecode, limits: Self.limits)
      let trace: Trace? =
        if case .violated(let trace) = found.verdict(of: member.system.runtimeClaim) { trace } else
        {
          nil
        }
      if (trace != nil) != failing.fails { Issue.record("\(failing.name): \(trace as Any)") }
    }
  }

  /// No rule of theirs has a way to fail.
  @Test func checksThatTypesRuleOutAreLeftOut() throws {
    let systems = FailingSystems.all.filter { $0.name.hasPrefix("no check") }
    #expect(systems.count == 7)
    for it in systems {
      let text = try #require(
        NativeSource.text(of: BytecodeSource(try system(of: it.text)), symmetry: false))
      let rule = try #require(text.components(separatedBy: "static void rule_2(").last)
      let body = rule.components(separatedBy: "\n}\n")[0]
      #expect(body.contains("successors_commit"))
      #expect(!body.contains("UNLIKELY"), "\(it.name)")
    }
  }

  /// What is emitted does not grow with the product of rulesets.
  @Test func textIsBoundedByTheSpecification() throws {
    let lengths = try [10, 1_000].map { size in
      let system = try system(
        of: """
          const N: \(size);
          type Place: 1..N;
          var at: array [Place] of 0..3; last: Place;
          startstate begin for p: Place do at[p] := 0; end; last := 1; end;
          ruleset p: Place; q: Place; r: Place do
            rule "move" at[p] > 0 & at[q] = r % 4 ==>
            begin at[p] := at[p] - 1; at[q] := 0; last := r; end;
          end;
          """)
      let text = try #require(NativeSource.text(of: BytecodeSource(system), symmetry: false))
      let isTable = { (line: Substring) in line.hasPrefix("  {") }
      return text.split(separator: "\n").filter { !isTable($0) }.count
    }
    #expect(lengths[1] <= lengths[0] + 50)
  }

  private func expectAgreement(
    of member: NativeBatch.Member, _ name: String, limits: Limits = Self.limits
  ) async {
    let expected = await Exploration.run(member.system, limits: limits)
    let found = await Exploration.run(with: member.native, member.bytecode, limits: limits)
    #expect(found.stateSpace.backend == "native")
    let difference = found.difference(from: expected, in: member.system)
    #expect(difference == nil, "\(name)")
  }
}

extension TransitionSystem {
  /// Whether symmetry may be used, and there are scalarsets to use it for.
  var isReducible: Bool {
    let types = variables.flatMap { StateLayout.scalars(of: $0.type) }
    return types.contains { $0.kind == .scalarset }
      && ExplicitEngine().obstaclesToSymmetry(of: self).isEmpty
  }
}

extension Toolchain {
  /// Whether this machine has a compiler.
  static var isInstalled: Bool {
    Toolchain(environment: ProcessInfo.processInfo.environment).hasCompiler
  }
}
