// Tooltip: what a thing means, beside it, above everything else. Never the only place of anything needed to act.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

void draw_tip(Paint& p);  // the tip left in p.tip, if any

}  // namespace parley
