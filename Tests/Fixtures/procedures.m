-- expect: states 30 transitions 450; exit 0
-- Procedures with var and value parameters, of scalars, arrays and records.
type
  Index: 0..2;
  Row: array [Index] of 0..2;
  Box: record row: Row; count: 0..3 end;
var box: Box; other: Row;
procedure swap(var a: 0..2; var b: 0..2);
  var t: 0..2;
begin t := a; a := b; b := t; end;
procedure count(row: Row; value: 0..2; var result: 0..3);
begin
  result := 0;
  for i: Index do if row[i] = value then result := result + 1; end; end;
end;
procedure refresh(var b: Box);
begin count(b.row, 2, b.count); end;
procedure nothing();
begin return; end;
startstate begin
  for i: Index do box.row[i] := i; other[i] := 0; end;
  refresh(box);
end;
ruleset i: Index; j: Index do
  rule "swap" i != j ==> begin swap(box.row[i], box.row[j]); refresh(box); nothing(); end;
  rule "exchange" begin swap(box.row[i], other[j]); refresh(box); end;
end;
invariant "count" forall i: Index do box.row[i] = 2 -> box.count > 0 end;
invariant "one two in all"
  exists i: Index do box.row[i] = 2 | other[i] = 2 end;
