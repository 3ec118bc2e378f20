// Explore: the tabs of the panel; each draws into its rectangle and asks the session for what it shows.
#pragma once
#include "app/views/views.h"

namespace parley {

void draw_region_map(Paint& p, Rect r);    // who wins where
void draw_tornado(Paint& p, Rect r);       // what matters most
void draw_dashboard(Paint& p, Rect r);     // what a dashboard would show, and what is true
void draw_certainty(Paint& p, Rect r);     // luck or ignorance, and how many worlds

// Diagonal lines: undecided, covered.
void hatch(Paint& p, Rect r, Colour colour, float step = 7);
// "+4.2 %" of a share
std::string signed_percent(double share, int decimals = 1);

}  // namespace parley
