/// What the C code that is emitted for a model needs besides its own text: cells of packed states,
/// and arithmetic as specifications mean it.

#ifndef PINPROOF_RUNTIME_H
#define PINPROOF_RUNTIME_H

#include "successors.h"

#define LIKELY(condition) __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition) __builtin_expect(!!(condition), 0)
#define INLINE static inline __attribute__((always_inline, unused))
#define NOINLINE __attribute__((noinline))

/// The mark of a local without a value. No cell or local can hold as low a value.
#define UNDEFINED INT64_MIN

/// What functions return when an assumption in them is false; 0 is success, and a positive number
/// is one more than the claim that fails.
#define PRUNED (-1)

/// Where one cell lies in a packed state. Its raw value is 0 when it is undefined.
struct cell {
  uint32_t word;
  uint32_t shift;
  uint64_t mask;
  /// The lower bound less one: what a raw value is counted from.
  int64_t base;
};

INLINE uint64_t cell_raw(const struct cell *cell, const uint64_t *words) {
  return words[cell->word] >> cell->shift & cell->mask;
}

INLINE void cell_set_raw(const struct cell *cell, uint64_t *words, uint64_t raw) {
  uint64_t others = words[cell->word] & ~(cell->mask << cell->shift);
  words[cell->word] = others | raw << cell->shift;
}

/// The value that a raw value above `base` stands for.
INLINE int64_t unpacked(uint64_t raw, int64_t base) {
  return raw == 0 ? UNDEFINED : (int64_t)(raw + (uint64_t)base);
}

/// The raw value, above `base`, of a value in the range of the cell.
INLINE uint64_t packed(int64_t value, int64_t base) {
  return value == UNDEFINED ? 0 : (uint64_t)value - (uint64_t)base;
}

INLINE int64_t cell_value(const struct cell *cell, const uint64_t *words) {
  return unpacked(cell_raw(cell, words), cell->base);
}

INLINE void cell_set_value(const struct cell *cell, uint64_t *words, int64_t value) {
  cell_set_raw(cell, words, packed(value, cell->base));
}

INLINE void undefine(int64_t *locals, intptr_t count) {
  for (intptr_t i = 0; i < count; i++) locals[i] = UNDEFINED;
}

/// A negative count shifts the other way; 64 or more, either way, gives 0.
INLINE int64_t shift_left(int64_t value, int64_t count) {
  if (count <= -64 || count >= 64) return 0;
  return count < 0 ? value >> -count : (int64_t)((uint64_t)value << count);
}

/// Keeps the sign. A negative count shifts the other way; 64 or more, either way, gives 0.
INLINE int64_t shift_right(int64_t value, int64_t count) {
  if (count <= -64 || count >= 64) return 0;
  return count < 0 ? (int64_t)((uint64_t)value << -count) : value >> count;
}

#endif
