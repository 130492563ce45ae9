-- Folios of several pages: what pgmap_request_folio() makes of its argument "order", over a page
-- map of two ranges (versions V2 and V3 of specs/README.md; request-folio.m and
-- request-folio-reviewed.m have the counts and the teardown that are left out here).
--
-- V2 expects folios that were built when the page map was ("the order (size) of the folios in the
-- pgmap are assumed stable before this call"), and asks whether the order is the expected one:
--
--     page = pfn_to_page(pgmap_offset_to_pfn(pgmap, pgmap_offset));
--     folio = page_folio(page);
--     if (WARN_ON_ONCE(folio_order(folio) != order)) return NULL;
--     ... inc_return(folio) ...
--     return folio;
--
--   * The offset of a tail passes, and the folio that comes back begins before it (P17 begin).
--     ALIGN = 2 refuses it.
--
-- V3 follows the question of the review: "Do you see a blocker to simply restructuring the pages
-- into head/tail here? If the refcounts are all zero it should be safe?"
--
--   * The counts of tails are always zero, in a folio that is in use as well. So the test passes on
--     the second half of a live folio, which is then taken apart under its owner (P20). One owner
--     for each offset (C2) prevents that; so does looking at the count of the folio that each page
--     belongs to, but only as long as nobody else does the same at the same time (CHECK_HEADS = 1
--     with INTERLEAVED = 0): between the test and the new head links there is nothing that keeps
--     a second request out. Restructuring needs C2.
--   * Nothing keeps the span of a folio inside the page map. folio_span_valid() of V1 (SPAN = 1),
--     which V2 dropped, tests the first and the last page frame number, and misses a hole in
--     between (P16). SPAN = 2 asks for one range.
--   * Alignment is that of page frame numbers, not that of offsets (ALIGN = 1), which differ as
--     soon as a range is not aligned to the size of the folio (P17 alignment).
--
-- With C2, SPAN = 2 and ALIGN = 2 all claims hold. The ranges are page frame numbers 2 to 3 and 5
-- to 7, so offset 0 is page frame number 2, offset 2 is 5. V2's folios are built as large as
-- alignment and ranges allow. Followed from the mail of V2 and its review, folio_span_valid() from
-- the mail of V1.
--
-- Left out besides: "int order", which the review wants unsigned (V2 only compares it and refuses a
-- negative one, V3 would shift by it). Each task has one folio at a time. Without teardown there is
-- nothing for C1 to say.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "V2: no contract" VERSION=2, C2=0
-- pinproof: configuration "V2: C2" VERSION=2, C2=1
-- pinproof: configuration "V2, aligned: no contract" VERSION=2, ALIGN=2, C2=0
-- pinproof: configuration "V2, aligned: C2" VERSION=2, ALIGN=2, C2=1
-- pinproof: configuration "V3: no contract" VERSION=3, C2=0
-- pinproof: configuration "V3: C2" VERSION=3, C2=1
-- pinproof: configuration "V3, span and alignment: no contract" VERSION=3, SPAN=2, ALIGN=2, C2=0
-- pinproof: configuration "V3, span and alignment: C2" VERSION=3, SPAN=2, ALIGN=2, C2=1
-- pinproof: configuration "V3, span and alignment, indivisible: no contract" VERSION=3, SPAN=2, ALIGN=2, INTERLEAVED=0, C2=0
-- pinproof: configuration "V3, span and alignment, indivisible: C2" VERSION=3, SPAN=2, ALIGN=2, INTERLEAVED=0, C2=1
-- pinproof: configuration "V3, span, alignment, heads, indivisible: no contract" VERSION=3, SPAN=2, ALIGN=2, CHECK_HEADS=1, INTERLEAVED=0, C2=0
-- pinproof: configuration "V3, span, alignment, heads, indivisible: C2" VERSION=3, SPAN=2, ALIGN=2, CHECK_HEADS=1, INTERLEAVED=0, C2=1
-- pinproof: configuration "V3, span, alignment, heads: no contract" VERSION=3, SPAN=2, ALIGN=2, CHECK_HEADS=1, C2=0
-- pinproof: configuration "V3, span, alignment, heads: C2" VERSION=3, SPAN=2, ALIGN=2, CHECK_HEADS=1, C2=1
-- pinproof: configuration "V3, span as in V1, C2" VERSION=3, C2=1, SPAN=1, ALIGN=1
-- pinproof: configuration "V3, span, alignment of offsets, C2" VERSION=3, C2=1, SPAN=2, ALIGN=1
-- pinproof: expect "P6 request only at zero" when C2=0, VERSION=2 violated
-- pinproof: expect "P16 span inside the page map" when VERSION=2 vacuous
-- pinproof: expect "P16 span inside the page map" when ALIGN=0, VERSION=3 violated
-- pinproof: expect "P16 span inside the page map" when SPAN=1 violated
-- pinproof: expect "P17 order" when C2=0, INTERLEAVED=1, VERSION=3 violated
-- pinproof: expect "P17 begin" when ALIGN=0, VERSION=2 violated
-- pinproof: expect "P17 alignment" when ALIGN=1 violated
-- pinproof: expect "P17 alignment" when ALIGN=0, VERSION=3 violated
-- pinproof: expect "P17 span" when ALIGN=0, VERSION=2 violated
-- pinproof: expect "P19 resolve" when C2=0, CHECK_HEADS=0, VERSION=3 violated
-- pinproof: expect "P19 resolve" when C2=0, CHECK_HEADS=1, INTERLEAVED=1 violated
-- pinproof: expect "P20 restructure exclusivity" when VERSION=2 vacuous
-- pinproof: expect "P20 restructure exclusivity" when C2=0, CHECK_HEADS=0, VERSION=3 violated
-- pinproof: expect "P20 restructure exclusivity" when C2=0, CHECK_HEADS=1, INTERLEAVED=1 violated
-- pinproof: expect "P20 folios in use are disjoint" when C2=0, CHECK_HEADS=0, VERSION=3 violated
-- pinproof: expect "P20 folios in use are disjoint" when C2=0, CHECK_HEADS=1, INTERLEAVED=1 violated

const
  TASKS:       2;
  MAX_ORDER:   2;
  INTERLEAVED: 1;  -- 0: every call is indivisible   1: others run between any two accesses
  C2:          1;  -- 1: each offset has one owner, from the request to page_free()
  VERSION:     2;  -- 2 as posted   3 with head and tails built by the request
  SPAN:        0;  -- 0: not looked at   1: first and last page   2: all of it in one range
  ALIGN:       0;  -- 0: not looked at   1: of the offset   2: of the page frame number
  CHECK_HEADS: 0;  -- V3 looks at: 0 the pages' counts   1 the counts of the folios they are part of

  FIRST_0: 2; LAST_0: 3;                         -- ranges[0], in pages
  FIRST_1: 5; LAST_1: 7;                         -- ranges[1]
  LENGTH_0: LAST_0 - FIRST_0 + 1;
  TOTAL: LENGTH_0 + LAST_1 - FIRST_1 + 1;
  LAST_PFN: LAST_1 + (1 << MAX_ORDER) - 1;       -- as far as a folio may reach

type
  Task:   scalarset(TASKS);
  Offset: 0 .. TOTAL - 1;
  Pfn:    0 .. LAST_PFN;
  Order:  0 .. MAX_ORDER;
  Next:   0 .. 1 << MAX_ORDER;
  Count:  0 .. TASKS;

  Step: enum {
    IDLE,
    PAGE_FOLIO, INC_RETURN,                      -- V2
    CHECK, BUILD, CMPXCHG,                       -- V3
    PAGE_FREE
  };

var
  head:   array[Pfn] of Pfn;                     -- page_folio(page)
  order:  array[Pfn] of Order;                   -- folio_order(), where a folio begins
  ref:    array[Pfn] of Count;                   -- page->_refcount
  owner:  array[Pfn] of Task;                    -- ghost: who has the offset of the page

  step:   array[Task] of Step;
  asked:  array[Task] of Offset;                 -- pgmap_offset
  size:   array[Task] of Order;                  -- order
  folio:  array[Task] of Pfn;                    -- local; then what the task holds
  next:   array[Task] of Next;                   -- local: loop counter
  holds:  array[Task] of boolean;
  busy:   boolean;                               -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

function mapped(pfn: Pfn): boolean;
begin
  return (FIRST_0 <= pfn & pfn <= LAST_0) | (FIRST_1 <= pfn & pfn <= LAST_1);
end;

function offset_to_pfn(o: Offset): Pfn;
begin
  return o < LENGTH_0 ? FIRST_0 + o : FIRST_1 + o - LENGTH_0;
end;

-- Page pfn is one of the 2^o from begin on.
function within(pfn: Pfn; begins: Pfn; o: Order): boolean;
begin
  return begins <= pfn & pfn < begins + (1 << o);
end;

-- Page pfn is part of what t asked for, in offsets.
function wanted(t: Task; pfn: Pfn): boolean;
begin
  return exists o: Offset do
    offset_to_pfn(o) = pfn & asked[t] <= o & o < asked[t] + (1 << size[t])
  end;
end;

-- folio_span_valid(), and what it should be
function span_valid(begins: Pfn; o: Order): boolean;
begin
  if SPAN = 0 then return true; end;
  if SPAN = 1 then return mapped(begins) & mapped(begins + (1 << o) - 1); end;
  return forall pfn: Pfn do within(pfn, begins, o) -> mapped(pfn) end;
end;

function aligned(offset: Offset; begins: Pfn; o: Order): boolean;
begin
  return (ALIGN = 1 -> offset % (1 << o) = 0) & (ALIGN = 2 -> begins % (1 << o) = 0);
end;

-- The next page of t's loop. Nobody survives the access to a struct page that does not exist.
function at(t: Task): Pfn;
begin
  return offset_to_pfn(asked[t]) + next[t];
end;

function may_run(t: Task): boolean;
begin
  return (INTERLEAVED = 1 | !busy | step[t] != IDLE)
       & (step[t] = CHECK | step[t] = BUILD -> mapped(at(t)));
end;

procedure leave(t: Task);
begin
  step[t] := IDLE;
  next[t] := 0;
  busy := false;
  if !holds[t] then
    undefine asked[t];
    undefine size[t];
    undefine folio[t];
  end;
end;

procedure give_back(t: Task);
begin
  for pfn: Pfn do
    if !isundefined(owner[pfn]) & wanted(t, pfn) then
      if owner[pfn] = t then undefine owner[pfn]; end;
    end;
  end;
end;

procedure return_null(t: Task);
begin
  give_back(t);
  leave(t);
end;

--------------------------------------------------------------------------------------------------

startstate "memremap_pages: every folio idle"
begin
  for pfn: Pfn do
    head[pfn] := pfn;
    order[pfn] := 0;
    ref[pfn] := 0;
    undefine owner[pfn];
  end;
  if VERSION = 2 then
    -- As large as alignment and ranges allow.
    for o: Order do
      for pfn: Pfn do
        if pfn % (1 << o) = 0 & pfn + (1 << o) - 1 <= LAST_1
           & (forall q: Pfn do within(q, pfn, o) -> mapped(q) end) then
          order[pfn] := o;
          for q: Pfn do if within(q, pfn, o) then head[q] := pfn; end; end;
        end;
      end;
    end;
  end;
  for t: Task do
    step[t] := IDLE;
    undefine asked[t];
    undefine size[t];
    undefine folio[t];
    next[t] := 0;
    holds[t] := false;
  end;
  busy := false;
end;

-- pgmap_request_folio(pgmap, pgmap_offset, order) -----------------------------------------------

ruleset t: Task; offset: Offset; o: Order do
  -- The call, and the tests of its arguments: if (...) return NULL;
  rule "request"
    step[t] = IDLE & !holds[t] & may_run(t)
    & span_valid(offset_to_pfn(offset), o) & aligned(offset, offset_to_pfn(offset), o)
    & (C2 = 1 -> forall p: Offset do
                   offset <= p & p < offset + (1 << o) -> isundefined(owner[offset_to_pfn(p)])
                 end)
  ==>
  begin
    asked[t] := offset;
    size[t] := o;
    for pfn: Pfn do
      if wanted(t, pfn) & isundefined(owner[pfn]) then owner[pfn] := t; end;
    end;
    step[t] := VERSION = 2 ? PAGE_FOLIO : CHECK;
    if INTERLEAVED = 0 then busy := true; end;
  end;
end;

ruleset t: Task do
  -- folio = page_folio(page); if (WARN_ON_ONCE(folio_order(folio) != order)) return NULL;
  rule "page_folio(page), folio_order() as expected?"
    step[t] = PAGE_FOLIO & may_run(t)
  ==>
  begin
    folio[t] := head[offset_to_pfn(asked[t])];
    if order[folio[t]] = size[t] then step[t] := INC_RETURN; else return_null(t); end;
  end;

  -- v = folio_ref_inc_return(folio); ... return folio;
  rule "inc_return(ref)"
    step[t] = INC_RETURN & may_run(t)
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] + 1;
    holds[t] := true;
    leave(t);
  end;

  -- The review: "If the refcounts are all zero ...", one page in a step
  rule "count of a page is 0?"
    step[t] = CHECK & may_run(t)
  ==>
  begin
    if ref[at(t)] != 0 | (CHECK_HEADS = 1 & ref[head[at(t)]] != 0) then
      return_null(t);
    elsif next[t] = (1 << size[t]) - 1 then
      next[t] := 0;
      step[t] := BUILD;
    else
      next[t] := next[t] + 1;
    end;
  end;

  -- "... restructuring the pages into head/tail": prep_compound_page(), one page in a step
  rule "head link and order"
    step[t] = BUILD & may_run(t)
  ==>
  begin
    folio[t] := offset_to_pfn(asked[t]);
    head[at(t)] := folio[t];
    if next[t] = 0 then order[folio[t]] := size[t]; end;
    if next[t] = (1 << size[t]) - 1 then
      next[t] := 0;
      step[t] := CMPXCHG;
    else
      next[t] := next[t] + 1;
    end;
  end;

  -- if (cmpxchg(&folio->_refcount, 0, 1) != 0) return NULL; return folio;
  rule "cmpxchg(ref, 0, 1)"
    step[t] = CMPXCHG & may_run(t)
  ==>
  begin
    if ref[folio[t]] = 0 then
      ref[folio[t]] := 1;
      holds[t] := true;
      leave(t);
    else
      return_null(t);
    end;
  end;

  -- folio_put(folio): the driver puts the page of the offset that it asked for
  rule "folio_put"
    step[t] = IDLE & holds[t] & ref[folio[t]] > 0 & may_run(t)
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] - 1;
    holds[t] := false;
    if ref[folio[t]] = 0 then
      step[t] := PAGE_FREE;
      if INTERLEAVED = 0 then busy := true; end;
    else
      return_null(t);
    end;
  end;

  -- page->pgmap->ops->page_free(page);
  rule "page_free()"
    step[t] = PAGE_FREE & may_run(t)
  ==>
  begin
    give_back(t);
    leave(t);
  end;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- A request succeeds only on an idle folio.
invariant "P6 request only at zero"
  forall pfn: Pfn do ref[pfn] <= 1 end;

-- Requests touch struct pages of the page map only.
invariant "P16 span inside the page map"
  forall t: Task do step[t] = CHECK | step[t] = BUILD -> mapped(at(t)) end;

-- A folio in use has the order it was requested with, from its request to its put,
invariant "P17 order"
  forall t: Task do holds[t] -> order[folio[t]] = size[t] end;

-- begins at the offset that was asked for,
invariant "P17 begin"
  forall t: Task do holds[t] -> folio[t] = offset_to_pfn(asked[t]) end;

-- is aligned to its size,
invariant "P17 alignment"
  forall t: Task do holds[t] -> folio[t] % (1 << size[t]) = 0 end;

-- and consists of pages of the page map, those and no others that were asked for.
invariant "P17 span"
  forall t: Task do forall pfn: Pfn do
    holds[t] & within(pfn, folio[t], size[t]) -> mapped(pfn) & wanted(t, pfn)
  end end;

-- Every page of a folio in use resolves to its head.
invariant "P19 resolve"
  forall t: Task do forall pfn: Pfn do
    holds[t] & within(pfn, folio[t], size[t]) -> head[pfn] = folio[t]
  end end;

-- Head links are changed only of pages that are part of nobody's folio.
invariant "P20 restructure exclusivity"
  forall t: Task do step[t] = BUILD ->
    forall u: Task do
      u != t & holds[u] -> !within(at(t), folio[u], size[u])
    end
  end;

-- No page is in two folios that are in use.
invariant "P20 folios in use are disjoint"
  forall t: Task do forall u: Task do
    t != u & holds[t] & holds[u] & (VERSION = 3 | folio[t] != folio[u]) ->
      forall pfn: Pfn do !(within(pfn, folio[t], size[t]) & within(pfn, folio[u], size[u])) end
  end end;
