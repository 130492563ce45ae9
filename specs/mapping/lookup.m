-- get_dev_pagemap() against memunmap_pages(): a lookup by page frame number, which may come at
-- any time from somebody who knows nothing, and the teardown of the page map it may find.
-- mm/memremap.c of v6.18, with percpu_ref as lib/percpu-refcount.c has it since v5.10:
--
--     get_dev_pagemap(pfn)                          memunmap_pages(pgmap)
--     rcu_read_lock();                              percpu_ref_kill(&pgmap->ref);
--     pgmap = xa_load(&pgmap_array, pfn);           percpu_ref_put_many(.., pfn_len);   // bulk
--     if (pgmap &&                                  wait_for_completion(&pgmap->done);
--         !percpu_ref_tryget_live(&pgmap->ref))     for each range:
--             pgmap = NULL;                                 drop the struct pages
--     rcu_read_unlock();                                    xa_store_range(.., NULL);
--     return pgmap;                                         synchronize_rcu();
--                                                   percpu_ref_exit(&pgmap->ref);
--                                                   the driver frees what embeds the pgmap
--
-- Each protection is a constant, 1 as landed. What each one is for:
--
--   WAIT             else struct pages go while the page map is held (the final put race of 2019)
--   SYNCHRONIZE_RCU  else a lookup that loaded the pointer looks at freed memory
--   TRYGET_LIVE      else references are taken after the kill was confirmed; harmless here (the
--                    count keeps it honest) until EXIT_LAST is taken away too
--   EXIT_LAST        the fix of 2022, "fix memunmap_pages() race with get_dev_pagemap()". On its
--                    own it changes nothing: the race of its changelog has a lookup read percpu
--                    mode while percpu_ref_exit() runs, but the kill ended that mode, and the wait
--                    cannot return before the grace period after the kill. A lookup that comes
--                    later sees DEAD, which percpu_ref_exit() leaves in place, and stops there.
--                    With percpu_ref_tryget() it would go on to the count, which is gone: P13.
--
-- CACHED = 1 has the second argument of older kernels: a caller passes the page map it holds, and
-- gets it back when its first range has the pfn. For a later range the reference is dropped and
-- the page map looked up like any other, so a holder can be refused a page map that it holds.
--
-- Left out: conflicts and publication (map.m), what struct pages are used for (pgmap/, compound/).
-- Memory is sequentially consistent; a grace period waits for exactly those read sections that
-- had begun when it was asked for. Granularity: INTERLEAVED. Contracts: none, a lookup needs none.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "indivisible: no contract" INTERLEAVED=0
-- pinproof: configuration "interleaved: no contract" INTERLEAVED=1
-- pinproof: configuration "cached argument" CACHED=1
-- pinproof: configuration "not bulk pinned" BULK=0
-- pinproof: configuration "no wait" WAIT=0
-- pinproof: configuration "no synchronize_rcu" SYNCHRONIZE_RCU=0
-- pinproof: configuration "tryget" TRYGET_LIVE=0
-- pinproof: configuration "exit before delete" EXIT_LAST=0
-- pinproof: configuration "tryget, exit before delete" TRYGET_LIVE=0, EXIT_LAST=0
-- pinproof: expect "P2 no use after unmap" when WAIT=0 violated
-- pinproof: expect "P12 no new pin after kill" when INTERLEAVED=1 violated
-- pinproof: expect "P12 no new pin after kill" when TRYGET_LIVE=0 violated
-- pinproof: expect "P12 no new pin after confirm" when TRYGET_LIVE=0 violated
-- pinproof: expect "P13 lookup safety" when WAIT=0 violated
-- pinproof: expect "P13 lookup safety" when SYNCHRONIZE_RCU=0 violated
-- pinproof: expect "P13 lookup safety" when TRYGET_LIVE=0, EXIT_LAST=0 violated
-- pinproof: expect "P13 lookup safety" when EXIT_LAST=0, TRYGET_LIVE=1 holds
-- pinproof: expect "a holder is not refused" when CACHED=0 vacuous
-- pinproof: expect "a holder is not refused" when CACHED=1 violated

const
  TASKS:       2;
  RANGES:      2;
  INTERLEAVED: 1;  -- 0: every lookup and put is indivisible   1: others run between any accesses

  CACHED:      0;  -- 1: get_dev_pagemap() is given the page map that the caller holds
  BULK:        1;  -- 1: a type that is pinned once for each page (here: range) while it is mapped

  WAIT:            1;  -- memunmap_pages() waits for the last reference before anything is dropped
  SYNCHRONIZE_RCU: 1;  -- ... and for lookups under way after it emptied the array
  EXIT_LAST:       1;  -- ... and exits the reference count after both, not before
  TRYGET_LIVE:     1;  -- percpu_ref_tryget_live() instead of percpu_ref_tryget()

type
  Task:  scalarset(TASKS);
  Range: 0 .. RANGES - 1;

  PgmapCount: -(TASKS + RANGES) .. TASKS + RANGES + 1;

  -- percpu_ref: what its flags and its RCU callback have come to.
  RefMode: enum {
    PERCPU,        -- operations go to the local counter of each CPU
    KILLED,        -- flags DEAD and ATOMIC are set, the RCU callback is queued
    FOLDED,        -- the callback added the local counters up, confirmed the kill, freed them
    ATOMIC         -- the callback dropped its guard reference: reaching 0 releases
  };

  -- What memunmap_pages() does next.
  Stage: enum {
    KILL, PUT_MANY, WAIT_DONE,
    EXIT_FIRST,                                    -- with EXIT_LAST = 0
    DROP_PAGES, DELETE, SYNCHRONIZE,               -- each range
    EXIT, FREE, GONE
  };

  -- The access a task performs next.
  Step: enum {
    IDLE,
    XA_LOAD,                                       -- get_dev_pagemap()
    TRYGET_MODE, TRYGET_PERCPU, TRYGET_ATOMIC,
    PUT_MODE, PUT_PERCPU, PUT_ATOMIC               -- put_dev_pagemap()
  };

var
  -- struct dev_pagemap
  mode:      RefMode;
  percpu:    PgmapCount;                       -- sum of the local counters
  count:     PgmapCount;                       -- the atomic count, without its bias
  completed: boolean;                          -- pgmap->done
  exited:    boolean;                          -- pgmap->ref.data is gone

  in_array:  array[Range] of boolean;          -- pgmap_array has the page map for these pfns
  pages:     array[Range] of boolean;          -- the struct pages are there

  stage:     Stage;
  at:        Range;                            -- the range being unmapped

  -- the callers
  step:      array[Task] of Step;
  range:     array[Task] of Range;             -- of the pfn of the call or of what it returned
  holds:     array[Task] of boolean;           -- a page map was returned to this task, not yet put
  cached:    array[Task] of boolean;           -- the lookup began with a reference of the caller

  -- RCU
  reading:     array[Task] of boolean;         -- the task is in a read section
  kill_waits:  array[Task] of boolean;         -- ... that the grace period after the kill waits for
  array_waits: array[Task] of boolean;         -- ... that synchronize_rcu() waits for

--------------------------------------------------------------------------------------------------
-- What the claims speak about

-- References to the page map, whether counted locally or atomically, without the initial
-- reference (until the kill) and the guard reference (from the kill until it is dropped).
function pins(): PgmapCount;
begin
  return percpu + count - (mode = ATOMIC ? 0 : 1);
end;

function holders(): PgmapCount;
var n: PgmapCount;
begin
  n := 0;
  for t: Task do if holds[t] then n := n + 1; end; end;
  return n;
end;

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

function may_run(t: Task): boolean;
begin
  return INTERLEAVED = 1 | step[t] != IDLE | all_idle();
end;

function teardown_may_run(): boolean;
begin
  return INTERLEAVED = 1 | all_idle();
end;

--------------------------------------------------------------------------------------------------
-- Steps that several rules share

procedure read_lock(t: Task);
begin
  reading[t] := true;
end;

procedure read_unlock(t: Task);
begin
  reading[t] := false;
  kill_waits[t] := false;
  array_waits[t] := false;
end;

procedure return_nothing(t: Task);
begin
  read_unlock(t);
  step[t] := IDLE;
  cached[t] := false;
  undefine range[t];
end;

procedure return_pgmap(t: Task);
begin
  holds[t] := true;
  read_unlock(t);
  step[t] := IDLE;
  cached[t] := false;
end;

-- After a put: the end, or the lookup that it is part of (CACHED).
procedure put_done(t: Task);
begin
  read_unlock(t);
  if cached[t] then step[t] := XA_LOAD; else return_nothing(t); end;
end;

-- The release callback of pgmap->ref: complete(&pgmap->done).
procedure release();
begin
  assert "P11 complete once" !completed & mode = ATOMIC & pins() = 0;
  completed := true;
end;

-- What is left to unmap after this range.
procedure next_range();
begin
  if at < RANGES - 1 then
    at := at + 1;
    stage := DROP_PAGES;
  else
    stage := (EXIT_LAST = 1 ? EXIT : FREE);
  end;
end;

--------------------------------------------------------------------------------------------------

startstate "memremap_pages: the page map is live and published"
begin
  mode := PERCPU;
  percpu := (BULK = 1 ? RANGES : 0);
  count := 1;
  completed := false;
  exited := false;
  stage := KILL;
  at := 0;
  for r: Range do
    in_array[r] := true;
    pages[r] := true;
  end;
  for t: Task do
    step[t] := IDLE;
    undefine range[t];
    holds[t] := false;
    cached[t] := false;
    reading[t] := false;
    kill_waits[t] := false;
    array_waits[t] := false;
  end;
end;

-- get_dev_pagemap(pfn, NULL) --------------------------------------------------------------------

ruleset t: Task; r: Range do
  rule "get_dev_pagemap"
    step[t] = IDLE & !holds[t] & may_run(t)
  ==>
  begin
    range[t] := r;
    step[t] := XA_LOAD;
  end;

  -- if (phys >= range[0].start && phys <= range[0].end) return pgmap; put_dev_pagemap(pgmap);
  rule "get_dev_pagemap, cached"
    CACHED = 1 & step[t] = IDLE & holds[t] & may_run(t)
  ==>
  begin
    range[t] := r;
    if r > 0 then
      holds[t] := false;
      cached[t] := true;
      step[t] := PUT_MODE;
    end;
  end;
end;

ruleset t: Task do
  -- rcu_read_lock(); pgmap = xa_load(&pgmap_array, PHYS_PFN(phys));
  rule "xa_load"
    step[t] = XA_LOAD & may_run(t)
  ==>
  begin
    read_lock(t);
    if in_array[range[t]] then step[t] := TRYGET_MODE; else return_nothing(t); end;
  end;

  -- percpu_ref_tryget_live(): if (__ref_is_percpu(..)) .. else if (!(.. & __PERCPU_REF_DEAD)) ..
  -- percpu_ref_kill() sets DEAD before ATOMIC, so whoever does not see percpu mode sees DEAD.
  rule "tryget: read mode"
    step[t] = TRYGET_MODE & may_run(t)
  ==>
  begin
    if mode = PERCPU then
      step[t] := TRYGET_PERCPU;
    elsif TRYGET_LIVE = 1 then
      return_nothing(t);
    else
      step[t] := TRYGET_ATOMIC;
    end;
  end;

  -- this_cpu_inc(*percpu_count); return true;
  rule "tryget: this_cpu_inc"
    step[t] = TRYGET_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu + 1;
    return_pgmap(t);
  end;

  -- atomic_long_inc_not_zero(&ref->data->count); a bias is in it until the counters are folded.
  rule "tryget: inc_not_zero"
    step[t] = TRYGET_ATOMIC & !exited & (mode = KILLED | count != 0) & may_run(t)
  ==>
  begin
    count := count + 1;
    return_pgmap(t);
  end;

  rule "tryget: count is 0, false"
    step[t] = TRYGET_ATOMIC & (exited | mode != KILLED & count = 0) & may_run(t)
  ==>
  begin
    return_nothing(t);
  end;
end;

-- put_dev_pagemap(pgmap): percpu_ref_put(&pgmap->ref) -------------------------------------------

ruleset t: Task do
  rule "put_dev_pagemap"
    step[t] = IDLE & holds[t] & may_run(t)
  ==>
  begin
    holds[t] := false;
    step[t] := PUT_MODE;
  end;

  -- rcu_read_lock(); if (__ref_is_percpu(ref, &percpu_count)) ..
  rule "put: read mode"
    step[t] = PUT_MODE & may_run(t)
  ==>
  begin
    read_lock(t);
    step[t] := (mode = PERCPU ? PUT_PERCPU : PUT_ATOMIC);
  end;

  -- this_cpu_sub(*percpu_count, nr);
  rule "put: this_cpu_dec"
    step[t] = PUT_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu - 1;
    put_done(t);
  end;

  -- if (atomic_long_sub_and_test(nr, &ref->data->count)) ref->data->release(ref);
  rule "put: dec_and_test"
    step[t] = PUT_ATOMIC & may_run(t)
  ==>
  begin
    count := count - 1;
    if (mode = FOLDED | mode = ATOMIC) & count = 0 then release(); end;
    put_done(t);
  end;
end;

-- memunmap_pages(pgmap) -------------------------------------------------------------------------

-- Sets DEAD and ATOMIC, takes the guard reference, drops the initial one: the count stays as it is.
rule "percpu_ref_kill"
  stage = KILL & teardown_may_run()
==>
begin
  mode := KILLED;
  for t: Task do kill_waits[t] := reading[t]; end;
  stage := (BULK = 1 ? PUT_MANY : WAIT_DONE);
end;

rule "percpu_ref_put_many"
  stage = PUT_MANY & teardown_may_run()
==>
begin
  count := count - RANGES;
  if (mode = FOLDED | mode = ATOMIC) & count = 0 then release(); end;
  stage := WAIT_DONE;
end;

-- percpu_ref_switch_to_atomic_rcu(), after a grace period: the local counters are freed too.
rule "RCU: fold counters"
  mode = KILLED & teardown_may_run() & forall t: Task do !kill_waits[t] end
==>
begin
  count := count + percpu;
  percpu := 0;
  mode := FOLDED;
  assert "no warning at the switch" count > 0;
end;

rule "RCU: drop guard ref"
  mode = FOLDED & teardown_may_run()
==>
begin
  count := count - 1;
  mode := ATOMIC;
  if count = 0 then release(); end;
end;

rule "wait_for_completion"
  stage = WAIT_DONE & (completed | WAIT = 0) & teardown_may_run()
==>
begin
  stage := (EXIT_LAST = 1 ? DROP_PAGES : EXIT_FIRST);
end;

-- pageunmap_range(): remove_pfn_range_from_zone(), __remove_pages() or arch_remove_memory()
rule "drop struct pages"
  stage = DROP_PAGES & teardown_may_run()
==>
begin
  pages[at] := false;
  stage := DELETE;
end;

-- pgmap_array_delete(): xa_store_range(&pgmap_array, .., NULL, GFP_KERNEL);
rule "xa_store_range(NULL)"
  stage = DELETE & teardown_may_run()
==>
begin
  in_array[at] := false;
  if SYNCHRONIZE_RCU = 1 then
    for t: Task do array_waits[t] := reading[t]; end;
    stage := SYNCHRONIZE;
  else
    next_range();
  end;
end;

rule "synchronize_rcu"
  stage = SYNCHRONIZE & teardown_may_run() & forall t: Task do !array_waits[t] end
==>
begin
  next_range();
end;

-- Leaves DEAD and ATOMIC in the pointer word, and ref->data = NULL.
rule "percpu_ref_exit"
  (stage = EXIT | stage = EXIT_FIRST) & teardown_may_run()
==>
begin
  exited := true;
  stage := (stage = EXIT ? FREE : DROP_PAGES);
end;

-- The driver is unbound, and the memory of the page map with it.
rule "free the page map"
  stage = FREE & teardown_may_run()
==>
begin
  stage := GONE;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each holder, and one for each page of a bulk pinned type until memunmap_pages().
invariant "P1 pin exactness"
  all_idle() -> pins() = holders() + (BULK = 1 & (stage = KILL | stage = PUT_MANY) ? RANGES : 0);

-- From the return of a lookup to the put: what it found is pinned.
invariant "P1' pin cover while held"
  forall t: Task do holds[t] -> pins() >= 1 end;

-- Who holds the page map may use its struct pages.
invariant "P2 no use after unmap"
  forall t: Task do holds[t] -> forall r: Range do pages[r] end end;

-- No reference to the page map is put that nobody took.
invariant "P4 pgmap count not negative"
  pins() >= 0;

-- The weak form: a lookup that read percpu mode before the kill adds its pin after it.
invariant "P12 no new pin after kill"
  mode != PERCPU -> forall t: Task do
    step[t] != TRYGET_PERCPU & (step[t] = TRYGET_ATOMIC -> mode != KILLED & count = 0)
  end;

-- The strong form: nobody is about to add a pin once the kill is confirmed.
invariant "P12 no new pin after confirm"
  (mode = FOLDED | mode = ATOMIC) & count != 0 -> forall t: Task do step[t] != TRYGET_ATOMIC end;

-- Nobody is about to touch the page map after it was freed, its local counters after the RCU
-- callback freed them, or its count after percpu_ref_exit().
invariant "P13 lookup safety"
  forall t: Task do
    (step[t] != IDLE & step[t] != XA_LOAD -> stage != GONE)
    & (step[t] = TRYGET_PERCPU | step[t] = PUT_PERCPU -> mode = PERCPU | mode = KILLED)
    & (step[t] = TRYGET_ATOMIC | step[t] = PUT_ATOMIC -> !exited)
  end;

-- No lookup that began with a reference to the page map is about to come back without one.
invariant "a holder is not refused"
  forall t: Task do
    cached[t] & !isundefined(range[t]) ->
      !(step[t] = XA_LOAD & !in_array[range[t]])
      & !(step[t] = TRYGET_MODE & mode != PERCPU & TRYGET_LIVE = 1)
  end;

-- A lookup that succeeds from now on finds struct pages: the array is emptied after them, and it
-- is the dead reference count, not the array, that keeps lookups out in between.
invariant "P14 publish after init"
  forall r: Range do in_array[r] & !pages[r] -> mode != PERCPU end;

-- From every reachable state the page map can still come to be freed.
liveness "P10 teardown liveness"
  stage = GONE;
