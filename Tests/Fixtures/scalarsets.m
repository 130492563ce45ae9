-- expect: states 20 transitions 48; exit 0
-- Scalarsets as indices, values and parameters; symmetry is not used.
const N: 3;
type Proc: scalarset(N); Loc: enum { Out, Want, In };
var loc: array [Proc] of Loc; lock: Proc;
startstate begin for p: Proc do loc[p] := Out; end; undefine lock; end;
ruleset p: Proc do
  rule "want" loc[p] = Out ==> begin loc[p] := Want; end;
  rule "lock" loc[p] = Want & isundefined(lock) ==> begin lock := p; loc[p] := In; end;
  rule "unlock" loc[p] = In ==> begin undefine lock; loc[p] := Out; end;
end;
invariant "mutual exclusion"
  forall p: Proc do forall q: Proc do loc[p] = In & loc[q] = In -> p = q end end;
invariant "owner" forall p: Proc do loc[p] = In -> lock = p end;
cover "everybody waits" forall p: Proc do loc[p] = Want end;
liveness "free again" isundefined(lock);
