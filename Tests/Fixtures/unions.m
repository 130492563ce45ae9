-- expect: states 418 transitions 683; exit 0
-- Values of unions in every place where values stand.
-- not for rumur: it has no unions.
-- pinproof: deadlock off
type
  Home: enum { home, spare };
  Proc: scalarset(2);
  Node: union { Home, Proc };
  Flag: union { boolean, Home };
var
  owner, next: Node;
  hops: array [Node] of 0..2;
  load: array [Proc] of 0..1;
  flag: Flag;
  last: Proc;

function place(n: Node): Home;
begin
  if ismember(n, Home) then return n; end;
  return spare;
end;

procedure move(var from: Node; target: Node);
begin
  from := target;
end;

startstate begin
  owner := home; undefine next; undefine last; flag := true;
  for n: Node do hops[n] := 0; end;
  clear load;
end;

ruleset n: Node do
  rule "choose" isundefined(next) & n != owner ==> begin
    next := n;
    switch n
      case home, spare: flag := place(n);
      else flag := isundefined(last) ? false : n != last;
    end;
  end;
end;

rule "go" !isundefined(next) & hops[next] < 2 ==> begin
  if ismember(next, Proc) then last := next; load[next] := 1; end;
  hops[owner] := 2 - hops[owner];
  move(owner, next);
  undefine next;
end;

ruleset p: Proc do
  rule "leave" owner = p ==> begin owner := load[p] = 1 ? p : p; move(owner, home); end;
end;

invariant "flags" ismember(flag, boolean) | flag = spare | flag = home;
invariant "owner" exists n: Node do n = owner end;
invariant "last" isundefined(last) | load[last] = 1;
cover "both" owner = home & flag = false;
