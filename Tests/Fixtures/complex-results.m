-- expect: states 8 transitions 24; exit 0
-- Functions that return records and arrays, read at once or kept.
type Bit: 0..1; Pair: record a: Bit; b: Bit end; Row: array [Bit] of Bit;
var p: Pair; row: Row; x: Bit;
function flipped(q: Pair): Pair;
  var r: Pair;
begin r.a := 1 - q.a; r.b := q.b; return r; end;
function turned(r: Row): Row;
  var s: Row;
begin for i: Bit do s[i] := r[1 - i]; end; return s; end;
startstate begin p.a := 0; p.b := 0; row[0] := 0; row[1] := 1; x := 0; end;
rule "flip" begin p := flipped(p); end;
rule "turn" begin row := turned(row); p.b := row[0]; end;
rule "read" begin x := row[p.a]; end;
invariant "a permutation" row[0] + row[1] = 1;
