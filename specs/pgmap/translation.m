-- Offsets of a page map and page frame numbers: the two helpers of "mm/memremap: Introduce
-- pgmap_request_folio() using pgmap offsets", Dan Williams, 20 October 2022 (version V2 of
-- specs/README.md): pgmap_offset_to_pfn() in mm/memremap.c and pfn_to_pgmap_offset() in
-- include/linux/memremap.h.
--
-- A page map has nr_range ranges of bytes with inclusive ends. Its pages are numbered through all
-- of them in array order; both helpers walk the array and add up the lengths:
--
--     offset:   0 1 2     3 4                          all ones when no range has it
--     range:   [0 . .]   [1 .]
--     pfn:      4 5 6     9 10                         all ones when no range has it
--
-- The claims: the helpers are inverse bijections between [0, total pages) and the pages of the
-- ranges (P15), and whatever is outside gets the all-ones answer (P16). P15 asks that ranges are
-- page aligned and disjoint, and that their lengths add up to less than the address space; order,
-- adjacency and empty ranges do not matter. P16 fails as posted: both helpers shift the number up
-- before they look at it, so a number too large for the shift comes out as a small one and is
-- taken for another page. The review's test of the offset against the length of the page map,
-- made before the shift, repairs the first helper. translation-exact.m has the exact condition,
-- over all maps of a small universe.
--
-- Words have WIDTH bits and wrap as u64 does. 4 bits and pages of 2 bytes are a universe small
-- enough to visit, for any two ranges. With RANGES=1 WIDTH=61 SHIFT=12 the same text is proved at
-- full width in about a minute (a Murphi number has 64 bits with sign, so the true sum of the
-- lengths would not fit beyond 61); two wide ranges are too much for the solver's bit-vectors.
-- Granularity and contracts: none, a page map does not change between memremap_pages() and
-- memunmap_pages().

-- pinproof: deadlock off
-- pinproof: configuration "as posted" BOUNDS_TEST=0
-- pinproof: configuration "page numbers only" PAGE_NUMBERS=1
-- pinproof: configuration "bounds test" BOUNDS_TEST=1
-- pinproof: configuration "bounds test, top page mapped" BOUNDS_TEST=1, BELOW_TOP=0
-- pinproof: configuration "top page mapped" BELOW_TOP=0
-- pinproof: configuration "whole space mapped" BELOW_TOP=0, TOTAL_FITS=0
-- pinproof: configuration "unaligned" ALIGNED=0
-- pinproof: configuration "overlapping" DISJOINT=0
-- pinproof: configuration "sorted, not empty" SORTED=1, NONEMPTY=1
-- pinproof: expect "P16 offset out of range" when PAGE_NUMBERS=0, BOUNDS_TEST=0 violated
-- pinproof: expect "P16 pfn out of range" when PAGE_NUMBERS=0 violated
-- pinproof: expect "P15 offset to pfn and back" when ALIGNED=0 violated
-- pinproof: expect "P15 offset to pfn and back" when DISJOINT=0 violated
-- pinproof: expect "P15 offset to pfn and back" when TOTAL_FITS=0, BELOW_TOP=0 violated
-- pinproof: expect "P15 pfn to offset and back" when ALIGNED=0 violated
-- pinproof: expect "P15 pfn to offset and back" when TOTAL_FITS=0, BELOW_TOP=0 violated
-- pinproof: expect "P15 offsets reach mapped pages" when ALIGNED=0 violated
-- pinproof: expect "P15 offsets reach mapped pages" when TOTAL_FITS=0, BELOW_TOP=0 violated
-- pinproof: expect "P15 mapped pages have offsets" when ALIGNED=0 violated
-- pinproof: expect "P15 two offsets, two pfns" when DISJOINT=0 violated
-- pinproof: expect "P15 two offsets, two pfns" when TOTAL_FITS=0, BELOW_TOP=0 violated
-- pinproof: expect "P16 all ones" when BELOW_TOP=0 violated

const
  WIDTH:  4;   -- bits of a u64
  SHIFT:  1;   -- PAGE_SHIFT
  RANGES: 2;   -- the most ranges of a page map

  -- What memremap_pages() is given. 1 assumes it, 0 lets everything come.
  ALIGNED:    1;  -- ranges start and end on page boundaries
  DISJOINT:   1;  -- ranges do not overlap
  TOTAL_FITS: 1;  -- their lengths add up to a number that fits in a word
  BELOW_TOP:  1;  -- the last page of the address space is not mapped
  SORTED:     0;  -- ranges ascend
  NONEMPTY:   0;  -- no range is empty (end = start - 1)

  -- What the helpers are asked, and the review.
  PAGE_NUMBERS: 0;  -- 1: only numbers that survive the shift by SHIFT
  BOUNDS_TEST:  0;  -- 1: pgmap_offset_to_pfn() compares offset and total pages before the shift

  MASK:     (1 << WIDTH) - 1;
  ALL_ONES: MASK;
  LAST_PAGE: MASK >> SHIFT;

type
  Word:       0 .. MASK;
  PageNumber: 0 .. LAST_PAGE;
  Sum:        0 .. RANGES * (MASK + 1);   -- true lengths, which do not wrap
  Unwrapped:  0 .. 2 * (MASK + 1);        -- of one addition
  Index:      0 .. RANGES - 1;
  Range: record
    start: Word;
    last:  Word;                          -- range.end, inclusive (end is a word of the language)
  end;

var
  nr_range: 0 .. RANGES;
  ranges:   array[Index] of Range;

  asked:  boolean;
  number: Word;                           -- taken as an offset and as a pfn
  other:  PageNumber;                     -- a second offset

--------------------------------------------------------------------------------------------------
-- Arithmetic as in C

function u64(x: Unwrapped): Word;
begin
  return MASK & x;
end;

function PFN_PHYS(n: Word): Word;
begin
  return (LAST_PAGE & n) << SHIFT;        -- the high bits are shifted out
end;

function PHYS_PFN(bytes: Word): Word;
begin
  return bytes >> SHIFT;
end;

function range_len(i: Index): Word;
begin
  return u64(ranges[i].last + MASK + 1 - ranges[i].start + 1);
end;

--------------------------------------------------------------------------------------------------
-- What is true of a page map, without wrapping

function length(start: Word; last: Word): Sum;
begin
  return (start <= last ? last - start + 1 : 0);
end;

function total_bytes(): Sum;
var sum: Sum;
begin
  sum := 0;
  for i: Index do
    if i < nr_range then sum := sum + length(ranges[i].start, ranges[i].last); end;
  end;
  return sum;
end;

function total_pages(): Sum;
begin
  return total_bytes() >> SHIFT;
end;

function is_offset(n: Word): boolean;
begin
  return n < total_pages();
end;

function is_mapped(pfn: Word): boolean;
begin
  return pfn <= LAST_PAGE & exists i: Index do
    i < nr_range & ranges[i].start <= PFN_PHYS(pfn) & PFN_PHYS(pfn) <= ranges[i].last
  end;
end;

function is_page_start(bytes: Word): boolean;
begin
  return PFN_PHYS(PHYS_PFN(bytes)) = bytes;
end;

-- A range that memremap_pages() may be given, alone ...
function well_formed(start: Word; last: Word): boolean;
begin
  return (start <= last | start = last + 1)
       & (NONEMPTY = 0 | start <= last)
       & (ALIGNED = 0 | is_page_start(start) & is_page_start(u64(last + 1)))
       & (BELOW_TOP = 0 | PHYS_PFN(last) < LAST_PAGE);
end;

-- ... and after another one.
function may_follow(before: Index; start: Word; last: Word): boolean;
begin
  return (DISJOINT = 0 | length(start, last) = 0
          | length(ranges[before].start, ranges[before].last) = 0
          | last < ranges[before].start | ranges[before].last < start)
       & (SORTED = 0 | ranges[before].last < start);
end;

--------------------------------------------------------------------------------------------------
-- The helpers

-- static unsigned long pgmap_offset_to_pfn(struct dev_pagemap *pgmap, pgoff_t pgmap_offset)
function pgmap_offset_to_pfn(pgmap_offset: Word): Word;
var
  sum:    Word;
  offset: Word;
begin
  if BOUNDS_TEST = 1 & pgmap_offset >= total_pages() then return ALL_ONES; end;
  sum := 0;
  offset := PFN_PHYS(pgmap_offset);
  for i: Index do
    if i < nr_range then
      if offset >= sum & offset < u64(sum + range_len(i)) then
        return PHYS_PFN(u64(ranges[i].start + offset - sum));
      end;
      sum := u64(sum + range_len(i));
    end;
  end;
  return ALL_ONES;
end;

-- static inline pgoff_t pfn_to_pgmap_offset(struct dev_pagemap *pgmap, unsigned long pfn)
function pfn_to_pgmap_offset(pfn: Word): Word;
var
  phys: Word;
  sum:  Word;
begin
  phys := PFN_PHYS(pfn);
  sum := 0;
  for i: Index do
    if i < nr_range then
      if phys >= ranges[i].start & phys <= ranges[i].last then
        return PHYS_PFN(u64(phys - ranges[i].start + sum));
      end;
      sum := u64(sum + range_len(i));
    end;
  end;
  return ALL_ONES;
end;

--------------------------------------------------------------------------------------------------

startstate "memremap_pages: nr_range := 0"
begin
  nr_range := 0;
  for i: Index do
    ranges[i].start := 0;
    ranges[i].last := 0;
  end;
  asked := false;
  number := 0;
  other := 0;
end;

-- A page map comes to be, range by range: any that the constants above let pass.
ruleset start: Word; last: Word do
  rule "memremap_pages, range"
    !asked & nr_range < RANGES
    & well_formed(start, last)
    & (forall i: Index do i < nr_range -> may_follow(i, start, last) end)
    & (TOTAL_FITS = 0 | total_bytes() + length(start, last) <= MASK)
  ==>
  begin
    ranges[nr_range].start := start;
    ranges[nr_range].last := last;
    nr_range := nr_range + 1;
  end;
end;

-- Then the helpers are asked about any number; the claims call them with it.
ruleset n: Word; o: PageNumber do
  rule "ask"
    !asked & (PAGE_NUMBERS = 0 | n <= LAST_PAGE)
  ==>
  begin
    number := n;
    other := o;
    asked := true;
  end;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- The helpers undo each other, and lead from offsets to pages of the ranges and back.
invariant "P15 offset to pfn and back"
  asked & is_offset(number) -> pfn_to_pgmap_offset(pgmap_offset_to_pfn(number)) = number;

invariant "P15 pfn to offset and back"
  asked & is_mapped(number) -> pgmap_offset_to_pfn(pfn_to_pgmap_offset(number)) = number;

invariant "P15 offsets reach mapped pages"
  asked & is_offset(number) -> is_mapped(pgmap_offset_to_pfn(number));

invariant "P15 mapped pages have offsets"
  asked & is_mapped(number) -> is_offset(pfn_to_pgmap_offset(number));

invariant "P15 two offsets, two pfns"
  asked & is_offset(number) & is_offset(other) & number != other ->
    pgmap_offset_to_pfn(number) != pgmap_offset_to_pfn(other);

-- What is no offset, or no page of the ranges, gets the answer "no such page".
invariant "P16 offset out of range"
  asked & !is_offset(number) -> pgmap_offset_to_pfn(number) = ALL_ONES;

invariant "P16 pfn out of range"
  asked & !is_mapped(number) -> pfn_to_pgmap_offset(number) = ALL_ONES;

-- The answer "no such page" of one helper, fed to the other. It aliases the last page of the
-- address space, which must not be mapped then (BELOW_TOP).
invariant "P16 all ones"
  pfn_to_pgmap_offset(ALL_ONES) = ALL_ONES & pgmap_offset_to_pfn(ALL_ONES) = ALL_ONES;

--------------------------------------------------------------------------------------------------
-- Lemmas for the proof by induction: page maps stay what memremap_pages() was given

invariant "lemma: every range is well formed"
  forall i: Index do i < nr_range -> well_formed(ranges[i].start, ranges[i].last) end;

invariant "lemma: every range may follow those before it"
  forall i: Index do forall j: Index do
    i < j & j < nr_range -> may_follow(i, ranges[j].start, ranges[j].last)
  end end;

invariant "lemma: the lengths add up"
  TOTAL_FITS = 0 | total_bytes() <= MASK;
