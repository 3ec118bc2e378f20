// The scenario of the benchmark's first work inside the program (tests/bench/w1.json).
// Made by web/cmake/embed.cmake at build time (see scenario/embedded.h).
#pragma once

#include "scenario/embedded.h"

namespace parley {

extern const EmbeddedFile kEmbeddedWorks[];
extern const size_t kEmbeddedWorkCount;

}  // namespace parley
