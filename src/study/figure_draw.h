// Drawing a figure: where everything stands, found once for all back ends.  A back end is a Pen: it measures text and puts shapes.
//
// Lengths are the pen's units (CSS pixels); y of a text is the top of its line.  Cost O(points).
#pragma once
#include <span>
#include <string_view>

#include "study/figure.h"

namespace parley {

struct Box {
    float x = 0, y = 0, w = 0, h = 0;
};
struct Point {
    float x, y;
};

enum class Letter { Strong, Small, SmallStrong, Axis };       // strong: a title, the name of an arm

struct Tone {                   // a colour by what it means
    enum Kind { Paper, Ground, Grid, Track, Line, Soft, Ink, Shape, Words } kind = Ink;   // the last two: of an arm
    int arm = -1;
    float alpha = 1;
    float strength = 1;         // below 1: mixed into the paper
};
inline Tone shape_of(int arm, float alpha = 1) { return {arm < 0 ? Tone::Ink : Tone::Shape, arm, alpha}; }
inline Tone words_of(int arm) { return {arm < 0 ? Tone::Ink : Tone::Words, arm}; }

class Pen {
public:
    virtual ~Pen() = default;
    virtual float width(Letter letter, std::string_view words) const = 0;
    virtual float height(Letter letter) const = 0;             // of a line
    virtual void text(Letter letter, float x, float y, Tone tone, std::string_view words) = 0;
    virtual void line(std::span<const Point> points, Tone tone, float thickness, Stroke stroke) = 0;
    virtual void area(std::span<const Point> low, std::span<const Point> high, Tone tone) = 0;
    virtual void box(Box box, Tone tone, float radius = 0) = 0;
    virtual void mark(Mark mark, float x, float y, float size, Tone tone, bool rimmed) = 0;
    virtual void ring(float x, float y, float radius, float thickness, Tone tone) = 0;   // filled with paper
    virtual void hatch(Box box, Tone tone) = 0;
    virtual bool dark() const { return false; }

    // As much as fits, with an ellipsis when something is left out.
    std::string fit(Letter letter, std::string_view words, float room) const;
    void across(float x0, float x1, float y, Tone tone) { box({x0, y, x1 - x0, 1}, tone); }
    void upright(float x, float y0, float y1, Tone tone, float thickness = 1) { box({x - thickness / 2, y0, thickness, y1 - y0}, tone); }
};

// Where values stand: for what a view lays over the figure, and for tests.
struct Plane {
    Box area;                   // of the curves, without labels; w 0: there was no room
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;
    std::vector<Box> rows;      // of Figure::rows, then the total

    float x(double v) const { return area.x + area.w * static_cast<float>((v - x0) / (x1 - x0)); }
    float y(double v) const { return area.y + area.h * static_cast<float>((y1 - v) / (y1 - y0)); }
    double at_x(float px) const { return x0 + (x1 - x0) * (px - area.x) / area.w; }
    double at_y(float py) const { return y1 - (y1 - y0) * (py - area.y) / area.h; }
};

// What a view adds to a figure while someone works with it.
struct Overlay {
    double faint_after = 1e300;            // x after which curves are drawn fainter
    std::vector<Figure::Curve> lines;              // above the others, e.g. one world's two lines, or a forecast drawn by hand
    float weight = 1;                      // thickness of the curves
    float paleness = 0;                    // 0..1: how far bands and curves step back behind those
    float heading_from = -1;               // >= 0: the view has set the title; the rest of the heading begins so far to the right
    bool heading = true;                   // Lines and Tornado only (its scale); other kinds have none of their own
    std::string note;                      // Lines: in place of the figure's own
    float room_above = 0;                  // kept free under the heading
};

Plane draw_figure(const Figure& figure, Box place, Pen& pen, const Overlay& overlay = {});

// By kind (study/figures/draw_*.cpp).
Plane draw_lines(const Figure& figure, Box place, Pen& pen, const Overlay& overlay);
Plane draw_strip(const Figure& figure, Box place, Pen& pen);
Plane draw_split(const Figure& figure, Box place, Pen& pen);
Plane draw_domino_rows(const Figure& figure, Box place, Pen& pen);
Plane draw_map(const Figure& figure, Box place, Pen& pen, const Overlay& overlay);
// One row per lever under a scale; a place as high as the scale alone (tornado_head) shows just that.
Plane draw_tornado(const Figure& figure, Box place, Pen& pen, const Overlay& overlay);
inline float tornado_head(float axis_height) { return axis_height + 6; }

// Frame of Lines and Map: heading, axes, ticks.  label_w: kept free at the right.
Plane draw_axes(const Figure& figure, Box place, Pen& pen, const Overlay& overlay, float label_w);

}  // namespace parley
