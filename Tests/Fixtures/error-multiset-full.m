-- expect: states 15 transitions 28; "room in bag" violated at 3; exit 14
-- Adding to a full multiset.
-- pinproof: deadlock off
-- not for rumur: it has no multisets.
type T: record x: 0..1; y: 0..1; end;
var bag: multiset [2] of T;
startstate begin undefine bag; end;
ruleset v: 0..1 do
  rule "add" var t: T; begin undefine t; t.x := v; multisetadd(t, bag); end;
end;
choose i: bag do
  rule "set" isundefined(bag[i].y) ==> begin bag[i].y := 1 - bag[i].x; end;
  rule "clear" !isundefined(bag[i].y) & bag[i].y = 0 ==> begin clear bag; end;
end;
