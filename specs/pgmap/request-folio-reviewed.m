-- pgmap_request_folio() after its review: Jason Gunthorpe's comments of 28 October 2022 on
-- "mm/memremap: Introduce pgmap_request_folio() using pgmap offsets" (version V3 of
-- specs/README.md). Dan Williams agreed on 30 November 2022, but for the count of 0, which would
-- "certainly be a nice property" and wanted more time. Nobody posted the result, so this is what
-- the comments ask for, in the two orders they leave open:
--
--     V3a, PIN_FIRST = 0                          V3b, PIN_FIRST = 1
--     if (cmpxchg(&folio->_refcount, 0, 1))       if (!percpu_ref_tryget_live(&pgmap->ref))
--             return NULL;                                return NULL;
--     if (!percpu_ref_tryget_live(&pgmap->ref)) { if (cmpxchg(&folio->_refcount, 0, 1)) {
--             folio->_refcount--, no callback;            percpu_ref_put(&pgmap->ref);
--             return NULL;                                return NULL;
--     }                                           }
--     return folio;                               return folio;
--
-- Every comment is a constant: 1 is the review's wish, 0 the code as posted. All wishes granted,
-- with callers that keep C1w and C2, V3b keeps every claim at full interleaving, and the lemmas
-- at the end make the claims provable by induction. V3a keeps all but P1'', by its nature, and
-- only as long as nobody else takes references: a speculative getter (SPECULATIVE = 1, as in
-- gup_fast) that sees the count of 1 before the pin is there turns its undo into a stray free.
--
-- The RCU and percpu_ref rules, the granularity and the contracts are those of request-folio.m, and
-- so is what is left out. The review's wish to restructure heads and tails: request-folio-orders.m.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V3a: no contract" PIN_FIRST=0, CONTRACT=0, C2=0
-- pinproof: configuration "V3b: no contract" PIN_FIRST=1, CONTRACT=0, C2=0
-- pinproof: configuration "V3a: C1w" PIN_FIRST=0, CONTRACT=1, C2=0
-- pinproof: configuration "V3b: C1w" PIN_FIRST=1, CONTRACT=1, C2=0
-- pinproof: configuration "V3a: C1w + C2" PIN_FIRST=0, CONTRACT=1, C2=1
-- pinproof: configuration "V3b: C1w + C2" PIN_FIRST=1, CONTRACT=1, C2=1
-- pinproof: configuration "V3a, C1w + C2, indivisible" PIN_FIRST=0, INTERLEAVED=0
-- pinproof: configuration "V3b, C1w + C2, indivisible" PIN_FIRST=1, INTERLEAVED=0
-- pinproof: configuration "V3a, C1w + C2, speculative" PIN_FIRST=0, SPECULATIVE=1
-- pinproof: configuration "V3b, C1w + C2, speculative" PIN_FIRST=1, SPECULATIVE=1
-- pinproof: configuration "V3a, tryget" PIN_FIRST=0, TRYGET_LIVE=0
-- pinproof: configuration "V3b, tryget" PIN_FIRST=1, TRYGET_LIVE=0
-- pinproof: configuration "V3a, undo by folio_put" PIN_FIRST=0, PLAIN_UNDO=0
-- pinproof: configuration "V3a, inc_return" PIN_FIRST=0, REQUIRE_ZERO=0
-- pinproof: configuration "V3b, inc_return" PIN_FIRST=1, REQUIRE_ZERO=0
-- pinproof: configuration "V3a, inc_return, C1w" PIN_FIRST=0, REQUIRE_ZERO=0, C2=0
-- pinproof: configuration "V3b, inc_return, C1w" PIN_FIRST=1, REQUIRE_ZERO=0, C2=0
-- pinproof: configuration "V3b, no bounds test" BOUNDS_TEST=0
-- pinproof: configuration "V3b, warning kept" QUIET_FAILURE=0
-- pinproof: expect "P1'' pin cover while live" when PIN_FIRST=0 violated
-- pinproof: expect "P1'' pin cover while live" when PIN_FIRST=0, INTERLEAVED=0 holds
-- pinproof: expect "P1 pin exactness" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "P1 pin exactness" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P1 pin exactness" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P1' pin cover while held" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "P1' pin cover while held" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P1' pin cover while held" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0 violated
-- pinproof: expect "P2 no use after unmap" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "P2 no use after unmap" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P2 no use after unmap" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P4 pgmap count not negative" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "P4 pgmap count not negative" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P4 pgmap count not negative" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P5 failure is balanced" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P6 request only at zero" when REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P7 callback exactness" when C2=0 violated
-- pinproof: expect "P7 callback exactness" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "P7 callback exactness" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P7 callback exactness" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P9 callback under pin" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "P9 callback under pin" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P9 callback under pin" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P10 teardown liveness" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "P10 teardown liveness" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P10 teardown liveness" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P11 complete once" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "P11 complete once" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "P11 complete once" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated
-- pinproof: expect "P12 no new pin after confirm" when TRYGET_LIVE=0 violated
-- pinproof: expect "P16 bounds" when BOUNDS_TEST=0 violated
-- pinproof: expect "no warning on a legal race" when QUIET_FAILURE=0 violated
-- pinproof: expect "no warning at the switch" when PIN_FIRST=0, SPECULATIVE=1 violated
-- pinproof: expect "no warning at the switch" when PIN_FIRST=0, PLAIN_UNDO=0 violated
-- pinproof: expect "no warning at the switch" when PIN_FIRST=0, REQUIRE_ZERO=0, C2=0 violated

const
  FOLIOS:      2;
  TASKS:       3;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    1;  -- 0: nothing   1: C1w, not unmapped during a request   2: C1, not killed either
  SPECULATIVE: 0;  -- 1: folio_try_get() by somebody who holds nothing, as in gup_fast

  -- What the review asks for
  BOUNDS_TEST:   1;  -- the offset is compared with the length of the page map first
  REQUIRE_ZERO:  1;  -- the folio must have a count of 0, the request sets it to 1
  QUIET_FAILURE: 1;  -- a tryget that fails is a legal race, not a warning
  C2:            1;  -- the user of the page map tracks which offsets are requested and which
                     --   page_free() has returned, so an offset has one owner

  -- What it leaves open
  PIN_FIRST:     1;  -- the order: 0 is V3a, 1 is V3b
  PLAIN_UNDO:    1;  -- V3a: undo the count without running the free path
  TRYGET_LIVE:   1;  -- percpu_ref_tryget_live() instead of percpu_ref_tryget()

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
    PAST_END, WILD_PAGE,                      -- pgmap_request_folio() with an offset too large
    READ_DYING,                               -- pgmap_request_folio()
    SET_COUNT,
    PIN_MODE, PIN_PERCPU, PIN_ATOMIC,
    UNDO_COUNT,
    PAGE_FREE,                                -- free_zone_device_page(), reached by folio_put()
    UNPIN_MODE, UNPIN_PERCPU, UNPIN_ATOMIC    -- percpu_ref_put()
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
  peeks:     array[Task] of array[Folio] of boolean;   -- speculative references of this task
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

function may_call(): boolean;
begin
  return (INTERLEAVED = 1 | !busy)
       & (CONTRACT = 1 -> !unmapped)
       & (CONTRACT = 2 -> mode = PERCPU);
end;

function may_request(f: Folio): boolean;
begin
  return may_call() & (C2 = 1 -> offset[f] = FREE);
end;

--------------------------------------------------------------------------------------------------
-- Beginnings and ends of calls; steps that both orders share

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

procedure grant(t: Task);
begin
  holds[t][folio[t]] := true;
  offset[folio[t]] := GRANTED;
end;

procedure return_folio(t: Task);
begin
  grant(t);
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

procedure pin_taken(t: Task);
begin
  if PIN_FIRST = 1 then step[t] := SET_COUNT; else return_folio(t); end;
end;

procedure pin_refused(t: Task);
begin
  if PIN_FIRST = 1 then return_nothing(t); else step[t] := UNDO_COUNT; end;
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
    for f: Folio do
      holds[t][f] := false;
      peeks[t][f] := false;
    end;
  end;
end;

-- pgmap_request_folio(pgmap, offset, order) -----------------------------------------------------

ruleset t: Task; f: Folio do
  rule "request"
    step[t] = IDLE & !holds[t][f] & !peeks[t][f] & may_request(f)
  ==>
  begin
    enter(t, IN_REQUEST);
    folio[t] := f;
    if offset[f] = FREE then offset[f] := REQUESTED; end;
    step[t] := READ_DYING;
  end;
end;

-- A request for an offset that the page map does not have, and so without a folio. In the code as
-- posted pgmap_offset_to_pfn() answers -1, and pfn_to_page(-1)->pgmap is read first of all.
ruleset t: Task do
  rule "request past the end"
    step[t] = IDLE & may_call()
  ==>
  begin
    enter(t, IN_REQUEST);
    step[t] := PAST_END;
  end;

  rule "offset < total pages?"
    step[t] = PAST_END & BOUNDS_TEST = 1 & may_run(t)
  ==>
  begin
    leave(t);
  end;

  rule "pfn_to_page(-1)"
    step[t] = PAST_END & BOUNDS_TEST = 0 & may_run(t)
  ==>
  begin
    step[t] := WILD_PAGE;
  end;

  rule "read page->pgmap"
    step[t] = WILD_PAGE & may_run(t)
  ==>
  begin
    leave(t);
  end;

  rule "is_dying? no"
    step[t] = READ_DYING & mode = PERCPU & may_run(t)
  ==>
  begin
    step[t] := (PIN_FIRST = 1 ? PIN_MODE : SET_COUNT);
  end;

  rule "is_dying? yes, return NULL"
    step[t] = READ_DYING & mode != PERCPU & may_run(t)
  ==>
  begin
    return_nothing(t);
  end;

  rule "cmpxchg(ref,0,1)"
    step[t] = SET_COUNT & REQUIRE_ZERO = 1 & may_run(t)
  ==>
  begin
    if ref[folio[t]] = 0 then
      ref[folio[t]] := 1;
      if PIN_FIRST = 1 then
        return_folio(t);
      else
        step[t] := PIN_MODE;
      end;
    elsif PIN_FIRST = 1 then
      step[t] := UNPIN_MODE;
    else
      return_nothing(t);
    end;
  end;

  -- As posted. Pinned first, a folio that was live already has a pin of its own: drop this one.
  rule "inc_return(ref)"
    step[t] = SET_COUNT & REQUIRE_ZERO = 0 & may_run(t)
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] + 1;
    if ref[folio[t]] = 1 & PIN_FIRST = 0 then
      step[t] := PIN_MODE;
    elsif ref[folio[t]] > 1 & PIN_FIRST = 1 then
      grant(t);
      step[t] := UNPIN_MODE;
    else
      return_folio(t);
    end;
  end;

  -- tryget_live refuses as soon as it sees DEAD, which is set together with ATOMIC here.
  rule "tryget: read mode"
    step[t] = PIN_MODE & may_run(t)
  ==>
  begin
    if mode != PERCPU & TRYGET_LIVE = 1 then
      pin_refused(t);
    else
      read_mode(t, PIN_PERCPU, PIN_ATOMIC);
    end;
  end;

  rule "tryget: this_cpu_inc"
    step[t] = PIN_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu + 1;
    readers := readers - 1;
    pin_taken(t);
  end;

  -- Until the callback folds the local counters in, a bias keeps the atomic count from being 0.
  rule "tryget: inc_not_zero"
    step[t] = PIN_ATOMIC & (mode = KILLED | count != 0) & may_run(t)
  ==>
  begin
    count := count + 1;
    pin_taken(t);
  end;

  rule "tryget: count is 0, false"
    step[t] = PIN_ATOMIC & mode != KILLED & count = 0 & may_run(t)
  ==>
  begin
    pin_refused(t);
  end;

  rule "undo: ref--"
    step[t] = UNDO_COUNT & PLAIN_UNDO = 1 & may_run(t)
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] - 1;
    return_nothing(t);
  end;

  rule "undo: folio_put"
    step[t] = UNDO_COUNT & PLAIN_UNDO = 0 & may_run(t)
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] - 1;
    if ref[folio[t]] = 0 then step[t] := PAGE_FREE; else return_nothing(t); end;
  end;
end;

-- folio_put(folio) -> free_zone_device_page(page) -> put_dev_pagemap(pgmap) ---------------------

ruleset t: Task; f: Folio do
  rule "folio_try_get"
    SPECULATIVE = 1 & step[t] = IDLE & !holds[t][f] & !peeks[t][f] & ref[f] > 0 & may_run(t)
  ==>
  begin
    ref[f] := ref[f] + 1;
    peeks[t][f] := true;
  end;

  rule "folio_put"
    step[t] = IDLE & (holds[t][f] | peeks[t][f]) & may_run(t)
  ==>
  begin
    holds[t][f] := false;
    peeks[t][f] := false;
    ref[f] := ref[f] - 1;
    if ref[f] = 0 then
      enter(t, IN_PUT);
      folio[t] := f;
      step[t] := PAGE_FREE;
    end;
  end;
end;

ruleset t: Task do
  rule "page_free()"
    step[t] = PAGE_FREE & may_run(t)
  ==>
  begin
    offset[folio[t]] := FREE;
    step[t] := UNPIN_MODE;
  end;

  rule "pgmap put: read mode"
    step[t] = UNPIN_MODE & may_run(t)
  ==>
  begin
    read_mode(t, UNPIN_PERCPU, UNPIN_ATOMIC);
  end;

  rule "pgmap put: this_cpu_dec"
    step[t] = UNPIN_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu - 1;
    readers := readers - 1;
    return_nothing(t);
  end;

  rule "pgmap put: dec_and_test"
    step[t] = UNPIN_ATOMIC & may_run(t)
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
  unmapped -> forall t: Task do
    step[t] = IDLE & forall f: Folio do !holds[t][f] & !peeks[t][f] end
  end;

-- No reference to a folio is put that nobody took.
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

-- A request succeeds only on an idle folio, so a folio is never granted twice.
invariant "P6 request only at zero"
  forall t: Task do forall u: Task do forall f: Folio do
    holds[t][f] & holds[u][f] -> t = u
  end end end;

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
  (mode = FOLDED | mode = ATOMIC) & count != 0 -> forall t: Task do step[t] != PIN_ATOMIC end;

-- An offset past the end is refused before any memory is touched.
invariant "P16 bounds"
  forall t: Task do step[t] != WILD_PAGE end;

-- "There should be races where the dying check could miss but the refcounts all reached zero
-- anyhow": nothing warns at the access where such a race is lost.
invariant "no warning on a legal race"
  forall t: Task do
    !(QUIET_FAILURE = 0 & step[t] = PIN_ATOMIC & mode = ATOMIC & count = 0)
    & !(QUIET_FAILURE = 0 & step[t] = PIN_MODE & mode != PERCPU & TRYGET_LIVE = 1)
  end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;

--------------------------------------------------------------------------------------------------
-- Lemmas: with the claims they describe the state of every call in flight exactly enough that
-- any rule that starts from them ends in them. This is what the proof by induction needs. They
-- are claimed where the protocol is sound.

function sound(): boolean;
begin
  return (PIN_FIRST = 1 | (SPECULATIVE = 0 & PLAIN_UNDO = 1)) & (REQUIRE_ZERO = 1 | C2 = 1);
end;

-- V3a: the count is raised, its pin is not there yet.
function awaits_pin(t: Task): boolean;
begin
  return PIN_FIRST = 0
       & (step[t] = PIN_MODE | step[t] = PIN_PERCPU | step[t] = PIN_ATOMIC | step[t] = UNDO_COUNT);
end;

-- The task has a pin to hand over or to drop that no live folio accounts for.
function owes_pin(t: Task): boolean;
begin
  return step[t] = PAGE_FREE
       | step[t] = UNPIN_MODE | step[t] = UNPIN_PERCPU | step[t] = UNPIN_ATOMIC
       | (PIN_FIRST = 1 & step[t] = SET_COUNT);
end;

-- A live folio has its pin, in V3a once it is granted. Where offsets have several owners that
-- cannot be told from the folio, and the tasks that have yet to pin are counted instead.
function has_pin(f: Folio): boolean;
begin
  return ref[f] > 0 & (PIN_FIRST = 1 | C2 = 0 | offset[f] = GRANTED);
end;

function pins_owed(): PgmapCount;
var n: PgmapCount;
begin
  n := 0;
  for f: Folio do if has_pin(f) then n := n + 1; end; end;
  for t: Task do if owes_pin(t) then n := n + 1; end; end;
  for t: Task do if C2 = 0 & awaits_pin(t) then n := n - 1; end; end;
  return n;
end;

-- References that requests took, granted or on the way.
function requested(f: Folio): FolioCount;
var n: FolioCount;
begin
  n := 0;
  for t: Task do if holds[t][f] then n := n + 1; end; end;
  for t: Task do if awaits_pin(t) & folio[t] = f then n := n + 1; end; end;
  return n;
end;

function peeked(f: Folio): FolioCount;
var n: FolioCount;
begin
  n := 0;
  for t: Task do if peeks[t][f] then n := n + 1; end; end;
  return n;
end;

function tasks_at(s: Step): TaskCount;
var n: TaskCount;
begin
  n := 0;
  for t: Task do if step[t] = s then n := n + 1; end; end;
  return n;
end;

function requesters(): TaskCount;
var n: TaskCount;
begin
  n := 0;
  for t: Task do if call[t] = IN_REQUEST then n := n + 1; end; end;
  return n;
end;

invariant "lemma: a task is in the call its step belongs to"
  !sound() | forall t: Task do
    (step[t] = IDLE) = (call[t] = NO_CALL)
    & isundefined(folio[t]) = (step[t] = IDLE | step[t] = PAST_END | step[t] = WILD_PAGE)
    & (step[t] = PAGE_FREE -> call[t] = IN_PUT)
    & (call[t] = IN_PUT -> owes_pin(t) & step[t] != SET_COUNT)
  end;

invariant "lemma: some steps need their constant"
  !sound() | forall t: Task do
    (PIN_FIRST = 0 | step[t] != UNDO_COUNT)
    & (TRYGET_LIVE = 0 | step[t] != PIN_ATOMIC)
    & forall f: Folio do SPECULATIVE = 1 | !peeks[t][f] end
  end;

invariant "lemma: the counters count"
  !sound() | (readers = tasks_at(PIN_PERCPU) + tasks_at(UNPIN_PERCPU) & requests = requesters());

invariant "lemma: every folio count has its holders"
  !sound() | forall f: Folio do ref[f] = requested(f) + peeked(f) & requested(f) <= 1 end;

invariant "lemma: every pin has its owner"
  !sound() | (pins() = pins_owed());

invariant "lemma: who read percpu mode did so before the kill, and the grace period waits for it"
  !sound() | ((mode = PERCPU -> count = 1 & tasks_at(PIN_ATOMIC) = 0 & tasks_at(UNPIN_ATOMIC) = 0)
    & (mode = FOLDED | mode = ATOMIC -> percpu = 0 & readers = 0));

invariant "lemma: the local counters cover the puts still to come"
  !sound() | (tasks_at(UNPIN_PERCPU) <= percpu & percpu <= FOLIOS + TASKS - tasks_at(PIN_PERCPU));

invariant "lemma: the completion tells that the count is zero"
  !sound() | (completed = (mode = ATOMIC & count = 0) & (unmapped -> completed));

invariant "lemma: a folio in use is granted"
  !sound() | C2 = 0 | forall f: Folio do
    ref[f] > 0 -> offset[f] = GRANTED | exists t: Task do awaits_pin(t) & folio[t] = f end
  end;

invariant "lemma: a task has one reference to a folio, or is about to take it"
  !sound() | forall t: Task do forall f: Folio do
    (holds[t][f] -> !peeks[t][f])
    & (call[t] = IN_REQUEST & !isundefined(folio[t]) & folio[t] = f & (holds[t][f] | peeks[t][f])
         -> owes_pin(t) & step[t] != SET_COUNT)
  end end;

-- C2 at work: until it is granted, an offset has one call, which finds the folio idle.
invariant "lemma: a requested folio is nobody else's"
  !sound() | C2 = 0 | forall t: Task do
    call[t] = IN_REQUEST & !isundefined(folio[t]) ->
      offset[folio[t]] = REQUESTED & (owes_pin(t) -> step[t] = SET_COUNT)
      & forall u: Task do
          call[u] = IN_REQUEST & !isundefined(folio[u]) & folio[u] = folio[t] -> u = t
        end
  end;
