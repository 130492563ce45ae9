-- A cache-coherence protocol with a central directory, after the one Steven German set as a
-- challenge to verifiers in 2000: every client talks to the directory over three channels of one
-- message each, and the directory serves one request at a time.
--
-- A client asks to share the line or to own it. The directory invalidates whoever is in the way,
-- collects the acknowledgements, takes the data back from an owner, and grants. The data is
-- followed too: memory and every valid copy hold what was stored last.
--
-- CLIENTS=3 is for checking, CLIENTS=4 for measuring.

-- pinproof: deadlock off

const
  CLIENTS: 3;
  DATA:    2;

type
  Client: scalarset(CLIENTS);
  Datum:  scalarset(DATA);

  Permission: enum { INVALID, SHARED, EXCLUSIVE };
  Request:    enum { NO_REQUEST, ASK_SHARED, ASK_EXCLUSIVE };
  Reply:      enum { NO_REPLY, INVALIDATE, GRANT_SHARED, GRANT_EXCLUSIVE };

  Line: record
    permission: Permission;
    data:       Datum;
  end;

  ReplyMessage: record
    kind: Reply;
    data: Datum;                     -- of a grant
  end;

  AckMessage: record
    sent: boolean;
    data: Datum;                     -- from an owner
  end;

var
  cache:   array[Client] of Line;
  request: array[Client] of Request;        -- client to directory
  reply:   array[Client] of ReplyMessage;   -- directory to client
  ack:     array[Client] of AckMessage;     -- client to directory

  sharers:    array[Client] of boolean;     -- who may have a copy
  invalidate: array[Client] of boolean;     -- who has yet to be told
  owned:      boolean;                      -- the only sharer may write
  serving:    Request;
  client:     Client;                       -- whose request is served
  memory:     Datum;
  stored:     Datum;                        -- ghost: what was stored last

procedure drop_reply(i: Client);
begin
  reply[i].kind := NO_REPLY;
  undefine reply[i].data;
end;

procedure grant(kind: Reply);
begin
  reply[client].kind := kind;
  reply[client].data := memory;
  sharers[client] := true;
  serving := NO_REQUEST;
  undefine client;
end;

ruleset d: Datum do
  startstate "every cache is empty"
  begin
    for i: Client do
      cache[i].permission := INVALID;
      undefine cache[i].data;
      request[i] := NO_REQUEST;
      drop_reply(i);
      ack[i].sent := false;
      undefine ack[i].data;
      sharers[i] := false;
      invalidate[i] := false;
    end;
    owned := false;
    serving := NO_REQUEST;
    undefine client;
    memory := d;
    stored := d;
  end;
end;

-- Clients ---------------------------------------------------------------------------------------

ruleset i: Client do
  rule "ask to share"
    cache[i].permission = INVALID & request[i] = NO_REQUEST
  ==>
  begin
    request[i] := ASK_SHARED;
  end;

  rule "ask to own"
    cache[i].permission != EXCLUSIVE & request[i] = NO_REQUEST
  ==>
  begin
    request[i] := ASK_EXCLUSIVE;
  end;

  rule "receive a shared line"
    reply[i].kind = GRANT_SHARED
  ==>
  begin
    cache[i].permission := SHARED;
    cache[i].data := reply[i].data;
    drop_reply(i);
  end;

  rule "receive an exclusive line"
    reply[i].kind = GRANT_EXCLUSIVE
  ==>
  begin
    cache[i].permission := EXCLUSIVE;
    cache[i].data := reply[i].data;
    drop_reply(i);
  end;

  rule "give the line up"
    reply[i].kind = INVALIDATE & !ack[i].sent
  ==>
  begin
    drop_reply(i);
    ack[i].sent := true;
    if cache[i].permission = EXCLUSIVE then ack[i].data := cache[i].data; end;
    cache[i].permission := INVALID;
    undefine cache[i].data;
  end;
end;

ruleset i: Client; d: Datum do
  rule "store"
    cache[i].permission = EXCLUSIVE
  ==>
  begin
    cache[i].data := d;
    stored := d;
  end;
end;

-- The directory ---------------------------------------------------------------------------------

ruleset i: Client do
  rule "take up a request"
    serving = NO_REQUEST & request[i] != NO_REQUEST
  ==>
  begin
    serving := request[i];
    client := i;
    request[i] := NO_REQUEST;
    for j: Client do invalidate[j] := sharers[j]; end;
  end;

  rule "invalidate a copy"
    invalidate[i] & reply[i].kind = NO_REPLY
    & (serving = ASK_EXCLUSIVE | serving = ASK_SHARED & owned)
  ==>
  begin
    reply[i].kind := INVALIDATE;
    invalidate[i] := false;
  end;

  rule "collect an acknowledgement"
    serving != NO_REQUEST & ack[i].sent
  ==>
  begin
    ack[i].sent := false;
    sharers[i] := false;
    if owned then
      owned := false;
      memory := ack[i].data;
      undefine ack[i].data;
    end;
  end;
end;

rule "grant a shared line"
  serving = ASK_SHARED & !owned & reply[client].kind = NO_REPLY
==>
begin
  grant(GRANT_SHARED);
end;

rule "grant an exclusive line"
  serving = ASK_EXCLUSIVE & reply[client].kind = NO_REPLY & !owned
  & forall j: Client do !sharers[j] end
==>
begin
  owned := true;
  grant(GRANT_EXCLUSIVE);
end;

-- Claims ----------------------------------------------------------------------------------------

invariant "one writer, or readers only"
  forall i: Client do forall j: Client do
    i != j & cache[i].permission = EXCLUSIVE -> cache[j].permission = INVALID
  end end;

invariant "memory is current unless owned"
  !owned -> memory = stored;

invariant "every valid copy is current"
  forall i: Client do cache[i].permission != INVALID -> cache[i].data = stored end;
