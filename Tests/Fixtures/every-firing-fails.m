-- expect: states 1 transitions 0; "never passed" violated at 1; deadlock violated at 0; "no run-time error" vacuous; exit 14
-- The only rule always breaks its assertion, so that no rule ever fires to its end; that is not
-- known before behaviours of one firing have been looked at.
var x: boolean;
startstate begin x := true; end;
rule begin x := !x; assert "never passed" false; end;
