-- Who may see a device page: hmm_vma_handle_pte() (mm/hmm.c) and migrate_vma_collect_pmd()
-- (mm/migrate_device.c) walk page tables and compare page_pgmap(page)->owner with the owner that
-- their caller, a driver, named.
--
--     hmm_vma_handle_pte(), one entry            migrate_vma_collect_pmd(), one entry
--       device-private: owner as asked?            device-private: selected, and owner as asked?
--         yes: report the page                       yes: collect it
--         no:  fault it in                         present: page = vm_normal_page(), may be NULL
--                                                    system page: selected?
--                                                    coherent: selected, and owner as asked?
--                                                    collect it: get_page()
--
-- Both look at a page they have no reference to. The page table lock makes that safe, because the
-- entry has one (P2; UNDER_LOCK = 0 gives the lock up after reading the entry).
--
--   * V4 as posted (EARLY_PGMAP = 1) calls page_pgmap() on the result of vm_normal_page() before it
--     asks whether there is a page, and whether it is a device page (P26): through NULL for an
--     entry without a struct page, and otherwise to whatever a page of system memory has in that
--     word. It was changed before it was merged. For a device-private entry the early call does no
--     harm.
--   * Without the comparison (GATE = 0) a driver gets the pages of another one (P27). Coherent
--     pages need it as much as device-private ones (COHERENT_GATE = 0): selection flags alone do
--     not tell devices apart.
--
-- EARLY_PGMAP tells the version: 0 is V0b to V3, and V4F; 1 is V4 as posted. Followed from the
-- patch of V4.
--
-- Left out: migration entries, huge entries, the page lock; an entry without a struct page ends up
-- not collected, a few lines further on; hmm_vma_handle_pte() of present pages, coherent ones too,
-- which it reports to every driver, as any CPU may touch them. A walk is of one entry. What
-- CONTRACT does elsewhere, references do here; 1 keeps an unmap away from walks (C1w).

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "as merged: no contract" EARLY_PGMAP=0, CONTRACT=0
-- pinproof: configuration "as merged: C1w" EARLY_PGMAP=0, CONTRACT=1
-- pinproof: configuration "V4 as posted: no contract" EARLY_PGMAP=1, CONTRACT=0
-- pinproof: configuration "V4 as posted: C1w" EARLY_PGMAP=1, CONTRACT=1
-- pinproof: configuration "as merged, indivisible: no contract" EARLY_PGMAP=0, INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "as merged, indivisible: C1w" EARLY_PGMAP=0, INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "no comparison of owners, C1w" EARLY_PGMAP=0, GATE=0, CONTRACT=1
-- pinproof: configuration "no comparison for coherent pages, C1w" EARLY_PGMAP=0, COHERENT_GATE=0, CONTRACT=1
-- pinproof: configuration "lock given up, no contract" EARLY_PGMAP=0, UNDER_LOCK=0, CONTRACT=0
-- pinproof: configuration "lock given up, C1w" EARLY_PGMAP=0, UNDER_LOCK=0, CONTRACT=1
-- pinproof: expect "P2 no use after unmap" when CONTRACT=0, UNDER_LOCK=0 violated
-- pinproof: expect "P26 type guard" when EARLY_PGMAP=1 violated
-- pinproof: expect "P27 owner gate" when COHERENT_GATE=0 violated
-- pinproof: expect "P2 a reference is of a page that exists" when CONTRACT=0, UNDER_LOCK=0 violated

const
  DEVICES:       2;
  TASKS:         2;
  INTERLEAVED:   1;  -- 0: every call is indivisible   1: others run between any two accesses
  CONTRACT:      0;  -- 0: none   1: C1w, no unmap during a walk
  EARLY_PGMAP:   1;  -- 1: page_pgmap() before the page is looked at
  GATE:          1;  -- 1: owners are compared
  COHERENT_GATE: GATE;
  UNDER_LOCK:    1;  -- 1: the page table is locked from reading the entry to the end

type
  Device: scalarset(DEVICES);
  Task:   scalarset(TASKS);

  -- What the entry points to: nothing, a pfn without struct page, a page.
  Entry: enum { NO_ENTRY, SPECIAL, SYSTEM, PRIVATE, COHERENT };

  Walk: enum { HMM, MIGRATE };

  -- Flags of struct migrate_vma.
  Select: enum { SELECT_SYSTEM, SELECT_PRIVATE, SELECT_COHERENT };

  Step: enum { IDLE, READ_ENTRY, READ_PGMAP, DECIDE };

var
  entry:     Entry;
  device:    Device;                           -- of the page, undefined if it is no device page
  table:     boolean;                          -- the page table lock is taken
  unmapped:  array[Device] of boolean;         -- the page map is gone

  step:      array[Task] of Step;
  walk:      array[Task] of Walk;
  asked:     array[Task] of Device;            -- range->dev_private_owner, migrate->pgmap_owner
  selected:  array[Task] of Select;
  found:     array[Task] of Entry;             -- local: the entry
  at:        array[Task] of Device;            -- local: the device of its page
  got:       array[Task] of Entry;             -- result of the last walk,
  got_of:    array[Task] of Device;            --   and whose page it is
  holds:     array[Task] of boolean;           -- collected: the task has a reference
  busy:      boolean;                          -- a call is in flight, with INTERLEAVED = 0

--------------------------------------------------------------------------------------------------
-- What the claims and the contracts speak about

function is_device(e: Entry): boolean;
begin
  return e = PRIVATE | e = COHERENT;
end;

function all_idle(): boolean;
begin
  return forall t: Task do step[t] = IDLE end;
end;

-- Nobody survives the access to a page map that is gone, or through NULL.
function may_run(t: Task): boolean;
begin
  return (INTERLEAVED = 1 | !busy | step[t] != IDLE)
       & (step[t] = READ_PGMAP ->
            found[t] != SPECIAL & (is_device(found[t]) -> !unmapped[at[t]]));
end;

function others_may_run(): boolean;
begin
  return INTERLEAVED = 1 | !busy;
end;

procedure leave(t: Task);
begin
  if UNDER_LOCK = 1 then table := false; end;
  step[t] := IDLE;
  undefine found[t];
  undefine at[t];
  busy := false;
end;

procedure get_device(t: Task; e: Entry);
begin
  got[t] := e;
  undefine got_of[t];
  if is_device(e) then got_of[t] := at[t]; end;
end;

-- if (page_pgmap(page)->owner ...): whether the page is looked at more closely.
function needs_pgmap(t: Task): boolean;
begin
  if walk[t] = HMM then return found[t] = PRIVATE & GATE = 1; end;
  switch found[t]
    case NO_ENTRY: return false;
    case PRIVATE:  return EARLY_PGMAP = 1 | (selected[t] = SELECT_PRIVATE & GATE = 1);
    case COHERENT: return true;              -- is_device_coherent_page() looks at its type
    else return EARLY_PGMAP = 1;
  end;
end;

--------------------------------------------------------------------------------------------------

startstate "an empty page table"
begin
  entry := NO_ENTRY;
  undefine device;
  table := false;
  busy := false;
  for d: Device do unmapped[d] := false; end;
  for t: Task do
    step[t] := IDLE;
    walk[t] := HMM;
    undefine asked[t];
    selected[t] := SELECT_SYSTEM;
    undefine found[t];
    undefine at[t];
    got[t] := NO_ENTRY;
    undefine got_of[t];
    holds[t] := false;
  end;
end;

-- The walks -------------------------------------------------------------------------------------

ruleset t: Task; d: Device do
  rule "hmm_range_fault: lock page table"
    step[t] = IDLE & !table & !holds[t] & may_run(t)
  ==>
  begin
    walk[t] := HMM;
    asked[t] := d;
    selected[t] := SELECT_SYSTEM;
    get_device(t, NO_ENTRY);
    table := true;
    if INTERLEAVED = 0 then busy := true; end;
    step[t] := READ_ENTRY;
  end;
end;

ruleset t: Task; d: Device; s: Select do
  rule "migrate_vma_setup: lock page table"
    step[t] = IDLE & !table & !holds[t] & may_run(t)
  ==>
  begin
    walk[t] := MIGRATE;
    asked[t] := d;
    selected[t] := s;
    get_device(t, NO_ENTRY);
    table := true;
    if INTERLEAVED = 0 then busy := true; end;
    step[t] := READ_ENTRY;
  end;
end;

ruleset t: Task do
  -- pte = *ptep; page = pfn_swap_entry_to_page(entry), or vm_normal_page(migrate->vma, addr, pte)
  rule "read entry"
    step[t] = READ_ENTRY & may_run(t)
  ==>
  begin
    found[t] := entry;
    undefine at[t];
    if is_device(entry) then at[t] := device; end;
    if UNDER_LOCK = 0 then table := false; end;
    step[t] := needs_pgmap(t) ? READ_PGMAP : DECIDE;
  end;

  -- pgmap = page_pgmap(page); ... pgmap->owner
  rule "page_pgmap(page)->owner"
    step[t] = READ_PGMAP & may_run(t)
  ==>
  begin
    step[t] := DECIDE;
  end;

  rule "hmm: report, or fault in"
    step[t] = DECIDE & walk[t] = HMM & may_run(t)
  ==>
  begin
    if found[t] = PRIVATE then
      if GATE = 0 | at[t] = asked[t] then get_device(t, PRIVATE); end;
    end;
    leave(t);
  end;

  -- goto next; or: get_page(page); mpfn = migrate_pfn(pfn) | MIGRATE_PFN_MIGRATE;
  rule "migrate: collect, or next"
    step[t] = DECIDE & walk[t] = MIGRATE & may_run(t)
  ==>
  var take: boolean;
  begin
    switch found[t]
      case NO_ENTRY, SPECIAL: take := false;
      case SYSTEM:   take := selected[t] = SELECT_SYSTEM;
      case PRIVATE:  take := selected[t] = SELECT_PRIVATE & (GATE = 0 | at[t] = asked[t]);
      case COHERENT:
        take := selected[t] = SELECT_COHERENT & (COHERENT_GATE = 0 | at[t] = asked[t]);
    end;
    if take then
      get_device(t, found[t]);
      holds[t] := true;
    end;
    leave(t);
  end;

  -- migrate_vma_finalize(): put_page(page);
  rule "migrate: put_page"
    step[t] = IDLE & holds[t] & may_run(t)
  ==>
  begin
    holds[t] := false;
    get_device(t, NO_ENTRY);
  end;
end;

-- The owner of the address space ----------------------------------------------------------------

ruleset e: Entry; d: Device do
  rule "map a device page"
    is_device(e) & entry = NO_ENTRY & !table & !unmapped[d] & others_may_run()
  ==>
  begin
    entry := e;
    device := d;
  end;
end;

ruleset e: Entry do
  rule "map another page"
    (e = SYSTEM | e = SPECIAL) & entry = NO_ENTRY & !table & others_may_run()
  ==>
  begin
    entry := e;
  end;
end;

-- The entry's reference is put with it.
rule "zap entry"
  entry != NO_ENTRY & !table & others_may_run()
==>
begin
  entry := NO_ENTRY;
  undefine device;
end;

-- memunmap_pages(), which waits for the references of entries and of what was collected
ruleset d: Device do
  rule "unmap"
    !unmapped[d] & others_may_run() & (CONTRACT = 1 -> all_idle())
    & !(is_device(entry) & device = d)
    & forall t: Task do holds[t] & is_device(got[t]) -> got_of[t] != d end
  ==>
  begin
    unmapped[d] := true;
    -- A result is good for as long as it is valid.
    for t: Task do
      if is_device(got[t]) & got_of[t] = d then get_device(t, NO_ENTRY); end;
    end;
  end;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- A walk touches no page whose page map is gone.
invariant "P2 no use after unmap"
  forall t: Task do step[t] = READ_PGMAP & is_device(found[t]) -> !unmapped[at[t]] end;

-- page_pgmap() is for ZONE_DEVICE pages.
invariant "P26 type guard"
  forall t: Task do step[t] = READ_PGMAP -> is_device(found[t]) end;

-- What a driver is told of, or gets, is its own.
invariant "P27 owner gate"
  forall t: Task do is_device(got[t]) -> got_of[t] = asked[t] end;

-- And it gets only what it selected.
invariant "P27 selected kinds only"
  forall t: Task do
    walk[t] = MIGRATE -> (got[t] = SYSTEM -> selected[t] = SELECT_SYSTEM)
                         & (got[t] = PRIVATE -> selected[t] = SELECT_PRIVATE)
                         & (got[t] = COHERENT -> selected[t] = SELECT_COHERENT)
  end;

-- A device page of nobody's asking stays where it is: a reference is of a page in the table, or of
-- one that was zapped after it was collected.
invariant "P2 a reference is of a page that exists"
  forall t: Task do holds[t] & is_device(got[t]) -> !unmapped[got_of[t]] end;
