// Explores models with emitted code alone, so that the code can run under sanitizers: breadth
// first, from start states that the text behind this file gives. Prints a line for each model:
// states, transitions, firings of each rule, how often each claim was covered, which claims are
// false.

#include <inttypes.h>
#include <stdio.h>

/// One emitted model.
struct model {
  void (*expand)(struct successors *, const uint64_t *, int32_t);
  void (*judge)(struct successors *, const uint64_t *, int32_t);
  void (*seek)(struct successors *, const uint64_t *);
  /// NULL when states are not to be canonicalised.
  void (*canonicalize)(struct symmetry_workspace *, uint64_t *, intptr_t);
  const struct symmetry *scalarsets;
  intptr_t words;
  intptr_t rules;
  intptr_t claims;
  uint64_t *starts;
  intptr_t start_count;
};

extern const struct model models[];
extern const intptr_t model_count;

/// States in the order in which they were found, and a table of their positions plus one.
struct store {
  intptr_t words;
  uint64_t *states;
  intptr_t count;
  intptr_t capacity;
  uint32_t *table;
  uint32_t mask;
};

static uint32_t hash(const uint64_t *state, intptr_t words) {
  uint64_t sum = 0;
  for (intptr_t i = 0; i < words; i++) sum = (sum ^ state[i]) * UINT64_C(0x9e3779b97f4a7c15) + 1;
  return (uint32_t)(sum >> 32);
}

static void store_add(struct store *store, const uint64_t *state) {
  size_t size = (size_t)store->words * sizeof *state;
  uint32_t slot = hash(state, store->words) & store->mask;
  for (; store->table[slot] != 0; slot = (slot + 1) & store->mask) {
    if (memcmp(store->states + (store->table[slot] - 1) * store->words, state, size) == 0) return;
  }
  if (store->count == store->capacity) {
    fprintf(stderr, "too many states\n");
    exit(1);
  }
  memcpy(store->states + store->count * store->words, state, size);
  store->table[slot] = (uint32_t)++store->count;
}

/// Adds states; where that is wanted, their representatives, which replace them.
static void store_add_all(
    struct store *store, uint64_t *states, intptr_t count, const struct model *model) {
  if (model->canonicalize != NULL) {
    struct symmetry_workspace space = symmetry_workspace_make(model->scalarsets);
    model->canonicalize(&space, states, count);
    symmetry_workspace_destroy(&space);
  }
  for (intptr_t i = 0; i < count; i++) store_add(store, states + i * store->words);
}

static void explore(const struct model *model) {
  struct store store = {.words = model->words, .capacity = 1 << 14, .mask = (1 << 16) - 1};
  store.states = successors_zeroed(store.capacity * store.words, sizeof(uint64_t));
  store.table = successors_zeroed(store.mask + 1, sizeof(uint32_t));
  store_add_all(&store, model->starts, model->start_count, model);
  struct successors out = successors_make(model->words, model->rules, model->claims);
  // Seeking counts firings too, so it has a buffer of its own.
  struct successors other = successors_make(model->words, model->rules, model->claims);
  intptr_t transitions = 0;
  for (intptr_t next = 0; next < store.count; next++) {
    model->expand(&out, store.states + next * store.words, 1);
    store_add_all(&store, out.words, out.count, model);
    model->judge(&other, store.states + next * store.words, 0);
    model->seek(&other, store.states + next * store.words);
  }
  for (intptr_t i = 0; i < model->rules; i++) transitions += out.firings[i];
  printf("%" PRIdPTR " %" PRIdPTR " |", store.count, transitions);
  for (intptr_t i = 0; i < model->rules; i++) printf(" %" PRIdPTR, out.firings[i]);
  printf(" |");
  for (intptr_t i = 0; i < model->claims; i++) printf(" %" PRIdPTR, out.covers[i]);
  printf(" |");
  for (intptr_t i = 0; i < model->claims; i++) printf(" %d", out.known[i] != 0);
  printf("\n");
  successors_destroy(&out);
  successors_destroy(&other);
  free(store.states);
  free(store.table);
}

int main(void) {
  for (intptr_t i = 0; i < model_count; i++) explore(&models[i]);
  return 0;
}
