-- A ticket lock: the sequencer and the event count of D.P. Reed and R.K. Kanodia, "Synchronization
-- with Eventcounts and Sequencers" (Communications of the ACM, February 1979), as the spin lock of
-- kernels had it before queue locks. Whoever comes draws a number and waits until it is called:
--
--     lock:    ticket = fetch_add(next, 1);
--              while (READ_ONCE(owner) != ticket) ;
--     unlock:  WRITE_ONCE(owner, owner + 1);
--
-- The two counters are a byte or two wide and wrap around. That is sound exactly as long as they
-- have a value for each task: there are TASKS + SPARE - 1 tickets here, and the proof is for any
-- number of tasks and any positive SPARE, which is any number of tickets from TASKS up. With
-- SPARE = 0 there is one ticket too few; all tasks come at once, the last one draws the number that
-- is being served, and two are in. With ATOMIC = 0 the ticket is read and counted up in two
-- accesses, so that two tasks draw the same.
--
-- Each rule is one access to shared memory; only the holder writes to owner, so counting it up is
-- one step. A ticket is undefined outside.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: for-all TASKS, SPARE
-- pinproof: configuration "one ticket too few" SPARE=0
-- pinproof: configuration "read, then count up" ATOMIC=0
-- pinproof: expect "mutual exclusion" when SPARE=0 violated
-- pinproof: expect "a ticket has one owner" when SPARE=0 violated
-- pinproof: expect "some waiting ticket is called next" when SPARE=0 violated
-- pinproof: expect "mutual exclusion" when ATOMIC=0 violated
-- pinproof: expect "a ticket has one owner" when ATOMIC=0 violated
-- pinproof: expect "some waiting ticket is called next" when ATOMIC=0 violated

const
  TASKS:  3;
  SPARE:  2;     -- tickets beyond one for each task, and one
  ATOMIC: 1;     -- 1: fetch_add()   0: read next, then store it counted up

type
  Task:   scalarset(TASKS);
  Ticket: 0 .. TASKS + SPARE - 2;
  Count:  0 .. TASKS;

  -- The access a task performs next.
  Step: enum {
    OUTSIDE,
    STORE_NEXT,          -- ATOMIC = 0: next = ticket + 1
    WAIT,                -- while (owner != ticket)
    CRITICAL
  };

var
  next:   Ticket;                    -- the next ticket to be drawn
  owner:  Ticket;                    -- the ticket that is called
  ticket: array[Task] of Ticket;     -- the local variable
  step:   array[Task] of Step;

-- A counter wraps around.
function after(n: Ticket): Ticket;
begin
  return (n = TASKS + SPARE - 2 ? 0 : n + 1);
end;

startstate "the lock is free"
begin
  next := 0;
  owner := 0;
  for t: Task do
    undefine ticket[t];
    step[t] := OUTSIDE;
  end;
end;

ruleset t: Task do
  rule "lock: fetch_add(next, 1)"
    ATOMIC = 1 & step[t] = OUTSIDE
  ==>
  begin
    ticket[t] := next;
    next := after(next);
    step[t] := WAIT;
  end;

  rule "lock: read next"
    ATOMIC = 0 & step[t] = OUTSIDE
  ==>
  begin
    ticket[t] := next;
    step[t] := STORE_NEXT;
  end;

  rule "lock: next = ticket + 1"
    step[t] = STORE_NEXT
  ==>
  begin
    next := after(ticket[t]);
    step[t] := WAIT;
  end;

  rule "lock: owner = ticket"
    step[t] = WAIT & owner = ticket[t]
  ==>
  begin
    step[t] := CRITICAL;
  end;

  rule "unlock: owner = owner + 1"
    step[t] = CRITICAL
  ==>
  begin
    owner := after(owner);
    undefine ticket[t];
    step[t] := OUTSIDE;
  end;
end;

-- Claims ----------------------------------------------------------------------------------------

invariant "mutual exclusion"
  forall t: Task do forall u: Task do
    step[t] = CRITICAL & step[u] = CRITICAL -> t = u
  end end;

invariant "a ticket has one owner"
  forall t: Task do forall u: Task do
    !isundefined(ticket[t]) & !isundefined(ticket[u]) & ticket[t] = ticket[u] -> t = u
  end end;

-- The lock cannot be lost: as long as somebody waits, somebody has the ticket that is called.
invariant "some waiting ticket is called next"
  (exists t: Task do step[t] = WAIT end)
  -> exists t: Task do !isundefined(ticket[t]) & ticket[t] = owner end;

--------------------------------------------------------------------------------------------------
-- Lemmas: what makes the claims inductive, in the version without the mistakes

function sound(): boolean;
begin
  return ATOMIC = 1 & SPARE > 0;
end;

-- Who has a ticket.
function queue(): Count;
var n: Count;
begin
  n := 0;
  for t: Task do if !isundefined(ticket[t]) then n := n + 1; end; end;
  return n;
end;

-- How many tickets after the one that is called this one comes.
function distance(n: Ticket): Ticket;
begin
  return (n >= owner ? n - owner : n - owner + TASKS + SPARE - 1);
end;

-- The claims speak of steps, the counters of tickets.
invariant "lemma: a task has a ticket from drawing it until it unlocks"
  !sound() | forall t: Task do
    isundefined(ticket[t]) = (step[t] = OUTSIDE)
    & step[t] != STORE_NEXT
    & (step[t] = CRITICAL -> ticket[t] = owner)
  end;

-- A ticket that is drawn is nobody else's: it is beyond all that are held, unless the queue has
-- gone all the way round.
invariant "lemma: tickets are drawn from those that wait to be called"
  !sound() | forall t: Task do !isundefined(ticket[t]) -> distance(ticket[t]) < queue() end;

-- It cannot go all the way round while somebody is outside, as there is a ticket for each task.
invariant "lemma: the distance of the counters is the length of the queue"
  !sound() | distance(next) = (queue() = TASKS + SPARE - 1 ? 0 : queue());

-- The next task that is called exists.
invariant "lemma: every ticket that was drawn is still held"
  !sound() | forall n: Ticket do
    distance(n) < queue() -> exists t: Task do !isundefined(ticket[t]) & ticket[t] = n end
  end;
