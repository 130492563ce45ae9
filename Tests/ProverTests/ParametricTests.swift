import Model
import TestSupport
import Testing
import Z3

@testable import Prover

/// Proofs for every value of symbolic constants.
@Suite("Any size") struct ParametricTests {
  /// Members that are marked and unmarked, counted as they go.
  private static let marks = """
    const N: 2;
    type T: scalarset(N); Count: 0..N;
    var marked: array[T] of boolean; owner: array[T] of T; marks: Count;
    function counted(): Count; var n: Count;
    begin n := 0; for t: T do if marked[t] then n := n + 1; end; end; return n; end;
    function unmarked(): Count; var n: Count;
    begin n := 0; for t: T do if !marked[t] then n := n + 1; end; end; return n; end;
    function some_marked(): boolean;
    begin for t: T do if marked[t] then return true; end; end; return false; end;
    function all_marked(): boolean; var b: boolean;
    begin b := true; for t: T do b := b & marked[t]; end; return b; end;
    startstate begin
      marks := 0; for t: T do marked[t] := false; owner[t] := t; end;
    end;
    ruleset t: T do
      rule "mark" !marked[t] ==> begin marked[t] := true; marks := marks + 1; end;
      rule "unmark" marked[t] ==> begin marked[t] := false; marks := marks - 1; end;
      rule "unmark all" true ==> begin
        for u: T do marked[u] := false; owner[u] := t; end; marks := 0;
      end;
    end;
    invariant "counted" marks = counted();
    """

  private func verdict(of claim: String, in text: String, forAll: [String] = ["N"])
    async throws -> Verdict?
  {
    let system = try TestSupport.system(of: text, forAll: forAll)
    let index = try #require(
      system.claims.firstIndex { $0.name == claim || $0.kind.rawValue == claim }
        .map(ClaimIndex.init))
    return try await ParametricProof().run(
      [index], of: system, limits: Limits(), onEvent: { _ in }
    ).verdicts[index]
  }

  @Test(arguments: [
    "marks <= N", "counted() + unmarked() = N", "marks = 0 -> forall t: T do !marked[t] end",
    "marks = N -> forall t: T do marked[t] end", "some_marked() = (marks > 0)",
    "all_marked() = (unmarked() = 0)", "unmarked() <= N - marks",
    "forall t: T do marked[t] -> marks >= 1 end",
    "forall t: T do forall u: T do marked[t] & marked[u] & t != u -> marks >= 2 end end",
    "marks = 1 -> exists t: T do marked[t] end",
    "(forall t: T do !marked[t] end) -> counted() = 0",
  ])
  func whatHoldsForAllSizesIsProved(_ condition: String) async throws {
    let text = Self.marks + "invariant \"it\" \(condition);"
    guard case .holds(.inductive(let certificate)) = try await verdict(of: "it", in: text) else {
      Issue.record("\(condition) is not proved")
      return
    }
    #expect(certificate.forAll == ["N"])
    #expect(CertificateCheck.refusal(of: certificate) == nil)
    let system = try TestSupport.system(of: text, forAll: ["N"])
    #expect(try CertificateCheck.refusal(of: certificate, for: system) == nil)
  }

  @Test func aCountAboveOneHasTwoMembers() async throws {
    let rule = """
      ruleset t: T do rule "look around" marks > 1 ==> begin
        assert "it" exists u: T do u != t & marked[u] end; end; end;
      """
    guard case .holds = try await verdict(of: "it", in: Self.marks + rule) else {
      Issue.record("it is not proved")
      return
    }
    let wrong = Self.marks + rule.replacing("marks > 1", with: "marks > 0")
    if case .holds = try await verdict(of: "it", in: wrong) { Issue.record("it is proved") }
  }

  /// A size is at most 2^52: what is true up to there is proved, and nothing less.
  @Test(arguments: [
    ("N <= 4503599627370496", true), ("N < 4503599627370496", false),
    ("marks * 2047 >= 0", true), ("marks * 2048 >= 0", false),
  ])
  func sizesCountThePagesThat64BitsAddress(_ condition: String, _ isTrue: Bool) async throws {
    let text = Self.marks + "invariant \"it\" \(condition);"
    let verdict = try await verdict(of: "it", in: text)
    if case .holds(.inductive) = verdict {
      #expect(isTrue)
    } else {
      #expect(!isTrue)
    }
  }

  @Test(arguments: [
    ("rule \"x\" true ==> begin while marks > 0 do marks := marks - 1; end; end;", "while loop"),
    (
      "rule \"x\" true ==> begin for t: T do marks := (marks = 0 ? 1 : 0); end; end;",
      "'marks' other than to count"
    ),
    (
      """
      ruleset u: T do rule "x" true ==> begin
        for t: T do marked[u] := marked[t]; end; end; end;
      """, "write to the same part of 'marked'"
    ),
    (
      """
      ruleset u: T do rule "x" true ==> begin
        for t: T do marked[t] := marked[u]; end; end; end;
      """, "reads what other rounds write to 'marked'"
    ),
  ])
  func whatCannotBeEncodedIsNamed(_ item: String, _ words: String) async throws {
    let verdict = try await verdict(of: "counted", in: Self.marks + item)
    guard case .unknown(.unsupported(let features)) = verdict else {
      Issue.record("\(String(describing: verdict))")
      return
    }
    #expect(features.contains { $0.description.contains(words) && $0.range != nil })
  }

  /// What 128 bits cannot hold has no known bound: nothing overflows, and nothing false is proved.
  @Test(arguments: [
    "(N * 9223372036854775807) * (N * 9223372036854775807) > marks",
    "marks = 0 | (-N * 9223372036854775807) * (N * 9223372036854775807) * (N * 4294967296) > marks",
    "N * 9223372036854775807 + N * 9223372036854775807 > marks",
    "twice() * twice() * total() * N * N <= 0", "marks < 0 | thrice() = 0",
  ])
  func productsOfGreatNumbersAreNotProved(_ condition: String) async throws {
    let great = """
      type Great: 0 .. 2147483647;
      var weight: array[T] of Great;
      function total(): Great; var n: Great;
      begin n := 0; for t: T do n := n + weight[t]; end; return n; end;
      function twice(): Great; var n: Great;
      begin n := 0; for t: T do n := n + total(); end; return n; end;
      function thrice(): Great; var n: Great;
      begin n := 0; for i := 0 to N * 2 do n := n + twice(); end; return n; end;
      ruleset t: T do rule "weigh" marked[t] ==> begin
        weight[t] := (weight[t] > 2147483640 ? 0 : weight[t] + 3); end; end;

      """
    let text =
      Self.marks.replacing("startstate begin", with: great + "startstate begin")
      .replacing("owner[t] := t; end", with: "owner[t] := t; weight[t] := 0; end")
      + "invariant \"it\" \(condition);"
    guard case .unknown = try await verdict(of: "it", in: text) else {
      Issue.record("\(condition) is proved")
      return
    }
  }

  @Test func rangesOfCountersAreProvedOrNot() async throws {
    let small = Self.marks.replacing("marks: Count;", with: "marks: 0..2;")
    guard case .unknown = try await verdict(of: "runtime", in: small) else {
      Issue.record("a counter of two bits counts any number of members")
      return
    }
    guard case .holds = try await verdict(of: "runtime", in: Self.marks) else {
      Issue.record("the counter does not fit")
      return
    }
  }

  /// A counter up to the product of two sizes.
  private static let rectangle = """
    const N: 2; M: 2;
    var total: 0..N * M; side: 0..N;
    startstate begin total := 0; side := 0; end;
    rule "up" total < N * M ==> begin total := total + 1; end;
    rule "measure" begin side := total > N ? N : total; end;
    invariant "in range" total <= M * N & side <= N;
    invariant "sides" N + M - 1 <= N * M;
    invariant "not one" total != 1;
    invariant "greater" N * M > N;
    invariant "not great" N * M <= 4503599627370496;
    """

  @Test(arguments: ["runtime", "in range", "sides"])
  func productsOfSizesAreBounds(_ claim: String) async throws {
    let verdict = try await verdict(of: claim, in: Self.rectangle, forAll: ["N", "M"])
    guard case .holds(.inductive) = verdict else { throw EngineTests.Surprise(verdict) }
  }

  @Test(arguments: ["greater", "not great", "not one"])
  func whatDependsOnTheSizesIsNotProved(_ claim: String) async throws {
    let verdict = try await verdict(of: claim, in: Self.rectangle, forAll: ["N", "M"])
    if case .holds = verdict { throw EngineTests.Surprise(verdict) }
  }

  /// Two workers share the questions of many claims, some of them false, and what is found and
  /// written does not depend on whether they work at the same time.
  @Test func certificatesDoNotDependOnThreads() async throws {
    let conditions = [
      "marks <= N", "counted() + unmarked() = N", "marks < N", "marks < N -> !all_marked()",
      "some_marked() = (marks > 0)", "marks != 1", "unmarked() <= N - marks",
    ]
    let claims = (0..<28).map { number in
      "invariant \"\(number)\" \(conditions[number % conditions.count]);"
    }
    let text = Self.marks + claims.joined(separator: "\n")
    let system = try TestSupport.system(of: text, forAll: ["N"])
    let all = system.claims.indices.map(ClaimIndex.init)
    var proofs: [[ClaimIndex: Certificate]] = []
    for workers in [1, 2, 2] {
      let result = try await ParametricProof().run(
        all, of: system, limits: Limits(workers: workers), onEvent: { _ in })
      proofs.append(
        result.verdicts.compactMapValues {
          if case .holds(.inductive(let certificate)) = $0 { certificate } else { nil }
        })
    }
    // Eight are false, and that there is no deadlock is not proved by induction.
    #expect(system.claims.count { $0.kind == .deadlock } == 1)
    #expect(proofs[0].count == all.count - 9)
    #expect(proofs.allSatisfy { $0 == proofs[0] })
  }

  @Test func damagedCertificatesAreRefused() async throws {
    let text = Self.marks + "invariant \"it\" marks <= N;"
    let system = try TestSupport.system(of: text, forAll: ["N"])
    guard case .holds(.inductive(let certificate)) = try await verdict(of: "it", in: text) else {
      Issue.record("not proved")
      return
    }
    var count = 0
    for index in certificate.obligations.indices {
      for damaged in certificate.damaged(at: index) {
        #expect(try CertificateCheck.refusal(of: damaged, for: system) != nil)
        count += 1
      }
    }
    let others = [
      try TestSupport.system(of: text, forAll: []),
      try TestSupport.system(
        of: text.replacing("marks <= N", with: "marks <= N + 1"), forAll: ["N"]),
      try TestSupport.system(of: text.replacing("marks - 1", with: "marks - 0"), forAll: ["N"]),
    ]
    for other in others {
      #expect(try CertificateCheck.refusal(of: certificate, for: other) == .otherSystem)
    }
    #expect(count >= 40)
  }

  /// The claim is false nowhere: from the fifth size on it has no value.
  @Test func certificatesOfWhatHasNoValueAreRefused() throws {
    let text = """
      const N: 3;
      var a: array[0..3] of boolean; y: boolean;
      startstate begin clear a; y := false; end;
      rule "y" true ==> begin y := !y; end;
      invariant "it" N < 5 | !a[N];
      """
    let system = try TestSupport.system(of: text, forAll: ["N"])
    let claim = try #require(system.claims.firstIndex { $0.name == "it" })
    let induction = try ParametricInduction(system, in: Context())
    let writer = ParametricCertificate(system, claims: [ClaimIndex(claim)], induction)
    let certificate = writer.certificate(
      behaviour: try CertificateWriter.behaviour(of: system), premises: [:])
    #expect(CertificateCheck.refusal(of: certificate) == nil)
    #expect(try CertificateCheck.refusal(of: certificate, for: system) == .otherSystem)
  }
}

extension Certificate {
  /// This certificate with something wrong about one obligation, in several ways.
  fileprivate func damaged(at index: Int) -> [Certificate] {
    let obligation = obligations[index]
    let lines = obligation.text.split(separator: "\n", omittingEmptySubsequences: false)
    func replaced(by text: String) -> Certificate {
      var others = obligations
      others[index] = Obligation(
        name: obligation.name, expected: obligation.expected, logic: obligation.logic, text: text)
      return with(others)
    }
    var without = obligations
    without.remove(at: index)
    return [
      with(without), replaced(by: ""), replaced(by: obligation.text + "(assert false)\n"),
      replaced(by: lines.dropLast(2).joined(separator: "\n") + "\n"),
      replaced(by: obligation.text.replacing("true", with: "false") + " "),
      replaced(by: obligations[(index + 1) % obligations.count].text),
    ]
  }
}
