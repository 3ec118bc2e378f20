// Preflight: what a facilitator wants to know before people come in; each with a tick or what to do.  The page measures
// (web/preflight.js) and reports row by row; what has not come yet is said to be looked at.
#include <algorithm>

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "app/widgets/scroll.h"
#include "imgui.h"

namespace parley {

void draw_preflight(Paint& p) {
    ViewState& state = p.frame.state;
    const std::string title = tr("preflight.title");
    const Face &strong = p.type.strong, &small = p.type.small;
    const float control = std::max(p.layout.control, p.layout.target);
    const float width = std::min(p.type.body.em * 42, p.frame.width - 56), room = width - 62;
    const float mark = p.type.body.em * 1.6f;
    if (p.memory.panel_before != Panel::Preflight) {
        state.checks.clear();
        p.frame.wishes.check_machine = true;
    }

    static constexpr const char* kRows[] = {"screen", "gpu", "frame", "storage", "offline", "workers", "clock", "sound"};
    const auto row = [&](const char* id, float x, float y, float w, bool draw) {
        const std::string key = "preflight." + std::string(id);
        const auto found = state.checks.find(id);
        const bool known = found != state.checks.end(), good = known && found->second.good;
        const std::string value = known ? found->second.value : tr("preflight.looking");
        const std::string advice = known && !good ? tr(key + ".warn") : std::string(), what = tr(key + ".what");
        const float top = y;
        y += 8;
        if (draw) {
            const float cx = x + p.type.body.em * 0.55f, cy = y + strong.height / 2;
            if (good) {
                draw_icon(p, Icon::Check, cx, cy, p.type.body.em * 1.05f, p.colours.ink);
            } else if (known) {  // a triangle with a stroke: never colour alone
                const float s = p.type.body.em * 0.55f;
                p.list->AddTriangle({cx - s, cy + s * 0.8f}, {cx + s, cy + s * 0.8f}, {cx, cy - s}, p.colours.ink, 1.8f);
                p.fill({cx - 1, cy - s * 0.35f, 2, s * 0.6f}, p.colours.ink);
                p.fill({cx - 1, cy + s * 0.45f, 2, 2}, p.colours.ink);
            } else {
                p.list->AddCircle({cx, cy}, p.type.body.em * 0.4f, p.colours.faint, 0, 1.6f);
            }
        }
        const std::string name = tr(key);
        if (draw) p.text(strong, x + mark, y, p.colours.ink, name);
        const float name_w = p.width(strong, name) + 16;
        const bool beside = name_w + p.width(small, value) + mark <= w;
        if (draw && beside) p.text_right(small, x + w, y + (strong.height - small.height) / 2, p.colours.soft, value);
        y += strong.height + 2;
        if (!beside) y += p.paragraph(small, x + mark, y, w - mark, p.colours.soft, value, 3, draw);
        y += p.paragraph(small, x + mark, y, w - mark, p.colours.soft, what, 3, draw);
        if (!advice.empty()) y += p.paragraph(small, x + mark, y, w - mark, p.colours.ink, advice, 4, draw);
        y += 8;
        if (draw) {
            p.horizontal(x, x + w, y, p.colours.grid);
            const std::string word = tr(!known ? "preflight.looking" : good ? "preflight.good" : "preflight.look");
            tell(p, key, Role::Text, name + ": " + word + (known ? ", " + value : "") + ". " + what + (advice.empty() ? "" : " " + advice), {x, top, w, y - top}, {}, title);
        }
        return y - top;
    };
    float content = 0;
    for (const char* id : kRows) content += row(id, 0, 0, room, false);

    bool open = true;
    Rect in = dialog(p, title, width, content + 2 + control + 20, open);
    Rect view{in.x, in.y, in.w - 10, in.h - control - 20};
    float y = begin_scroll(p, "preflight", view, content, state.panel_scroll);
    for (const char* id : kRows) y += row(id, view.x, y, view.w, true);
    end_scroll(p, "preflight", view, content, state.panel_scroll);

    const std::string again = tr("preflight.again");
    ButtonLook look;
    look.group = title;
    if (button(p, "preflight.again", {in.x, in.y + in.h - control, std::min(in.w, button_width(p, again)), control}, again, look)) {
        state.checks.clear();
        p.frame.wishes.check_machine = true;
    }
    if (!open) state.panel = Panel::None;
}

}  // namespace parley
