-- kvmppc uvmem: secure pages of POWER guests in a page map of device-private memory
-- (arch/powerpc/kvm/book3s_hv_uvmem.c), a client of the request functions of specs/README.md.
--
--     kvmppc_uvmem_get_page()                    kvmppc_uvmem_page_free()
--       lock; find a zero bit, set it; unlock      lock; clear the bit; unlock
--       pvt = kzalloc()                            pvt = page->zone_device_data
--       page->zone_device_data = pvt               page->zone_device_data = NULL
--       put the page into service                  record pvt->gpa of pvt->kvm as not secure
--       lock_page()                                kfree(pvt)
--
-- The bitmap of offsets is global, the mutex around both functions (kvm->arch.uvmem_lock) is one
-- for each VM. Each task here is a VM, so two tasks exclude each other only at the bitmap.
--
--   * page_free() gives the offset back first and looks at the page afterwards. Another VM takes
--     the offset in between and stores its own private data; the first one reads that, frees it
--     and marks a page of the other VM as not secure, or leaves NULL behind for the other one's
--     page_free() (P24). One VM alone is safe (ONE_VM = 1), and so is the other order
--     (DETACH_FIRST = 1). No contract about teardown helps, and no version of the request
--     function. A fix proposed for an oops in this function, "if (!pvt) return", was answered with
--     "This could be a use-after-free case"; this race leaves the same oops.
--   * V2 moves the store of the private data behind the request, so a live page has none for a
--     moment (P24), and keeps going when the request fails: NULL->zone_device_data = pvt (P23).
--     V0b cannot report a failure, and V1's result is ignored: the VM uses a page without a pin.
--   * V2's undo runs page_free() on a page that has no private data yet, and so reads through NULL
--     (P7, P24). Checking the result (CHECKED = 1) comes too late for that. With the data attached
--     first page_free() survives, and then the driver's own error path works on an offset that
--     page_free() has given back already, and that may be another VM's by now (P22).
--   * With V3, DATA_FIRST, DETACH_FIRST and CHECKED everything holds under C1w.
--
-- VERSION is that of the request: 0 zone_device_page_init(), 1 pgmap_request_folios(),
-- 2 pgmap_request_folio() as posted, 3 the same after its review, page map pin first. Followed from
-- both sides of the patch of V2 (its minus side is V1); page_free() is the kernel's of v6.0.
--
-- Left out: races inside the request function and inside percpu_ref (specs/pgmap, specs/percpu-ref
-- have them), so a request here is the test of the dying flag, and then both counts in one step.
-- Any zero bit may be found, not only the first. The real driver unmaps at module exit, when no VM
-- is left, which is C1.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V0b: no contract" VERSION=0, CONTRACT=0
-- pinproof: configuration "V0b: C1w" VERSION=0, CONTRACT=1
-- pinproof: configuration "V0b: C1" VERSION=0, CONTRACT=2
-- pinproof: configuration "V1: no contract" VERSION=1, CONTRACT=0
-- pinproof: configuration "V1: C1w" VERSION=1, CONTRACT=1
-- pinproof: configuration "V1: C1" VERSION=1, CONTRACT=2
-- pinproof: configuration "V2: no contract" VERSION=2, CONTRACT=0
-- pinproof: configuration "V2: C1w" VERSION=2, CONTRACT=1
-- pinproof: configuration "V2: C1" VERSION=2, CONTRACT=2
-- pinproof: configuration "V2, detach first: no contract" DETACH_FIRST=1, VERSION=2, CONTRACT=0
-- pinproof: configuration "V2, detach first: C1w" DETACH_FIRST=1, VERSION=2, CONTRACT=1
-- pinproof: configuration "V2, detach first: C1" DETACH_FIRST=1, VERSION=2, CONTRACT=2
-- pinproof: configuration "V3, mended: no contract" DETACH_FIRST=1, CHECKED=1, DATA_FIRST=1, VERSION=3, CONTRACT=0
-- pinproof: configuration "V3, mended: C1w" DETACH_FIRST=1, CHECKED=1, DATA_FIRST=1, VERSION=3, CONTRACT=1
-- pinproof: configuration "V3, mended: C1" DETACH_FIRST=1, CHECKED=1, DATA_FIRST=1, VERSION=3, CONTRACT=2
-- pinproof: configuration "V2, indivisible: no contract" INTERLEAVED=0, VERSION=2, CONTRACT=0
-- pinproof: configuration "V2, indivisible: C1w" INTERLEAVED=0, VERSION=2, CONTRACT=1
-- pinproof: configuration "V2, indivisible: C1" INTERLEAVED=0, VERSION=2, CONTRACT=2
-- pinproof: configuration "V2, one VM, C1" ONE_VM=1, VERSION=2, CONTRACT=2
-- pinproof: configuration "V2, result checked, C1w" DETACH_FIRST=1, CHECKED=1, VERSION=2, CONTRACT=1
-- pinproof: configuration "V2, result checked, data first, C1w" DETACH_FIRST=1, CHECKED=1, DATA_FIRST=1, VERSION=2, CONTRACT=1
-- pinproof: expect "P1 pin exactness" when CHECKED=0, CONTRACT=0, DATA_FIRST=1 violated
-- pinproof: expect "P1 pin exactness" when CHECKED=0, CONTRACT=1, DATA_FIRST=1 violated
-- pinproof: expect "P1 pin exactness" when DATA_FIRST=1, VERSION=2 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P2 no use after unmap" when CHECKED=0, CONTRACT=1, DATA_FIRST=1 violated
-- pinproof: expect "P2 no use after unmap" when DATA_FIRST=1, VERSION=2 violated
-- pinproof: expect "P3 folio count not negative" when CONTRACT=0, VERSION=1 violated
-- pinproof: expect "P3 folio count not negative" when CONTRACT=1, VERSION=1 violated
-- pinproof: expect "P4 pgmap count not negative" when CHECKED=0, CONTRACT=0, DATA_FIRST=1 violated
-- pinproof: expect "P4 pgmap count not negative" when CHECKED=0, CONTRACT=1, DATA_FIRST=1 violated
-- pinproof: expect "P4 pgmap count not negative" when DATA_FIRST=1, VERSION=2 violated
-- pinproof: expect "P7 callback exactness" when CHECKED=0, CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when CHECKED=0, CONTRACT=1, INTERLEAVED=1 violated
-- pinproof: expect "P7 callback exactness" when CHECKED=1, VERSION=2 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=0, INTERLEAVED=1, VERSION=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=1, INTERLEAVED=1, VERSION=1 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P12 no new pin after confirm" when CONTRACT=1, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P22 offset ownership" when DATA_FIRST=1, VERSION=2 violated
-- pinproof: expect "P22 no offset lost" when CONTRACT=0, VERSION=1 violated
-- pinproof: expect "P22 no offset lost" when CONTRACT=1, VERSION=1 violated
-- pinproof: expect "P23 failed request handled" when CHECKED=0, CONTRACT=0 violated
-- pinproof: expect "P23 failed request handled" when CHECKED=0, CONTRACT=1 violated
-- pinproof: expect "P24 private data while live" when CHECKED=0 violated
-- pinproof: expect "P24 private data while live" when DATA_FIRST=0 violated
-- pinproof: expect "P24 detached before given back" when DETACH_FIRST=0 violated
-- pinproof: expect "P24 detached before given back" when DATA_FIRST=1, VERSION=2 violated
-- pinproof: expect "P24 own private data" when DETACH_FIRST=0, INTERLEAVED=1, ONE_VM=0 violated
-- pinproof: expect "P24 own private data" when CONTRACT=1, DATA_FIRST=0, DETACH_FIRST=1 violated
-- pinproof: expect "P24 own private data" when CHECKED=0, CONTRACT=0, DETACH_FIRST=1 violated
-- pinproof: expect "P10 teardown liveness" when DETACH_FIRST=0, INTERLEAVED=1, ONE_VM=0 violated
-- pinproof: expect "P10 teardown liveness" when CONTRACT=1, DATA_FIRST=0 violated
-- pinproof: expect "P10 teardown liveness" when CHECKED=0, CONTRACT=0 violated

const
  PAGES:        2;
  TASKS:        2;
  INTERLEAVED:  1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:     2;  -- 0: none   1: C1w, no unmap during a call   2: C1, no kill either
  VERSION:      2;  -- of the request function, see above
  DATA_FIRST:   VERSION <= 1 ? 1 : 0;  -- 1: the private data is attached before the request
  DETACH_FIRST: 0;  -- 1: page_free() clears the bit last
  CHECKED:      0;  -- 1: the driver handles a failed request
  ONE_VM:       0;  -- 1: all tasks act for one VM, so its mutex keeps their calls apart

type
  Page: scalarset(PAGES);
  Task: scalarset(TASKS);

  TaskCount: 0 .. TASKS;
  PageCount: -1 .. TASKS + 1;
  PinCount:  -(PAGES + TASKS) .. PAGES + TASKS + 1;

  -- percpu_ref of the page map, in short.
  Life: enum {
    LIVE,
    DYING,         -- killed; a guard reference keeps the count above 0
    SWITCHED       -- grace period over, guard reference dropped: reaching 0 completes
  };

  -- Ghost: what has become of the last request for an offset.
  Offset: enum { FREE, REQUESTED, GRANTED, REFUSED };

  Call: enum { NO_CALL, IN_GET_PAGE, IN_PUT };

  Step: enum {
    IDLE,
    KZALLOC, STORE_DATA, READ_DYING, TAKE_REFERENCES, UNDO_PUT,       -- kvmppc_uvmem_get_page()
    GOT_NULL, CLEAR_BIT_AGAIN, OOPS,
    READ_DATA, CLEAR_DATA, KFREE, CLEAR_BIT,                          -- kvmppc_uvmem_page_free()
    PGMAP_PUT
  };

var
  -- struct dev_pagemap kvmppc_uvmem_pgmap
  life:      Life;
  pins:      PinCount;                       -- without the initial and the guard reference
  completed: boolean;
  unmapped:  boolean;

  ref:       array[Page] of PageCount;       -- page->_refcount
  data:      array[Page] of Task;            -- page->zone_device_data: whose pvt, undefined is NULL
  bit:       array[Page] of boolean;         -- kvmppc_uvmem_bitmap
  offset:    array[Page] of Offset;
  owner:     array[Page] of Task;            -- ghost: who set the bit

  -- the VMs
  step:      array[Task] of Step;
  call:      array[Task] of Call;
  page:      array[Task] of Page;            -- of the call, undefined outside
  pvt:       array[Task] of Task;            -- local variable of page_free()
  holds:     array[Task] of array[Page] of boolean;
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
  for p: Page do if ref[p] > 0 then n := n + 1; end; end;
  return n;
end;

-- Once the struct pages are gone nothing runs: P2 reports who would.
function may_run(t: Task): boolean;
begin
  return !unmapped & (INTERLEAVED = 1 | !busy | step[t] != IDLE);
end;

-- kvm->arch.uvmem_lock
function may_lock(t: Task): boolean;
begin
  return ONE_VM = 0 | forall u: Task do step[u] = IDLE end;
end;

function teardown_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

procedure enter(t: Task; p: Page; what: Call);
begin
  call[t] := what;
  page[t] := p;
  if what = IN_GET_PAGE then requests := requests + 1; end;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(t: Task);
begin
  if call[t] = IN_GET_PAGE then requests := requests - 1; end;
  call[t] := NO_CALL;
  step[t] := IDLE;
  undefine page[t];
  undefine pvt[t];
  busy := false;
end;

-- Ghost: t still has the offset of its call.
function has_offset(t: Task): boolean;
begin
  switch step[t]
    case IDLE, OOPS, PGMAP_PUT: return false;
    case READ_DATA, CLEAR_DATA, KFREE: return DETACH_FIRST = 1;
    else return true;
  end;
end;

function try_get_live(): boolean;
begin
  return life = LIVE;
end;

-- percpu_ref_tryget() looks at the count only.
function try_get(): boolean;
begin
  return life != SWITCHED | pins != 0;
end;

-- lock_page(dpage); return dpage;
procedure return_page(t: Task);
begin
  holds[t][page[t]] := true;
  leave(t);
end;

procedure granted(t: Task; really: boolean);
begin
  offset[page[t]] := really ? GRANTED : REFUSED;
  if DATA_FIRST = 1 then return_page(t); else step[t] := STORE_DATA; end;
end;

--------------------------------------------------------------------------------------------------

startstate "kvmppc_uvmem_init: the page map is live, every offset free"
begin
  life := LIVE;
  pins := 0;
  completed := false;
  unmapped := false;
  requests := 0;
  busy := false;
  for p: Page do
    ref[p] := 0;
    undefine data[p];
    bit[p] := false;
    offset[p] := FREE;
    undefine owner[p];
  end;
  for t: Task do
    step[t] := IDLE;
    call[t] := NO_CALL;
    undefine page[t];
    undefine pvt[t];
    for p: Page do holds[t][p] := false; end;
  end;
end;

-- kvmppc_uvmem_get_page(gpa, kvm) ---------------------------------------------------------------

ruleset t: Task; p: Page do
  -- bit = find_first_zero_bit(kvmppc_uvmem_bitmap, ...); bitmap_set(kvmppc_uvmem_bitmap, bit, 1);
  rule "find zero bit, set it"
    step[t] = IDLE & !bit[p] & may_lock(t) & may_run(t)
    & (CONTRACT >= 1 -> !unmapped) & (CONTRACT = 2 -> life = LIVE)
    & pins > -PAGES                          -- a run this broken is not followed any further
  ==>
  begin
    enter(t, p, IN_GET_PAGE);
    bit[p] := true;
    owner[p] := t;
    step[t] := KZALLOC;
  end;
end;

ruleset t: Task do
  -- pvt = kzalloc(sizeof(*pvt), GFP_KERNEL); pvt->kvm = kvm;
  rule "kzalloc"
    step[t] = KZALLOC & may_run(t)
  ==>
  begin
    step[t] := DATA_FIRST = 1 ? STORE_DATA : READ_DYING;
  end;

  -- if (!pvt) goto out_clear;
  rule "kzalloc fails"
    step[t] = KZALLOC & may_run(t)
  ==>
  begin
    step[t] := CLEAR_BIT_AGAIN;
  end;

  -- dpage->zone_device_data = pvt;
  rule "zone_device_data = pvt"
    step[t] = STORE_DATA & may_run(t)
  ==>
  begin
    data[page[t]] := t;
    if DATA_FIRST = 1 then step[t] := READ_DYING; else return_page(t); end;
  end;

  -- WARN_ON_ONCE(!percpu_ref_tryget_live(&page->pgmap->ref)); set_page_count(page, 1);
  rule "zone_device_page_init()"
    step[t] = READ_DYING & VERSION = 0 & may_run(t)
  ==>
  var live: boolean;
  begin
    offset[page[t]] := REQUESTED;
    live := try_get_live();
    if live then pins := pins + 1; end;
    ref[page[t]] := 1;
    granted(t, live);
  end;

  -- if (WARN_ON_ONCE(percpu_ref_is_dying(&pgmap->ref))) return false;       (V2: return NULL)
  rule "request: is_dying?"
    step[t] = READ_DYING & (VERSION = 1 | VERSION = 2) & may_run(t)
  ==>
  begin
    offset[page[t]] := REQUESTED;
    if life = LIVE then
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
    elsif try_get() then
      pins := pins + 1;
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
    step[t] := ref[page[t]] = 0 ? (DETACH_FIRST = 1 ? READ_DATA : CLEAR_BIT) : GOT_NULL;
  end;

  -- The review: pin the page map, then cmpxchg(&folio->_refcount, 0, 1).
  rule "request: tryget_live, cmpxchg(ref, 0, 1)"
    step[t] = READ_DYING & VERSION = 3 & may_run(t)
  ==>
  begin
    offset[page[t]] := REQUESTED;
    if try_get_live() & ref[page[t]] = 0 then
      pins := pins + 1;
      ref[page[t]] := 1;
      granted(t, true);
    else
      step[t] := GOT_NULL;
    end;
  end;

  -- dpage = &folio->page; dpage->zone_device_data = pvt;                      with folio == NULL
  rule "NULL->zone_device_data = pvt"
    step[t] = GOT_NULL & CHECKED = 0 & may_run(t)
  ==>
  begin
    step[t] := OOPS;
    busy := false;
  end;

  -- if (!folio) { kfree(pvt); goto out_clear; }, which nobody wrote
  rule "NULL: kfree(pvt)"
    step[t] = GOT_NULL & CHECKED = 1 & may_run(t)
  ==>
  begin
    if DATA_FIRST = 1 then undefine data[page[t]]; end;
    step[t] := CLEAR_BIT_AGAIN;
  end;

  -- out_clear: bitmap_clear(kvmppc_uvmem_bitmap, bit, 1); return NULL;
  rule "out_clear: clear bit"
    step[t] = CLEAR_BIT_AGAIN & may_run(t)
  ==>
  begin
    bit[page[t]] := false;
    offset[page[t]] := FREE;
    undefine owner[page[t]];
    leave(t);
  end;
end;

-- put_page(dpage) -> kvmppc_uvmem_page_free(page) -> put_dev_pagemap(pgmap) ---------------------

ruleset t: Task; p: Page do
  rule "put_page"
    step[t] = IDLE & holds[t][p] & may_lock(t) & may_run(t)
  ==>
  begin
    holds[t][p] := false;
    ref[p] := ref[p] - 1;
    if ref[p] = 0 then
      enter(t, p, IN_PUT);
      step[t] := DETACH_FIRST = 1 ? READ_DATA : CLEAR_BIT;
    end;
  end;
end;

ruleset t: Task do
  -- bitmap_clear(kvmppc_uvmem_bitmap, pfn, 1);
  rule "page_free: clear bit"
    step[t] = CLEAR_BIT & may_run(t)
  ==>
  begin
    bit[page[t]] := false;
    offset[page[t]] := FREE;
    undefine owner[page[t]];
    step[t] := DETACH_FIRST = 1 ? PGMAP_PUT : READ_DATA;
  end;

  -- pvt = page->zone_device_data;
  rule "page_free: pvt = zone_device_data"
    step[t] = READ_DATA & may_run(t)
  ==>
  begin
    if isundefined(data[page[t]]) then undefine pvt[t]; else pvt[t] := data[page[t]]; end;
    step[t] := CLEAR_DATA;
  end;

  -- page->zone_device_data = NULL;
  rule "page_free: zone_device_data = NULL"
    step[t] = CLEAR_DATA & may_run(t)
  ==>
  begin
    undefine data[page[t]];
    step[t] := KFREE;
  end;

  -- kvmppc_gfn_secure_mem_pfn(pvt->gpa >> PAGE_SHIFT, pvt->kvm); kfree(pvt);
  rule "page_free: kfree(pvt)"
    step[t] = KFREE & !isundefined(pvt[t]) & may_run(t)
  ==>
  begin
    undefine pvt[t];
    step[t] := DETACH_FIRST = 1 ? CLEAR_BIT : PGMAP_PUT;
  end;

  rule "page_free: NULL->remove_gfn"
    step[t] = KFREE & isundefined(pvt[t]) & may_run(t)
  ==>
  begin
    step[t] := OOPS;
    busy := false;
  end;

  -- put_dev_pagemap(page->pgmap);
  rule "pgmap put"
    step[t] = PGMAP_PUT & may_run(t)
  ==>
  begin
    pins := pins - 1;
    if life = SWITCHED & pins = 0 then completed := true; end;
    if call[t] = IN_GET_PAGE then step[t] := GOT_NULL; else leave(t); end;
  end;
end;

-- memunmap_pages(&kvmppc_uvmem_pgmap) -----------------------------------------------------------

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

-- After unmap nobody is in a call or has a page.
invariant "P2 no use after unmap"
  unmapped -> forall t: Task do
    (step[t] = IDLE | step[t] = OOPS) & forall p: Page do !holds[t][p] end
  end;

-- Nothing is put that nobody took: no reference to a page,
invariant "P3 folio count not negative"
  forall p: Page do ref[p] >= 0 end;

-- and no pin.
invariant "P4 pgmap count not negative"
  pins >= 0;

-- A request succeeds only on an idle page.
invariant "P6 request only at zero"
  forall p: Page do ref[p] <= 1 end;

-- page_free() is called only for what was put into service.
invariant "P7 callback exactness"
  forall t: Task do
    step[t] = (DETACH_FIRST = 1 ? READ_DATA : CLEAR_BIT) ->
      offset[page[t]] = GRANTED & ref[page[t]] = 0
  end;

-- No task is about to add a pin once the kill is confirmed. V3 refuses by itself: its tryget_live
-- is one step with the test, and specs/pgmap has the steps between.
invariant "P12 no new pin after confirm"
  life = SWITCHED & pins != 0 -> forall t: Task do step[t] != TAKE_REFERENCES end;

-- Bitmap and use agree: who holds a page, or still works on its offset, is who set the bit.
invariant "P22 offset ownership"
  (forall p: Page do bit[p] = !isundefined(owner[p]) & (!bit[p] -> ref[p] = 0) end)
  & forall t: Task do
      (forall p: Page do holds[t][p] -> !isundefined(owner[p]) & owner[p] = t end)
      & (has_offset(t) -> !isundefined(owner[page[t]]) & owner[page[t]] = t)
    end;

-- With no call in flight, a bit is set only for a page that somebody holds.
invariant "P22 no offset lost"
  all_idle() -> forall p: Page do bit[p] -> exists t: Task do holds[t][p] end end;

-- Nobody goes on with a page that was not put into service.
invariant "P23 failed request handled"
  (forall p: Page do offset[p] != REFUSED end)
  & forall t: Task do step[t] = GOT_NULL -> CHECKED = 1 end;

-- A page in use has its private data;
invariant "P24 private data while live"
  forall p: Page do ref[p] > 0 -> !isundefined(data[p]) end;

-- a page whose offset can be handed out has none.
invariant "P24 detached before given back"
  forall p: Page do !bit[p] -> isundefined(data[p]) end;

-- What page_free() frees is the private data of its own VM.
invariant "P24 own private data"
  forall t: Task do step[t] = KFREE -> !isundefined(pvt[t]) & pvt[t] = t end;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
