// Tests of the run-time, which is put in front of this file. Ends with the number of the failed line.

#include <stdio.h>

#define EXPECT(condition)                                         \
  do {                                                            \
    if (!(condition)) {                                           \
      fprintf(stderr, "line %d: %s\n", __LINE__, #condition);     \
      exit(1);                                                    \
    }                                                             \
  } while (0)

static void shifts(void) {
  EXPECT(shift_left(3, 2) == 12);
  EXPECT(shift_left(12, -2) == 3);
  EXPECT(shift_left(-1, 63) == INT64_MIN);
  EXPECT(shift_left(-1, 64) == 0);
  EXPECT(shift_left(5, INT64_MIN) == 0);
  EXPECT(shift_right(-8, 1) == -4);
  EXPECT(shift_right(-8, 63) == -1);
  EXPECT(shift_right(-8, 64) == 0);
  EXPECT(shift_right(3, -2) == 12);
  EXPECT(shift_right(1, INT64_MAX) == 0);
}

static void cells(void) {
  const struct cell cell = {1, 61, 7, -5};
  const struct cell wide = {0, 0, UINT64_MAX, -INT64_C(0x4000000000000000)};
  uint64_t words[2] = {0, UINT64_MAX};
  EXPECT(cell_raw(&cell, words) == 7);
  for (int64_t value = -4; value <= 2; value++) {
    cell_set_value(&cell, words, value);
    EXPECT(cell_value(&cell, words) == value);
    EXPECT((words[1] & (UINT64_MAX >> 3)) == UINT64_MAX >> 3);
  }
  cell_set_value(&cell, words, UNDEFINED);
  EXPECT(cell_raw(&cell, words) == 0);
  EXPECT(cell_value(&cell, words) == UNDEFINED);
  cell_set_value(&wide, words, INT64_MAX);
  EXPECT(cell_value(&wide, words) == INT64_MAX);
  int64_t locals[3] = {1, 2, 3};
  undefine(locals, 2);
  EXPECT(locals[0] == UNDEFINED && locals[1] == UNDEFINED && locals[2] == 3);
}

static void successors(void) {
  struct successors out = successors_make(2, 1, 3);
  successors_begin(&out);
  for (uint64_t i = 0; i < 1000; i++) {
    uint64_t *next = successors_next(&out);
    next[0] = i;
    next[1] = ~i;
    successors_count_firing(&out, 0, i == 7);
    successors_commit(&out);
  }
  EXPECT(out.count == 1000 && out.words[1998] == 999 && out.words[1999] == ~UINT64_C(999));
  EXPECT(out.firings[0] == 1000 && out.has_fired && out.has_moved);
  successors_begin(&out);
  EXPECT(out.count == 0 && !out.has_fired && !out.has_moved);
  for (int i = 0; i < 100; i++) successors_note_cover(&out, 1);
  successors_abandon_covers(&out);
  successors_note_cover(&out, 2);
  successors_next(&out);
  successors_commit(&out);
  EXPECT(out.covers[1] == 0 && out.covers[2] == 1);
  for (int i = 0; i < 100; i++) successors_note_goal(&out, i % 2 == 0);
  EXPECT(out.goal_count == 100 && out.goals[98] && !out.goals[99]);
  successors_begin(&out);
  EXPECT(out.goal_count == 0);
  successors_note_false(&out, 1, true);
  successors_note_false(&out, 1, true);
  successors_note_false(&out, 1, false);
  successors_note_false(&out, 1, true);
  EXPECT(out.false_count == 2 && out.false_claims[0].in_step && !out.false_claims[1].in_step);
  successors_note_failure(&out, 0);
  EXPECT(out.has_failed && out.failed[0] && !out.failed[1]);
  successors_destroy(&out);
}

int main(void) {
  shifts();
  cells();
  successors();
  return 0;
}
