-- expect: states 6 transitions 8; "no run-time error" violated at 2; exit 14
-- A value of one member of a union is none of another.
-- not for rumur: it has no unions.
type A: enum { a1, a2 }; B: enum { b1, b2 }; U: union { A, B };
var u: U; b: B; x: array [B] of boolean;
startstate begin u := a1; b := b1; clear x; end;
rule "other" begin if u = a1 then u := a2; else u := b2; end; end;
rule "back" ismember(u, B) ==> begin b := u; u := a1; end;
rule "wrong" u = a2 ==> begin b := u; end;
rule "index" u = a2 ==> begin x[u] := true; end;
