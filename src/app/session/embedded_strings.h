// Papers inside the program, shown on request.
// Made by web/cmake/embed.cmake at build time (see scenario/embedded.h).
#pragma once

#include "scenario/embedded.h"

namespace parley {

extern const EmbeddedFile kEmbeddedTexts[];  // "ODD.md" (what the model is), "LICENSES.md" (what the product is made of)
extern const size_t kEmbeddedTextCount;

}  // namespace parley
