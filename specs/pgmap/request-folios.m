-- pgmap_request_folios() and pgmap_release_folios(): "fsdax: introduce pgmap_request_folios()",
-- Dan Williams, 14 October 2022, the predecessor of request-folio.m (version V1 of
-- specs/README.md).
--
--     if (WARN_ON_ONCE(percpu_ref_is_dying(&pgmap->ref)))
--             return false;
--     for (iter = folio_next(folio), i = 1; i < nr_folios; iter = folio_next(folio), i++)
--             if (WARN_ON_ONCE(folio_order(iter) != folio_order(folio)))    // (A) always folio 1
--                     return false;
--     for (iter = folio, i = 0; i < nr_folios; iter = folio_next(iter), i++) {
--             folio_ref_inc(iter);
--             if (folio_ref_count(iter) == 1)                               // (B) read again
--                     percpu_ref_tryget(&pgmap->ref);                       // (C) result ignored
--     }
--     return true;
--
-- V1a is that patch, the tenth of its series: fsdax pages are idle at 1 and pinned in bulk, and the
-- free path is still the one of zone-device-page-init.m. V1b is the state after the patches "mm/
-- memremap_pages: Initialize all ZONE_DEVICE pages to start at refcount 0" and "Delete
-- put_devmap_managed_page_refs()": every type is idle at 0, nothing is pinned in bulk, and the free
-- path drops one pin for every type:
--
--     pgmap_release_folios(), V1a:
--     for (iter = folio, i = 0; i < nr_folios; iter = folio_next(iter), i++) {
--             if (!put_devmap_managed_page(&iter->page))
--                     folio_put(iter);
--             if (!folio_ref_count(iter))                               // (D) not ours any more
--                     put_dev_pagemap(pgmap);
--     }
--     pgmap_release_folios(), V1b:
--     for (iter = folio, i = 0; i < nr_folios; iter = folio_next(folio), i++)
--             folio_put(iter);                                          // (E) folio 0, 1, 1, ...
--
-- Its contract: "Caller is responsible for @pgmap remaining live for the duration of this call.
-- Caller is also responsible for not racing requests for the same folios" (NO_RACE). What goes
-- wrong:
--
--   (A) With three folios or more only the second is compared with the first (FOLIOS = 3,
--       UNIFORM = 0: P17, P21).
--   (B) Increment and read are two accesses. Two requests that race both read 2, and neither pins
--       (P1'). Keeping requests apart (NO_RACE) is not enough: a put in between makes the second
--       request read 1 and pin a folio that is pinned already, for good (P1, P10). It takes one
--       owner for each offset (C2). And even then a speculative getter (SPECULATIVE = 1) in
--       between hides the 1, so that a folio comes into service without a pin.
--   (C) When the last pin is gone the request succeeds all the same: P1', P2 and P4 need C1.
--   (D) V1a, a type that is idle at 0 (device memory, which the series converts later): the free
--       path has put the pin and the release puts it once more (P4). For fsdax, idle at 1, neither
--       does, and the request never pins: the function moves nothing but the count, and P1 and P2
--       fail under C1 as they do in V0.
--   (E) V1b, three folios or more: the second is put twice and the third never (P3, P10, P21).
--
--   V1b, fsdax: a page is idle as soon as its count is 0, and that is before the free path has
--   cleared folio->mapping. The next request succeeds, its owner sets the mapping, and the old
--   free path clears it (P8 mapping kept).
--
-- All callers in the tree pass one folio. folio_span_valid() looks up the first and the last page
-- frame of the span, with an int for the number of pages; its answer only feeds a VM_WARN_ON_ONCE,
-- so it is left out and spans that leave the page map go on (IN_RANGE = 0: P16).

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V1a FSDAX: no contract" V1B=0, MEMORY=FSDAX, CONTRACT=0, C2=0
-- pinproof: configuration "V1a FSDAX: C2" V1B=0, MEMORY=FSDAX, CONTRACT=0, C2=1
-- pinproof: configuration "V1a FSDAX: C1 + C2" V1B=0, MEMORY=FSDAX, CONTRACT=2, C2=1
-- pinproof: configuration "V1b PRIVATE: no contract" CONTRACT=0, NO_RACE=0, C2=0
-- pinproof: configuration "V1b PRIVATE: no race" CONTRACT=0, NO_RACE=1, C2=0
-- pinproof: configuration "V1b PRIVATE: C2" CONTRACT=0, NO_RACE=1, C2=1
-- pinproof: configuration "V1b PRIVATE: C1w + C2" CONTRACT=1, NO_RACE=1, C2=1
-- pinproof: configuration "V1b PRIVATE: C1" CONTRACT=2, NO_RACE=0, C2=0
-- pinproof: configuration "V1b PRIVATE: C1 + no race" CONTRACT=2, NO_RACE=1, C2=0
-- pinproof: configuration "V1b PRIVATE: C1 + C2" CONTRACT=2, NO_RACE=1, C2=1
-- pinproof: configuration "V1b PRIVATE, indivisible: no contract" INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "V1b PRIVATE, indivisible: C2" INTERLEAVED=0, CONTRACT=0, C2=1
-- pinproof: configuration "V1b PRIVATE, indivisible: C1w" INTERLEAVED=0, CONTRACT=1, C2=0
-- pinproof: configuration "V1b FSDAX: no contract" MEMORY=FSDAX, CONTRACT=0, NO_RACE=0, C2=0
-- pinproof: configuration "V1b FSDAX: no race" MEMORY=FSDAX, CONTRACT=0, NO_RACE=1, C2=0
-- pinproof: configuration "V1b FSDAX: C2" MEMORY=FSDAX, CONTRACT=0, NO_RACE=1, C2=1
-- pinproof: configuration "V1b FSDAX: C1" MEMORY=FSDAX, CONTRACT=2, NO_RACE=0, C2=0
-- pinproof: configuration "V1b FSDAX: C1 + no race" MEMORY=FSDAX, CONTRACT=2, NO_RACE=1, C2=0
-- pinproof: configuration "V1b FSDAX: C1 + C2" MEMORY=FSDAX, CONTRACT=2, NO_RACE=1, C2=1
-- pinproof: configuration "V1b FSDAX, indivisible: no contract" MEMORY=FSDAX, INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "V1b FSDAX, indivisible: C2" MEMORY=FSDAX, INTERLEAVED=0, CONTRACT=0, C2=1
-- pinproof: configuration "V1b FSDAX, indivisible: C1w" MEMORY=FSDAX, INTERLEAVED=0, CONTRACT=1, C2=0
-- pinproof: configuration "V1b, three folios: no contract" FOLIOS=3, TASKS=1, UNIFORM=0, RELEASE=1, CONTRACT=0
-- pinproof: configuration "V1b, three folios: C1" FOLIOS=3, TASKS=1, UNIFORM=0, RELEASE=1, CONTRACT=2
-- pinproof: configuration "V1a FSDAX, C1 + C2, indivisible" V1B=0, MEMORY=FSDAX, INTERLEAVED=0
-- pinproof: configuration "V1a FSDAX, C1 + C2, release" V1B=0, MEMORY=FSDAX, RELEASE=1
-- pinproof: configuration "V1a FSDAX, C1 + C2, three folios" V1B=0, MEMORY=FSDAX, FOLIOS=3, TASKS=1
-- pinproof: configuration "V1a FSDAX, C1 + C2, with waiters" V1B=0, MEMORY=FSDAX, WAITERS=1
-- pinproof: configuration "V1a PRIVATE, C1 + C2, folio_put" V1B=0
-- pinproof: configuration "V1a PRIVATE, C1 + C2, release" V1B=0, RELEASE=1
-- pinproof: configuration "V1b PRIVATE, C1 + C2, release" RELEASE=1
-- pinproof: configuration "V1b PRIVATE, C1 + C2, past the end" IN_RANGE=0
-- pinproof: configuration "V1b PRIVATE, C1 + C2, speculative" SPECULATIVE=1
-- pinproof: configuration "V1b FSDAX, C1 + C2, with waiters" MEMORY=FSDAX, WAITERS=1
-- pinproof: expect "P1 pin exactness" violated
-- pinproof: expect "P1 pin exactness" when INTERLEAVED=0 holds
-- pinproof: expect "P1 pin exactness" when CONTRACT=2, INTERLEAVED=1 violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=2, C2=1 holds
-- pinproof: expect "P1' pin cover while held" violated
-- pinproof: expect "P1' pin cover while held" when INTERLEAVED=0 holds
-- pinproof: expect "P1' pin cover while held" when CONTRACT=2 holds
-- pinproof: expect "P1' pin cover while held" when CONTRACT=2, NO_RACE=0, INTERLEAVED=1 violated
-- pinproof: expect "P1' pin cover while held" when CONTRACT=2, C2=1 holds
-- pinproof: expect "P2 no use after unmap" violated
-- pinproof: expect "P2 no use after unmap" when INTERLEAVED=0 holds
-- pinproof: expect "P2 no use after unmap" when CONTRACT=2 holds
-- pinproof: expect "P2 no use after unmap" when CONTRACT=2, NO_RACE=0, INTERLEAVED=1 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=2, C2=1 holds
-- pinproof: expect "P4 pgmap count not negative" violated
-- pinproof: expect "P4 pgmap count not negative" when INTERLEAVED=0 holds
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=2 holds
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=2, NO_RACE=0, INTERLEAVED=1 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=2, C2=1 holds
-- pinproof: expect "P9 callback under pin" violated
-- pinproof: expect "P9 callback under pin" when INTERLEAVED=0 holds
-- pinproof: expect "P9 callback under pin" when CONTRACT=2 holds
-- pinproof: expect "P9 callback under pin" when CONTRACT=2, NO_RACE=0, INTERLEAVED=1 violated
-- pinproof: expect "P9 callback under pin" when CONTRACT=2, C2=1 holds
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0 violated
-- pinproof: expect "P1'' pin cover while live" violated
-- pinproof: expect "P1'' pin cover while live" when INTERLEAVED=0 holds
-- pinproof: expect "no warning at the switch" when NO_RACE=0, C2=0, INTERLEAVED=1 violated
-- pinproof: expect "P11 complete once" when NO_RACE=0, C2=0, INTERLEAVED=1 violated
-- pinproof: expect "P6 request only at zero" when C2=0 violated
-- pinproof: expect "P7 callback exactness" when C2=0, INTERLEAVED=1 violated
-- pinproof: expect "P8 mapping kept" when C2=0, INTERLEAVED=1 violated
-- pinproof: expect "P10 teardown liveness" when C2=0, INTERLEAVED=1 violated
-- pinproof: expect "P8 hands off" violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=1, INTERLEAVED=1 violated
-- pinproof: expect "P21 loop of puts" vacuous
-- pinproof: expect "P31 waiter woken" vacuous
-- pinproof: expect "P7 callback exactness" when MEMORY=FSDAX vacuous
-- pinproof: expect "P9 callback under pin" when MEMORY=FSDAX vacuous
-- pinproof: expect "P8 mapping kept" when MEMORY=FSDAX, INTERLEAVED=1 violated
-- pinproof: expect "P8 mapping kept" when MEMORY=FSDAX, TASKS=1 holds
-- pinproof: expect "P31 waiter woken" when MEMORY=FSDAX, WAITERS=1 holds
-- pinproof: expect "P24 no stale mapping" when MEMORY=FSDAX vacuous
-- pinproof: expect "P1 pin exactness" when V1B=0, MEMORY=FSDAX violated
-- pinproof: expect "P1' pin cover while held" when V1B=0, MEMORY=FSDAX violated
-- pinproof: expect "P1'' pin cover while live" when V1B=0, MEMORY=FSDAX violated
-- pinproof: expect "P2 no use after unmap" when V1B=0, MEMORY=FSDAX violated
-- pinproof: expect "P4 pgmap count not negative" when V1B=0, MEMORY=FSDAX holds
-- pinproof: expect "P10 teardown liveness" when V1B=0, MEMORY=FSDAX holds
-- pinproof: expect "P12 no new pin after confirm" when V1B=0, MEMORY=FSDAX holds
-- pinproof: expect "no warning at the switch" when V1B=0, MEMORY=FSDAX holds
-- pinproof: expect "P11 complete once" when V1B=0, MEMORY=FSDAX holds
-- pinproof: expect "P8 mapping kept" when V1B=0, MEMORY=FSDAX holds
-- pinproof: expect "P8 hands off" when RELEASE=0, V1B=0, MEMORY=FSDAX holds
-- pinproof: expect "no warning at the switch" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P11 complete once" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P1 pin exactness" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P1' pin cover while held" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P1'' pin cover while live" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P2 no use after unmap" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P4 pgmap count not negative" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P9 callback under pin" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P10 teardown liveness" when V1B=0, MEMORY=PRIVATE, RELEASE=1 violated
-- pinproof: expect "P21 loop of orders" vacuous
-- pinproof: expect "P21 loop of increments" vacuous
-- pinproof: expect "P16 bounds" vacuous
-- pinproof: expect "P17 one order" vacuous
-- pinproof: expect "P17 one order" when UNIFORM=0 holds
-- pinproof: expect "P21 loop of orders" when FOLIOS=3 violated
-- pinproof: expect "P21 loop of increments" when FOLIOS=3 holds
-- pinproof: expect "P21 loop of puts" when FOLIOS=3, RELEASE=1 holds
-- pinproof: expect "P3 folio count not negative" when V1B=1, FOLIOS=3, RELEASE=1 violated
-- pinproof: expect "P10 teardown liveness" when V1B=1, FOLIOS=3, RELEASE=1 violated
-- pinproof: expect "P21 loop of puts" when V1B=1, FOLIOS=3, RELEASE=1 violated
-- pinproof: expect "P17 one order" when FOLIOS=3, UNIFORM=0 violated
-- pinproof: expect "P16 bounds" when IN_RANGE=0 violated
-- pinproof: expect "no warning at the switch" when V1B=1, MEMORY=PRIVATE, SPECULATIVE=1 violated
-- pinproof: expect "P11 complete once" when V1B=1, MEMORY=PRIVATE, SPECULATIVE=1 violated
-- pinproof: expect "P1 pin exactness" when V1B=1, MEMORY=PRIVATE, SPECULATIVE=1 violated
-- pinproof: expect "P1' pin cover while held" when V1B=1, MEMORY=PRIVATE, SPECULATIVE=1 violated
-- pinproof: expect "P2 no use after unmap" when V1B=1, MEMORY=PRIVATE, SPECULATIVE=1 violated
-- pinproof: expect "P4 pgmap count not negative" when V1B=1, MEMORY=PRIVATE, SPECULATIVE=1 violated
-- pinproof: expect "P9 callback under pin" when V1B=1, MEMORY=PRIVATE, SPECULATIVE=1 violated
-- pinproof: expect "P10 teardown liveness" when V1B=1, MEMORY=PRIVATE, SPECULATIVE=1 violated

type
  PgmapType: enum {
    PRIVATE,     -- MEMORY_DEVICE_PRIVATE and COHERENT
    FSDAX        -- MEMORY_DEVICE_FS_DAX
  };

const
  FOLIOS:      2;
  TASKS:       2;
  V1B:         1;  -- 0: V1a   1: V1b
  MEMORY: PRIVATE;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    2;  -- what callers promise about teardown:
                   --   0: nothing
                   --   1: C1w, the page map is not unmapped while a request is in flight
                   --   2: C1, it is not even killed, and no request starts after the kill
  NO_RACE:     0;  -- 1: requests for the same folio do not overlap in time
  C2:          1;  -- 1: an offset has one owner: it is requested only when never requested
                   --    before, or idle again: given back by page_free(), or (fsdax) count 0
  RELEASE:     0;  -- 0: folios are put one by one, with folio_put()
                   -- 1: or all together, with pgmap_release_folios()
  UNIFORM:     1;  -- 1: all folios have one order   0: one of them may differ
  IN_RANGE:    1;  -- 1: callers pass spans of folios of the page map
  SPECULATIVE: 0;  -- 1: folio_try_get() by somebody who holds nothing, as in gup_fast
  WAITERS:     0;  -- 1: the filesystem waits for idle folios

type
  Folio: 0 .. FOLIOS - 1;                      -- in the order of their page frames
  Place: 0 .. FOLIOS;                          -- a folio, or what lies behind the last one
  Task:  scalarset(TASKS);

  Number:     0 .. FOLIOS;
  TaskCount:  0 .. TASKS;
  FolioCount: -(FOLIOS * TASKS) .. 2 * TASKS + 1;
  PgmapCount: -2 * (FOLIOS * TASKS + TASKS) .. 2 * (FOLIOS + TASKS + 1) + FOLIOS * TASKS;

  -- percpu_ref: what its flags and its RCU callback have come to.
  RefMode: enum {
    PERCPU,        -- operations go to the local counter of each CPU
    KILLED,        -- flags DEAD and ATOMIC are set, the RCU callback is queued
    FOLDED,        -- the callback added the local counters up and confirmed the kill
    ATOMIC         -- the callback dropped its guard reference: reaching 0 releases
  };

  -- What the owner knows of an offset, which is as good as a folio here.
  Offset: enum { FREE, REQUESTED, GRANTED };

  Call: enum { NO_CALL, IN_REQUEST, IN_RELEASE, IN_PUT };

  -- The access a task performs next.
  Step: enum {
    IDLE,
    READ_DYING, TEST_ORDER,                          -- pgmap_request_folios()
    INC, READ_COUNT,
    TRYGET_MODE, TRYGET_PERCPU, TRYGET_ATOMIC,
    PUT_REF, READ_AGAIN,                             -- pgmap_release_folios()
    WAKE, CLEAR_MAPPING, PAGE_FREE, READ_PGMAP,      -- free_zone_device_page()
    UNPIN_MODE, UNPIN_PERCPU, UNPIN_ATOMIC           -- put_dev_pagemap()
  };

  -- Somebody who waits for an idle page: xfs_break_dax_layouts(), with ___wait_var_event().
  Waiter: enum { NOBODY, ENQUEUED, ASLEEP };

var
  -- struct dev_pagemap
  mode:      RefMode;
  percpu:    PgmapCount;                       -- sum of the local counters
  count:     PgmapCount;                       -- the atomic count, without its bias
  bulk:      boolean;                          -- the pins of memremap_pages() are still counted
  completed: boolean;                          -- pgmap->done
  unmapped:  boolean;                          -- the struct pages are gone
  readers:   TaskCount;                        -- CPUs that read percpu mode and have yet to act

  odd:       Place;                            -- the folio of another order, if any
  ref:       array[Folio] of FolioCount;       -- folio->_refcount
  mapping:   array[Folio] of boolean;          -- folio->mapping is set
  offset:    array[Folio] of Offset;           -- requested by a call, granted by its return,
                                               --   free again when idle or after a failure
  waiter:    array[Folio] of Waiter;
  -- the callers
  step:      array[Task] of Step;
  call:      array[Task] of Call;
  first:     array[Task] of Folio;             -- the arguments of the call, undefined outside
  number:    array[Task] of Number;
  iter:      array[Task] of Place;             -- its loop variables
  i:         array[Task] of Number;
  freeing:   array[Task] of boolean;           -- in free_zone_device_page()
  holds:     array[Task] of array[Folio] of boolean;   -- folios returned to this task, not yet put
  peeks:     array[Task] of array[Folio] of boolean;   -- speculative references of this task
  requests:  TaskCount;                        -- request calls in flight, for the contracts
  busy:      boolean;                          -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What depends on version and type

-- memremap_pages() and memunmap_pages() take and drop a pin for each page.
function has_bulk_pins(): boolean;
begin
  return V1B = 0 & MEMORY = FSDAX;
end;

function idle_count(): FolioCount;
begin
  return (V1B = 0 & MEMORY = FSDAX ? 1 : 0);
end;

function is_live(f: Folio): boolean;
begin
  return ref[f] > idle_count();
end;

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
  for f: Folio do if is_live(f) then n := n + 1; end; end;
  return n;
end;

-- The pins there should be: those in bulk until they are dropped, or one for each live folio.
function pins_owed(): PgmapCount;
begin
  return (bulk ? FOLIOS : live_folios());
end;

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

function nothing_is_held(): boolean;
begin
  return forall t: Task do forall f: Folio do !holds[t][f] & !peeks[t][f] end end;
end;

function is_in_span(f: Folio; from: Folio; n: Number): boolean;
begin
  return from <= f & f < from + n;
end;

function is_being_requested(f: Folio): boolean;
begin
  return exists t: Task do call[t] = IN_REQUEST & is_in_span(f, first[t], number[t]) end;
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

-- Keeps the model finite: books that are wrong once get worse with every request, and nobody
-- requests any more when they are this far off.
function books_are_close(f: Folio): boolean;
begin
  return ref[f] >= 0 & pins() >= 0 & pins() < pins_owed() + TASKS;
end;

function may_request(f: Folio): boolean;
begin
  return (INTERLEAVED = 1 | !busy)
       & books_are_close(f)
       & (CONTRACT = 1 -> !unmapped)
       & (CONTRACT = 2 -> mode = PERCPU)
       & (NO_RACE = 1 -> !is_being_requested(f))
       & (C2 = 1 -> offset[f] = FREE);
end;

--------------------------------------------------------------------------------------------------
-- Beginnings and ends of calls

procedure enter(t: Task; what: Call; from: Folio; n: Number);
begin
  call[t] := what;
  first[t] := from;
  number[t] := n;
  iter[t] := from;
  i[t] := 0;
  if what = IN_REQUEST then requests := requests + 1; end;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  if call[t] = IN_REQUEST then requests := requests - 1; end;
  call[t] := NO_CALL;
  step[t] := IDLE;
  undefine first[t];
  undefine number[t];
  undefine iter[t];
  undefine i[t];
  busy := false;
end;

-- The caller sets folio->mapping of what it got, as dax_associate_entry() does.
procedure return_true(t: Task);
begin
  for f: Folio do
    if is_in_span(f, first[t], number[t]) then
      holds[t][f] := true;
      mapping[f] := true;
      offset[f] := GRANTED;
    end;
  end;
  leave(t);
end;

procedure return_false(t: Task);
begin
  for f: Folio do
    if is_in_span(f, first[t], number[t]) & offset[f] = REQUESTED then offset[f] := FREE; end;
  end;
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
-- The loops

-- for (iter = folio_next(folio), i = 1; i < nr_folios; iter = folio_next(folio), i++) of orders
procedure next_order(t: Task);
begin
  i[t] := i[t] + 1;
  if i[t] < number[t] then
    iter[t] := first[t] + 1;
    step[t] := TEST_ORDER;
  else
    iter[t] := first[t];
    i[t] := 0;
    step[t] := INC;
  end;
end;

-- for (iter = folio, i = 0; i < nr_folios; iter = folio_next(iter), i++) of increments
procedure next_request(t: Task);
begin
  i[t] := i[t] + 1;
  if i[t] < number[t] then
    iter[t] := iter[t] + 1;
    step[t] := INC;
  else
    return_true(t);
  end;
end;

-- V1a: for (...; iter = folio_next(iter), i++)   V1b: for (...; iter = folio_next(folio), i++)
procedure next_put(t: Task);
begin
  i[t] := i[t] + 1;
  if call[t] = IN_RELEASE & i[t] < number[t] then
    iter[t] := (V1B = 1 ? first[t] : iter[t]) + 1;
    step[t] := PUT_REF;
  else
    leave(t);
  end;
end;

-- The folio is put, and freed if it was to be.
procedure put_is_done(t: Task);
begin
  freeing[t] := false;
  if call[t] = IN_RELEASE & V1B = 0 then step[t] := READ_AGAIN; else next_put(t); end;
end;

-- Lowers the count; says whether there is more to do than that.
function put_ref(f: Folio): boolean;
begin
  ref[f] := ref[f] - 1;
  if MEMORY = FSDAX & ref[f] = idle_count() then offset[f] := FREE; end;
  return ref[f] = idle_count();
end;

-- V1a, fsdax: if (page_ref_sub_return(page, refs) == 1) wake_up_var(page);
-- Otherwise 0 leads to free_zone_device_page(), which in V1b begins with wake_up_var(page).
procedure put_last(t: Task);
begin
  freeing[t] := true;
  step[t] := (MEMORY = FSDAX ? WAKE : PAGE_FREE);
end;

--------------------------------------------------------------------------------------------------

ruleset place: Place do
  startstate "memremap_pages: the page map is live, every folio idle"
  begin
    mode := PERCPU;
    percpu := (has_bulk_pins() ? FOLIOS : 0);
    count := 1;
    bulk := has_bulk_pins();
    completed := false;
    unmapped := false;
    readers := 0;
    requests := 0;
    busy := false;
    odd := (UNIFORM = 1 ? FOLIOS : place);
    for f: Folio do
      ref[f] := idle_count();
      mapping[f] := false;
      offset[f] := FREE;
      waiter[f] := NOBODY;
    end;
    for t: Task do
      step[t] := IDLE;
      call[t] := NO_CALL;
      undefine first[t];
      undefine number[t];
      undefine iter[t];
      undefine i[t];
      freeing[t] := false;
      for f: Folio do
        holds[t][f] := false;
        peeks[t][f] := false;
      end;
    end;
  end;
end;

-- pgmap_request_folios(pgmap, folio, nr_folios) --------------------------------------------------

ruleset t: Task; from: Folio; n: 1 .. FOLIOS do
  rule "request"
    step[t] = IDLE & (IN_RANGE = 1 -> from + n <= FOLIOS)
    & forall f: Folio do
        is_in_span(f, from, n) -> !holds[t][f] & !peeks[t][f] & may_request(f)
      end
  ==>
  begin
    enter(t, IN_REQUEST, from, n);
    for f: Folio do
      if is_in_span(f, from, n) & offset[f] = FREE then offset[f] := REQUESTED; end;
    end;
    step[t] := READ_DYING;
  end;
end;

ruleset t: Task do
  -- if (WARN_ON_ONCE(percpu_ref_is_dying(&pgmap->ref))) return false;
  rule "is_dying? no"
    step[t] = READ_DYING & mode = PERCPU & may_run(t)
  ==>
  begin
    next_order(t);
  end;

  rule "is_dying? yes, return false"
    step[t] = READ_DYING & mode != PERCPU & may_run(t)
  ==>
  begin
    return_false(t);
  end;

  -- if (WARN_ON_ONCE(folio_order(iter) != folio_order(folio))) return false;
  rule "folio_order: as the first"
    step[t] = TEST_ORDER & iter[t] < FOLIOS & (iter[t] = odd) = (first[t] = odd) & may_run(t)
  ==>
  begin
    next_order(t);
  end;

  rule "folio_order: differs, return false"
    step[t] = TEST_ORDER & iter[t] < FOLIOS & (iter[t] = odd) != (first[t] = odd) & may_run(t)
  ==>
  begin
    return_false(t);
  end;

  -- folio_ref_inc(iter);
  rule "folio_ref_inc"
    step[t] = INC & iter[t] < FOLIOS & may_run(t)
  ==>
  begin
    ref[iter[t]] := ref[iter[t]] + 1;
    step[t] := READ_COUNT;
  end;

  -- What P16 reports: there is no such folio, or it is somebody else's.
  rule "oops: behind the page map"
    (step[t] = TEST_ORDER | step[t] = INC) & iter[t] = FOLIOS & may_run(t)
  ==>
  begin
    return_false(t);
  end;

  -- if (folio_ref_count(iter) == 1)
  rule "folio_ref_count = 1?"
    step[t] = READ_COUNT & may_run(t)
  ==>
  begin
    if ref[iter[t]] = 1 then step[t] := TRYGET_MODE; else next_request(t); end;
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
    next_request(t);
  end;

  -- atomic_long_inc_not_zero(&ref->data->count). Until the RCU callback has folded the local
  -- counters in, a bias keeps the count from being 0.
  rule "tryget: inc_not_zero"
    step[t] = TRYGET_ATOMIC & (mode = KILLED | count != 0) & may_run(t)
  ==>
  begin
    count := count + 1;
    next_request(t);
  end;

  rule "tryget: count is 0, ignored"
    step[t] = TRYGET_ATOMIC & mode != KILLED & count = 0 & may_run(t)
  ==>
  begin
    next_request(t);
  end;
end;

-- pgmap_release_folios(folio, nr_folios), folio_put(folio) ---------------------------------------

ruleset t: Task; from: Folio; n: 1 .. FOLIOS do
  rule "release"
    RELEASE = 1 & step[t] = IDLE & from + n <= FOLIOS & may_run(t)
    & forall f: Folio do is_in_span(f, from, n) -> holds[t][f] end
  ==>
  begin
    for f: Folio do if is_in_span(f, from, n) then holds[t][f] := false; end; end;
    enter(t, IN_RELEASE, from, n);
    step[t] := PUT_REF;
  end;
end;

ruleset t: Task do
  -- if (!put_devmap_managed_page(&iter->page)) folio_put(iter);
  rule "release: folio_put(iter)"
    step[t] = PUT_REF & may_run(t)
  ==>
  begin
    if put_ref(iter[t]) then put_last(t); else put_is_done(t); end;
  end;

  -- V1a: if (!folio_ref_count(iter)) put_dev_pagemap(pgmap);
  rule "release: folio_ref_count = 0?"
    step[t] = READ_AGAIN & may_run(t)
  ==>
  begin
    if ref[iter[t]] = 0 then step[t] := UNPIN_MODE; else next_put(t); end;
  end;
end;

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
    if put_ref(f) then
      enter(t, IN_PUT, f, 1);
      put_last(t);
    end;
  end;
end;

-- free_zone_device_page(page) --------------------------------------------------------------------

ruleset t: Task do
  -- V1b: wake_up_var(page), and for other types than fsdax there is nobody to wake.
  rule "wake_up_var"
    step[t] = WAKE & may_run(t)
  ==>
  begin
    if waiter[iter[t]] = ASLEEP then waiter[iter[t]] := ENQUEUED; end;
    if V1B = 1 then step[t] := CLEAR_MAPPING; else put_is_done(t); end;
  end;

  -- page->mapping = NULL; and an fsdax page map has no page_free().
  rule "mapping = NULL"
    step[t] = CLEAR_MAPPING & may_run(t)
  ==>
  begin
    mapping[iter[t]] := false;
    step[t] := READ_PGMAP;
  end;

  -- page->mapping = NULL; page->pgmap->ops->page_free(page);
  rule "page_free()"
    step[t] = PAGE_FREE & may_run(t)
  ==>
  begin
    mapping[iter[t]] := false;
    offset[iter[t]] := FREE;
    step[t] := READ_PGMAP;
  end;

  -- put_dev_pagemap(page->pgmap);
  rule "read page->pgmap"
    step[t] = READ_PGMAP & may_run(t)
  ==>
  begin
    step[t] := UNPIN_MODE;
  end;

  -- percpu_ref_put(): if (__ref_is_percpu(ref, ...)) ...
  rule "pgmap put: read mode"
    step[t] = UNPIN_MODE & may_run(t)
  ==>
  begin
    read_mode(t, UNPIN_PERCPU, UNPIN_ATOMIC);
  end;

  -- this_cpu_dec(*percpu_count);
  rule "pgmap put: this_cpu_dec"
    step[t] = UNPIN_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu - 1;
    readers := readers - 1;
    if freeing[t] then put_is_done(t); else next_put(t); end;
  end;

  -- if (atomic_long_dec_and_test(&ref->data->count)) ref->data->release(ref);
  rule "pgmap put: dec_and_test"
    step[t] = UNPIN_ATOMIC & may_run(t)
  ==>
  begin
    count := count - 1;
    if (mode = FOLDED | mode = ATOMIC) & count = 0 then release(); end;
    if freeing[t] then put_is_done(t); else next_put(t); end;
  end;
end;

-- fsdax: ___wait_var_event(page, dax_page_idle(page), ...) ---------------------------------------

ruleset f: Folio do
  rule "wait: enqueue"
    WAITERS = 1 & MEMORY = FSDAX & waiter[f] = NOBODY & !unmapped & teardown_may_run()
  ==>
  begin
    waiter[f] := ENQUEUED;
  end;

  rule "wait: idle? yes"
    waiter[f] = ENQUEUED & ref[f] = idle_count() & !unmapped & teardown_may_run()
  ==>
  begin
    waiter[f] := NOBODY;
  end;

  rule "wait: idle? no, sleep"
    waiter[f] = ENQUEUED & ref[f] != idle_count() & !unmapped & teardown_may_run()
  ==>
  begin
    waiter[f] := ASLEEP;
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

-- V1a: for (i = 0; i < pgmap->nr_range; i++) percpu_ref_put_many(&pgmap->ref, pfn_len(pgmap, i));
rule "percpu_ref_put_many(pages)"
  mode != PERCPU & bulk & teardown_may_run()
==>
begin
  bulk := false;
  count := count - FOLIOS;
  if (mode = FOLDED | mode = ATOMIC) & count = 0 then release(); end;
end;

-- The grace period is over when nobody who read the mode before the kill has yet to act on it.
rule "RCU: fold counters"
  mode = KILLED & teardown_may_run() & readers = 0
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

-- wait_for_completion(&pgmap->done); pageunmap_range(pgmap, i);
rule "unmap"
  completed & !unmapped & !bulk & teardown_may_run() & (CONTRACT >= 1 -> requests = 0)
==>
begin
  unmapped := true;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each live folio, whenever no call is in flight; pins in bulk until they are dropped.
invariant "P1 pin exactness"
  all_idle() -> pins() = pins_owed();

-- From the return of a successful request to the caller's own put.
invariant "P1' pin cover while held"
  forall t: Task do forall f: Folio do holds[t][f] -> pins() >= 1 end end;

-- A count above idle is pinned at every instant, inside calls too.
invariant "P1'' pin cover while live"
  (INTERLEAVED = 1 | all_idle()) & live_folios() > 0 -> pins() >= 1;

-- Nobody is left who will touch a struct page, by a call in flight or by a folio still held.
invariant "P2 no use after unmap"
  unmapped -> all_idle() & nothing_is_held();

-- No reference to a folio is put that nobody took.
invariant "P3 folio count not negative"
  forall f: Folio do ref[f] >= 0 end;

-- Of the logical sum: the counters alone hide a stray put until the kill.
invariant "P4 pgmap count not negative"
  pins() >= 0;

-- A request that fails gives back what it took itself, and runs no page_free(). Here it fails
-- before it takes anything.
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
  MEMORY = PRIVATE -> forall f: Folio do
    ((offset[f] = GRANTED & ref[f] = 0) = exists t: Task do step[t] = PAGE_FREE & iter[t] = f end)
    & forall t: Task do forall u: Task do
        step[t] = PAGE_FREE & step[u] = PAGE_FREE & iter[t] = f & iter[u] = f -> t = u
      end end
  end;

-- Once a folio is given back, by page_free() or (fsdax) by an idle count, nobody on the way out
-- reads or writes it.
invariant "P8 hands off"
  forall t: Task do
    step[t] != READ_AGAIN & step[t] != CLEAR_MAPPING & step[t] != READ_PGMAP
  end;

-- What that may come to: the mapping that the next owner has set is cleared.
invariant "P8 mapping kept"
  forall t: Task do forall f: Folio do holds[t][f] -> mapping[f] end end;

-- A mapping that survived page_free() would make the next owner's page look like an anonymous one.
invariant "P24 no stale mapping"
  MEMORY = PRIVATE -> forall f: Folio do offset[f] = FREE -> !mapping[f] end;

-- page_free() reaches the driver through the page map.
invariant "P9 callback under pin"
  forall t: Task do step[t] = PAGE_FREE -> pins() >= 1 end;

-- No task is about to add a pin once the kill is confirmed.
invariant "P12 no new pin after confirm"
  (mode = FOLDED | mode = ATOMIC) & count != 0 -> forall t: Task do step[t] != TRYGET_ATOMIC end;

-- A span that leaves the page map is refused before any memory behind it is touched.
invariant "P16 bounds"
  IN_RANGE = 0 -> forall t: Task do
    step[t] = TEST_ORDER | step[t] = INC -> iter[t] < FOLIOS
  end;

-- The folios of a request that goes ahead have one order.
invariant "P17 one order"
  UNIFORM = 0 -> forall t: Task do
    step[t] = INC & number[t] > 1 -> !(first[t] <= odd & odd < first[t] + number[t])
  end;

-- Each folio of the argument is visited exactly once, in order. Nobody can get that wrong with less
-- than three.
invariant "P21 loop of orders"
  FOLIOS >= 3 -> forall t: Task do step[t] = TEST_ORDER -> iter[t] = first[t] + i[t] end;

invariant "P21 loop of increments"
  FOLIOS >= 3 -> forall t: Task do step[t] = INC -> iter[t] = first[t] + i[t] end;

invariant "P21 loop of puts"
  FOLIOS >= 3 & RELEASE = 1 -> forall t: Task do step[t] = PUT_REF -> iter[t] = first[t] + i[t] end;

-- Whoever sleeps until a page is idle does not oversleep it.
invariant "P31 waiter woken"
  forall f: Folio do
    waiter[f] = ASLEEP & ref[f] = idle_count()
      -> exists t: Task do step[t] = WAKE & iter[t] = f end
  end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
