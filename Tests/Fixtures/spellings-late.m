-- expect: states 4 transitions 4; exit 0
-- Spellings that came late to the language.
-- not for rumur: its release 2022.08 does not know these signs
var x: 0..6;
startstate begin x ≔ 0; end
rule “step” x ÷ 2 < 3 ⇒ begin x ≔ (x + 2) × 1 − 0 endrule
rule "back" x = 6 ⇒ begin clear x end
invariant (∀ i: 0..2 do i × x ≤ 12 end) "product"
invariant "even" ∃ i: 0..3 do i × 2 = x endexists
