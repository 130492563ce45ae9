-- expect: states 36 transitions 84; exit 0
-- A while loop over a chosen element ends, as can be seen of each choice by itself.
-- pinproof: deadlock off
type Task: 0..1; Page: 0..1;
var at: array[Task] of 0..2; entry: array[Page] of boolean;
startstate begin
  for t: Task do at[t] := 0; end;
  for p: Page do entry[p] := true; end;
end;
ruleset t: Task do
  rule "next page" at[t] < 2 ==>
  begin
    at[t] := at[t] + 1;
    while at[t] < 2 & !entry[at[t]] do at[t] := at[t] + 1; end;
  end;
end;
ruleset p: Page do
  rule "entry goes" entry[p] ==> begin entry[p] := false; end;
end;
invariant "within" forall t: Task do at[t] <= 2 end;
