// The sweep over the assumed numbers of the shipped scenarios inside the program (assets/assumptions.csv; see study/assumptions.h).
// Made by web/cmake/embed.cmake at build time (see scenario/embedded.h).
#pragma once

#include "scenario/embedded.h"

namespace parley {

extern const EmbeddedFile kEmbeddedAssumptions[];
extern const size_t kEmbeddedAssumptionCount;

}  // namespace parley
