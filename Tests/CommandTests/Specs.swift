/// Tiny specifications for the command's tests.
enum Specs {
  /// Counts up to N and starts anew; all is well.
  static let counter = """
    const N: 3;
    var x: 0..N;
    startstate begin x := 0; end;
    rule "up" x < N ==> begin x := x + 1; end;
    rule "reset" x = N ==> begin x := 0; end;
    invariant "in range" x <= N;
    invariant "not negative" x >= 0;
    """

  /// Violated when N is 3 or more, after three steps.
  static let limited = """
    -- pinproof: deadlock off
    const N: 5; FAST: false;
    type Mode: enum { SLOW, QUICK };
    const MODE: SLOW;
    var x: 0..100;
    startstate begin x := 0; end;
    rule "up" x < N ==> begin x := x + 1; end;
    invariant "below three" x < 3;
    invariant "not negative" x >= 0;
    """

  /// Inductive, with a claim that is not.
  static let proved = """
    -- pinproof: deadlock off
    const STEP: 2;
    var x: 0..100;
    startstate begin x := 0; end;
    rule "two" x <= 98 ==> begin x := x + STEP; end;
    rule "reset" x >= 98 ==> begin x := 0; end;
    invariant "even" x % 2 = 0;
    """

  /// Four steps, then nothing; what that is depends on the deadlock mode.
  static let stopping = """
    var x: 0..3;
    startstate begin x := 0; end;
    rule "up" x < 3 ==> begin x := x + 1; end;
    rule "stay" begin x := x; end;
    """

  /// Too large for any limit of these tests.
  static let large = """
    -- pinproof: deadlock off
    type Place: 0..23;
    var bits: array [Place] of boolean;
    startstate begin for i: Place do bits[i] := false; end; end;
    ruleset i: Place do rule "flip" begin bits[i] := !bits[i]; end; end;
    invariant "all defined" forall i: Place do !isundefined(bits[i]) end;
    """

  /// The same with states of about 2 KiB.
  static let largeStates = large.replacing(
    "var bits", with: "var ballast: array [0..1999] of 0..200; bits"
  ).replacing("begin for i", with: "begin for i: 0..1999 do ballast[i] := i % 200; end; for i")

  static let broken = """
    var x: 0..3;
    startstate begin x := zero; end;
    rule "up" x < 3 ==> begin x := x + 1 end;
    """

  /// Tells the members of a scalarset apart: a loop keeps the last one.
  static let lastOfScalarset = """
    type Task: scalarset(3);
    var owner: Task;
    startstate begin undefine owner; end;

    rule "take"
      true
    ==> begin
      for t: Task do owner := t; end;
    end;
    """
}
