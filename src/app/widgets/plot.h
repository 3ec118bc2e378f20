// Plot: axes, bands and lines of a chart. Mean as a line, worlds as a band, arms by colour and dash.
#pragma once
#include <vector>

#include "app/widgets/paint.h"

namespace parley {

struct Axes {
    Rect area{};                              // of the curves, without labels
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;    // shown range

    float x(double v) const { return area.x + area.w * static_cast<float>((v - x0) / (x1 - x0)); }
    float y(double v) const { return area.y + area.h * static_cast<float>((y1 - v) / (y1 - y0)); }
    double at_x(float px) const { return x0 + (x1 - x0) * (px - area.x) / area.w; }
};

// About n round values within [low, high].
std::vector<double> ticks(double low, double high, int n);

struct Point {
    float x, y;
};
void draw_band(Paint& p, const std::vector<Point>& low, const std::vector<Point>& high, Colour colour);
void draw_line(Paint& p, const std::vector<Point>& line, Colour colour, float thickness, bool dashed);
void dotted(Paint& p, float x0, float x1, float y, Colour colour);

}  // namespace parley
