#include "app/widgets/scroll.h"

#include <algorithm>

#include "imgui.h"

namespace parley {

float begin_scroll(Paint& p, const std::string& id, Rect view, float content_height, float& offset) {
    float most = std::max(0.0f, content_height - view.h);
    if (most > 0 && p.hovering(view)) {
        float wheel = std::clamp(ImGui::GetIO().MouseWheel, -3.0f, 3.0f);
        offset -= wheel * 48;
    }
    offset = std::clamp(offset, 0.0f, most);

    // the bar stands in the card's padding, right of the content
    if (most > 0) {
        Rect rail{view.x + view.w + 3, view.y, 5, view.h};
        float knob = std::max(28.0f, view.h * view.h / content_height), room = view.h - knob;
        Rect handle{rail.x, rail.y + room * offset / most, rail.w, knob};
        Hit hit = p.hit(id + ".bar", {rail.x - 3, rail.y, rail.w + 8, rail.h});
        if (hit.held && room > 0) {
            if (hit.pressed && !contains({handle.x - 4, handle.y, handle.w + 10, handle.h}, ImGui::GetIO().MousePos.x,
                                         ImGui::GetIO().MousePos.y))
                offset = (ImGui::GetIO().MousePos.y - rail.y - knob / 2) / room * most;
            else
                offset += ImGui::GetIO().MouseDelta.y / room * most;
            offset = std::clamp(offset, 0.0f, most);
        }
        p.fill(rail, p.colours.grid, 3);
        p.fill(handle, hit.held || hit.hovered ? p.colours.soft : p.colours.faint, 3);
    }
    // two pixels of play at the sides, so that marks and focus rings at the edge are whole
    p.clip({view.x - 10, view.y, view.w + 12, view.h});
    return view.y - offset;
}

void end_scroll(Paint& p, const std::string& id, Rect view, float content_height, float& offset) {
    // what no control took moves the content, as fingers expect
    if (content_height > view.h && p.frame.touch) {
        Hit ground = p.hit(id + ".ground", view);
        if (ground.held) offset = std::clamp(offset - ImGui::GetIO().MouseDelta.y, 0.0f, content_height - view.h);
    }
    p.unclip();
}

void bring_into_view(Rect view, Rect r, float& offset) {
    if (r.y < view.y)
        offset -= view.y - r.y;
    else if (r.y + r.h > view.y + view.h)
        offset += r.y + r.h - view.y - view.h;
}

}  // namespace parley
