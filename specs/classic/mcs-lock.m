-- A queue lock: J.M. Mellor-Crummey and M.L. Scott, "Algorithms for Scalable Synchronization on
-- Shared-Memory Multiprocessors" (ACM Transactions on Computer Systems, February 1991), as struct
-- mcs_spinlock has it. Every task brings a node, and the lock word points to the last of the queue:
--
--     lock:    node->locked = 0; node->next = NULL;
--              prev = xchg(lock, node);
--              if (!prev) return;
--              WRITE_ONCE(prev->next, node);
--              while (!READ_ONCE(node->locked)) ;
--     unlock:  next = READ_ONCE(node->next);
--              if (!next) {
--                      if (cmpxchg(lock, node, NULL) == node) return;
--                      while (!(next = READ_ONCE(node->next))) ;
--              }
--              WRITE_ONCE(next->locked, 1);
--
-- specs/bench/mcs-lock.m is this lock as a yardstick; here are the lemmas that prove it for any
-- number of tasks, and two mistakes. With XCHG = 0 the lock word is read and stored in two
-- accesses, and two tasks find it free. With COMPARE = 0 the unlock that sees no successor stores NULL into
-- the lock word without comparing: somebody came meanwhile, who now waits behind nobody while the
-- lock looks free.
--
-- Each rule is one access to shared memory. An undefined pointer is NULL. The node of a task that
-- is outside reads as a fresh one. A ghost variable numbers the queue from its head, which says in
-- one word what the pointers say in pieces: a link that is still to be made is a gap in the list,
-- but none in the numbers.

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: for-all TASKS
-- pinproof: configuration "read, then store" XCHG=0
-- pinproof: configuration "NULL is stored without comparing" COMPARE=0
-- pinproof: expect "mutual exclusion" when XCHG=0 violated
-- pinproof: expect "a queue has a holder" when XCHG=0 violated
-- pinproof: expect "no run-time error" when XCHG=0 violated
-- pinproof: expect "a queue has a holder" when COMPARE=0 violated

const
  TASKS:   3;
  XCHG:    1;   -- 1: xchg(lock, node)            0: read the lock word, then store
  COMPARE: 1;   -- 1: cmpxchg(lock, node, NULL)   0: lock = NULL

type
  Task:  scalarset(TASKS);
  Count: 0 .. TASKS;

  -- The access a task performs next, or where it is between two.
  Step: enum {
    OUTSIDE,
    STORE,               -- XCHG = 0: *lock = node
    LINK,                -- prev->next = node
    SPIN,                -- while (!node->locked)
    CRITICAL,
    CMPXCHG,             -- cmpxchg(lock, node, NULL)
    WAIT_NEXT,           -- while (!(next = node->next))
    HAND_OVER            -- next->locked = 1
  };

var
  tail:   Task;                          -- *lock
  next:   array[Task] of Task;           -- node->next
  locked: array[Task] of boolean;        -- node->locked
  step:   array[Task] of Step;
  other:  array[Task] of Task;           -- the local variable prev or next
  place:  array[Task] of Count;          -- ghost: how many come before, undefined: outside

function length(): Count;
var n: Count;
begin
  n := 0;
  for t: Task do if step[t] != OUTSIDE then n := n + 1; end; end;
  return n;
end;

-- The task is done with its node, and everybody moves up.
procedure leave(t: Task);
begin
  for u: Task do
    if !isundefined(place[u]) then
      if u = t then undefine place[u]; elsif place[u] > 0 then place[u] := place[u] - 1; end;
    end;
  end;
  locked[t] := false;
  undefine next[t];
  undefine other[t];
  step[t] := OUTSIDE;
end;

startstate "the lock is free"
begin
  undefine tail;
  for t: Task do
    undefine next[t];
    undefine other[t];
    undefine place[t];
    locked[t] := false;
    step[t] := OUTSIDE;
  end;
end;

ruleset t: Task do
  rule "lock: xchg(lock, node)"
    XCHG = 1 & step[t] = OUTSIDE
  ==>
  begin
    place[t] := length();
    if isundefined(tail) then
      step[t] := CRITICAL;
    else
      other[t] := tail;
      step[t] := LINK;
    end;
    tail := t;
  end;

  rule "lock: prev = *lock"
    XCHG = 0 & step[t] = OUTSIDE
  ==>
  begin
    place[t] := length();
    if !isundefined(tail) then other[t] := tail; end;
    step[t] := STORE;
  end;

  rule "lock: *lock = node"
    step[t] = STORE
  ==>
  begin
    tail := t;
    step[t] := (isundefined(other[t]) ? CRITICAL : LINK);
  end;

  rule "lock: prev->next = node"
    step[t] = LINK
  ==>
  begin
    next[other[t]] := t;
    undefine other[t];
    step[t] := SPIN;
  end;

  rule "lock: node->locked is set"
    step[t] = SPIN & locked[t]
  ==>
  begin
    step[t] := CRITICAL;
  end;

  rule "unlock: node->next is NULL"
    step[t] = CRITICAL & isundefined(next[t])
  ==>
  begin
    step[t] := CMPXCHG;
  end;

  rule "unlock: node->next is read"
    (step[t] = CRITICAL | step[t] = WAIT_NEXT) & !isundefined(next[t])
  ==>
  begin
    other[t] := next[t];
    step[t] := HAND_OVER;
  end;

  rule "unlock: cmpxchg(lock, node, NULL)"
    step[t] = CMPXCHG
  ==>
  begin
    if COMPARE = 0 then
      undefine tail;
      leave(t);
    elsif tail = t then
      undefine tail;
      leave(t);
    else
      step[t] := WAIT_NEXT;
    end;
  end;

  rule "unlock: next->locked = 1"
    step[t] = HAND_OVER
  ==>
  begin
    locked[other[t]] := true;
    leave(t);
  end;
end;

-- Claims ----------------------------------------------------------------------------------------

-- The lock belongs to the task, whether it knows already or not.
function holds(t: Task): boolean;
begin
  return step[t] = CRITICAL | step[t] = CMPXCHG | step[t] = WAIT_NEXT | step[t] = HAND_OVER
       | (step[t] = SPIN & locked[t]);
end;

invariant "mutual exclusion"
  forall t: Task do forall u: Task do
    step[t] = CRITICAL & step[u] = CRITICAL -> t = u
  end end;

invariant "a queue has a holder"
  isundefined(tail) -> forall t: Task do step[t] = OUTSIDE | step[t] = STORE end;

invariant "the lock is handed to one who spins"
  forall t: Task do locked[t] -> step[t] != OUTSIDE & step[t] != LINK end;

--------------------------------------------------------------------------------------------------
-- Lemmas: what makes the claims inductive, in the version without the mistakes

function sound(): boolean;
begin
  return XCHG = 1 & COMPARE = 1;
end;

-- Mutual exclusion has to count those in who have been handed the lock and do not know yet.
-- The queue in numbers: nobody has the place of another, so one task is the first.
invariant "lemma: the queue is numbered"
  !sound() | forall t: Task do
    isundefined(place[t]) = (step[t] = OUTSIDE)
    & (!isundefined(place[t]) ->
         place[t] < length()
         & forall u: Task do !isundefined(place[u]) & place[u] = place[t] -> u = t end)
  end;

-- Mutual exclusion has to count those in who have been handed the lock and do not know yet.
invariant "lemma: the first of the queue has the lock, and nobody else"
  !sound() | forall t: Task do !isundefined(place[t]) -> (place[t] = 0) = holds(t) end;

-- Why cmpxchg may let the holder go, and why a newcomer finds the lock free: nobody is behind.
invariant "lemma: the lock word points to the last of the queue"
  !sound() | (
    isundefined(tail) = (length() = 0)
    & (!isundefined(tail) -> !isundefined(place[tail]) & place[tail] = length() - 1));

-- A pointer is followed only where it is set.
invariant "lemma: which steps have a pointer at hand"
  !sound() | forall t: Task do
    !isundefined(other[t]) = (step[t] = LINK | step[t] = HAND_OVER)
    & (step[t] = HAND_OVER -> !isundefined(next[t]) & other[t] = next[t])
    & (step[t] = OUTSIDE -> isundefined(next[t]))
    & step[t] != STORE
  end;

-- The one who is handed the lock is the second of the queue, and spins.
invariant "lemma: behind a node is the next of the queue, who spins"
  !sound() | forall t: Task do
    !isundefined(next[t]) ->
      step[t] != OUTSIDE & step[next[t]] = SPIN & place[next[t]] = place[t] + 1
  end;

-- A link that is still to be made goes to a node whose task cannot leave before.
invariant "lemma: who links itself is the next of the queue"
  !sound() | forall t: Task do
    step[t] = LINK ->
      !isundefined(place[other[t]]) & isundefined(next[other[t]])
      & place[t] = place[other[t]] + 1
  end;
