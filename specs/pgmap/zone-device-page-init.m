-- The state before the series of the other specs: zone_device_page_init(), the free path, and pins
-- taken in bulk (versions V0a and V0b of specs/README.md), for each type of page map.
--
-- V0a is v5.17 to v6.0, after "mm: remove the extra ZONE_DEVICE struct page refcount"
-- (27674ef6c73f). V0b is v6.1 and later, after "mm/memremap.c: take a pgmap reference on page
-- allocation" (0dc45ca1ce18) and "mm: free device private pages have zero refcount"
-- (ef233450898f). It is the base that the mails of October 2022 patch.
--
--     type               idle  pins               a request is             the last put
--     PRIVATE, COHERENT
--                   V0a  1     in bulk            nothing at all           page_free(), r = 1
--                   V0b  0     for each live one  zone_device_page_init()  page_free(), unpin
--     FSDAX              1     in bulk            pin, try_get, unpin      at 1: wake
--     GENERIC (devdax)   1     in bulk            pin, try_get, unpin      at 1: nothing
--     P2PDMA (v6.2)      1     both               pool alloc, pin          page_free() with unpin,
--                                                                          r = 1
--
-- (pin: get_dev_pagemap() or percpu_ref_tryget_live().) In bulk means: memremap_pages() takes one
-- pin for each page, and memunmap_pages() drops them all right after the kill. So:
--
--   * V0a, FSDAX and GENERIC: bulk pins do not know which pages are in use. memunmap_pages()
--     returns with pages still held, whatever contract requests keep (P1, P1', P2 fail under C1).
--     Only draining helps, CONTRACT = 3: every page is put back before the kill. For device memory
--     this is what 0dc45ca1ce18 mends.
--   * V0a, P2PDMA: page_free() hands the page back and only then is its count stored (P8). A new
--     owner finds 0 where it expects 1, and a reference it adds is overwritten (P3, P6), even with
--     one owner for each offset. ef233450898f mends it for device memory.
--   * V0a: 1 is the count of an idle page and of a page in use. Somebody who walks page frame
--     numbers (SPECULATIVE = 1) gets a reference to a free page, which is then not idle when its
--     next owner takes it (P6).
--   * P2PDMA: the pin is dropped inside page_free(), the count is stored after it. With the last
--     pin gone memunmap_pages() drops the struct page under that store: P2 fails under C1.
--   * V0b for device memory needs both contracts. When tryget_live fails zone_device_page_init()
--     warns and goes on; the put of the page then drops a pin that was never taken (P4, C1w is not
--     enough). When it comes between fold and guard reference, the guard's goes, and the release
--     callback runs although the switch is not over (P11). And it stores 1 without looking at the
--     count, so a second request for a page in use loses a reference and keeps a pin for good (P1,
--     P7, and P10: the wait never ends; C2).
--   * V0b reads page->pgmap once more after page_free() (P8). It is only a read, and the pin is
--     still there, so nothing comes of it but the wish to have no idle struct pages one day.
--
-- Left out: the check for a missing page_free(), which memremap_pages() makes first; compound
-- pages of device-dax, whose bulk pins count once per compound; mapping and memcg; the exit of the
-- percpu_ref (mapping/lookup.m). P10 fails where a pin is lost, and where a run ends at an assert.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V0a PRIVATE: no contract" V0B=0, CONTRACT=0, C2=0
-- pinproof: configuration "V0a PRIVATE: C2" V0B=0, CONTRACT=0, C2=1
-- pinproof: configuration "V0a PRIVATE: C1 + C2" V0B=0, CONTRACT=2, C2=1
-- pinproof: configuration "V0a PRIVATE: drained" V0B=0, CONTRACT=3, C2=0
-- pinproof: configuration "V0a PRIVATE: drained + C2" V0B=0, CONTRACT=3, C2=1
-- pinproof: configuration "V0a PRIVATE, indivisible: no contract" V0B=0, INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "V0a PRIVATE, indivisible: C2" V0B=0, INTERLEAVED=0, CONTRACT=0, C2=1
-- pinproof: configuration "V0a PRIVATE, indivisible: C1 + C2" V0B=0, INTERLEAVED=0, CONTRACT=2, C2=1
-- pinproof: configuration "V0a PRIVATE, indivisible: drained" V0B=0, INTERLEAVED=0, CONTRACT=3, C2=0
-- pinproof: configuration "V0b PRIVATE: no contract" CONTRACT=0, C2=0
-- pinproof: configuration "V0b PRIVATE: C2" CONTRACT=0, C2=1
-- pinproof: configuration "V0b PRIVATE: C1w" CONTRACT=1, C2=0
-- pinproof: configuration "V0b PRIVATE: C1w + C2" CONTRACT=1, C2=1
-- pinproof: configuration "V0b PRIVATE: C1" CONTRACT=2, C2=0
-- pinproof: configuration "V0b PRIVATE: C1 + C2" CONTRACT=2, C2=1
-- pinproof: configuration "V0b PRIVATE, indivisible: no contract" INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "V0b PRIVATE, indivisible: C2" INTERLEAVED=0, CONTRACT=0, C2=1
-- pinproof: configuration "V0b PRIVATE, indivisible: C1" INTERLEAVED=0, CONTRACT=2, C2=0
-- pinproof: configuration "V0b PRIVATE, indivisible: C1 + C2" INTERLEAVED=0, CONTRACT=2, C2=1
-- pinproof: configuration "V0 FSDAX: no contract" MEMORY=FSDAX, CONTRACT=0
-- pinproof: configuration "V0 FSDAX: C1w" MEMORY=FSDAX, CONTRACT=1
-- pinproof: configuration "V0 FSDAX: C1" MEMORY=FSDAX, CONTRACT=2
-- pinproof: configuration "V0 FSDAX: drained" MEMORY=FSDAX, CONTRACT=3
-- pinproof: configuration "V0 FSDAX, indivisible: no contract" MEMORY=FSDAX, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "V0 FSDAX, indivisible: C1" MEMORY=FSDAX, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "V0 FSDAX, indivisible: drained" MEMORY=FSDAX, INTERLEAVED=0, CONTRACT=3
-- pinproof: configuration "V0 GENERIC: no contract" MEMORY=GENERIC, CONTRACT=0
-- pinproof: configuration "V0 GENERIC: C1" MEMORY=GENERIC, CONTRACT=2
-- pinproof: configuration "V0 GENERIC: drained" MEMORY=GENERIC, CONTRACT=3
-- pinproof: configuration "P2PDMA: no contract" MEMORY=P2PDMA, CONTRACT=0, C2=0
-- pinproof: configuration "P2PDMA: C2" MEMORY=P2PDMA, CONTRACT=0, C2=1
-- pinproof: configuration "P2PDMA: C1 + C2" MEMORY=P2PDMA, CONTRACT=2, C2=1
-- pinproof: configuration "P2PDMA: drained" MEMORY=P2PDMA, CONTRACT=3, C2=0
-- pinproof: configuration "P2PDMA: drained + C2" MEMORY=P2PDMA, CONTRACT=3, C2=1
-- pinproof: configuration "P2PDMA, indivisible: no contract" MEMORY=P2PDMA, INTERLEAVED=0, CONTRACT=0, C2=0
-- pinproof: configuration "P2PDMA, indivisible: C2" MEMORY=P2PDMA, INTERLEAVED=0, CONTRACT=0, C2=1
-- pinproof: configuration "P2PDMA, indivisible: C1w" MEMORY=P2PDMA, INTERLEAVED=0, CONTRACT=1, C2=0
-- pinproof: configuration "V0a PRIVATE, C1 + C2, speculative" V0B=0, CONTRACT=2, SPECULATIVE=1
-- pinproof: configuration "V0b PRIVATE, C1 + C2, speculative" CONTRACT=2, SPECULATIVE=1
-- pinproof: expect "P1 pin exactness" violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=3 holds
-- pinproof: expect "P1' pin cover while held" violated
-- pinproof: expect "P1' pin cover while held" when CONTRACT=3 holds
-- pinproof: expect "P1'' pin cover while live" violated
-- pinproof: expect "P1'' pin cover while live" when CONTRACT=3 holds
-- pinproof: expect "P2 no use after unmap" violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=3 holds
-- pinproof: expect "P1 pin exactness" when V0B=0, MEMORY=PRIVATE, CONTRACT=3 violated
-- pinproof: expect "P1 pin exactness" when V0B=0, INTERLEAVED=0, CONTRACT=3 holds
-- pinproof: expect "P1'' pin cover while live" when V0B=0, MEMORY=PRIVATE, CONTRACT=3 violated
-- pinproof: expect "P1'' pin cover while live" when V0B=0, INTERLEAVED=0, CONTRACT=3 holds
-- pinproof: expect "P1 pin exactness" when V0B=1, MEMORY=PRIVATE, CONTRACT=2 holds
-- pinproof: expect "P1' pin cover while held" when V0B=1, MEMORY=PRIVATE, CONTRACT=2 holds
-- pinproof: expect "P1'' pin cover while live" when V0B=1, MEMORY=PRIVATE, CONTRACT=2 holds
-- pinproof: expect "P2 no use after unmap" when V0B=1, MEMORY=PRIVATE, CONTRACT=2 holds
-- pinproof: expect "P1 pin exactness" when V0B=1, MEMORY=PRIVATE, C2=0 violated
-- pinproof: expect "P1 pin exactness" when MEMORY=P2PDMA holds
-- pinproof: expect "P1' pin cover while held" when MEMORY=P2PDMA holds
-- pinproof: expect "P1'' pin cover while live" when MEMORY=P2PDMA holds
-- pinproof: expect "P1 pin exactness" when MEMORY=P2PDMA, C2=0 violated
-- pinproof: expect "P2 no use after unmap" when MEMORY=P2PDMA, INTERLEAVED=0 holds
-- pinproof: expect "P2 no use after unmap" when MEMORY=P2PDMA, CONTRACT=0 violated
-- pinproof: expect "P3 folio count not negative" when MEMORY=PRIVATE, V0B=0, INTERLEAVED=1 violated
-- pinproof: expect "P3 folio count not negative" when MEMORY=PRIVATE, V0B=1, C2=0 violated
-- pinproof: expect "P3 folio count not negative" when MEMORY=P2PDMA, INTERLEAVED=1 violated
-- pinproof: expect "P4 pgmap count not negative" when MEMORY=PRIVATE, V0B=1, CONTRACT=0 violated
-- pinproof: expect "P4 pgmap count not negative" when MEMORY=PRIVATE, V0B=1, CONTRACT=1 violated
-- pinproof: expect "P6 request only at zero" when MEMORY=FSDAX vacuous
-- pinproof: expect "P6 request only at zero" when MEMORY=GENERIC vacuous
-- pinproof: expect "P6 request only at zero" when MEMORY=PRIVATE, V0B=0, INTERLEAVED=1 violated
-- pinproof: expect "P6 request only at zero" when MEMORY=PRIVATE, V0B=0, SPECULATIVE=1 violated
-- pinproof: expect "P6 request only at zero" when MEMORY=PRIVATE, V0B=1, C2=0 violated
-- pinproof: expect "P6 request only at zero" when MEMORY=P2PDMA, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when MEMORY=FSDAX vacuous
-- pinproof: expect "P7 callback exactness" when MEMORY=GENERIC vacuous
-- pinproof: expect "P7 callback exactness" when MEMORY=PRIVATE, C2=0 violated
-- pinproof: expect "P7 callback exactness" when MEMORY=PRIVATE, V0B=1, C2=0, INTERLEAVED=0 holds
-- pinproof: expect "P7 callback exactness" when MEMORY=PRIVATE, V0B=0, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when MEMORY=P2PDMA, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when MEMORY=P2PDMA, C2=0 violated
-- pinproof: expect "P8 hands off" when MEMORY=PRIVATE violated
-- pinproof: expect "P8 hands off" when MEMORY=P2PDMA violated
-- pinproof: expect "P9 callback under pin" when MEMORY=FSDAX vacuous
-- pinproof: expect "P9 callback under pin" when MEMORY=GENERIC vacuous
-- pinproof: expect "P9 callback under pin" when MEMORY=PRIVATE violated
-- pinproof: expect "P9 callback under pin" when MEMORY=PRIVATE, V0B=1, CONTRACT=2 holds
-- pinproof: expect "P9 callback under pin" when MEMORY=PRIVATE, CONTRACT=3 holds
-- pinproof: expect "P10 teardown liveness" when MEMORY=PRIVATE, V0B=1, CONTRACT=0 violated
-- pinproof: expect "P10 teardown liveness" when MEMORY=PRIVATE, V0B=1, CONTRACT=1 violated
-- pinproof: expect "P10 teardown liveness" when MEMORY=PRIVATE, V0B=1, C2=0 violated
-- pinproof: expect "P10 teardown liveness" when MEMORY=P2PDMA, INTERLEAVED=1 violated
-- pinproof: expect "P31 waiter woken" vacuous
-- pinproof: expect "P31 waiter woken" when MEMORY=FSDAX holds
-- pinproof: expect "no warning at the switch" when MEMORY=PRIVATE, V0B=1, CONTRACT=0 violated
-- pinproof: expect "P11 complete once" when MEMORY=PRIVATE, V0B=1, CONTRACT=0 violated
-- pinproof: expect "no warning on a legal race" when MEMORY=PRIVATE, V0B=1, CONTRACT=0 violated
-- pinproof: expect "no warning at the switch" when MEMORY=PRIVATE, V0B=1, CONTRACT=1 violated
-- pinproof: expect "P11 complete once" when MEMORY=PRIVATE, V0B=1, CONTRACT=1 violated
-- pinproof: expect "no warning on a legal race" when MEMORY=PRIVATE, V0B=1, CONTRACT=1 violated

type
  PgmapType: enum {
    PRIVATE,     -- MEMORY_DEVICE_PRIVATE, and COHERENT, which is treated alike
    FSDAX,       -- MEMORY_DEVICE_FS_DAX
    GENERIC,     -- device-dax
    P2PDMA       -- MEMORY_DEVICE_PCI_P2PDMA
  };

const
  FOLIOS:      2;
  TASKS:       2;
  V0B:         1;  -- 0: V0a   1: V0b
  MEMORY: PRIVATE;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    1;  -- what callers promise about teardown:
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
    SET_COUNT,                                -- zone_device_page_init()
    TAKE,                                     -- V0a and P2PDMA: the owner's first touch of the page
    TRY_GET,                                  -- FSDAX, GENERIC: get_user_pages()
    PAGE_FREE, READ_TYPE, RESET_COUNT,        -- free_zone_device_page()
    UNPIN_MODE, UNPIN_PERCPU, UNPIN_ATOMIC,   -- percpu_ref_put(), put_dev_pagemap()
    WAKE                                      -- FSDAX: __put_devmap_managed_page_refs()
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
  return MEMORY != PRIVATE | V0B = 0;
end;

-- A page in use has a pin of its own.
function has_own_pin(): boolean;
begin
  return (MEMORY = PRIVATE & V0B = 1) | MEMORY = P2PDMA;
end;

function idle_count(): FolioCount;
begin
  return (MEMORY = PRIVATE & V0B = 1 ? 0 : 1);
end;

-- In use. Where a driver's page is idle at 1 and in use at 1, its count cannot tell.
function is_live(f: Folio): boolean;
begin
  return (is_driver_owned() & idle_count() = 1 ? offset[f] = GRANTED : ref[f] > idle_count());
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
  switch MEMORY
    case PRIVATE: step[t] := SET_COUNT;
    case P2PDMA:  step[t] := TAKE;
    else          step[t] := TRY_GET;
  end;
end;

-- zone_device_page_init() only warns. A pool takes its page back, get_user_pages() gives up.
procedure pin_refused(t: Task);
begin
  if MEMORY = PRIVATE then step[t] := SET_COUNT; else return_nothing(t); end;
end;

procedure pin_dropped(t: Task);
begin
  if MEMORY = P2PDMA then step[t] := READ_TYPE; else return_nothing(t); end;
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
  -- The driver's allocator picked a page, or get_user_pages() found one in a page table.
  rule "request"
    step[t] = IDLE & !holds[t][f] & !peeks[t][f] & may_request(f)
  ==>
  begin
    enter(t, IN_REQUEST);
    folio[t] := f;
    if is_driver_owned() & offset[f] = FREE then offset[f] := REQUESTED; end;
    step[t] := (MEMORY = PRIVATE & V0B = 0 ? TAKE : PIN_MODE);
  end;
end;

ruleset t: Task do
  -- WARN_ON_ONCE(!percpu_ref_tryget_live(&page->pgmap->ref));
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

  -- V0a: lock_page(page), on the count of 1 that the free path left. P2PDMA: vm_insert_page() and
  -- put_page() on the same, percpu_ref_get(ref) for the page, percpu_ref_put(ref) for the call.
  rule "take the idle page"
    step[t] = TAKE & may_run(t)
  ==>
  begin
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
end;

-- put_page(page) -> free_zone_device_page(page) --------------------------------------------------

ruleset t: Task; f: Folio do
  rule "folio_try_get"
    SPECULATIVE = 1 & step[t] = IDLE & !holds[t][f] & !peeks[t][f] & ref[f] > 0 & may_run(t)
  ==>
  begin
    ref[f] := ref[f] + 1;
    peeks[t][f] := true;
  end;

  -- if (put_devmap_managed_page(page)) return; folio_put(page_folio(page));
  -- FSDAX: if (page_ref_sub_return(page, refs) == 1) wake_up_var(&page->_refcount);
  rule "put_page"
    step[t] = IDLE & (holds[t][f] | peeks[t][f]) & may_run(t)
  ==>
  begin
    holds[t][f] := false;
    peeks[t][f] := false;
    ref[f] := ref[f] - 1;
    if MEMORY = FSDAX & ref[f] = 1 then
      enter(t, IN_PUT);
      folio[t] := f;
      step[t] := WAKE;
    elsif MEMORY != FSDAX & ref[f] = 0 then
      enter(t, IN_PUT);
      folio[t] := f;
      step[t] := PAGE_FREE;
    end;
  end;
end;

ruleset t: Task do
  -- page->mapping = NULL; page->pgmap->ops->page_free(page);
  -- P2PDMA: gen_pool_free_owner(..., &ref); percpu_ref_put(ref), in the callback.
  rule "page_free()"
    step[t] = PAGE_FREE & may_run(t)
  ==>
  begin
    offset[folio[t]] := FREE;
    if MEMORY = P2PDMA then
      step[t] := UNPIN_MODE;
    elsif V0B = 1 then
      step[t] := READ_TYPE;
    else
      step[t] := RESET_COUNT;
    end;
  end;

  -- if (page->pgmap->type != MEMORY_DEVICE_PRIVATE && ...) ... else put_dev_pagemap(page->pgmap);
  rule "read page->pgmap->type"
    step[t] = READ_TYPE & may_run(t)
  ==>
  begin
    step[t] := (MEMORY = PRIVATE ? UNPIN_MODE : RESET_COUNT);
  end;

  -- Reset the page count to 1 to prepare for handing out the page again: set_page_count(page, 1);
  rule "reset: set_page_count(1)"
    step[t] = RESET_COUNT & may_run(t)
  ==>
  begin
    ref[folio[t]] := 1;
    return_nothing(t);
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

-- FSDAX: ___wait_var_event(&page->_refcount, atomic_read(&page->_refcount) == 1, ...) ------------

ruleset f: Folio do
  rule "wait: enqueue"
    MEMORY = FSDAX & waiter[f] = NOBODY & !unmapped & teardown_may_run()
  ==>
  begin
    waiter[f] := ENQUEUED;
  end;

  rule "wait: idle? yes"
    waiter[f] = ENQUEUED & ref[f] = 1 & !unmapped & teardown_may_run()
  ==>
  begin
    waiter[f] := NOBODY;
  end;

  rule "wait: idle? no, sleep"
    waiter[f] = ENQUEUED & ref[f] != 1 & !unmapped & teardown_may_run()
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

-- No reference to a page is put that nobody took, and none is lost to a plain store.
invariant "P3 folio count not negative"
  forall f: Folio do ref[f] >= 0 end;

-- Of the logical sum: the counters alone hide a stray put until the kill.
invariant "P4 pgmap count not negative"
  pins() >= 0;

-- The owner of an offset finds its page idle. (get_user_pages() shares pages, as it should.)
invariant "P6 request only at zero"
  is_driver_owned() -> forall t: Task do
    step[t] = SET_COUNT | step[t] = TAKE -> ref[folio[t]] = idle_count()
  end;

-- As many tasks are about to call page_free() for a folio as are right: one when the folio was
-- granted and its last reference is gone, none otherwise.
invariant "P7 callback exactness"
  is_driver_owned() -> forall f: Folio do
    ((offset[f] = GRANTED & ref[f] = 0) = exists t: Task do step[t] = PAGE_FREE & folio[t] = f end)
    & forall t: Task do forall u: Task do
        step[t] = PAGE_FREE & step[u] = PAGE_FREE & folio[t] = f & folio[u] = f -> t = u
      end end
  end;

-- Once page_free() has given the page back, the free path neither reads nor writes it.
invariant "P8 hands off"
  forall t: Task do step[t] != READ_TYPE & step[t] != RESET_COUNT end;

-- page_free() reaches the driver through the page map.
invariant "P9 callback under pin"
  forall t: Task do step[t] = PAGE_FREE -> pins() >= 1 end;

-- No task is about to add a pin once the kill is confirmed.
invariant "P12 no new pin after confirm"
  mode = FOLDED | mode = ATOMIC -> forall t: Task do step[t] != PIN_PERCPU end;

-- Whoever sleeps until a page is idle does not oversleep it.
invariant "P31 waiter woken"
  forall f: Folio do
    waiter[f] = ASLEEP & ref[f] = 1 -> exists t: Task do step[t] = WAKE & folio[t] = f end
  end;

-- "Drivers shouldn't be allocating pages after calling memunmap_pages()": WARN_ON_ONCE() around
-- tryget_live in zone_device_page_init().
invariant "no warning on a legal race"
  forall t: Task do !(MEMORY = PRIVATE & step[t] = PIN_MODE & mode != PERCPU) end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
