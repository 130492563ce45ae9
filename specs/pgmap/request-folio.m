-- pgmap_request_folio() as posted: "mm/memremap: Introduce pgmap_request_folio() using
-- pgmap offsets", Dan Williams, 20 October 2022 (version V2 of specs/README.md).
--
-- The function puts the folio at an offset of a page map (struct dev_pagemap) into service:
--
--     v = folio_ref_inc_return(folio);
--     if (v > 1)
--             return folio;                               // (A) never looks at the pgmap
--     if (WARN_ON_ONCE(!percpu_ref_tryget(&pgmap->ref))) {
--             folio_put(folio);                           // (B) runs the whole free path
--             return NULL;
--     }
--     return folio;
--
-- and races with the teardown of the page map: memunmap_pages() kills pgmap->ref, waits for its
-- last reference, and drops the struct pages. Two things go wrong:
--
--   (B) When tryget fails, folio_put() takes the count 1 -> 0 and so frees a folio that was never
--       in service: page_free() for an offset still being allocated, and a put of a page map pin
--       that was never taken (P4, P5, P7). One owner per offset (C2) does not help. It gets worse
--       with a second folio: the stray put leaves the count at -1, which is "not zero", so the
--       next tryget on the released page map succeeds, and its folio is used after unmap (P2).
--   (A) A second request sees v > 1 and returns at once; if the first one then fails to take the
--       pin, the second holds a folio that pins nothing, and uses it after unmap (P2).
--
-- With every call indivisible (INTERLEAVED = 0) both are gone, because the dying test and the
-- tryget see the same world. Which claim needs which contract (the constants CONTRACT and C2):
-- the table of specs/README.md. Above each rule stands the line of C it performs.
--
-- Left out: orders and offset -> pfn (request-folio-orders.m, translation.m), fields of struct page
-- besides the count, get_dev_pagemap(), and a task that requests what it holds (another one may).

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "indivisible: no contract" INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "indivisible: C2" INTERLEAVED=0, CONTRACT=0, C2=1
-- pinproof: configuration "indivisible: C1w" INTERLEAVED=0, CONTRACT=1, C2=0
-- pinproof: configuration "indivisible: C1w + C2" INTERLEAVED=0, CONTRACT=1, C2=1
-- pinproof: configuration "interleaved: no contract" INTERLEAVED=1, CONTRACT=0, C2=0
-- pinproof: configuration "interleaved: C2" INTERLEAVED=1, CONTRACT=0, C2=1
-- pinproof: configuration "interleaved: C1w" INTERLEAVED=1, CONTRACT=1, C2=0
-- pinproof: configuration "interleaved: C1w + C2" INTERLEAVED=1, CONTRACT=1, C2=1
-- pinproof: configuration "interleaved: C1" INTERLEAVED=1, CONTRACT=2, C2=0
-- pinproof: configuration "interleaved: C1 + C2" INTERLEAVED=1, CONTRACT=2, C2=1
-- pinproof: expect "P1 pin exactness" when INTERLEAVED=1 violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=2 holds
-- pinproof: expect "P1' pin cover while held" when INTERLEAVED=1 violated
-- pinproof: expect "P1' pin cover while held" when CONTRACT=2, C2=1 holds
-- pinproof: expect "P1'' pin cover while live" when INTERLEAVED=1 violated
-- pinproof: expect "P2 no use after unmap" when INTERLEAVED=1 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=2 holds
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0 violated
-- pinproof: expect "P4 pgmap count not negative" when INTERLEAVED=1 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=2 holds
-- pinproof: expect "P5 failure is balanced" when INTERLEAVED=1 violated
-- pinproof: expect "P5 failure is balanced" when CONTRACT=2 holds
-- pinproof: expect "P6 request only at zero" when C2=0 violated
-- pinproof: expect "P7 callback exactness" when INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when CONTRACT=2, C2=1 holds
-- pinproof: expect "P9 callback under pin" when INTERLEAVED=1 violated
-- pinproof: expect "P9 callback under pin" when CONTRACT=2 holds
-- pinproof: expect "P12 no new pin after confirm" when INTERLEAVED=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=2 holds
-- pinproof: expect "no warning on a legal race" when INTERLEAVED=1 violated
-- pinproof: expect "no warning on a legal race" when CONTRACT=2 holds

const
  FOLIOS:      2;
  TASKS:       2;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    1;  -- what callers promise about teardown:
                   --   0: nothing
                   --   1: C1w, the page map is not unmapped while a request is in flight
                   --   2: C1, it is not even killed, and no request starts after the kill
  C2:          0;  -- 1: an offset has one owner: it is requested only when never requested
                   --    before, or given back by page_free() or by a failed request

type
  Folio: scalarset(FOLIOS);
  Task:  scalarset(TASKS);

  TaskCount:  0 .. TASKS;
  FolioCount: -1 .. TASKS;
  PgmapCount: -(FOLIOS + TASKS) .. FOLIOS + TASKS + 1;

  -- percpu_ref: what its flags and its RCU callback have come to.
  RefMode: enum {
    PERCPU,        -- operations go to the local counter of each CPU
    KILLED,        -- flags DEAD and ATOMIC are set, the RCU callback is queued
    FOLDED,        -- the callback added the local counters up and confirmed the kill
    ATOMIC         -- the callback dropped its guard reference: reaching 0 releases
  };

  -- What the driver knows of an offset, which is as good as a folio here.
  Offset: enum { FREE, REQUESTED, GRANTED };

  Call: enum { NO_CALL, IN_REQUEST, IN_PUT };

  -- The access a task performs next.
  Step: enum {
    IDLE,
    READ_DYING,                               -- pgmap_request_folio()
    INC_RETURN,
    TRYGET_MODE, TRYGET_PERCPU, TRYGET_ATOMIC,
    UNDO_PUT,
    PAGE_FREE,                                -- free_zone_device_page(), reached by folio_put()
    PUT_MODE, PUT_PERCPU, PUT_ATOMIC
  };

var
  -- struct dev_pagemap
  mode:      RefMode;
  percpu:    PgmapCount;                       -- sum of the local counters
  count:     PgmapCount;                       -- the atomic count, without its bias
  completed: boolean;                          -- pgmap->done
  unmapped:  boolean;                          -- the struct pages are gone
  readers:   TaskCount;                        -- CPUs that read percpu mode and have yet to act

  ref:       array[Folio] of FolioCount;       -- folio->_refcount, 0 is idle
  offset:    array[Folio] of Offset;           -- requested by a call, granted by its return,
                                               --   free again by page_free() or a failure
  -- the callers
  step:      array[Task] of Step;
  call:      array[Task] of Call;
  folio:     array[Task] of Folio;             -- the folio of the call, undefined outside
  holds:     array[Task] of array[Folio] of boolean;   -- folios returned to this task, not yet put
  requests:  TaskCount;                        -- request calls in flight, for the contracts
  busy:      boolean;                          -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

-- References to the page map, whether counted locally or atomically, without the initial
-- reference (until the kill) and the guard reference (from the kill until it is dropped).
function pins(): PgmapCount;
begin
  return percpu + count - (mode = ATOMIC ? 0 : 1);
end;

function live_folios(): PgmapCount;
var n: PgmapCount;
begin
  n := 0;
  for f: Folio do if ref[f] > 0 then n := n + 1; end; end;
  return n;
end;

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

-- Granularity. Once the struct pages are gone nothing runs: the next access of whoever still is
-- in a call or holds a folio is the use after unmap that P2 reports.
function may_run(t: Task): boolean;
begin
  return !unmapped & (INTERLEAVED = 1 | !busy | step[t] != IDLE);
end;

function teardown_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

function may_request(f: Folio): boolean;
begin
  return (INTERLEAVED = 1 | !busy)
       & (CONTRACT = 1 -> !unmapped)
       & (CONTRACT = 2 -> mode = PERCPU)
       & (C2 = 1 -> offset[f] = FREE);
end;

--------------------------------------------------------------------------------------------------
-- Beginnings and ends of calls

procedure enter(t: Task; what: Call);
begin
  call[t] := what;
  if what = IN_REQUEST then requests := requests + 1; end;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  if call[t] = IN_REQUEST then requests := requests - 1; end;
  call[t] := NO_CALL;
  step[t] := IDLE;
  undefine folio[t];
  busy := false;
end;

procedure return_folio(t: Task);
begin
  holds[t][folio[t]] := true;
  offset[folio[t]] := GRANTED;
  leave(t);
end;

-- The end of a put, or of a request that failed: the caller takes its offset back.
procedure return_nothing(t: Task);
begin
  if call[t] = IN_REQUEST & offset[folio[t]] = REQUESTED then offset[folio[t]] := FREE; end;
  leave(t);
end;

procedure read_mode(t: Task; local: Step; atomic: Step);
begin
  if mode = PERCPU then
    readers := readers + 1;
    step[t] := local;
  else
    step[t] := atomic;
  end;
end;

-- The release callback of pgmap->ref: complete(&pgmap->done).
procedure release();
begin
  assert "P11 complete once" !completed & mode = ATOMIC & pins() = 0;
  completed := true;
end;

--------------------------------------------------------------------------------------------------

startstate "memremap_pages: the page map is live, every folio idle"
begin
  mode := PERCPU;
  percpu := 0;
  count := 1;
  completed := false;
  unmapped := false;
  readers := 0;
  requests := 0;
  busy := false;
  for f: Folio do
    ref[f] := 0;
    offset[f] := FREE;
  end;
  for t: Task do
    call[t] := NO_CALL;
    step[t] := IDLE;
    undefine folio[t];
    for f: Folio do holds[t][f] := false; end;
  end;
end;

-- pgmap_request_folio(pgmap, offset, order) -----------------------------------------------------

ruleset t: Task; f: Folio do
  -- The call, up to: if (WARN_ON_ONCE(page->pgmap != pgmap)) return NULL;
  rule "request"
    step[t] = IDLE & !holds[t][f] & may_request(f)
  ==>
  begin
    enter(t, IN_REQUEST);
    folio[t] := f;
    if offset[f] = FREE then offset[f] := REQUESTED; end;
    step[t] := READ_DYING;
  end;
end;

ruleset t: Task do
  -- if (WARN_ON_ONCE(percpu_ref_is_dying(&pgmap->ref))) return NULL;
  rule "is_dying? no"
    step[t] = READ_DYING & mode = PERCPU & may_run(t)
  ==>
  begin
    step[t] := INC_RETURN;
  end;

  rule "is_dying? yes, return NULL"
    step[t] = READ_DYING & mode != PERCPU & may_run(t)
  ==>
  begin
    return_nothing(t);
  end;

  -- v = folio_ref_inc_return(folio); if (v > 1) return folio;
  rule "inc_return(ref)"
    step[t] = INC_RETURN & may_run(t)
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] + 1;
    if ref[folio[t]] > 1 then return_folio(t); else step[t] := TRYGET_MODE; end;
  end;

  -- percpu_ref_tryget(&pgmap->ref): if (__ref_is_percpu(ref, &percpu_count)) ...
  rule "tryget: read mode"
    step[t] = TRYGET_MODE & may_run(t)
  ==>
  begin
    read_mode(t, TRYGET_PERCPU, TRYGET_ATOMIC);
  end;

  -- this_cpu_inc(*percpu_count); return true;
  rule "tryget: this_cpu_inc"
    step[t] = TRYGET_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu + 1;
    readers := readers - 1;
    return_folio(t);
  end;

  -- atomic_long_inc_not_zero(&ref->data->count). Until the RCU callback has folded the local
  -- counters in, a bias keeps the count from being 0.
  rule "tryget: inc_not_zero"
    step[t] = TRYGET_ATOMIC & (mode = KILLED | count != 0) & may_run(t)
  ==>
  begin
    count := count + 1;
    return_folio(t);
  end;

  rule "tryget: count is 0, false"
    step[t] = TRYGET_ATOMIC & mode != KILLED & count = 0 & may_run(t)
  ==>
  begin
    step[t] := UNDO_PUT;
  end;

  -- if (WARN_ON_ONCE(!percpu_ref_tryget(&pgmap->ref))) { folio_put(folio); return NULL; }
  rule "undo: folio_put"
    step[t] = UNDO_PUT & may_run(t)
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] - 1;
    if ref[folio[t]] = 0 then step[t] := PAGE_FREE; else return_nothing(t); end;
  end;
end;

-- folio_put(folio) -> free_zone_device_page(page) -> put_dev_pagemap(pgmap) ---------------------

ruleset t: Task; f: Folio do
  -- if (folio_put_testzero(folio)) __folio_put(folio);
  rule "folio_put"
    step[t] = IDLE & holds[t][f] & may_run(t)
  ==>
  begin
    holds[t][f] := false;
    ref[f] := ref[f] - 1;
    if ref[f] = 0 then
      enter(t, IN_PUT);
      folio[t] := f;
      step[t] := PAGE_FREE;
    end;
  end;
end;

ruleset t: Task do
  -- page->mapping = NULL; page->pgmap->ops->page_free(page);
  rule "page_free()"
    step[t] = PAGE_FREE & may_run(t)
  ==>
  begin
    offset[folio[t]] := FREE;
    step[t] := PUT_MODE;
  end;

  -- put_dev_pagemap(page->pgmap): percpu_ref_put(): if (__ref_is_percpu(ref, ...)) ...
  rule "pgmap put: read mode"
    step[t] = PUT_MODE & may_run(t)
  ==>
  begin
    read_mode(t, PUT_PERCPU, PUT_ATOMIC);
  end;

  -- this_cpu_dec(*percpu_count);
  rule "pgmap put: this_cpu_dec"
    step[t] = PUT_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu - 1;
    readers := readers - 1;
    return_nothing(t);
  end;

  -- if (atomic_long_dec_and_test(&ref->data->count)) ref->data->release(ref);
  rule "pgmap put: dec_and_test"
    step[t] = PUT_ATOMIC & may_run(t)
  ==>
  begin
    count := count - 1;
    if (mode = FOLDED | mode = ATOMIC) & count = 0 then release(); end;
    return_nothing(t);
  end;
end;

-- memunmap_pages(pgmap) -------------------------------------------------------------------------

-- Sets DEAD and ATOMIC, takes the guard reference, drops the initial one: the count stays as it is.
rule "percpu_ref_kill"
  mode = PERCPU & teardown_may_run() & (CONTRACT = 2 -> requests = 0)
==>
begin
  mode := KILLED;
end;

-- The grace period is over when nobody who read the mode before the kill has yet to act on it.
rule "RCU: fold counters"
  mode = KILLED & teardown_may_run() & readers = 0
==>
begin
  count := count + percpu;
  percpu := 0;
  mode := FOLDED;
  -- Redundant: at this point it says what P4 says.
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

-- wait_for_completion(&pgmap->done); pageunmap_range(pgmap, i);
rule "unmap"
  completed & !unmapped & teardown_may_run() & (CONTRACT >= 1 -> requests = 0)
==>
begin
  unmapped := true;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each live folio, whenever no call is in flight.
invariant "P1 pin exactness"
  all_idle() -> pins() = live_folios();

-- From the return of a successful request to the caller's own put.
invariant "P1' pin cover while held"
  forall t: Task do forall f: Folio do holds[t][f] -> pins() >= 1 end end;

-- A count above idle is pinned at every instant, inside calls too.
invariant "P1'' pin cover while live"
  (INTERLEAVED = 1 | all_idle()) & live_folios() > 0 -> pins() >= 1;

-- Nobody is left who will touch a struct page, by a call in flight or by a folio still held.
invariant "P2 no use after unmap"
  unmapped -> forall t: Task do step[t] = IDLE & forall f: Folio do !holds[t][f] end end;

-- Redundant: before a count goes below zero it is 0 under its holder, which breaks P7. This names
-- the put.
invariant "P3 folio count not negative"
  forall f: Folio do ref[f] >= 0 end;

-- Of the logical sum: the counters alone hide a stray put until the kill. Redundant: P1 fails as
-- soon as all calls have returned; this names the access.
invariant "P4 pgmap count not negative"
  pins() >= 0;

-- A request that fails gives back what it took itself, and runs no page_free(). Redundant next to
-- P7, which says it of the folio; this says it of the call.
invariant "P5 failure is balanced"
  forall t: Task do call[t] = IN_REQUEST -> step[t] != PAGE_FREE end;

-- Only requests raise a count here: from idle, and so never above 1.
invariant "P6 request only at zero"
  forall f: Folio do ref[f] <= 1 end;

-- As many tasks are about to call page_free() for a folio as are right: one when the folio was
-- granted and is idle again, none otherwise.
invariant "P7 callback exactness"
  forall f: Folio do
    ((offset[f] = GRANTED & ref[f] = 0) = exists t: Task do step[t] = PAGE_FREE & folio[t] = f end)
    & forall t: Task do forall u: Task do
        step[t] = PAGE_FREE & step[u] = PAGE_FREE & folio[t] = f & folio[u] = f -> t = u
      end end
  end;

-- page_free() reaches the driver through the page map. Redundant: without the pin either unmap may
-- come meanwhile (P2), or the call is a request, whose page_free() is wrong anyway (P7).
invariant "P9 callback under pin"
  forall t: Task do step[t] = PAGE_FREE -> pins() >= 1 end;

-- No task is about to add a pin once the kill is confirmed.
invariant "P12 no new pin after confirm"
  (mode = FOLDED | mode = ATOMIC) & count != 0 -> forall t: Task do step[t] != TRYGET_ATOMIC end;

-- "There should be races where the dying check could miss but the refcounts all reached zero
-- anyhow" (Jason Gunthorpe, 28 October 2022): the warning around tryget fires without a bug.
-- Redundant here: the undo that follows breaks P5 and P7.
invariant "no warning on a legal race"
  mode = ATOMIC & count = 0 -> forall t: Task do step[t] != TRYGET_ATOMIC end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
