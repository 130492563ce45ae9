-- expect: states 198 transitions 1179; exit 0
-- Clear and undefine, of scalars, arrays and records; undefined values in copies and parameters.
type Index: 1..2; Cell: record v: 1..3; w: boolean end;
var a: array [Index] of Cell; b: Cell; s: 1..3; n: 0..2;
procedure pass(c: Cell; var d: Cell);
begin d := c; end;
startstate begin clear a; n := 0; end;
ruleset i: Index do
  rule "grow" !isundefined(a[i].v) & a[i].v < 3 ==> begin a[i].v := a[i].v + 1; end;
  rule "forget" begin undefine a[i].v; end;
  rule "give" begin pass(a[i], b); end;
end;
rule "restore" forall i: Index do isundefined(a[i].v) end ==> begin clear a; undefine b; end;
rule "count" begin
  n := 0;
  for i: Index do if isundefined(a[i].v) then n := n + 1; end; end;
  undefine s;
  if n = 1 then clear s; end;
end;
invariant "counted" n != 1 | s = 1;
