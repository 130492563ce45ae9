-- expect: states 4 transitions 8; exit 0
-- Two counters that stay together, with a constant that matters.
const LIMIT: 3;
type Task: scalarset(2);
var taken: 0..LIMIT; given: 0..LIMIT; busy: array[Task] of boolean;
function count(): 0..2; var n: 0..2;
begin n := 0; for t: Task do if busy[t] then n := n + 1; end; end; return n; end;
startstate begin
  taken := 0; given := 0; for t: Task do busy[t] := false; end;
end;
ruleset t: Task do
  rule "take" !busy[t] & taken < LIMIT ==> begin
    busy[t] := true; taken := taken + 1; given := given + 1;
  end;
  rule "give" busy[t] & taken > 0 ==> begin
    busy[t] := false; taken := taken - 1; given := given - 1;
  end;
end;
invariant "together" taken = given;
invariant "counted" taken <= 2 & taken = count();
