-- expect: states 51 transitions 100; "even" inductive at 1; exit 0
-- Inductive as it stands.
var x: 0..100;
startstate begin x := 0; end;
rule "two" x <= 98 ==> begin x := x + 2; end;
rule "back" x >= 4 ==> begin x := x - 4; end;
rule "reset" x = 100 ==> begin x := 0; end;
invariant "even" x % 2 = 0;
