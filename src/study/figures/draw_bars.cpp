// Bars: a split around zero with its total, and the two columns of dominoes with what becomes of each.
#include <algorithm>
#include <cmath>

#include "study/figure_draw.h"

namespace parley {

Plane draw_split(const Figure& f, Box in, Pen& pen) {
    const float label_h = pen.height(Letter::Small), value_h = pen.height(Letter::SmallStrong);
    float label_w = 0, value_w = 0;
    double least = 0, most = 0;
    for (const Figure::Row& row : f.rows) {
        label_w = std::max(label_w, pen.width(Letter::Small, row.name));
        value_w = std::max(value_w, pen.width(Letter::SmallStrong, row.bars[0].words));
        least = std::min(least, row.bars[0].value), most = std::max(most, row.bars[0].value);
    }
    label_w = std::min(label_w, in.w * 0.5f);
    const bool sum = !f.total.bars.empty();
    const auto n = static_cast<float>(std::max<std::size_t>(f.rows.size(), 1));
    float total_h = sum ? value_h + 9 : 0, h = std::min((in.h - total_h) / n, label_h * 2.1f), bar = std::round(std::min(h * 0.6f, 18.0f));
    float x0 = in.x + label_w + 12, room = std::max(4.0f, in.w - label_w - value_w - 26);
    double span = most - least;
    float zero = x0 + (span > 0 ? room * static_cast<float>(-least / span) : room / 2), y = in.y;
    Plane plane{{x0, in.y, room, h * n}, least, span > 0 ? most : least + 1, 0, 1, {}};
    for (const Figure::Row& row : f.rows) {
        const Figure::Bar& b = row.bars[0];
        pen.text(Letter::Small, in.x, y + (h - label_h) / 2, {Tone::Soft}, pen.fit(Letter::Small, row.name, label_w));
        float w = span > 0 ? room * static_cast<float>(std::abs(b.value) / span) : 0;
        if (b.value != 0) pen.box({b.value >= 0 ? zero : zero - w, y + (h - bar) / 2, std::max(w, 1.0f), bar}, shape_of(b.arm));
        pen.text(Letter::SmallStrong, in.x + in.w - pen.width(Letter::SmallStrong, b.words), y + (h - value_h) / 2,
                 b.value == 0 ? Tone{Tone::Soft} : words_of(b.arm), b.words);
        plane.rows.push_back({in.x, y, in.w, h});
        y += h;
    }
    pen.upright(zero, in.y, y, {Tone::Ink}, 1);
    if (!sum) return plane;
    const std::string& total = f.total.bars[0].words;
    float w = pen.width(Letter::SmallStrong, total);
    pen.across(in.x, in.x + in.w, y + 3, {Tone::Line});
    pen.text(Letter::SmallStrong, in.x, y + 8, {Tone::Ink}, pen.fit(Letter::SmallStrong, f.total.name, in.w - w - 8));
    pen.text(Letter::SmallStrong, in.x + in.w - w, y + 8, {Tone::Ink}, total);
    plane.rows.push_back({in.x, y + 8, in.w, value_h});
    return plane;
}

namespace {

// Two halves that no longer meet, and a cross between them; or an arrow.
void draw_link(Pen& pen, float x, float y, float h, const Figure::Bar& b) {
    float mid = y + h / 2, s = std::min(4.0f, h * 0.28f);
    const auto line = [&](float x0, float y0, float x1, float y1, Tone tone, float thickness) {
        const Point ends[] = {{x0, y0}, {x1, y1}};
        pen.line(ends, tone, thickness, Stroke::Solid);
    };
    if (!b.broken) {
        line(x, y + 1, x, y + h - 2, shape_of(b.arm), 1.6f);
        line(x - s, y + h - s - 2, x, y + h - 2, shape_of(b.arm), 1.6f);
        line(x + s, y + h - s - 2, x, y + h - 2, shape_of(b.arm), 1.6f);
        return;
    }
    line(x, y + 1, x, mid - s - 1, shape_of(b.arm), 1.6f);
    line(x, mid + s + 1, x, y + h - 1, shape_of(b.arm), 1.6f);
    line(x - s, mid - s, x + s, mid + s, {Tone::Ink}, 2);
    line(x - s, mid + s, x + s, mid - s, {Tone::Ink}, 2);
}

}  // namespace

// A domino is filled as far as its value reaches of the larger of both arms.  Roomy: under it stands what becomes of it.  Otherwise that
// stands at the right of the value.
Plane draw_domino_rows(const Figure& f, Box in, Pen& pen) {
    const float label_h = pen.height(Letter::Small), strong_h = pen.height(Letter::SmallStrong);
    const auto n = static_cast<float>(std::max<std::size_t>(f.rows.size(), 2));
    float label_w = 0;
    for (const Figure::Row& row : f.rows) label_w = std::max(label_w, pen.width(Letter::Small, row.name));
    const float pad = 8, gap = 12, column = (in.w - label_w - 2 * gap) / 2;
    float step = (in.h - 2) / n, tile_h = label_h + 2;
    const bool roomy = (in.h - tile_h) / (n - 1) >= tile_h + label_h - 1;
    if (roomy) step = std::min((in.h - tile_h) / (n - 1), tile_h + label_h + 16);
    else tile_h = std::min(step - 2, 30.0f);

    Plane plane{in, 0, 1, 0, 1, {}};
    for (std::size_t k = 0; k < f.rows.size(); ++k) {
        const Figure::Row& row = f.rows[k];
        float y = in.y + static_cast<float>(k) * step;
        pen.text(Letter::Small, in.x, y + (tile_h - label_h) / 2, {Tone::Soft}, pen.fit(Letter::Small, row.name, label_w));
        double most = 0;
        for (const Figure::Bar& b : row.bars) most = std::max(most, b.value);
        for (std::size_t a = 0; a < row.bars.size(); ++a) {
            const Figure::Bar& b = row.bars[a];
            float x = in.x + label_w + gap + static_cast<float>(a) * (column + gap);
            float filled = most > 0 ? column * static_cast<float>(std::clamp(b.value / most, 0.0, 1.0)) : 0;
            pen.box({x, y, column, tile_h}, {Tone::Ground}, 5);
            pen.box({x, y, std::max(filled, 5.0f), tile_h}, {Tone::Shape, b.arm, 1, pen.dark() ? 0.42f : 0.26f}, 5);
            pen.box({x, y, 4, tile_h}, shape_of(b.arm), 2);
            pen.text(Letter::SmallStrong, x + pad + 2, y + (tile_h - strong_h) / 2, {Tone::Ink}, b.words);
            if (b.link.empty()) continue;
            const Letter letter = b.broken ? Letter::SmallStrong : Letter::Small;
            const Tone tone{b.broken ? Tone::Ink : Tone::Soft};
            if (roomy) {
                float ly = y + tile_h, lh = step - tile_h;
                draw_link(pen, x + pad + 6, ly, lh, b);
                pen.text(letter, x + pad + 20, ly + (lh - pen.height(letter)) / 2, tone,
                         pen.fit(letter, pen.width(letter, b.link) > column - pad - 20 ? b.link_brief : b.link, column - pad - 20));
            } else {
                // what does not fit is left to the arrow or the cross, and to the words
                float room = column - pad - 2 - pen.width(Letter::SmallStrong, b.words) - 22 - 5;
                std::string words = pen.width(letter, b.link) <= room ? b.link : b.link_brief;
                if (pen.width(letter, words) > room) words.clear();
                float lx = x + column - 5 - pen.width(letter, words);
                draw_link(pen, lx - 9, y + (tile_h - 14) / 2, 14, b);
                pen.text(letter, lx, y + (tile_h - pen.height(letter)) / 2, tone, words);
            }
        }
        plane.rows.push_back({in.x, y, in.w, roomy ? step : tile_h});
    }
    return plane;
}

}  // namespace parley
