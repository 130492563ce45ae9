-- expect: states 3 transitions 5; "no run-time error" violated at 2; exit 14
-- Touching an element that is no longer there.
-- not for rumur: it has no multisets.
var bag: multiset [2] of 0..1; other: multiset [2] of 0..1;
startstate begin clear bag; end;
rule "add" multisetcount(i: bag, true) < 2 ==> var n: 0..1; begin n := 1; multisetadd(n, bag); end;
choose i: bag do
  rule "take" begin multisetremove(i, bag); end;
  rule "write" begin multisetremove(i, bag); bag[i] := 0; end;
  rule "elsewhere" begin multisetremove(i, other); end;
end;
