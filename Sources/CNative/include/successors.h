/// What computing the successors of a state gives: packed successors, and notes about claims and
/// rules. Filled by the bytecode machine and by code that was emitted for one model; this file is
/// put in front of the latter.
///
/// Successors and goals are about one state and start again with `successors_begin`; the rest goes
/// on over all states. A buffer belongs to one thread at a time.

#ifndef PINPROOF_SUCCESSORS_H
#define PINPROOF_SUCCESSORS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A claim that turned out false.
struct false_claim {
  int32_t claim;
  /// Whether a step from the state shows it, not the state itself.
  bool in_step;
};

struct successors {
  /// The packed successors, one after the other.
  uint64_t *words;
  intptr_t words_per_state;
  /// How many states there is room for.
  intptr_t capacity;
  intptr_t count;
  /// Whether some rule fired, and whether one fired that led to another state.
  bool has_fired;
  bool has_moved;
  /// Whether there are goals or pending covers.
  bool has_notes;

  /// The claims that turned out false, in the order of their discovery.
  struct false_claim *false_claims;
  intptr_t false_count;
  intptr_t false_capacity;
  /// For each claim: 1 when it is known to be false on some step, 2 when in some state.
  uint8_t *known;
  /// For each claim whether its condition could not be evaluated in some state.
  bool *failed;
  bool has_failed;

  /// For each instance of a liveness claim whether the state satisfies it.
  bool *goals;
  intptr_t goal_count;
  intptr_t goal_capacity;
  /// The covers that were met on a step under way.
  int32_t *pending;
  intptr_t pending_count;
  intptr_t pending_capacity;

  /// For each rule how often it fired.
  intptr_t *firings;
  /// For each claim how often it was covered.
  intptr_t *covers;
  /// For each claim whether the left side of its implication was ever true.
  bool *antecedents;
};

/// Room for `count` elements of `size` bytes in a block of memory that is at least twice as large
/// when it moves. Ends the process when there is none: nothing sensible can go on then.
static inline void *successors_resized(void *block, intptr_t count, size_t size) {
  void *resized = realloc(block, (size_t)count * size);
  if (resized == NULL) abort();
  return resized;
}

static inline void successors_grow(struct successors *out) {
  out->capacity = 2 * out->capacity;
  out->words = (uint64_t *)successors_resized(
      out->words, out->capacity * out->words_per_state, sizeof(uint64_t));
}

/// Starts with another state.
static inline void successors_begin(struct successors *out) {
  out->count = 0;
  out->has_fired = false;
  out->has_moved = false;
  if (out->has_notes) {
    out->goal_count = 0;
    out->pending_count = 0;
    out->has_notes = false;
  }
}

/// Where the next successor is to be written; `successors_commit` makes it count.
static inline uint64_t *successors_next(struct successors *out) {
  if (out->count == out->capacity) successors_grow(out);
  return out->words + out->count * out->words_per_state;
}

static inline void successors_count_covers(struct successors *out) {
  for (intptr_t i = 0; i < out->pending_count; i++) out->covers[out->pending[i]]++;
  out->pending_count = 0;
}

static inline void successors_commit(struct successors *out) {
  out->count++;
  if (out->has_notes) successors_count_covers(out);
}

static inline void successors_count_firing(struct successors *out, intptr_t rule, bool changes) {
  out->firings[rule]++;
  out->has_fired = true;
  if (changes) out->has_moved = true;
}

static inline void successors_note_goal(struct successors *out, bool is_true) {
  if (out->goal_count == out->goal_capacity) {
    out->goal_capacity = 2 * out->goal_capacity + 16;
    out->goals = (bool *)successors_resized(out->goals, out->goal_capacity, sizeof(bool));
  }
  out->goals[out->goal_count++] = is_true;
  out->has_notes = true;
}

/// Notes that a cover was met on a step under way.
static inline void successors_note_cover(struct successors *out, int32_t claim) {
  if (out->pending_count == out->pending_capacity) {
    out->pending_capacity = 2 * out->pending_capacity + 16;
    out->pending =
        (int32_t *)successors_resized(out->pending, out->pending_capacity, sizeof(int32_t));
  }
  out->pending[out->pending_count++] = claim;
  out->has_notes = true;
}

/// Forgets the covers of a step that leads nowhere.
static inline void successors_abandon_covers(struct successors *out) { out->pending_count = 0; }

/// Notes that a claim is false: in this state, or on a step from it. Only the first time of each
/// kind counts, and steps not after states.
static inline void successors_note_false(struct successors *out, int32_t claim, bool in_step) {
  uint8_t rank = in_step ? 1 : 2;
  if (out->known[claim] >= rank) return;
  out->known[claim] = rank;
  if (out->false_count == out->false_capacity) {
    out->false_capacity = 2 * out->false_capacity + 16;
    out->false_claims = (struct false_claim *)successors_resized(
        out->false_claims, out->false_capacity, sizeof(struct false_claim));
  }
  out->false_claims[out->false_count].claim = claim;
  out->false_claims[out->false_count].in_step = in_step;
  out->false_count++;
}

/// Notes that the condition of a claim could not be evaluated.
static inline void successors_note_failure(struct successors *out, int32_t claim) {
  out->failed[claim] = true;
  out->has_failed = true;
}

static inline void *successors_zeroed(intptr_t count, size_t size) {
  void *block = calloc(count > 0 ? (size_t)count : 1, size);
  if (block == NULL) abort();
  return block;
}

/// An empty buffer for states of `words_per_state` words, which is at least 1.
static inline struct successors successors_make(
    intptr_t words_per_state, intptr_t rules, intptr_t claims) {
  struct successors out;
  memset(&out, 0, sizeof out);
  out.words_per_state = words_per_state;
  out.capacity = 64;
  out.words = (uint64_t *)successors_zeroed(out.capacity * words_per_state, sizeof(uint64_t));
  out.known = (uint8_t *)successors_zeroed(claims, sizeof(uint8_t));
  out.failed = (bool *)successors_zeroed(claims, sizeof(bool));
  out.firings = (intptr_t *)successors_zeroed(rules, sizeof(intptr_t));
  out.covers = (intptr_t *)successors_zeroed(claims, sizeof(intptr_t));
  out.antecedents = (bool *)successors_zeroed(claims, sizeof(bool));
  return out;
}

/// Gives back what a buffer owns.
static inline void successors_destroy(struct successors *out) {
  free(out->words);
  free(out->false_claims);
  free(out->known);
  free(out->failed);
  free(out->goals);
  free(out->pending);
  free(out->firings);
  free(out->covers);
  free(out->antecedents);
}

#endif
