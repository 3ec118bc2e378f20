#include "app/widgets/dialog.h"

#include <algorithm>

#include "app/views/memory.h"
#include "app/widgets/button.h"
#include "imgui.h"

namespace parley {
namespace {

// Closed by Esc, or by a press that begins beside it.
bool dismissed(Paint& p, Rect box) {
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) return true;
    ImVec2 at = ImGui::GetIO().MousePos;
    bool opened_now = p.memory.panel_before != p.frame.state.panel;
    return !opened_now && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !contains(box, at.x, at.y);
}

void ground(Paint& p, Rect box) {
    for (int i = 8; i >= 1; --i) {
        float grow = static_cast<float>(i) * 2;
        p.fill({box.x - grow, box.y - grow * 0.5f + 6, box.w + 2 * grow, box.h + 1.5f * grow}, fade(p.colours.shadow, 0.55f),
               p.layout.radius + grow);
    }
    p.card(box);
}

}  // namespace

Rect dialog(Paint& p, const std::string& title, float width, float height, bool& open) {
    float margin = p.frame.width < 600 ? 10.0f : 28.0f, pad = p.frame.width < 600 ? 16.0f : 26.0f;
    width = std::min(width, p.frame.width - 2 * margin);
    height = std::min(height + 2 * pad + p.type.title.height + 18, p.frame.height - 2 * margin);
    Rect box{p.snap((p.frame.width - width) / 2), p.snap((p.frame.height - height) / 2), width, height};
    p.fill({0, 0, p.frame.width, p.frame.height}, p.colours.scrim);
    ground(p, box);

    float side = std::max(34.0f, p.layout.target);
    p.text(p.type.title, box.x + pad, box.y + pad, p.colours.ink, p.fit(p.type.title, title, box.w - 2 * pad - side));
    tell(p, "dialog", Role::Heading, title, {box.x + pad, box.y + pad, box.w - 2 * pad - side, p.type.title.height}, {}, title);
    ButtonLook look;
    look.kind = ButtonLook::Plain;
    look.icon = Icon::Close;
    look.name = tr("dialog.close");
    look.group = title;
    Rect close{box.x + box.w - pad - side + 8, box.y + pad + p.type.title.height / 2 - side / 2, side, side};
    open = !button(p, "dialog.close", close, {}, look) && !dismissed(p, box);
    float top = p.type.title.height + 18;
    return {box.x + pad, box.y + pad + top, box.w - 2 * pad, box.h - 2 * pad - top};
}

Rect menu(Paint& p, Rect from, const std::string& name, float width, float height, bool& open) {
    float pad = 8, margin = 8;
    width = std::min(width, p.frame.width - 2 * margin);
    float x = std::clamp(from.x + from.w > p.frame.width * 0.6f ? from.x + from.w - width : from.x, margin,
                         std::max(margin, p.frame.width - width - margin)),
          y = from.y + from.h + 6;
    height = std::min(height + 2 * pad, p.frame.height - y - margin);
    Rect box{p.snap(x), p.snap(y), width, height};
    ground(p, box);
    tell(p, "dialog", Role::Heading, name, {box.x, box.y, box.w, 1}, {}, name);
    open = !dismissed(p, box);
    return inset(box, pad);
}

}  // namespace parley
