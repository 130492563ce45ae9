-- A reader-writer lock that counts its readers: the problem is that of P.J. Courtois, F. Heymans
-- and D.L. Parnas, "Concurrent Control with 'Readers' and 'Writers'" (Communications of the ACM,
-- October 1971); the solution is the one with a single word that kernels use. The word holds a bit for the
-- writer and the number of those who have announced themselves as readers:
--
--     read_lock:      if (!(atomic_add_return(READER, word) & WRITER))
--                             return;
--                     atomic_sub(READER, word);               // and try again
--     read_unlock:    atomic_sub(READER, word);
--     write_lock:     while (cmpxchg(word, 0, WRITER) != 0) ;
--     write_unlock:   atomic_sub(WRITER, word);
--     downgrade:      atomic_add(READER - WRITER, word);      // a writer becomes a reader
--     try_upgrade:    cmpxchg(word, READER, WRITER)           // the only reader becomes a writer
--
-- Each rule is one access to the word. A reader announces itself before it looks, and looks at the
-- very value that its addition left. With ADD_FIRST = 0 it looks at the word and adds to it
-- afterwards, in two accesses: a writer comes in between, and both are in.
--
-- With the lemmas at the end the claims are proved for any number of tasks:
-- pinproof prove specs/classic/reader-writer-lock.m

-- pinproof: columns Task
-- pinproof: deadlock off
-- pinproof: for-all TASKS
-- pinproof: configuration "look, then add" ADD_FIRST=0
-- pinproof: expect "a writer is alone" when ADD_FIRST=0 violated

const
  TASKS:     4;
  ADD_FIRST: 1;  -- 1: atomic_add_return()   0: look at the word, then add, in two accesses

type
  Task:  scalarset(TASKS);
  Count: 0 .. TASKS;

  -- The access a task performs next, or where it is between two.
  Step: enum {
    OUTSIDE,
    ADD,                 -- ADD_FIRST = 0: there was no writer, count myself
    BACK_OFF,            -- there was a writer, take my announcement back
    READING,
    WRITING
  };

var
  readers: Count;                    -- the word: how many have announced themselves
  writer:  boolean;                  -- and whether there is a writer
  step:    array[Task] of Step;

startstate "the lock is free"
begin
  readers := 0;
  writer := false;
  for t: Task do step[t] := OUTSIDE; end;
end;

ruleset t: Task do
  rule "read_lock: atomic_add_return"
    ADD_FIRST = 1 & step[t] = OUTSIDE
  ==>
  begin
    readers := readers + 1;
    step[t] := (writer ? BACK_OFF : READING);
  end;

  rule "read_lock: look"
    ADD_FIRST = 0 & step[t] = OUTSIDE & !writer
  ==>
  begin
    step[t] := ADD;
  end;

  rule "read_lock: add"
    step[t] = ADD
  ==>
  begin
    readers := readers + 1;
    step[t] := READING;
  end;

  rule "read_lock: back off"
    step[t] = BACK_OFF
  ==>
  begin
    readers := readers - 1;
    step[t] := OUTSIDE;
  end;

  rule "read_unlock"
    step[t] = READING
  ==>
  begin
    readers := readers - 1;
    step[t] := OUTSIDE;
  end;

  rule "write_lock: cmpxchg(0, WRITER)"
    step[t] = OUTSIDE & readers = 0 & !writer
  ==>
  begin
    writer := true;
    step[t] := WRITING;
  end;

  rule "write_unlock"
    step[t] = WRITING
  ==>
  begin
    writer := false;
    step[t] := OUTSIDE;
  end;

  rule "downgrade"
    step[t] = WRITING
  ==>
  begin
    writer := false;
    readers := readers + 1;
    step[t] := READING;
  end;

  rule "try_upgrade: cmpxchg(READER, WRITER)"
    step[t] = READING & readers = 1 & !writer
  ==>
  begin
    readers := 0;
    writer := true;
    step[t] := WRITING;
  end;
end;

-- Claims ----------------------------------------------------------------------------------------

-- The tasks that are counted in the word.
function announced(): Count;
var n: Count;
begin
  n := 0;
  for t: Task do if step[t] = READING | step[t] = BACK_OFF then n := n + 1; end; end;
  return n;
end;

invariant "a writer is alone"
  forall t: Task do forall u: Task do
    step[t] = WRITING & t != u -> step[u] != WRITING & step[u] != READING
  end end;

invariant "the word counts its readers"
  readers = announced();

invariant "a lock that looks free is free"
  readers = 0 & !writer -> forall t: Task do step[t] = OUTSIDE | step[t] = ADD end;

--------------------------------------------------------------------------------------------------
-- Lemmas: what makes the claims inductive

-- The cmpxchg of a writer looks at the bit alone to see that there is no other writer.
invariant "lemma: the writer's bit tells of a writer"
  writer = exists t: Task do step[t] = WRITING end;

-- Without it "a writer is alone" would have to say again why a reader that comes is turned away.
invariant "lemma: nobody reads while the writer's bit is set"
  ADD_FIRST = 0 | (writer -> forall t: Task do step[t] != READING end);

-- The step between looking and adding belongs to the version that has it.
invariant "lemma: who announces itself first does not look first"
  ADD_FIRST = 0 | forall t: Task do step[t] != ADD end;
