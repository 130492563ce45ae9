-- fsdax: file blocks of persistent memory in page tables (drivers/dax/mapping.c of the series that
-- ends with pgmap_request_folio(), fs/dax.c before and after it), a client of the request functions
-- of specs/README.md.
--
-- Each file has a tree of entries; an entry names a block, of several folios, and has a lock bit.
--
--     fault: dax_insert_entry()                    dax_zap_pages(), before truncate
--       if CoW, or the old entry is zero or empty:   unless the entry is zapped already:
--         dax_disassociate_entry(old)                  for each folio: folio_put()
--         dax_associate_entry(new), each folio:        set DAX_ZAP in the entry
--           CoW: mapping = COW, index++              sleep until every folio is idle
--           else request it; mapping = file        dax_delete_mapping_entry()
--         store the new entry                        dax_disassociate_entry(); drop the entry
--       then the page table entry
--
-- Two files are the two columns. With SHARED = 1 they begin with one block in common (reflink), and
-- a write copies it (CoW). References and page tables ought to balance: what is mapped has a count
-- above idle, and each entry that is not zapped has one reference to each of its folios (P25).
-- With the request function of V2 and the rest as posted they do not:
--
--   * CoW marks the folio and takes no reference; zap puts one all the same, and the count goes
--     below zero (P3). COW_REF = 1 takes one.
--   * CoW over a real entry replaces it. Its folios are disassociated, nobody puts them, and as the
--     entry is gone nobody ever will (P25 balance). REPLACE_ZAP = 1 zaps it first.
--   * A zapped entry that is not deleted (file systems zap the whole file and then truncate a part
--     of it) is neither zero nor empty, so the next fault maps its block and requests nothing:
--     mapped at idle, and the file system believes it free (P25). REFAULT = 1 treats it as empty.
--   * When a request fails at the second folio of an entry, the fault returns SIGBUS and the
--     reference to the first one is lost (P25 balance). UNDO = 1 puts it. Needs a kill under C1w.
--   * The CoW counter is compared before it is lowered (index-- > 0), so the last user of a block
--     does not clear its mark. That stays unseen as long as the put that makes the folio idle
--     clears folio->mapping first. The mark that P25 finds is that of the request that failed
--     half-way.
--   * Two files that share a block for reading request its folios twice. Both V2 and V3 warn about
--     folio->mapping; V2 then returns on v > 1, and V3, which requires a count of 0, fails the
--     second fault with SIGBUS although nothing is dying (P23). This is what "I do not think all
--     callers are good about avoiding a new request" in the answer to the review speaks of.
--   * WAKE = 0 puts the bug of 2022 back: a put that does not wake. The file system sleeps on an
--     idle folio (P31).
--
-- With all four constants set (MENDED = 1) V2 keeps P25, for one block a file (SHARED = 0) as for
-- shared ones; what is left is the warning. V4F takes references where page table entries are made
-- and drops them where these are removed, and keeps P25 without any of this; but its fsdax pages do
-- not pin the page map, so P2 asks for the drained contract.
--
-- VERSION: 1 pgmap_request_folios() (V1b), 2 pgmap_request_folio() as posted, 3 after its review,
-- page map pin first, 4 is V4F (v6.15). All of them have idle at 0; pgmap/zone-device-page-init.m
-- has the time when it was 1. Followed from the patches of V1 and V2 and the tree they patch.
--
-- Left out: races inside the request functions, and with them P12, since nobody is between the test
-- for DEAD and the pin when a request is one step (pgmap/request-folios.m and request-folio.m have
-- that); huge entries that are split, dirty tracking, the zero page (it is not ZONE_DEVICE). A fault
-- and a zap of one file exclude each other by the entry's lock bit, so each file is one thread of
-- control here.

-- pinproof: columns File
-- pinproof: deadlock off
-- pinproof: configuration "V1 as posted: no contract" VERSION=1, CONTRACT=0
-- pinproof: configuration "V1 as posted: C1w" VERSION=1, CONTRACT=1
-- pinproof: configuration "V1 as posted: C1" VERSION=1, CONTRACT=2
-- pinproof: configuration "V1 as posted: drained" VERSION=1, CONTRACT=3
-- pinproof: configuration "V2 as posted: no contract" VERSION=2, CONTRACT=0
-- pinproof: configuration "V2 as posted: C1w" VERSION=2, CONTRACT=1
-- pinproof: configuration "V2 as posted: C1" VERSION=2, CONTRACT=2
-- pinproof: configuration "V2 as posted: drained" VERSION=2, CONTRACT=3
-- pinproof: configuration "V2, not shared: no contract" VERSION=2, SHARED=0, CONTRACT=0
-- pinproof: configuration "V2, not shared: C1w" VERSION=2, SHARED=0, CONTRACT=1
-- pinproof: configuration "V2, not shared: C1" VERSION=2, SHARED=0, CONTRACT=2
-- pinproof: configuration "V2, not shared: drained" VERSION=2, SHARED=0, CONTRACT=3
-- pinproof: configuration "V2 mended, not shared: no contract" VERSION=2, SHARED=0, MENDED=1, CONTRACT=0
-- pinproof: configuration "V2 mended, not shared: C1w" VERSION=2, SHARED=0, MENDED=1, CONTRACT=1
-- pinproof: configuration "V2 mended, not shared: C1" VERSION=2, SHARED=0, MENDED=1, CONTRACT=2
-- pinproof: configuration "V2 mended, not shared: drained" VERSION=2, SHARED=0, MENDED=1, CONTRACT=3
-- pinproof: configuration "V2 mended: no contract" VERSION=2, MENDED=1, CONTRACT=0
-- pinproof: configuration "V2 mended: C1w" VERSION=2, MENDED=1, CONTRACT=1
-- pinproof: configuration "V2 mended: C1" VERSION=2, MENDED=1, CONTRACT=2
-- pinproof: configuration "V2 mended: drained" VERSION=2, MENDED=1, CONTRACT=3
-- pinproof: configuration "V3 mended: no contract" VERSION=3, MENDED=1, CONTRACT=0
-- pinproof: configuration "V3 mended: C1w" VERSION=3, MENDED=1, CONTRACT=1
-- pinproof: configuration "V3 mended: C1" VERSION=3, MENDED=1, CONTRACT=2
-- pinproof: configuration "V3 mended: drained" VERSION=3, MENDED=1, CONTRACT=3
-- pinproof: configuration "V3 mended, not shared: no contract" VERSION=3, SHARED=0, MENDED=1, CONTRACT=0
-- pinproof: configuration "V3 mended, not shared: C1w" VERSION=3, SHARED=0, MENDED=1, CONTRACT=1
-- pinproof: configuration "V3 mended, not shared: C1" VERSION=3, SHARED=0, MENDED=1, CONTRACT=2
-- pinproof: configuration "V3 mended, not shared: drained" VERSION=3, SHARED=0, MENDED=1, CONTRACT=3
-- pinproof: configuration "V4F: no contract" VERSION=4, CONTRACT=0
-- pinproof: configuration "V4F: C1w" VERSION=4, CONTRACT=1
-- pinproof: configuration "V4F: C1" VERSION=4, CONTRACT=2
-- pinproof: configuration "V4F: drained" VERSION=4, CONTRACT=3
-- pinproof: configuration "V2 as posted, indivisible: no contract" VERSION=2, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "V2 as posted, indivisible: C1w" VERSION=2, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "V2 as posted, indivisible: C1" VERSION=2, INTERLEAVED=0, CONTRACT=2
-- pinproof: configuration "V2 as posted, indivisible: drained" VERSION=2, INTERLEAVED=0, CONTRACT=3
-- pinproof: configuration "V2 mended but for COW_REF" VERSION=2, CONTRACT=2, MENDED=1, COW_REF=0
-- pinproof: configuration "V2 mended but for REPLACE_ZAP" VERSION=2, CONTRACT=2, MENDED=1, REPLACE_ZAP=0
-- pinproof: configuration "V2 mended but for REFAULT" VERSION=2, CONTRACT=2, MENDED=1, REFAULT=0
-- pinproof: configuration "V2 mended but for UNDO, C1w" VERSION=2, CONTRACT=1, MENDED=1, UNDO=0
-- pinproof: configuration "V2 mended but for WAKE" VERSION=2, CONTRACT=2, MENDED=1, WAKE=0
-- pinproof: expect "P1 pin exactness" when VERSION=4 vacuous
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=1, COW_REF=0 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=2, COW_REF=0 violated
-- pinproof: expect "P2 no use after unmap" when CONTRACT=2, REFAULT=0 violated
-- pinproof: expect "P3 folio count not negative" when COW_REF=0, SHARED=1, VERSION=2 violated
-- pinproof: expect "P3 folio count not negative" when VERSION=1 violated
-- pinproof: expect "P23 failed request handled" when CONTRACT=2, VERSION=2 vacuous
-- pinproof: expect "P23 failed request handled" when CONTRACT=3, COW_REF=0 vacuous
-- pinproof: expect "P23 failed request handled" when VERSION=4 vacuous
-- pinproof: expect "P23 failed request handled" when CONTRACT=3, SHARED=0 vacuous
-- pinproof: expect "P23 failed request handled" when CONTRACT=2, COW_REF=0 vacuous
-- pinproof: expect "P23 failed request handled" when CONTRACT=2, SHARED=0 vacuous
-- pinproof: expect "P23 failed request handled" when CONTRACT=3, VERSION=2 vacuous
-- pinproof: expect "P23 failed request handled" when SHARED=1, VERSION=3 violated
-- pinproof: expect "P25 mapped pages are live" when COW_REF=0, VERSION=2 violated
-- pinproof: expect "P25 mapped pages are live" when VERSION=1 violated
-- pinproof: expect "P25 mapped pages are live" when COW_REF=1, REFAULT=0 violated
-- pinproof: expect "P25 references balance" when COW_REF=0, SHARED=1, VERSION=2 violated
-- pinproof: expect "P25 references balance" when VERSION=1 violated
-- pinproof: expect "P25 references balance" when CONTRACT=1, UNDO=0, VERSION=2 violated
-- pinproof: expect "P25 references balance" when COW_REF=1, REPLACE_ZAP=0 violated
-- pinproof: expect "P25 references balance" when CONTRACT=0, COW_REF=0, SHARED=0 violated
-- pinproof: expect "P25 mark" when CONTRACT=1, INTERLEAVED=1, UNDO=0, VERSION=2 violated
-- pinproof: expect "P25 mark" when CONTRACT=0, COW_REF=0, INTERLEAVED=1, VERSION=2 violated
-- pinproof: expect "P25 mark" when CONTRACT=0, VERSION=1 violated
-- pinproof: expect "P25 mark" when CONTRACT=1, VERSION=1 violated
-- pinproof: expect "P24 no stale mapping" when VERSION=4 vacuous
-- pinproof: expect "P24 no stale mapping" when COW_REF=0, SHARED=1, VERSION=2 violated
-- pinproof: expect "P24 no stale mapping" when VERSION=1 violated
-- pinproof: expect "P31 waiter woken" when WAKE=0 violated
-- pinproof: expect "no warning about folio->mapping" when SHARED=1, VERSION=2 violated
-- pinproof: expect "no warning about folio->mapping" when SHARED=1, VERSION=3 violated
-- pinproof: expect "no warning about folio->mapping" when CONTRACT=0, INTERLEAVED=1, UNDO=0, VERSION=2 violated
-- pinproof: expect "no warning about folio->mapping" when CONTRACT=1, INTERLEAVED=1, UNDO=0, VERSION=2 violated
-- pinproof: expect "no warning about folio->mapping" when VERSION=1 violated
-- pinproof: expect "P10 teardown liveness" when REPLACE_ZAP=0, SHARED=1, VERSION=2 violated
-- pinproof: expect "P10 teardown liveness" when VERSION=1 violated
-- pinproof: expect "P10 teardown liveness" when CONTRACT=1, UNDO=0, VERSION=2 violated
-- pinproof: expect "P10 teardown liveness" when CONTRACT=0, COW_REF=0, SHARED=0 violated

const
  FILES:       2;
  BLOCKS:      2;
  FOLIOS:      2;   -- of a block, and so of an entry
  INTERLEAVED: 1;   -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:    1;   -- 0: none   1: C1w, no unmap during a fault   2: C1, no kill either
                    -- 3: drained, C1 and nothing is mapped or pinned at the kill
  VERSION:     2;   -- see above
  SHARED:      1;   -- 1: the files begin with one block in common

  -- What it would take, see above.
  MENDED:      0;
  COW_REF:     MENDED;
  REPLACE_ZAP: MENDED;
  REFAULT:     MENDED;
  UNDO:        MENDED;
  WAKE:        1;

type
  File:  scalarset(FILES);
  Block: scalarset(BLOCKS);
  Part:  0 .. FOLIOS - 1;                    -- a folio of a block
  Next:  0 .. FOLIOS;

  FolioCount: -FILES .. 2 * FILES + 2;
  PinCount:   -(BLOCKS * FOLIOS + FILES) .. BLOCKS * FOLIOS + FILES;

  -- percpu_ref of the page map, in short.
  Life: enum {
    LIVE,
    DYING,         -- killed; a guard reference keeps the count above 0
    SWITCHED       -- grace period over, guard reference dropped: reaching 0 completes
  };

  -- folio->mapping
  Mark: enum { NO_MARK, OF_FILE, COW };

  Kind: enum { NONE, EMPTY, BACKED };

  Step: enum {
    IDLE,
    UNMAP_OLD, DISASSOCIATE, ASSOCIATE, STORE_ENTRY, INSERT_PTE, SIGBUS,   -- a fault
    ZAP, WAIT, ASLEEP, DELETE                                              -- a truncate
  };

  Folio: record
    ref:   FolioCount;                       -- folio->_refcount
    mark:  Mark;                             -- folio->mapping
    index: -1 .. 2 * FILES + 1;              -- folio->index as CoW counter; folio->share in V4F
    gup:   boolean;                          -- pinned by get_user_pages()
  end;

var
  -- struct dev_pagemap
  life:      Life;
  pins:      PinCount;                       -- without the initial and the guard reference
  completed: boolean;
  unmapped:  boolean;

  folio:     array[Block] of array[Part] of Folio;

  -- the files
  owns:      array[File] of Block;           -- the file's block on disk, undefined is a hole
  kind:      array[File] of Kind;            -- its entry in mapping->i_pages,
  target:    array[File] of Block;           --   the block of a real entry,
  zapped:    array[File] of boolean;         --   and its bit DAX_ZAP
  pte:       array[File] of Block;           -- the page table entry, undefined is not present
  step:      array[File] of Step;
  block:     array[File] of Block;           -- local: what iomap says, undefined outside a fault
  shared:    array[File] of boolean;         -- local: iomap says IOMAP_F_SHARED
  cow:       array[File] of boolean;         -- local: and this is a write
  next:      array[File] of Next;            -- local: loop counter, and where a sleeper waits
  busy:      boolean;                        -- a call is in flight, with INTERLEAVED = 0
  warned:    boolean;                        -- WARN_ON_ONCE(folio->mapping)

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

function all_idle(): boolean;
begin
  return forall f: File do step[f] = IDLE | step[f] = ASLEEP end;
end;

function faulting(f: File): boolean;
begin
  switch step[f]
    case IDLE, ZAP, WAIT, ASLEEP, DELETE: return false;
    else return true;
  end;
end;

function no_fault(): boolean;
begin
  return forall f: File do !faulting(f) end;
end;

function live_folios(): PinCount;
var n: PinCount;
begin
  n := 0;
  for b: Block do for i: Part do
    if folio[b][i].ref > 0 then n := n + 1; end;
  end; end;
  return n;
end;

function pte_of(f: File; b: Block): boolean;
begin
  return !isundefined(pte[f]) & pte[f] = b;
end;

function owned(f: File; b: Block): boolean;
begin
  return !isundefined(owns[f]) & owns[f] = b;
end;

function entry_of(f: File; b: Block): boolean;
begin
  return kind[f] = BACKED & target[f] = b;
end;

-- References that folios of block b ought to have: one for each entry that is not zapped, or for
-- each page table entry in V4F.
function owed(b: Block): FolioCount;
var n: FolioCount;
begin
  n := 0;
  for f: File do
    if VERSION = 4 ? pte_of(f, b) : entry_of(f, b) & !zapped[f] then n := n + 1; end;
  end;
  return n;
end;

-- The file system may allocate block b.
function is_free(b: Block): boolean;
begin
  return forall f: File do !owned(f, b) & (isundefined(block[f]) | block[f] != b) end;
end;

function is_shared(b: Block): boolean;
begin
  return forall f: File do owned(f, b) end;
end;

-- Once the struct pages are gone nothing runs: P2 reports who would.
function may_run(f: File): boolean;
begin
  return !unmapped & (INTERLEAVED = 1 | !busy | (step[f] != IDLE & step[f] != WAIT));
end;

function others_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

procedure enter(f: File; first: Step);
begin
  step[f] := first;
  next[f] := 0;
  if INTERLEAVED = 0 then busy := true; end;
end;

procedure leave(f: File);
begin
  step[f] := IDLE;
  next[f] := 0;
  undefine block[f];
  shared[f] := false;
  cow[f] := false;
  busy := false;
end;

-- request of one folio: true when it may be used.
function request(var of_folio: Folio): boolean;
var v: FolioCount;
begin
  if VERSION = 3 then
    if life != LIVE | of_folio.ref != 0 then return false; end;
    pins := pins + 1;
    of_folio.ref := 1;
    return true;
  end;
  if life != LIVE then return false; end;    -- percpu_ref_is_dying(), of this and the next line
  v := of_folio.ref + 1;                     -- the others: specs/pgmap has what comes between
  of_folio.ref := v;
  if v = 1 then pins := pins + 1; end;
  return true;
end;

-- folio_put() -> free_zone_device_page(): wake, page->mapping = NULL, put the page map.
procedure put_folio(b: Block; i: Part);
begin
  folio[b][i].ref := folio[b][i].ref - 1;
  if folio[b][i].ref = 0 then
    if WAKE = 1 then
      for f: File do
        if step[f] = ASLEEP & next[f] = i & target[f] = b then step[f] := WAIT; end;
      end;
    end;
    if VERSION != 4 then
      folio[b][i].mark := NO_MARK;
      pins := pins - 1;
      if life = SWITCHED & pins = 0 then completed := true; end;
    end;
  end;
end;

-- The page table entry of f goes away. In V4F it takes its references along.
procedure unmap_pte(f: File);
var b: Block;
begin
  if !isundefined(pte[f]) then
    b := pte[f];
    undefine pte[f];
    if VERSION = 4 then for i: Part do put_folio(b, i); end; end;
  end;
end;

-- dax_zap_pages(), after the page table entry went away.
procedure zap(f: File);
begin
  if kind[f] = BACKED & !zapped[f] then
    zapped[f] := true;
    if VERSION != 4 then for i: Part do put_folio(target[f], i); end; end;
  end;
end;

-- dax_disassociate_entry(), one folio.
procedure disassociate(var of_folio: Folio);
begin
  if VERSION = 4 then
    -- dax_folio_put(): ref = --folio->share; if (ref) return ref; ... folio->mapping = NULL;
    if of_folio.mark = COW then of_folio.index := of_folio.index - 1; end;
    if of_folio.index <= 0 then
      of_folio.mark := NO_MARK;
      of_folio.index := 0;
    end;
  elsif of_folio.mark = COW then
    -- if (folio->index-- > 0) continue;
    of_folio.index := of_folio.index - 1;
    if of_folio.index < 0 then
      of_folio.mark := NO_MARK;
      of_folio.index := 0;
    end;
  else
    of_folio.mark := NO_MARK;
    of_folio.index := 0;
  end;
end;

-- dax_mapping_set_cow(); in V4F dax_folio_make_shared() and folio->share++
procedure set_cow(var of_folio: Folio);
begin
  if of_folio.mark = OF_FILE then of_folio.index := 1; end;
  of_folio.mark := COW;
  of_folio.index := of_folio.index + 1;
end;

procedure set_mapping(var of_folio: Folio);
begin
  of_folio.mark := OF_FILE;
  of_folio.index := 0;
end;

--------------------------------------------------------------------------------------------------

ruleset common: Block do
  startstate "files without entries"
  begin
    life := LIVE;
    pins := 0;
    completed := false;
    unmapped := false;
    busy := false;
    warned := false;
    for b: Block do for i: Part do
      folio[b][i].ref := 0;
      folio[b][i].mark := NO_MARK;
      folio[b][i].index := 0;
      folio[b][i].gup := false;
    end; end;
    for f: File do
      undefine owns[f];
      if SHARED = 1 then owns[f] := common; end;
      kind[f] := NONE;
      undefine target[f];
      zapped[f] := false;
      undefine pte[f];
      step[f] := IDLE;
      undefine block[f];
      shared[f] := false;
      cow[f] := false;
      next[f] := 0;
    end;
  end;
end;

-- dax_iomap_fault() -----------------------------------------------------------------------------

ruleset f: File; b: Block do
  -- A fault on block b of the file: its own; for a write, a new one in place of a hole or, by CoW,
  -- of a shared one. dax_grab_mapping_entry() locks the entry, which is empty if there was none.
  rule "fault: grab entry"
    step[f] = IDLE & isundefined(pte[f]) & may_run(f)
    & (CONTRACT >= 1 -> !unmapped) & (CONTRACT >= 2 -> life = LIVE)
    & (owned(f, b) | is_free(b) & (isundefined(owns[f]) | is_shared(owns[f])))
  ==>
  begin
    block[f] := b;
    cow[f] := !isundefined(owns[f]) & !owned(f, b);
    shared[f] := cow[f] | is_shared(b);
    if kind[f] = NONE then kind[f] := EMPTY; end;
    enter(f, UNMAP_OLD);
  end;

  -- A write to a shared block that is mapped already: the page table entry is read-only.
  rule "fault: write to a shared block, grab entry"
    step[f] = IDLE & !isundefined(pte[f]) & is_shared(pte[f]) & may_run(f)
    & (CONTRACT >= 1 -> !unmapped) & (CONTRACT >= 2 -> life = LIVE)
    & is_free(b)
  ==>
  begin
    block[f] := b;
    cow[f] := true;
    shared[f] := true;
    enter(f, UNMAP_OLD);
  end;
end;

ruleset f: File do
  -- if (cow || ...) unmap_mapping_pages(mapping, index, 1, false);
  rule "insert_entry: unmap_mapping_pages"
    step[f] = UNMAP_OLD & may_run(f)
  ==>
  begin
    if cow[f] then
      unmap_pte(f);
      if REPLACE_ZAP = 1 then zap(f); end;
    end;
    -- if (cow || dax_is_zero_entry(entry) || dax_is_empty_entry(entry)), in V4F: shared || ...
    if cow[f] | kind[f] = EMPTY | (REFAULT = 1 & zapped[f]) | (VERSION = 4 & shared[f]) then
      step[f] := DISASSOCIATE;
    else
      step[f] := INSERT_PTE;
    end;
  end;

  -- dax_disassociate_entry(entry, mapping, false);
  rule "insert_entry: disassociate old entry"
    step[f] = DISASSOCIATE & may_run(f)
  ==>
  begin
    if kind[f] = BACKED then for i: Part do disassociate(folio[target[f]][i]); end; end;
    step[f] := ASSOCIATE;
  end;

  -- dax_associate_entry(new_entry, mapping, vmf, flags), one folio in a step:
  -- V1 to V3: if (flags & DAX_COW) dax_mapping_set_cow(folio);
  -- V4F:      if (shared && (folio->mapping || dax_folio_is_shared(folio))) share
  --           else { WARN_ON_ONCE(folio->mapping); request it; folio->mapping = mapping; }
  rule "insert_entry: associate a folio"
    step[f] = ASSOCIATE & may_run(f)
  ==>
  var
    share: boolean;
    ok:    boolean;
  begin
    alias it: folio[block[f]][next[f]] do
      share := VERSION = 4 ? shared[f] & it.mark != NO_MARK : cow[f];
      if !share & it.mark != NO_MARK then warned := true; end;
      ok := VERSION = 4 | (cow[f] & COW_REF = 0) ? true : request(it);
      if ok & share then set_cow(it); end;
      if ok & !share then set_mapping(it); end;
    end;
    if ok then
      next[f] := next[f] + 1;
      if next[f] = FOLIOS then step[f] := STORE_ENTRY; end;
    else
      step[f] := SIGBUS;
    end;
  end;

  -- old = dax_lock_entry(xas, new_entry);
  rule "insert_entry: store new entry"
    step[f] = STORE_ENTRY & may_run(f)
  ==>
  begin
    kind[f] := BACKED;
    owns[f] := block[f];
    target[f] := block[f];
    zapped[f] := false;
    step[f] := INSERT_PTE;
  end;

  -- vmf_insert_mixed(vmf->vma, vmf->address, pfn); dax_unlock_entry();
  rule "insert page table entry"
    step[f] = INSERT_PTE & may_run(f)
  ==>
  begin
    pte[f] := target[f];
    if VERSION = 4 then
      for i: Part do folio[target[f]][i].ref := folio[target[f]][i].ref + 1; end;
    end;
    leave(f);
  end;

  -- return VM_FAULT_SIGBUS; the entry stays what it was
  rule "SIGBUS"
    step[f] = SIGBUS & may_run(f)
  ==>
  begin
    if UNDO = 1 then
      for i: Part do
        if i < next[f] then
          disassociate(folio[block[f]][i]);
          if !cow[f] | COW_REF = 1 then put_folio(block[f], i); end;
        end;
      end;
    end;
    leave(f);
  end;
end;

-- dax_break_layouts(), dax_delete_mapping_entry() -----------------------------------------------

ruleset f: File do
  rule "truncate: begin"
    step[f] = IDLE & kind[f] = BACKED & may_run(f)
  ==>
  begin
    enter(f, ZAP);
  end;

  -- unmap_mapping_pages(); for each folio: if (zap) folio_put(folio); if (!idle) ret = page;
  rule "zap_pages"
    step[f] = ZAP & may_run(f)
  ==>
  begin
    unmap_pte(f);
    zap(f);
    step[f] := DELETE;
    next[f] := 0;
    for i := FOLIOS - 1 to 0 by -1 do
      if VERSION = 4 ? folio[target[f]][i].gup : folio[target[f]][i].ref != 0 then
        next[f] := i;
        step[f] := WAIT;
      end;
    end;
    busy := INTERLEAVED = 0 & step[f] = DELETE;
  end;

  -- wait_var_event(page, dax_page_idle(page));
  rule "wait: page is idle"
    step[f] = WAIT & folio[target[f]][next[f]].ref = 0 & may_run(f)
  ==>
  begin
    enter(f, ZAP);
  end;

  rule "wait: sleep"
    step[f] = WAIT & folio[target[f]][next[f]].ref != 0 & may_run(f)
  ==>
  begin
    step[f] := ASLEEP;
  end;

  -- dax_disassociate_entry(entry, mapping, true); xas_store(&xas, NULL);
  rule "delete_mapping_entry"
    step[f] = DELETE & may_run(f)
  ==>
  begin
    for i: Part do disassociate(folio[target[f]][i]); end;
    kind[f] := NONE;
    undefine target[f];
    zapped[f] := false;
    undefine owns[f];
    leave(f);
  end;

  -- The zapped entry was outside of what is truncated.
  rule "entry stays"
    step[f] = DELETE & may_run(f)
  ==>
  begin
    leave(f);
  end;
end;

-- get_user_pages_fast(), at most one at a time --------------------------------------------------

ruleset b: Block; i: Part do
  -- folio = try_get_folio(page, refs): a count of 0 is refused
  rule "gup: ref + 1 unless 0"
    folio[b][i].ref > 0 & (exists f: File do pte_of(f, b) end) & !unmapped & others_may_run()
    & (CONTRACT = 3 -> life = LIVE)
    & forall c: Block do forall j: Part do !folio[c][j].gup end end
  ==>
  begin
    folio[b][i].ref := folio[b][i].ref + 1;
    folio[b][i].gup := true;
  end;

  rule "gup: put"
    folio[b][i].gup & !unmapped & others_may_run()
  ==>
  begin
    folio[b][i].gup := false;
    put_folio(b, i);
  end;
end;

-- memunmap_pages(pgmap) -------------------------------------------------------------------------

rule "percpu_ref_kill"
  life = LIVE & others_may_run() & (CONTRACT >= 2 -> no_fault())
  & (CONTRACT = 3 -> all_idle() & forall b: Block do forall i: Part do !folio[b][i].gup end end
                     & forall f: File do isundefined(pte[f]) end)
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
  completed & !unmapped & others_may_run() & (CONTRACT >= 1 -> no_fault())
==>
begin
  unmapped := true;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- One pin for each page in use, whenever no call is in flight.
invariant "P1 pin exactness"
  VERSION != 4 & all_idle() -> pins = live_folios();

-- After unmap nobody is in a call or has a page.
invariant "P2 no use after unmap"
  unmapped ->
    (forall f: File do !faulting(f) & isundefined(pte[f]) end)
    & forall b: Block do forall i: Part do !folio[b][i].gup end end;

-- Nothing is put that nobody took: no reference to a page,
invariant "P3 folio count not negative"
  forall b: Block do forall i: Part do folio[b][i].ref >= 0 end end;

-- and no pin.
invariant "P4 pgmap count not negative"
  pins >= 0;

-- A fault is refused only by a page map that is dying.
invariant "P23 failed request handled"
  forall f: File do step[f] = SIGBUS -> life != LIVE end;

-- What is in page tables has a count above idle.
invariant "P25 mapped pages are live"
  forall f: File do forall i: Part do !isundefined(pte[f]) -> folio[pte[f]][i].ref > 0 end end;

-- With nothing in flight, each entry that is not zapped has one reference to each of its folios,
-- and nobody else but get_user_pages() has any.
invariant "P25 references balance"
  all_idle() -> forall b: Block do forall i: Part do
    folio[b][i].ref = owed(b) + (folio[b][i].gup ? 1 : 0)
  end end;

-- A block that belongs to no entry has no trace of its last owner.
invariant "P25 mark"
  all_idle() -> forall b: Block do forall i: Part do
    (forall f: File do !entry_of(f, b) end) ->
      folio[b][i].mark = NO_MARK & folio[b][i].index = 0
  end end;

-- What is idle has no folio->mapping. In V4F the mapping stays until the entry goes.
invariant "P24 no stale mapping"
  VERSION != 4 & all_idle() -> forall b: Block do forall i: Part do
    folio[b][i].ref <= 0 -> folio[b][i].mark = NO_MARK
  end end;

-- Who sleeps until a folio is idle does not oversleep it.
invariant "P31 waiter woken"
  forall f: File do step[f] = ASLEEP -> folio[target[f]][next[f]].ref != 0 end;

-- Whoever requests a folio, and does not share it by CoW, finds its mapping clear.
invariant "no warning about folio->mapping"
  !warned;

-- From every reachable state the page map can still come to be unmapped.
liveness "P10 teardown liveness"
  unmapped;
