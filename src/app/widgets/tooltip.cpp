#include "app/widgets/tooltip.h"

#include <algorithm>

#include "app/views/memory.h"
#include "imgui.h"

namespace parley {

constexpr double kRest = 0.35;  // seconds the pointer rests before a tip shows

void draw_tip(Paint& p) {
    p.memory.tip_shown = false;
    if (p.tip.title != p.memory.tip_title) p.memory.tip_title = p.tip.title, p.memory.tip_since = p.frame.time;
    if (p.tip.title.empty()) return;
    // What was just pressed may have uncovered something else under a pointer that rests: nobody asked about that.
    if (!p.tip.at_once && p.frame.state.moved_since <= p.frame.state.pressed_since) return;
    if (!p.tip.at_once && p.frame.time - p.memory.tip_since < kRest) {
        p.frame.wishes.keep_awake = true;
        return;
    }
    p.memory.tip_shown = true;
    const Palette& c = p.colours;
    float pad = 14, room = std::min(340.0f, p.frame.width - 2 * p.layout.margin - 2 * pad);

    // measure
    auto flow = [&](float x, float y, bool draw) {
        if (!p.tip.title.empty()) y += p.paragraph(p.type.small_strong, x, y, room, c.ink, p.tip.title, 4, draw);
        for (std::size_t i = 0; i < p.tip.lines.size(); ++i)
            y += p.paragraph(p.type.small, x, y + 3, room, i == 0 ? c.ink : c.soft, p.tip.lines[i], 8, draw) + 3;
        return y;
    };
    float h = flow(0, 0, false) + 2 * pad, w = 0;
    for (const std::string& line : p.tip.lines) w = std::max(w, std::min(room, p.width(p.type.small, line)));
    w = std::max(w, std::min(room, p.width(p.type.small_strong, p.tip.title))) + 2 * pad;

    // right of the thing, or below it, inside the window
    const Rect& at = p.tip.at;
    float x = at.x + at.w + 10, y = at.y + at.h / 2 - h / 2;
    if (x + w > p.frame.width - 6) {
        x = std::min(at.x, p.frame.width - w - 6);
        y = at.y + at.h + 8;
        if (y + h > p.frame.height - 6) y = at.y - h - 8;
    }
    x = std::max(6.0f, x);
    y = std::clamp(y, 6.0f, std::max(6.0f, p.frame.height - h - 6));
    Rect box{p.snap(x), p.snap(y), w, h};
    for (int i = 3; i >= 1; --i)
        p.fill({box.x - static_cast<float>(i), box.y + 2, box.w + 2.0f * static_cast<float>(i), box.h + static_cast<float>(i)},
               c.shadow, 10.0f + static_cast<float>(i));
    p.fill(box, c.paper, 10);
    p.frame_of(box, c.track, 10);
    flow(box.x + pad, box.y + pad, true);
}

}  // namespace parley
