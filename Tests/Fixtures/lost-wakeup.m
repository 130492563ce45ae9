-- expect: states 16 transitions 20; "no lost wakeup" violated at 5; exit 12
-- A sleeper that tests the condition before it announces that it sleeps.
-- pinproof: deadlock off
type
  Waiter: enum { W_TEST, W_SET_STATE, W_SCHEDULE, W_ASLEEP, W_DONE };
  Waker: enum { K_SETCOND, K_WAKE, K_DONE };
  TaskState: enum { TASK_RUNNING, TASK_UNINTERRUPTIBLE };
var w: Waiter; k: Waker; state: TaskState; cond: boolean;
startstate begin w := W_TEST; k := K_SETCOND; state := TASK_RUNNING; cond := false; end;
rule "!cond, go to sleep" w = W_TEST & !cond ==> begin w := W_SET_STATE; end;
rule "cond, go on" w = W_TEST & cond ==> begin w := W_DONE; end;
rule "set_current_state" w = W_SET_STATE ==> begin
  state := TASK_UNINTERRUPTIBLE; w := W_SCHEDULE;
end;
rule "schedule" w = W_SCHEDULE ==> begin w := state = TASK_RUNNING ? W_TEST : W_ASLEEP; end;
rule "awake" w = W_ASLEEP & state = TASK_RUNNING ==> begin w := W_TEST; end;
rule "cond = true" k = K_SETCOND ==> begin cond := true; k := K_WAKE; end;
rule "wake_up_process" k = K_WAKE ==> begin state := TASK_RUNNING; k := K_DONE; end;
invariant "no lost wakeup" !(w = W_ASLEEP & k = K_DONE & cond & state != TASK_RUNNING);
