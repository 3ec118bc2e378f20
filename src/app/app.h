// App: one frame of the page. Lays out the grid, draws the views into it, then whatever is open above them.
#pragma once
#include "app/frame.h"

namespace parley {

void draw_app(Frame& frame);

}  // namespace parley
