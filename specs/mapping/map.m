-- memremap_pages() with its unwind: what is taken in which order for every range of a page map,
-- what each failure gives back, how a conflict with another page map is noticed, and what others
-- can find in between. mm/memremap.c of v6.18: memremap_pages(), pagemap_range(),
-- pageunmap_range(), memunmap_pages(), devm_memremap_pages().
--
--     for each range i:                                       on failure
--         get_dev_pagemap(first pfn) or (last pfn) finds one  -> -ENOMEM, nothing to undo
--         the range is System RAM                             -> -ENXIO, nothing to undo
--         xa_store_range(&pgmap_array, .., pgmap)             -> nothing to undo
--         pfnmap_track()                                      -> array delete
--         add_pages() or arch_add_memory()                    -> untrack, array delete
--         memmap_init_zone_device()
--         percpu_ref_get_many(pages)                          // bulk pinned types
--         pgmap->nr_range++
--     devm_add_action_or_reset()                              -> memunmap_pages()
--
--     a range fails: memunmap_pages() over the nr_range ranges that are done
--
-- Two page maps, of 2 ranges and of 1, anywhere in a few pages, are mapped and unmapped again and
-- again, each by a caller of its own, while somebody looks page frame numbers up. What comes out:
--
--   P5   Every failure gives everything back, but one: xa_store_range() may run out of memory
--        after it stored a part, and nobody takes the part out (PARTIAL_STORE = 1). The entries
--        then point to a page map that is freed (P13).
--   P14  A range is published before its struct pages are there, so a lookup of a pfn that is not
--        known to be mapped finds a page map without pages. Only callers who ask for pfns of a page
--        map that is mapped (CONTRACT = 2) are safe.
--   P30  Conflict detection is no lock and looks at two pages. It misses a page map inside the new
--        range, one that is being mapped at the same time, and one that is dying. Adding the
--        memory fails then (-EEXIST), but by that time the entries of the other one are
--        overwritten, and the unwind deletes them: that page map is mapped and cannot be found.
--        Callers who reserve what they map (CONTRACT = 1) never get there.
--
-- What if a range were published after its pages are initialised (PUBLISH_LAST = 1), and taken out
-- of the array before its pages are dropped (DELETE_FIRST = 1)? Then adding the memory, which is
-- under a lock, decides who owns a page before anybody stores an entry, and P14 and P30 hold with
-- no contract at all. Whether something needs the entries earlier, this model cannot say.
--
-- Left out: percpu_ref and RCU, which lookup.m has; a reference is one number here, a lookup one
-- step, and the lookups for conflict detection take no pin. Zone, altmap, kasan, protections.

-- pinproof: columns Map
-- pinproof: deadlock off
-- pinproof: configuration "indivisible: no contract" INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "indivisible: reserved" INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "interleaved: no contract" INTERLEAVED=1, CONTRACT=0
-- pinproof: configuration "interleaved: reserved" INTERLEAVED=1, CONTRACT=1
-- pinproof: configuration "interleaved: reserved, known pfns" INTERLEAVED=1, CONTRACT=2
-- pinproof: configuration "reserved, a store fails in part" PARTIAL_STORE=1
-- pinproof: configuration "reserved, registration without reset" OR_RESET=0
-- pinproof: configuration "no contract, published last" CONTRACT=0, PUBLISH_LAST=1
-- pinproof: configuration "no contract, published last, deleted first" CONTRACT=0, PUBLISH_LAST=1, DELETE_FIRST=1
-- pinproof: expect "P14 publish after init" when INTERLEAVED=1 violated
-- pinproof: expect "P14 publish after init" when CONTRACT=2 holds
-- pinproof: expect "P14 publish after init" when PUBLISH_LAST=1 holds
-- pinproof: expect "P30 a mapped page is found" when CONTRACT=0 violated
-- pinproof: expect "P30 a mapped page is found" when PUBLISH_LAST=1, DELETE_FIRST=1 holds
-- pinproof: expect "P30 a conflict at an end is refused" when CONTRACT=0, INTERLEAVED=1 violated
-- pinproof: expect "P5 failure is balanced" when PARTIAL_STORE=1 violated
-- pinproof: expect "P5 failure is balanced" when OR_RESET=0 violated
-- pinproof: expect "P13 lookup safety" when PARTIAL_STORE=1 violated
-- pinproof: expect "P10 teardown liveness" when OR_RESET=0 violated

const
  PFNS:        5;
  INTERLEAVED: 1;  -- 0: a call is indivisible up to its wait, and after it   1: anything goes
  CONTRACT:    1;  -- 0: nothing
                   -- 1: ranges are reserved first, for one page map, until it is unmapped
                   -- 2: and a lookup asks only for pfns of a page map that is mapped
  FAILURES:    1;  -- 1: what can fail may fail

  BULK:          1;  -- 1: a type that is pinned once for each page while it is mapped
  OR_RESET:      1;  -- devm_add_action_or_reset(), of 2018, unmaps when the registration fails
  PARTIAL_STORE: 0;  -- 1: a failing xa_store_range() may have stored the first entry

  -- What if? Not as landed.
  PUBLISH_LAST:  0;  -- 1: xa_store_range() comes after memmap_init_zone_device()
  DELETE_FIRST:  0;  -- 1: the array delete comes before the struct pages are dropped

type
  Pfn:      0 .. PFNS - 1;
  Map:      0 .. 1;
  Range:    0 .. 1;
  NrRange:  0 .. 2;
  PinCount: -PFNS .. PFNS + 1;

  Pages: enum { ABSENT, ADDED, INITIALISED };   -- struct pages
  Ref:   enum { NO_REF, LIVE, DEAD };           -- pgmap->ref: none or exited, live, killed

  -- What the caller of a page map does next.
  Step: enum {
    UNMAPPED,
    CHECK_FIRST, CHECK_LAST, CHECK_RAM, STORE, TRACK, ADD, INIT_PAGES, GET_MANY, -- pagemap_range()
    UNDO_PAGES, UNDO_TRACK, UNDO_STORE,                                          -- its error paths
    REGISTER,                                                                    -- devm
    MAPPED,
    KILL, PUT_MANY, WAIT_DONE, DROP_PAGES, UNTRACK, DELETE, EXIT,                -- memunmap_pages()
    LEAKED
  };

var
  -- what the caller asks for
  wanted:   array[Map] of NrRange;                  -- nr_range as it came
  first:    array[Map] of array[Range] of Pfn;
  last:     array[Map] of array[Range] of Pfn;

  -- struct dev_pagemap
  ref:      array[Map] of Ref;
  pins:     array[Map] of PinCount;                 -- without the initial reference
  nr_range: array[Map] of NrRange;                  -- how many ranges are done, for the unwind
  tracked:  array[Map] of array[Range] of boolean;

  in_array: array[Pfn] of Map;                      -- pgmap_array, undefined is NULL
  pages:    array[Pfn] of Pages;
  pgmap_of: array[Pfn] of Map;                      -- page->pgmap, undefined until initialised

  step:     array[Map] of Step;
  at:       array[Map] of Range;                    -- the range being mapped or unmapped

  -- somebody who looks pages up
  held:     Map;                                    -- the page map that was found, undefined: none
  held_pfn: Pfn;

--------------------------------------------------------------------------------------------------

function has(m: Map; r: Range; p: Pfn): boolean;
begin
  return r < wanted[m] & first[m][r] <= p & p <= last[m][r];
end;

function covers(m: Map; p: Pfn): boolean;
begin
  return exists r: Range do has(m, r, p) end;
end;

function overlap(m: Map; n: Map): boolean;
begin
  return exists p: Pfn do covers(m, p) & covers(n, p) end;
end;

function pages_of(m: Map; r: Range): PinCount;
begin
  return last[m][r] - first[m][r] + 1;
end;

function in_call(m: Map): boolean;
begin
  return step[m] != UNMAPPED & step[m] != MAPPED & step[m] != WAIT_DONE & step[m] != LEAKED;
end;

function may_run(m: Map): boolean;
begin
  return INTERLEAVED = 1 | forall n: Map do n = m | !in_call(n) end;
end;

function may_lookup(): boolean;
begin
  return INTERLEAVED = 1 | forall m: Map do !in_call(m) end;
end;

function may_lookup_pfn(p: Pfn): boolean;
begin
  return may_lookup()
       & (CONTRACT = 2 -> exists m: Map do step[m] = MAPPED & covers(m, p) end);
end;

-- memremap_pages(), from where all reservations of the caller have been made.
function may_map(m: Map): boolean;
begin
  return may_run(m)
       & (CONTRACT >= 1 -> forall n: Map do n = m | step[n] = UNMAPPED | !overlap(m, n) end);
end;

-- get_dev_pagemap(pfn) of the conflict detection: an entry that is not dying.
function conflict(p: Pfn): boolean;
begin
  return !isundefined(in_array[p]) & ref[in_array[p]] = LIVE;
end;

-- A range failed, with everything of its own undone. The error path of memremap_pages().
procedure fail(m: Map);
begin
  step[m] := KILL;
end;

procedure drop_pages(m: Map);
begin
  for p := first[m][at[m]] to last[m][at[m]] by 1 do
    pages[p] := ABSENT;
    undefine pgmap_of[p];
  end;
end;

-- memunmap_pages() goes on with the next range that is there.
procedure next_unmap(m: Map);
begin
  if at[m] + 1 < nr_range[m] then
    at[m] := at[m] + 1;
    step[m] := (DELETE_FIRST = 1 ? DELETE : DROP_PAGES);
  else
    step[m] := EXIT;
  end;
end;

--------------------------------------------------------------------------------------------------

ruleset f: Pfn; l: Pfn do
  startstate "two page maps to be mapped: [0], [1 .. last but one] and any range"
  begin
    wanted[0] := 2;
    first[0][0] := 0;  last[0][0] := 0;
    first[0][1] := 1;  last[0][1] := PFNS - 2;
    wanted[1] := 1;
    first[1][0] := (f <= l ? f : l);  last[1][0] := (f <= l ? l : f);
    first[1][1] := 0;  last[1][1] := 0;
    for m: Map do
      ref[m] := NO_REF;
      pins[m] := 0;
      nr_range[m] := wanted[m];
      step[m] := UNMAPPED;
      at[m] := 0;
      for r: Range do tracked[m][r] := false; end;
    end;
    for p: Pfn do
      undefine in_array[p];
      pages[p] := ABSENT;
      undefine pgmap_of[p];
    end;
    undefine held;
    undefine held_pfn;
  end;
end;

-- memremap_pages(pgmap) -------------------------------------------------------------------------

ruleset m: Map do
  -- init_completion(&pgmap->done); percpu_ref_init(&pgmap->ref, ..); pgmap->nr_range = 0;
  rule "percpu_ref_init"
    step[m] = UNMAPPED & may_map(m)
  ==>
  begin
    ref[m] := LIVE;
    nr_range[m] := 0;
    at[m] := 0;
    step[m] := CHECK_FIRST;
  end;

  -- conflict_pgmap = get_dev_pagemap(PHYS_PFN(range->start)); if (..) return -ENOMEM;
  rule "conflict with the first page?"
    step[m] = CHECK_FIRST & may_run(m)
  ==>
  begin
    if conflict(first[m][at[m]]) then fail(m); else step[m] := CHECK_LAST; end;
  end;

  -- conflict_pgmap = get_dev_pagemap(PHYS_PFN(range->end)); if (..) return -ENOMEM;
  rule "conflict with the last page?"
    step[m] = CHECK_LAST & may_run(m)
  ==>
  begin
    if conflict(last[m][at[m]]) then fail(m); else step[m] := CHECK_RAM; end;
  end;

  -- if (region_intersects(..) != REGION_DISJOINT) return -ENXIO;
  rule "System RAM? no"
    step[m] = CHECK_RAM & may_run(m)
  ==>
  begin
    step[m] := (PUBLISH_LAST = 1 ? TRACK : STORE);
  end;

  rule "System RAM? yes"
    step[m] = CHECK_RAM & FAILURES = 1 & may_run(m)
  ==>
  begin
    fail(m);
  end;

  -- xa_store_range(&pgmap_array, .., pgmap, GFP_KERNEL)
  rule "xa_store_range"
    step[m] = STORE & may_run(m)
  ==>
  begin
    for p := first[m][at[m]] to last[m][at[m]] by 1 do in_array[p] := m; end;
    step[m] := (PUBLISH_LAST = 1 ? GET_MANY : TRACK);
  end;

  rule "xa_store_range fails"
    step[m] = STORE & FAILURES = 1 & may_run(m)
  ==>
  begin
    if PUBLISH_LAST = 1 then step[m] := UNDO_PAGES; else fail(m); end;
  end;

  rule "xa_store_range fails in part"
    step[m] = STORE & FAILURES = 1 & PARTIAL_STORE = 1 & may_run(m)
  ==>
  begin
    in_array[first[m][at[m]]] := m;
    if PUBLISH_LAST = 1 then step[m] := UNDO_PAGES; else fail(m); end;
  end;

  -- pfnmap_track(..); if (error) goto err_pfn_remap;
  rule "pfnmap_track"
    step[m] = TRACK & may_run(m)
  ==>
  begin
    tracked[m][at[m]] := true;
    step[m] := ADD;
  end;

  rule "pfnmap_track fails"
    step[m] = TRACK & FAILURES = 1 & may_run(m)
  ==>
  begin
    if PUBLISH_LAST = 1 then fail(m); else step[m] := UNDO_STORE; end;
  end;

  -- add_pages() or arch_add_memory() under mem_hotplug_begin(): -EEXIST where pages are already.
  rule "add_pages"
    step[m] = ADD & may_run(m)
  ==>
  begin
    if exists p: Pfn do has(m, at[m], p) & pages[p] != ABSENT end then
      step[m] := UNDO_TRACK;
    else
      for p := first[m][at[m]] to last[m][at[m]] by 1 do pages[p] := ADDED; end;
      step[m] := INIT_PAGES;
    end;
  end;

  rule "add_pages fails"
    step[m] = ADD & FAILURES = 1 & may_run(m)
  ==>
  begin
    step[m] := UNDO_TRACK;
  end;

  -- memmap_init_zone_device(zone, .., pgmap)
  rule "memmap_init_zone_device"
    step[m] = INIT_PAGES & may_run(m)
  ==>
  begin
    for p := first[m][at[m]] to last[m][at[m]] by 1 do
      pages[p] := INITIALISED;
      pgmap_of[p] := m;
    end;
    step[m] := (PUBLISH_LAST = 1 ? STORE : GET_MANY);
  end;

  -- percpu_ref_get_many(&pgmap->ref, pfn_len(pgmap, range_id)); pgmap->nr_range++;
  rule "percpu_ref_get_many"
    step[m] = GET_MANY & may_run(m)
  ==>
  begin
    if BULK = 1 then pins[m] := pins[m] + pages_of(m, at[m]); end;
    nr_range[m] := nr_range[m] + 1;
    if nr_range[m] < wanted[m] then
      at[m] := at[m] + 1;
      step[m] := CHECK_FIRST;
    else
      step[m] := REGISTER;
    end;
  end;

  rule "undo: drop struct pages"
    step[m] = UNDO_PAGES & may_run(m)
  ==>
  begin
    drop_pages(m);
    step[m] := UNDO_TRACK;
  end;

  -- err_kasan: pfnmap_untrack(..);
  rule "undo: pfnmap_untrack"
    step[m] = UNDO_TRACK & may_run(m)
  ==>
  begin
    tracked[m][at[m]] := false;
    if PUBLISH_LAST = 1 then fail(m); else step[m] := UNDO_STORE; end;
  end;

  -- err_pfn_remap: pgmap_array_delete(range);
  rule "undo: array delete"
    step[m] = UNDO_STORE & may_run(m)
  ==>
  begin
    for p := first[m][at[m]] to last[m][at[m]] by 1 do undefine in_array[p]; end;
    fail(m);
  end;

  -- devm_add_action_or_reset(dev, devm_memremap_pages_release, pgmap)
  rule "devm_add_action"
    step[m] = REGISTER & may_run(m)
  ==>
  begin
    step[m] := MAPPED;
  end;

  rule "devm_add_action fails"
    step[m] = REGISTER & FAILURES = 1 & may_run(m)
  ==>
  begin
    step[m] := (OR_RESET = 1 ? KILL : LEAKED);
  end;
end;

-- memunmap_pages(pgmap) -------------------------------------------------------------------------

ruleset m: Map do
  rule "memunmap_pages"
    step[m] = MAPPED & may_run(m)
  ==>
  begin
    step[m] := KILL;
  end;

  rule "percpu_ref_kill"
    step[m] = KILL & may_run(m)
  ==>
  begin
    ref[m] := DEAD;
    step[m] := PUT_MANY;
  end;

  -- for (i = 0; i < pgmap->nr_range; i++) percpu_ref_put_many(&pgmap->ref, pfn_len(pgmap, i));
  rule "percpu_ref_put_many"
    step[m] = PUT_MANY & may_run(m)
  ==>
  begin
    for r: Range do
      if BULK = 1 & r < nr_range[m] then pins[m] := pins[m] - pages_of(m, r); end;
    end;
    step[m] := WAIT_DONE;
  end;

  -- wait_for_completion(&pgmap->done);
  rule "wait_for_completion"
    step[m] = WAIT_DONE & pins[m] = 0 & may_run(m)
  ==>
  begin
    at[m] := 0;
    if nr_range[m] = 0 then
      step[m] := EXIT;
    else
      step[m] := (DELETE_FIRST = 1 ? DELETE : DROP_PAGES);
    end;
  end;

  -- pageunmap_range(): __remove_pages() or arch_remove_memory()
  rule "drop struct pages"
    step[m] = DROP_PAGES & may_run(m)
  ==>
  begin
    drop_pages(m);
    step[m] := UNTRACK;
  end;

  rule "pfnmap_untrack"
    step[m] = UNTRACK & may_run(m)
  ==>
  begin
    tracked[m][at[m]] := false;
    if DELETE_FIRST = 1 then next_unmap(m); else step[m] := DELETE; end;
  end;

  -- pgmap_array_delete(range): whatever is there
  rule "array delete"
    step[m] = DELETE & may_run(m)
  ==>
  begin
    for p := first[m][at[m]] to last[m][at[m]] by 1 do undefine in_array[p]; end;
    if DELETE_FIRST = 1 then step[m] := DROP_PAGES; else next_unmap(m); end;
  end;

  -- percpu_ref_exit(&pgmap->ref); and, had a range failed, pgmap->nr_range = nr_range;
  rule "percpu_ref_exit"
    step[m] = EXIT & may_run(m)
  ==>
  begin
    ref[m] := NO_REF;
    nr_range[m] := wanted[m];
    at[m] := 0;
    step[m] := UNMAPPED;
  end;
end;

-- get_dev_pagemap(pfn), put_dev_pagemap(pgmap) --------------------------------------------------

ruleset p: Pfn do
  rule "get_dev_pagemap"
    isundefined(held) & !isundefined(in_array[p]) & may_lookup_pfn(p)
  ==>
  begin
    if ref[in_array[p]] = LIVE then
      held := in_array[p];
      held_pfn := p;
      pins[held] := pins[held] + 1;
    end;
  end;
end;

rule "put_dev_pagemap"
  !isundefined(held) & may_lookup()
==>
begin
  pins[held] := pins[held] - 1;
  undefine held;
  undefine held_pfn;
end;

--------------------------------------------------------------------------------------------------
-- Claims

function bulk_pins(m: Map): PinCount;
var n: PinCount;
begin
  n := 0;
  for r: Range do
    if BULK = 1 & r < nr_range[m] then n := n + pages_of(m, r); end;
  end;
  return n;
end;

-- One pin for each page of the ranges that are done, while mapped, and one for a holder.
invariant "P1 pin exactness"
  forall m: Map do
    pins[m] = (ref[m] = LIVE | step[m] = PUT_MANY ? bulk_pins(m) : 0)
              + (!isundefined(held) & held = m ? 1 : 0)
  end;

-- A page map is not taken apart under somebody who holds it.
invariant "P2 no use after unmap"
  !isundefined(held) -> ref[held] != NO_REF & step[held] != DROP_PAGES & step[held] != EXIT;

-- No reference to the page map is put that nobody took.
invariant "P4 pgmap count not negative"
  forall m: Map do pins[m] >= 0 end;

-- When memremap_pages() has failed, or memunmap_pages() has returned, nothing is left behind.
invariant "P5 failure is balanced"
  forall m: Map do
    step[m] = UNMAPPED | step[m] = LEAKED ->
      ref[m] = NO_REF & pins[m] = 0 & nr_range[m] = wanted[m]
      & forall r: Range do !tracked[m][r] end
      & forall p: Pfn do
          (isundefined(in_array[p]) | in_array[p] != m)
          & (isundefined(pgmap_of[p]) | pgmap_of[p] != m)
        end
  end;

-- A lookup never comes upon a page map whose reference count is not there.
invariant "P13 lookup safety"
  forall p: Pfn do !isundefined(in_array[p]) -> ref[in_array[p]] != NO_REF end;

-- A lookup that succeeds finds initialised struct pages of the page map it returns.
invariant "P14 publish after init"
  !isundefined(held) ->
    pages[held_pfn] = INITIALISED & !isundefined(pgmap_of[held_pfn]) & pgmap_of[held_pfn] = held;

-- What the detection is for: it refuses a range whose first or last page another one has.
invariant "P30 a conflict at an end is refused"
  forall m: Map do
    step[m] = CHECK_RAM -> !conflict(first[m][at[m]]) & !conflict(last[m][at[m]])
  end;

-- Nobody else's call takes a page map out of the array, or overwrites it there.
invariant "P30 a mapped page is found"
  forall m: Map do
    step[m] = MAPPED ->
      forall p: Pfn do covers(m, p) -> !isundefined(in_array[p]) & in_array[p] = m end
  end;

-- No struct page belongs to two page maps: adding the memory is what refuses in the end.
invariant "P30 a mapped page has one owner"
  forall m: Map do
    step[m] = MAPPED ->
      forall p: Pfn do covers(m, p) -> pages[p] = INITIALISED & pgmap_of[p] = m end
  end;

-- From every reachable state both page maps can still come to be unmapped.
liveness "P10 teardown liveness"
  forall m: Map do step[m] = UNMAPPED end;
