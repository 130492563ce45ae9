-- expect: states 2 transitions 2; "a word for invariant" violated at 1; exit 12
var b: boolean;
startstate begin b := false; end;
rule "flip" begin b := !b; end;
assert "a word for invariant" !b;
