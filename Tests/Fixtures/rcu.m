-- expect: states 26 transitions 68; exit 0
-- Read-copy-update: what a grace period waits for may not be in use when it ends.
const READERS: 2;
type Reader: scalarset(READERS); Version: 0..1;
var current: Version; valid: array [Version] of boolean; reads: array [Reader] of Version;
  waits: array [Reader] of boolean; updating: boolean;
startstate begin
  current := 0; valid[0] := true; valid[1] := false; undefine reads; updating := false;
  for r: Reader do waits[r] := false; end;
end;
ruleset r: Reader do
  rule "rcu_read_lock" isundefined(reads[r]) ==> begin reads[r] := current; end;
  rule "rcu_read_unlock" !isundefined(reads[r]) ==> begin undefine reads[r]; waits[r] := false; end;
end;
rule "publish" !updating ==> begin
  current := 1 - current; valid[current] := true; updating := true;
  for r: Reader do waits[r] := !isundefined(reads[r]); end;
end;
rule "grace period ends" updating & forall r: Reader do !waits[r] end ==> begin
  valid[1 - current] := false; updating := false;
end;
invariant "no reader of freed data"
  forall r: Reader do isundefined(reads[r]) | valid[reads[r]] end;
