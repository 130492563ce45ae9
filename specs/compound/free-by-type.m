-- The free path by type, and what takes its pages into use: free_zone_device_folio() and
-- zone_device_page_init() of "mm: Allow compound zone device pages", Alistair Popple, 7 January
-- 2025 (version V4 of specs/README.md), and as they landed in v6.15 (V4F). The same shape as
-- pgmap/zone-device-page-init.m, which has V0: compare the two files.
--
--     type                  idle  pins                 a request is             the last put
--     PRIVATE, COHERENT     0     one for each live    zone_device_page_init()  page_free(), unpin
--     PCI_P2PDMA            0     in bulk + each live  pool alloc, pin, r = 1   page_free(), unpin
--                                                                               in it
--     FS_DAX           V4   1     in bulk              pin, try_get, unpin      at 1: wake
--                      V4F  0     in bulk              folio_ref_inc()          wake
--     GENERIC (devdax)      1     in bulk              pin, try_get, unpin      at 1: nothing
--
-- (pin: get_dev_pagemap() or percpu_ref_tryget_live().) The free path itself:
--
--     V4   folio->pgmap->ops->page_free(..);           V4F  pgmap = folio->pgmap;
--          switch (folio->pgmap->type) {                    switch (pgmap->type) {
--          PRIVATE: put_dev_pagemap(folio->pgmap);          PRIVATE: page_free(..); put(pgmap);
--          FS_DAX, GENERIC: folio_set_count(folio, 1);      GENERIC: folio_set_count(folio, 1);
--          }                                                FS_DAX:  wake_up_var(&folio->page);
--                                                           P2PDMA:  page_free(..);
--                                                           }
--
--   * V4 reads the folio again after page_free() gave it back (P8). For P2PDMA the pin is gone by
--     then too, so memunmap_pages() may drop the struct page under that read: P2 fails under C1,
--     as in V0. V4F remembers the page map, and for P2PDMA does nothing after page_free(): P2 and
--     P8 hold.
--   * V4F, FS_DAX: a count of 0 is what the truncating file system waits for, and the free path
--     begins after it: it reads folio->pgmap of a folio that may be on its way to somebody else
--     (P8). V4 woke from the put itself. What the read may find, word.m shows.
--   * With a count of 0 for idle pages nobody can take a reference by page frame number alone
--     (folio_try_get, as gup_fast does): P28 holds for FS_DAX in V4F, once drained, and not in V4,
--     where gup_fast has to pin the page map first.
--   * Bulk pins still do not know which pages are in use: FS_DAX and GENERIC need the device to be
--     drained before the kill (CONTRACT = 3), in every version.
--   * zone_device_page_init() has not changed: it needs C1 and C2 (see V0b).
--
-- Types that are idle at 1 keep a reference of their own on every page, so their free path is not
-- reached. P10 fails where a pin is lost, and where a run ends at an assert that fails. Left out:
-- the checks for a missing page_free(); compound pages (word.m, large-folios.m); mapping, memcg.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V4 PRIVATE: no contract" V4F=0, MEMORY=PRIVATE, CONTRACT=0, C2=0
-- pinproof: configuration "V4 PRIVATE: C1w + C2" V4F=0, MEMORY=PRIVATE, CONTRACT=1, C2=1
-- pinproof: configuration "V4 PRIVATE: C1 + C2" V4F=0, MEMORY=PRIVATE, CONTRACT=2, C2=1
-- pinproof: configuration "V4F PRIVATE: no contract" V4F=1, MEMORY=PRIVATE, CONTRACT=0, C2=0
-- pinproof: configuration "V4F PRIVATE: C1w + C2" V4F=1, MEMORY=PRIVATE, CONTRACT=1, C2=1
-- pinproof: configuration "V4F PRIVATE: C1 + C2" V4F=1, MEMORY=PRIVATE, CONTRACT=2, C2=1
-- pinproof: configuration "V4 P2PDMA: no contract" V4F=0, MEMORY=P2PDMA, CONTRACT=0, C2=0
-- pinproof: configuration "V4 P2PDMA: C1w + C2" V4F=0, MEMORY=P2PDMA, CONTRACT=1, C2=1
-- pinproof: configuration "V4 P2PDMA: C1 + C2" V4F=0, MEMORY=P2PDMA, CONTRACT=2, C2=1
-- pinproof: configuration "V4 P2PDMA: drained + C2" V4F=0, MEMORY=P2PDMA, CONTRACT=3, C2=1
-- pinproof: configuration "V4F P2PDMA: no contract" V4F=1, MEMORY=P2PDMA, CONTRACT=0, C2=0
-- pinproof: configuration "V4F P2PDMA: C1w + C2" V4F=1, MEMORY=P2PDMA, CONTRACT=1, C2=1
-- pinproof: configuration "V4F P2PDMA: C1 + C2" V4F=1, MEMORY=P2PDMA, CONTRACT=2, C2=1
-- pinproof: configuration "V4 FS_DAX: no contract" V4F=0, MEMORY=FS_DAX, CONTRACT=0
-- pinproof: configuration "V4 FS_DAX: C1" V4F=0, MEMORY=FS_DAX, CONTRACT=2
-- pinproof: configuration "V4 FS_DAX: drained" V4F=0, MEMORY=FS_DAX, CONTRACT=3
-- pinproof: configuration "V4F FS_DAX: no contract" V4F=1, MEMORY=FS_DAX, CONTRACT=0
-- pinproof: configuration "V4F FS_DAX: C1" V4F=1, MEMORY=FS_DAX, CONTRACT=2
-- pinproof: configuration "V4F FS_DAX: drained" V4F=1, MEMORY=FS_DAX, CONTRACT=3
-- pinproof: configuration "V4 GENERIC: no contract" V4F=0, MEMORY=GENERIC, CONTRACT=0
-- pinproof: configuration "V4 GENERIC: C1" V4F=0, MEMORY=GENERIC, CONTRACT=2
-- pinproof: configuration "V4 GENERIC: drained" V4F=0, MEMORY=GENERIC, CONTRACT=3
-- pinproof: configuration "V4 PRIVATE, indivisible: no contract" V4F=0, MEMORY=PRIVATE, INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "V4 PRIVATE, indivisible: C1w + C2" V4F=0, MEMORY=PRIVATE, INTERLEAVED=0, CONTRACT=1, C2=1
-- pinproof: configuration "V4 PRIVATE, indivisible: C1 + C2" V4F=0, MEMORY=PRIVATE, INTERLEAVED=0, CONTRACT=2, C2=1
-- pinproof: configuration "V4F PRIVATE, indivisible: no contract" V4F=1, MEMORY=PRIVATE, INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "V4F PRIVATE, indivisible: C1w + C2" V4F=1, MEMORY=PRIVATE, INTERLEAVED=0, CONTRACT=1, C2=1
-- pinproof: configuration "V4F PRIVATE, indivisible: C1 + C2" V4F=1, MEMORY=PRIVATE, INTERLEAVED=0, CONTRACT=2, C2=1
-- pinproof: configuration "V4 P2PDMA, indivisible: no contract" V4F=0, MEMORY=P2PDMA, INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "V4 P2PDMA, indivisible: C1w + C2" V4F=0, MEMORY=P2PDMA, INTERLEAVED=0, CONTRACT=1, C2=1
-- pinproof: configuration "V4 P2PDMA, indivisible: C1 + C2" V4F=0, MEMORY=P2PDMA, INTERLEAVED=0, CONTRACT=2, C2=1
-- pinproof: configuration "V4F P2PDMA, indivisible: no contract" V4F=1, MEMORY=P2PDMA, INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "V4F P2PDMA, indivisible: C1w + C2" V4F=1, MEMORY=P2PDMA, INTERLEAVED=0, CONTRACT=1, C2=1
-- pinproof: configuration "V4F FS_DAX, indivisible: no contract" V4F=1, MEMORY=FS_DAX, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "V4F FS_DAX, indivisible: C1" V4F=1, MEMORY=FS_DAX, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "V4F FS_DAX, indivisible: drained" V4F=1, MEMORY=FS_DAX, INTERLEAVED=0, CONTRACT=3
-- pinproof: configuration "V4F PRIVATE, C1, without C2" V4F=1, CONTRACT=2, C2=0
-- pinproof: configuration "V4F PRIVATE, C1 + C2, speculative" V4F=1, CONTRACT=2, SPECULATIVE=1
-- pinproof: expect "P1 pin exactness" when MEMORY=FS_DAX violated
-- pinproof: expect "P1 pin exactness" when MEMORY=GENERIC violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=3 holds
-- pinproof: expect "P1 pin exactness" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P1 pin exactness" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P1' pin cover while held" when MEMORY=FS_DAX violated
-- pinproof: expect "P1' pin cover while held" when MEMORY=GENERIC violated
-- pinproof: expect "P1' pin cover while held" when CONTRACT=3 holds
-- pinproof: expect "P1' pin cover while held" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P1' pin cover while held" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P1'' pin cover while live" when MEMORY=FS_DAX violated
-- pinproof: expect "P1'' pin cover while live" when MEMORY=GENERIC violated
-- pinproof: expect "P1'' pin cover while live" when CONTRACT=3 holds
-- pinproof: expect "P1'' pin cover while live" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P1'' pin cover while live" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P2 no use after unmap" when MEMORY=FS_DAX violated
-- pinproof: expect "P2 no use after unmap" when MEMORY=GENERIC violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=3 holds
-- pinproof: expect "P2 no use after unmap" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P2 no use after unmap" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P1 pin exactness" when MEMORY=PRIVATE, C2=0 violated
-- pinproof: expect "P1 pin exactness" when MEMORY=P2PDMA, C2=0 violated
-- pinproof: expect "P2 no use after unmap" when MEMORY=P2PDMA, CONTRACT=0 violated
-- pinproof: expect "P2 no use after unmap" when MEMORY=P2PDMA, CONTRACT=1, INTERLEAVED=1, V4F=0 violated
-- pinproof: expect "P2 no use after unmap" when MEMORY=P2PDMA, CONTRACT=2, INTERLEAVED=1, V4F=0 violated
-- pinproof: expect "P3 folio count not negative" when MEMORY=PRIVATE, C2=0 violated
-- pinproof: expect "P3 folio count not negative" when MEMORY=P2PDMA, C2=0 violated
-- pinproof: expect "P4 pgmap count not negative" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P4 pgmap count not negative" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P6 request only at zero" when MEMORY=PRIVATE, C2=0 violated
-- pinproof: expect "P6 request only at zero" when MEMORY=P2PDMA, C2=0 violated
-- pinproof: expect "P7 callback exactness" when MEMORY=PRIVATE, C2=0, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when MEMORY=P2PDMA, C2=0, INTERLEAVED=1 violated
-- pinproof: expect "P9 callback under pin" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P9 callback under pin" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P6 request only at zero" when MEMORY=FS_DAX vacuous
-- pinproof: expect "P7 callback exactness" when MEMORY=FS_DAX vacuous
-- pinproof: expect "P9 callback under pin" when MEMORY=FS_DAX vacuous
-- pinproof: expect "P6 request only at zero" when MEMORY=GENERIC vacuous
-- pinproof: expect "P7 callback exactness" when MEMORY=GENERIC vacuous
-- pinproof: expect "P9 callback under pin" when MEMORY=GENERIC vacuous
-- pinproof: expect "P8 hands off" when V4F=0, MEMORY=PRIVATE violated
-- pinproof: expect "P8 hands off" when V4F=0, MEMORY=P2PDMA violated
-- pinproof: expect "P8 hands off" when V4F=1, MEMORY=FS_DAX violated
-- pinproof: expect "P28 no speculative reference past completion" when MEMORY=FS_DAX violated
-- pinproof: expect "P28 no speculative reference past completion" when MEMORY=FS_DAX, V4F=1, CONTRACT=3 holds
-- pinproof: expect "P28 no speculative reference past completion" when MEMORY=GENERIC violated
-- pinproof: expect "P28 no speculative reference past completion" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P28 no speculative reference past completion" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P31 waiter woken" vacuous
-- pinproof: expect "P31 waiter woken" when MEMORY=FS_DAX holds
-- pinproof: expect "P10 teardown liveness" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "no warning at the switch" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P11 complete once" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "no warning on a legal race" when MEMORY=PRIVATE, CONTRACT=0 violated
-- pinproof: expect "P10 teardown liveness" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "no warning at the switch" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P11 complete once" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "no warning on a legal race" when MEMORY=PRIVATE, CONTRACT=1 violated
-- pinproof: expect "P10 teardown liveness" when MEMORY=PRIVATE, C2=0 violated
-- pinproof: expect "P10 teardown liveness" when MEMORY=P2PDMA, C2=0 violated

type
  PgmapType: enum {
    PRIVATE,     -- MEMORY_DEVICE_PRIVATE, and COHERENT, which is treated alike
    FS_DAX,
    GENERIC,
    P2PDMA
  };

const
  FOLIOS:      2;
  TASKS:       2;
  V4F:         1;  -- 0: V4   1: V4F
  MEMORY: PRIVATE;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    2;  -- what callers promise about teardown:
                   --   0: nothing
                   --   1: C1w, the page map is not unmapped while a request is in flight
                   --   2: C1, it is not even killed, and no request starts after the kill
                   --   3: drained, and at the kill every page has been put
  C2:          1;  -- 1: an offset has one owner: it is requested only when never requested
                   --    before, or given back by page_free() or by a failed request
  SPECULATIVE: 0;  -- 1: folio_try_get() by somebody who holds nothing, as a pfn walker does

type
  Folio: scalarset(FOLIOS);
  Task:  scalarset(TASKS);

  TaskCount:  0 .. TASKS;
  FolioCount: -TASKS .. TASKS + 1;
  PgmapCount: -2 * (FOLIOS * TASKS + TASKS) .. 2 * (FOLIOS + TASKS + 1);

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
    PIN_MODE, PIN_PERCPU,                     -- percpu_ref_tryget_live(), get_dev_pagemap()
    SET_COUNT,                                -- zone_device_page_init(), p2pmem_alloc_mmap()
    TRY_GET,                                  -- GENERIC, FS_DAX in V4: get_user_pages()
    REF_INC,                                  -- FS_DAX in V4F: dax_fault_iter()
    READ_PGMAP, PAGE_FREE, READ_TYPE,         -- free_zone_device_folio()
    UNPIN_MODE, UNPIN_PERCPU, UNPIN_ATOMIC,   -- percpu_ref_put(), put_dev_pagemap()
    WAKE                                      -- FS_DAX, from the put in V4, in the free path in V4F
  };

  -- Somebody who waits for an idle page: dax_break_layout(), with ___wait_var_event().
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

  ref:       array[Folio] of FolioCount;       -- page->_refcount
  offset:    array[Folio] of Offset;           -- requested by a call, granted by its return,
                                               --   free again by page_free() or a failure
  waiter:    array[Folio] of Waiter;
  -- the callers
  step:      array[Task] of Step;
  call:      array[Task] of Call;
  folio:     array[Task] of Folio;             -- the folio of the call, undefined outside
  holds:     array[Task] of array[Folio] of boolean;   -- folios returned to this task, not yet put
  peeks:     array[Task] of array[Folio] of boolean;   -- speculative references of this task
  requests:  TaskCount;                        -- request calls in flight, for the contracts
  busy:      boolean;                          -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What depends on version and type

-- The driver or its pool hands pages out one by one, and page_free() brings them back.
function is_driver_owned(): boolean;
begin
  return MEMORY = PRIVATE | MEMORY = P2PDMA;
end;

-- memremap_pages() and memunmap_pages() take and drop a pin for each page.
function has_bulk_pins(): boolean;
begin
  return MEMORY != PRIVATE;
end;

-- A page in use has a pin of its own.
function has_own_pin(): boolean;
begin
  return is_driver_owned();
end;

function idle_count(): FolioCount;
begin
  return (MEMORY = GENERIC | (MEMORY = FS_DAX & V4F = 0) ? 1 : 0);
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

-- The pins there should be: those in bulk until they are dropped, then one for each live folio.
function pins_owed(): PgmapCount;
begin
  return (bulk ? FOLIOS : 0) + (bulk & !has_own_pin() ? 0 : live_folios());
end;

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

function nothing_is_held(): boolean;
begin
  return forall t: Task do forall f: Folio do !holds[t][f] & !peeks[t][f] end end;
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
       & (CONTRACT >= 2 -> mode = PERCPU)
       & (C2 = 1 & is_driver_owned() -> offset[f] = FREE);
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
  if is_driver_owned() then offset[folio[t]] := GRANTED; end;
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
  step[t] := (is_driver_owned() ? SET_COUNT : TRY_GET);
end;

-- zone_device_page_init() only warns. A pool takes its page back, get_user_pages() gives up.
procedure pin_refused(t: Task);
begin
  if MEMORY = PRIVATE then step[t] := SET_COUNT; else return_nothing(t); end;
end;

procedure pin_dropped(t: Task);
begin
  if MEMORY = P2PDMA & V4F = 0 then step[t] := READ_TYPE; else return_nothing(t); end;
end;

-- The release callback of pgmap->ref: complete(&pgmap->done).
procedure release();
begin
  assert "P11 complete once" !completed & mode = ATOMIC & pins() = 0;
  completed := true;
end;

--------------------------------------------------------------------------------------------------

-- memmap_init_zone_device(); percpu_ref_get_many(&pgmap->ref, pfn_len(pgmap, range_id));
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
  for f: Folio do
    ref[f] := idle_count();
    offset[f] := FREE;
    waiter[f] := NOBODY;
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

-- zone_device_page_init(page), and what the other types do in its place -------------------------

ruleset t: Task; f: Folio do
  -- The driver's allocator or pool picked a page, get_user_pages() found one in a page table, or
  -- a fault is about to put one there.
  rule "request"
    step[t] = IDLE & !holds[t][f] & !peeks[t][f] & may_request(f)
  ==>
  begin
    enter(t, IN_REQUEST);
    folio[t] := f;
    if is_driver_owned() & offset[f] = FREE then offset[f] := REQUESTED; end;
    step[t] := (MEMORY = FS_DAX & V4F = 1 ? REF_INC : PIN_MODE);
  end;
end;

ruleset t: Task do
  -- WARN_ON_ONCE(!percpu_ref_tryget_live(&page_pgmap(page)->ref));
  -- It refuses as soon as it sees DEAD, which is set together with ATOMIC here.
  rule "tryget_live: read mode"
    step[t] = PIN_MODE & may_run(t)
  ==>
  begin
    if mode = PERCPU then
      read_mode(t, PIN_PERCPU, PIN_PERCPU);
    else
      pin_refused(t);
    end;
  end;

  -- this_cpu_inc(*percpu_count); return true;
  rule "tryget_live: this_cpu_inc"
    step[t] = PIN_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu + 1;
    readers := readers - 1;
    pin_taken(t);
  end;

  -- set_page_count(page, 1); lock_page(page);
  rule "set_page_count(1)"
    step[t] = SET_COUNT & may_run(t)
  ==>
  begin
    ref[folio[t]] := 1;
    return_folio(t);
  end;

  -- get_user_pages(): get_dev_pagemap(); try_grab_folio(); put_dev_pagemap();
  rule "folio_try_get, under pin"
    step[t] = TRY_GET & may_run(t)
  ==>
  begin
    if ref[folio[t]] != 0 then
      ref[folio[t]] := ref[folio[t]] + 1;
      holds[t][folio[t]] := true;
    end;
    step[t] := UNPIN_MODE;
  end;

  -- folio_ref_inc(folio); vmf_insert_folio_pmd(..) or vmf_insert_page_mkwrite(..);
  rule "folio_ref_inc"
    step[t] = REF_INC & may_run(t)
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] + 1;
    return_folio(t);
  end;
end;

-- folio_put(folio) -> free_zone_device_folio(folio) ----------------------------------------------

ruleset t: Task; f: Folio do
  rule "folio_try_get"
    SPECULATIVE = 1 & step[t] = IDLE & !holds[t][f] & !peeks[t][f] & ref[f] > 0 & may_run(t)
  ==>
  begin
    ref[f] := ref[f] + 1;
    peeks[t][f] := true;
  end;

  -- if (folio_put_testzero(folio)) __folio_put(folio);
  -- V4, FS_DAX: if (folio_ref_sub_return(folio, refs) == 1) wake_up_var(&folio->_refcount);
  rule "folio_put"
    step[t] = IDLE & (holds[t][f] | peeks[t][f]) & may_run(t)
  ==>
  begin
    holds[t][f] := false;
    peeks[t][f] := false;
    ref[f] := ref[f] - 1;
    if MEMORY = FS_DAX & V4F = 0 then
      if ref[f] = 1 then
        enter(t, IN_PUT);
        folio[t] := f;
        step[t] := WAKE;
      end;
    elsif ref[f] = 0 then
      enter(t, IN_PUT);
      folio[t] := f;
      step[t] := READ_PGMAP;
    end;
  end;
end;

ruleset t: Task do
  -- V4F: struct dev_pagemap *pgmap = folio->pgmap; ... switch (pgmap->type)
  -- V4: if (WARN_ON_ONCE(!folio->pgmap->ops || !folio->pgmap->ops->page_free)) return;
  rule "read folio->pgmap"
    step[t] = READ_PGMAP & may_run(t)
  ==>
  begin
    step[t] := (MEMORY = FS_DAX ? WAKE : PAGE_FREE);
  end;

  -- folio->mapping = NULL; pgmap->ops->page_free(folio_page(folio, 0));
  -- P2PDMA: gen_pool_free_owner(..., &ref); percpu_ref_put(ref), in the callback.
  rule "page_free()"
    step[t] = PAGE_FREE & may_run(t)
  ==>
  begin
    offset[folio[t]] := FREE;
    step[t] := (MEMORY = PRIVATE & V4F = 0 ? READ_TYPE : UNPIN_MODE);
  end;

  -- V4: switch (folio->pgmap->type) ... put_dev_pagemap(folio->pgmap);
  rule "read folio->pgmap->type"
    step[t] = READ_TYPE & may_run(t)
  ==>
  begin
    if MEMORY = PRIVATE then step[t] := UNPIN_MODE; else return_nothing(t); end;
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
    pin_dropped(t);
  end;

  -- if (atomic_long_dec_and_test(&ref->data->count)) ref->data->release(ref);
  rule "pgmap put: dec_and_test"
    step[t] = UNPIN_ATOMIC & may_run(t)
  ==>
  begin
    count := count - 1;
    if (mode = FOLDED | mode = ATOMIC) & count = 0 then release(); end;
    pin_dropped(t);
  end;

  rule "wake_up_var"
    step[t] = WAKE & may_run(t)
  ==>
  begin
    if waiter[folio[t]] = ASLEEP then waiter[folio[t]] := ENQUEUED; end;
    return_nothing(t);
  end;
end;

-- FS_DAX: ___wait_var_event(page, dax_page_is_idle(page), ...) -----------------------------------

ruleset f: Folio do
  rule "wait: enqueue"
    MEMORY = FS_DAX & waiter[f] = NOBODY & !unmapped & teardown_may_run()
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
  mode = PERCPU & teardown_may_run()
  & (CONTRACT >= 2 -> requests = 0)
  & (CONTRACT = 3 -> all_idle() & nothing_is_held())
==>
begin
  mode := KILLED;
end;

-- for (i = 0; i < pgmap->nr_range; i++) percpu_ref_put_many(&pgmap->ref, pfn_len(pgmap, i));
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

-- The pins in bulk until they are dropped, one pin for each live folio else, whenever no call is
-- in flight.
invariant "P1 pin exactness"
  all_idle() -> pins() = pins_owed();

-- From the return of a successful request to the caller's own put.
invariant "P1' pin cover while held"
  forall t: Task do forall f: Folio do holds[t][f] -> pins() >= 1 end end;

-- A folio in use is pinned at every instant, inside calls too.
invariant "P1'' pin cover while live"
  (INTERLEAVED = 1 | all_idle()) & live_folios() > 0 -> pins() >= 1;

-- Nobody is left who will touch a struct page, by a call in flight or by a folio still held.
invariant "P2 no use after unmap"
  unmapped -> all_idle() & nothing_is_held();

-- No reference to a folio is put that nobody took, and none is lost to a plain store.
invariant "P3 folio count not negative"
  forall f: Folio do ref[f] >= 0 end;

-- Of the logical sum: the counters alone hide a stray put until the kill.
invariant "P4 pgmap count not negative"
  pins() >= 0;

-- The owner of an offset finds its page idle. (get_user_pages() shares pages, as it should.)
invariant "P6 request only at zero"
  is_driver_owned() -> forall t: Task do
    step[t] = SET_COUNT -> ref[folio[t]] = 0
  end;

function frees(t: Task; f: Folio): boolean;
begin
  return (step[t] = READ_PGMAP | step[t] = PAGE_FREE) & folio[t] = f;
end;

-- As many tasks are about to call page_free() for a folio as are right: one when the folio was
-- granted and its last reference is gone, none otherwise.
invariant "P7 callback exactness"
  is_driver_owned() -> forall f: Folio do
    ((offset[f] = GRANTED & ref[f] = 0) = exists t: Task do frees(t, f) end)
    & forall t: Task do forall u: Task do frees(t, f) & frees(u, f) -> t = u end end
  end;

-- Once page_free() has given the page back, or the file system can see it idle, the free path
-- neither reads nor writes it.
invariant "P8 hands off"
  forall t: Task do step[t] != READ_TYPE & (step[t] = READ_PGMAP -> MEMORY != FS_DAX) end;

-- page_free() reaches the driver through the page map.
invariant "P9 callback under pin"
  forall t: Task do step[t] = PAGE_FREE -> pins() >= 1 end;

-- No task is about to add a pin once the kill is confirmed.
invariant "P12 no new pin after confirm"
  mode = FOLDED | mode = ATOMIC -> forall t: Task do step[t] != PIN_PERCPU end;

-- folio_try_get() needs nothing but a count above 0: past the completion there is none.
invariant "P28 no speculative reference past completion"
  completed -> forall f: Folio do ref[f] <= 0 end;

-- Whoever sleeps until a page is idle does not oversleep it.
invariant "P31 waiter woken"
  forall f: Folio do
    waiter[f] = ASLEEP & ref[f] = idle_count() -> exists t: Task do
      (step[t] = WAKE | step[t] = READ_PGMAP) & folio[t] = f
    end
  end;

-- "Drivers shouldn't be allocating pages after calling memunmap_pages()": WARN_ON_ONCE() around
-- tryget_live in zone_device_page_init().
invariant "no warning on a legal race"
  forall t: Task do !(MEMORY = PRIVATE & step[t] = PIN_MODE & mode != PERCPU) end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
