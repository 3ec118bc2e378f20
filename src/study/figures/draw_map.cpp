// A map of two levers: cells in the colour of who is ahead, hatched where undecided, left open where nothing is known yet.
#include <algorithm>

#include "study/figure_draw.h"

namespace parley {

Plane draw_map(const Figure& f, Box place, Pen& pen, const Overlay& overlay) {
    Plane plane = draw_axes(f, place, pen, overlay, 0);
    const Figure::Cells& cells = f.cells;
    if (plane.area.w <= 0 || cells.columns == 0 || cells.rows == 0) return plane;
    const Box& area = plane.area;
    const float w = area.w / static_cast<float>(cells.columns), h = area.h / static_cast<float>(cells.rows);
    for (std::size_t row = 0; row < cells.rows; ++row)
        for (std::size_t column = 0; column < cells.columns; ++column) {
            const std::size_t at = row * cells.columns + column;
            const int ahead = cells.ahead[at];
            const bool marked = std::min(w, h) > 9 && (cells.marked.empty() || cells.marked[at]);
            const Box cell{area.x + static_cast<float>(column) * w + 0.5f, area.y + area.h - static_cast<float>(row + 1) * h + 0.5f, w - 1, h - 1};
            if (ahead == static_cast<int>(Figure::Field::Unknown)) {
                pen.box(cell, {Tone::Ground});
            } else if (ahead == static_cast<int>(Figure::Field::Undecided)) {
                pen.box(cell, {Tone::Ground});
                pen.hatch(cell, {Tone::Soft, -1, 0.6f});
                if (marked) pen.box({cell.x + cell.w / 2 - 3, cell.y + cell.h / 2 - 1, 6, 2}, {Tone::Soft});
            } else {
                Tone ground = shape_of(ahead);
                ground.strength = cells.strength.empty() ? 0.85f : 0.22f + 0.6f * cells.strength[at];
                pen.box(cell, ground);
                if (marked) pen.mark(mark_of(static_cast<std::size_t>(ahead)), cell.x + cell.w / 2, cell.y + cell.h / 2, std::min(7.0f, std::min(w, h) * 0.4f), {Tone::Ink, -1, 0.75f}, false);
            }
        }
    if (cells.here) {
        float x = plane.x(cells.here->x), y = plane.y(cells.here->y), text_h = pen.height(Letter::SmallStrong),
              text_w = pen.width(Letter::SmallStrong, cells.here->words);
        pen.ring(x, y, 6, 2.5f, {Tone::Ink});
        if (text_w > 0) {
            float tx = x + 12 + text_w < area.x + area.w ? x + 12 : x - 12 - text_w;
            pen.box({tx - 3, y - text_h / 2, text_w + 6, text_h}, {Tone::Paper, -1, 0.85f}, 3);
            pen.text(Letter::SmallStrong, tx, y - text_h / 2, {Tone::Ink}, cells.here->words);
        }
    }
    return plane;
}

}  // namespace parley
