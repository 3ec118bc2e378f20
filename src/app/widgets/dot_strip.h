// Dot strip: one dot per world, stacked where its gap lies; a line at zero. Lay readers count dots more surely than they read
// intervals (Hullman et al. 2015).
#pragma once
#include <span>

#include "app/widgets/paint.h"

namespace parley {

struct StripCounts {
    int a = 0, b = 0, ties = 0;   // dots left of zero, right of zero, on it
    float from = 0, to = 0;       // where the dots begin and end
    float names_from = 0, names_to = 0;   // where the words under them begin and end
};
// gaps: b minus a, one per world. left and right say what the sides mean; where they do not fit, the names do.
StripCounts draw_dot_strip(Paint& p, Rect r, std::span<const double> gaps, std::size_t a, std::size_t b, const std::string& left,
                           const std::string& right);

}  // namespace parley
