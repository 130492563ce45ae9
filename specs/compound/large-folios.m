-- Large device-private folios: zone_device_page_init() with an order, free_zone_device_folio(),
-- and the split of a folio in use, as v6.19 has them and with the two fixes of 2026 (version V4L
-- of specs/README.md). mm/memremap.c; mm/huge_memory.c for the split.
--
--     zone_device_page_init(page, pgmap, order)          free_zone_device_folio(folio)
--     each page p:  clear order, PG_head                 pgmap = folio->pgmap
--                   word(p) = pgmap          // REINIT   nr = folio_nr_pages(folio)
--     WARN_ON_ONCE(!percpu_ref_tryget_many(              pgmap->ops->folio_free(folio)
--         &page_pgmap(page)->ref, 1 << order))           percpu_ref_put_many(&pgmap->ref, nr)
--     set_page_count(page, 1)                                                  // LOCAL_PGMAP
--     lock_page(page)
--     if (order) prep_compound_page(page, order)
--
-- A folio pins the page map once for each of its pages. It stays compound when it is freed, and
-- its pages come back in other sizes, so everything hangs on what the next init finds in them:
--
--   REINIT = 0       before January 2026: a page that was a tail still is one, so lock and put go
--                    to the head of long ago, whose count drops below 0 (P3, P19); a page that was
--                    a head is still as large as it was, so its free drops more pins than it took
--                    (P1, P4).
--   LOCAL_PGMAP = 0  before April 2026: folio->pgmap is read again after folio_free() gave the
--                    pages back (P8). Somebody may have made the page a tail by then, and its
--                    word a head link (P18).
--   CONTRACT         a tryget that fails only warns, and it does not look at DEAD: the request
--                    succeeds without a pin. So C1w is too weak for P1, P2 and P12, C1 is not. (P10
--                    fails with indivisible calls only, because a run ends at an assert that
--                    fails: here P11, where the release callback would run once more.)
--   SPECULATIVE      a reference taken by a pfn walker (folio_try_get). As landed the count is
--                    raised before heads and tails are built, so the walker may hold a folio of
--                    one page that grows while it looks (P20). With COUNT_LAST = 1 the folio
--                    is built first.
--   stale tails      even with the fixes the tails of a freed folio lead to its head. When that
--                    page is in use again, alone, somebody who looks at a free tail is led to a
--                    folio that the tail is no part of ("P19 a free page ...").
--
-- The split of a folio in use (SPLIT = 1) freezes the count first, so that the splitter is alone.
-- The new folios have a NULL page map until the callback has set it, but a count of 0 as well.
--
-- Left out: torn reads of the word (word.m), PG_locked, mapping, the cached number of pages, which
-- is stored beside the order, other orders for the parts of a split than 0. Drivers are held to C2
-- throughout: a page has one owner, who requests it only after folio_free() returned it. percpu_ref
-- and granularity are those of pgmap/request-folio.m.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "indivisible: no contract" INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "indivisible: C1w" INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "indivisible: C1" INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "interleaved: no contract" INTERLEAVED=1, CONTRACT=0
-- pinproof: configuration "interleaved: C1w" INTERLEAVED=1, CONTRACT=1
-- pinproof: configuration "interleaved: C1" INTERLEAVED=1, CONTRACT=2
-- pinproof: configuration "C1, four pages" PAGES=4, MAX_ORDER=2
-- pinproof: configuration "C1, without reinitialisation" REINIT=0
-- pinproof: configuration "C1, folio->pgmap after folio_free()" LOCAL_PGMAP=0
-- pinproof: configuration "C1, speculative" SPECULATIVE=1
-- pinproof: configuration "C1, speculative, count last" SPECULATIVE=1, COUNT_LAST=1
-- pinproof: expect "P11 complete once" when CONTRACT=0 violated
-- pinproof: expect "P11 complete once" when CONTRACT=1 violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=0 violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=1 violated
-- pinproof: expect "P1' pin cover while held" when CONTRACT=0 violated
-- pinproof: expect "P1' pin cover while held" when CONTRACT=1 violated
-- pinproof: expect "P1'' pin cover while live" when CONTRACT=0 violated
-- pinproof: expect "P1'' pin cover while live" when CONTRACT=1 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=1 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=0 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=1 violated
-- pinproof: expect "P9 callback under pin" when CONTRACT=0 violated
-- pinproof: expect "P9 callback under pin" when CONTRACT=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=0 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=1 violated
-- pinproof: expect "P10 teardown liveness" when INTERLEAVED=0, CONTRACT=0 violated
-- pinproof: expect "P10 teardown liveness" when INTERLEAVED=0, CONTRACT=1 violated
-- pinproof: expect "P19 a free page resolves to no folio in use" violated
-- pinproof: expect "no warning at the switch" when REINIT=0 violated
-- pinproof: expect "P11 complete once" when REINIT=0 violated
-- pinproof: expect "P1 pin exactness" when REINIT=0 violated
-- pinproof: expect "P1' pin cover while held" when REINIT=0 violated
-- pinproof: expect "P1'' pin cover while live" when REINIT=0 violated
-- pinproof: expect "P2 no use after unmap" when REINIT=0 violated
-- pinproof: expect "P3 folio count not negative" when REINIT=0 violated
-- pinproof: expect "P4 pgmap count not negative" when REINIT=0 violated
-- pinproof: expect "P6 request only at zero" when REINIT=0 violated
-- pinproof: expect "P7 callback exactness" when REINIT=0 violated
-- pinproof: expect "P9 callback under pin" when REINIT=0 violated
-- pinproof: expect "P17 order" when REINIT=0 violated
-- pinproof: expect "P17 PG_head" when REINIT=0 violated
-- pinproof: expect "P18 page_pgmap() is the page map" when REINIT=0 violated
-- pinproof: expect "P19 resolve" when REINIT=0 violated
-- pinproof: expect "P20 restructure exclusivity" when REINIT=0 violated
-- pinproof: expect "P10 teardown liveness" when REINIT=0 violated
-- pinproof: expect "P28 no speculative reference past completion" when CONTRACT=0 violated
-- pinproof: expect "P28 no speculative reference past completion" when CONTRACT=1 violated
-- pinproof: expect "P28 no speculative reference past completion" when REINIT=0 violated
-- pinproof: expect "P8 hands off" when LOCAL_PGMAP=0 violated
-- pinproof: expect "P18 page_pgmap() is the page map" when LOCAL_PGMAP=0 violated
-- pinproof: expect "P20 restructure exclusivity" when SPECULATIVE=1, COUNT_LAST=0 violated

const
  PAGES:       2;
  MAX_ORDER:   1;
  TASKS:       2;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    2;  -- what callers promise about teardown:
                   --   0: nothing
                   --   1: C1w, the page map is not unmapped while a request is in flight
                   --   2: C1, it is not even killed, and no request starts after the kill
  SPLIT:       1;  -- 1: folios are split while in use
  SPECULATIVE: 0;  -- 1: folio_try_get() by somebody who holds nothing

  REINIT:      1;  -- the fix of January 2026: pages are reset before they are used
  LOCAL_PGMAP: 1;  -- the fix of April 2026: the free path remembers the page map
  COUNT_LAST:  0;  -- 1: set_page_count() after prep_compound_page() (not as landed)

  -- Values of the word besides 0 .. PAGES - 1, which are head links: that page's address | 1.
  PGMAP: PAGES;
  NULL:  PAGES + 1;

type
  Page:  0 .. PAGES - 1;
  Order: 0 .. MAX_ORDER;
  Word:  0 .. PAGES + 1;
  Task:  scalarset(TASKS);

  TaskCount:  0 .. TASKS;
  FolioCount: -(TASKS * PAGES) .. TASKS + 1;
  PgmapCount: -(PAGES * (TASKS + 1)) .. PAGES * (TASKS + 1) + 1;

  -- percpu_ref: what its flags and its RCU callback have come to.
  RefMode: enum {
    PERCPU,        -- operations go to the local counter of each CPU
    KILLED,        -- flags DEAD and ATOMIC are set, the RCU callback is queued
    FOLDED,        -- the callback added the local counters up and confirmed the kill
    ATOMIC         -- the callback dropped its guard reference: reaching 0 releases
  };

  -- What the driver knows of a page.
  Offset: enum { FREE, REQUESTED, GRANTED };

  Call: enum { NO_CALL, IN_REQUEST, IN_PUT, IN_SPLIT };

  -- The access a task performs next.
  Step: enum {
    IDLE,
    REINIT_PAGE,                                        -- zone_device_page_init()
    TRYGET_MODE, TRYGET_PERCPU, TRYGET_ATOMIC,
    SET_COUNT, LOCK,
    PREP_HEAD, PREP_TAIL, PREP_ORDER,                   -- prep_compound_page()
    READ_FOLIO, FOLIO_FREE, REREAD_PGMAP,               -- free_zone_device_folio()
    PUT_MODE, PUT_PERCPU, PUT_ATOMIC,
    SPLIT_TAIL, SPLIT_HEAD, SPLIT_CALLBACK, UNFREEZE    -- __folio_split()
  };

var
  -- struct dev_pagemap
  mode:      RefMode;
  percpu:    PgmapCount;                       -- sum of the local counters
  count:     PgmapCount;                       -- the atomic count, without its bias
  completed: boolean;                          -- pgmap->done
  unmapped:  boolean;                          -- the struct pages are gone
  readers:   TaskCount;                        -- CPUs that read percpu mode and have yet to act

  -- struct page
  word:      array[Page] of Word;              -- compound_head or pgmap
  head:      array[Page] of boolean;           -- PG_head
  byte:      array[Page] of Order;             -- of flags: the order of the folio one page before
  ref:       array[Page] of FolioCount;        -- _refcount

  -- the driver's books
  offset:    array[Page] of Offset;            -- requested by a call, granted by its return,
                                               --   free again by folio_free()
  folio_of:  array[Page] of Page;              -- head of the folio of the page, undefined: free

  -- the callers
  step:      array[Task] of Step;
  call:      array[Task] of Call;
  page:      array[Task] of Page;              -- first page of the call
  order:     array[Task] of Order;             -- requested, or read from the folio
  at:        array[Task] of Page;              -- the page that comes next in a loop
  holds:     array[Task] of array[Page] of boolean;   -- folios of this task, not yet put
  peeks:     array[Task] of array[Page] of boolean;   -- speculative references of this task
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

function granted_pages(): PgmapCount;
var n: PgmapCount;
begin
  n := 0;
  for p: Page do if offset[p] = GRANTED then n := n + 1; end; end;
  return n;
end;

function size(o: Order): 1 .. PAGES;
begin
  return 1 << o;
end;

function in_block(p: Page; h: Page; o: Order): boolean;
begin
  return h <= p & p < h + size(o);
end;

-- page_folio(p): the address in the word without bit 0, or the page itself.
function page_folio(p: Page): Page;
begin
  return (word[p] < PAGES ? word[p] : p);
end;

-- folio_order(): of a page with PG_head, from the flags of the next page.
function folio_order(h: Page): Order;
begin
  return (head[h] & h < PAGES - 1 ? byte[h + 1] : 0);
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

-- C2: the pages of a request are free. Without REINIT counts run away: nothing begins once one is
-- out of bounds.
function may_request(h: Page; o: Order): boolean;
begin
  return (INTERLEAVED = 1 | !busy)
       & (CONTRACT = 1 -> !unmapped)
       & (CONTRACT = 2 -> mode = PERCPU)
       & (REINIT = 1 | pins() >= 0 & pins() <= PAGES & forall p: Page do ref[p] >= 0 end)
       & h % size(o) = 0 & h + size(o) <= PAGES
       & forall p: Page do in_block(p, h, o) -> offset[p] = FREE end;
end;

--------------------------------------------------------------------------------------------------
-- Beginnings and ends of calls

procedure enter(t: Task; what: Call; h: Page);
begin
  call[t] := what;
  page[t] := h;
  if what = IN_REQUEST then requests := requests + 1; end;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  if call[t] = IN_REQUEST then requests := requests - 1; end;
  call[t] := NO_CALL;
  step[t] := IDLE;
  undefine page[t];
  undefine order[t];
  undefine at[t];
  busy := false;
end;

procedure return_folio(t: Task);
begin
  holds[t][page[t]] := true;
  for p: Page do
    if in_block(p, page[t], order[t]) then
      offset[p] := GRANTED;
      folio_of[p] := page[t];
    end;
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

-- What follows the pin, in the order as landed or with the count last.
procedure pin_done(t: Task);
begin
  if COUNT_LAST = 0 then
    step[t] := SET_COUNT;
  else
    step[t] := (order[t] > 0 ? PREP_HEAD : SET_COUNT);
  end;
end;

procedure prep_done(t: Task);
begin
  if COUNT_LAST = 1 then step[t] := SET_COUNT; else return_folio(t); end;
end;

-- The end of a reference: the last one runs the free path.
procedure folio_put(t: Task; h: Page);
begin
  ref[h] := ref[h] - 1;
  if ref[h] = 0 then
    enter(t, IN_PUT, h);
    step[t] := READ_FOLIO;
  end;
end;

-- The release callback of pgmap->ref: complete(&pgmap->done).
procedure release();
begin
  assert "P11 complete once" !completed & mode = ATOMIC & pins() = 0;
  completed := true;
end;

--------------------------------------------------------------------------------------------------

startstate "memremap_pages: the page map is live, every page free"
begin
  mode := PERCPU;
  percpu := 0;
  count := 1;
  completed := false;
  unmapped := false;
  readers := 0;
  requests := 0;
  busy := false;
  for p: Page do
    word[p] := PGMAP;
    head[p] := false;
    byte[p] := 0;
    ref[p] := 0;
    offset[p] := FREE;
    undefine folio_of[p];
  end;
  for t: Task do
    call[t] := NO_CALL;
    step[t] := IDLE;
    undefine page[t];
    undefine order[t];
    undefine at[t];
    for p: Page do
      holds[t][p] := false;
      peeks[t][p] := false;
    end;
  end;
end;

-- zone_device_page_init(page, pgmap, order) -----------------------------------------------------

ruleset t: Task; h: Page; o: Order do
  rule "request"
    step[t] = IDLE & may_request(h, o)
  ==>
  begin
    enter(t, IN_REQUEST, h);
    order[t] := o;
    for p: Page do if in_block(p, h, o) then offset[p] := REQUESTED; end; end;
    at[t] := h;
    step[t] := (REINIT = 1 ? REINIT_PAGE : TRYGET_MODE);
  end;
end;

ruleset t: Task do
  -- new_page->flags.f &= ~0xffUL; new_folio->pgmap = pgmap;
  rule "reinitialise page"
    step[t] = REINIT_PAGE & may_run(t)
  ==>
  begin
    byte[at[t]] := 0;
    head[at[t]] := false;
    word[at[t]] := PGMAP;
    if at[t] < page[t] + size(order[t]) - 1 then
      at[t] := at[t] + 1;
    else
      step[t] := TRYGET_MODE;
    end;
  end;

  -- percpu_ref_tryget_many(&page_pgmap(page)->ref, 1 << order): if (__ref_is_percpu(..)) ..
  rule "tryget_many: read mode"
    step[t] = TRYGET_MODE & may_run(t)
  ==>
  begin
    read_mode(t, TRYGET_PERCPU, TRYGET_ATOMIC);
  end;

  -- this_cpu_add(*percpu_count, nr); return true;
  rule "tryget_many: this_cpu_add"
    step[t] = TRYGET_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu + size(order[t]);
    readers := readers - 1;
    pin_done(t);
  end;

  -- atomic_long_add_unless(&ref->data->count, nr, 0); a bias is in it until the fold.
  rule "tryget_many: add_unless"
    step[t] = TRYGET_ATOMIC & (mode = KILLED | count != 0) & may_run(t)
  ==>
  begin
    count := count + size(order[t]);
    pin_done(t);
  end;

  -- WARN_ON_ONCE(!percpu_ref_tryget_many(..)); and on
  rule "tryget_many: count is 0, warn"
    step[t] = TRYGET_ATOMIC & mode != KILLED & count = 0 & may_run(t)
  ==>
  begin
    pin_done(t);
  end;

  -- set_page_count(page, 1);
  rule "set_page_count"
    step[t] = SET_COUNT & may_run(t)
  ==>
  begin
    ref[page[t]] := 1;
    step[t] := LOCK;
  end;

  -- lock_page(page); if (order) prep_compound_page(page, order);
  rule "lock_page"
    step[t] = LOCK & may_run(t)
  ==>
  begin
    if COUNT_LAST = 0 & order[t] > 0 then step[t] := PREP_HEAD; else return_folio(t); end;
  end;

  -- __SetPageHead(page);
  rule "SetPageHead"
    step[t] = PREP_HEAD & may_run(t)
  ==>
  begin
    head[page[t]] := true;
    at[t] := page[t] + 1;
    step[t] := PREP_TAIL;
  end;

  -- prep_compound_tail(page, i): set_compound_head(p, head);
  rule "set_compound_head"
    step[t] = PREP_TAIL & may_run(t)
  ==>
  begin
    word[at[t]] := page[t];
    if at[t] < page[t] + size(order[t]) - 1 then
      at[t] := at[t] + 1;
    else
      step[t] := PREP_ORDER;
    end;
  end;

  -- prep_compound_head(page, order): folio_set_order(folio, order);
  rule "folio_set_order"
    step[t] = PREP_ORDER & may_run(t)
  ==>
  begin
    byte[page[t] + 1] := order[t];
    prep_done(t);
  end;
end;

-- put_page(page) -> folio_put(page_folio(page)) -> free_zone_device_folio(folio) ----------------

ruleset t: Task; p: Page do
  rule "put_page"
    step[t] = IDLE & holds[t][p] & may_run(t)
  ==>
  begin
    holds[t][p] := false;
    folio_put(t, page_folio(p));
  end;

  rule "folio_try_get"
    SPECULATIVE = 1 & step[t] = IDLE & !holds[t][p] & !peeks[t][p] & ref[p] > 0 & may_run(t)
  ==>
  begin
    ref[p] := ref[p] + 1;
    peeks[t][p] := true;
  end;

  rule "folio_put"
    step[t] = IDLE & peeks[t][p] & may_run(t)
  ==>
  begin
    peeks[t][p] := false;
    folio_put(t, p);
  end;
end;

ruleset t: Task do
  -- struct dev_pagemap *pgmap = folio->pgmap; unsigned long nr = folio_nr_pages(folio);
  rule "read pgmap and size"
    step[t] = READ_FOLIO & may_run(t)
  ==>
  begin
    order[t] := folio_order(page[t]);
    step[t] := FOLIO_FREE;
  end;

  -- pgmap->ops->folio_free(folio): the driver gets back what it handed out.
  rule "folio_free()"
    step[t] = FOLIO_FREE & may_run(t)
  ==>
  begin
    for p: Page do
      if !isundefined(folio_of[p]) & folio_of[p] = page[t] then
        offset[p] := FREE;
        undefine folio_of[p];
      end;
    end;
    step[t] := (LOCAL_PGMAP = 1 ? PUT_MODE : REREAD_PGMAP);
  end;

  -- percpu_ref_put_many(&folio->pgmap->ref, nr);
  rule "read folio->pgmap again"
    step[t] = REREAD_PGMAP & may_run(t)
  ==>
  begin
    step[t] := PUT_MODE;
  end;

  -- percpu_ref_put_many(&pgmap->ref, nr): if (__ref_is_percpu(ref, ...)) ...
  rule "put_many: read mode"
    step[t] = PUT_MODE & may_run(t)
  ==>
  begin
    read_mode(t, PUT_PERCPU, PUT_ATOMIC);
  end;

  -- this_cpu_sub(*percpu_count, nr);
  rule "put_many: this_cpu_sub"
    step[t] = PUT_PERCPU & may_run(t)
  ==>
  begin
    percpu := percpu - size(order[t]);
    readers := readers - 1;
    leave(t);
  end;

  -- if (atomic_long_sub_and_test(nr, &ref->data->count)) ref->data->release(ref);
  rule "put_many: sub_and_test"
    step[t] = PUT_ATOMIC & may_run(t)
  ==>
  begin
    count := count - size(order[t]);
    if (mode = FOLDED | mode = ATOMIC) & count = 0 then release(); end;
    leave(t);
  end;
end;

-- __folio_split(folio, 0, ..) of a folio that its holder alone refers to ------------------------

ruleset t: Task; h: Page do
  -- folio_ref_freeze(folio, 1)
  rule "split: folio_ref_freeze"
    SPLIT = 1 & step[t] = IDLE & holds[t][h] & folio_order(h) > 0 & ref[h] = 1 & may_run(t)
  ==>
  begin
    enter(t, IN_SPLIT, h);
    order[t] := folio_order(h);
    ref[h] := 0;
    at[t] := h + 1;
    step[t] := SPLIT_TAIL;
  end;
end;

ruleset t: Task do
  -- __split_folio_to_order(): new_folio->flags &= ~PAGE_FLAGS_CHECK_AT_PREP;
  -- clear_compound_head(new_head);
  rule "split: clear_compound_head"
    step[t] = SPLIT_TAIL & may_run(t)
  ==>
  begin
    byte[at[t]] := 0;
    word[at[t]] := NULL;
    if at[t] < page[t] + size(order[t]) - 1 then
      at[t] := at[t] + 1;
    else
      step[t] := SPLIT_HEAD;
    end;
  end;

  -- ClearPageCompound(&folio->page);
  rule "split: ClearPageCompound"
    step[t] = SPLIT_HEAD & may_run(t)
  ==>
  begin
    head[page[t]] := false;
    at[t] := page[t] + 1;
    step[t] := SPLIT_CALLBACK;
  end;

  -- zone_device_private_split_cb(folio, new_folio): new_folio->pgmap = folio->pgmap;
  rule "split: new_folio->pgmap = pgmap"
    step[t] = SPLIT_CALLBACK & may_run(t)
  ==>
  begin
    word[at[t]] := word[page[t]];
    step[t] := UNFREEZE;
  end;

  -- folio_ref_unfreeze(new_folio, 1); and, after the last one, folio_ref_unfreeze(folio, 1);
  rule "split: folio_ref_unfreeze"
    step[t] = UNFREEZE & may_run(t)
  ==>
  begin
    ref[at[t]] := 1;
    folio_of[at[t]] := at[t];
    holds[t][at[t]] := true;
    if at[t] < page[t] + size(order[t]) - 1 then
      at[t] := at[t] + 1;
      step[t] := SPLIT_CALLBACK;
    else
      ref[page[t]] := 1;
      leave(t);
    end;
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

function building(t: Task): boolean;
begin
  return step[t] = REINIT_PAGE | step[t] = PREP_HEAD | step[t] = PREP_TAIL | step[t] = PREP_ORDER
       | step[t] = SPLIT_TAIL | step[t] = SPLIT_HEAD | step[t] = SPLIT_CALLBACK;
end;

-- One pin for each page in use, whenever no call is in flight.
invariant "P1 pin exactness"
  all_idle() -> pins() = granted_pages();

-- From the return of a successful request to the caller's own put.
invariant "P1' pin cover while held"
  forall t: Task do forall p: Page do holds[t][p] -> pins() >= 1 end end;

-- A count above idle is pinned at every instant, inside calls too.
invariant "P1'' pin cover while live"
  (INTERLEAVED = 1 | all_idle()) & (exists p: Page do ref[p] > 0 end) -> pins() >= 1;

-- Nobody is left who will touch a struct page, by a call in flight or by a folio still held.
invariant "P2 no use after unmap"
  unmapped -> forall t: Task do
    step[t] = IDLE & forall p: Page do !holds[t][p] & !peeks[t][p] end
  end;

-- No reference to a folio is put that nobody took, and none is lost to a plain store.
invariant "P3 folio count not negative"
  forall p: Page do ref[p] >= 0 end;

-- Of the logical sum: the counters alone hide a stray put until the kill.
invariant "P4 pgmap count not negative"
  pins() >= 0;

-- set_page_count() overwrites nothing.
invariant "P6 request only at zero"
  forall t: Task do step[t] = SET_COUNT -> ref[page[t]] = 0 end;

-- folio_free() is called for a folio that was granted and is idle again, and by one task.
invariant "P7 callback exactness"
  forall t: Task do
    step[t] = FOLIO_FREE ->
      !isundefined(folio_of[page[t]]) & folio_of[page[t]] = page[t]
      & offset[page[t]] = GRANTED & ref[page[t]] = 0
      & forall u: Task do step[u] = FOLIO_FREE & page[u] = page[t] -> u = t end
  end;

-- Nobody is about to look at a folio that folio_free() gave back.
invariant "P8 hands off"
  forall t: Task do step[t] != REREAD_PGMAP end;

-- folio_free() reaches the driver through the page map.
invariant "P9 callback under pin"
  forall t: Task do step[t] = FOLIO_FREE -> pins() >= 1 end;

-- No task is about to add a pin once the kill is confirmed.
invariant "P12 no new pin after confirm"
  (mode = FOLDED | mode = ATOMIC) & count != 0 -> forall t: Task do step[t] != TRYGET_ATOMIC end;

-- A folio that a task has, and is not splitting.
function has(t: Task; h: Page): boolean;
begin
  return holds[t][h] & !(call[t] = IN_SPLIT & page[t] = h);
end;

function is_part(p: Page; h: Page): boolean;
begin
  return !isundefined(folio_of[p]) & folio_of[p] = h;
end;

-- A folio in use has the order it was requested with, or split to.
invariant "P17 order"
  forall t: Task do forall h: Page do
    has(t, h) -> forall p: Page do in_block(p, h, folio_order(h)) = is_part(p, h) end
  end end;

-- It has PG_head when it is of several pages, on its first page only.
invariant "P17 PG_head"
  forall t: Task do forall h: Page do
    has(t, h) -> forall p: Page do is_part(p, h) -> head[p] = (p = h & folio_order(h) > 0) end
  end end;

-- With no call in flight, page_pgmap() is right for heads, tails and free pages.
invariant "P18 tag"
  all_idle() -> forall p: Page do word[page_folio(p)] = PGMAP end;

-- Whoever is about to read the page map of a page finds one: not NULL, and no head link.
invariant "P18 page_pgmap() is the page map"
  forall t: Task do
    (step[t] = TRYGET_MODE -> word[page_folio(page[t])] = PGMAP)
    & (step[t] = READ_FOLIO | step[t] = REREAD_PGMAP -> word[page[t]] = PGMAP)
  end;

-- Lock and put through any page of a folio reach its head.
invariant "P19 resolve"
  forall t: Task do
    (step[t] = LOCK -> page_folio(page[t]) = page[t])
    & forall h: Page do has(t, h) -> forall p: Page do is_part(p, h) -> page_folio(p) = h end end
  end;

-- No page leads to a folio in use that it is no part of.
invariant "P19 a free page resolves to no folio in use"
  all_idle() -> forall p: Page do
    ref[page_folio(p)] > 0 -> !isundefined(folio_of[p]) & folio_of[p] = page_folio(p)
  end;

-- Heads and tails change only where nobody else has a reference.
invariant "P20 restructure exclusivity"
  forall t: Task do
    building(t) -> forall p: Page do
      in_block(p, page[t], order[t]) -> forall u: Task do !peeks[u][p] & (holds[u][p] -> u = t) end
    end
  end;

-- folio_try_get() needs nothing but a count above 0: past the completion there is none.
invariant "P28 no speculative reference past completion"
  completed -> forall p: Page do ref[p] <= 0 end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
