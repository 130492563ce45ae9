-- nouveau dmem and test_hmm dmirror: free pages on a list that runs through the private data of the
-- pages themselves, over chunks that are page maps of their own (drivers/gpu/drm/nouveau/
-- nouveau_dmem.c, lib/test_hmm.c), clients of the request functions of specs/README.md.
--
--     nouveau_dmem_page_alloc_locked()             nouveau_dmem_page_free()
--       lock; page = free_pages;                     lock;
--       free_pages = page->zone_device_data;         page->zone_device_data = free_pages;
--       chunk->callocated++; unlock                  free_pages = page;
--         or: a new chunk: memremap_pages(), push    chunk->callocated--; unlock
--         all its pages but the last, use that
--       put the page into service; lock_page()
--
-- test_hmm (DRIVER = 1) does the same, and while a page is in use its private data is a page of
-- system memory that stands in for the device's: allocated first, stored after the request, freed
-- at the beginning of dmirror_devmem_free().
--
--   * The list is kept in idle pages: the layering violation that the mail of V2 names. It costs
--     nothing while page maps live as long as the driver. As soon as one chunk is torn down and
--     the others stay (SHRINK = 1), the list leads into struct pages that are gone, and every pop
--     reads one (P2); that every single page map keeps C1 does not help, because the pop comes
--     before the request. Taking the chunk's pages off the list first mends it (PURGE = 1; test_hmm
--     does so since it can give chunks back).
--   * V2 with test_hmm: when the request fails, its undo runs page_free() on a page whose private
--     data is still what the pop left there, the link to the next free page. That page is taken for
--     the backing page and goes to the page allocator (P24). Then the driver uses the page, behind
--     a WARN_ON_ONCE(dpage != &folio->page), while it is on the free list again (P22, P23).
--   * V2 with nouveau: lock_page(&folio->page) of no folio (P23). Its undo puts the page back on
--     the list and counts callocated down; a driver that checks the result (CHECKED = 1) and puts
--     the page back itself has it there twice, a list that never ends (P22).
--   * V0b and V1 cannot or do not report the failure; under C1 there is none. Every version is
--     sound there, with the driver-wide C1: none of its chunks is killed during an allocation.
--   * memunmap_pages() of a chunk warns when callocated is not 0: it takes the drained contract
--     (nouveau's eviction of the chunk) for that to be quiet.
--
-- VERSION is that of the request: 0 zone_device_page_init(), 1 pgmap_request_folios(),
-- 2 pgmap_request_folio() as posted, 3 the same after its review, page map pin first. Followed from
-- both sides of the patch of V2 and from v6.0; the text in common with uvmem.m is the same.
--
-- Left out: races inside the request function and inside percpu_ref; the buffer object and address
-- region of a chunk; memory allocation that fails. Pages are numbered, because the list's order is
-- state; tasks are interchangeable.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "nouveau V0b: no contract" DRIVER=0, VERSION=0, CONTRACT=0
-- pinproof: configuration "nouveau V0b: C1w" DRIVER=0, VERSION=0, CONTRACT=1
-- pinproof: configuration "nouveau V0b: C1" DRIVER=0, VERSION=0, CONTRACT=2
-- pinproof: configuration "nouveau V0b: drained" DRIVER=0, VERSION=0, CONTRACT=3
-- pinproof: configuration "nouveau V1: no contract" DRIVER=0, VERSION=1, CONTRACT=0
-- pinproof: configuration "nouveau V1: C1w" DRIVER=0, VERSION=1, CONTRACT=1
-- pinproof: configuration "nouveau V1: C1" DRIVER=0, VERSION=1, CONTRACT=2
-- pinproof: configuration "nouveau V1: drained" DRIVER=0, VERSION=1, CONTRACT=3
-- pinproof: configuration "nouveau V2: no contract" DRIVER=0, VERSION=2, CONTRACT=0
-- pinproof: configuration "nouveau V2: C1w" DRIVER=0, VERSION=2, CONTRACT=1
-- pinproof: configuration "nouveau V2: C1" DRIVER=0, VERSION=2, CONTRACT=2
-- pinproof: configuration "nouveau V2: drained" DRIVER=0, VERSION=2, CONTRACT=3
-- pinproof: configuration "nouveau V3, checked: no contract" DRIVER=0, VERSION=3, CHECKED=1, CONTRACT=0
-- pinproof: configuration "nouveau V3, checked: C1w" DRIVER=0, VERSION=3, CHECKED=1, CONTRACT=1
-- pinproof: configuration "nouveau V3, checked: C1" DRIVER=0, VERSION=3, CHECKED=1, CONTRACT=2
-- pinproof: configuration "nouveau V3, checked: drained" DRIVER=0, VERSION=3, CHECKED=1, CONTRACT=3
-- pinproof: configuration "test_hmm V0b: no contract" DRIVER=1, VERSION=0, CONTRACT=0
-- pinproof: configuration "test_hmm V0b: C1w" DRIVER=1, VERSION=0, CONTRACT=1
-- pinproof: configuration "test_hmm V0b: C1" DRIVER=1, VERSION=0, CONTRACT=2
-- pinproof: configuration "test_hmm V0b: drained" DRIVER=1, VERSION=0, CONTRACT=3
-- pinproof: configuration "test_hmm V2: no contract" DRIVER=1, VERSION=2, CONTRACT=0
-- pinproof: configuration "test_hmm V2: C1w" DRIVER=1, VERSION=2, CONTRACT=1
-- pinproof: configuration "test_hmm V2: C1" DRIVER=1, VERSION=2, CONTRACT=2
-- pinproof: configuration "test_hmm V2: drained" DRIVER=1, VERSION=2, CONTRACT=3
-- pinproof: configuration "test_hmm V3, checked: no contract" DRIVER=1, VERSION=3, CHECKED=1, CONTRACT=0
-- pinproof: configuration "test_hmm V3, checked: C1w" DRIVER=1, VERSION=3, CHECKED=1, CONTRACT=1
-- pinproof: configuration "test_hmm V3, checked: C1" DRIVER=1, VERSION=3, CHECKED=1, CONTRACT=2
-- pinproof: configuration "test_hmm V3, checked: drained" DRIVER=1, VERSION=3, CHECKED=1, CONTRACT=3
-- pinproof: configuration "nouveau V2, indivisible: no contract" DRIVER=0, VERSION=2, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "nouveau V2, indivisible: C1w" DRIVER=0, VERSION=2, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "nouveau V2, indivisible: C1" DRIVER=0, VERSION=2, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "nouveau V2, indivisible: drained" DRIVER=0, VERSION=2, INTERLEAVED=0, CONTRACT=3
-- pinproof: configuration "test_hmm V2, indivisible: no contract" DRIVER=1, VERSION=2, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "test_hmm V2, indivisible: C1w" DRIVER=1, VERSION=2, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "test_hmm V2, indivisible: C1" DRIVER=1, VERSION=2, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "test_hmm V2, indivisible: drained" DRIVER=1, VERSION=2, INTERLEAVED=0, CONTRACT=3
-- pinproof: configuration "nouveau V2, result checked, C1w" DRIVER=0, VERSION=2, CHECKED=1, CONTRACT=1
-- pinproof: configuration "nouveau V3, chunk by chunk, C1" DRIVER=0, VERSION=3, CHECKED=1, CONTRACT=2, SHRINK=1
-- pinproof: configuration "nouveau V3, chunk by chunk, purged, C1" DRIVER=0, VERSION=3, CHECKED=1, CONTRACT=2, SHRINK=1, PURGE=1
-- pinproof: configuration "nouveau V2, one chunk of two pages, C1w" DRIVER=0, CHUNKS=1, PER_CHUNK=2, CONTRACT=1
-- pinproof: configuration "test_hmm V2, one chunk of two pages, C1w" DRIVER=1, CHUNKS=1, PER_CHUNK=2, CONTRACT=1
-- pinproof: expect "P1 pin exactness" violated
-- pinproof: expect "P1 pin exactness" when CONTRACT=2 holds
-- pinproof: expect "P1 pin exactness" when CONTRACT=3 holds
-- pinproof: expect "P1 pin exactness" when CHECKED=0, DRIVER=0, VERSION=2 holds
-- pinproof: expect "P1 pin exactness" when VERSION=3 holds
-- pinproof: expect "P1 pin exactness" when INTERLEAVED=0 holds
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0 violated
-- pinproof: expect "P2 no use after unmap" when CHECKED=0, CONTRACT=1, DRIVER=1 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=1, VERSION=0 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=1, VERSION=1 violated
-- pinproof: expect "P2 no use after unmap" when PURGE=0, SHRINK=1 violated
-- pinproof: expect "P3 folio count not negative" when CONTRACT=1, DRIVER=1, VERSION=2 violated
-- pinproof: expect "P3 folio count not negative" when CONTRACT=0, DRIVER=1, VERSION=2 violated
-- pinproof: expect "P3 folio count not negative" when CONTRACT=0, VERSION=1 violated
-- pinproof: expect "P3 folio count not negative" when CONTRACT=1, VERSION=1 violated
-- pinproof: expect "P4 pgmap count not negative" when CHECKED=0, CONTRACT=1, INTERLEAVED=1 violated
-- pinproof: expect "P4 pgmap count not negative" when CHECKED=0, CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P4 pgmap count not negative" when CHECKED=1, VERSION=2 violated
-- pinproof: expect "P7 callback exactness" when CHECKED=0, CONTRACT=1, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when CHECKED=0, CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when CHECKED=1, VERSION=2 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=3 vacuous
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=0, INTERLEAVED=1, VERSION=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=1, INTERLEAVED=1, VERSION=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P22 offset ownership" when CONTRACT=1, DRIVER=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P22 offset ownership" when CHECKED=1, VERSION=2 violated
-- pinproof: expect "P22 offset ownership" when CONTRACT=0, DRIVER=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P22 no offset lost" violated
-- pinproof: expect "P22 no offset lost" when CHECKED=0, DRIVER=0 holds
-- pinproof: expect "P22 no offset lost" when VERSION=3 holds
-- pinproof: expect "P22 no offset lost" when INTERLEAVED=0 holds
-- pinproof: expect "P22 no offset lost" when VERSION=0 holds
-- pinproof: expect "P22 no offset lost" when CHUNKS=1 holds
-- pinproof: expect "P22 no offset lost" when CONTRACT=2 holds
-- pinproof: expect "P22 no offset lost" when CONTRACT=3 holds
-- pinproof: expect "no warning at fini" violated
-- pinproof: expect "no warning at fini" when CONTRACT=3 holds
-- pinproof: expect "P22 callocated" when CONTRACT=1, DRIVER=1, VERSION=2 violated
-- pinproof: expect "P22 callocated" when CONTRACT=0, DRIVER=1, VERSION=2 violated
-- pinproof: expect "P22 callocated" when CHECKED=1, VERSION=2 violated
-- pinproof: expect "P22 callocated" when CONTRACT=0, VERSION=1 violated
-- pinproof: expect "P22 callocated" when CONTRACT=1, VERSION=1 violated
-- pinproof: expect "P23 failed request handled" when CHECKED=0, CONTRACT=1 violated
-- pinproof: expect "P23 failed request handled" when CHECKED=0, CONTRACT=0 violated
-- pinproof: expect "P24 own private data" when DRIVER=0 vacuous
-- pinproof: expect "P24 own private data" when CONTRACT=1, DRIVER=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P24 own private data" when CONTRACT=0, DRIVER=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "nothing kept in an idle page" violated
-- pinproof: expect "P10 teardown liveness" when CONTRACT=0 violated
-- pinproof: expect "P10 teardown liveness" when CHECKED=0, CONTRACT=1, INTERLEAVED=1 violated
-- pinproof: expect "P10 teardown liveness" when PURGE=0, SHRINK=1 violated
-- pinproof: expect "P10 teardown liveness" when CHECKED=0, CONTRACT=1, DRIVER=0 violated

const
  CHUNKS:       2;
  PER_CHUNK:    1;  -- pages of a chunk
  TASKS:        2;
  INTERLEAVED:  1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:     1;  -- 0: none   1: C1w, no unmap during a call   2: C1, no kill either
                    -- 3: drained, C1 and every page was put before the kill
  SHRINK:       0;  -- 0: contracts speak of the driver, all chunks go together
                    -- 1: they speak of one chunk, which goes while the others stay
  DRIVER:       1;  -- 0: nouveau   1: test_hmm
  VERSION:      2;  -- of the request function, see above
  CHECKED:      0;  -- 1: the driver handles a failed request
  PURGE:        0;  -- 1: the pages of a chunk leave the list before it is torn down

  PAGES:        CHUNKS * PER_CHUNK;
  NULL:         -1;
  BACKING:      -2; -- a page of system memory as private data

type
  Chunk: 0 .. CHUNKS - 1;
  Page:  0 .. PAGES - 1;
  Link:  NULL .. PAGES - 1;
  Data:  BACKING .. PAGES - 1;
  Task:  scalarset(TASKS);

  TaskCount: 0 .. TASKS;
  PageCount: -1 .. TASKS + 1;
  PinCount:  -(PAGES + TASKS) .. PAGES + TASKS + 1;

  -- A chunk, and percpu_ref of its page map in short.
  Life: enum {
    ABSENT,        -- not allocated yet
    LIVE,
    DYING,         -- killed; a guard reference keeps the count above 0
    SWITCHED,      -- grace period over, guard reference dropped: reaching 0 completes
    UNMAPPED       -- the struct pages are gone
  };

  -- Ghost: what has become of the last request for a page.
  Offset: enum { FREE, REQUESTED, GRANTED, REFUSED };

  Call: enum { NO_CALL, IN_ALLOC, IN_PUT };

  Step: enum {
    IDLE,
    PUSH_CHUNK, READ_DYING, TAKE_REFERENCES, UNDO_PUT, STORE_DATA,    -- ..._alloc_page()
    GOT_NULL, PUSH_AGAIN, OOPS,
    FREE_BACKING, PUSH,                                               -- ..._page_free()
    PGMAP_PUT
  };

var
  -- one struct dev_pagemap for each chunk
  life:       array[Chunk] of Life;
  pins:       array[Chunk] of PinCount;      -- without the initial and the guard reference
  completed:  array[Chunk] of boolean;
  callocated: array[Chunk] of PinCount;

  ref:        array[Page] of PageCount;      -- page->_refcount
  data:       array[Page] of Data;           -- page->zone_device_data
  offset:     array[Page] of Offset;
  free_pages: Link;                          -- the head of the list
  stray:      boolean;                       -- ghost: a struct page that is gone was touched
  warned:     boolean;                       -- WARN_ON(chunk->callocated)

  -- the callers
  step:       array[Task] of Step;
  call:       array[Task] of Call;
  page:       array[Task] of Page;           -- of the call, undefined outside
  holds:      array[Task] of array[Page] of boolean;
  busy:       boolean;                       -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

function chunk_of(p: Page): Chunk;
begin
  return p / PER_CHUNK;
end;

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

function live_pages(c: Chunk): PinCount;
var n: PinCount;
begin
  n := 0;
  for p: Page do if chunk_of(p) = c & ref[p] > 0 then n := n + 1; end; end;
  return n;
end;

function held(p: Page): boolean;
begin
  return exists t: Task do holds[t][p] end;
end;

function on_list(p: Page): boolean;
var at: Link;
begin
  at := free_pages;
  for i: Page do
    if at = p then return true; end;
    if at = NULL then return false; end;
    at := data[at] = BACKING ? NULL : data[at];
  end;
  return false;
end;

-- The list ends, and without passing private data that is no link.
function list_ends(): boolean;
var at: Data;
begin
  at := free_pages;
  for i: Page do
    if at >= 0 then at := data[at]; end;
  end;
  return at = NULL;
end;

-- A task touches no struct page that is gone, or its call ends there (P2 reports it).
function may_run(t: Task): boolean;
begin
  return (INTERLEAVED = 1 | !busy | step[t] != IDLE) & !stray
       & (isundefined(page[t]) | life[chunk_of(page[t])] != UNMAPPED);
end;

function teardown_may_run(): boolean;
begin
  return (INTERLEAVED = 1 | !busy) & !stray;
end;

-- An allocation that chunk c has to wait for.
function allocating(c: Chunk): boolean;
begin
  return exists t: Task do
    call[t] = IN_ALLOC & (SHRINK = 0 | chunk_of(page[t]) = c)
  end;
end;

-- Allocations start as long as no chunk, or with SHRINK not all of them, are being torn down.
function may_allocate(): boolean;
begin
  return (CONTRACT >= 1 & SHRINK = 0 -> forall c: Chunk do life[c] != UNMAPPED end)
       & (CONTRACT >= 2 & SHRINK = 0 -> forall c: Chunk do life[c] = ABSENT | life[c] = LIVE end)
       & forall c: Chunk do pins[c] >= 0 end;   -- a run this broken is not followed any further
end;

procedure enter(t: Task; p: Page; what: Call);
begin
  call[t] := what;
  page[t] := p;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  call[t] := NO_CALL;
  step[t] := IDLE;
  undefine page[t];
  busy := false;
end;

function try_get_live(c: Chunk): boolean;
begin
  return life[c] = LIVE;
end;

-- percpu_ref_tryget() looks at the count only.
function try_get(c: Chunk): boolean;
begin
  return life[c] != SWITCHED | pins[c] != 0;
end;

procedure push(p: Page);
begin
  data[p] := free_pages;
  free_pages := p;
end;

-- lock_page(page); return page;
procedure return_page(t: Task);
begin
  holds[t][page[t]] := true;
  leave(t);
end;

procedure granted(t: Task; really: boolean);
begin
  offset[page[t]] := really ? GRANTED : REFUSED;
  if DRIVER = 1 then step[t] := STORE_DATA; else return_page(t); end;
end;

--------------------------------------------------------------------------------------------------

startstate "the driver has no chunk yet"
begin
  for c: Chunk do
    life[c] := ABSENT;
    pins[c] := 0;
    completed[c] := false;
    callocated[c] := 0;
  end;
  for p: Page do
    ref[p] := 0;
    data[p] := NULL;
    offset[p] := FREE;
  end;
  free_pages := NULL;
  stray := false;
  warned := false;
  busy := false;
  for t: Task do
    step[t] := IDLE;
    call[t] := NO_CALL;
    undefine page[t];
    for p: Page do holds[t][p] := false; end;
  end;
end;

-- nouveau_dmem_page_alloc_locked(drm), dmirror_devmem_alloc_page(mdevice) -----------------------

ruleset t: Task do
  -- page = drm->dmem->free_pages; drm->dmem->free_pages = page->zone_device_data;
  -- chunk->callocated++;
  rule "pop"
    step[t] = IDLE & free_pages != NULL & may_allocate() & may_run(t)
  ==>
  var p: Page;
  begin
    p := free_pages;
    if life[chunk_of(p)] = UNMAPPED then
      stray := true;
    else
      enter(t, p, IN_ALLOC);
      free_pages := data[p] = BACKING ? NULL : data[p];
      callocated[chunk_of(p)] := callocated[chunk_of(p)] + 1;
      step[t] := READ_DYING;
    end;
  end;
end;

ruleset t: Task; c: Chunk do
  -- ret = nouveau_dmem_chunk_alloc(drm, &page): memremap_pages(&chunk->pagemap, ...);
  rule "chunk_alloc: memremap_pages"
    step[t] = IDLE & free_pages = NULL & may_allocate() & may_run(t)
    & life[c] = ABSENT & (forall d: Chunk do d < c -> life[d] != ABSENT end)
  ==>
  begin
    enter(t, c * PER_CHUNK + PER_CHUNK - 1, IN_ALLOC);
    life[c] := LIVE;
    step[t] := PUSH_CHUNK;
  end;
end;

ruleset t: Task do
  -- for (i = 0; i < DMEM_CHUNK_NPAGES - 1; ++i, ++page) { link page in } chunk->callocated++;
  rule "chunk_alloc: push all but the last"
    step[t] = PUSH_CHUNK & may_run(t)
  ==>
  begin
    for p: Page do
      if chunk_of(p) = chunk_of(page[t]) & p != page[t] then push(p); end;
    end;
    callocated[chunk_of(page[t])] := callocated[chunk_of(page[t])] + 1;
    step[t] := READ_DYING;
  end;

  -- WARN_ON_ONCE(!percpu_ref_tryget_live(&page->pgmap->ref)); set_page_count(page, 1);
  rule "zone_device_page_init()"
    step[t] = READ_DYING & VERSION = 0 & may_run(t)
  ==>
  var live: boolean;
  begin
    offset[page[t]] := REQUESTED;
    live := try_get_live(chunk_of(page[t]));
    if live then pins[chunk_of(page[t])] := pins[chunk_of(page[t])] + 1; end;
    ref[page[t]] := 1;
    granted(t, live);
  end;

  -- if (WARN_ON_ONCE(percpu_ref_is_dying(&pgmap->ref))) return false;       (V2: return NULL)
  rule "request: is_dying?"
    step[t] = READ_DYING & (VERSION = 1 | VERSION = 2) & may_run(t)
  ==>
  begin
    offset[page[t]] := REQUESTED;
    if life[chunk_of(page[t])] = LIVE then
      step[t] := TAKE_REFERENCES;
    elsif VERSION = 1 then
      granted(t, false);
    else
      step[t] := GOT_NULL;
    end;
  end;

  -- V1: folio_ref_inc(iter); if (folio_ref_count(iter) == 1) percpu_ref_tryget(&pgmap->ref);
  -- V2: v = folio_ref_inc_return(folio); if (v > 1) return folio; percpu_ref_tryget(&pgmap->ref)
  rule "request: ref + 1, tryget"
    step[t] = TAKE_REFERENCES & may_run(t)
  ==>
  begin
    ref[page[t]] := ref[page[t]] + 1;
    if ref[page[t]] > 1 then
      granted(t, true);
    elsif try_get(chunk_of(page[t])) then
      pins[chunk_of(page[t])] := pins[chunk_of(page[t])] + 1;
      granted(t, true);
    elsif VERSION = 1 then
      granted(t, false);
    else
      step[t] := UNDO_PUT;
    end;
  end;

  -- if (WARN_ON_ONCE(!percpu_ref_tryget(&pgmap->ref))) { folio_put(folio); return NULL; }
  rule "undo: folio_put"
    step[t] = UNDO_PUT & may_run(t)
  ==>
  begin
    ref[page[t]] := ref[page[t]] - 1;
    step[t] := ref[page[t]] = 0 ? (DRIVER = 1 ? FREE_BACKING : PUSH) : GOT_NULL;
  end;

  -- The review: pin the page map, then cmpxchg(&folio->_refcount, 0, 1).
  rule "request: tryget_live, cmpxchg(ref, 0, 1)"
    step[t] = READ_DYING & VERSION = 3 & may_run(t)
  ==>
  begin
    offset[page[t]] := REQUESTED;
    if try_get_live(chunk_of(page[t])) & ref[page[t]] = 0 then
      pins[chunk_of(page[t])] := pins[chunk_of(page[t])] + 1;
      ref[page[t]] := 1;
      granted(t, true);
    else
      step[t] := GOT_NULL;
    end;
  end;

  -- test_hmm: dpage->zone_device_data = rpage;
  rule "zone_device_data = backing page"
    step[t] = STORE_DATA & may_run(t)
  ==>
  begin
    data[page[t]] := BACKING;
    return_page(t);
  end;

  -- nouveau: lock_page(&folio->page);                                         with folio == NULL
  rule "lock_page(NULL)"
    step[t] = GOT_NULL & CHECKED = 0 & DRIVER = 0 & may_run(t)
  ==>
  begin
    step[t] := OOPS;
    busy := false;
  end;

  -- test_hmm: WARN_ON_ONCE(dpage != &folio->page); lock_page(dpage);
  rule "WARN_ON_ONCE, and on"
    step[t] = GOT_NULL & CHECKED = 0 & DRIVER = 1 & may_run(t)
  ==>
  begin
    granted(t, false);
  end;

  -- if (!folio) { spin_lock(); push page; chunk->callocated--; spin_unlock(); return NULL; },
  -- which nobody wrote
  rule "NULL: push page back"
    step[t] = GOT_NULL & CHECKED = 1 & may_run(t)
  ==>
  begin
    offset[page[t]] := FREE;
    if PURGE = 0 | life[chunk_of(page[t])] = LIVE then push(page[t]); end;
    callocated[chunk_of(page[t])] := callocated[chunk_of(page[t])] - 1;
    leave(t);
  end;
end;

-- put_page(page) -> nouveau_dmem_page_free(page) -> put_dev_pagemap(pgmap) -----------------------

ruleset t: Task; p: Page do
  rule "put_page"
    step[t] = IDLE & holds[t][p] & life[chunk_of(p)] != UNMAPPED & may_run(t)
  ==>
  begin
    holds[t][p] := false;
    if ref[p] > -1 then ref[p] := ref[p] - 1; end;
    if ref[p] = 0 then
      enter(t, p, IN_PUT);
      step[t] := DRIVER = 1 ? FREE_BACKING : PUSH;
    end;
  end;
end;

ruleset t: Task do
  -- test_hmm: rpage = BACKING_PAGE(page); if (rpage != page) __free_page(rpage);
  rule "page_free: free backing page"
    step[t] = FREE_BACKING & may_run(t)
  ==>
  begin
    if data[page[t]] = NULL then
      step[t] := OOPS;
      busy := false;
    else
      step[t] := PUSH;
    end;
  end;

  -- page->zone_device_data = dmem->free_pages; dmem->free_pages = page; chunk->callocated--;
  rule "page_free: push"
    step[t] = PUSH & may_run(t)
  ==>
  begin
    offset[page[t]] := FREE;
    if PURGE = 0 | life[chunk_of(page[t])] = LIVE then push(page[t]); end;
    callocated[chunk_of(page[t])] := callocated[chunk_of(page[t])] - 1;
    step[t] := PGMAP_PUT;
  end;

  -- put_dev_pagemap(page->pgmap);
  rule "pgmap put"
    step[t] = PGMAP_PUT & may_run(t)
  ==>
  begin
    alias c: chunk_of(page[t]) do
      pins[c] := pins[c] - 1;
      if life[c] = SWITCHED & pins[c] = 0 then completed[c] := true; end;
    end;
    if call[t] = IN_ALLOC then step[t] := GOT_NULL; else leave(t); end;
  end;
end;

-- nouveau_dmem_fini(drm): memunmap_pages(&chunk->pagemap), chunk by chunk -----------------------

ruleset c: Chunk do
  rule "percpu_ref_kill"
    life[c] = LIVE & teardown_may_run()
    & (CONTRACT >= 2 -> !allocating(c))
    & (CONTRACT = 3 -> all_idle() & live_pages(c) = 0)
  ==>
  var
    keep: Link;
    p:    Page;
  begin
    if callocated[c] != 0 then warned := true; end;
    life[c] := DYING;
    if PURGE = 1 then
      -- The others stay, in their order reversed.
      keep := NULL;
      while free_pages != NULL do
        p := free_pages;
        free_pages := data[p];
        data[p] := NULL;
        if chunk_of(p) != c then data[p] := keep; keep := p; end;
      end;
      free_pages := keep;
    end;
  end;

  rule "RCU: drop guard ref"
    life[c] = DYING & teardown_may_run()
  ==>
  begin
    life[c] := SWITCHED;
    if pins[c] = 0 then completed[c] := true; end;
  end;

  rule "unmap"
    completed[c] & life[c] = SWITCHED & teardown_may_run() & (CONTRACT >= 1 -> !allocating(c))
  ==>
  begin
    life[c] := UNMAPPED;
  end;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each page in use, whenever no call is in flight.
invariant "P1 pin exactness"
  all_idle() -> forall c: Chunk do pins[c] = live_pages(c) end;

-- Nobody works on, holds, or reads on the list, a page whose struct page is gone.
invariant "P2 no use after unmap"
  !stray & forall t: Task do
    (!isundefined(page[t]) -> life[chunk_of(page[t])] != UNMAPPED)
    & forall p: Page do holds[t][p] -> life[chunk_of(p)] != UNMAPPED end
  end;

-- Nothing is put that nobody took: no reference to a page,
invariant "P3 folio count not negative"
  forall p: Page do ref[p] >= 0 end;

-- and no pin.
invariant "P4 pgmap count not negative"
  forall c: Chunk do pins[c] >= 0 end;

-- A request succeeds only on an idle page.
invariant "P6 request only at zero"
  forall p: Page do ref[p] <= 1 end;

-- page_free() is called only for what was put into service.
invariant "P7 callback exactness"
  forall t: Task do
    step[t] = (DRIVER = 1 ? FREE_BACKING : PUSH) -> offset[page[t]] = GRANTED & ref[page[t]] = 0
  end;

-- No task is about to add a pin once the kill is confirmed. V3 refuses by itself: its tryget_live
-- is one step with the test, and specs/pgmap has the steps between.
invariant "P12 no new pin after confirm"
  forall c: Chunk do
    life[c] = SWITCHED & pins[c] != 0 ->
      forall t: Task do !(step[t] = TAKE_REFERENCES & chunk_of(page[t]) = c) end
  end;

-- The list holds no page twice, none in use, and none that an allocation is working on.
invariant "P22 offset ownership"
  list_ends()
  & (forall p: Page do on_list(p) -> ref[p] = 0 & !held(p) end)
  & forall t: Task do
      step[t] != IDLE & step[t] != PGMAP_PUT & step[t] != GOT_NULL & step[t] != OOPS ->
        !on_list(page[t])
    end;

-- With no call in flight, a page of a live chunk is on the list or in use.
invariant "P22 no offset lost"
  all_idle() -> forall p: Page do life[chunk_of(p)] = LIVE -> on_list(p) | held(p) end;

-- WARN_ON(chunk->callocated), before memunmap_pages() of a chunk.
invariant "no warning at fini"
  !warned;

-- With no call in flight, the count that this warning looks at is right.
invariant "P22 callocated"
  all_idle() -> forall c: Chunk do callocated[c] = live_pages(c) end;

-- Nobody goes on with a page that was not put into service.
invariant "P23 failed request handled"
  (forall p: Page do offset[p] != REFUSED end)
  & forall t: Task do step[t] = GOT_NULL -> CHECKED = 1 end;

-- What page_free() gives to the page allocator is the backing page.
invariant "P24 own private data"
  forall t: Task do step[t] = FREE_BACKING -> data[page[t]] = BACKING end;

-- "Nor access any fields of an idle page", says the mail of V2.
invariant "nothing kept in an idle page"
  free_pages = NULL;

-- From every reachable state every chunk there is can still come to be unmapped.
liveness "P10 teardown liveness"
  forall c: Chunk do life[c] = UNMAPPED | life[c] = ABSENT end;
