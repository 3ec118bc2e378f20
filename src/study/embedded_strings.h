// The interface's words inside the program, one file per language.
// Made by web/cmake/embed.cmake at build time (see scenario/embedded.h).
#pragma once

#include "scenario/embedded.h"

namespace parley {

extern const EmbeddedFile kEmbeddedStrings[];  // assets/strings/*.json: "en", …
extern const size_t kEmbeddedStringCount;

}  // namespace parley
