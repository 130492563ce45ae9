/* The yardstick pin-first.m in Promela, for SPIN: one step for each of its rules, and states of
   the same content, so that SPIN stores 5,750,909 states and takes 26,045,141 transitions.

   One process holds all rules: a process for each task would add program counters to the state.
   The set of folios that a task holds is a mask, which is shorter than an array of bits. */

#define FOLIOS 4
#define TASKS 3
#define UNDEFINED FOLIOS

#define NONE 0
#define TRYGET 1
#define INC_RETURN 2
#define DROP_SPARE_PIN 3
#define DROP_FOLIO_PIN 4

byte ref[FOLIOS];
byte pins = 1;
bit dying, freed;
byte next[TASKS];
byte folio[TASKS] = UNDEFINED;
byte holds[TASKS];

#define FINISH(t) next[t] = NONE; folio[t] = UNDEFINED

#define REQUEST(t, f) \
  :: d_step { next[t] == NONE && !(holds[t] & (1 << f)) -> folio[t] = f; next[t] = TRYGET }

#define PUT(t, f) \
  :: d_step { next[t] == NONE && (holds[t] & (1 << f)) -> \
       holds[t] = holds[t] - (1 << f); \
       ref[f]--; \
       if \
       :: ref[f] == 0 -> folio[t] = f; next[t] = DROP_FOLIO_PIN \
       :: else \
       fi }

#define FOLIO_RULES(t) \
  REQUEST(t, 0) REQUEST(t, 1) REQUEST(t, 2) REQUEST(t, 3) \
  PUT(t, 0) PUT(t, 1) PUT(t, 2) PUT(t, 3)

#define TASK_RULES(t) \
  :: d_step { next[t] == TRYGET -> \
       if \
       :: dying -> FINISH(t) \
       :: else -> pins++; next[t] = INC_RETURN \
       fi } \
  :: d_step { next[t] == INC_RETURN -> \
       ref[folio[t]]++; \
       holds[t] = holds[t] | (1 << folio[t]); \
       if \
       :: ref[folio[t]] > 1 -> next[t] = DROP_SPARE_PIN \
       :: else -> FINISH(t) \
       fi } \
  :: d_step { next[t] == DROP_SPARE_PIN -> pins--; FINISH(t) } \
  :: d_step { next[t] == DROP_FOLIO_PIN -> pins--; FINISH(t) }

active proctype system() {
end:
  do
  :: d_step { !dying -> dying = 1; pins-- }
  :: d_step { dying && pins == 0 && !freed -> freed = 1 }
  FOLIO_RULES(0) FOLIO_RULES(1) FOLIO_RULES(2)
  TASK_RULES(0) TASK_RULES(1) TASK_RULES(2)
  :: d_step { freed && (holds[0] || holds[1] || holds[2]) -> assert(false) }
  od
}
