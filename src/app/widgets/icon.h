// Icons, drawn with lines and triangles so that they are sharp at every size.
#pragma once
#include "app/widgets/paint.h"

namespace parley {

enum class Icon { None, Play, Pause, ToStart, Step, Down, Close, Info, Check, Undo, Redo };
// Around (x, y), inside a square of this size.
void draw_icon(Paint& p, Icon icon, float x, float y, float size, Colour colour);

}  // namespace parley
