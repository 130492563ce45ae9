-- expect: states 109 transitions 249; exit 0
-- Records in arrays in records, copied whole and cell by cell.
type
  Slot: record full: boolean; data: 0..2; end;
  Index: 0..1;
  Queue: record slots: array [Index] of Slot; head: Index; end;
var queue, spare: Queue; last: Slot;
startstate begin
  for i: Index do queue.slots[i].full := false; queue.slots[i].data := 0; end;
  queue.head := 0;
  spare := queue;
  last := queue.slots[0];
end;
ruleset d: 0..2 do
  rule "push" !queue.slots[queue.head].full ==> begin
    queue.slots[queue.head].full := true;
    queue.slots[queue.head].data := d;
    queue.head := 1 - queue.head;
  end;
end;
ruleset i: Index do
  rule "pop" queue.slots[i].full ==> begin
    last := queue.slots[i];
    queue.slots[i] := spare.slots[i];
  end;
end;
invariant "an empty slot is as at first"
  forall i: Index do !queue.slots[i].full -> queue.slots[i].data = 0 end;
invariant "the spare never changes" spare.slots[0] = spare.slots[1];
