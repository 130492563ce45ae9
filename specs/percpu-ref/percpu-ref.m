-- struct percpu_ref on its own: what pgmap->ref promises, and what it does not.
--
-- Follows lib/percpu-refcount.c and include/linux/percpu-refcount.h as they are since v5.10
-- (count, release and confirm_switch in a block of their own, ref->data). The specs of page maps
-- make do with its mode and its two counters; here the flags, the bias, and each step of the kill,
-- of the RCU callback and of the exit stand for themselves.
--
-- An operation is two accesses. It reads the flags in the low bits of percpu_count_ptr, and then
-- acts, on the local counter of its CPU or on the atomic count, by what it has read:
--
--     get, get_many        local += n                 or  count += n
--     tryget, tryget_many  local += n, true           or  n unless the count is 0
--     tryget_live          local += 1, true           or  false if DEAD, else 1 unless it is 0
--     put, put_many        local -= n, 0 is not seen  or  count -= n, and at 0 release()
--
-- What follows from that:
--
--   * A kill is no barrier. A CPU that has read percpu mode adds its pin after the kill returned
--     ("P12 no new pin after kill" fails with tryget_live too). It is counted, though: the RCU
--     callback waits for that reader, so P1, P4 and P11 hold without any contract, and after the
--     callback has confirmed the kill tryget_live adds nothing.
--   * tryget never looks at DEAD: it adds pins as long as the count is not 0, also after the
--     confirmation.
--   * A ref that starts in atomic mode (INIT_ATOMIC = 1) has no grace period: the kill confirms at
--     once, and then not even tryget_live is stopped by the confirmation, because it tests DEAD
--     and adds in two accesses.
--   * One stray put (STRAY_PUTS = 1) is silent while the local counters are in use. At the switch
--     the kernel looks at the sum once. With nothing outstanding it warns, the count goes on to
--     -1, and the release callback never runs (P10; tryget can still revive it, -1 is not 0).
--     With one reference outstanding the sum looks right: no warning at all, and the release comes
--     early, under its holder (P2). After the switch the stray put takes the reference of somebody
--     else, the callback's too, and releases there and then (P11).
--   * After percpu_ref_exit() the flags still answer: tryget_live says false, so P13 holds for it
--     without a contract. Everything else goes through ref->data, which is NULL.
--
-- Left out: reinit, resurrect, switching modes without a kill, kill of a ref that is dead already
-- (it warns), percpu_ref_is_dying() (one read of DEAD), and which CPU a local counter belongs to,
-- since only their sum is ever used.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "tryget_live: no contract" CONTRACT=0
-- pinproof: configuration "tryget_live: C1w" CONTRACT=1
-- pinproof: configuration "tryget_live: C1" CONTRACT=2
-- pinproof: configuration "tryget_live, indivisible: no contract" INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "tryget_live, indivisible: C1w" INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "tryget: no contract" TRYGET_LIVE=0, CONTRACT=0
-- pinproof: configuration "tryget: C1w" TRYGET_LIVE=0, CONTRACT=1
-- pinproof: configuration "tryget: C1" TRYGET_LIVE=0, CONTRACT=2
-- pinproof: configuration "tryget, indivisible: no contract" TRYGET_LIVE=0, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "tryget, indivisible: C1w" TRYGET_LIVE=0, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "tryget, indivisible: C1" TRYGET_LIVE=0, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "tryget_live, from atomic mode: no contract" INIT_ATOMIC=1, CONTRACT=0
-- pinproof: configuration "tryget_live, from atomic mode: C1w" INIT_ATOMIC=1, CONTRACT=1
-- pinproof: configuration "tryget_live, from atomic mode: C1" INIT_ATOMIC=1, CONTRACT=2
-- pinproof: configuration "one stray put: no contract" STRAY_PUTS=1, CONTRACT=0
-- pinproof: configuration "one stray put: C1" STRAY_PUTS=1, CONTRACT=2
-- pinproof: expect "P12 no new pin after kill" violated
-- pinproof: expect "P12 no new pin after kill" when INTERLEAVED=0 holds
-- pinproof: expect "P12 no new pin after kill" when TRYGET_LIVE=0 violated
-- pinproof: expect "P12 no new pin after kill" when CONTRACT=2 holds
-- pinproof: expect "P12 no new pin after confirm" when TRYGET_LIVE=0 violated
-- pinproof: expect "P12 no new pin after confirm" when INIT_ATOMIC=1, INTERLEAVED=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=2 holds
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0 violated
-- pinproof: expect "P13 lookup safety" when CONTRACT=0, TRYGET_LIVE=0 violated
-- pinproof: expect "P13 lookup safety" when CONTRACT=0, INIT_ATOMIC=1, INTERLEAVED=1 violated
-- pinproof: expect "P1 pin exactness" when STRAY_PUTS=1 violated
-- pinproof: expect "P1' pin cover while held" when STRAY_PUTS=1 violated
-- pinproof: expect "P2 no use after unmap" when STRAY_PUTS=1 violated
-- pinproof: expect "P4 pgmap count not negative" when STRAY_PUTS=1 violated
-- pinproof: expect "P10 teardown liveness" when STRAY_PUTS=1 violated
-- pinproof: expect "P10 teardown liveness" when STRAY_PUTS=1, TRYGET_LIVE=0, INTERLEAVED=1 holds
-- pinproof: expect "P10 teardown liveness" when STRAY_PUTS=1, CONTRACT=2 violated
-- pinproof: expect "P11 complete once" when STRAY_PUTS=1 violated
-- pinproof: expect "P13 lookup safety" when STRAY_PUTS=1 violated
-- pinproof: expect "no warning at the switch" when STRAY_PUTS=1 violated
-- pinproof: expect "no warning at the switch" when INIT_ATOMIC=1 holds
-- pinproof: expect "a stray put is warned about" vacuous
-- pinproof: expect "a stray put is warned about" when STRAY_PUTS=1 violated
-- pinproof: expect "a stray put is warned about" when INIT_ATOMIC=1 vacuous

const
  TASKS:       2;
  REFS:        2;  -- references a task may hold at a time, and so the n of the _many operations
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    1;  -- what callers of tryget promise about teardown:
                   --   0: nothing
                   --   1: C1w, the object is neither exited nor freed while a tryget is in
                   --      flight, and no tryget starts afterwards
                   --   2: C1, it is not even killed, and no tryget starts after the kill
  TRYGET_LIVE: 1;  -- 0: percpu_ref_tryget(), percpu_ref_tryget_many()   1: percpu_ref_tryget_live()
  INIT_ATOMIC: 0;  -- 1: percpu_ref_init() with PERCPU_REF_INIT_ATOMIC (a page map passes 0)
  STRAY_PUTS:  0;  -- puts by a task of references it does not hold

type
  Task: scalarset(TASKS);

  TaskCount: 0 .. TASKS;
  Amount:    1 .. REFS;
  Held:      0 .. REFS;
  Strays:    0 .. STRAY_PUTS;
  Count:     -(STRAY_PUTS + TASKS * REFS + 1) .. TASKS * REFS + 2;

  -- What has become of the RCU callback that the kill queues.
  Callback: enum {
    NOT_QUEUED,
    QUEUED,         -- by call_rcu(), it waits for a grace period
    FOLDED,         -- it added the local counters up and took the bias away
    CONFIRMED,      -- it called confirm_switch()
    LOCAL_FREED,    -- it freed the per-cpu memory
    DONE            -- it dropped the guard reference
  };

  -- How far the owner of the object is.
  Owner: enum {
    LIVE,
    DEAD_SET, SWITCHED,     -- within percpu_ref_kill()
    KILL_RETURNED,
    EXITED,                 -- percpu_ref_exit()
    FREED                   -- the struct that embeds the ref
  };

  -- The access a task performs next.
  Step: enum {
    IDLE,
    GET_MODE, GET_LOCAL, GET_ATOMIC,                -- percpu_ref_get_many(), by who holds one
    TRYGET_MODE, TRYGET_DEAD,                       -- percpu_ref_tryget_many(), _tryget_live()
    TRYGET_LOCAL, TRYGET_ATOMIC,
    PUT_MODE, PUT_LOCAL, PUT_ATOMIC, PUT_RELEASE    -- percpu_ref_put_many()
  };

var
  -- struct percpu_ref
  dead:       boolean;      -- __PERCPU_REF_DEAD
  atomic:     boolean;      -- __PERCPU_REF_ATOMIC
  percpu:     Count;        -- sum of the local counters
  count:      Count;        -- the atomic count, without its bias
  biased:     boolean;      -- PERCPU_COUNT_BIAS is in the count, which keeps it away from 0
  has_local:  boolean;      -- the per-cpu memory is allocated
  has_data:   boolean;      -- ref->data is allocated

  callback:   Callback;
  owner:      Owner;
  completed:  boolean;      -- the release callback ran
  warned:     boolean;      -- "percpu ref <= 0 after switching to atomic"
  readers:    TaskCount;    -- CPUs that read percpu mode and have yet to act on it

  -- the users
  step:       array[Task] of Step;
  amount:     array[Task] of Amount;      -- the n of the call, undefined outside
  holds:      array[Task] of Held;        -- references this task was granted and has not put
  trygets:    TaskCount;                  -- tryget calls in flight, for the contracts
  strays:     Strays;                     -- stray puts so far
  busy:       boolean;                    -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

-- The logical sum: references that are counted, locally or atomically, without the initial
-- reference (the kill drops it) and the guard reference (from the kill to the end of the callback).
function pins(): Count;
begin
  return percpu + count
       - (owner = LIVE | owner = DEAD_SET | owner = SWITCHED ? 1 : 0)
       - (callback = NOT_QUEUED | callback = DONE ? 0 : 1);
end;

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

function held(): Count;
var n: Count;
begin
  n := 0;
  for t: Task do n := n + holds[t]; end;
  return n;
end;

-- The next access of this task adds to the count.
function is_about_to_pin(t: Task): boolean;
begin
  return step[t] = TRYGET_LOCAL | (step[t] = TRYGET_ATOMIC & (biased | count != 0));
end;

function touches_local(t: Task): boolean;
begin
  return step[t] = GET_LOCAL | step[t] = TRYGET_LOCAL | step[t] = PUT_LOCAL;
end;

function touches_data(t: Task): boolean;
begin
  return step[t] = GET_ATOMIC | step[t] = TRYGET_ATOMIC | step[t] = PUT_ATOMIC
       | step[t] = PUT_RELEASE;
end;

function touches_freed(t: Task): boolean;
begin
  return (touches_local(t) & !has_local) | (touches_data(t) & !has_data);
end;

-- Granularity. Nothing runs once the object is gone: the next access of whoever still is in a call
-- or holds a reference is the use after free that P2 reports.
function may_run(t: Task): boolean;
begin
  return owner != FREED & !touches_freed(t) & (INTERLEAVED = 1 | !busy | step[t] != IDLE);
end;

function teardown_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

function may_tryget(): boolean;
begin
  return (INTERLEAVED = 1 | !busy)
       & (CONTRACT = 1 -> owner != EXITED & owner != FREED)
       & (CONTRACT = 2 -> owner = LIVE);
end;

--------------------------------------------------------------------------------------------------
-- Beginnings and ends of calls

procedure enter(t: Task; first: Step; n: Amount);
begin
  step[t] := first;
  amount[t] := n;
  if first = TRYGET_MODE then trygets := trygets + 1; end;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  if step[t] = TRYGET_MODE | step[t] = TRYGET_DEAD
   | step[t] = TRYGET_LOCAL | step[t] = TRYGET_ATOMIC
  then
    trygets := trygets - 1;
  end;
  step[t] := IDLE;
  undefine amount[t];
  busy := false;
end;

procedure return_references(t: Task);
begin
  holds[t] := holds[t] + amount[t];
  leave(t);
end;

-- rcu_read_lock(); if (__ref_is_percpu(ref, &percpu_count)) ... else ...
procedure read_mode(t: Task; local: Step; otherwise: Step);
begin
  if !dead & !atomic then
    readers := readers + 1;
    step[t] := local;
  else
    step[t] := otherwise;
  end;
end;

-- ref->data->release(ref): complete(&pgmap->done). Once, of a dead ref, with no reference left.
procedure release();
begin
  assert "P11 complete once" !completed & dead & pins() = 0;
  completed := true;
end;

--------------------------------------------------------------------------------------------------

startstate "percpu_ref_init"
begin
  dead := false;
  atomic := INIT_ATOMIC = 1;
  percpu := 0;
  count := 1;
  biased := INIT_ATOMIC = 0;
  has_local := true;
  has_data := true;
  callback := NOT_QUEUED;
  owner := LIVE;
  completed := false;
  warned := false;
  readers := 0;
  trygets := 0;
  strays := 0;
  busy := false;
  for t: Task do
    step[t] := IDLE;
    undefine amount[t];
    holds[t] := 0;
  end;
end;

-- percpu_ref_get_many(ref, n), by somebody who holds a reference already -------------------------

ruleset t: Task; n: Amount do
  rule "get_many"
    step[t] = IDLE & holds[t] >= 1 & holds[t] + n <= REFS & may_run(t)
  ==>
  begin
    enter(t, GET_MODE, n);
  end;
end;

ruleset t: Task do
  rule "get: read mode"
    step[t] = GET_MODE & may_run(t)
  ==>
  begin
    read_mode(t, GET_LOCAL, GET_ATOMIC);
  end;

  -- this_cpu_add(*percpu_count, nr);
  rule "get: this_cpu_add"
    step[t] = GET_LOCAL & may_run(t)
  ==>
  begin
    percpu := percpu + amount[t];
    readers := readers - 1;
    return_references(t);
  end;

  -- atomic_long_add(nr, &ref->data->count);
  rule "get: atomic_long_add"
    step[t] = GET_ATOMIC & may_run(t)
  ==>
  begin
    count := count + amount[t];
    return_references(t);
  end;
end;

-- percpu_ref_tryget_many(ref, n), percpu_ref_tryget_live(ref), by anybody ------------------------

ruleset t: Task; n: Amount do
  rule "tryget_many"
    step[t] = IDLE & holds[t] = 0 & (TRYGET_LIVE = 1 -> n = 1) & may_tryget()
  ==>
  begin
    enter(t, TRYGET_MODE, n);
  end;
end;

ruleset t: Task do
  rule "tryget: read mode"
    step[t] = TRYGET_MODE & may_run(t)
  ==>
  begin
    read_mode(t, TRYGET_LOCAL, (TRYGET_LIVE = 1 ? TRYGET_DEAD : TRYGET_ATOMIC));
  end;

  -- this_cpu_add(*percpu_count, nr); return true;
  rule "tryget: this_cpu_add"
    step[t] = TRYGET_LOCAL & may_run(t)
  ==>
  begin
    percpu := percpu + amount[t];
    readers := readers - 1;
    return_references(t);
  end;

  -- tryget_live: else if (!(ref->percpu_count_ptr & __PERCPU_REF_DEAD)) ...
  rule "tryget: DEAD is not set"
    step[t] = TRYGET_DEAD & !dead & may_run(t)
  ==>
  begin
    step[t] := TRYGET_ATOMIC;
  end;

  rule "tryget: DEAD is set, false"
    step[t] = TRYGET_DEAD & dead & may_run(t)
  ==>
  begin
    leave(t);
  end;

  -- atomic_long_add_unless(&ref->data->count, nr, 0);
  rule "tryget: add_unless_zero"
    step[t] = TRYGET_ATOMIC & (biased | count != 0) & may_run(t)
  ==>
  begin
    count := count + amount[t];
    return_references(t);
  end;

  rule "tryget: count is 0, false"
    step[t] = TRYGET_ATOMIC & !biased & count = 0 & may_run(t)
  ==>
  begin
    leave(t);
  end;
end;

-- percpu_ref_put_many(ref, n) --------------------------------------------------------------------

ruleset t: Task; n: Amount do
  rule "put_many"
    step[t] = IDLE & holds[t] >= n & may_run(t)
  ==>
  begin
    holds[t] := holds[t] - n;
    enter(t, PUT_MODE, n);
  end;
end;

ruleset t: Task do
  -- Somebody's mistake: a put of a reference that he does not hold.
  rule "stray put"
    step[t] = IDLE & strays < STRAY_PUTS & holds[t] = 0 & owner != EXITED & may_run(t)
  ==>
  begin
    strays := strays + 1;
    enter(t, PUT_MODE, 1);
  end;

  rule "put: read mode"
    step[t] = PUT_MODE & may_run(t)
  ==>
  begin
    read_mode(t, PUT_LOCAL, PUT_ATOMIC);
  end;

  -- this_cpu_sub(*percpu_count, nr);
  rule "put: this_cpu_sub"
    step[t] = PUT_LOCAL & may_run(t)
  ==>
  begin
    percpu := percpu - amount[t];
    readers := readers - 1;
    leave(t);
  end;

  -- if (atomic_long_sub_and_test(nr, &ref->data->count)) ...
  rule "put: sub_and_test"
    step[t] = PUT_ATOMIC & may_run(t)
  ==>
  begin
    count := count - amount[t];
    if !biased & count = 0 then step[t] := PUT_RELEASE; else leave(t); end;
  end;

  rule "put: release()"
    step[t] = PUT_RELEASE & may_run(t)
  ==>
  begin
    release();
    leave(t);
  end;
end;

-- percpu_ref_kill(ref), under percpu_ref_switch_lock ---------------------------------------------

-- ref->percpu_count_ptr |= __PERCPU_REF_DEAD;
rule "kill: set DEAD"
  owner = LIVE & teardown_may_run() & (CONTRACT = 2 -> trygets = 0)
==>
begin
  dead := true;
  owner := DEAD_SET;
  if INTERLEAVED = 0 then busy := true; end;
end;

-- ref->percpu_count_ptr |= __PERCPU_REF_ATOMIC; percpu_ref_get(ref); call_rcu(...);
rule "kill: set ATOMIC, take guard ref, call_rcu"
  owner = DEAD_SET & !atomic
==>
begin
  atomic := true;
  count := count + 1;
  callback := QUEUED;
  owner := SWITCHED;
end;

-- if (ref->percpu_count_ptr & __PERCPU_REF_ATOMIC) { confirm_switch(ref); return; }
rule "kill: ATOMIC is set, confirm"
  owner = DEAD_SET & atomic
==>
begin
  owner := SWITCHED;
end;

-- percpu_ref_put(ref); With the bias in it, the count cannot reach 0 here.
rule "kill: drop initial ref"
  owner = SWITCHED
==>
begin
  count := count - 1;
  owner := KILL_RETURNED;
  busy := false;
  if !biased & count = 0 then release(); end;
end;

-- percpu_ref_switch_to_atomic_rcu(), in softirq context ------------------------------------------

-- The grace period is over when nobody who read the flags before the kill has yet to act on them,
-- and when the kill, which runs with interrupts off, is over. A reader that came later did not
-- read percpu mode.
rule "RCU: fold counters, drop bias"
  callback = QUEUED & owner = KILL_RETURNED & readers = 0 & teardown_may_run()
==>
begin
  count := count + percpu;
  percpu := 0;
  biased := false;
  callback := FOLDED;
  warned := count <= 0;
  -- Redundant: at this point it says what P4 says.
  assert "no warning at the switch" count > 0;
end;

-- data->confirm_switch(ref);
rule "RCU: confirm"
  callback = FOLDED & teardown_may_run()
==>
begin
  callback := CONFIRMED;
end;

-- if (!data->allow_reinit) __percpu_ref_exit(ref): free_percpu(percpu_count);
rule "RCU: free local counters"
  callback = CONFIRMED & teardown_may_run()
==>
begin
  has_local := false;
  callback := LOCAL_FREED;
end;

-- percpu_ref_put(ref);
rule "RCU: drop guard ref"
  callback = LOCAL_FREED & teardown_may_run()
==>
begin
  callback := DONE;
  count := count - 1;
  if count = 0 then release(); end;
end;

-- What P13 reports, where it is not prevented: the call ends in an oops.
ruleset t: Task do
  rule "oops: freed counters or ref->data"
    owner != FREED & touches_freed(t)
  ==>
  begin
    leave(t);
  end;
end;

-- wait_for_completion(); percpu_ref_exit(ref); kfree() of the object that embeds it --------------

-- ref->data = NULL; kfree(data); The flags stay as they are.
rule "exit"
  completed & owner = KILL_RETURNED & teardown_may_run() & (CONTRACT >= 1 -> trygets = 0)
==>
begin
  has_local := false;
  has_data := false;
  owner := EXITED;
end;

rule "free"
  owner = EXITED & teardown_may_run()
==>
begin
  owner := FREED;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- What is counted is what is held, whenever no call is in flight.
invariant "P1 pin exactness"
  all_idle() -> pins() = held();

-- From the return of a successful tryget to the put.
invariant "P1' pin cover while held"
  forall t: Task do holds[t] >= 1 -> pins() >= 1 end;

-- Once the object is freed (a page map: unmapped) nobody is left who will touch it, by a call in
-- flight or by a reference still held.
invariant "P2 no use after unmap"
  owner = FREED -> forall t: Task do step[t] = IDLE & holds[t] = 0 end;

-- Of the logical sum: the counters alone hide a stray put until the switch. Redundant: P1 fails as
-- soon as all calls have returned; this names the access.
invariant "P4 pgmap count not negative"
  pins() >= 0;

-- No task is about to add a pin once percpu_ref_kill() has returned. (Who read percpu mode may be.)
invariant "P12 no new pin after kill"
  owner = KILL_RETURNED -> forall t: Task do !is_about_to_pin(t) end;

-- Nor once the kill is confirmed: the guarantee that percpu_ref_kill_and_confirm() gives.
invariant "P12 no new pin after confirm"
  (INIT_ATOMIC = 1 & owner = KILL_RETURNED)
  | callback = CONFIRMED | callback = LOCAL_FREED | callback = DONE
    -> forall t: Task do !is_about_to_pin(t) end;

-- No access to the local counters or to ref->data after they are freed, also by the callback.
invariant "P13 lookup safety"
  (forall t: Task do !touches_freed(t) end)
  & (callback = QUEUED -> has_local)
  & (callback != NOT_QUEUED & callback != DONE -> has_data);

-- The callback looks at the sum once, when it switches. Does it see what went wrong? A question,
-- and as a claim redundant: without stray puts it says nothing, and those break P1.
invariant "a stray put is warned about"
  strays > 0 & all_idle() & callback = DONE -> warned;

-- From every reachable state the object can still come to be freed.
liveness "P10 teardown liveness"
  owner = FREED;
