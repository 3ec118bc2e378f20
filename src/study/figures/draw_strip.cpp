// One dot per world, stacked where its gap lies; a line at zero. Lay readers count dots more surely than they read intervals
// (Hullman et al. 2015).
#include <algorithm>
#include <cmath>

#include "study/figure_draw.h"

namespace parley {
namespace {

struct Stacked {
    float size = 0;                                // of a dot
    std::vector<std::pair<int, int>> place;        // [dots] column from zero, height
    double inside = 1;                             // share of the scale that keeps the outermost dot whole
    int level_rows = 1, level_piles = 1;           // of worlds where nobody is ahead
};

// The largest dot whose highest pile fits.  scale: pixels per unit of gap; side: of the shorter side of zero, on which the outermost dot
// has to stand whole.
Stacked stack(const std::vector<Figure::Dot>& dots, float width, float room, float side, float height, double scale) {
    Stacked s;
    s.place.resize(dots.size());
    for (s.size = std::clamp(width / 34, 5.0f, 15.0f); s.size > 2.5f; s.size -= 0.5f) {
        const float d = s.size;
        int half = static_cast<int>(room / d) + 2, highest = 0, level = 0;
        s.level_rows = std::max(1, static_cast<int>((height - 2) / d));
        s.inside = std::clamp((side + 4.5 - d) / std::max(1.0f, side), 0.1, 1.0);
        std::vector<int> pile(static_cast<std::size_t>(2 * half + 1), 0);
        for (std::size_t i = 0; i < dots.size(); ++i) {
            // columns beside zero belong to one side each
            const double px = dots[i].at * scale * s.inside;
            int column = dots[i].at > 0 ? static_cast<int>(px / d) + 1 : dots[i].at < 0 ? -static_cast<int>(-px / d) - 1 : 0;
            if (column == 0) {  // level worlds: piles side by side on the line
                s.place[i] = {0, level++};
                continue;
            }
            int& top = pile[static_cast<std::size_t>(std::clamp(column + half, 0, 2 * half))];
            s.place[i] = {column, top++};
            highest = std::max(highest, top);
        }
        s.level_piles = (level + s.level_rows - 1) / s.level_rows;
        if (highest <= s.level_rows && (s.level_piles <= 1 || static_cast<float>(s.level_piles) * d < room * 0.5f)) break;
    }
    return s;
}

}  // namespace

Plane draw_strip(const Figure& f, Box r, Pen& pen) {
    const float face = pen.height(Letter::SmallStrong);
    std::string left = f.below.words, right = f.above.words;
    if (pen.width(Letter::SmallStrong, left) + pen.width(Letter::SmallStrong, right) + 34 > r.w) left = f.below.brief, right = f.above.brief;
    float label_w = pen.width(Letter::SmallStrong, left), label_w2 = pen.width(Letter::SmallStrong, right), base = r.y + r.h - face - 5;
    double least = 0, most = 0;
    for (const Figure::Dot& dot : f.dots) least = std::min(least, dot.at), most = std::max(most, dot.at);

    // zero stands so that both labels fit beside it, the dots fill the rest
    float room = r.w - 12, from = label_w + 10, to = room - label_w2 - 10;
    double share = most > least ? -least / (most - least) : 0.5;
    float zero = from < to ? std::clamp(static_cast<float>(share) * room, from, to) : room * label_w / std::max(1.0f, label_w + label_w2);
    double scale = 1e300;
    if (most > 0) scale = std::min(scale, (room - zero) / most);
    if (least < 0) scale = std::min(scale, zero / -least);
    if (!(most > least)) scale = 0;
    float x0 = r.x + 6 + zero;
    Stacked s = stack(f.dots, r.w, room, std::min(zero, room - zero), base - r.y, scale);
    const float d = s.size;

    // axis, zero, names of the sides
    pen.across(r.x, r.x + r.w, base, {Tone::Track});
    pen.upright(x0, r.y, base + face * 0.5f + 4, {Tone::Ink}, 2);
    left = pen.fit(Letter::SmallStrong, left, zero), right = pen.fit(Letter::SmallStrong, right, room - zero);
    float names_from = x0 - 8 - pen.width(Letter::SmallStrong, left), names_to = x0 + 8 + pen.width(Letter::SmallStrong, right);
    pen.text(Letter::SmallStrong, names_from, base + 5, words_of(f.below.arm), left);
    pen.text(Letter::SmallStrong, x0 + 8, base + 5, words_of(f.above.arm), right);

    float dots_from = x0, dots_to = x0;
    for (std::size_t i = 0; i < f.dots.size(); ++i) {
        auto [column, height] = s.place[i];
        float x = column == 0 ? x0 : x0 + (static_cast<float>(column) + (column > 0 ? -0.5f : 0.5f)) * d + (column > 0 ? 1.5f : -1.5f);
        if (column == 0)
            x += (static_cast<float>(height / s.level_rows) - 0.5f * static_cast<float>(s.level_piles - 1)) * d, height %= s.level_rows;
        float y = base - (static_cast<float>(height) + 0.5f) * d - 1;
        dots_from = std::min(dots_from, x - d), dots_to = std::max(dots_to, x + d);
        const int arm = f.dots[i].arm;
        pen.mark(arm < 0 ? Mark::Round : mark_of(static_cast<std::size_t>(arm)), x, y, d - 1, arm < 0 ? Tone{Tone::Soft} : shape_of(arm), false);
    }

    // what a dot is, on whichever side is free: above, else beside the names
    const float key_w = pen.width(Letter::Small, f.note), small_y = base + 5 + 0.8f * (face - pen.height(Letter::Small));
    if (dots_from - key_w - 12 > r.x) pen.text(Letter::Small, dots_from - key_w - 12, r.y, {Tone::Soft}, f.note);
    else if (dots_to + key_w + 12 < r.x + r.w) pen.text(Letter::Small, dots_to + 12, r.y, {Tone::Soft}, f.note);
    else if (names_to + key_w + 6 < r.x + r.w) pen.text(Letter::Small, r.x + r.w - key_w, small_y, {Tone::Soft}, f.note);
    else if (names_from - key_w - 6 > r.x) pen.text(Letter::Small, r.x, small_y, {Tone::Soft}, f.note);
    const double per = scale > 0 ? scale * s.inside : 1;
    return {{r.x + 6, r.y, room, base - r.y}, -zero / per, (room - zero) / per, 0, 1, {}};
}

}  // namespace parley
