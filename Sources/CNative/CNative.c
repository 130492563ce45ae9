// The module is its headers, each of which stands alone; here is what is compiled once.
#include "machine.h"
#include "runtime.h"
#include "successors.h"
#include "symmetry.h"

void symmetry_canonicalize_by_tables(
    struct symmetry_workspace *space, uint64_t *states, intptr_t count) {
  symmetry_canonicalize(space->tables, space, states, count);
}
