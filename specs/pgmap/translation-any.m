-- The two helpers of translation.m, pgmap_offset_to_pfn() and pfn_to_pgmap_offset(), proved for any
-- number of ranges, of any size and in any order, in an address space of 64 bits, for any number of
-- tasks that call them. "mm/memremap: Introduce pgmap_request_folio() using pgmap offsets", Dan
-- Williams, 20 October 2022 (version V2 of specs/README.md).
--
-- The loops are here as they are written, a rule for each round: i and sum are variables of the
-- state, and a round reads one range, compares, and returns or adds up. memremap_pages() appends
-- one range after the other. Words wrap: after every operation, as u64 does.
--
-- A number is a multiple of the page size here. Whole pages are what memremap_pages() is given, so
-- PFN_PHYS(n), range->start, range->end + 1 and sum are such multiples, and + and - of u64 on them
-- is + and - modulo PAGES = 2^(64 - PAGE_SHIFT) on page numbers; range->end is compared by its
-- page. Of an argument, PFN_PHYS() drops PAGE_SHIFT bits; whether any of these is set is all that
-- is left of them. What ranges that are not of whole pages do is in translation-exact.m.
--
-- The helpers are inverse bijections between [0, total pages) and the pages of the ranges, and
-- refuse everything else (P15, P16), when
--
--     DISJOINT        no two ranges overlap,
--     TOTAL_FITS      the lengths add up to less than the address space, and
--     PROPER_EMPTY    an empty range is end = start - 1, and not { 0, ~0 }, which has every page,
--
-- and are asked numbers that PFN_PHYS() leaves alone (PAGE_NUMBERS), which is what P16 needs as
-- posted. Without any one of them a race is in the table. Nothing else is asked: ranges may come in
-- any order, touch each other, be empty, and reach to the top of the address space. The answer -1
-- has all bits set; as a number it is refused again, unless the last page of the address space is
-- mapped.
--
-- The lemmas are the invariants that one would write beside the loops: sum is the number of pages
-- before range i, and what was asked for is in none of the ranges before. has_offset() says what
-- the numbering means, without a loop; the ghost variable before keeps the sums that it speaks of.
-- Every round ends a call or counts i up to nr_range, so every call ends.
--
-- Granularity and contracts: tasks call the helpers after memremap_pages() has returned; a page map
-- does not change before memunmap_pages().

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: for-all PAGES, RANGES, TASKS
-- pinproof: configuration "page numbers" PAGE_NUMBERS=1
-- pinproof: configuration "any number" PAGE_NUMBERS=0
-- pinproof: configuration "any number, bounds test" PAGE_NUMBERS=0, BOUNDS_TEST=1
-- pinproof: configuration "overlapping" DISJOINT=0
-- pinproof: configuration "whole space mapped" TOTAL_FITS=0
-- pinproof: configuration "empty as { 0, ~0 }" PROPER_EMPTY=0
-- pinproof: configuration "overflow in empty ranges" EXCEPT_EMPTY=0
-- pinproof: configuration "overflow near the top" EXCEPT_TOP=0
-- pinproof: expect "P16 offset out of range" when PAGE_NUMBERS=0, BOUNDS_TEST=0 violated
-- pinproof: expect "P16 pfn out of range" when PAGE_NUMBERS=0 violated
-- pinproof: expect "P15 offset to pfn and back" when DISJOINT=0 violated
-- pinproof: expect "P15 two offsets, two pfns" when DISJOINT=0 violated
-- pinproof: expect "P15 pfn to offset and back" when TOTAL_FITS=0 violated
-- pinproof: expect "P15 offsets reach mapped pages" when TOTAL_FITS=0 violated
-- pinproof: expect "P15 no intermediate result overflows" when TOTAL_FITS=0 violated
-- pinproof: expect "P15 offset to pfn and back" when PROPER_EMPTY=0 violated
-- pinproof: expect "P15 pfn to offset and back" when PROPER_EMPTY=0 violated
-- pinproof: expect "P15 mapped pages have offsets" when PROPER_EMPTY=0 violated
-- pinproof: expect "P16 pfn out of range" when PROPER_EMPTY=0 violated
-- pinproof: expect "P16 all ones" when PROPER_EMPTY=0 violated
-- pinproof: expect "P15 no intermediate result overflows" when EXCEPT_EMPTY=0 violated
-- pinproof: expect "P15 no intermediate result overflows" when EXCEPT_TOP=0 violated

const
  PAGES:  4;     -- of the address space: 2^52, with 64 bits and pages of 4096 bytes
  RANGES: 2;     -- the most ranges of a page map
  TASKS:  2;

  -- What memremap_pages() is given. 1 assumes it, 0 lets everything come.
  DISJOINT:     1;   -- ranges do not overlap
  TOTAL_FITS:   1;   -- their lengths add up to a number that fits in a word
  PROPER_EMPTY: 1;   -- an empty range is not written as { 0, ~0 }

  -- What the helpers are asked, and the review.
  PAGE_NUMBERS: 1;   -- 1: only numbers that survive the shift by PAGE_SHIFT, and all ones
  BOUNDS_TEST:  0;   -- 1: pgmap_offset_to_pfn() compares offset and total pages before the shift

  -- What the claim about overflow excepts, see there.
  EXCEPT_EMPTY: 1;
  EXCEPT_TOP:   1;

  LAST_PAGE: PAGES - 1;

type
  Task:  scalarset(TASKS);
  Page:  0 .. LAST_PAGE;             -- a u64 of bytes, and there are whole pages only
  Exact: -PAGES .. 2 * PAGES;        -- what comes out of one operation before it wraps
  Sum:   0 .. PAGES;                 -- true lengths, which do not wrap
  Index: 0 .. RANGES - 1;
  Count: 0 .. RANGES;
  Range: record
    start: Page;
    last:  Page;                     -- range.end, inclusive (end is a word of the language)
  end;

  -- Where a task is.
  Step: enum {
    OUTSIDE,
    OFFSET_TO_PFN, PFN_TO_OFFSET,    -- in the loop of one of the helpers
    HAS_PFN, HAS_OFFSET              -- it has returned
  };

var
  nr_range: Count;
  ranges:   array[Index] of Range;
  mapped:   boolean;                 -- memremap_pages() has returned
  before:   array[Count] of Sum;     -- ghost: the pages of the ranges before this one

  step:    array[Task] of Step;
  high:    array[Task] of boolean;   -- the argument: whether any of its PAGE_SHIFT high bits is set
  number:  array[Task] of Page;      -- the bits below: what PFN_PHYS() leaves of it
  i:       array[Task] of Count;     -- the loop
  sum:     array[Task] of Page;
  answer:  array[Task] of Page;      -- what was returned, undefined: -1
  wrapped: array[Task] of boolean;   -- ghost: some operation of the call did not fit

--------------------------------------------------------------------------------------------------
-- Arithmetic as in C

-- The result of an operation of a task in a u64.
function u64(t: Task; x: Exact): Page;
begin
  if x < 0 then wrapped[t] := true; return x + PAGES; end;
  if x > LAST_PAGE then wrapped[t] := true; return x - PAGES; end;
  return x;
end;

function range_len(t: Task; r: Index): Page;
begin
  return u64(t, u64(t, ranges[r].last - ranges[r].start) + 1);
end;

--------------------------------------------------------------------------------------------------
-- What is true of a page map, without wrapping

function length(start: Page; last: Page): Sum;
begin
  if PROPER_EMPTY = 0 & start = 0 & last = LAST_PAGE then return 0; end;
  return (start <= last ? last - start + 1 : 0);
end;

function pages(r: Index): Sum;
begin
  return length(ranges[r].start, ranges[r].last);
end;

function total_pages(): Sum;
begin
  return before[nr_range];
end;

-- The page is in the range.
function is_in(p: Page; r: Index): boolean;
begin
  return r < nr_range & pages(r) > 0 & ranges[r].start <= p & p <= ranges[r].last;
end;

function is_mapped(p: Page): boolean;
begin
  return exists r: Index do is_in(p, r) end;
end;

-- This is what the numbering means: the page has this offset.
function has_offset(p: Page; offset: Page): boolean;
begin
  return exists r: Index do is_in(p, r) & offset = before[r] + p - ranges[r].start end;
end;

-- A range that memremap_pages() may be given, alone ...
function well_formed(start: Page; last: Page): boolean;
begin
  return start <= last | start = last + 1;
end;

-- ... and beside another one.
function disjoint(r: Index; start: Page; last: Page): boolean;
begin
  return DISJOINT = 0 | length(start, last) = 0 | pages(r) = 0
       | last < ranges[r].start | ranges[r].last < start;
end;

--------------------------------------------------------------------------------------------------

startstate "memremap_pages: nr_range := 0"
begin
  nr_range := 0;
  mapped := false;
  for r: Index do
    ranges[r].start := 0;
    ranges[r].last := 0;
  end;
  for r: Count do before[r] := 0; end;
  for t: Task do
    step[t] := OUTSIDE;
    high[t] := false;
    number[t] := 0;
    i[t] := 0;
    sum[t] := 0;
    undefine answer[t];
    wrapped[t] := false;
  end;
end;

ruleset start: Page; last: Page do
  rule "memremap_pages, range"
    !mapped & nr_range < RANGES
    & well_formed(start, last)
    & (forall r: Index do r < nr_range -> disjoint(r, start, last) end)
    & total_pages() + length(start, last) <= (TOTAL_FITS = 1 ? LAST_PAGE : PAGES)
  ==>
  begin
    ranges[nr_range].start := start;
    ranges[nr_range].last := last;
    before[nr_range + 1] := before[nr_range] + length(start, last);
    nr_range := nr_range + 1;
  end;
end;

rule "memremap_pages returns"
  !mapped
==>
begin
  mapped := true;
end;

-- The argument is n, and perhaps high bits.
procedure enter(t: Task; h: boolean; n: Page; s: Step);
begin
  high[t] := h;
  number[t] := n;
  sum[t] := 0;
  i[t] := 0;
  undefine answer[t];
  wrapped[t] := false;
  step[t] := s;
end;

-- The locals are gone.
procedure leave(t: Task; s: Step);
begin
  sum[t] := 0;
  i[t] := 0;
  step[t] := s;
end;

function may_call(t: Task; h: boolean; n: Page): boolean;
begin
  return mapped & step[t] != OFFSET_TO_PFN & step[t] != PFN_TO_OFFSET
       & (PAGE_NUMBERS = 0 | !h | n = LAST_PAGE);
end;

-- static unsigned long pgmap_offset_to_pfn(struct dev_pagemap *pgmap, pgoff_t pgmap_offset)
ruleset t: Task; h: boolean; n: Page do
  -- u64 sum = 0, offset = PFN_PHYS(pgmap_offset);
  rule "pgmap_offset_to_pfn"
    may_call(t, h, n)
  ==>
  begin
    enter(t, h, n, OFFSET_TO_PFN);
    if BOUNDS_TEST = 1 & (h | n >= total_pages()) then leave(t, HAS_PFN); end;
  end;
end;

ruleset t: Task do
  -- for (i = 0; i < pgmap->nr_range; i++) {
  --         if (offset >= sum && offset < (sum + range_len(range)))
  --                 return PHYS_PFN(range->start + offset - sum);
  --         sum += range_len(range);
  -- }
  rule "pgmap_offset_to_pfn: round"
    step[t] = OFFSET_TO_PFN & i[t] < nr_range
  ==>
  begin
    if number[t] >= sum[t] & number[t] < u64(t, sum[t] + range_len(t, i[t])) then
      answer[t] := u64(t, u64(t, ranges[i[t]].start + number[t]) - sum[t]);
      leave(t, HAS_PFN);
    else
      sum[t] := u64(t, sum[t] + range_len(t, i[t]));
      i[t] := i[t] + 1;
    end;
  end;

  rule "pgmap_offset_to_pfn: return -1"
    step[t] = OFFSET_TO_PFN & i[t] = nr_range
  ==>
  begin
    leave(t, HAS_PFN);
  end;
end;

-- static inline pgoff_t pfn_to_pgmap_offset(struct dev_pagemap *pgmap, unsigned long pfn)
ruleset t: Task; h: boolean; n: Page do
  -- u64 phys = PFN_PHYS(pfn), sum = 0;
  rule "pfn_to_pgmap_offset"
    may_call(t, h, n)
  ==>
  begin
    enter(t, h, n, PFN_TO_OFFSET);
  end;
end;

ruleset t: Task do
  -- for (i = 0; i < pgmap->nr_range; i++) {
  --         if (phys >= range->start && phys <= range->end)
  --                 return PHYS_PFN(phys - range->start + sum);
  --         sum += range_len(range);
  -- }
  rule "pfn_to_pgmap_offset: round"
    step[t] = PFN_TO_OFFSET & i[t] < nr_range
  ==>
  begin
    if number[t] >= ranges[i[t]].start & number[t] <= ranges[i[t]].last then
      answer[t] := u64(t, u64(t, number[t] - ranges[i[t]].start) + sum[t]);
      leave(t, HAS_OFFSET);
    else
      sum[t] := u64(t, sum[t] + range_len(t, i[t]));
      i[t] := i[t] + 1;
    end;
  end;

  rule "pfn_to_pgmap_offset: return -1"
    step[t] = PFN_TO_OFFSET & i[t] = nr_range
  ==>
  begin
    leave(t, HAS_OFFSET);
  end;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- The argument is an offset of the page map ...
function asks_offset(t: Task): boolean;
begin
  return !high[t] & number[t] < total_pages();
end;

-- ... or one of its pages.
function asks_page(t: Task): boolean;
begin
  return !high[t] & is_mapped(number[t]);
end;

-- The task was given an answer, not -1.
function found(t: Task): boolean;
begin
  return !isundefined(answer[t]);
end;

-- What one helper answers, to whichever task, leads back through the other.
invariant "P15 offset to pfn and back"
  forall t: Task do forall u: Task do
    step[t] = HAS_PFN & asks_offset(t) & found(t)
    & step[u] = HAS_OFFSET & !high[u] & number[u] = answer[t] ->
      found(u) & answer[u] = number[t]
  end end;

invariant "P15 pfn to offset and back"
  forall t: Task do forall u: Task do
    step[t] = HAS_OFFSET & asks_page(t) & found(t)
    & step[u] = HAS_PFN & !high[u] & number[u] = answer[t] ->
      found(u) & answer[u] = number[t]
  end end;

-- Every offset has a page of the ranges, and every page of the ranges an offset.
invariant "P15 offsets reach mapped pages"
  forall t: Task do
    step[t] = HAS_PFN & asks_offset(t) -> found(t) & is_mapped(answer[t])
  end;

invariant "P15 mapped pages have offsets"
  forall t: Task do
    step[t] = HAS_OFFSET & asks_page(t) -> found(t) & answer[t] < total_pages()
  end;

-- No page is given for two offsets, and no offset for two pages.
invariant "P15 two offsets, two pfns"
  forall t: Task do forall u: Task do
    step[t] = HAS_PFN & asks_offset(t) & found(t) & step[u] = HAS_PFN & asks_offset(u) & found(u)
    & number[t] != number[u] -> answer[t] != answer[u]
  end end;

invariant "P15 two pfns, two offsets"
  forall t: Task do forall u: Task do
    step[t] = HAS_OFFSET & asks_page(t) & found(t) & step[u] = HAS_OFFSET & asks_page(u) & found(u)
    & number[t] != number[u] -> answer[t] != answer[u]
  end end;

-- Two operations may wrap, and the next one makes up for it: end - start of an empty range, before
-- 1 is added; and range->start + offset, before sum is taken away, where the end of a range and the
-- lengths before it add up to more than the address space.
invariant "P15 no intermediate result overflows"
  forall t: Task do wrapped[t] -> exists r: Index do
    r < nr_range
    & (EXCEPT_EMPTY = 1 & pages(r) = 0 | EXCEPT_TOP = 1 & before[r] + ranges[r].last > LAST_PAGE)
  end end;

-- Everything else is answered by -1. As a pfn, -1 itself is for the next claim.
invariant "P16 offset out of range"
  forall t: Task do step[t] = HAS_PFN & !asks_offset(t) -> !found(t) end;

invariant "P16 pfn out of range"
  forall t: Task do
    step[t] = HAS_OFFSET & !asks_page(t) & (PAGE_NUMBERS = 0 | !high[t]) -> !found(t)
  end;

-- The answer -1 of one helper, fed to the other, or any number of its low bits.
invariant "P16 all ones"
  forall t: Task do
    (step[t] = HAS_PFN | step[t] = HAS_OFFSET) & high[t] & number[t] = LAST_PAGE
    & !is_mapped(LAST_PAGE) -> !found(t)
  end;

--------------------------------------------------------------------------------------------------
-- Lemmas: what makes the claims inductive, under the three conditions

function sound(): boolean;
begin
  return DISJOINT = 1 & TOTAL_FITS = 1 & PROPER_EMPTY = 1;
end;

-- The page map, as memremap_pages() was given it.
invariant "lemma: every range is well formed, and they are disjoint"
  !sound() | forall r: Index do r < nr_range ->
    well_formed(ranges[r].start, ranges[r].last)
    & forall s: Index do s < r -> disjoint(s, ranges[r].start, ranges[r].last) end
  end;

-- Of two ranges, the offsets of the first come before those of the second, and no number is left
-- out between neighbours.
invariant "lemma: offsets begin where those of the ranges before end"
  !sound() | before[0] = 0 & total_pages() <= LAST_PAGE
    & forall r: Index do forall s: Count do r < s & s <= nr_range ->
        before[r] + pages(r) <= before[s]
        & (r + 1 < s | before[r] + pages(r) = before[s])
      end end;

-- The loops: what is known before each round.
invariant "lemma: sum is the number of pages before"
  !sound() | forall t: Task do
    (step[t] != OUTSIDE -> mapped)
    & (step[t] = OFFSET_TO_PFN | step[t] = PFN_TO_OFFSET ->
         i[t] <= nr_range & sum[t] = before[i[t]] & !found(t))
  end;

invariant "lemma: the offset is in none of the ranges before"
  !sound() | forall t: Task do step[t] = OFFSET_TO_PFN -> sum[t] <= number[t] end;

invariant "lemma: the page is in none of the ranges before"
  !sound() | forall t: Task do
    step[t] = PFN_TO_OFFSET -> forall r: Index do r < i[t] -> !is_in(number[t], r) end
  end;

-- What the constants say of arguments.
invariant "lemma: which arguments reach the loop"
  !sound() | forall t: Task do
    (PAGE_NUMBERS = 1 & high[t] -> number[t] = LAST_PAGE)
    & (BOUNDS_TEST = 1 & (step[t] = OFFSET_TO_PFN | (step[t] = HAS_PFN & found(t))) ->
         asks_offset(t))
  end;

-- What was answered.
invariant "lemma: a page and its offset"
  !sound() | forall t: Task do found(t) ->
    (step[t] = HAS_PFN & has_offset(answer[t], number[t]))
    | (step[t] = HAS_OFFSET & has_offset(number[t], answer[t]))
  end;
