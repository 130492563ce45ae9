-- A yardstick for explorers: requesting a folio with the page map pinned first, cut down to two
-- counters, without percpu modes, RCU or contracts.
--
-- FOLIOS=4 TASKS=3 has exactly 5,750,909 states and 26,045,141 rule firings, with symmetry
-- reduction and deadlock detection off. Three unrelated explorers agree on both numbers. With
-- symmetry reduction 47,633 states represent them, from which rules fire 221,082 times.
--
-- A task takes a pin of the page map, raises the count of the folio, and gives the pin back when
-- the folio was live already and has a pin of its own. The last put of a folio drops that pin.

-- pinproof: columns Task
-- pinproof: deadlock off

const
  FOLIOS: 4;
  TASKS:  3;

type
  Folio:  scalarset(FOLIOS);
  Task:   scalarset(TASKS);
  Count:  0 .. TASKS;
  Pins:   0 .. FOLIOS + TASKS + 1;
  Access: enum { NONE, TRYGET, INC_RETURN, DROP_SPARE_PIN, DROP_FOLIO_PIN };

var
  ref:   array[Folio] of Count;                     -- folio->_refcount
  pins:  Pins;                                      -- pgmap->ref, with its initial reference
  dying: boolean;
  freed: boolean;                                   -- the page map is gone
  next:  array[Task] of Access;
  folio: array[Task] of Folio;                      -- of the call, undefined outside
  holds: array[Task] of array[Folio] of boolean;

procedure finish(t: Task);
begin
  next[t] := NONE;
  undefine folio[t];
end;

startstate "the page map is live, every folio idle"
begin
  pins := 1;
  dying := false;
  freed := false;
  for f: Folio do ref[f] := 0; end;
  for t: Task do
    finish(t);
    for f: Folio do holds[t][f] := false; end;
  end;
end;

rule "kill: drop the initial reference"
  !dying
==>
begin
  dying := true;
  pins := pins - 1;
end;

rule "unmap: no reference left"
  dying & pins = 0 & !freed
==>
begin
  freed := true;
end;

ruleset t: Task; f: Folio do
  rule "request"
    next[t] = NONE & !holds[t][f]
  ==>
  begin
    folio[t] := f;
    next[t] := TRYGET;
  end;

  rule "folio_put: dec_and_test"
    next[t] = NONE & holds[t][f]
  ==>
  begin
    holds[t][f] := false;
    ref[f] := ref[f] - 1;
    if ref[f] = 0 then
      folio[t] := f;
      next[t] := DROP_FOLIO_PIN;
    end;
  end;
end;

ruleset t: Task do
  rule "request: tryget_live(pgmap)"
    next[t] = TRYGET
  ==>
  begin
    if dying then
      finish(t);
    else
      pins := pins + 1;
      next[t] := INC_RETURN;
    end;
  end;

  rule "request: inc_return(folio)"
    next[t] = INC_RETURN
  ==>
  begin
    ref[folio[t]] := ref[folio[t]] + 1;
    holds[t][folio[t]] := true;
    if ref[folio[t]] > 1 then next[t] := DROP_SPARE_PIN; else finish(t); end;
  end;

  rule "request: put(pgmap), the folio was pinned already"
    next[t] = DROP_SPARE_PIN
  ==>
  begin
    pins := pins - 1;
    finish(t);
  end;

  rule "folio_put: put(pgmap), the folio is idle"
    next[t] = DROP_FOLIO_PIN
  ==>
  begin
    pins := pins - 1;
    finish(t);
  end;
end;

invariant "no folio is held after the page map is gone"
  freed -> forall t: Task do forall f: Folio do !holds[t][f] end end;
