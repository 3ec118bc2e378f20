#include "app/widgets/slider.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace parley {

bool slider(Paint& p, const std::string& id, Rect r, double& value, const SliderLook& look) {
    const auto rounded = [&](double v) { return std::clamp(std::round(v / look.step) * look.step, look.min, look.max); };
    const double was = value;
    double wanted = 0;
    if (p.ui.changed(id, wanted) && p.live && !look.disabled) value = rounded(wanted);

    const float knob = p.layout.target > 40 ? 22.0f : 16.0f, y = r.y + r.h / 2;
    const Rect line{r.x + knob / 2, y - 1.5f, r.w - knob, 3};
    const auto place = [&] { return line.x + line.w * static_cast<float>((value - look.min) / (look.max - look.min)); };
    Hit hit;
    if (look.rail && !look.disabled) {
        hit = p.hit(id, r);
        if (hit.held) {
            const float t = std::clamp((ImGui::GetIO().MousePos.x - line.x) / line.w, 0.0f, 1.0f);
            value = rounded(look.min + static_cast<double>(t) * (look.max - look.min));
            p.frame.wishes.keep_awake = true;
        }
    }
    if (look.rail) {
        const Colour ink = look.disabled ? p.colours.faint : p.colours.ink;
        p.fill(line, p.colours.track, 2);
        p.fill({line.x, line.y, place() - line.x, line.h}, ink, 2);
        p.list->AddCircleFilled({place(), y}, knob / 2, p.colours.paper);
        p.list->AddCircle({place(), y}, knob / 2 - 1, ink, 0, hit.hovered || hit.held ? 3.5f : 2.5f);
    }
    if (p.ui.focused(id)) p.focus_ring({place() - knob / 2, y - knob / 2, knob, knob}, knob / 2);

    Widget w;
    w.id = id;
    w.role = Role::Slider;
    w.name = look.name;
    w.value = look.value;
    w.now = value, w.min = look.min, w.max = look.max, w.step = look.step;
    w.x = r.x, w.y = r.y, w.w = r.w, w.h = r.h;
    w.disabled = !p.live || look.disabled;
    w.group = look.group;
    p.ui.add(std::move(w));
    return value != was;
}

}  // namespace parley
