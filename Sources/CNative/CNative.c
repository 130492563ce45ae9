// The module is its headers; SwiftPM wants a file to compile, and this one checks that each header
// stands alone.
#include "machine.h"
#include "runtime.h"
#include "successors.h"
