-- A queue lock: John Mellor-Crummey and Michael Scott's (1991), as struct mcs_spinlock has it.
-- Every task brings a node; the lock word points to the last one of the queue.
--
--     lock:   node->locked = 0; node->next = NULL;
--             prev = xchg(lock, node);
--             if (prev == NULL) return;
--             WRITE_ONCE(prev->next, node);
--             while (!node->locked) ;
--     unlock: next = READ_ONCE(node->next);
--             if (!next) {
--                     if (cmpxchg(lock, node, NULL) == node) return;
--                     while (!(next = READ_ONCE(node->next))) ;
--             }
--             next->locked = 1;
--
-- Each rule is one access to shared memory. An undefined pointer is NULL. A node is gone once its
-- task has unlocked, and reads as a fresh one.
--
-- TASKS=4 is for checking, TASKS=6 for measuring.

-- pinproof: columns Task
-- pinproof: deadlock stuck

const
  TASKS: 4;

type
  Task: scalarset(TASKS);
  Step: enum {
    OUTSIDE,
    SWAP,                -- prev = xchg(lock, node)
    LINK,                -- prev->next = node
    SPIN,                -- while (!node->locked)
    CRITICAL,
    READ_NEXT,           -- next = node->next
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

startstate "the lock is free"
begin
  undefine tail;
  for t: Task do
    undefine next[t];
    undefine other[t];
    locked[t] := false;
    step[t] := OUTSIDE;
  end;
end;

ruleset t: Task do
  rule "lock: prepare the node"
    step[t] = OUTSIDE
  ==>
  begin
    step[t] := SWAP;
  end;

  rule "lock: xchg, the lock was free"
    step[t] = SWAP & isundefined(tail)
  ==>
  begin
    tail := t;
    step[t] := CRITICAL;
  end;

  rule "lock: xchg, there is a queue"
    step[t] = SWAP & !isundefined(tail)
  ==>
  begin
    other[t] := tail;
    tail := t;
    step[t] := LINK;
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

  rule "unlock"
    step[t] = CRITICAL
  ==>
  begin
    step[t] := READ_NEXT;
  end;

  rule "unlock: node->next is NULL"
    step[t] = READ_NEXT & isundefined(next[t])
  ==>
  begin
    step[t] := CMPXCHG;
  end;

  rule "unlock: node->next is read"
    (step[t] = READ_NEXT | step[t] = WAIT_NEXT) & !isundefined(next[t])
  ==>
  begin
    other[t] := next[t];
    step[t] := HAND_OVER;
  end;

  rule "unlock: cmpxchg, the queue is empty"
    step[t] = CMPXCHG & tail = t
  ==>
  begin
    undefine tail;
    locked[t] := false;
    step[t] := OUTSIDE;
  end;

  rule "unlock: cmpxchg fails, somebody came"
    step[t] = CMPXCHG & tail != t
  ==>
  begin
    step[t] := WAIT_NEXT;
  end;

  rule "unlock: next->locked = 1"
    step[t] = HAND_OVER
  ==>
  begin
    locked[other[t]] := true;
    undefine other[t];
    undefine next[t];
    locked[t] := false;
    step[t] := OUTSIDE;
  end;
end;

invariant "mutual exclusion"
  forall t: Task do forall u: Task do
    step[t] = CRITICAL & step[u] = CRITICAL -> t = u
  end end;

invariant "a queue has a holder"
  isundefined(tail) -> forall t: Task do step[t] = OUTSIDE | step[t] = SWAP end;

invariant "the lock is handed to one who spins"
  forall t: Task do locked[t] -> step[t] != OUTSIDE & step[t] != SWAP & step[t] != LINK end;
