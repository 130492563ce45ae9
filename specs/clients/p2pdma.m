-- p2pdma: memory of a PCI BAR, allocated from a gen_pool and mapped by user space through sysfs
-- (drivers/pci/p2pdma.c): a client that pins the page map itself, page by page.
--
--     p2pmem_alloc_mmap()                           p2pdma_page_free(), at the last put_page()
--       rcu_read_lock()                               gen_pool_free_owner(pool, page, &ref)
--       kaddr = gen_pool_alloc_owner(pool, &ref)      percpu_ref_put(ref)
--       percpu_ref_tryget_live(ref), or free
--       rcu_read_unlock()
--       for each page:
--         v6.15: set_page_count(page, 1)
--         vm_insert_page(), or free the rest and return
--         percpu_ref_get(ref); put_page(page)
--       percpu_ref_put(ref)
--
--   * When vm_insert_page() fails, nobody puts the reference that tryget_live took. The page map
--     keeps a pin for good, and the wait of memunmap_pages() never ends (P1, P10). From v6.15 the
--     page that could not be inserted goes back to the pool with a count of 1, not 0 (P22). FIX = 1
--     does both on the way out.
--   * Before v6.15 (VERSION = 0) idle pages have a count of 1, and the free path stores it after
--     page_free() has given the page back. By then another mmap may have it, at 0: vm_insert_page()
--     takes a reference to a page without one (P6), or has its own overwritten. No contract helps;
--     zone-device-page-init.m has the details. Since v6.15 (VERSION = 4) the owner sets the count,
--     and with FIX all claims hold.
--   * RCU = 0 takes away the grace period between the end of the page map and that of the pool, and
--     with it what protects an allocation before its tryget_live (P2): "unprotected pdev->p2pdma",
--     2021.
--
-- No contract is needed, with tryget_live as the gate: requests may come at any time, and the ones
-- after the kill are refused. CONTRACT = 2 (C1) is there to show that it changes nothing else.
--
-- Followed from the kernel of v6.2 and of v6.15; the mails do not touch it.
--
-- Left out: bulk pins, which go at the kill; who else holds pages (GUP); mappings are of one or two
-- adjacent pages. Indivisible (INTERLEAVED = 0) are an mmap and the unmapping of a page.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V0b: no contract" VERSION=0, CONTRACT=0
-- pinproof: configuration "V0b: C1" VERSION=0, CONTRACT=2
-- pinproof: configuration "V4F: no contract" VERSION=4, CONTRACT=0
-- pinproof: configuration "V4F: C1" VERSION=4, CONTRACT=2
-- pinproof: configuration "V4F, mended: no contract" VERSION=4, FIX=1, CONTRACT=0
-- pinproof: configuration "V4F, mended: C1" VERSION=4, FIX=1, CONTRACT=2
-- pinproof: configuration "V0b, mended: no contract" VERSION=0, FIX=1, CONTRACT=0
-- pinproof: configuration "V0b, mended: C1" VERSION=0, FIX=1, CONTRACT=2
-- pinproof: configuration "V0b, mended, indivisible: no contract" VERSION=0, FIX=1, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "V0b, mended, indivisible: C1" VERSION=0, FIX=1, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "V4F, mended, indivisible: no contract" VERSION=4, FIX=1, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "V4F, mended, indivisible: C1" VERSION=4, FIX=1, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "V4F, mended, no grace period" VERSION=4, CONTRACT=0, FIX=1, RCU=0
-- pinproof: expect "P1 pin exactness" when FIX=0 violated
-- pinproof: expect "P1 pin exactness" when INTERLEAVED=1, LISTED=1 violated
-- pinproof: expect "P2 no use after unmap" when INTERLEAVED=1, LISTED=1 violated
-- pinproof: expect "P2 no use after unmap" when RCU=0 violated
-- pinproof: expect "P3 folio count not negative" when INTERLEAVED=1, LISTED=1 violated
-- pinproof: expect "P6 request only at zero" when INTERLEAVED=1, LISTED=1 violated
-- pinproof: expect "P8 hands off" when LISTED=1 violated
-- pinproof: expect "P22 offset ownership" when FIX=0, LISTED=0 violated
-- pinproof: expect "P22 no offset lost" when INTERLEAVED=1, LISTED=1 violated
-- pinproof: expect "P10 teardown liveness" when FIX=0 violated
-- pinproof: expect "P10 teardown liveness" when INTERLEAVED=1, LISTED=1 violated

const
  PAGES:       2;
  TASKS:       2;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    0;  -- 0: none   2: C1, no mmap overlaps or follows the kill
  VERSION:     4;  -- 0: idle pages have count 1   4: they have count 0 (v6.15)
  FIX:         0;  -- 1: a failed vm_insert_page() undoes everything
  RCU:         1;  -- 1: the pool ends a grace period after the page map

  LISTED:      VERSION = 0 ? 1 : 0;            -- the count of an idle page

type
  Page:      0 .. PAGES - 1;
  Next:      0 .. PAGES;
  Task:      scalarset(TASKS);
  PageCount: -1 .. TASKS + 2;
  PinCount:  -2 .. 2 * PAGES + 2 * TASKS;

  Life: enum { LIVE, DYING, SWITCHED };        -- percpu_ref of the page map, in short

  Call: enum { NO_CALL, IN_MMAP, IN_PUT };

  Step: enum {
    IDLE,
    TRYGET_LIVE, FREE_ALL, SET_COUNT, INSERT_PAGE, GET_REF, PUT_PAGE, PUT_REF,   -- mmap
    FREE_REST,
    POOL_FREE, UNPIN, STORE_COUNT                                                -- the last put
  };

var
  life:      Life;
  pins:      PinCount;                         -- without the initial and the guard reference
  completed: boolean;
  unmapped:  boolean;                          -- page map and pool are gone

  allocated: array[Page] of boolean;           -- the pool
  ref:       array[Page] of PageCount;         -- page->_refcount

  step:      array[Task] of Step;
  call:      array[Task] of Call;
  kaddr:     array[Task] of Next;              -- locals: the next page,
  limit:     array[Task] of Next;              --   and the end of the mapping
  mapped:    array[Task] of array[Page] of boolean;
  requests:  0 .. TASKS;
  busy:      boolean;                          -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

function mapped_pages(): PinCount;
var n: PinCount;
begin
  n := 0;
  for t: Task do for p: Page do if mapped[t][p] then n := n + 1; end; end; end;
  return n;
end;

-- Inside rcu_read_lock()
function reading(t: Task): boolean;
begin
  return step[t] = TRYGET_LIVE | step[t] = FREE_ALL;
end;

-- Once everything is gone nothing runs: P2 reports who would.
function may_run(t: Task): boolean;
begin
  return !unmapped & (INTERLEAVED = 1 | !busy | step[t] != IDLE);
end;

function teardown_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

procedure enter(t: Task; from: Next; upto: Next; what: Call; first: Step);
begin
  kaddr[t] := from;
  limit[t] := upto;
  call[t] := what;
  step[t] := first;
  if what = IN_MMAP then requests := requests + 1; end;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  if call[t] = IN_MMAP then requests := requests - 1; end;
  step[t] := IDLE;
  call[t] := NO_CALL;
  kaddr[t] := 0;
  limit[t] := 0;
  busy := false;
end;

procedure unpin();
begin
  pins := pins - 1;
  if life = SWITCHED & pins = 0 then completed := true; end;
end;

-- gen_pool_free(pool, kaddr, len)
procedure free_from(t: Task);
begin
  for p: Page do
    if kaddr[t] <= p & p < limit[t] then allocated[p] := false; end;
  end;
end;

procedure next_page(t: Task);
begin
  if kaddr[t] = limit[t] then
    step[t] := PUT_REF;
  else
    step[t] := VERSION = 0 ? INSERT_PAGE : SET_COUNT;
  end;
end;

--------------------------------------------------------------------------------------------------

startstate "pci_p2pdma_add_resource: everything is in the pool"
begin
  life := LIVE;
  pins := 0;
  completed := false;
  unmapped := false;
  requests := 0;
  busy := false;
  for p: Page do
    allocated[p] := false;
    ref[p] := LISTED;
  end;
  for t: Task do
    step[t] := IDLE;
    call[t] := NO_CALL;
    kaddr[t] := 0;
    limit[t] := 0;
    for p: Page do mapped[t][p] := false; end;
  end;
end;

-- p2pmem_alloc_mmap() ---------------------------------------------------------------------------

ruleset t: Task; from: Page; upto: Next do
  -- rcu_read_lock(); kaddr = (void *)gen_pool_alloc_owner(p2pdma->pool, len, (void **)&ref);
  rule "gen_pool_alloc_owner"
    step[t] = IDLE & from < upto & (CONTRACT = 2 -> life = LIVE) & may_run(t)
    & pins <= PAGES                          -- a leak this large is not followed any further
    & (forall p: Page do !mapped[t][p] & (from <= p & p < upto -> !allocated[p]) end)
  ==>
  begin
    enter(t, from, upto, IN_MMAP, TRYGET_LIVE);
    for p: Page do
      if from <= p & p < upto then allocated[p] := true; end;
    end;
  end;
end;

ruleset t: Task do
  -- if (unlikely(!percpu_ref_tryget_live_rcu(ref))) { ret = -ENODEV; goto out_free_mem; }
  rule "tryget_live"
    step[t] = TRYGET_LIVE & may_run(t)
  ==>
  begin
    if life = LIVE then
      pins := pins + 1;
      next_page(t);
    else
      step[t] := FREE_ALL;
    end;
  end;

  -- gen_pool_free(p2pdma->pool, (uintptr_t)kaddr, len);
  rule "out_free_mem: gen_pool_free"
    step[t] = FREE_ALL & may_run(t)
  ==>
  begin
    free_from(t);
    leave(t);
  end;

  -- set_page_count(page, 1);
  rule "set_page_count(page, 1)"
    step[t] = SET_COUNT & may_run(t)
  ==>
  begin
    ref[kaddr[t]] := 1;
    step[t] := INSERT_PAGE;
  end;

  -- ret = vm_insert_page(vma, vaddr, page): get_page(page);
  rule "vm_insert_page"
    step[t] = INSERT_PAGE & may_run(t)
  ==>
  begin
    mapped[t][kaddr[t]] := true;
    ref[kaddr[t]] := ref[kaddr[t]] + 1;
    step[t] := GET_REF;
  end;

  -- if (ret) { gen_pool_free(p2pdma->pool, (uintptr_t)kaddr, len); return ret; }
  rule "vm_insert_page fails"
    step[t] = INSERT_PAGE & may_run(t)
  ==>
  begin
    step[t] := FREE_REST;
  end;

  rule "insert failed: gen_pool_free"
    step[t] = FREE_REST & may_run(t)
  ==>
  begin
    if FIX = 1 then ref[kaddr[t]] := LISTED; end;
    free_from(t);
    if FIX = 1 then step[t] := PUT_REF; else leave(t); end;
  end;

  -- percpu_ref_get(ref);
  rule "percpu_ref_get"
    step[t] = GET_REF & may_run(t)
  ==>
  begin
    pins := pins + 1;
    step[t] := PUT_PAGE;
  end;

  -- put_page(page); kaddr += PAGE_SIZE; len -= PAGE_SIZE;
  rule "put_page"
    step[t] = PUT_PAGE & may_run(t)
  ==>
  begin
    ref[kaddr[t]] := ref[kaddr[t]] - 1;
    kaddr[t] := kaddr[t] + 1;
    next_page(t);
  end;

  -- percpu_ref_put(ref);
  rule "percpu_ref_put"
    step[t] = PUT_REF & may_run(t)
  ==>
  begin
    unpin();
    leave(t);
  end;
end;

-- munmap(): put_page(page) -> free_zone_device_page(page) -> p2pdma_page_free(page) -------------

ruleset t: Task; p: Page do
  rule "munmap: put_page"
    step[t] = IDLE & mapped[t][p] & may_run(t)
  ==>
  begin
    mapped[t][p] := false;
    ref[p] := ref[p] - 1;
    if ref[p] = 0 then enter(t, p, p + 1, IN_PUT, POOL_FREE); end;
  end;
end;

ruleset t: Task do
  -- gen_pool_free_owner(p2pdma->pool, (uintptr_t)page_to_virt(page), PAGE_SIZE, (void **)&ref);
  rule "page_free: gen_pool_free_owner"
    step[t] = POOL_FREE & may_run(t)
  ==>
  begin
    free_from(t);
    step[t] := UNPIN;
  end;

  -- percpu_ref_put(ref);
  rule "page_free: percpu_ref_put"
    step[t] = UNPIN & may_run(t)
  ==>
  begin
    unpin();
    if VERSION = 0 then step[t] := STORE_COUNT; else leave(t); end;
  end;

  -- set_page_count(page, 1);
  rule "free path: set_page_count(page, 1)"
    step[t] = STORE_COUNT & may_run(t)
  ==>
  begin
    ref[kaddr[t]] := 1;
    leave(t);
  end;
end;

-- memunmap_pages(pgmap), pci_p2pdma_release() ---------------------------------------------------

rule "percpu_ref_kill"
  life = LIVE & teardown_may_run() & (CONTRACT = 2 -> requests = 0)
==>
begin
  life := DYING;
end;

rule "RCU: drop guard ref"
  life = DYING & teardown_may_run()
==>
begin
  life := SWITCHED;
  if pins = 0 then completed := true; end;
end;

-- wait_for_completion(); pageunmap_range(); synchronize_rcu(); gen_pool_destroy();
rule "unmap, destroy the pool"
  completed & !unmapped & teardown_may_run() & (RCU = 1 -> forall t: Task do !reading(t) end)
==>
begin
  unmapped := true;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each page in use, whenever no call is in flight.
invariant "P1 pin exactness"
  all_idle() -> pins = mapped_pages();

-- A page that is mapped pins the page map, but between its insertion and percpu_ref_get() it is the
-- mmap's own pin that does.
invariant "P1' pin cover while held"
  (exists t: Task do exists p: Page do mapped[t][p] end end) -> pins >= 1;

-- Nobody is left with a page, or with business in the pool.
-- After unmap nobody is in a call or has a page.
invariant "P2 no use after unmap"
  unmapped -> forall t: Task do step[t] = IDLE & forall p: Page do !mapped[t][p] end end;

-- Nothing is put that nobody took: no reference to a page,
invariant "P3 folio count not negative"
  forall p: Page do ref[p] >= 0 end;

-- and no pin.
invariant "P4 pgmap count not negative"
  pins >= 0;

-- What is inserted has the one reference of whoever allocated it.
invariant "P6 request only at zero"
  forall t: Task do step[t] = INSERT_PAGE -> ref[kaddr[t]] = 1 end;

-- Once page_free() has given the page back the free path does not touch it.
invariant "P8 hands off"
  forall t: Task do step[t] != STORE_COUNT end;

-- page_free() reaches the pool through the page map.
invariant "P9 callback under pin"
  forall t: Task do step[t] = POOL_FREE -> pins >= 1 end;

-- What is in the pool is idle and not mapped.
invariant "P22 offset ownership"
  (forall p: Page do !allocated[p] -> forall t: Task do !mapped[t][p] end end)
  & (all_idle() -> forall p: Page do !allocated[p] -> ref[p] = LISTED end);

-- With no call in flight, what is not in the pool is mapped.
invariant "P22 no offset lost"
  all_idle() -> forall p: Page do allocated[p] -> exists t: Task do mapped[t][p] end end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
