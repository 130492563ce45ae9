-- Large records: the receive ring of a network device. The driver posts buffers, the device fills
-- them in order, the driver takes the packets out in the same order. A descriptor is what such
-- descriptors are (address, length, flags, a sum, a cookie), so that a state has many words; only
-- the length of a packet and its fate are up to the device.
--
-- SLOTS=4 is for checking, SLOTS=10 (nine words a state) for measuring.

-- pinproof: deadlock off

const
  SLOTS:   4;
  BUFFERS: 65536;
  SHORT:   64;
  LONG:    1518;

type
  Slot:    0 .. SLOTS - 1;
  Count:   0 .. SLOTS;
  Address: 0 .. BUFFERS - 1;
  Length:  0 .. 2047;
  Sum:     0 .. 65535;
  Cookie:  0 .. 255;
  Owner:   enum { DRIVER, DEVICE, DONE };

  Descriptor: record
    owner:     Owner;
    address:   Address;
    length:    Length;
    sum:       Sum;
    cookie:    Cookie;
    broken:    boolean;
  end;

var
  ring:    array[Slot] of Descriptor;
  posted:  Slot;                          -- the next slot the driver posts
  filled:  Slot;                          -- the next slot the device fills
  taken:   Slot;                          -- the next slot the driver takes out
  waiting: Count;                         -- buffers posted and not filled
  ready:   Count;                         -- packets filled and not taken

function after(s: Slot): Slot;
begin
  return (s = SLOTS - 1 ? 0 : s + 1);
end;

function checksum(address: Address; length: Length; cookie: Cookie): Sum;
begin
  return (address * 3 + length * 7 + cookie) % 65536;
end;

procedure fill(length: Length; broken: boolean);
begin
  ring[filled].owner := DONE;
  ring[filled].length := length;
  ring[filled].sum := checksum(ring[filled].address, length, ring[filled].cookie);
  ring[filled].broken := broken;
  filled := after(filled);
  waiting := waiting - 1;
  ready := ready + 1;
end;

startstate "the ring is empty"
begin
  for s: Slot do
    ring[s].owner := DRIVER;
    ring[s].address := 0;
    ring[s].length := 0;
    ring[s].sum := 0;
    ring[s].cookie := 0;
    ring[s].broken := false;
  end;
  posted := 0;
  filled := 0;
  taken := 0;
  waiting := 0;
  ready := 0;
end;

rule "driver: post a buffer"
  ring[posted].owner = DRIVER
==>
begin
  ring[posted].owner := DEVICE;
  ring[posted].address := (posted * 4096 + 2048) % BUFFERS;
  ring[posted].cookie := 17 * posted % 256;
  posted := after(posted);
  waiting := waiting + 1;
end;

rule "device: a short packet"
  ring[filled].owner = DEVICE
==>
begin
  fill(SHORT, false);
end;

rule "device: a long packet"
  ring[filled].owner = DEVICE
==>
begin
  fill(LONG, false);
end;

rule "device: a broken packet"
  ring[filled].owner = DEVICE
==>
begin
  fill(LONG, true);
end;

rule "driver: take a packet out"
  ring[taken].owner = DONE
==>
begin
  ring[taken].owner := DRIVER;
  ring[taken].address := 0;
  ring[taken].length := 0;
  ring[taken].sum := 0;
  ring[taken].cookie := 0;
  ring[taken].broken := false;
  taken := after(taken);
  ready := ready - 1;
end;

invariant "every packet has its sum"
  forall s: Slot do
    ring[s].owner = DONE ->
      ring[s].sum = checksum(ring[s].address, ring[s].length, ring[s].cookie)
  end;

invariant "posted and not filled, filled and not taken"
  waiting + ready <= SLOTS
  & (waiting > 0 -> ring[filled].owner = DEVICE)
  & (ready > 0 -> ring[taken].owner = DONE);
