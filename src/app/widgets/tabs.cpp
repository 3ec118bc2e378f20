#include "app/widgets/tabs.h"

#include <algorithm>

namespace parley {

float tabs(Paint& p, const std::string& id, Rect r, const std::vector<std::string>& labels, int& current,
           const std::string& group) {
    const Palette& c = p.colours;
    Face face = p.type.small_strong;
    float h = std::max(face.height + 8, p.layout.target > 40 ? 40.0f : 26.0f), all = 0;
    for (const std::string& label : labels) all += p.width(face, label);
    // Words side by side as wide as they are; smaller when the place is narrow.
    float gap = std::clamp((r.w - all) / static_cast<float>(labels.size()), 10.0f, 20.0f);
    float room = r.w - gap * static_cast<float>(labels.size() - 1);
    if (all > room) {
        float k = room / all;
        face.em *= k, face.height *= k;
    }
    current = std::clamp(current, 0, static_cast<int>(labels.size()) - 1);
    float x = r.x;
    p.horizontal(r.x, r.x + r.w, r.y + h - 1, c.line);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        float w = p.width(face, labels[i]);
        std::string own = id + ".tab." + std::to_string(i);
        Rect box{x - gap / 2 + (i == 0 ? gap / 2 : 0), r.y, w + gap - (i == 0 ? gap / 2 : 0), h};
        Hit hit = p.hit(own, box);
        bool on = static_cast<int>(i) == current;
        p.text(face, x, r.y + (h - face.height) / 2 - 1, on || hit.hovered ? c.ink : c.soft, labels[i]);
        if (on) p.fill({x, r.y + h - 2.5f, w, 2.5f}, c.ink);
        if (p.ui.focused(own)) p.focus_ring({x, r.y + 2, w, h - 4}, 4);
        Widget twin;
        twin.id = own;
        twin.role = Role::Option;
        twin.name = labels[i];
        twin.x = box.x, twin.y = box.y, twin.w = box.w, twin.h = box.h;
        twin.has_pressed = true;
        twin.pressed = on;
        twin.disabled = !p.live;
        twin.group = group;
        p.ui.add(std::move(twin));
        if (hit.clicked || (p.live && p.ui.clicked(own))) current = static_cast<int>(i);
        x += w + gap;
    }
    return h;
}

}  // namespace parley
