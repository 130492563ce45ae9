-- Head and tail tags for any number of pages: page_pgmap() of compound/word.m (version V4F of
-- specs/README.md) with three changes that make it right for everybody, none of them as landed, and
-- the lemmas that prove it for any number of pages and tasks.
--
-- A folio is any set of pages with a head here, and its tails are tagged and untagged in any order:
-- folios of 2^order pages, aligned, page after page, are some among these.
--
--     page->compound_head     bit 0 set:    a tail; the rest is the address of the head
--     folio->pgmap            bit 0 clear:  a head, or a page of its own: the page map
--
-- As landed, page_pgmap() is right for whoever holds a reference on the folio of the page, and for
-- nobody else: taking a folio apart stores NULL on the way from head link to page map, and a page
-- that was read as a head may have become a tail before its word is read. The free path is one of
-- those without a reference. Three changes mend it, and each is needed:
--
--     DIRECT_STORE    one store from link to page map, without NULL in between
--     FOLLOW          page_pgmap() follows links until there is none: while (word & 1)
--     FREE_FIRST      an entry is deleted after free_zone_device_folio() has returned, so that
--                     nobody looks at a folio that is taken apart
--
-- The proof goes through as well for those who hold a reference, with FREE_FIRST alone:
-- pinproof prove specs/compound/tags.m -c CONTRACT=1 -c DIRECT_STORE=0 -c FOLLOW=0
--
-- Each rule is one access to shared memory. Left out, with what word.m says of them: the order and
-- where it is stored, PG_head, memremap_pages(), and versions that do not look up the head again.
-- The fs holds the entry lock, so one folio is built or taken apart at a time.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: for-all PAGES, TASKS
-- pinproof: configuration "as landed: no contract" CONTRACT=0, DIRECT_STORE=0, FOLLOW=0, FREE_FIRST=0
-- pinproof: configuration "as landed: reference held" CONTRACT=1, DIRECT_STORE=0, FOLLOW=0, FREE_FIRST=0
-- pinproof: configuration "reference held, free path first" CONTRACT=1, DIRECT_STORE=0, FOLLOW=0
-- pinproof: configuration "with NULL in between" DIRECT_STORE=0
-- pinproof: configuration "one link is followed" FOLLOW=0
-- pinproof: configuration "free path not awaited" FREE_FIRST=0
-- pinproof: expect "P18 page_pgmap() is right" when CONTRACT=0, DIRECT_STORE=0 violated
-- pinproof: expect "P18 page_pgmap() is right" when CONTRACT=0, FOLLOW=0 violated
-- pinproof: expect "P8 hands off" when FREE_FIRST=0 violated
-- pinproof: expect "P8 the free path finds the page map" when FREE_FIRST=0 violated

const
  PAGES:        3;
  TASKS:        1;
  CONTRACT:     0;  -- 0: anybody calls page_pgmap() on any page
                    -- 1: whoever calls it holds a reference on the folio of the page
  DIRECT_STORE: 1;  -- 1: word(p) = pgmap   0: word(p) = 0 before it, as landed
  FOLLOW:       1;  -- 1: page_pgmap() follows every link   0: one link, as landed
  FREE_FIRST:   1;  -- 1: entries wait for free_zone_device_folio() to return   0: as landed

type
  Page:  scalarset(PAGES);
  Task:  scalarset(TASKS);
  Count: 0 .. TASKS + 1;

  Word:  enum { PGMAP, NULL, LINK };     -- what the word of a page says

  -- What the owner of the pages does next.
  OwnerStep: enum {
    AT_REST,
    BUILD,                                                     -- dax_folio_init()
    READ_HEAD, CLEAR_WORD, SET_WORD                            -- dax_folio_put()
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
  link:  array[Page] of Page;            -- the address in it, undefined: no link
  count: array[Page] of Count;           -- _refcount

  -- the owner
  folio:  array[Page] of Page;           -- ghost: head of the folio of the page, undefined: free
  mapped: array[Page] of boolean;        -- page tables have a reference on the folio here
  ostep:  OwnerStep;
  ohead:  Page;                          -- the folio being built or taken apart
  headless: boolean;                     -- the head has been taken apart, which comes first
  opage:  Page;                          -- the page of it whose word changes
  opgmap: Word;                          -- the page map as read from the head

  -- those who look at pages
  step:  array[Task] of Step;
  page:  array[Task] of Page;            -- the page of the call, or that a reference was taken for
  found: array[Task] of Page;            -- its head, as read
  held:  array[Task] of Page;            -- the folio this task has a reference on, undefined: none

--------------------------------------------------------------------------------------------------

-- page_folio(p), in one step: the address in the word without bit 0, or the page itself.
function page_folio(p: Page): Page;
begin
  if word[p] = LINK then return link[p]; end;
  return p;
end;

-- The page belongs to this folio.
function is_in(p: Page; h: Page): boolean;
begin
  return !isundefined(folio[p]) & folio[p] = h;
end;

-- The folio of this head is taken apart.
function in_work(h: Page): boolean;
begin
  return ostep != AT_REST & ohead = h;
end;

startstate "memremap_pages: every page is free"
begin
  for p: Page do
    word[p] := PGMAP;
    undefine link[p];
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
  ostep := AT_REST;
  headless := false;
  undefine ohead;
  undefine opage;
  undefine opgmap;
end;

-- dax_insert_entry() -> dax_folio_init() --------------------------------------------------------

ruleset p: Page do
  rule "insert entry"
    ostep = AT_REST & isundefined(folio[p])
  ==>
  begin
    folio[p] := p;
    ohead := p;
    ostep := BUILD;
  end;

  -- prep_compound_tail(page, i): set_compound_head(p, head);
  rule "set_compound_head"
    ostep = BUILD & isundefined(folio[p])
  ==>
  begin
    folio[p] := ohead;
    word[p] := LINK;
    link[p] := ohead;
  end;
end;

-- folio_ref_inc(folio);   dax_fault_iter(), before the folio is inserted into the page tables
rule "folio_ref_inc"
  ostep = BUILD
==>
begin
  count[ohead] := count[ohead] + 1;
  mapped[ohead] := true;
  undefine ohead;
  ostep := AT_REST;
end;

-- zap, then dax_disassociate_entry() -> dax_folio_put() -----------------------------------------

ruleset p: Page do
  rule "zap: folio_put"
    mapped[p] & ostep = AT_REST
  ==>
  begin
    mapped[p] := false;
    count[p] := count[p] - 1;
  end;

  -- dax_break_layout() has waited for the folio to be idle.
  rule "delete entry"
    ostep = AT_REST & is_in(p, p) & !mapped[p] & count[p] = 0
    & (FREE_FIRST = 1 -> forall t: Task do step[t] != FREE_READ end)
  ==>
  begin
    ohead := p;
    headless := false;
    ostep := READ_HEAD;
  end;

  -- struct dev_pagemap *pgmap = page_pgmap(&folio->page);   for each page, the head first
  rule "pgmap = page_pgmap(head)"
    ostep = READ_HEAD & is_in(p, ohead) & (p = ohead) = !headless
  ==>
  begin
    opgmap := word[ohead];
    opage := p;
    ostep := (DIRECT_STORE = 1 ? SET_WORD : CLEAR_WORD);
  end;
end;

-- clear_compound_head(page);
rule "clear_compound_head"
  ostep = CLEAR_WORD
==>
begin
  word[opage] := NULL;
  undefine link[opage];
  ostep := SET_WORD;
end;

-- new_folio->pgmap = pgmap;
rule "new_folio->pgmap = pgmap"
  ostep = SET_WORD
==>
begin
  word[opage] := opgmap;
  undefine link[opage];
  if opage = ohead then headless := true; else undefine folio[opage]; end;
  undefine opage;
  undefine opgmap;
  ostep := READ_HEAD;
end;

rule "taken apart"
  ostep = READ_HEAD & headless & forall p: Page do is_in(p, ohead) -> p = ohead end
==>
begin
  undefine folio[ohead];
  undefine ohead;
  headless := false;
  ostep := AT_REST;
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
    CONTRACT = 0 & step[t] = IDLE & isundefined(held[t])
  ==>
  begin
    page[t] := p;
    found[t] := page_folio(p);
    step[t] := READ_PGMAP;
  end;

  -- folio = page_folio(page);
  rule "page_folio"
    step[t] = IDLE & isundefined(held[t])
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
    step[t] = IDLE & !isundefined(held[t])
  ==>
  begin
    found[t] := page_folio(page[t]);
    step[t] := READ_PGMAP;
  end;

  -- folio->pgmap; what is read has to be the page map: P18
  rule "page_pgmap: read word of head"
    step[t] = READ_PGMAP
  ==>
  begin
    if FOLLOW = 1 & word[found[t]] = LINK then
      found[t] := link[found[t]];
    else
      assert "P18 page_pgmap() is right" word[found[t]] = PGMAP;
      leave(t);
    end;
  end;

  -- if (!folio_try_get(folio)) return NULL;
  rule "folio_try_get"
    step[t] = TRY_GET
  ==>
  begin
    if count[found[t]] > 0 then
      count[found[t]] := count[found[t]] + 1;
      step[t] := CHECK_HEAD;
    else
      leave(t);
    end;
  end;

  -- if (page_folio(page) != folio) { folio_put(folio); return NULL; }
  rule "page_folio again"
    step[t] = CHECK_HEAD
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
    step[t] = IDLE & !isundefined(held[t])
  ==>
  begin
    put_folio(t, held[t]);
  end;

  -- free_zone_device_folio(): struct dev_pagemap *pgmap = folio->pgmap;
  rule "free path: read folio->pgmap"
    step[t] = FREE_READ
  ==>
  begin
    leave(t);
  end;
end;

--------------------------------------------------------------------------------------------------
-- Claims

-- A folio whose count is 0 is what the file system waits for: nobody touches it any more.
invariant "P8 hands off"
  forall t: Task do step[t] = FREE_READ -> is_in(found[t], found[t]) & !in_work(found[t]) end;

-- And the word that the free path reads is the page map.
invariant "P8 the free path finds the page map"
  forall t: Task do step[t] = FREE_READ -> word[found[t]] = PGMAP end;

-- With no folio being built or taken apart, page_pgmap() is right for heads, tails and free pages.
invariant "P18 tag"
  ostep = AT_REST -> forall p: Page do word[page_folio(p)] = PGMAP end;

-- A reference is on the folio of the page it was taken for, and stays there.
invariant "P19 resolve"
  forall t: Task do
    !isundefined(held[t]) -> page_folio(page[t]) = held[t] & is_in(page[t], held[t])
  end;

-- Heads and tails change only where nobody has a reference.
invariant "P20 restructure exclusivity"
  forall p: Page do in_work(p) -> count[p] = 0 end;

--------------------------------------------------------------------------------------------------
-- Lemmas: what makes the claims inductive

-- The references of tasks to a folio.
function references(h: Page): Count;
var n: Count;
begin
  n := 0;
  for t: Task do
    if step[t] = CHECK_HEAD & !isundefined(found[t]) & found[t] = h
       | !isundefined(held[t]) & held[t] = h
    then
      n := n + 1;
    end;
  end;
  return n;
end;

-- Which of the variables that may be undefined have a value.
invariant "lemma: the owner knows what it works at"
  isundefined(ohead) = (ostep = AT_REST)
  & isundefined(opage) = (ostep != CLEAR_WORD & ostep != SET_WORD)
  & isundefined(opgmap) = isundefined(opage)
  & (DIRECT_STORE = 1 -> ostep != CLEAR_WORD)
  & (ostep = AT_REST | ostep = BUILD -> !headless)
  & forall p: Page do isundefined(link[p]) = (word[p] != LINK) end;

invariant "lemma: a task knows what it works at"
  forall t: Task do
    isundefined(found[t]) = (step[t] = IDLE)
    & (!isundefined(held[t]) | step[t] = CHECK_HEAD | step[t] = TRY_GET | step[t] = READ_PGMAP
         -> !isundefined(page[t]))
    & (!isundefined(held[t]) -> step[t] = IDLE | step[t] = READ_PGMAP)
    & (step[t] = READ_PGMAP & isundefined(held[t]) -> CONTRACT = 0)
  end;

-- Counts are the only thing that keeps the owner away from a folio in use.
invariant "lemma: every reference is counted"
  forall h: Page do count[h] = references(h) + (mapped[h] ? 1 : 0) end;

invariant "lemma: references are to heads at rest"
  forall h: Page do count[h] > 0 -> is_in(h, h) & !in_work(h) end;

-- What a free page looks like, which is what building begins with and taking apart ends with.
invariant "lemma: a free page has the page map"
  forall p: Page do isundefined(folio[p]) -> word[p] = PGMAP end;

invariant "lemma: the head of a folio is one of its pages"
  forall p: Page do !isundefined(folio[p]) -> is_in(folio[p], folio[p]) end;

invariant "lemma: the owner works at a folio and a page of it"
  (ostep != AT_REST -> is_in(ohead, ohead))
  & (!isundefined(opage) -> is_in(opage, ohead) & (opage = ohead) = !headless & opgmap = PGMAP
       & (ostep = SET_WORD & DIRECT_STORE = 0 -> word[opage] = NULL));

-- The tags themselves: a head has the page map and a tail the link, but for the NULL in between.
invariant "lemma: heads and tails are tagged"
  forall p: Page do
    !isundefined(folio[p])
    & !(ostep = SET_WORD & DIRECT_STORE = 0 & !isundefined(opage) & opage = p) ->
      (folio[p] = p -> word[p] = PGMAP)
      & (folio[p] != p -> word[p] = LINK & !isundefined(link[p]) & link[p] = folio[p])
  end;

-- DIRECT_STORE at work: what page_pgmap() finds is the page map, or a link that it follows.
invariant "lemma: no word is NULL"
  DIRECT_STORE = 0 | forall p: Page do word[p] != NULL end;

-- What the counts come to, task by task.
invariant "lemma: the owner keeps away from a folio with a reference"
  forall t: Task do
    !isundefined(held[t]) -> is_in(held[t], held[t]) & !in_work(held[t])
  end;

-- The reference keeps the head where it was found.
invariant "lemma: who has a reference reads the word of its head"
  forall t: Task do
    step[t] = READ_PGMAP & !isundefined(held[t]) -> found[t] = held[t]
  end;
