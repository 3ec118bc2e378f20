#include "app/widgets/dot_strip.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace parley {

StripCounts draw_dot_strip(Paint& p, Rect r, std::span<const double> gaps, std::size_t a, std::size_t b,
                           const std::string& full_left, const std::string& full_right) {
    const Face& face = p.type.small_strong;
    std::string left = full_left, right = full_right;
    if (p.width(face, left) + p.width(face, right) + 34 > r.w) left = p.arm_name(a), right = p.arm_name(b);
    float label_w = p.width(face, left), label_w2 = p.width(face, right), base = r.y + r.h - face.height - 5;
    double least = 0, most = 0;
    for (double g : gaps) least = std::min(least, g), most = std::max(most, g);

    // zero stands so that both labels fit beside it, the dots fill the rest
    float room = r.w - 12, from = label_w + 10, to = room - label_w2 - 10;
    double share = most > least ? -least / (most - least) : 0.5;
    float zero =
        from < to ? std::clamp(static_cast<float>(share) * room, from, to) : room * label_w / std::max(1.0f, label_w + label_w2);
    double scale = 1e300;  // pixels per unit of gap
    if (most > 0) scale = std::min(scale, (room - zero) / most);
    if (least < 0) scale = std::min(scale, zero / -least);
    if (!(most > least)) scale = 0;
    float x0 = r.x + 6 + zero;

    // the largest dot whose highest pile fits
    StripCounts counts;
    std::vector<int> pile;
    std::vector<std::pair<int, int>> place(gaps.size());  // column from zero, height
    float d = std::clamp(r.w / 34, 5.0f, 15.0f);
    int level_rows = 1, level_piles = 1;
    for (; d > 2.5f; d -= 0.5f) {
        int half = static_cast<int>(room / d) + 2, highest = 0, rows = std::max(1, static_cast<int>((base - r.y - 2) / d)),
            level = 0;
        pile.assign(static_cast<std::size_t>(2 * half + 1), 0);
        for (std::size_t i = 0; i < gaps.size(); ++i) {
            // columns beside zero belong to one side each
            double px = gaps[i] * scale;
            int column = gaps[i] > 0 ? static_cast<int>(px / d) + 1 : gaps[i] < 0 ? -static_cast<int>(-px / d) - 1 : 0;
            if (column == 0) {  // level worlds: piles side by side on the line
                place[i] = {0, level++};
                continue;
            }
            int& height = pile[static_cast<std::size_t>(std::clamp(column + half, 0, 2 * half))];
            place[i] = {column, height++};
            highest = std::max(highest, height);
        }
        level_rows = rows;
        level_piles = (level + rows - 1) / rows;
        if (highest <= rows && (level_piles <= 1 || static_cast<float>(level_piles) * d < room * 0.5f)) break;
    }

    // axis, zero, labels of the sides
    p.horizontal(r.x, r.x + r.w, base, p.colours.track);
    p.vertical(x0, r.y, base + face.height * 0.5f + 4, p.colours.ink, 2);
    left = p.fit(face, left, zero), right = p.fit(face, right, room - zero);
    p.text_right(face, x0 - 8, base + 5, p.arm(a).text, left);
    p.text(face, x0 + 8, base + 5, p.arm(b).text, right);
    counts.names_from = x0 - 8 - p.width(face, left), counts.names_to = x0 + 8 + p.width(face, right);

    // dots
    counts.from = counts.to = x0;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        auto [column, height] = place[i];
        float x =
            column == 0 ? x0 : x0 + (static_cast<float>(column) + (column > 0 ? -0.5f : 0.5f)) * d + (column > 0 ? 1.5f : -1.5f);
        if (column == 0)
            x += (static_cast<float>(height / level_rows) - 0.5f * static_cast<float>(level_piles - 1)) * d, height %= level_rows;
        float y = base - (static_cast<float>(height) + 0.5f) * d - 1;
        counts.from = std::min(counts.from, x - d), counts.to = std::max(counts.to, x + d);
        if (gaps[i] > 0)
            p.mark(mark_of(b), x, y, d - 1, p.arm(b).shape), ++counts.b;
        else if (gaps[i] < 0)
            p.mark(mark_of(a), x, y, d - 1, p.arm(a).shape), ++counts.a;
        else
            p.mark(Mark::Round, x, y, d - 1, p.colours.soft), ++counts.ties;
    }
    return counts;
}

}  // namespace parley
