// A tornado: one row per lever under a common scale; bars go from where all begin to where the lever alone would move it.
#include <algorithm>
#include <cmath>

#include "study/figure_draw.h"

namespace parley {

Plane draw_tornado(const Figure& f, Box in, Pen& pen, const Overlay& overlay) {
    const float small = pen.height(Letter::SmallStrong), head = overlay.heading ? tornado_head(pen.height(Letter::Axis)) : 0;
    // Widths depend on the room alone, so that a scale drawn by itself stands over its rows.
    const float label_w = std::min(in.w * 0.4f, small * 17), edge = pen.width(Letter::Axis, "+00.0\u202f%") / 2 + 4;
    Plane plane{{in.x + label_w + edge, in.y + head, in.w - label_w - 2 * edge, std::max(0.0f, in.h - head)}, f.x.from, f.x.to, 0, 1, {}};
    if (plane.area.w < 30 || in.h < head) {
        plane.area.w = 0;
        return plane;
    }
    if (overlay.heading) {
        float free_from = in.x;
        for (const Figure::Tick& t : f.x.ticks) {
            const float wide = pen.width(Letter::Axis, t.words), at = plane.x(t.at) - wide / 2;
            if (at < free_from) continue;
            pen.text(Letter::Axis, at, in.y, {Tone::Soft}, t.words);
            free_from = at + wide + 8;
        }
    }
    const float row = f.rows.empty() ? 0 : plane.area.h / static_cast<float>(f.rows.size());
    if (row < small * 0.9f) return plane;

    const float top = plane.area.y, bottom = top + plane.area.h;
    const double start = f.levels.empty() ? 0 : f.levels[0].at;
    if (f.x.from <= 0 && f.x.to >= 0) pen.upright(plane.x(0), top, bottom, {Tone::Track});
    pen.upright(plane.x(start), top, bottom, {Tone::Ink}, 1.5f);
    const float h = std::min(std::round(small * 0.95f), row * 0.55f);
    for (std::size_t i = 0; i < f.rows.size(); ++i) {
        const Figure::Row& r = f.rows[i];
        const float y = top + row * static_cast<float>(i), middle = y + row / 2;
        const bool counted = !r.bars.empty();
        if (r.arm >= 0) pen.mark(mark_of(static_cast<std::size_t>(r.arm)), in.x + 7, middle, 9, shape_of(r.arm, counted ? 1 : 0.4f), false);
        pen.text(counted ? Letter::SmallStrong : Letter::Small, in.x + 18, middle - small / 2, {counted ? Tone::Ink : Tone::Soft},
                 pen.fit(counted ? Letter::SmallStrong : Letter::Small, r.name, label_w - 22));
        for (const Figure::Bar& bar : r.bars) {
            const float from = plane.x(start), to = plane.x(bar.value), x0 = std::min(from, to), x1 = std::max(x0 + 1.5f, std::max(from, to));
            const Box box{x0, middle - h / 2, x1 - x0, h};
            Tone tone = shape_of(bar.arm);
            if (bar.light) tone.strength = pen.dark() ? 0.4f : 0.28f;
            pen.box(box, tone);
            if (bar.light) {
                const Point edge_line[] = {{x0, box.y}, {x1, box.y}, {x1, box.y + h}, {x0, box.y + h}, {x0, box.y}};
                pen.line(edge_line, shape_of(bar.arm), 1.2f, Stroke::Solid);
            }
            if (bar.high <= bar.low) continue;
            const float low = plane.x(bar.low), high = plane.x(bar.high);
            const Point reach[] = {{low, middle}, {high, middle}}, left[] = {{low, middle - 3}, {low, middle + 3}}, right[] = {{high, middle - 3}, {high, middle + 3}};
            for (const auto& line : {reach, left, right}) pen.line({line, 2}, {Tone::Ink}, 1.2f, Stroke::Solid);
        }
        plane.rows.push_back({in.x, y, in.w, row});
    }
    return plane;
}

}  // namespace parley
