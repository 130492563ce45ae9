-- A CPU touches a page that is on the device: do_swap_page() finds a device-private entry and calls
-- pgmap->ops->migrate_to_ram(), whose driver migrates the page back with migrate_vma_*()
-- (mm/memory.c, mm/migrate_device.c).
--
--     do_swap_page()                                migrate_to_ram(): the driver
--       lock the page table                           collect: lock the page table; if the entry is
--       v6.15: trylock_page(page), or come back         still there: get_page(), trylock_page(),
--       v6.1:  get_page(page)                           migration entry instead, put_page()
--       unlock the page table                         check: nobody else has a reference?
--       page_pgmap(page)->ops->migrate_to_ram()       copy; entry := the new page;
--       v6.15: unlock_page(page)                      unlock_page(), put_page()
--       v6.1:  put_page(page)
--
-- Two threads of one process fault on the same address; the device page may be given to another
-- process when it is free.
--
--   * Up to v6.0 (GET = 0) nothing holds the page between the unlock and the driver. The other
--     thread migrates it, its last reference is put, and page->pgmap and page->zone_device_data are
--     read of a page that is free, belongs to somebody else, or is unmapped: "mm/memory.c: fix race
--     when faulting a device private page" (16ce101db85d) of 2022 (P8, P2). A reference taken after
--     the unlock (GET = 2) comes too late: it may be of a page at 0 (P6).
--   * From v6.1 (GET = 1) each fault takes a reference under the page table lock, where the entry
--     holds one, so the count is above 0. The driver's check allows for its own fault's reference,
--     and not for the other's: two faults make each other's migration fail, as long as they keep
--     meeting ("no migration aborted by a fault").
--   * v6.15 (LOCK_PAGE = 1) locks the page before it takes the reference; the second fault comes
--     back later. The lock must go before the reference does (PUT_LAST = 0 turns that around: the
--     last put frees a page that is locked, and unlocks it when it may be another one's).
--
-- Since v6.1 the last put may be that of do_swap_page(), so page_free() runs in the faulting task.
-- Followed from the patch of V4 (mm/memory.c, mm/migrate_device.c) and the kernel's history.
-- VERSION of page_free() and of the request that gives the page to the other process: V0b.
--
-- Left out: rmap, mapcount, the other page; migrate_vma_setup() for a whole range; entries that
-- are not device-private. CONTRACT: 0 teardown at any time, 1 no unmap while a fault is in flight
-- (C1w). The driver requests no page after the kill (C1 of its own).

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "v5.19: no contract" GET=0, CONTRACT=0
-- pinproof: configuration "v5.19: C1w" GET=0, CONTRACT=1
-- pinproof: configuration "v6.1: no contract" GET=1, CONTRACT=0
-- pinproof: configuration "v6.1: C1w" GET=1, CONTRACT=1
-- pinproof: configuration "v6.15: no contract" GET=1, LOCK_PAGE=1, CONTRACT=0
-- pinproof: configuration "v6.15: C1w" GET=1, LOCK_PAGE=1, CONTRACT=1
-- pinproof: configuration "v5.19, indivisible: no contract" GET=0, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "v5.19, indivisible: C1w" GET=0, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "v6.1, indivisible: no contract" GET=1, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "v6.1, indivisible: C1w" GET=1, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "reference after the unlock, C1w" GET=2, CONTRACT=1
-- pinproof: configuration "put before unlock_page, C1w" GET=1, LOCK_PAGE=1, PUT_LAST=0, CONTRACT=1
-- pinproof: expect "P1 pin exactness" when GET=2 violated
-- pinproof: expect "P1'' pin cover while live" when GET=2 violated
-- pinproof: expect "P2 no use after unmap" when PUT_LAST=0 vacuous
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0, GET=0, INTERLEAVED=1 violated
-- pinproof: expect "P4 pgmap count not negative" when GET=2 violated
-- pinproof: expect "P6 no get_page of an idle page" when GET=0 vacuous
-- pinproof: expect "P6 no get_page of an idle page" when GET=2 violated
-- pinproof: expect "P7 callback exactness" when GET=2 violated
-- pinproof: expect "P8 no access to a freed page" when GET=0, INTERLEAVED=1 violated
-- pinproof: expect "P8 no access to a freed page" when GET=2 violated
-- pinproof: expect "P8 no access to a freed page" when PUT_LAST=0 violated
-- pinproof: expect "P9 callback under pin" when GET=2 violated
-- pinproof: expect "freed unlocked" when PUT_LAST=0 violated
-- pinproof: expect "no migration aborted by a fault" when GET=1, INTERLEAVED=1, LOCK_PAGE=0 violated
-- pinproof: expect "no migration aborted by a fault" when GET=2 violated
-- pinproof: expect "P10 teardown liveness" when GET=2 violated
-- pinproof: expect "P10 teardown liveness" when PUT_LAST=0 violated
-- pinproof: expect "P10 teardown liveness" when CONTRACT=1, GET=0, INTERLEAVED=1 violated

const
  TASKS:       2;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    0;  -- 0: none   1: C1w, no unmap during a fault
  GET:         0;  -- do_swap_page() takes a reference: 0 never   1 under the page table lock
                   --   2 after it
  LOCK_PAGE:   0;  -- 1: do_swap_page() locks the page first
  PUT_LAST:    1;  -- 1: do_swap_page() unlocks the page and then puts it   0: the other way

type
  Task:      scalarset(TASKS);
  PageCount: -2 .. 2 * TASKS + 2;
  PinCount:  -4 .. 4;

  Life: enum { LIVE, DYING, SWITCHED };        -- percpu_ref of the page map, in short

  -- The page table entry of the address.
  Entry: enum { DEVICE, MIGRATION, SYSTEM };

  -- Who the device page belongs to.
  Owner: enum { NOBODY, US, ANOTHER };

  Step: enum {
    IDLE,
    TRYLOCK, GET_PAGE, UNLOCK_TABLE, LATE_GET, READ_PGMAP,      -- do_swap_page()
    COLLECT, CHECK, FINALIZE,                                   -- the driver
    UNLOCK_PAGE, PUT_PAGE,                                      -- do_swap_page()
    PAGE_FREE, PGMAP_PUT                                        -- the free path
  };

var
  life:      Life;
  pins:      PinCount;                         -- without the initial and the guard reference
  completed: boolean;
  unmapped:  boolean;

  ref:       PageCount;                        -- page->_refcount
  locked:    boolean;                          -- PG_locked
  owner:     Owner;                            -- ghost
  entry:     Entry;
  table:     boolean;                          -- the page table lock is taken

  step:      array[Task] of Step;
  after:     array[Task] of Step;              -- where a task goes on after the free path
  collected: array[Task] of boolean;           -- local: the driver's migrate_vma has the page
  aborted:   boolean;                          -- ghost: a check failed for another fault's sake
  busy:      boolean;                          -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

-- A thread in do_swap_page() with the device page, of its process, as vmf->page.
function touches_page(t: Task): boolean;
begin
  switch step[t]
    case TRYLOCK, GET_PAGE, LATE_GET, READ_PGMAP, CHECK, FINALIZE, UNLOCK_PAGE, PUT_PAGE:
      return true;
    else
      return false;
  end;
end;

-- Whoever reads a page that is not his own any more goes on with another one's data, or crashes:
-- not followed any further.
function may_run(t: Task): boolean;
begin
  return !unmapped & (INTERLEAVED = 1 | !busy | step[t] != IDLE)
       & (touches_page(t) -> owner = US);
end;

function others_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

procedure leave(t: Task);
begin
  step[t] := IDLE;
  after[t] := IDLE;
  collected[t] := false;
  busy := false;
end;

-- put_page(page), then on to step next; the last put goes through the free path first.
procedure put_page(t: Task; next: Step);
begin
  ref := ref - 1;
  if ref = 0 then
    after[t] := next;
    step[t] := PAGE_FREE;
  elsif next = IDLE then
    leave(t);
  else
    step[t] := next;
  end;
end;

-- What do_swap_page() does when the driver is done.
procedure return_from_driver(t: Task);
begin
  collected[t] := false;
  if LOCK_PAGE = 1 & PUT_LAST = 1 then
    step[t] := UNLOCK_PAGE;
  elsif GET > 0 then
    step[t] := PUT_PAGE;
  else
    leave(t);
  end;
end;

--------------------------------------------------------------------------------------------------

startstate "our page is on the device"
begin
  life := LIVE;
  pins := 1;
  completed := false;
  unmapped := false;
  ref := 1;
  locked := false;
  owner := US;
  entry := DEVICE;
  table := false;
  aborted := false;
  busy := false;
  for t: Task do
    step[t] := IDLE;
    after[t] := IDLE;
    collected[t] := false;
  end;
end;

-- do_swap_page(vmf) -----------------------------------------------------------------------------

ruleset t: Task do
  -- vmf->page = pfn_swap_entry_to_page(entry); vmf->pte = pte_offset_map_lock(...);
  -- if (unlikely(!pte_same(*vmf->pte, vmf->orig_pte))) goto unlock;
  rule "lock page table, entry is device-private"
    step[t] = IDLE & entry = DEVICE & !table & may_run(t)
  ==>
  begin
    table := true;
    if INTERLEAVED = 0 then busy := true; end;
    step[t] := LOCK_PAGE = 1 ? TRYLOCK : (GET = 1 ? GET_PAGE : UNLOCK_TABLE);
  end;

  -- v6.15: if (trylock_page(vmf->page)) ... else pte_unmap_unlock(vmf->pte, vmf->ptl);
  rule "trylock_page"
    step[t] = TRYLOCK & may_run(t)
  ==>
  begin
    if locked then
      table := false;
      leave(t);
    else
      locked := true;
      step[t] := GET = 1 ? GET_PAGE : UNLOCK_TABLE;
    end;
  end;

  -- get_page(vmf->page);
  rule "get_page"
    step[t] = GET_PAGE & may_run(t)
  ==>
  begin
    ref := ref + 1;
    step[t] := UNLOCK_TABLE;
  end;

  -- pte_unmap_unlock(vmf->pte, vmf->ptl);
  rule "unlock page table"
    step[t] = UNLOCK_TABLE & may_run(t)
  ==>
  begin
    table := false;
    step[t] := GET = 2 ? LATE_GET : READ_PGMAP;
  end;

  rule "get_page, too late"
    step[t] = LATE_GET & may_run(t)
  ==>
  begin
    ref := ref + 1;
    step[t] := READ_PGMAP;
  end;

  -- ret = page_pgmap(vmf->page)->ops->migrate_to_ram(vmf); the driver reads page->zone_device_data
  rule "page_pgmap(page)->ops->migrate_to_ram()"
    step[t] = READ_PGMAP & may_run(t)
  ==>
  begin
    step[t] := COLLECT;
  end;

  -- migrate_vma_collect_pmd(), under the page table lock: get_page(page);
  -- if (trylock_page(page)) { set_pte_at(..., swp_pte); put_page(page); } else put_page(page);
  -- v6.15: the page of the fault is locked already
  rule "collect"
    step[t] = COLLECT & !table & may_run(t)
  ==>
  begin
    if entry = DEVICE & (!locked | LOCK_PAGE = 1) then
      locked := true;
      entry := MIGRATION;
      collected[t] := true;
      step[t] := CHECK;
    else
      return_from_driver(t);
    end;
  end;

  -- migrate_vma_check_page(page, fault_page): page_count(page) - extra > page_mapcount(page)?
  rule "check: nobody else has a reference"
    step[t] = CHECK & ref = (GET > 0 ? 2 : 1) & may_run(t)
  ==>
  begin
    step[t] := FINALIZE;
  end;

  -- The entry gets its reference back: remove_migration_pte(); unlock_page(); put_page();
  rule "check: somebody else has, restore"
    step[t] = CHECK & ref != (GET > 0 ? 2 : 1) & may_run(t)
  ==>
  begin
    aborted := true;
    entry := DEVICE;
    if LOCK_PAGE = 0 then locked := false; end;
    return_from_driver(t);
  end;

  -- migrate_vma_pages(), migrate_vma_finalize(): the entry is the new page; unlock_page(page);
  -- put_page(page);
  rule "finalize: unlock, put_page"
    step[t] = FINALIZE & may_run(t)
  ==>
  begin
    entry := SYSTEM;
    if LOCK_PAGE = 0 then locked := false; end;
    collected[t] := false;
    if LOCK_PAGE = 1 & PUT_LAST = 1 then
      put_page(t, UNLOCK_PAGE);
    else
      put_page(t, GET > 0 ? PUT_PAGE : IDLE);
    end;
  end;

  -- unlock_page(vmf->page);
  rule "unlock_page"
    step[t] = UNLOCK_PAGE & may_run(t)
  ==>
  begin
    locked := false;
    if PUT_LAST = 1 & GET > 0 then step[t] := PUT_PAGE; else leave(t); end;
  end;

  -- put_page(vmf->page);
  rule "put_page"
    step[t] = PUT_PAGE & may_run(t)
  ==>
  begin
    put_page(t, LOCK_PAGE = 1 & PUT_LAST = 0 ? UNLOCK_PAGE : IDLE);
  end;

  -- page->mapping = NULL; page->pgmap->ops->page_free(page);
  rule "page_free()"
    step[t] = PAGE_FREE & may_run(t)
  ==>
  begin
    owner := NOBODY;
    step[t] := PGMAP_PUT;
  end;

  -- put_dev_pagemap(pgmap);
  rule "pgmap put"
    step[t] = PGMAP_PUT & may_run(t)
  ==>
  begin
    pins := pins - 1;
    if life = SWITCHED & pins = 0 then completed := true; end;
    if after[t] = IDLE then leave(t); else step[t] := after[t]; after[t] := IDLE; end;
  end;
end;

-- Another process, whose page comes and goes at once ---------------------------------------------

-- zone_device_page_init(page);
rule "another: request the page"
  owner = NOBODY & life = LIVE & !unmapped & others_may_run()
==>
begin
  owner := ANOTHER;
  pins := pins + 1;
  ref := 1;
end;

rule "another: put the page"
  owner = ANOTHER & ref = 1 & !unmapped & others_may_run()
==>
begin
  owner := NOBODY;
  ref := 0;
  pins := pins - 1;
  if life = SWITCHED & pins = 0 then completed := true; end;
end;

-- memunmap_pages(pgmap) -------------------------------------------------------------------------

rule "percpu_ref_kill"
  life = LIVE & others_may_run()
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
  completed & !unmapped & others_may_run() & (CONTRACT = 1 -> all_idle())
==>
begin
  unmapped := true;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each page in use, whenever no call is in flight.
invariant "P1 pin exactness"
  all_idle() -> pins = (ref > 0 ? 1 : 0);

-- A count above 0 is pinned at every instant, inside calls too.
invariant "P1'' pin cover while live"
  ref > 0 -> pins >= 1;

-- Nobody is left who will touch the struct page.
invariant "P2 no use after unmap"
  unmapped -> forall t: Task do !touches_page(t) end;

-- Nothing is put that nobody took: no reference to a page,
invariant "P3 folio count not negative"
  ref >= 0;

-- and no pin.
invariant "P4 pgmap count not negative"
  pins >= 0;

-- get_page() is for those who know that somebody has a reference.
invariant "P6 no get_page of an idle page"
  forall t: Task do (step[t] = GET_PAGE | step[t] = LATE_GET) -> owner = US & ref > 0 end;

-- page_free() is called only for our page, when it is idle and out of the page table.
invariant "P7 callback exactness"
  forall t: Task do step[t] = PAGE_FREE -> owner = US & ref = 0 & entry = SYSTEM end;

-- The fault reads and writes the page of its own process.
invariant "P8 no access to a freed page"
  forall t: Task do touches_page(t) -> owner = US end;

-- page_free() reaches the driver through the page map.
invariant "P9 callback under pin"
  forall t: Task do step[t] = PAGE_FREE -> pins >= 1 end;

-- A page that nobody owns is not locked: its next owner may lock it.
invariant "freed unlocked"
  owner = NOBODY -> !locked;

-- The driver's check never fails on account of another fault's reference.
invariant "no migration aborted by a fault"
  !aborted;

-- From every reachable state the page can still come back.
liveness "fault resolved"
  entry = SYSTEM | unmapped;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
