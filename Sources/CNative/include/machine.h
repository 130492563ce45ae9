/// What the store asks of the machine and Swift has no words for.

#ifndef PINPROOF_MACHINE_H
#define PINPROOF_MACHINE_H

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

#endif
