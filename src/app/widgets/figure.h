// A figure on the canvas.
#pragma once
#include "app/widgets/paint.h"
#include "study/figure_draw.h"

namespace parley {

inline Box box_of(Rect r) { return {r.x, r.y, r.w, r.h}; }
inline Rect rect_of(Box b) { return {b.x, b.y, b.w, b.h}; }

Colour colour_of(const Palette& palette, const Tone& tone);

Plane draw_figure(Paint& p, const Figure& figure, Rect place, const Overlay& overlay = {});

}  // namespace parley
