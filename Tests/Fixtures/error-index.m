-- expect: states 40 transitions 64; runtime violated at 4; exit 14
var a: array [1..3] of 0..1; i: 0..5;
startstate begin clear a; i := 1; end;
rule "advance" i < 5 ==> begin i := i + 1; end;
rule "flip" i < 5 ==> begin a[i] := 1 - a[i]; end;
rule "reset" i = 5 ==> begin i := 1; end;
