-- expect: states 3 transitions 4; deadlock violated at 1; runtime violated at 1; exit 14
var a: array [1..2] of 0..1; i: 0..2;
startstate begin clear a; i := 1; end;
rule "down" i > 0 ==> begin i := i - 1; end;
rule "test" a[i] = 0 ==> begin i := 2; end;
