import Foundation
import Model
import SourceText
import TestSupport
import Testing
import Verification

/// Lemmas that are learned prove what is true for every size, and nothing else.
@Suite("Learned lemmas") struct LearningTests {
  /// A semaphore of one token and the task that holds it: inductive with lemmas only.
  private static let semaphore = """
    -- pinproof: deadlock off
    -- pinproof: for-all TASKS
    const TASKS: 2;
    type
      Task: scalarset(TASKS);
      Step: enum { OUTSIDE, ENTERING, INSIDE };
    var
      taken: boolean;
      inside: 0 .. TASKS;
      step: array[Task] of Step;
    startstate
    begin
      taken := false;
      inside := 0;
      for t: Task do step[t] := OUTSIDE; end;
    end;
    ruleset t: Task do
      rule "take" step[t] = OUTSIDE & !taken ==> begin taken := true; step[t] := ENTERING; end;
      rule "enter" step[t] = ENTERING ==> begin inside := inside + 1; step[t] := INSIDE; end;
      rule "leave" step[t] = INSIDE ==>
      begin
        inside := inside - 1;
        taken := false;
        step[t] := OUTSIDE;
      end;
    end;
    invariant "mutual exclusion"
      forall t: Task do forall u: Task do
        step[t] = INSIDE & step[u] = INSIDE -> t = u
      end end;
    invariant "at most one" inside <= 1;

    """

  /// A counter that tasks keep apart until it is closed and folded into a shared one, as in
  /// percpu_ref: needs what is counted, by whom, and in which mode.
  private static let foldedCounter = """
    -- pinproof: deadlock off
    -- pinproof: for-all TASKS
    const TASKS: 2;
    type
      Task: scalarset(TASKS);
      Count: -TASKS .. TASKS;
      Mode: enum { LOCAL, CLOSING, CLOSED };
      Step: enum { IDLE, READ, TAKE, HELD, LEAVE, GIVE, GIVE_SHARED };
    var
      mode: Mode;
      local: Count;
      shared: Count;
      readers: 0 .. TASKS;
      step: array[Task] of Step;
    startstate
    begin
      mode := LOCAL;
      local := 0;
      shared := 0;
      readers := 0;
      for t: Task do step[t] := IDLE; end;
    end;
    ruleset t: Task do
      rule "request" step[t] = IDLE ==> begin step[t] := READ; end;
      rule "read: open" step[t] = READ & mode = LOCAL ==>
      begin
        readers := readers + 1;
        step[t] := TAKE;
      end;
      rule "read: closed" step[t] = READ & mode != LOCAL ==> begin step[t] := IDLE; end;
      rule "take" step[t] = TAKE ==>
      begin
        local := local + 1;
        readers := readers - 1;
        step[t] := HELD;
      end;
      rule "leave" step[t] = HELD ==> begin step[t] := LEAVE; end;
      rule "read again: open" step[t] = LEAVE & mode = LOCAL ==>
      begin
        readers := readers + 1;
        step[t] := GIVE;
      end;
      rule "read again: closed" step[t] = LEAVE & mode != LOCAL ==> begin step[t] := GIVE_SHARED; end;
      rule "give" step[t] = GIVE ==>
      begin
        local := local - 1;
        readers := readers - 1;
        step[t] := IDLE;
      end;
      rule "give to the shared counter" step[t] = GIVE_SHARED ==>
      begin
        shared := shared - 1;
        step[t] := IDLE;
      end;
    end;
    rule "close" mode = LOCAL ==> begin mode := CLOSING; end;
    rule "fold" mode = CLOSING & readers = 0 ==>
    begin
      shared := shared + local;
      local := 0;
      mode := CLOSED;
    end;
    invariant "held is counted" mode = CLOSED -> forall t: Task do step[t] = HELD -> shared > 0 end;
    invariant "not negative" local + shared >= 0;

    """

  /// A key that somebody has who is in: nothing but that somebody exists rules out an audit that finds
  /// it missing.
  private static let key = """
    -- pinproof: deadlock off
    -- pinproof: for-all TASKS
    const TASKS: 2;
    type
      Task: scalarset(TASKS);
      Step: enum { OUTSIDE, INSIDE, LEAVING };
    var
      missing: boolean;
      step: array[Task] of Step;
    startstate
    begin
      missing := false;
      for t: Task do step[t] := OUTSIDE; end;
    end;
    ruleset t: Task do
      rule "enter" step[t] = OUTSIDE & !missing ==> begin missing := true; step[t] := INSIDE; end;
      rule "leave" step[t] = INSIDE ==> begin step[t] := LEAVING; end;
      rule "return the key" step[t] = LEAVING ==> begin missing := false; step[t] := OUTSIDE; end;
    end;
    rule "audit" forall t: Task do step[t] = OUTSIDE end ==>
    begin
      assert "the key is there" !missing;
    end;

    """

  /// A load that is a sum: that it is so much from each kind, small instances show by going through
  /// their cases.
  private static let load = """
    -- pinproof: deadlock off
    -- pinproof: for-all TASKS
    const TASKS: 2;
    type
      Task: scalarset(TASKS);
      Count: 0 .. TASKS;
      Size: enum { NONE, SMALL, LARGE };
    var
      size: array[Task] of Size;
    function loaded(): Count;
    var n: Count;
    begin
      n := 0;
      for t: Task do if size[t] != NONE then n := n + 1; end; end;
      return n;
    end;
    function weight(): 0 .. 2 * TASKS;
    var n: 0 .. 2 * TASKS;
    begin
      n := 0;
      for t: Task do n := n + (size[t] = LARGE ? 2 : (size[t] = SMALL ? 1 : 0)); end;
      return n;
    end;
    startstate
    begin
      for t: Task do size[t] := NONE; end;
    end;
    ruleset t: Task do
      rule "load" size[t] = NONE ==> begin size[t] := SMALL; end;
      rule "load more" size[t] = SMALL ==> begin size[t] := LARGE; end;
      rule "unload" size[t] = LARGE ==> begin size[t] := NONE; end;
    end;
    invariant "three take two" weight() >= 3 -> loaded() >= 2;

    """

  private func findings(on text: String) async throws -> (Specification, Findings) {
    let specification = try Specification(
      SourceFile(name: "learned.m", text: text), options: LoadOptions(forAll: .asSet))
    let verifier = Verifier(specification, strategy: .prove(nil, learning: true))
    return (specification, try await verifier.run())
  }

  @Test("A proof that needs lemmas is found, stands, and says what it needs")
  func proof() async throws {
    let (specification, findings) = try await findings(on: Self.semaphore)
    #expect(findings.record.claims.allSatisfy { $0.verdict == .proved })
    let lemmas = try #require(findings.lemmas)
    let certificate = try #require(findings.certificates.first)
    let file = CertificateFile(
      of: specification, certificate: certificate, learned: lemmas, script: "learned.smt2")
    let stored = try CertificateFile(file.bytes)
    #expect(stored == file)
    let script = Array(ObligationScript.text(of: certificate.obligations).utf8)
    let audit = CertificateAudit(seconds: 60)
    let proof = try StoredProof(stored, script: script)
    _ = try proof.confirm(for: specification.source.bytes, by: audit)
    #expect(try audit.refusal(of: certificate, for: specification.system) != nil)
    let more = CertificateFile(
      of: specification, certificate: certificate,
      learned: lemmas + "invariant \"unproved\" false;\n", script: "learned.smt2")
    #expect(throws: StoredProof.Refusal.strayLemma("unproved")) {
      try StoredProof(more, script: script).confirm(for: specification.source.bytes, by: audit)
    }
  }

  @Test("Counters, modes and steps are related to each other")
  func countersAndModes() async throws {
    let (_, findings) = try await findings(on: Self.foldedCounter)
    #expect(findings.record.claims.allSatisfy { $0.verdict == .proved })
  }

  @Test("A lemma may say that somebody exists")
  func existence() async throws {
    let (_, findings) = try await findings(on: Self.key)
    #expect(findings.record.claims.allSatisfy { $0.verdict == .proved })
    #expect(findings.lemmas?.contains("exists t: Task do") == true)
  }

  @Test("A number that a claim speaks of is equal to what is counted")
  func equations() async throws {
    let (_, findings) = try await findings(on: Self.load)
    #expect(findings.record.claims.allSatisfy { $0.verdict == .proved })
    #expect(findings.lemmas?.contains("weight() = ") == true)
  }

  @Test("Lemmas that were learned can be pasted, and make the claims inductive")
  func pasted() async throws {
    let (_, findings) = try await findings(on: Self.semaphore)
    let text = Self.semaphore + (try #require(findings.lemmas))
    let whole = try Specification(
      SourceFile(name: "pasted.m", text: text), options: LoadOptions(forAll: .asSet))
    let record = try await Verifier(whole, strategy: .prove(nil)).run().record
    #expect(record.claims.allSatisfy { $0.verdict == .proved })
  }

  @Test("What is false for greater sizes only is not proved", arguments: [2, 3, 5])
  func falseClaim(_ greatest: Int) async throws {
    let text =
      Self.semaphore.replacing("& !taken", with: "& inside < \(greatest)")
      .replacing("taken := true", with: "taken := false")
      + "invariant \"few\" inside < \(greatest);\n"
    let (_, findings) = try await findings(on: text)
    #expect(findings.record.claims.first { $0.name == "few" }?.verdict != .proved)
    #expect(findings.record.claims.first { $0.name == "at most one" }?.verdict != .proved)
  }

  @Test(
    "Only invariants count as lemmas",
    arguments: [
      "assume false;", "var more: boolean;", "startstate begin taken := true; end;",
      "rule true ==> begin taken := true; end;", "cover true;",
    ])
  func otherDeclarations(_ text: String) throws {
    let specification = try Specification(
      SourceFile(name: "learned.m", text: Self.semaphore), options: LoadOptions(forAll: .asSet))
    #expect(throws: LoadFailure.self) { try specification.adding(lemmas: text) }
  }
}
