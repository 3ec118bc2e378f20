// Plot: bands and lines on the canvas, and axes for what is no figure.
#pragma once
#include <span>

#include "app/widgets/paint.h"
#include "study/figure_draw.h"

namespace parley {

struct Axes {
    Rect area{};                              // of the curves, without labels
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;    // shown range

    float x(double v) const { return area.x + area.w * static_cast<float>((v - x0) / (x1 - x0)); }
    float y(double v) const { return area.y + area.h * static_cast<float>((y1 - v) / (y1 - y0)); }
    double at_x(float px) const { return x0 + (x1 - x0) * (px - area.x) / area.w; }
};

void draw_band(Paint& p, std::span<const Point> low, std::span<const Point> high, Colour colour);
void draw_line(Paint& p, std::span<const Point> line, Colour colour, float thickness, bool dashed);
void dotted(Paint& p, float x0, float x1, float y, Colour colour);

}  // namespace parley
