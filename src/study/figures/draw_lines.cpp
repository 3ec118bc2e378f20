// Curves with bands over axes: labels stand at the right ends, apart from each other; words inside keep clear of the curves.
#include <algorithm>
#include <array>
#include <cmath>

#include "study/figure_draw.h"

namespace parley {
namespace {

std::vector<Point> along(const Plane& plane, const std::vector<double>& x, const std::vector<double>& y, std::size_t from = 0,
                         std::size_t to = static_cast<std::size_t>(-1)) {
    std::vector<Point> out;
    for (std::size_t i = from; i < std::min({to, x.size(), y.size()}); ++i) out.push_back({plane.x(x[i]), plane.y(y[i])});
    return out;
}

// Highest and lowest place of all curves between two x.
std::pair<float, float> reach(const Plane& plane, const Figure& f, float x0, float x1) {
    float high = 1e9f, low = -1e9f;
    for (const Figure::Curve& c : f.curves)
        for (std::size_t i = 0; i < c.x.size(); ++i)
            if (float x = plane.x(c.x[i]); x >= x0 - 8 && x <= x1 + 8)
                high = std::min(high, plane.y(c.y[i]) - 2), low = std::max(low, plane.y(c.y[i]) + 2);
    return {high, low};
}

bool meet(Box a, Box b) { return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h; }

void draw_curve(Pen& pen, const Plane& plane, const Figure::Curve& c, const Overlay& overlay) {
    const float clear = (1 - 0.75f * overlay.paleness) * (c.ghost ? 0.5f : 1.0f);
    for (const Figure::Spread& s : c.spreads) {
        std::vector<Point> low = along(plane, c.x, s.low), high = along(plane, c.x, s.high);
        float alpha = (s.strong ? 2.4f : 1.0f) * (pen.dark() ? 0.14f : 0.09f);
        pen.area(low, high, shape_of(c.arm, alpha * clear));
        if (s.strong) continue;
        for (const std::vector<Point>* edge : {&low, &high})
            pen.line(*edge, shape_of(c.arm, 0.4f * clear), 1, stroke_of(c.arm));
    }
    const Stroke stroke = c.stroke.value_or(stroke_of(c.arm));
    const float thick = c.thin ? 1.4f : c.ghost ? 2.6f : 2.6f * overlay.weight;
    std::size_t n = c.x.size(),
                now = static_cast<std::size_t>(std::upper_bound(c.x.begin(), c.x.end(), overlay.faint_after) - c.x.begin());
    if (now < n) pen.line(along(plane, c.x, c.y, now > 0 ? now - 1 : 0, n), shape_of(c.arm, 0.5f * clear), thick * 0.85f, stroke);
    if (now > 0) pen.line(along(plane, c.x, c.y, 0, now), shape_of(c.arm, clear), thick, stroke);
}

// Names and last values at the right, apart from each other.
void draw_ends(Pen& pen, const Figure& f, const Plane& plane, Box place, float label_w) {
    const float name_h = pen.height(Letter::Strong), value_h = pen.height(Letter::Small);
    std::vector<const Figure::Curve*> named;
    for (const Figure::Curve& c : f.curves)
        if (!c.name.empty() && !c.y.empty()) named.push_back(&c);
    std::stable_sort(named.begin(), named.end(), [](const Figure::Curve* p, const Figure::Curve* q) { return p->y.back() > q->y.back(); });
    std::vector<float> middle;
    for (const Figure::Curve* c : named) middle.push_back(plane.y(c->y.back()));
    const float block = name_h + value_h, step = block + 2;
    // Two that touch part by the same distance; then all stay inside.
    for (std::size_t i = 0; i + 1 < middle.size(); ++i)
        if (float lack = step - (middle[i + 1] - middle[i]); lack > 0) middle[i] -= lack / 2, middle[i + 1] += lack / 2;
    const float lowest = plane.area.y + plane.area.h + 5 + pen.height(Letter::Axis) - block / 2, highest = place.y + name_h + 2 + block / 2;
    for (std::size_t i = middle.size(), k = 0; i-- > 0; ++k) middle[i] = std::min(middle[i], lowest - static_cast<float>(k) * step);
    for (std::size_t i = 0; i < middle.size(); ++i) middle[i] = std::max(middle[i], highest + static_cast<float>(i) * step);
    for (std::size_t i = 0; i < named.size(); ++i) {
        const Figure::Curve& c = *named[i];
        float x = plane.area.x + plane.area.w + 12, y = middle[i] - block / 2;
        pen.text(Letter::Strong, x, y, words_of(c.arm), pen.fit(Letter::Strong, c.name, label_w));
        const std::string& value = c.value_brief.empty() || pen.width(Letter::Small, c.value) <= label_w + 0.5f ? c.value : c.value_brief;
        if (!value.empty()) pen.text(Letter::Small, x, y + name_h, words_of(c.arm), pen.fit(Letter::Small, value, label_w));
        if (c.arm >= 0) pen.mark(mark_of(static_cast<std::size_t>(c.arm)), plane.x(c.x.back()), plane.y(c.y.back()), 8, shape_of(c.arm), true);
    }
}

}  // namespace

Plane draw_lines(const Figure& f, Box place, Pen& pen, const Overlay& overlay) {
    // labels at the right end take the room they need
    float label_w = 0;
    for (const Figure::Curve& c : f.curves)
        label_w = std::max({label_w, pen.width(Letter::Strong, c.name), pen.width(Letter::Small, c.value)});
    label_w = std::min(label_w, place.w * 0.3f);
    Plane plane = draw_axes(f, place, pen, overlay, label_w);
    if (plane.area.w <= 0) return plane;
    const Box& area = plane.area;
    const float right = area.x + area.w, bottom = area.y + area.h, small = pen.height(Letter::Small);

    // what the sides of zero mean, where there is room between zero and the edge
    std::vector<Box> taken;
    const float side_h = pen.height(Letter::SmallStrong);
    if (plane.y0 < 0 && plane.y1 > 0)
        for (const auto& [side, y] : {std::pair{&f.above, area.y + 2}, {&f.below, bottom - side_h - 2}})
            if (!side->words.empty() && (side == &f.above ? plane.y(0) - area.y : bottom - plane.y(0)) > side_h + 4) {
                pen.text(Letter::SmallStrong, area.x + 6, y, words_of(side->arm), side->words);
                taken.push_back({area.x + 6, y, pen.width(Letter::SmallStrong, side->words), side_h});
            }

    for (const Figure::Level& level : f.levels) {
        float y = plane.y(level.at);
        const Point ends[] = {{area.x, y}, {std::min(right, plane.x(std::min(level.until, plane.x1))), y}};
        pen.line(ends, {Tone::Ink}, level.dotted ? 2.0f : 1.0f, level.dotted ? Stroke::Dotted : Stroke::Solid);
    }
    for (const Figure::Date& date : f.dates) {
        // its words at the top, on the side where there is room
        const float x = plane.x(date.x), w = pen.width(Letter::Small, date.words), at = x + 6 + w <= right ? x + 6 : std::max(area.x + 2, x - 6 - w);
        for (float y = area.y; y < bottom; y += 6) pen.upright(x, y, std::min(y + 2, bottom), {Tone::Soft}, 1.5f);
        pen.text(Letter::Small, at, area.y + 2, {Tone::Soft}, date.words);
        taken.push_back({at - 3, area.y, w + 6, small + 4});
    }
    for (std::size_t i = f.curves.size(); i-- > 0;) draw_curve(pen, plane, f.curves[i], overlay);  // the dashed one above: equal ones both show
    for (const Figure::Curve& c : overlay.lines) {
        Overlay clear = overlay;
        clear.paleness = 0;
        draw_curve(pen, plane, c, clear);
    }

    for (const Figure::Spot& spot : f.spots) {
        // below or above all curves; of the places that keep clear of words and levels, the one nearest to the ring
        const float cx = plane.x(spot.x), cy = plane.y(spot.y), w = pen.width(Letter::Small, spot.words);
        Box best{};
        float nearest = 1e9f;
        for (const float left : {cx - w / 2, cx - 8, cx + 8 - w}) {
            const float lx = std::clamp(left, area.x + 2, std::max(area.x + 2, right - w - 2));
            const auto [high, low] = reach(plane, f, lx, lx + w);
            for (const float ly : {std::max(low, cy) + 8, std::min(high, cy) - 8 - small}) {
                const Box box{lx - 3, ly - 3, w + 6, small + 6};
                const bool crossed = std::any_of(f.levels.begin(), f.levels.end(), [&](const Figure::Level& level) {
                    return plane.y(level.at) > box.y && plane.y(level.at) < box.y + box.h && plane.x(std::min(level.until, plane.x1)) > box.x;
                });
                const bool met = std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return meet(box, other); });
                float away = std::abs(ly + small / 2 - cy) + (crossed || met ? 1000.0f : 0.0f);
                if (ly < area.y || ly + small > bottom) away += 3000;
                if (away < nearest) nearest = away, best = box;
            }
        }
        pen.text(Letter::Small, best.x + 3, best.y + 3, {Tone::Ink}, spot.words);
        taken.push_back(best);
        pen.ring(cx, cy, 5.5f, 2, {Tone::Ink});
    }
    for (const Figure::Level& level : f.levels) {
        if (level.words.empty()) continue;
        // where no curve runs through it: above or below the line, at either end, or clear of all curves
        float w = pen.width(Letter::Small, level.words), y = plane.y(level.at), end = std::min(right, plane.x(std::min(level.until, plane.x1))), far = std::max(area.x + 6, end - w - 6);
        const auto [over, under] = reach(plane, f, area.x + 6, area.x + 6 + w);
        const Box places[] = {{area.x + 6, y - small - 3, w, small}, {far, y - small - 3, w, small},
                              {area.x + 6, y + 4, w, small},         {far, y + 4, w, small},
                              {area.x + 6, std::max(under, y) + 5, w, small}, {area.x + 6, std::min(over, y) - small - 5, w, small}};
        const auto free = [&](const Box& box) {
            return box.y >= area.y - 4 && box.y + box.h <= bottom && std::none_of(taken.begin(), taken.end(), [&](const Box& other) { return meet(box, other); });
        };
        const Box* at = std::find_if(std::begin(places), std::end(places), [&](const Box& box) {
            auto [high, low] = reach(plane, f, box.x, box.x + box.w);
            return (high > box.y + box.h || low < box.y) && free(box);
        });
        const bool found = at != std::end(places);
        if (!found) at = std::find_if(std::begin(places), std::end(places), free);   // then over a curve, never over words
        if (at == std::end(places)) continue;
        if (!found && area.h <= 110) continue;  // in a low chart the dotted line has to do
        if (!found) pen.box({at->x - 1, at->y - 1, at->w + 2, at->h + 2}, {Tone::Paper, -1, 0.75f}, 3);
        pen.text(Letter::Small, at->x, at->y, {Tone::Ink}, level.words);
    }
    draw_ends(pen, f, plane, place, label_w);
    return plane;
}

}  // namespace parley
