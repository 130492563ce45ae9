/*
 * The yardstick pin-first.m explored by hand: how fast one core can be when nothing is general.
 *
 * A state is one word of 44 bits. States are stored in breadth-first order in one array, which is
 * the queue too. The seen-set is open addressing over words, of fixed size, in huge pages where
 * there are any. Successors are gathered in batches and their slots fetched ahead, so that cache
 * misses overlap. Nothing is kept to rebuild a path.
 *
 *     cc -std=gnu11 -O3 -march=native -o pin-first pin-first.c && ./pin-first
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { FOLIOS = 4, TASKS = 3 };
enum { NONE, TRYGET, INC_RETURN, DROP_SPARE_PIN, DROP_FOLIO_PIN };

/* ref: 4 x 2 bits, pins: 4, dying, freed; then for each task next: 3, folio: 2, holds: 4. Outside
   of a call the folio is undefined, and its bits are 0; it is defined exactly when next says so. */
enum {
  PINS = 8,
  DYING = 12,
  FREED = 13,
  TASK = 14,
  TASK_BITS = 9,
  NEXT = 0,
  FOLIO = 3,
  HOLDS = 5,
};

enum { TABLE_BITS = 23, CAPACITY = 6 << 20, BATCH = 512, MOST_SUCCESSORS = 2 + TASKS * FOLIOS };

static uint64_t *table, *states;
static uint64_t count, firings;

static void *map(size_t bytes)
{
  void *memory =
      mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) {
    perror("mmap");
    exit(1);
  }
#ifdef MADV_HUGEPAGE
  madvise(memory, bytes, MADV_HUGEPAGE);
#endif
  return memory;
}

static inline uint64_t slot(uint64_t state)
{
  return state * 0x9E3779B97F4A7C15u >> (64 - TABLE_BITS);
}

static inline unsigned bits(uint64_t state, unsigned at, unsigned width)
{
  return state >> at & ((1u << width) - 1);
}

/* Writes the successors of a state; returns how many. */
static inline unsigned expand(uint64_t s, uint64_t *out)
{
  const uint64_t pin = 1u << PINS;
  uint64_t *o = out;
  const bool dying = s >> DYING & 1;

  if (!dying)
    *o++ = (s | 1u << DYING) - pin;
  else if (!(s >> FREED & 1) && bits(s, PINS, 4) == 0)
    *o++ = s | 1u << FREED;

  for (unsigned t = 0; t < TASKS; t++) {
    const unsigned at = TASK + t * TASK_BITS;
    const unsigned next = bits(s, at + NEXT, 3), folio = bits(s, at + FOLIO, 2);
    const uint64_t done = s & ~((uint64_t)31 << at);
    switch (next) {
    case NONE:
      for (unsigned f = 0; f < FOLIOS; f++) {
        const uint64_t held = (uint64_t)1 << (at + HOLDS + f);
        const uint64_t folio_bits = (uint64_t)f << (at + FOLIO);
        if (!(s & held)) {
          *o++ = s | folio_bits | (uint64_t)TRYGET << at;
        } else {
          const uint64_t put = (s & ~held) - ((uint64_t)1 << 2 * f);
          *o++ = bits(put, 2 * f, 2) ? put : put | folio_bits | (uint64_t)DROP_FOLIO_PIN << at;
        }
      }
      break;
    case TRYGET:
      *o++ = dying ? done : s + pin + ((uint64_t)(INC_RETURN - TRYGET) << at);
      break;
    case INC_RETURN: {
      const uint64_t held = (uint64_t)1 << (at + HOLDS + folio);
      const uint64_t more = (uint64_t)1 << 2 * folio;
      *o++ = bits(s, 2 * folio, 2) ? (s | held) + more + ((uint64_t)1 << at)
                                   : (done | held) + more;
      break;
    }
    default:
      *o++ = done - pin;
    }
  }
  return o - out;
}

/* No folio is held after the page map is gone. */
static inline bool safe(uint64_t s)
{
  const uint64_t holds = (uint64_t)15 << (TASK + HOLDS);
  const uint64_t all = holds | holds << TASK_BITS | holds << 2 * TASK_BITS;
  return !(s >> FREED & 1) || !(s & all);
}

static inline void insert(uint64_t state)
{
  uint64_t i = slot(state);
  while (table[i]) {
    if (table[i] == state)
      return;
    i = (i + 1) & ((1u << TABLE_BITS) - 1);
  }
  if (count == CAPACITY || !safe(state)) {
    fprintf(stderr, count == CAPACITY ? "out of room\n" : "violated\n");
    exit(1);
  }
  table[i] = state;
  states[count++] = state;
}

int main(void)
{
  static uint64_t batch[BATCH + MOST_SUCCESSORS];
  table = map(sizeof *table << TABLE_BITS);
  states = map(sizeof *states * CAPACITY);

  /* Before the kill there is a pin, and afterwards DYING is set: no state is the word 0. */
  insert((uint64_t)1 << PINS);
  for (uint64_t from = 0; from < count;) {
    unsigned n = 0;
    while (n < BATCH && from < count)
      n += expand(states[from++], batch + n);
    for (unsigned i = 0; i < n; i++)
      __builtin_prefetch(&table[slot(batch[i])], 1);
    for (unsigned i = 0; i < n; i++)
      insert(batch[i]);
    firings += n;
  }
  printf("%llu states, %llu rules fired\n", (unsigned long long)count,
         (unsigned long long)firings);
  return 0;
}
