-- amdkfd SVM: pages of VRAM that belong to buffer objects of TTM (drivers/gpu/drm/amd/amdkfd/
-- kfd_migrate.c, kfd_svm.c): a client that brings its own allocator, and does not track pages.
--
--     svm_migrate_ram_to_vram(), one range          svm_migrate_page_free()
--       svm_bo: the range's, or a new one             svm_bo = page->zone_device_data
--       for each page:                                if (svm_bo) put svm_bo
--         V0b, V1: get svm_bo, zone_device_data =       (zone_device_data stays)
--         svm_bo, request the page                    the last put gives the VRAM back to TTM
--         V2: request, get svm_bo, zone_device_data = svm_bo
--
-- Felix Kuehling asks in the thread of V2 whether TTM's allocation would do as the allocator of
-- offsets, and the answer is yes. It does for whole buffer objects: each page in use has a
-- reference to its buffer object, so TTM gets the VRAM back only when all its pages are free.
-- Within a buffer object nobody keeps books. A range that has moved a page out to system memory
-- takes it for free, and that is true only if the entry's reference was the last one.
--
--   * A page fault on another CPU (do_swap_page(), migrate-to-ram.m) may hold a reference for a
--     moment longer. If the range moves back meanwhile, V0b stores a count of 1 over it, and the
--     late put frees a page in use (P3, P7, P22); V2 returns on v > 1, and the buffer object has
--     one reference too many ("buffer object balance"), for good. No contract about teardown
--     helps; it is C2 that is broken. EXTRA = 0, nobody holds references but entries, is what the
--     driver assumes, and under C1 all is well then.
--   * V3 refuses the page, and the driver, which looks at no result, goes through NULL (P23). With
--     CHECKED = 1 the page stays in system memory, and under C1w all is well but P7: a request may
--     come between the last put and its page_free(), when the count is 0 already. Here page_free()
--     then puts one reference to the same buffer object that the request has got, so nothing comes
--     of it. This is the client for which the review's wish for a count of 0 makes the difference.
--   * V2's undo runs page_free() on a page whose zone_device_data is left over from its last use:
--     it puts a reference that the page does not have (P24).
--
-- Two ranges share the VRAM of one buffer object, one after the other. Followed from both sides of
-- the patch of V2 (its minus side is V1). VERSION is that of the request: 0
-- zone_device_page_init(), 2 pgmap_request_folio() as posted, 3 the same after its review, page map
-- pin first.
--
-- Left out: races inside the request function and inside percpu_ref; eviction by TTM; that the put
-- of svm_bo is done by a worker. A range's migrations exclude each other (migrate_mutex), so each
-- range is one task.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V0b: no contract" VERSION=0, CONTRACT=0
-- pinproof: configuration "V0b: C1w" VERSION=0, CONTRACT=1
-- pinproof: configuration "V0b: C1" VERSION=0, CONTRACT=2
-- pinproof: configuration "V0b, entries only: no contract" VERSION=0, EXTRA=0, CONTRACT=0
-- pinproof: configuration "V0b, entries only: C1w" VERSION=0, EXTRA=0, CONTRACT=1
-- pinproof: configuration "V0b, entries only: C1" VERSION=0, EXTRA=0, CONTRACT=2
-- pinproof: configuration "V2: no contract" VERSION=2, CONTRACT=0
-- pinproof: configuration "V2: C1w" VERSION=2, CONTRACT=1
-- pinproof: configuration "V2: C1" VERSION=2, CONTRACT=2
-- pinproof: configuration "V2, entries only: no contract" VERSION=2, EXTRA=0, CONTRACT=0
-- pinproof: configuration "V2, entries only: C1w" VERSION=2, EXTRA=0, CONTRACT=1
-- pinproof: configuration "V2, entries only: C1" VERSION=2, EXTRA=0, CONTRACT=2
-- pinproof: configuration "V3: no contract" VERSION=3, CONTRACT=0
-- pinproof: configuration "V3: C1w" VERSION=3, CONTRACT=1
-- pinproof: configuration "V3: C1" VERSION=3, CONTRACT=2
-- pinproof: configuration "V3, checked: no contract" VERSION=3, CHECKED=1, CONTRACT=0
-- pinproof: configuration "V3, checked: C1w" VERSION=3, CHECKED=1, CONTRACT=1
-- pinproof: configuration "V3, checked: C1" VERSION=3, CHECKED=1, CONTRACT=2
-- pinproof: configuration "V2, indivisible: no contract" VERSION=2, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "V2, indivisible: C1w" VERSION=2, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "V2, indivisible: C1" VERSION=2, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "V2, indivisible, entries only: no contract" VERSION=2, INTERLEAVED=0, EXTRA=0, CONTRACT=0
-- pinproof: configuration "V2, indivisible, entries only: C1w" VERSION=2, INTERLEAVED=0, EXTRA=0, CONTRACT=1
-- pinproof: configuration "V2, indivisible, entries only: C1" VERSION=2, INTERLEAVED=0, EXTRA=0, CONTRACT=2
-- pinproof: expect "P1 pin exactness" when EXTRA=1, VERSION=0 violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=0, VERSION=0 violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=1, VERSION=0 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=1, VERSION=0 violated
-- pinproof: expect "P3 folio count not negative" when EXTRA=1, VERSION=0 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=0, VERSION=0 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=1, VERSION=0 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P6 request only at zero" when VERSION=0 vacuous
-- pinproof: expect "P6 request only at zero" when EXTRA=1, VERSION=2 violated
-- pinproof: expect "P7 callback exactness" when EXTRA=1, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when CONTRACT=1, INTERLEAVED=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P22 offset ownership" when EXTRA=1, VERSION=2 violated
-- pinproof: expect "P22 offset ownership" when EXTRA=1, VERSION=0 violated
-- pinproof: expect "buffer object balance" when EXTRA=1, VERSION=2 violated
-- pinproof: expect "buffer object balance" when EXTRA=1, VERSION=0 violated
-- pinproof: expect "P23 failed request handled" when CHECKED=0, CONTRACT=0 violated
-- pinproof: expect "P23 failed request handled" when CHECKED=0, CONTRACT=1 violated
-- pinproof: expect "P23 failed request handled" when CHECKED=0, VERSION=3 violated
-- pinproof: expect "P24 own private data" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P24 own private data" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P10 teardown liveness" when CHECKED=0, CONTRACT=0 violated
-- pinproof: expect "P10 teardown liveness" when CHECKED=0, CONTRACT=1 violated
-- pinproof: expect "P10 teardown liveness" when CHECKED=0, VERSION=3 violated
-- pinproof: expect "P10 teardown liveness" when EXTRA=1, VERSION=0 violated

const
  PAGES:       2;  -- of the buffer object
  TASKS:       2;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    2;  -- 0: none   1: C1w, no unmap during a call   2: C1, no kill either
  VERSION:     2;  -- of the request function, see above
  CHECKED:     0;  -- 1: a page whose request failed stays in system memory
  EXTRA:       1;  -- 1: others may hold a reference to a page, too

type
  Page:      0 .. PAGES - 1;
  Next:      0 .. PAGES;
  Task:      scalarset(TASKS);
  PageCount: -1 .. 2 + TASKS;
  PinCount:  -(PAGES + TASKS) .. PAGES + TASKS + 1;
  BoCount:   -(PAGES + 1) .. 3 * PAGES + 1;

  Life: enum { LIVE, DYING, SWITCHED };        -- percpu_ref of the page map, in short

  -- Ghost: what has become of the last request for a page.
  Offset: enum { FREE, REQUESTED, GRANTED, REFUSED };

  Call: enum { NO_CALL, IN_MIGRATE, IN_PUT };

  Step: enum {
    IDLE,
    NEXT_PAGE, BO_GET, STORE_DATA, REQUEST, TAKE_REFERENCES, UNDO_PUT, GOT_NULL, OOPS,
    BO_PUT, PGMAP_PUT                                                  -- the free path
  };

var
  life:      Life;
  pins:      PinCount;                         -- without the initial and the guard reference
  completed: boolean;
  unmapped:  boolean;

  -- the VRAM, and the buffer object that has it
  bo_ref:    BoCount;                          -- 0: TTM has it
  bo_of:     Task;                             -- the range it was made for, undefined if none
  ref:       array[Page] of PageCount;         -- page->_refcount
  data:      array[Page] of Task;              -- zone_device_data: the range of svm_bo, or NULL
  offset:    array[Page] of Offset;
  extra:     array[Page] of boolean;           -- somebody else holds a reference

  -- the ranges
  has_bo:    array[Task] of boolean;           -- prange->svm_bo
  entry:     array[Task] of array[Page] of boolean;    -- the page is mapped
  step:      array[Task] of Step;
  call:      array[Task] of Call;
  at:        array[Task] of Next;              -- the page
  requests:  0 .. TASKS;
  busy:      boolean;                          -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

function live_pages(): PinCount;
var n: PinCount;
begin
  n := 0;
  for p: Page do if ref[p] > 0 then n := n + 1; end; end;
  return n;
end;

function entries(p: Page): PageCount;
var n: PageCount;
begin
  n := 0;
  for t: Task do if entry[t][p] then n := n + 1; end; end;
  return n;
end;

-- Once the struct pages are gone nothing runs: P2 reports who would. Counts below zero are not
-- followed any further.
function may_run(t: Task): boolean;
begin
  return !unmapped & (INTERLEAVED = 1 | !busy | step[t] != IDLE)
       & pins >= 0 & bo_ref >= 0 & forall p: Page do ref[p] >= 0 end;
end;

function others_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

procedure enter(t: Task; p: Next; what: Call; first: Step);
begin
  at[t] := p;
  call[t] := what;
  step[t] := first;
  if what = IN_MIGRATE then requests := requests + 1; end;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  if call[t] = IN_MIGRATE then requests := requests - 1; end;
  step[t] := IDLE;
  call[t] := NO_CALL;
  at[t] := 0;
  busy := false;
end;

-- svm_range_bo_unref()
procedure bo_put();
begin
  bo_ref := bo_ref - 1;
  if bo_ref = 0 then undefine bo_of; end;
end;

-- The destination page of the migration: its entry has the reference.
procedure migrated(t: Task);
begin
  entry[t][at[t]] := true;
  at[t] := at[t] + 1;
  step[t] := NEXT_PAGE;
end;

procedure granted(t: Task; really: boolean);
begin
  offset[at[t]] := really ? GRANTED : REFUSED;
  if VERSION >= 2 then step[t] := BO_GET; else migrated(t); end;
end;

--------------------------------------------------------------------------------------------------

startstate "all VRAM is TTM's"
begin
  life := LIVE;
  pins := 0;
  completed := false;
  unmapped := false;
  bo_ref := 0;
  undefine bo_of;
  requests := 0;
  busy := false;
  for p: Page do
    ref[p] := 0;
    undefine data[p];
    offset[p] := FREE;
    extra[p] := false;
  end;
  for t: Task do
    has_bo[t] := false;
    step[t] := IDLE;
    call[t] := NO_CALL;
    at[t] := 0;
    for p: Page do entry[t][p] := false; end;
  end;
end;

-- svm_migrate_ram_to_vram(prange), svm_migrate_copy_to_vram() -----------------------------------

ruleset t: Task do
  -- svm_range_vram_node_new(): the range's buffer object if it has one, a new one otherwise
  rule "vram_node_new"
    step[t] = IDLE & (has_bo[t] | bo_ref = 0) & may_run(t)
    & (CONTRACT >= 1 -> !unmapped) & (CONTRACT = 2 -> life = LIVE)
    & (exists p: Page do !entry[t][p] end)
    & bo_ref <= 2 * PAGES                    -- a leak this large is not followed any further
  ==>
  begin
    if !has_bo[t] then
      bo_ref := 1;
      bo_of := t;
      has_bo[t] := true;
    end;
    enter(t, 0, IN_MIGRATE, NEXT_PAGE);
  end;

  -- for (i = j = 0; i < npages; i++) if (spage && !is_zone_device_page(spage)) ...
  rule "next page"
    step[t] = NEXT_PAGE & may_run(t)
  ==>
  begin
    while at[t] < PAGES & entry[t][at[t]] do at[t] := at[t] + 1; end;
    if at[t] = PAGES then
      leave(t);
    else
      step[t] := VERSION >= 2 ? REQUEST : BO_GET;
    end;
  end;

  -- svm_range_bo_ref(prange->svm_bo);
  rule "svm_range_bo_ref"
    step[t] = BO_GET & may_run(t)
  ==>
  begin
    bo_ref := bo_ref + 1;
    step[t] := STORE_DATA;
  end;

  -- page->zone_device_data = prange->svm_bo;
  rule "zone_device_data = svm_bo"
    step[t] = STORE_DATA & may_run(t)
  ==>
  begin
    data[at[t]] := t;
    if VERSION >= 2 then migrated(t); else step[t] := REQUEST; end;
  end;

  -- WARN_ON_ONCE(!percpu_ref_tryget_live(&page->pgmap->ref)); set_page_count(page, 1);
  rule "zone_device_page_init()"
    step[t] = REQUEST & VERSION = 0 & may_run(t)
  ==>
  var live: boolean;
  begin
    live := life = LIVE;
    if live then pins := pins + 1; end;
    ref[at[t]] := 1;
    granted(t, live);
  end;

  -- if (WARN_ON_ONCE(percpu_ref_is_dying(&pgmap->ref))) return NULL;
  rule "request: is_dying?"
    step[t] = REQUEST & VERSION = 2 & may_run(t)
  ==>
  begin
    if offset[at[t]] = FREE then offset[at[t]] := REQUESTED; end;
    step[t] := life = LIVE ? TAKE_REFERENCES : GOT_NULL;
  end;

  -- v = folio_ref_inc_return(folio); if (v > 1) return folio; percpu_ref_tryget(&pgmap->ref)
  rule "request: ref + 1, tryget"
    step[t] = TAKE_REFERENCES & may_run(t)
  ==>
  begin
    ref[at[t]] := ref[at[t]] + 1;
    if ref[at[t]] > 1 then
      granted(t, true);
    elsif life != SWITCHED | pins != 0 then
      pins := pins + 1;
      granted(t, true);
    else
      step[t] := UNDO_PUT;
    end;
  end;

  -- if (WARN_ON_ONCE(!percpu_ref_tryget(&pgmap->ref))) { folio_put(folio); return NULL; }
  rule "undo: folio_put"
    step[t] = UNDO_PUT & may_run(t)
  ==>
  begin
    ref[at[t]] := ref[at[t]] - 1;
    step[t] := ref[at[t]] = 0 ? BO_PUT : GOT_NULL;
  end;

  -- The review: pin the page map, then cmpxchg(&folio->_refcount, 0, 1).
  rule "request: tryget_live, cmpxchg(ref, 0, 1)"
    step[t] = REQUEST & VERSION = 3 & may_run(t)
  ==>
  begin
    if life = LIVE & ref[at[t]] = 0 then
      offset[at[t]] := REQUESTED;
      pins := pins + 1;
      ref[at[t]] := 1;
      granted(t, true);
    else
      step[t] := GOT_NULL;
    end;
  end;

  -- page = &folio->page; page->zone_device_data = prange->svm_bo;              with folio == NULL
  rule "NULL->zone_device_data = svm_bo"
    step[t] = GOT_NULL & CHECKED = 0 & may_run(t)
  ==>
  begin
    step[t] := OOPS;
    busy := false;
  end;

  -- if (!folio) { migrate->dst[i] = 0; continue; }, which nobody wrote
  rule "NULL: not this page"
    step[t] = GOT_NULL & CHECKED = 1 & may_run(t)
  ==>
  begin
    if offset[at[t]] = REQUESTED then offset[at[t]] := FREE; end;
    at[t] := at[t] + 1;
    step[t] := NEXT_PAGE;
  end;
end;

-- Out of VRAM -----------------------------------------------------------------------------------

ruleset t: Task; p: Page do
  -- migrate_vma_finalize(): put_page(page), the reference of the entry
  rule "migrate out: put_page"
    step[t] = IDLE & entry[t][p] & may_run(t)
  ==>
  begin
    entry[t][p] := false;
    ref[p] := ref[p] - 1;
    if ref[p] = 0 then enter(t, p, IN_PUT, BO_PUT); end;
  end;

  -- get_page() of a fault while the entry is there, and its put
  rule "other: get_page"
    EXTRA = 1 & entry[t][p] & ref[p] > 0 & !extra[p] & !unmapped & others_may_run()
  ==>
  begin
    extra[p] := true;
    ref[p] := ref[p] + 1;
  end;

  rule "other: put_page"
    extra[p] & step[t] = IDLE & may_run(t)
  ==>
  begin
    extra[p] := false;
    ref[p] := ref[p] - 1;
    if ref[p] = 0 then enter(t, p, IN_PUT, BO_PUT); end;
  end;
end;

ruleset t: Task do
  -- svm_bo = page->zone_device_data; if (svm_bo) svm_range_bo_unref_async(svm_bo);
  rule "page_free: svm_range_bo_unref"
    step[t] = BO_PUT & may_run(t)
  ==>
  begin
    offset[at[t]] := FREE;
    if !isundefined(data[at[t]]) then bo_put(); end;
    step[t] := PGMAP_PUT;
  end;

  -- put_dev_pagemap(page->pgmap);
  rule "pgmap put"
    step[t] = PGMAP_PUT & may_run(t)
  ==>
  begin
    pins := pins - 1;
    if life = SWITCHED & pins = 0 then completed := true; end;
    if call[t] = IN_MIGRATE then step[t] := GOT_NULL; else leave(t); end;
  end;

  -- svm_range_vram_node_free(prange), when no page of the range is left
  rule "vram_node_free"
    step[t] = IDLE & has_bo[t] & (forall p: Page do !entry[t][p] end) & may_run(t)
  ==>
  begin
    has_bo[t] := false;
    bo_put();
  end;
end;

-- memunmap_pages(&kfddev->pgmap) ----------------------------------------------------------------

rule "percpu_ref_kill"
  life = LIVE & others_may_run() & (CONTRACT = 2 -> requests = 0)
==>
begin
  life := DYING;
end;

rule "RCU: drop guard ref"
  life = DYING & others_may_run()
==>
begin
  life := SWITCHED;
  if pins = 0 then completed := true; end;
end;

rule "unmap"
  completed & !unmapped & others_may_run() & (CONTRACT >= 1 -> requests = 0)
==>
begin
  unmapped := true;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each page in use, whenever no call is in flight.
invariant "P1 pin exactness"
  all_idle() -> pins = live_pages();

-- After unmap nobody is in a call or has a page.
invariant "P2 no use after unmap"
  unmapped -> forall t: Task do
    (step[t] = IDLE | step[t] = OOPS) & forall p: Page do !entry[t][p] & !extra[p] end
  end;

-- Nothing is put that nobody took: no reference to a page,
invariant "P3 folio count not negative"
  forall p: Page do ref[p] >= 0 end;

-- and no pin.
invariant "P4 pgmap count not negative"
  pins >= 0;

-- A page that a request grants has that one reference.
invariant "P6 request only at zero"
  forall t: Task do
    VERSION >= 2 & step[t] = BO_GET -> ref[at[t]] = 1
  end;

-- page_free() is called only for what was put into service, and is no longer mapped.
invariant "P7 callback exactness"
  forall t: Task do
    step[t] = BO_PUT -> offset[at[t]] = GRANTED & ref[at[t]] = 0 & entries(at[t]) = 0
  end;

-- No task is about to add a pin once the kill is confirmed. V3 refuses by itself: its tryget_live
-- is one step with the test, and specs/pgmap has the steps between.
invariant "P12 no new pin after confirm"
  life = SWITCHED & pins != 0 -> forall t: Task do step[t] != TAKE_REFERENCES end;

-- Contract C2: only pages that are free are requested.
invariant "P22 offset ownership"
  forall t: Task do step[t] = REQUEST -> VERSION = 3 | ref[at[t]] = 0 end;

-- TTM has the VRAM only when all its pages are free.
invariant "P22 buffer object while live"
  bo_ref = 0 -> forall p: Page do ref[p] <= 0 end;

-- With nothing in flight, a buffer object has one reference of its range and one for each page.
invariant "buffer object balance"
  all_idle() -> bo_ref = live_pages() + ((exists t: Task do has_bo[t] end) ? 1 : 0);

-- Nobody goes on with a page that was not put into service.
invariant "P23 failed request handled"
  (forall p: Page do offset[p] != REFUSED end)
  & forall t: Task do step[t] = GOT_NULL -> CHECKED = 1 end;

-- What page_free() puts is a reference to the buffer object that the page is part of, taken for it.
invariant "P24 own private data"
  forall t: Task do
    step[t] = BO_PUT & !isundefined(data[at[t]]) ->
      call[t] = IN_PUT & !isundefined(bo_of) & data[at[t]] = bo_of
  end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
