// Tabs: words side by side, the chosen one underlined.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

// Draws at the top of r and moves `current` on a click; returns the height used.
float tabs(Paint& p, const std::string& id, Rect r, const std::vector<std::string>& labels, int& current,
           const std::string& group);

}  // namespace parley
