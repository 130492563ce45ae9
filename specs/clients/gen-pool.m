-- The proposal of the V2 mail: offsets of a page map from an allocator of its own (gen_pool), and
-- the goal it names: struct pages that exist only while they are in use.
--
--     offset = gen_pool_alloc(pool)                page_free()
--     folio = pgmap_request_folio(pgmap, offset)     gen_pool_free(pool, offset)
--     if (!folio) gen_pool_free(pool, offset)
--
-- The pool makes contract C2 explicit: an offset has one owner, from gen_pool_alloc() to
-- page_free() or to a request that failed. "I think you can bring your own allocator for what
-- offsets are in/out of service in pgmap space", says the answer to Felix Kuehling's question; any
-- allocator of offsets will do.
--
--   * With V3 the pool is all there is to it: pool, counts and use agree in every state, under no
--     contract but that memory stays there during a call (C1w). The client reads no field of an
--     idle page.
--   * With V2 it is not. The undo of a failed request runs page_free(), which gives the offset
--     back; then the caller gives it back as well (P22). gen_pool_free() has a BUG_ON for that,
--     unless somebody else got the offset in between, and then it is taken from him.
--   * Without a pool (POOL = 0) nothing keeps C2, as in request-folio.m.
--
-- STRUCT_PAGES says how long a struct page lives: 0 for as long as the page map, 1 and 2 from the
-- request to page_free(). With 1 page_free() destroys the struct page and then gives the offset
-- back, with 2 the other way round. Then hygiene becomes memory safety:
--
--   * The free path of the time reads page->pgmap after page_free(), to put the page map (P8). It
--     has to be read before (EARLY_READ = 1, which the kernel does since v6.15).
--   * Order 2 lets the next owner of the offset create his struct page while the old one is still
--     there, and have it destroyed under his feet.
--   * Who walks page frame numbers and tries to get a reference (SPECULATIVE = 1) finds a struct
--     page and touches it when it is gone. A reference count cannot protect its own memory; it
--     takes an RCU grace period between page_free() and the end (RCU = 1; the offset stays out
--     of service for as long).
--   * With V3, the early read, the first order, and RCU if there are walkers, all claims hold.
--
-- Followed from the mail of V2, the answers to it, and its review. VERSION: 2 as posted,
-- 3 after its review, page map pin first.
--
-- Left out: struct page fields other than the count, orders, the modes of percpu_ref
-- (specs/percpu-ref). The pool may return any free offset.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V2, pool: no contract" VERSION=2, CONTRACT=0
-- pinproof: configuration "V2, pool: C1w" VERSION=2, CONTRACT=1
-- pinproof: configuration "V2, pool: C1" VERSION=2, CONTRACT=2
-- pinproof: configuration "V3, pool: no contract" VERSION=3, CONTRACT=0
-- pinproof: configuration "V3, pool: C1w" VERSION=3, CONTRACT=1
-- pinproof: configuration "V3, pool: C1" VERSION=3, CONTRACT=2
-- pinproof: configuration "V3, no pool: no contract" VERSION=3, POOL=0, CONTRACT=0
-- pinproof: configuration "V3, no pool: C1w" VERSION=3, POOL=0, CONTRACT=1
-- pinproof: configuration "V3, no pool: C1" VERSION=3, POOL=0, CONTRACT=2
-- pinproof: configuration "V2, pool, indivisible: no contract" VERSION=2, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "V2, pool, indivisible: C1w" VERSION=2, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "V2, pool, indivisible: C1" VERSION=2, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "V2, dynamic pages: no contract" VERSION=2, STRUCT_PAGES=1, EARLY_READ=1, CONTRACT=0
-- pinproof: configuration "V2, dynamic pages: C1w" VERSION=2, STRUCT_PAGES=1, EARLY_READ=1, CONTRACT=1
-- pinproof: configuration "V2, dynamic pages: C1" VERSION=2, STRUCT_PAGES=1, EARLY_READ=1, CONTRACT=2
-- pinproof: configuration "V3, dynamic pages: no contract" VERSION=3, STRUCT_PAGES=1, EARLY_READ=1, CONTRACT=0
-- pinproof: configuration "V3, dynamic pages: C1w" VERSION=3, STRUCT_PAGES=1, EARLY_READ=1, CONTRACT=1
-- pinproof: configuration "V3, dynamic pages: C1" VERSION=3, STRUCT_PAGES=1, EARLY_READ=1, CONTRACT=2
-- pinproof: configuration "V3, dynamic pages, walkers: no contract" VERSION=3, STRUCT_PAGES=1, EARLY_READ=1, SPECULATIVE=1, RCU=1, CONTRACT=0
-- pinproof: configuration "V3, dynamic pages, walkers: C1w" VERSION=3, STRUCT_PAGES=1, EARLY_READ=1, SPECULATIVE=1, RCU=1, CONTRACT=1
-- pinproof: configuration "V3, dynamic pages, walkers: C1" VERSION=3, STRUCT_PAGES=1, EARLY_READ=1, SPECULATIVE=1, RCU=1, CONTRACT=2
-- pinproof: configuration "V3, dynamic pages, walkers without RCU, C1w" VERSION=3, CONTRACT=1, STRUCT_PAGES=1, EARLY_READ=1, SPECULATIVE=1
-- pinproof: configuration "V3, dynamic pages, late read, C1" VERSION=3, CONTRACT=2, STRUCT_PAGES=1
-- pinproof: configuration "V3, dynamic pages, offset back first, C1" VERSION=3, CONTRACT=2, STRUCT_PAGES=2, EARLY_READ=1
-- pinproof: configuration "V3, walkers, C1w" VERSION=3, CONTRACT=1, SPECULATIVE=1
-- pinproof: expect "P1 pin exactness" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P1' pin cover while held" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P1' pin cover while held" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P4 pgmap count not negative" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P5 failure is balanced" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P5 failure is balanced" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P7 callback exactness" when POOL=0 violated
-- pinproof: expect "P7 callback exactness" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P7 callback exactness" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P8 no access to a missing struct page" when STRUCT_PAGES=2 violated
-- pinproof: expect "P8 no access to a missing struct page" when EARLY_READ=0, STRUCT_PAGES=1 violated
-- pinproof: expect "P8 no access to a missing struct page" when CONTRACT=0, EARLY_READ=1, VERSION=2 violated
-- pinproof: expect "P8 no access to a missing struct page" when CONTRACT=1, EARLY_READ=1, VERSION=2 violated
-- pinproof: expect "P8 no access to a missing struct page" when EARLY_READ=1, RCU=0, SPECULATIVE=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P22 one struct page an offset" when STRUCT_PAGES=0 vacuous
-- pinproof: expect "P22 one struct page an offset" when STRUCT_PAGES=2 violated
-- pinproof: expect "P22 one struct page an offset" when CONTRACT=0, EARLY_READ=1, VERSION=2 violated
-- pinproof: expect "P22 one struct page an offset" when CONTRACT=1, EARLY_READ=1, VERSION=2 violated
-- pinproof: expect "P22 offset ownership" when POOL=0 violated
-- pinproof: expect "P22 offset ownership" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P22 offset ownership" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P22 no offset lost" when POOL=0 violated
-- pinproof: expect "P10 teardown liveness" when STRUCT_PAGES=2 violated
-- pinproof: expect "P10 teardown liveness" when EARLY_READ=0, STRUCT_PAGES=1 violated

const
  OFFSETS:      2;
  TASKS:        2;
  INTERLEAVED:  1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:     1;  -- 0: none   1: C1w, no unmap during a call   2: C1, no kill either
  VERSION:      2;  -- of the request function: 2 as posted   3 after its review
  POOL:         1;  -- 1: offsets come from a gen_pool   0: everybody picks his own
  STRUCT_PAGES: 0;  -- 0: exist with the page map   1: destroyed, then the offset given back
                    -- 2: the offset given back, then destroyed
  EARLY_READ:   0;  -- 1: the free path reads page->pgmap before it calls page_free()
  SPECULATIVE:  0;  -- 1: tasks look up struct pages by page frame number, too
  RCU:          0;  -- 1: struct pages are destroyed after an RCU grace period

type
  Offset: scalarset(OFFSETS);
  Task:   scalarset(TASKS);

  TaskCount: 0 .. TASKS;
  PageCount: -1 .. 2 * TASKS;
  PinCount:  -(OFFSETS + TASKS) .. OFFSETS + TASKS;

  -- percpu_ref of the page map, in short.
  Life: enum {
    LIVE,
    DYING,         -- killed; a guard reference keeps the count above 0
    SWITCHED       -- grace period over, guard reference dropped: reaching 0 completes
  };

  Call: enum { NO_CALL, IN_REQUEST, IN_PUT, IN_WALK };

  Step: enum {
    IDLE,
    CREATE, READ_DYING, INC_RETURN, TRYGET, UNDO_PUT,          -- V2
    TRYGET_LIVE, CMPXCHG, UNDO_PIN,                            -- V3
    GOT_NULL,
    PAGE_FREE, DESTROY, PGMAP_PUT,                             -- the free path
    TRY_GET                                                    -- a walker
  };

var
  -- struct dev_pagemap
  life:      Life;
  pins:      PinCount;                       -- without the initial and the guard reference
  completed: boolean;
  unmapped:  boolean;

  allocated: array[Offset] of boolean;       -- the pool
  has_page:  array[Offset] of boolean;       -- the struct page
  ref:       array[Offset] of PageCount;     -- page->_refcount
  owner:     array[Offset] of Task;          -- ghost: who has the offset from the pool
  granted:   array[Offset] of boolean;       -- ghost: the last request for it succeeded

  -- the callers
  step:      array[Task] of Step;
  call:      array[Task] of Call;
  at:        array[Task] of Offset;          -- of the call, undefined outside
  created:   array[Task] of boolean;         -- local: this request created the struct page
  holds:     array[Task] of array[Offset] of boolean;
  requests:  TaskCount;
  busy:      boolean;                        -- a call is in flight, with INTERLEAVED = 0

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
  for o: Offset do if ref[o] > 0 then n := n + 1; end; end;
  return n;
end;

-- The step of t reads or writes the struct page of its call.
function touches_page(t: Task): boolean;
begin
  switch step[t]
    case IDLE, CREATE, TRYGET, TRYGET_LIVE, UNDO_PIN, GOT_NULL: return false;
    case DESTROY: return STRUCT_PAGES = 1;
    case PGMAP_PUT: return EARLY_READ = 0;
    else return true;
  end;
end;

-- Nobody survives the access to a struct page that is gone; the claims report him before.
function may_run(t: Task): boolean;
begin
  return !unmapped & (INTERLEAVED = 1 | !busy | step[t] != IDLE)
       & (!touches_page(t) | has_page[at[t]]);
end;

function teardown_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

procedure enter(t: Task; o: Offset; what: Call; first: Step);
begin
  call[t] := what;
  at[t] := o;
  step[t] := first;
  if what = IN_REQUEST then requests := requests + 1; end;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  if call[t] = IN_REQUEST then requests := requests - 1; end;
  call[t] := NO_CALL;
  step[t] := IDLE;
  created[t] := false;
  undefine at[t];
  busy := false;
end;

procedure return_folio(t: Task);
begin
  holds[t][at[t]] := true;
  granted[at[t]] := true;
  leave(t);
end;

procedure free_offset(o: Offset);
begin
  allocated[o] := false;
  undefine owner[o];
end;

-- A read-side critical section of RCU that began before the struct page was taken away.
function walked(o: Offset): boolean;
begin
  return exists t: Task do step[t] = TRY_GET & at[t] = o end;
end;

--------------------------------------------------------------------------------------------------

startstate "the page map is live, every offset is free"
begin
  life := LIVE;
  pins := 0;
  completed := false;
  unmapped := false;
  requests := 0;
  busy := false;
  for o: Offset do
    allocated[o] := false;
    has_page[o] := STRUCT_PAGES = 0;
    ref[o] := 0;
    undefine owner[o];
    granted[o] := false;
  end;
  for t: Task do
    step[t] := IDLE;
    call[t] := NO_CALL;
    undefine at[t];
    created[t] := false;
    for o: Offset do holds[t][o] := false; end;
  end;
end;

-- gen_pool_alloc(pool), pgmap_request_folio(pgmap, offset, order) -------------------------------

ruleset t: Task; o: Offset do
  rule "gen_pool_alloc"
    step[t] = IDLE & (POOL = 0 | !allocated[o]) & !holds[t][o] & may_run(t)
    & (CONTRACT = 2 -> life = LIVE)
  ==>
  begin
    enter(t, o, IN_REQUEST, STRUCT_PAGES = 0 ? READ_DYING : CREATE);
    allocated[o] := true;
    owner[o] := t;
    granted[o] := false;
  end;
end;

ruleset t: Task do
  -- What "support dynamic page creation" will be. It may fail.
  rule "create struct page"
    step[t] = CREATE & may_run(t)
  ==>
  begin
    has_page[at[t]] := true;
    ref[at[t]] := 0;
    created[t] := true;
    step[t] := READ_DYING;
  end;

  rule "create struct page: no memory"
    step[t] = CREATE & may_run(t)
  ==>
  begin
    step[t] := GOT_NULL;
  end;

  -- if (WARN_ON_ONCE(percpu_ref_is_dying(&pgmap->ref))) return NULL;
  rule "is_dying?"
    step[t] = READ_DYING & may_run(t)
  ==>
  begin
    if life != LIVE then
      step[t] := GOT_NULL;
    else
      step[t] := VERSION = 2 ? INC_RETURN : TRYGET_LIVE;
    end;
  end;

  -- v = folio_ref_inc_return(folio); if (v > 1) return folio;
  rule "inc_return(ref)"
    step[t] = INC_RETURN & may_run(t)
  ==>
  begin
    ref[at[t]] := ref[at[t]] + 1;
    if ref[at[t]] > 1 then return_folio(t); else step[t] := TRYGET; end;
  end;

  -- if (WARN_ON_ONCE(!percpu_ref_tryget(&pgmap->ref))) ...              looks at the count only
  rule "tryget"
    step[t] = TRYGET & may_run(t)
  ==>
  begin
    if life != SWITCHED | pins != 0 then
      pins := pins + 1;
      return_folio(t);
    else
      step[t] := UNDO_PUT;
    end;
  end;

  -- { folio_put(folio); return NULL; }
  rule "undo: folio_put"
    step[t] = UNDO_PUT & may_run(t)
  ==>
  begin
    ref[at[t]] := ref[at[t]] - 1;
    step[t] := ref[at[t]] = 0 ? PAGE_FREE : GOT_NULL;
  end;

  -- The review: if (!percpu_ref_tryget_live(&pgmap->ref)) return NULL;
  rule "tryget_live"
    step[t] = TRYGET_LIVE & may_run(t)
  ==>
  begin
    if life = LIVE then
      pins := pins + 1;
      step[t] := CMPXCHG;
    else
      step[t] := GOT_NULL;
    end;
  end;

  -- if (cmpxchg(&folio->_refcount, 0, 1) != 0) { put the page map; return NULL; }
  rule "cmpxchg(ref, 0, 1)"
    step[t] = CMPXCHG & may_run(t)
  ==>
  begin
    if ref[at[t]] = 0 then
      ref[at[t]] := 1;
      return_folio(t);
    else
      step[t] := UNDO_PIN;
    end;
  end;

  rule "undo: pgmap put"
    step[t] = UNDO_PIN & may_run(t)
  ==>
  begin
    pins := pins - 1;
    if life = SWITCHED & pins = 0 then completed := true; end;
    step[t] := GOT_NULL;
  end;

  -- if (!folio) gen_pool_free(pool, offset), after the request destroyed what it created
  rule "NULL: gen_pool_free"
    step[t] = GOT_NULL & may_run(t) & !(RCU = 1 & walked(at[t]))
  ==>
  begin
    if STRUCT_PAGES > 0 & created[t] then has_page[at[t]] := false; end;
    free_offset(at[t]);
    leave(t);
  end;
end;

-- folio_put(folio) -> free_zone_device_page(page) -> put_dev_pagemap(pgmap) ---------------------

ruleset t: Task; o: Offset do
  rule "folio_put"
    step[t] = IDLE & holds[t][o] & has_page[o] & may_run(t)
  ==>
  begin
    holds[t][o] := false;
    ref[o] := ref[o] - 1;
    if ref[o] = 0 then enter(t, o, IN_PUT, PAGE_FREE); end;
  end;
end;

ruleset t: Task do
  -- page->pgmap->ops->page_free(page): gen_pool_free(pool, offset), with struct pages for good or
  -- destroyed afterwards; otherwise up to the destruction
  rule "page_free()"
    step[t] = PAGE_FREE & may_run(t)
  ==>
  begin
    if STRUCT_PAGES != 1 then free_offset(at[t]); end;
    step[t] := STRUCT_PAGES = 0 ? PGMAP_PUT : DESTROY;
  end;

  rule "page_free: destroy struct page"
    step[t] = DESTROY & may_run(t) & !(RCU = 1 & walked(at[t]))
  ==>
  begin
    has_page[at[t]] := false;
    created[t] := false;
    if STRUCT_PAGES = 1 then free_offset(at[t]); end;
    step[t] := PGMAP_PUT;
  end;

  -- put_dev_pagemap(page->pgmap);
  rule "pgmap put"
    step[t] = PGMAP_PUT & may_run(t)
  ==>
  begin
    pins := pins - 1;
    if life = SWITCHED & pins = 0 then completed := true; end;
    if call[t] = IN_REQUEST then step[t] := GOT_NULL; else leave(t); end;
  end;
end;

-- Somebody who walks page frame numbers ---------------------------------------------------------

ruleset t: Task; o: Offset do
  -- page = pfn_to_online_page(pfn), or a page table entry that was read without a lock
  rule "walker: look up"
    SPECULATIVE = 1 & step[t] = IDLE & has_page[o] & !holds[t][o] & may_run(t)
  ==>
  begin
    enter(t, o, IN_WALK, TRY_GET);
  end;
end;

ruleset t: Task do
  -- folio_try_get(folio): add unless zero
  rule "walker: folio_try_get"
    step[t] = TRY_GET & may_run(t)
  ==>
  begin
    if ref[at[t]] > 0 then
      ref[at[t]] := ref[at[t]] + 1;
      holds[t][at[t]] := true;
    end;
    leave(t);
  end;
end;

-- memunmap_pages(pgmap) -------------------------------------------------------------------------

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

rule "unmap"
  completed & !unmapped & teardown_may_run() & (CONTRACT >= 1 -> requests = 0)
==>
begin
  unmapped := true;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each page in use, whenever no call is in flight.
invariant "P1 pin exactness"
  all_idle() -> pins = live_pages();

-- From the return of a successful request to the caller's own put.
invariant "P1' pin cover while held"
  forall t: Task do forall o: Offset do holds[t][o] -> pins >= 1 end end;

-- A walker between look-up and access is not in a call; struct pages do not wait for him.
invariant "P2 no use after unmap"
  unmapped -> forall t: Task do
    (step[t] = IDLE | call[t] = IN_WALK) & forall o: Offset do !holds[t][o] end
  end;

-- Nothing is put that nobody took: no reference to a page,
invariant "P3 folio count not negative"
  forall o: Offset do ref[o] >= 0 end;

-- and no pin.
invariant "P4 pgmap count not negative"
  pins >= 0;

-- A request that fails runs no page_free().
invariant "P5 failure is balanced"
  forall t: Task do call[t] = IN_REQUEST -> step[t] != PAGE_FREE end;

-- page_free() is called only for what was put into service.
invariant "P7 callback exactness"
  forall t: Task do step[t] = PAGE_FREE -> granted[at[t]] & ref[at[t]] = 0 end;

-- No task is about to add a pin once the kill is confirmed. V3 refuses by itself: its tryget_live
-- is one step with the test, and specs/pgmap has the steps between.
invariant "P12 no new pin after confirm"
  life = SWITCHED & pins != 0 -> forall t: Task do step[t] != TRYGET end;

-- No struct page is touched that does not exist.
invariant "P8 no access to a missing struct page"
  (forall t: Task do touches_page(t) -> has_page[at[t]] end)
  & forall t: Task do forall o: Offset do holds[t][o] -> has_page[o] end end;

-- An offset has at most one struct page at a time.
invariant "P22 one struct page an offset"
  forall t: Task do step[t] = CREATE -> !has_page[at[t]] end;

-- Contract C2: who is about to give an offset back is its owner, and so is who is about to take
-- the first reference to its page.
invariant "P22 offset ownership"
  forall t: Task do
    (step[t] = GOT_NULL | step[t] = INC_RETURN | step[t] = CMPXCHG) ->
      allocated[at[t]] & !isundefined(owner[at[t]]) & owner[at[t]] = t
  end;

-- What the pool has is idle, and with no call in flight the rest is in use.
invariant "P22 no offset lost"
  (forall o: Offset do !allocated[o] -> ref[o] = 0 end)
  & (all_idle() -> forall o: Offset do allocated[o] -> ref[o] > 0 end);

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
