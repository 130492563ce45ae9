-- expect: states 39 transitions 84; "no use after free" violated at 3; exit 12
-- A lookup that takes a reference after the last one may have gone.
-- pinproof: columns Task
-- pinproof: deadlock off
const TASKS: 2;
type Task: scalarset(TASKS); PC: enum { Out, Found, Using, Gone };
var count: 0..TASKS + 1; published, freed: boolean; pc: array [Task] of PC;
startstate begin
  count := 1; published := true; freed := false;
  for t: Task do pc[t] := Out; end;
end;
rule "unpublish" published ==> begin
  published := false; count := count - 1;
  if count = 0 then freed := true; end;
end;
ruleset t: Task do
  rule "find" pc[t] = Out & published ==> begin pc[t] := Found; end;
  rule "miss" pc[t] = Out & !published ==> begin pc[t] := Gone; end;
  rule "get" pc[t] = Found ==> begin count := count + 1; pc[t] := Using; end;
  rule "put" pc[t] = Using ==> begin
    count := count - 1; pc[t] := Gone;
    if count = 0 then freed := true; end;
  end;
  rule "back" pc[t] = Gone & published ==> begin pc[t] := Out; end;
end;
invariant "no use after free" forall t: Task do pc[t] = Using -> !freed end;
