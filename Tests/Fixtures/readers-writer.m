-- expect: states 11 transitions 30; exit 0
-- A lock for many readers or one writer.
const N: 3;
type Task: scalarset(N); PC: enum { Idle, Reading, Writing };
var pc: array [Task] of PC; readers: 0..N; writer: boolean;
startstate begin for t: Task do pc[t] := Idle; end; readers := 0; writer := false; end;
ruleset t: Task do
  rule "read" pc[t] = Idle & !writer ==> begin readers := readers + 1; pc[t] := Reading; end;
  rule "done reading" pc[t] = Reading ==> begin readers := readers - 1; pc[t] := Idle; end;
  rule "write" pc[t] = Idle & !writer & readers = 0 ==> begin writer := true; pc[t] := Writing; end;
  rule "done writing" pc[t] = Writing ==> begin writer := false; pc[t] := Idle; end;
end;
invariant "exclusion"
  forall t: Task do pc[t] = Writing -> forall u: Task do u = t | pc[u] = Idle end end;
invariant "count" (readers = 0) = forall t: Task do pc[t] != Reading end;
