-- One word for the head link and the page map: "mm: Allow compound zone device pages", Alistair
-- Popple, 7 January 2025 (version V4 of specs/README.md), and what v6.15 makes of it for fsdax
-- (V4F): dax_folio_init() builds a folio of several pages when an entry is inserted, and
-- dax_folio_put() takes it apart when the entry goes.
--
--     page->compound_head     bit 0 set:    a tail; the rest is the address of the head
--     folio->pgmap            bit 0 clear:  a head, or a page of its own: the page map
--
--     page_pgmap(p) = page_folio(p)->pgmap:  (1) read the word of p   (2) read the word of the head
--
--     prep_compound_page(h, order)                dax_folio_put(), once nobody uses the folio
--     SetPageHead(h)                              folio_reset_order()
--     each tail t:  word(t) = h | 1               each page p:  pgmap = page_pgmap(h)
--     order, stored in the flags of page h + 1                  ClearPageHead(p)
--                                                               word(p) = 0     // the head's too
--                                                               word(p) = pgmap
--
-- Is page_pgmap() right for every page in every state? For whoever holds a reference on the folio
-- of the page, yes (CONTRACT = 1): P18 holds at full interleaving, because folios are only built
-- and taken apart at a count of 0 (P20). For whoever just has a page (CONTRACT = 0), no, in two
-- ways. While page h is processed its word is 0, and every tail resolves to NULL. And between the
-- two reads the page that (1) took for a head may have become a tail, whose word is a head link;
-- page_pgmap() resolves one level, and returns that link as a page map. With DIRECT_STORE = 1, one
-- store from link to page map, the NULL is gone and the wild pointer stays. Indivisible
-- (INTERLEAVED = 0) page_pgmap() is right for everybody.
--
-- The free path is no holder. When the last reference goes, the file system may see a count of 0,
-- and delete the entry, before free_zone_device_folio() has read folio->pgmap (P8): of a large
-- folio it may find the word at 0 while dax_folio_put() is at the head, and dereference NULL; or a
-- head link, when the page is a tail already. This is read off the source, not off a report: the
-- put has to stop between two instructions for as long as the truncation takes. With
-- FREE_FIRST = 1, as if the wait were for the end of the free path, P8 holds.
--
-- A reference that is taken speculatively is on the right folio if the head is looked up again
-- once it is held (RECHECK, as in gup_fast).
--
-- Left out: the page map's own reference count, mapping, index and share (fsdax has them).
-- The fs holds the entry lock, so one folio is built or taken apart at a time.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: configuration "indivisible: no contract" INTERLEAVED=0, CONTRACT=0
-- pinproof: configuration "indivisible: reference held" INTERLEAVED=0, CONTRACT=1
-- pinproof: configuration "interleaved: no contract" INTERLEAVED=1, CONTRACT=0
-- pinproof: configuration "interleaved: reference held" INTERLEAVED=1, CONTRACT=1
-- pinproof: configuration "no contract, direct store" CONTRACT=0, DIRECT_STORE=1
-- pinproof: configuration "free path first" FREE_FIRST=1
-- pinproof: configuration "head not looked up again" RECHECK=0
-- pinproof: configuration "pages not zeroed" ZERO=0
-- pinproof: configuration "order not reset" RESET_ORDER=0
-- pinproof: configuration "idle not awaited" WAIT_IDLE=0
-- pinproof: expect "P8 hands off" when INTERLEAVED=1 violated
-- pinproof: expect "P8 hands off" when FREE_FIRST=1 holds
-- pinproof: expect "P8 the free path finds the page map" when INTERLEAVED=1 violated
-- pinproof: expect "P8 the free path finds the page map" when FREE_FIRST=1 holds
-- pinproof: expect "P18 page_pgmap() is not NULL" when INTERLEAVED=1, CONTRACT=0, DIRECT_STORE=0 violated
-- pinproof: expect "P18 page_pgmap() is no head link" when INTERLEAVED=1, CONTRACT=0 violated
-- pinproof: expect "P18 page_pgmap() is not NULL" when RECHECK=0 violated
-- pinproof: expect "P18 page_pgmap() is no head link" when RECHECK=0 violated
-- pinproof: expect "P19 resolve" when RECHECK=0 violated
-- pinproof: expect "P18 tag" when ZERO=0 violated
-- pinproof: expect "P18 page_pgmap() is not NULL" when ZERO=0 violated
-- pinproof: expect "P18 page_pgmap() is no head link" when ZERO=0 violated
-- pinproof: expect "P19 resolve" when ZERO=0 violated
-- pinproof: expect "P19 a tail resolves to its head" when ZERO=0 violated
-- pinproof: expect "P19 a free page is its own folio" when ZERO=0 violated
-- pinproof: expect "P17 order" when WAIT_IDLE=0 violated
-- pinproof: expect "P18 page_pgmap() is not NULL" when WAIT_IDLE=0 violated
-- pinproof: expect "P18 page_pgmap() is no head link" when WAIT_IDLE=0 violated
-- pinproof: expect "P19 resolve" when WAIT_IDLE=0 violated
-- pinproof: expect "P20 restructure exclusivity" when WAIT_IDLE=0 violated
-- pinproof: expect "P17 flags of a free page are clean" when RESET_ORDER=0 violated

const
  PAGES:       4;
  MAX_ORDER:   2;
  TASKS:       1;
  INTERLEAVED: 1;  -- 0: building, taking apart and reading are indivisible   1: accesses interleave
  CONTRACT:    1;  -- 0: anybody calls page_pgmap() on any page
                   -- 1: whoever calls it holds a reference on the folio of the page

  ZERO:         1; -- mm_zero_struct_page() comes before the first page_folio(page)->pgmap = pgmap
  RESET_ORDER:  1; -- folio_reset_order(), the fix of April 2025
  DIRECT_STORE: 0; -- 1: word(p) = pgmap without word(p) = 0 before it (not as landed)
  WAIT_IDLE:    1; -- a folio is taken apart only when its count is 0
  RECHECK:      1; -- page_folio() again after folio_try_get()
  FREE_FIRST:   0; -- 1: entries wait for free_zone_device_folio() to return (not as landed)

  -- Values of the word besides 0 .. PAGES - 1, which are head links: that page's address | 1.
  PGMAP: PAGES;
  NULL:  PAGES + 1;

type
  Page:  0 .. PAGES - 1;
  Order: 0 .. MAX_ORDER;
  Word:  0 .. PAGES + 1;
  Count: -1 .. TASKS + 1;
  Task:  scalarset(TASKS);

  -- What the owner of the pages does next.
  OwnerStep: enum {
    INIT_PAGES,                                                -- memremap_pages()
    AT_REST,
    SET_HEAD, SET_TAIL, SET_ORDER, INSERT,                     -- dax_folio_init()
    CLEAR_ORDER, READ_HEAD, CLEAR_HEAD, CLEAR_WORD, SET_WORD   -- dax_folio_put()
  };

  Step: enum {
    IDLE,
    READ_PGMAP,                                                -- page_pgmap()
    TRY_GET, CHECK_HEAD,                                       -- folio_try_get() and after
    FREE_READ                                                  -- free_zone_device_folio()
  };

var
  -- struct page
  word:  array[Page] of Word;            -- compound_head or pgmap
  head:  array[Page] of boolean;         -- PG_head
  byte:  array[Page] of Order;           -- in flags: the order of the folio one page before
  count: array[Page] of Count;           -- _refcount

  -- the owner
  folio:  array[Page] of Page;           -- ghost: head of the folio of the page, undefined: free
  mapped: array[Page] of boolean;        -- page tables have a reference on the folio here
  ostep:  OwnerStep;
  ohead:  Page;                          -- the folio being built or taken apart
  oorder: Order;
  oi:     Page;                          -- the page of it that comes next
  opgmap: Word;                          -- the page map as read from the head

  -- those who look at pages
  step:  array[Task] of Step;
  page:  array[Task] of Page;            -- the page of the call, or that a reference was taken for
  found: array[Task] of Page;            -- its head, as read
  held:  array[Task] of Page;            -- the folio this task has a reference on, undefined: none

--------------------------------------------------------------------------------------------------

function size(order: Order): 1 .. PAGES;
begin
  return 1 << order;
end;

function in_block(p: Page; h: Page; order: Order): boolean;
begin
  return h <= p & p < h + size(order);
end;

-- page_folio(p), in one step: the address in the word without bit 0, or the page itself.
function page_folio(p: Page): Page;
begin
  return (word[p] < PAGES ? word[p] : p);
end;

-- folio_order(): of a page with PG_head, from the flags of the next page.
function folio_order(h: Page): Order;
begin
  return (head[h] & h < PAGES - 1 ? byte[h + 1] : 0);
end;

function all_idle(): boolean;
begin
  return ostep = AT_REST & forall t: Task do step[t] = IDLE end;
end;

function may_run(t: Task): boolean;
begin
  return INTERLEAVED = 1 | step[t] != IDLE | all_idle();
end;

function owner_may_run(): boolean;
begin
  return INTERLEAVED = 1 | ostep != AT_REST | all_idle();
end;

function restructuring(): boolean;
begin
  return ostep != AT_REST & ostep != INIT_PAGES & ostep != INSERT;
end;

--------------------------------------------------------------------------------------------------

-- What an earlier use of the memory left behind: a compound page over all of it.
startstate "struct pages were just added"
begin
  for p: Page do
    word[p] := (p = 0 ? NULL : 0);
    head[p] := false;
    byte[p] := 0;
    count[p] := 0;
    undefine folio[p];
    mapped[p] := false;
  end;
  for t: Task do
    step[t] := IDLE;
    undefine page[t];
    undefine found[t];
    undefine held[t];
  end;
  ostep := INIT_PAGES;
  undefine oi;
  undefine ohead;
  undefine oorder;
  undefine opgmap;
end;

-- memremap_pages() -> __init_zone_device_page(): mm_zero_struct_page(page); then
-- page_folio(page)->pgmap = pgmap, which reads the word to find out where to write. One step:
-- nobody sees the pages before memremap_pages() returns.

rule "memremap_pages"
  ostep = INIT_PAGES
==>
begin
  for p: Page do
    if ZERO = 1 then word[p] := NULL; end;
    word[page_folio(p)] := PGMAP;
  end;
  ostep := AT_REST;
end;

-- dax_insert_entry() -> dax_folio_init(): prep_compound_page(&folio->page, order) ---------------

ruleset h: Page; order: Order do
  rule "insert entry"
    ostep = AT_REST & h % size(order) = 0 & h + size(order) <= PAGES & owner_may_run()
    & forall p: Page do in_block(p, h, order) -> isundefined(folio[p]) end
  ==>
  begin
    for p: Page do if in_block(p, h, order) then folio[p] := h; end; end;
    ohead := h;
    oorder := order;
    oi := h;
    ostep := (order > 0 ? SET_HEAD : INSERT);
  end;
end;

-- __SetPageHead(page);
rule "SetPageHead"
  ostep = SET_HEAD
==>
begin
  head[ohead] := true;
  oi := ohead + 1;
  ostep := SET_TAIL;
end;

-- prep_compound_tail(page, i): set_compound_head(p, head);
rule "set_compound_head"
  ostep = SET_TAIL
==>
begin
  word[oi] := ohead;
  if oi < ohead + size(oorder) - 1 then oi := oi + 1; else ostep := SET_ORDER; end;
end;

-- prep_compound_head(page, order): folio_set_order(folio, order);
rule "folio_set_order"
  ostep = SET_ORDER
==>
begin
  byte[ohead + 1] := oorder;
  ostep := INSERT;
end;

-- folio_ref_inc(folio);   dax_fault_iter(), before the folio is inserted into the page tables
rule "folio_ref_inc"
  ostep = INSERT
==>
begin
  count[ohead] := count[ohead] + 1;
  mapped[ohead] := true;
  undefine ohead;
  undefine oorder;
  undefine oi;
  ostep := AT_REST;
end;

-- zap, then dax_disassociate_entry() -> dax_folio_put() -----------------------------------------

ruleset h: Page do
  -- The file system's own unmapping: its free path is over before it goes on to the entry. The last
  -- put of anybody else, of a munmap() too, is the folio_put() of a task further down.
  rule "zap: folio_put"
    mapped[h] & ostep = AT_REST & owner_may_run()
  ==>
  begin
    mapped[h] := false;
    count[h] := count[h] - 1;
  end;

  -- dax_break_layout() has waited for the folio to be idle.
  rule "delete entry"
    ostep = AT_REST & !isundefined(folio[h]) & !mapped[h] & (WAIT_IDLE = 0 | count[h] = 0)
    & (FREE_FIRST = 1 -> forall t: Task do step[t] != FREE_READ end) & owner_may_run()
  ==>
  begin
    if folio[h] = h then
      if folio_order(h) = 0 then
        undefine folio[h];
      else
        ohead := h;
        oorder := folio_order(h);
        oi := h;
        ostep := (RESET_ORDER = 1 ? CLEAR_ORDER : READ_HEAD);
      end;
    end;
  end;
end;

-- folio_reset_order(folio): folio->_flags_1 &= ~0xffUL;
rule "folio_reset_order"
  ostep = CLEAR_ORDER
==>
begin
  byte[ohead + 1] := 0;
  ostep := READ_HEAD;
end;

-- struct dev_pagemap *pgmap = page_pgmap(&folio->page);
rule "pgmap = page_pgmap(head)"
  ostep = READ_HEAD
==>
begin
  opgmap := word[ohead];
  ostep := CLEAR_HEAD;
end;

-- ClearPageHead(page);
rule "ClearPageHead"
  ostep = CLEAR_HEAD
==>
begin
  head[oi] := false;
  ostep := (DIRECT_STORE = 1 ? SET_WORD : CLEAR_WORD);
end;

-- clear_compound_head(page);
rule "clear_compound_head"
  ostep = CLEAR_WORD
==>
begin
  word[oi] := NULL;
  ostep := SET_WORD;
end;

-- new_folio->pgmap = pgmap;
rule "new_folio->pgmap = pgmap"
  ostep = SET_WORD
==>
begin
  word[oi] := opgmap;
  undefine opgmap;
  if oi < ohead + size(oorder) - 1 then
    oi := oi + 1;
    ostep := READ_HEAD;
  else
    for p: Page do if in_block(p, ohead, oorder) then undefine folio[p]; end; end;
    undefine ohead;
    undefine oorder;
    undefine oi;
    ostep := AT_REST;
  end;
end;

-- Those who look at pages -----------------------------------------------------------------------

-- The end of a call. The page that a reference was taken for is kept.
procedure leave(t: Task);
begin
  step[t] := IDLE;
  undefine found[t];
  if isundefined(held[t]) then undefine page[t]; end;
end;

-- The end of a reference: the last one runs the free path.
procedure put_folio(t: Task; h: Page);
begin
  count[h] := count[h] - 1;
  undefine held[t];
  if count[h] = 0 then
    found[t] := h;
    step[t] := FREE_READ;
  else
    leave(t);
  end;
end;

ruleset t: Task; p: Page do
  -- page_pgmap(p): page_folio(p)
  rule "page_pgmap: read word of page"
    CONTRACT = 0 & step[t] = IDLE & isundefined(held[t]) & ostep != INIT_PAGES & may_run(t)
  ==>
  begin
    page[t] := p;
    found[t] := page_folio(p);
    step[t] := READ_PGMAP;
  end;

  -- folio = page_folio(page);
  rule "page_folio"
    step[t] = IDLE & isundefined(held[t]) & ostep != INIT_PAGES & may_run(t)
  ==>
  begin
    page[t] := p;
    found[t] := page_folio(p);
    step[t] := TRY_GET;
  end;
end;

ruleset t: Task do
  -- page_pgmap(p), by somebody with a reference
  rule "page_pgmap: read word of held page"
    step[t] = IDLE & !isundefined(held[t]) & may_run(t)
  ==>
  begin
    found[t] := page_folio(page[t]);
    step[t] := READ_PGMAP;
  end;

  -- folio->pgmap
  rule "page_pgmap: read word of head"
    step[t] = READ_PGMAP & may_run(t)
  ==>
  begin
    leave(t);
  end;

  -- if (!folio_try_get(folio)) return NULL;
  rule "folio_try_get"
    step[t] = TRY_GET & may_run(t)
  ==>
  begin
    if count[found[t]] > 0 then
      count[found[t]] := count[found[t]] + 1;
      if RECHECK = 1 then
        step[t] := CHECK_HEAD;
      else
        held[t] := found[t];
        leave(t);
      end;
    else
      leave(t);
    end;
  end;

  -- if (page_folio(page) != folio) { folio_put(folio); return NULL; }
  rule "page_folio again"
    step[t] = CHECK_HEAD & may_run(t)
  ==>
  begin
    if page_folio(page[t]) = found[t] then
      held[t] := found[t];
      leave(t);
    else
      put_folio(t, found[t]);
    end;
  end;

  -- if (folio_put_testzero(folio)) __folio_put(folio);
  rule "folio_put"
    step[t] = IDLE & !isundefined(held[t]) & may_run(t)
  ==>
  begin
    put_folio(t, held[t]);
  end;

  -- free_zone_device_folio(): struct dev_pagemap *pgmap = folio->pgmap;
  -- For fsdax the rest is a wake-up, which only uses the address of the page.
  rule "free path: read folio->pgmap"
    step[t] = FREE_READ & may_run(t)
  ==>
  begin
    leave(t);
  end;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- No reference to a folio is put that nobody took.
invariant "P3 folio count not negative"
  forall p: Page do count[p] >= 0 end;

-- The order read from a folio in use is the order it was built with, and it is aligned.
invariant "P17 order"
  forall h: Page do
    count[h] > 0 -> forall p: Page do
      in_block(p, h, folio_order(h)) = (!isundefined(folio[p]) & folio[p] = h)
    end
  end;

-- The low byte of flags has other bits in it for a page of its own, PG_locked among them.
invariant "P17 flags of a free page are clean"
  ostep = AT_REST -> forall p: Page do isundefined(folio[p]) -> byte[p] = 0 & !head[p] end;

-- A folio whose count is 0 is what the file system waits for: nobody touches it any more.
invariant "P8 hands off"
  forall t: Task do
    step[t] = FREE_READ -> !isundefined(folio[found[t]]) & folio[found[t]] = found[t]
                           & !(restructuring() & ohead = found[t])
  end;

-- Redundant: the word changes where a folio is taken apart (P8 hands off) or is wrong for everybody
-- (P18 tag). This says what the free path reads.
invariant "P8 the free path finds the page map"
  forall t: Task do step[t] = FREE_READ -> word[found[t]] = PGMAP end;

-- With no folio being built or taken apart, page_pgmap() is right for heads, tails and free pages.
invariant "P18 tag"
  ostep = AT_REST -> forall p: Page do word[page_folio(p)] = PGMAP end;

-- And at any time: whoever is about to read the page map finds one.
invariant "P18 page_pgmap() is not NULL"
  forall t: Task do step[t] = READ_PGMAP -> word[found[t]] != NULL end;

invariant "P18 page_pgmap() is no head link"
  forall t: Task do step[t] = READ_PGMAP -> word[found[t]] >= PAGES end;

-- A reference is on the folio of the page it was taken for, and stays there.
invariant "P19 resolve"
  forall t: Task do
    !isundefined(held[t]) ->
      page_folio(page[t]) = held[t]
      & !isundefined(folio[page[t]]) & folio[page[t]] = held[t]
  end;

-- So does every page of it, when none is being built or taken apart.
invariant "P19 a tail resolves to its head"
  ostep = AT_REST -> forall p: Page do !isundefined(folio[p]) -> page_folio(p) = folio[p] end;

-- Redundant: a reference taken through such a page is on the wrong folio (P19 resolve). This names
-- the cause.
invariant "P19 a free page is its own folio"
  ostep = AT_REST -> forall p: Page do isundefined(folio[p]) -> page_folio(p) = p end;

-- Heads and tails change only where nobody has a reference. Redundant: P17 order or P19 resolve
-- fail in consequence. This names the cause.
invariant "P20 restructure exclusivity"
  restructuring() -> forall p: Page do in_block(p, ohead, oorder) -> count[p] = 0 end;
