-- Mutual exclusion among many processes: the filter lock, Gary Peterson's algorithm for any number
-- of processes (1981). A process passes PROCESSES - 1 levels; of those who reach a level the last
-- one to arrive waits there until nobody else is as high, or another arrives.
--
-- SCAN=1 reads the levels of the others one at a time, as the algorithm is written; SCAN=0 takes
-- one indivisible look at all of them.
--
-- PROCESSES=3 is for checking; PROCESSES=4 SCAN=1 and PROCESSES=6 SCAN=0 are for measuring.

-- pinproof: columns Process
-- pinproof: deadlock off

const
  PROCESSES: 3;
  SCAN:      1;

type
  -- Scanned in order, so no scalarset.
  Process: 0 .. PROCESSES - 1;
  Level:   0 .. PROCESSES - 1;               -- 0 is outside
  Scan:    0 .. PROCESSES;
  Step:    enum { OUTSIDE, RAISE, YIELD, LOOK, INSIDE };

var
  step:  array[Process] of Step;
  aim:   array[Process] of Level;            -- the level to pass next, local
  scan:  array[Process] of Scan;             -- the process to look at next, local
  level: array[Process] of Level;            -- shared
  last:  array[Level] of Process;            -- shared: who arrived last

procedure pass(p: Process);
begin
  scan[p] := 0;
  if aim[p] = PROCESSES - 1 then
    step[p] := INSIDE;
  else
    aim[p] := aim[p] + 1;
    step[p] := RAISE;
  end;
end;

startstate "everybody is outside"
begin
  for p: Process do
    step[p] := OUTSIDE;
    aim[p] := 0;
    scan[p] := 0;
    level[p] := 0;
  end;
  for l: Level do last[l] := 0; end;
end;

ruleset p: Process do
  rule "want to enter"
    step[p] = OUTSIDE
  ==>
  begin
    aim[p] := 1;
    step[p] := RAISE;
  end;

  rule "level[p] := aim"
    step[p] = RAISE
  ==>
  begin
    level[p] := aim[p];
    step[p] := YIELD;
  end;

  rule "last[aim] := p"
    step[p] = YIELD
  ==>
  begin
    last[aim[p]] := p;
    scan[p] := 0;
    step[p] := LOOK;
  end;

  rule "another arrived: pass"
    step[p] = LOOK & last[aim[p]] != p
  ==>
  begin
    pass(p);
  end;

  rule "look at the next process"
    SCAN = 1 & step[p] = LOOK & scan[p] < PROCESSES
    & (scan[p] = p | level[scan[p]] < aim[p])
  ==>
  begin
    scan[p] := scan[p] + 1;
  end;

  rule "nobody is as high: pass"
    step[p] = LOOK
    & (SCAN = 1 ? scan[p] = PROCESSES : forall q: Process do q = p | level[q] < aim[p] end)
  ==>
  begin
    pass(p);
  end;

  rule "leave"
    step[p] = INSIDE
  ==>
  begin
    level[p] := 0;
    aim[p] := 0;
    step[p] := OUTSIDE;
  end;
end;

invariant "mutual exclusion"
  forall p: Process do forall q: Process do
    step[p] = INSIDE & step[q] = INSIDE -> p = q
  end end;
