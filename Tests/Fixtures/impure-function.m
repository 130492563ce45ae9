-- expect: states 12 transitions 12; exit 0
-- A function that changes the state as it answers, called from a rule.
var tickets: 0..3; mine: 0..3; calls: 0..2;
function take(): 0..3;
begin
  tickets := tickets - 1;
  return tickets;
end;
function bump(var counter: 0..2): 0..2;
begin
  counter := (counter + 1) % 3;
  return counter;
end;
startstate begin tickets := 3; mine := 0; calls := 0; end;
rule "take" tickets > 0 ==> begin mine := take(); end;
rule "refill" tickets = 0 ==> begin tickets := 3; mine := bump(calls); end;
invariant "what was taken" tickets < 3 -> mine = tickets;
