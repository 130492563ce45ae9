-- expect: states 6 transitions 6; "below three" violated at 3; exit 12
var x: 0..5;
startstate begin x := 0; end;
rule "up" begin x := (x + 1) % 6; end;
invariant "below three" x < 3;
invariant "odd or even" x % 2 = 0 | x % 2 = 1;
