-- expect: states 128 transitions 400; exit 0
-- A lookup that takes a reference unless there is none left.
-- pinproof: columns Task
-- pinproof: deadlock off
const TASKS: 3;
type Task: scalarset(TASKS); PC: enum { Out, Found, Using, Gone };
var count: 0..TASKS + 1; published, freed: boolean; pc: array [Task] of PC;
startstate begin
  count := 1; published := true; freed := false;
  for t: Task do pc[t] := Out; end;
end;
procedure release();
begin count := count - 1; if count = 0 then freed := true; end; end;
rule "unpublish" published ==> begin published := false; release(); end;
ruleset t: Task do
  rule "find" pc[t] = Out & published ==> begin pc[t] := Found; end;
  rule "miss" pc[t] = Out & !published ==> begin pc[t] := Gone; end;
  rule "get" pc[t] = Found ==> begin
    if count = 0 then pc[t] := Gone; else count := count + 1; pc[t] := Using; end;
  end;
  rule "put" pc[t] = Using ==> begin release(); pc[t] := Gone; end;
  rule "back" pc[t] = Gone & published ==> begin pc[t] := Out; end;
end;
invariant "no use after free" forall t: Task do pc[t] = Using -> !freed end;
invariant "freed at zero" freed = (count = 0);
cover "all at once" forall t: Task do pc[t] = Using end;
