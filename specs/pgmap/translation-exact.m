-- The exact condition under which the helpers of translation.m are inverse bijections, and in which
-- units a bounds test is sound. translation.m assumes well-formed page maps and is proved at full
-- width; here every map of up to RANGES ranges comes, well-formed or not, in a universe of WIDTH
-- bits, and each claim speaks of all numbers at once.
--
-- The helpers ("mm/memremap: Introduce pgmap_request_folio() using pgmap offsets", Dan Williams,
-- 20 October 2022, V2 of specs/README.md) number the pages of a map through its ranges in array
-- order. With ranges of at least a page, or empty, they are inverse bijections between
-- [0, total pages) and the pages of the ranges exactly when
--
--   * no two ranges overlap;
--   * the lengths add up to whole pages, and to less than the address space;
--   * each range begins as far into a page as the lengths before it end.
--
-- For ranges of whole pages the last line says nothing: they have to be disjoint and to fit. So
-- sorted or not, adjacent or not, up to the top of the address space or not, empty ranges written
-- as end = start - 1 or none: no matter. What breaks them: overlapping and nested ranges, lengths
-- that wrap, and an empty range written as { 0, ~0 }, which is the whole address space to
-- pfn_to_pgmap_offset() while range_len() makes it empty to its partner. Ranges that are not of
-- whole pages can break them, too. (Of those that overlap, wrap, or are shorter than a page, some
-- still translate, by accident: two ends of one page in two ranges, say.)
--
-- Out of range is another matter (P16):
--
--   * PFN_PHYS() drops high bits, so 2^SHIFT numbers alias each page. A bounds test before the
--     shift, in pages, catches every alias; after the shift, in bytes, none.
--   * The all-ones answer is a number like any other to the partner, and it aliases the last page
--     of the address space. As an offset it is out of range in every sound map; as a page frame
--     number it is a page of the map when the last page is.
--
-- Left out: what memremap_pages() refuses (map.m has it); 64 bits (translation.m has them).
-- Granularity and contracts: none.

-- pinproof: deadlock off
-- pinproof: configuration "two ranges of 4 bits" RANGES=2, WIDTH=4
-- pinproof: configuration "two ranges of 4 bits, pages of 4 bytes" RANGES=2, WIDTH=4, SHIFT=2
-- pinproof: configuration "three ranges of 3 bits" RANGES=3, WIDTH=3
-- pinproof: expect "P15 empty as { 0, ~0 }" violated
-- pinproof: expect "P15 overlapping" violated
-- pinproof: expect "P15 nested" violated
-- pinproof: expect "P15 lengths that wrap" violated
-- pinproof: expect "P15 not aligned" violated
-- pinproof: expect "P16 offset out of range" violated
-- pinproof: expect "P16 pfn out of range" violated
-- pinproof: expect "P16 bounds test in bytes" violated
-- pinproof: expect "P16 all ones as a pfn" violated

const
  WIDTH:  3;   -- bits of a u64
  SHIFT:  1;   -- PAGE_SHIFT
  RANGES: 2;   -- the most ranges of a page map

  MASK:      (1 << WIDTH) - 1;
  ALL_ONES:  MASK;
  LAST_PAGE: MASK >> SHIFT;
  IN_PAGE:   (1 << SHIFT) - 1;            -- mask of the bytes of a page

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
-- The helpers, as in translation.m

-- static unsigned long pgmap_offset_to_pfn(struct dev_pagemap *pgmap, pgoff_t pgmap_offset)
function pgmap_offset_to_pfn(pgmap_offset: Word): Word;
var
  sum:    Word;
  offset: Word;
begin
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
-- What is true of a page map, without wrapping

function length(i: Index): Sum;
begin
  return (ranges[i].start <= ranges[i].last ? ranges[i].last - ranges[i].start + 1 : 0);
end;

function bytes_before(i: Index): Sum;
var sum: Sum;
begin
  sum := 0;
  for j: Index do if j < i then sum := sum + length(j); end; end;
  return sum;
end;

function total_bytes(): Sum;
var sum: Sum;
begin
  sum := 0;
  for i: Index do if i < nr_range then sum := sum + length(i); end; end;
  return sum;
end;

function is_offset(n: Word): boolean;
begin
  return n < (total_bytes() >> SHIFT);
end;

function has_page(i: Index; pfn: PageNumber): boolean;
begin
  return ranges[i].start <= PFN_PHYS(pfn) & PFN_PHYS(pfn) <= ranges[i].last;
end;

function is_mapped(pfn: Word): boolean;
begin
  return pfn <= LAST_PAGE & exists i: Index do i < nr_range & has_page(i, pfn) end;
end;

-- Inverse bijections between [0, total pages) and the pages of the ranges.
function bijective(): boolean;
begin
  return
    forall n: Word do
      (is_offset(n) -> is_mapped(pgmap_offset_to_pfn(n))
                       & pfn_to_pgmap_offset(pgmap_offset_to_pfn(n)) = n)
      & (is_mapped(n) -> is_offset(pfn_to_pgmap_offset(n))
                         & pgmap_offset_to_pfn(pfn_to_pgmap_offset(n)) = n)
    end;
end;

--------------------------------------------------------------------------------------------------
-- The condition

-- Offset bytes and page bytes of range i begin at the same place of a page.
function congruent(i: Index): boolean;
begin
  return (IN_PAGE & ranges[i].start) = (IN_PAGE & bytes_before(i));
end;

-- Ranges of whole pages.
function aligned(): boolean;
begin
  return forall i: Index do i < nr_range ->
    (IN_PAGE & ranges[i].start) = 0 & (IN_PAGE & length(i)) = 0
  end;
end;

function disjoint(): boolean;
begin
  return forall i: Index do forall j: Index do
    i < j & j < nr_range & length(i) > 0 & length(j) > 0 ->
      ranges[i].last < ranges[j].start | ranges[j].last < ranges[i].start
  end end;
end;

function sound(): boolean;
begin
  return disjoint() & total_bytes() <= MASK & (IN_PAGE & total_bytes()) = 0
       & forall i: Index do i < nr_range & length(i) > 0 -> congruent(i) end;
end;

--------------------------------------------------------------------------------------------------

startstate "memremap_pages: nr_range := 0"
begin
  nr_range := 0;
  for i: Index do
    ranges[i].start := 0;
    ranges[i].last := 0;
  end;
end;

-- Also empty ones: { s, s - 1 }, and { 0, ~0 }, whose range_len() wraps to 0.
ruleset start: Word; last: Word do
  rule "memremap_pages, any range"
    nr_range < RANGES & start <= last + 1
  ==>
  begin
    ranges[nr_range].start := start;
    ranges[nr_range].last := last;
    nr_range := nr_range + 1;
  end;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- The condition is enough,
invariant "P15 sound maps translate"
  sound() -> bijective();

-- and needed. (Ranges of less than a page, and ranges that overlap or wrap, translate by accident
-- if at all.)
invariant "P15 only sound maps translate"
  bijective() & disjoint() & total_bytes() <= MASK
  & (forall i: Index do i < nr_range -> length(i) = 0 | length(i) > IN_PAGE end) -> sound();

-- Sorted or not, adjacent or not, with empty ranges or without, up to the top of the address space.
invariant "P15 ranges of whole pages, exactly when"
  aligned() -> bijective() = (disjoint() & total_bytes() <= MASK);

-- The classes that break it. Each claim says that the class is harmless.

invariant "P15 empty as { 0, ~0 }"
  forall i: Index do i < nr_range & range_len(i) = 0 -> length(i) = 0 end;

invariant "P15 overlapping"
  aligned() & total_bytes() <= MASK -> bijective();

invariant "P15 nested"
  nr_range = 2 & aligned() & total_bytes() <= MASK & length(1) > 0
  & ranges[0].start <= ranges[1].start & ranges[1].last <= ranges[0].last -> bijective();

invariant "P15 lengths that wrap"
  aligned() & disjoint() -> bijective();

invariant "P15 not aligned"
  disjoint() & total_bytes() <= MASK -> bijective();

-- Whatever is no offset, or no page, of a sound map gets the all-ones answer.
invariant "P16 offset out of range"
  sound() -> forall n: Word do !is_offset(n) -> pgmap_offset_to_pfn(n) = ALL_ONES end;

invariant "P16 pfn out of range"
  sound() -> forall n: Word do !is_mapped(n) -> pfn_to_pgmap_offset(n) = ALL_ONES end;

-- What passes a bounds test of the offset made in pages, before the shift, is an offset ...
invariant "P16 bounds test in pages"
  sound() -> forall n: Word do
    n < (total_bytes() >> SHIFT) ->
      is_mapped(pgmap_offset_to_pfn(n)) & pfn_to_pgmap_offset(pgmap_offset_to_pfn(n)) = n
  end;

-- ... and made in bytes, after the shift, it need not be one.
invariant "P16 bounds test in bytes"
  sound() -> forall n: Word do
    PFN_PHYS(n) < total_bytes() ->
      is_mapped(pgmap_offset_to_pfn(n)) & pfn_to_pgmap_offset(pgmap_offset_to_pfn(n)) = n
  end;

-- The answer "no such page" of one helper, fed to the other.
invariant "P16 all ones as an offset"
  sound() -> pgmap_offset_to_pfn(ALL_ONES) = ALL_ONES;

invariant "P16 all ones as a pfn"
  sound() -> pfn_to_pgmap_offset(ALL_ONES) = ALL_ONES;

-- As a page frame number it is all ones again exactly when the last page is not mapped.
invariant "P16 all ones, exactly when"
  sound() ->
    (pfn_to_pgmap_offset(ALL_ONES) = ALL_ONES) = !is_mapped(LAST_PAGE);

-- Each page has 2^SHIFT numbers that alias it.
invariant "P16 aliases"
  forall n: Word do
    pgmap_offset_to_pfn(n) = pgmap_offset_to_pfn(LAST_PAGE & n)
    & pfn_to_pgmap_offset(n) = pfn_to_pgmap_offset(LAST_PAGE & n)
  end;
