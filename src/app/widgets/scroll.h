// Scroll: a place lower than its content. Wheel, a visible bar, and drag where there is touch.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

// Between begin and end, draw the content from the y that begin returns; everything is clipped to the view.
float begin_scroll(Paint& p, const std::string& id, Rect view, float content_height, float& offset);
void end_scroll(Paint& p, const std::string& id, Rect view, float content_height, float& offset);
// Moves the content so that r (in window coordinates, as drawn this frame) is inside the view in the next one.
void bring_into_view(Rect view, Rect r, float& offset);

}  // namespace parley
