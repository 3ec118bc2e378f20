// Event marks: where the scenario's events stand on the axis of a chart of weeks; what each is at the pointer, at the focus and in words.
#pragma once
#include "app/widgets/paint.h"
#include "study/figure_draw.h"

namespace parley {

// On the lower edge of the curves.  A press goes to that day.  To be called before what else is hit there.
void draw_event_marks(Paint& p, const Plane& plane, const std::string& group);

}  // namespace parley
