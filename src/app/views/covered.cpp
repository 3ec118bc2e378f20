#include "app/views/covered.h"

#include "imgui.h"

namespace parley {

void draw_covered(Paint& p, Rect r, const std::string& id, const std::string& group) {
    p.fill(r, p.colours.grid, p.layout.radius * 0.6f);
    p.clip(r);
    for (float x = r.x - r.h; x < r.x + r.w; x += 22)
        p.list->AddLine({x, r.y + r.h}, {x + r.h, r.y}, p.colours.line, 7);
    p.unclip();
    std::string words = tr("covered.words");
    if (p.width(p.type.body, words) + 52 > r.w && r.h < 3 * p.type.body.height + 16) words = tr("covered.brief");
    const float w = std::min(r.w - 24, p.width(p.type.body, words) + 28);
    const float h = p.paragraph(p.type.body, 0, 0, w - 28, p.colours.ink, words, 6, false) + 16;
    Rect sign{r.x + (r.w - w) / 2, r.y + (r.h - h) / 2, w, h};
    p.fill(sign, p.colours.paper, 8);
    p.paragraph(p.type.body, sign.x + 14, sign.y + 8, w - 28, p.colours.soft, words, 6);
    tell(p, id, Role::Text, words, r, {}, group);
}

}  // namespace parley
