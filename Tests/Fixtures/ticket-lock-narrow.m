-- expect: states 234 transitions 576; "mutual exclusion" violated at 5; exit 12
-- A ticket lock with fewer numbers than processors.
-- pinproof: columns Cpu
const CPUS: 3; WRAP: 2;
type Cpu: scalarset(CPUS); Ticket: 0..WRAP - 1; PC: enum { Idle, Spin, Locked };
var next, owner: Ticket; pc: array [Cpu] of PC; mine: array [Cpu] of Ticket;
startstate begin
  next := 0; owner := 0;
  for c: Cpu do pc[c] := Idle; undefine mine[c]; end;
end;
ruleset c: Cpu do
  rule "take a ticket" pc[c] = Idle ==> begin
    mine[c] := next; next := (next + 1) % WRAP; pc[c] := Spin;
  end;
  rule "enter" pc[c] = Spin & mine[c] = owner ==> begin pc[c] := Locked; end;
  rule "leave" pc[c] = Locked ==> begin
    owner := (owner + 1) % WRAP; pc[c] := Idle; undefine mine[c];
  end;
end;
invariant "mutual exclusion" forall a: Cpu do forall b: Cpu do
  pc[a] = Locked & pc[b] = Locked -> a = b end end;
