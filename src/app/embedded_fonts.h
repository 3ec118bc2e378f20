// The interface's fonts: Inter, cut to the characters in use, digits all of one width (web/third_party/fonts.py).
// Made by web/cmake/embed.cmake at build time (see scenario/embedded.h). Empty in a native build made before the fonts were.
#pragma once

#include "scenario/embedded.h"

namespace parley {

extern const EmbeddedFile kEmbeddedFonts[];  // "Inter-Bold.ttf", "Inter-Regular.ttf", "Inter-SemiBold.ttf"
extern const size_t kEmbeddedFontCount;

}  // namespace parley
