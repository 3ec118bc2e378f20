// Fingerprint of a picture before it is drawn: two pictures with one print are the same picture.
//
// Most pictures that are asked for show what is on the canvas already.  Building one takes 2 ms; drawing it takes the GPU, or the
// processor where there is none (70 ms at 1366x768).  Whoever draws can leave out what would change nothing.
// Cost     O(bytes of the draw lists), about 0.1 ms.
#pragma once
#include <cstdint>

struct ImDrawData;

namespace parley {

// The dots of a town count by their stamp (platform/town_renderer.h); textures are taken to stay what they are.
std::uint64_t print_of(const ImDrawData& picture);

}  // namespace parley
