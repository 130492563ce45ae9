/// Takes a packed state to the representative of its orbit: of all states that differ from it only
/// in the names of scalarset members, always the same one.
///
/// Members get colours that no renaming changes: from the values of their own cells first, then
/// round by round from the colours of the members that they share cells with, until no round tells
/// more members apart. Members are then renamed in the order of their colours. Those that still
/// have one colour are mostly interchangeable: swapping two of them changes nothing, and their
/// order does not matter. Where that is not so, each of them is told apart from the others in turn,
/// and of all results the least state is the representative. This is individualisation and
/// refinement, as programs for graph isomorphism do it (McKay, Piperno: Practical graph isomorphism
/// II, 2014).
///
/// Colours are hashes. If two collide, members look alike that are not; that costs time only.
///
/// Trying all permutations instead takes `n!` times as long as one; sorting by own values alone
/// leaves several representatives for some orbits.
///
/// The tables say which cells are concerned. Where they are constants, as in code that was emitted
/// for one model and defines `PINPROOF_CONSTANT_TABLES`, the loops over them are unrolled, which
/// more than halves the time.

#ifndef PINPROOF_SYMMETRY_H
#define PINPROOF_SYMMETRY_H

#include "runtime.h"
#include "successors.h"

/// Stands before loops over tables.
#if !defined(PINPROOF_CONSTANT_TABLES)
#define UNROLLED
#elif defined(__clang__)
#define UNROLLED _Pragma("clang loop unroll(full)")
#else
#define UNROLLED _Pragma("GCC unroll 128")
#endif

/// A cell that belongs to members of scalarsets, or holds one in some state.
///
/// The elements of an array indexed by a scalarset belong to its members, which are the *owners* of
/// the cells. The member that a cell holds is one more *participant* of it.
struct symmetry_entry {
  /// The same for cells that some permutation may take to each other, in general not for others.
  uint64_t seed;
  int32_t cell;
  /// What is left of `cell` without what its owners add: the member times the stride of each.
  int32_t origin;
  /// Its owners are `owners[first_owner]` and those after it.
  int32_t first_owner;
  int32_t owner_count;
  /// Where its part of `member_of_raw` begins; -1 when it never holds a member.
  int32_t values;
};

struct symmetry_owner {
  int32_t member;
  /// The distance in cells to the next member's.
  int32_t stride;
};

/// Slots that are sorted again after a renaming, the greatest first.
struct symmetry_multiset {
  int32_t first_cell;
  int32_t slots;
  int32_t cells_per_slot;
};

/// What there is to know about the scalarsets of a system. Members have consecutive numbers, class
/// by class; the slots of multisets take part too, with numbers after those of the members, so that
/// members are known by the elements that mention them.
struct symmetry {
  int32_t members;
  /// Members and slots.
  int32_t participants;
  int32_t classes;
  int32_t entry_count;
  /// The entries before it have one owner and never hold a member.
  int32_t first_link;
  /// The entries from it on may hold a member, those before it do not.
  int32_t first_holding;
  int32_t words;
  /// One more than the most owners that a cell has.
  int32_t places;
  int32_t multiset_count;
  const struct cell *cells;
  const struct symmetry_entry *entries;
  const struct symmetry_owner *owners;
  /// For raw values the numbers of the members that they are, -1 for those that are none.
  const int32_t *member_of_raw;
  /// The first member of each class, and the number of all members.
  const int32_t *class_starts;
  /// The entries that a member owns and that hold none are `owned[owned_starts[member]]` and those
  /// before the next member's.
  const int32_t *owned_starts;
  const int32_t *owned;
  const struct symmetry_multiset *multisets;
  /// The bits that no permutation moves.
  const uint64_t *fixed_bits;
};

/// Memory for one thread at a time.
struct symmetry_workspace {
  const struct symmetry *tables;
  /// A row of colours for each level of the search.
  uint64_t *colours;
  /// The members of each class by colour, a row for each level of the search.
  int32_t *orders;
  /// What a participant adds to a cell: a row for each place among the participants.
  uint64_t *parts;
  /// What each participant has learnt in a round.
  uint64_t *sums;
  /// The new number of each member, in the order of the colours that were refined last.
  int32_t *permutation;
  /// Changes nothing but for the two members that are being swapped.
  int32_t *swap;
  uint64_t *candidate;
  uint64_t *best;
  bool has_best;
  /// The permutation that took the last state to its representative.
  int32_t *chosen;
};

// MARK: Permutations

/// The cell that a permutation takes an entry's cell to.
INLINE int32_t symmetry_image(
    const struct symmetry *tables, const struct symmetry_entry *entry, const int32_t *permutation) {
  const struct symmetry_owner *owners = tables->owners + entry->first_owner;
  int32_t cell = entry->origin;
  UNROLLED
  for (int32_t i = 0; i < entry->owner_count; i++) {
    cell += permutation[owners[i].member] * owners[i].stride;
  }
  return cell;
}

/// The member that a raw value of an entry's cell is, -1 when it is none.
INLINE int32_t symmetry_member(
    const struct symmetry *tables, const struct symmetry_entry *entry, uint64_t raw) {
  return entry->values < 0 ? -1 : tables->member_of_raw[entry->values + (int32_t)raw];
}

/// The raw value that a permutation makes of one.
INLINE uint64_t symmetry_image_raw(
    const struct symmetry *tables, const struct symmetry_entry *entry, uint64_t raw,
    const int32_t *permutation) {
  const int32_t member = symmetry_member(tables, entry, raw);
  return member < 0 ? raw : raw + (uint64_t)(int64_t)(permutation[member] - member);
}

INLINE bool symmetry_is_less(
    const struct symmetry *tables, const uint64_t *left, const uint64_t *right) {
  for (int32_t i = 0; i < tables->words; i++) {
    if (left[i] != right[i]) return left[i] < right[i];
  }
  return false;
}

/// Compares two slots of a multiset, and exchanges them when the first is the lesser one.
INLINE bool symmetry_order_slots(
    const struct cell *first, const struct cell *second, int32_t count, uint64_t *state) {
  int32_t i = 0;
  while (i < count && cell_raw(first + i, state) == cell_raw(second + i, state)) i++;
  if (i == count || cell_raw(first + i, state) > cell_raw(second + i, state)) return false;
  for (; i < count; i++) {
    const uint64_t raw = cell_raw(first + i, state);
    cell_set_raw(first + i, state, cell_raw(second + i, state));
    cell_set_raw(second + i, state, raw);
  }
  return true;
}

INLINE void symmetry_sort_slots(const struct symmetry *tables, uint64_t *state) {
  for (int32_t i = 0; i < tables->multiset_count; i++) {
    const struct symmetry_multiset *multiset = tables->multisets + i;
    const int32_t size = multiset->cells_per_slot;
    for (int32_t last = 1; last < multiset->slots; last++) {
      const struct cell *slot = tables->cells + multiset->first_cell + last * size;
      for (int32_t left = last; left > 0; left--, slot -= size) {
        if (!symmetry_order_slots(slot - size, slot, size, state)) break;
      }
    }
  }
}

/// Writes the permuted state to `result`, which must not be `state`.
INLINE void symmetry_permute(
    const struct symmetry *tables, const uint64_t *state, const int32_t *permutation,
    uint64_t *result) {
  UNROLLED
  for (int32_t i = 0; i < tables->words; i++) result[i] = state[i] & tables->fixed_bits[i];
  UNROLLED
  for (int32_t i = 0; i < tables->entry_count; i++) {
    const struct symmetry_entry *entry = tables->entries + i;
    const uint64_t raw = cell_raw(tables->cells + entry->cell, state);
    if (raw == 0) continue;
    const struct cell *image = tables->cells + symmetry_image(tables, entry, permutation);
    result[image->word] |= symmetry_image_raw(tables, entry, raw, permutation) << image->shift;
  }
  symmetry_sort_slots(tables, result);
}

// MARK: Colours

#define SYMMETRY_ODD UINT64_C(0xd6e8feb86659fd93)

/// Mixes the bits of a sum, so that sums of the results do not follow from the sums.
INLINE uint64_t symmetry_folded(uint64_t sum) {
  return (sum ^ sum >> 32) * UINT64_C(0xe7037ed1a0b428db);
}

/// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
/// OOPSLA 2014).
INLINE uint64_t symmetry_mixed(uint64_t left, uint64_t right) {
  uint64_t mixed = (left * 5 + right + 1) * UINT64_C(0x9e3779b97f4a7c15);
  mixed = (mixed ^ mixed >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  return mixed ^ mixed >> 29;
}

/// First colours: from the cells that belong to one member alone.
INLINE void symmetry_colour(
    const struct symmetry *tables, struct symmetry_workspace *space, const uint64_t *state) {
  UNROLLED
  for (int32_t i = 0; i < tables->participants; i++) space->colours[i] = 0;
  UNROLLED
  for (int32_t i = 0; i < tables->first_link; i++) {
    const struct symmetry_entry *entry = tables->entries + i;
    const uint64_t raw = cell_raw(tables->cells + entry->cell, state);
    const int32_t member = tables->owners[entry->first_owner].member;
    space->colours[member] += symmetry_folded(raw * SYMMETRY_ODD + entry->seed);
  }
}

/// Ranks the members of each class by colour; how many pairs of them have the same.
///
/// All pairs are compared: what a sort decides is random, and costs more than comparing.
INLINE int32_t symmetry_rank(
    const struct symmetry *tables, const uint64_t *colours, int32_t *permutation) {
  int32_t ties = 0;
  UNROLLED
  for (int32_t i = 0; i < tables->classes; i++) {
    const int32_t start = tables->class_starts[i], end = tables->class_starts[i + 1];
    UNROLLED
    for (int32_t member = start; member < end; member++) {
      int32_t rank = start;
      UNROLLED
      for (int32_t other = start; other < member; other++) {
        rank += colours[other] <= colours[member];
        ties += colours[other] == colours[member];
      }
      UNROLLED
      for (int32_t other = member + 1; other < end; other++) {
        rank += colours[other] < colours[member];
      }
      permutation[member] = rank;
    }
  }
  return ties;
}

/// Tells the participants of a cell each other's colours. The raw value 0, which is undefined or
/// the least value, says nothing.
INLINE void symmetry_link(
    const struct symmetry *tables, struct symmetry_workspace *space,
    const struct symmetry_entry *entry, const uint64_t *state) {
  const uint64_t raw = cell_raw(tables->cells + entry->cell, state);
  if (raw == 0) return;
  const struct symmetry_owner *owners = tables->owners + entry->first_owner;
  const int32_t held = symmetry_member(tables, entry, raw);
  uint64_t sum = entry->seed + (held < 0 ? raw * SYMMETRY_ODD : space->parts[held]);
  const uint64_t *parts = space->parts;
  UNROLLED
  for (int32_t i = 0; i < entry->owner_count; i++) {
    parts += tables->participants;
    sum += parts[owners[i].member];
    if (owners[i].member == held) sum += SYMMETRY_ODD * (uint64_t)(i + 1);
  }
  parts = space->parts;
  UNROLLED
  for (int32_t i = 0; i < entry->owner_count; i++) {
    parts += tables->participants;
    space->sums[owners[i].member] += symmetry_folded(sum - parts[owners[i].member]);
  }
  if (held >= 0) space->sums[held] += symmetry_folded(sum - space->parts[held]);
}

/// One round.
INLINE void symmetry_refine_once(
    const struct symmetry *tables, struct symmetry_workspace *space, uint64_t *colours,
    const uint64_t *state) {
  UNROLLED
  for (int32_t i = 0; i < tables->participants; i++) {
    const uint64_t colour = colours[i] ^ colours[i] >> 32;
    uint64_t factor = UINT64_C(0xa0761d6478bd642f);
    UNROLLED
    for (int32_t place = 0; place < tables->places; place++) {
      space->parts[place * tables->participants + i] = colour * factor;
      factor += 2 * UINT64_C(0xe7037ed1a0b428db);
    }
    space->sums[i] = 0;
  }
  UNROLLED
  for (int32_t i = tables->first_link; i < tables->entry_count; i++) {
    symmetry_link(tables, space, tables->entries + i, state);
  }
  UNROLLED
  for (int32_t i = 0; i < tables->participants; i++) {
    colours[i] = symmetry_mixed(colours[i], space->sums[i]);
  }
}

/// Refines the colours of a level until they tell no more members apart, and ranks members by them;
/// how many pairs have the same.
INLINE int32_t symmetry_refine(
    const struct symmetry *tables, struct symmetry_workspace *space, int32_t level,
    const uint64_t *state) {
  uint64_t *colours = space->colours + level * tables->participants;
  // What slots learn reaches members a round later.
  int32_t patience = tables->participants > tables->members ? 2 : 1;
  for (int32_t ties = -1;;) {
    const int32_t left = symmetry_rank(tables, colours, space->permutation);
    if (left == ties) patience--;
    ties = left;
    if (ties == 0 || patience == 0 || tables->first_link == tables->entry_count) return ties;
    symmetry_refine_once(tables, space, colours, state);
  }
}

// MARK: Search

/// Whether the renaming that swaps two members, the first of which it is given, leaves the state as
/// it is.
INLINE bool symmetry_is_unchanged(
    const struct symmetry *tables, struct symmetry_workspace *space, int32_t first,
    const uint64_t *state) {
  if (tables->multiset_count > 0) {
    symmetry_permute(tables, state, space->swap, space->candidate);
    return memcmp(state, space->candidate, (size_t)tables->words * sizeof *state) == 0;
  }
  for (int32_t i = tables->owned_starts[first]; i < tables->owned_starts[first + 1]; i++) {
    const struct symmetry_entry *entry = tables->entries + tables->owned[i];
    const struct cell *image = tables->cells + symmetry_image(tables, entry, space->swap);
    if (cell_raw(tables->cells + entry->cell, state) != cell_raw(image, state)) return false;
  }
  for (int32_t i = tables->first_holding; i < tables->entry_count; i++) {
    const struct symmetry_entry *entry = tables->entries + i;
    const struct cell *image = tables->cells + symmetry_image(tables, entry, space->swap);
    const uint64_t raw = cell_raw(tables->cells + entry->cell, state);
    if (symmetry_image_raw(tables, entry, raw, space->swap) != cell_raw(image, state)) return false;
  }
  return true;
}

/// Whether swapping two members leaves the state as it is.
INLINE bool symmetry_are_interchangeable(
    const struct symmetry *tables, struct symmetry_workspace *space, int32_t first, int32_t second,
    const uint64_t *state) {
  space->swap[first] = second;
  space->swap[second] = first;
  const bool are_interchangeable = symmetry_is_unchanged(tables, space, first, state);
  space->swap[first] = first;
  space->swap[second] = second;
  return are_interchangeable;
}

/// Some members of one class, as places in the order of a level.
struct symmetry_tie {
  int32_t start;
  int32_t end;
};

/// The first members of one colour that are not all interchangeable.
INLINE struct symmetry_tie symmetry_first_tie(
    const struct symmetry *tables, struct symmetry_workspace *space, int32_t level,
    const uint64_t *state) {
  const uint64_t *colours = space->colours + level * tables->participants;
  int32_t *order = space->orders + level * tables->members;
  for (int32_t i = 0; i < tables->members; i++) order[space->permutation[i]] = i;
  for (int32_t i = 0; i < tables->classes; i++) {
    struct symmetry_tie tie = {tables->class_starts[i], tables->class_starts[i]};
    for (; tie.start < tables->class_starts[i + 1]; tie.start = tie.end) {
      bool is_tie = false;
      const int32_t first = order[tie.start];
      while (++tie.end < tables->class_starts[i + 1]) {
        const int32_t next = order[tie.end];
        if (colours[next] != colours[first]) break;
        is_tie = is_tie || !symmetry_are_interchangeable(tables, space, first, next, state);
      }
      if (is_tie) return tie;
    }
  }
  return (struct symmetry_tie){0, 0};
}

/// Whether an earlier member of the tie is interchangeable with the one at this place: then telling
/// either apart gives the same results.
INLINE bool symmetry_has_twin(
    const struct symmetry *tables, struct symmetry_workspace *space, struct symmetry_tie tie,
    int32_t place, const int32_t *order, const uint64_t *state) {
  for (int32_t i = tie.start; i < place; i++) {
    if (symmetry_are_interchangeable(tables, space, order[i], order[place], state)) return true;
  }
  return false;
}

/// Renames the members in the order of their colours, and keeps the state if it is the least so
/// far.
INLINE void symmetry_compare(
    const struct symmetry *tables, struct symmetry_workspace *space, const uint64_t *state) {
  symmetry_permute(tables, state, space->permutation, space->candidate);
  if (space->has_best && !symmetry_is_less(tables, space->candidate, space->best)) return;
  space->has_best = true;
  memcpy(space->best, space->candidate, (size_t)tables->words * sizeof *state);
  memcpy(space->chosen, space->permutation, (size_t)tables->members * sizeof *space->chosen);
}

static NOINLINE void symmetry_search(
    const struct symmetry *tables, struct symmetry_workspace *space, int32_t level,
    const uint64_t *state);

/// Tells each member of a tie apart from the others in turn.
INLINE void symmetry_individualise(
    const struct symmetry *tables, struct symmetry_workspace *space, int32_t level,
    struct symmetry_tie tie, const uint64_t *state) {
  const int32_t *order = space->orders + level * tables->members;
  const uint64_t *colours = space->colours + level * tables->participants;
  uint64_t *next = space->colours + (level + 1) * tables->participants;
  for (int32_t place = tie.start; place < tie.end; place++) {
    if (symmetry_has_twin(tables, space, tie, place, order, state)) continue;
    memcpy(next, colours, (size_t)tables->participants * sizeof *colours);
    next[order[place]] = symmetry_mixed(next[order[place]], SYMMETRY_ODD);
    symmetry_search(tables, space, level + 1, state);
  }
}

static NOINLINE __attribute__((unused)) void symmetry_search(
    const struct symmetry *tables, struct symmetry_workspace *space, int32_t level,
    const uint64_t *state) {
  struct symmetry_tie tie = {0, 0};
  if (symmetry_refine(tables, space, level, state) > 0 && level < tables->members) {
    tie = symmetry_first_tie(tables, space, level, state);
  }
  if (tie.start == tie.end) {
    symmetry_compare(tables, space, state);
  } else {
    symmetry_individualise(tables, space, level, tie, state);
  }
}

/// Replaces states, one after the other, by the representatives of their orbits.
INLINE void symmetry_canonicalize(
    const struct symmetry *tables, struct symmetry_workspace *space, uint64_t *states,
    intptr_t count) {
  for (intptr_t i = 0; i < count; i++) {
    uint64_t *state = states + i * tables->words;
    symmetry_colour(tables, space, state);
    space->has_best = false;
    symmetry_search(tables, space, 0, state);
    memcpy(state, space->best, (size_t)tables->words * sizeof *state);
  }
}

/// The same with the tables of the workspace: for systems without code of their own.
void symmetry_canonicalize_by_tables(
    struct symmetry_workspace *space, uint64_t *states, intptr_t count);

// MARK: Memory

static inline int32_t *symmetry_identity(int32_t count) {
  int32_t *permutation = (int32_t *)successors_zeroed(count, sizeof *permutation);
  for (int32_t i = 0; i < count; i++) permutation[i] = i;
  return permutation;
}

/// Memory for states of these tables, which must stay where they are for as long.
static inline struct symmetry_workspace symmetry_workspace_make(const struct symmetry *tables) {
  const intptr_t members = tables->members, participants = tables->participants;
  struct symmetry_workspace space = {.tables = tables, .has_best = false};
  space.colours = (uint64_t *)successors_zeroed(participants * (members + 1), sizeof(uint64_t));
  space.orders = (int32_t *)successors_zeroed(members * (members + 1), sizeof(int32_t));
  space.parts = (uint64_t *)successors_zeroed(participants * tables->places, sizeof(uint64_t));
  space.sums = (uint64_t *)successors_zeroed(participants, sizeof(uint64_t));
  space.permutation = symmetry_identity(tables->participants);
  space.swap = symmetry_identity(tables->participants);
  space.chosen = symmetry_identity(tables->participants);
  space.candidate = (uint64_t *)successors_zeroed(tables->words, sizeof(uint64_t));
  space.best = (uint64_t *)successors_zeroed(tables->words, sizeof(uint64_t));
  return space;
}

/// Gives back what a workspace owns.
static inline void symmetry_workspace_destroy(struct symmetry_workspace *space) {
  free(space->colours);
  free(space->orders);
  free(space->parts);
  free(space->sums);
  free(space->permutation);
  free(space->swap);
  free(space->chosen);
  free(space->candidate);
  free(space->best);
}

#endif
