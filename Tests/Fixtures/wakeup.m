-- expect: states 16 transitions 22; exit 0
-- A sleeper that announces that it sleeps before it tests the condition.
type
  Waiter: enum { W_SET_STATE, W_TEST, W_SCHEDULE, W_ASLEEP, W_DONE };
  Waker: enum { K_SETCOND, K_WAKE, K_DONE };
var w: Waiter; k: Waker; sleeps, cond: boolean;
startstate begin w := W_SET_STATE; k := K_SETCOND; sleeps := false; cond := false; end;
rule "set_current_state" w = W_SET_STATE ==> begin sleeps := true; w := W_TEST; end;
rule "test" w = W_TEST ==> begin w := cond ? W_DONE : W_SCHEDULE; end;
rule "schedule" w = W_SCHEDULE ==> begin w := sleeps ? W_ASLEEP : W_SET_STATE; end;
rule "awake" w = W_ASLEEP & !sleeps ==> begin w := W_SET_STATE; end;
rule "cond = true" k = K_SETCOND ==> begin cond := true; k := K_WAKE; end;
rule "wake up" k = K_WAKE ==> begin sleeps := false; k := K_DONE; end;
rule "again" w = W_DONE & k = K_DONE ==> begin
  w := W_SET_STATE; k := K_SETCOND; cond := false; sleeps := false;
end;
invariant "no lost wakeup" w = W_ASLEEP & k = K_DONE -> !sleeps;
liveness "done" w = W_DONE;
