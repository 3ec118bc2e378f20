// Dialog: a card over the dimmed page, with a title and a close button; and the lighter kind that hangs below a button.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

// Draws the ground and answers whatever closes it (button, click beside it, Esc); returns the place for the content.
// A false `open` afterwards: it was closed in this frame.
Rect dialog(Paint& p, const std::string& title, float width, float height, bool& open);
Rect menu(Paint& p, Rect from, const std::string& name, float width, float height, bool& open);

}  // namespace parley
