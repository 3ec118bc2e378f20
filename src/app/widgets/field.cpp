#include "app/widgets/field.h"

#include <algorithm>

namespace parley {

std::optional<std::string> field(Paint& p, const std::string& id, Rect r, const std::string& name, const std::string& value,
                                 const FieldLook& look) {
    const Palette& c = p.colours;
    const Face& face = p.type.body;
    p.fill(r, c.paper, 8);
    p.frame_of(r, look.refusal.empty() ? c.faint : c.ink, 8, look.refusal.empty() ? 1.0f : 2.0f);
    if (look.area) p.paragraph(face, r.x + 10, r.y + 7, r.w - 20, c.ink, value, std::max(1, static_cast<int>((r.h - 12) / face.height)));
    else p.text(face, r.x + 10, r.y + (r.h - face.height) / 2, c.ink, p.fit(face, value, r.w - 20));
    if (p.ui.focused(id)) p.focus_ring(r, 8);

    Widget w;
    w.id = id;
    w.role = look.area ? Role::Area : Role::Field;
    w.name = name;
    w.value = value;
    w.hint = look.refusal;
    w.has_pressed = w.pressed = !look.refusal.empty();
    w.group = look.group;
    w.disabled = !p.live;
    w.select = look.number;
    place_twin(p, w, r, true);
    // What is cut by an edge has no twin to be clicked: the canvas takes the click and hands the keyboard over.
    if (w.tucked && p.live && common(r, p.clip_now()).h > 1) w.grab = p.hit(id + ".cut", r).clicked;
    p.ui.add(std::move(w));

    std::string words;
    if (p.live && p.ui.typed(id, words)) return words;
    return std::nullopt;
}

}  // namespace parley
