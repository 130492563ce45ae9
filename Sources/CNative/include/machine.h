/// What the store asks of the machine and Swift has no words for.

#ifndef PINPROOF_MACHINE_H
#define PINPROOF_MACHINE_H

#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Asks for the memory at an address to be brought near; any address is allowed.
static inline void machine_prefetch(const void *address) { __builtin_prefetch(address); }

/// Tells the processor that a loop is waiting for another thread.
static inline void machine_pause(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// How many slots are looked at together: a line of the cache.
enum { machine_group = 16 };

/// One bit for each slot of a group: whether it is that value from the bit `shift` on, which is
/// at most 31. The group is aligned to its size.
static inline uint32_t machine_matches(const uint32_t *group, uint32_t value, uint32_t shift) {
#if defined(__SSE2__)
  const __m128i *quarters = (const __m128i *)group;
  const __m128i values = _mm_set1_epi32((int32_t)value);
  const __m128i count = _mm_cvtsi32_si128((int32_t)shift);
  __m128i same[4];
  for (int i = 0; i < 4; i++) {
    __m128i difference = _mm_srl_epi32(_mm_xor_si128(quarters[i], values), count);
    same[i] = _mm_cmpeq_epi32(difference, _mm_setzero_si128());
  }
  const __m128i low = _mm_packs_epi32(same[0], same[1]);
  const __m128i high = _mm_packs_epi32(same[2], same[3]);
  return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(low, high));
#else
  uint32_t matches = 0;
  for (int i = 0; i < machine_group; i++) {
    matches |= (uint32_t)((group[i] ^ value) >> shift == 0) << i;
  }
  return matches;
#endif
}

#endif
