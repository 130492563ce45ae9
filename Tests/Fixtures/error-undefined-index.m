-- expect: states 6 transitions 6; deadlock violated at 1; runtime violated at 2; exit 14
type Id: 0..1;
var a: array [Id] of 0..2; i: Id;
startstate begin clear a; i := 0; end;
rule "lose" !isundefined(i) ==> begin undefine i; end;
rule "count" begin a[i] := (a[i] + 1) % 3; end;
