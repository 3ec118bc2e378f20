// Paper: a longer text in simple Markdown (headings, lists, paragraphs, code), set for reading in lines of about 70
// characters.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

// Returns the height; draws only when told to.
float paper(Paint& p, float x, float y, float width, std::string_view markdown, bool draw);

}  // namespace parley
