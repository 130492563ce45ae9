-- expect: states 124 transitions 228; exit 0
-- A ticket lock whose numbers wrap around.
-- pinproof: columns Cpu
const CPUS: 3; WRAP: 4;
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
invariant "own ticket is called" forall c: Cpu do pc[c] = Locked -> mine[c] = owner end;
invariant "tickets differ" forall a: Cpu do forall b: Cpu do
  a != b & !isundefined(mine[a]) & !isundefined(mine[b]) -> mine[a] != mine[b] end end;
