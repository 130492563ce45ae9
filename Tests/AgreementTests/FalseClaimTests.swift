import Foundation
import Model
import Prover
import TestSupport
import Testing

/// Claims that are true of small sizes, and false from the fourth or fifth size on, are not proved.
@Suite("Claims that only great sizes break") struct FalseClaimTests {
  /// Members that are marked and unmarked, and point at each other.
  private static let marks = """
    -- pinproof: deadlock off
    const N: 2;
    type T: scalarset(N); C: 0..N;
    var marked: array[T] of boolean; owner: array[T] of T; marks: C;
    function counted(): C; var n: C;
    begin n := 0; for t: T do if marked[t] then n := n + 1; end; end; return n; end;
    function unmarked(): C; var n: C;
    begin n := 0; for t: T do if !marked[t] then n := n + 1; end; end; return n; end;
    function owned(u: T): C; var n: C;
    begin n := 0; for t: T do if owner[t] = u then n := n + 1; end; end; return n; end;
    startstate begin marks := 0; for t: T do marked[t] := false; owner[t] := t; end; end;
    ruleset t: T do
      rule "mark" !marked[t] ==> begin marked[t] := true; marks := marks + 1; end;
      rule "unmark" marked[t] ==> begin marked[t] := false; marks := marks - 1; end;
      rule "unmark all" marks = N ==> begin
        for u: T do marked[u] := false; owner[u] := t; end; marks := 0;
      end;
    end;

    """

  /// A token that goes round, and where it has been.
  private static let ring = """
    -- pinproof: deadlock off
    const N: 2;
    type T: 0 .. N - 1; C: 0 .. N;
    var token: T; seen: array[T] of boolean; far: C;
    function visited(): C; var n: C;
    begin n := 0; for t: T do if seen[t] then n := n + 1; end; end; return n; end;
    startstate begin token := 0; far := 1; for t: T do seen[t] := t = 0; end; end;
    rule "next" token < N - 1 ==> begin
      token := token + 1; seen[token] := true; if far <= token then far := token + 1; end;
    end;
    rule "home" token = N - 1 ==> begin token := 0; end;

    """

  /// Claims about marks that are true up to a size and false from the next one on.
  private static func claimsAboutMarks(upTo size: Int) -> [String] {
    let names = (0...size).map { "m\($0)" }
    let pairs = names.indices.flatMap { first in
      names[(first + 1)...].map { "\(names[first]) != \($0)" }
    }
    func areMany(_ condition: String) -> String {
      let body = (pairs + names.map { condition.replacing("@", with: $0) }).joined(separator: " & ")
      return names.reversed().reduce(body) { "exists \($1): T do \($0) end" }
    }
    return [
      "marks <= \(size)", "counted() <= \(size)", "unmarked() <= \(size)", "N <= \(size)",
      "marks + marks <= \(2 * size)", "marks * marks <= \(size * size)",
      "marks + unmarked() <= \(size)", "unmarked() - marks <= \(size)",
      "counted() - unmarked() <= \(size)", "counted() = \(size + 1) -> false",
      "marks = \(size + 1) -> marks = \(size)", "N > \(size) -> marks < N",
      "N > \(size) -> unmarked() > 0", "N > \(size) -> exists t: T do !marked[t] end",
      "(forall t: T do marked[t] end) -> marks <= \(size)",
      "forall t: T do marked[t] -> counted() <= \(size) end",
      "(exists t: T do marked[t] end) -> marks <= \(size)",
      "marks > \(size) -> forall t: T do !marked[t] end",
      "marks < \(size + 1) | unmarked() > 0 & N < \(size + 1)",
      "forall t: T do owned(t) <= \(size) end",
      "forall t: T do owner[t] != t -> owned(owner[t]) <= \(size) end",
      "!(\(areMany("@ = @")))", "!(\(areMany("marked[@]")))", "!(\(areMany("!marked[@]")))",
    ]
  }

  /// The same about the ring.
  private static func claimsAboutTheRing(upTo size: Int) -> [String] {
    [
      "token < \(size)", "visited() <= \(size)", "far <= \(size)", "N - token <= \(size)",
      "forall t: T do seen[t] -> t < \(size) end", "2 * token <= \(2 * size - 2)",
      "token + far <= \(2 * size - 1)", "N > \(size) -> exists t: T do !seen[t] end",
      "visited() = N -> far <= \(size)", "forall t: T do t < \(size) end",
    ]
  }

  /// Z3's own steps for a question: one about a false claim ends by patience only.
  private static let patience =
    ProcessInfo.processInfo.environment["PINPROOF_PATIENCE"].flatMap(UInt32.init) ?? 60_000

  @Test(arguments: [3, 4]) func areNotProved(upTo size: Int) async throws {
    let systems = [
      (Self.marks, Self.claimsAboutMarks(upTo: size)),
      (Self.ring, Self.claimsAboutTheRing(upTo: size)),
    ]
    #expect(systems.reduce(0) { $0 + $1.1.count } >= 30)
    for (base, claims) in systems {
      let text =
        base
        + claims.enumerated().map { "invariant \"f\($0)\" \($1);" }.joined(separator: "\n")
      try expectFalse(claims.count, in: text, onlyBeyond: size)
      let system = try system(of: text, forAll: ["N"])
      let indices = system.claims.indices.map(ClaimIndex.init)
      let verdicts = try await ParametricProof(patience: Self.patience).run(
        indices, of: system, limits: Limits(), onEvent: { _ in }
      ).verdicts
      for (number, claim) in claims.enumerated() {
        let index = try #require(system.claim(named: "f\(number)"))
        guard case .unknown = verdicts[index] else {
          Issue.record("\(claim) is proved")
          continue
        }
      }
    }
  }

  /// That all claims of a text are true up to a size, and none is at the next one.
  private func expectFalse(_ count: Int, in text: String, onlyBeyond size: Int) throws {
    for instance in [1, size, size + 1] {
      let system = try system(of: text, overriding: [("N", "\(instance)")])
      let findings = try #require(NaiveChecker.findings(of: system, limit: 2_000))
      let broken = findings.violations.keys.filter { system[$0].kind == .invariant }
      let expected = instance > size ? count : 0
      #expect(broken.count == expected, "N=\(instance): \(broken.map { system[$0].name }.sorted())")
    }
  }
}
