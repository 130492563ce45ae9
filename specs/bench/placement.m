-- Wide and shallow: pages are placed on memory nodes, each once, in any order. The depth is the
-- number of pages, and most states lie in the last levels.
--
-- There are (NODES + 1) ^ PAGES states. PAGES=6 NODES=4 is for checking; PAGES=6 NODES=12, with
-- 4,826,809 states of which 2,985,984 are the last level, is for measuring.

-- pinproof: deadlock off

const
  PAGES: 6;
  NODES: 4;

type
  Page:  scalarset(PAGES);
  Node:  scalarset(NODES);
  Count: 0 .. PAGES;

var
  node: array[Page] of Node;             -- undefined: not placed
  used: array[Node] of Count;

startstate "nothing is placed"
begin
  for p: Page do undefine node[p]; end;
  for n: Node do used[n] := 0; end;
end;

ruleset p: Page; n: Node do
  rule "place"
    isundefined(node[p])
  ==>
  begin
    node[p] := n;
    used[n] := used[n] + 1;
  end;
end;

invariant "a node with pages is in use"
  forall p: Page do isundefined(node[p]) | used[node[p]] > 0 end;
