-- Steven German's cache-coherence protocol: the challenge that he set to verifiers in 2000, known
-- from A. Pnueli, S. Ruah and L. Zuck, "Automatic Deductive Verification with Invisible Invariants"
-- (TACAS 2001). Clients ask one home node to share a line of memory or to own it, over channels of
-- one message each. The home serves one request at a time: it calls back the copies that are in the
-- way, collects them, and grants.
--
--     client --ask-->  home      ASK_SHARED, ASK_EXCLUSIVE
--     home  --tell-->  client    GRANT_SHARED, GRANT_EXCLUSIVE, or INVALIDATE: give your copy up
--     client --back--> home      the copy is given up; an owner's comes with its data
--
-- Data is followed: memory and every copy hold what was stored last. The proof is for any number of
-- clients and of different data.
--
-- The home may leave shared copies alone when it serves a request to share. It may not leave the
-- owner alone. With RECALL = 0 it does: somebody reads memory while the owner stores, and later the
-- home takes the data of a reader that has none for the owner's.

-- pinproof: columns Client
-- pinproof: deadlock off
-- pinproof: for-all CLIENTS, DATA
-- pinproof: configuration "owner is not called back" RECALL=0
-- pinproof: expect "one writer, or readers only" when RECALL=0 violated
-- pinproof: expect "no run-time error" when RECALL=0 violated
-- pinproof: expect "every copy is current" when RECALL=0 violated

const
  CLIENTS: 2;
  DATA:    2;
  RECALL:  1;   -- 1: the owner gives the line up before others share it   0: it does not

type
  Client: scalarset(CLIENTS);
  Datum:  scalarset(DATA);

  Permission: enum { INVALID, SHARED, EXCLUSIVE };
  Ask:        enum { ASK_NOTHING, ASK_SHARED, ASK_EXCLUSIVE };
  Tell:       enum { TELL_NOTHING, GRANT_SHARED, GRANT_EXCLUSIVE, INVALIDATE };

var
  -- a client
  permission: array[Client] of Permission;
  copy:       array[Client] of Datum;        -- undefined while the permission is INVALID

  -- the channels
  ask:        array[Client] of Ask;
  tell:       array[Client] of Tell;
  tell_data:  array[Client] of Datum;        -- of a grant
  back:       array[Client] of boolean;
  back_data:  array[Client] of Datum;        -- from an owner

  -- the home
  memory:     Datum;
  listed:     array[Client] of boolean;      -- who may have a copy
  to_call:    array[Client] of boolean;      -- whose copy has yet to be called back
  owned:      boolean;                       -- the one who is listed may write
  serving:    Ask;
  client:     Client;                        -- whose request is served, undefined: nobody's

  stored:     Datum;                         -- ghost: what was stored last

ruleset d: Datum do
  startstate "memory has the only copy"
  begin
    for i: Client do
      permission[i] := INVALID;
      undefine copy[i];
      ask[i] := ASK_NOTHING;
      tell[i] := TELL_NOTHING;
      undefine tell_data[i];
      back[i] := false;
      undefine back_data[i];
      listed[i] := false;
      to_call[i] := false;
    end;
    owned := false;
    serving := ASK_NOTHING;
    undefine client;
    memory := d;
    stored := d;
  end;
end;

-- Clients ---------------------------------------------------------------------------------------

ruleset i: Client do
  rule "ask to share"
    permission[i] = INVALID & ask[i] = ASK_NOTHING
  ==>
  begin
    ask[i] := ASK_SHARED;
  end;

  rule "ask to own"
    permission[i] != EXCLUSIVE & ask[i] = ASK_NOTHING
  ==>
  begin
    ask[i] := ASK_EXCLUSIVE;
  end;

  rule "be granted"
    tell[i] = GRANT_SHARED | tell[i] = GRANT_EXCLUSIVE
  ==>
  begin
    permission[i] := (tell[i] = GRANT_SHARED ? SHARED : EXCLUSIVE);
    copy[i] := tell_data[i];
    tell[i] := TELL_NOTHING;
    undefine tell_data[i];
  end;

  rule "give up"
    tell[i] = INVALIDATE & !back[i]
  ==>
  begin
    tell[i] := TELL_NOTHING;
    back[i] := true;
    if permission[i] = EXCLUSIVE then back_data[i] := copy[i]; end;
    permission[i] := INVALID;
    undefine copy[i];
  end;
end;

ruleset i: Client; d: Datum do
  rule "store"
    permission[i] = EXCLUSIVE
  ==>
  begin
    copy[i] := d;
    stored := d;
  end;
end;

-- The home --------------------------------------------------------------------------------------

ruleset i: Client do
  rule "serve"
    serving = ASK_NOTHING & ask[i] != ASK_NOTHING
  ==>
  begin
    serving := ask[i];
    client := i;
    ask[i] := ASK_NOTHING;
    for j: Client do to_call[j] := listed[j]; end;
  end;

  rule "call back"
    to_call[i] & tell[i] = TELL_NOTHING
    & (serving = ASK_EXCLUSIVE | serving = ASK_SHARED & owned & RECALL = 1)
  ==>
  begin
    tell[i] := INVALIDATE;
    to_call[i] := false;
  end;

  rule "collect"
    serving != ASK_NOTHING & back[i]
  ==>
  begin
    back[i] := false;
    listed[i] := false;
    if owned then
      owned := false;
      memory := back_data[i];
      undefine back_data[i];
    end;
  end;
end;

procedure grant(what: Tell);
begin
  tell[client] := what;
  tell_data[client] := memory;
  listed[client] := true;
  serving := ASK_NOTHING;
  undefine client;
end;

rule "grant to share"
  serving = ASK_SHARED & (!owned | RECALL = 0) & tell[client] = TELL_NOTHING
==>
begin
  grant(GRANT_SHARED);
end;

rule "grant to own"
  serving = ASK_EXCLUSIVE & !owned & tell[client] = TELL_NOTHING
  & forall j: Client do !listed[j] end
==>
begin
  owned := true;
  grant(GRANT_EXCLUSIVE);
end;

-- Claims ----------------------------------------------------------------------------------------

invariant "one writer, or readers only"
  forall i: Client do forall j: Client do
    i != j & permission[i] = EXCLUSIVE -> permission[j] = INVALID
  end end;

invariant "every copy is current"
  forall i: Client do permission[i] != INVALID -> copy[i] = stored end;

invariant "memory is current unless the line is owned"
  !owned -> memory = stored;

--------------------------------------------------------------------------------------------------
-- Lemmas: what makes the claims inductive, in the version without the mistake

function sound(): boolean;
begin
  return RECALL = 1;
end;

function is_granted(i: Client): boolean;
begin
  return tell[i] = GRANT_SHARED | tell[i] = GRANT_EXCLUSIVE;
end;

-- Which of the variables that may be undefined have a value.
invariant "lemma: data comes with a copy and a grant"
  !sound() | (
    isundefined(client) = (serving = ASK_NOTHING)
    & forall i: Client do
        isundefined(copy[i]) = (permission[i] = INVALID)
        & isundefined(tell_data[i]) = !is_granted(i)
      end);

-- The home hears of every copy, also of one that is on its way.
invariant "lemma: who has a copy or is granted one is listed"
  !sound() | forall i: Client do
    permission[i] != INVALID | is_granted(i) | to_call[i] -> listed[i]
  end;

-- Exclusive permission needs the home to be right about the owner.
invariant "lemma: an owner is the only one who is listed"
  !sound() | !owned |
    forall i: Client do forall j: Client do listed[i] & listed[j] -> i = j end end;

-- And the home has to know that there is one.
invariant "lemma: an exclusive copy is owned, a shared one is not"
  !sound() | forall i: Client do
    (permission[i] = EXCLUSIVE | tell[i] = GRANT_EXCLUSIVE -> owned)
    & (permission[i] = SHARED | tell[i] = GRANT_SHARED -> !owned)
  end;

-- One request is served at a time, and nothing of it is left over when it has been granted.
invariant "lemma: copies are called back once, for the request that is served"
  !sound() | forall i: Client do
    tell[i] = INVALIDATE | back[i] ->
      listed[i] & !to_call[i] & (serving = ASK_EXCLUSIVE | serving = ASK_SHARED & owned)
  end;

-- Between giving up and being granted again, a client has nothing.
invariant "lemma: what is given up is gone"
  !sound() | forall i: Client do
    back[i] -> permission[i] = INVALID & tell[i] = TELL_NOTHING
  end;

-- The home waits for the owner's data, so the owner has to have it, or to have sent it.
invariant "lemma: the owner has the line, is granted it, or sends it back"
  !sound() | !owned | forall i: Client do
    listed[i] ->
      permission[i] = EXCLUSIVE & !is_granted(i)
      | permission[i] = INVALID & tell[i] = GRANT_EXCLUSIVE
      | back[i] & !isundefined(back_data[i])
  end;

-- Data stays current on its way.
invariant "lemma: data in a channel is current"
  !sound() | forall i: Client do
    (is_granted(i) -> tell_data[i] = stored)
    & (!isundefined(back_data[i]) -> back[i] & owned & back_data[i] = stored)
  end;
