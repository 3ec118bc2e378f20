#include "app/widgets/button.h"

#include <algorithm>

#include "imgui.h"

namespace parley {
namespace {

void add_twin(Paint& p, const std::string& id, Rect r, std::string name, const ButtonLook& look) {
    Widget w;
    w.id = id;
    w.role = look.choice ? Role::Option : Role::Button;
    w.name = std::move(name);
    place_twin(p, w, r);
    w.disabled = look.disabled || !p.live;
    w.has_pressed = look.choice;
    w.pressed = look.pressed;
    w.has_expanded = look.opens;
    w.expanded = look.expanded;
    w.group = look.group;
    p.ui.add(std::move(w));
}

// The pointer or the twin.
bool answered(Paint& p, const std::string& id, const Hit& hit, bool disabled) {
    bool twin = p.live && p.ui.clicked(id);
    return !disabled && (twin || hit.clicked);
}

}  // namespace

bool button(Paint& p, const std::string& id, Rect r, std::string_view label, const ButtonLook& look) {
    const Palette& c = p.colours;
    // Small buttons answer in a larger place.
    float reach = std::max(0.0f, p.layout.target - std::min(r.w, r.h)) / 2;
    Hit hit = look.disabled ? Hit{} : p.hit(id, inset(r, -reach));
    float radius = look.kind == ButtonLook::Row || look.kind == ButtonLook::Line ? 8.0f : std::min(8.0f, r.h / 4 + 1);

    // ground
    Colour ink = look.disabled ? c.faint : c.ink;
    if (look.kind == ButtonLook::Dark) {
        if (look.disabled) p.fill(r, c.hover, radius);
        else p.fill(r, hit.held ? mix(c.button, c.paper, 0.25f) : hit.hovered ? mix(c.button, c.paper, 0.12f) : c.button, radius);
        if (!look.disabled) ink = c.button_text;
    } else {
        bool lifted = look.kind == ButtonLook::Light;
        Colour ground = look.kind == ButtonLook::Link ? c.paper : hit.held ? c.pressed : hit.hovered || look.expanded || (look.pressed && !lifted) ? c.hover : c.paper;
        if (lifted || ground != c.paper) p.fill(r, ground, radius);
        if (lifted) p.frame_of(r, look.pressed || look.expanded ? c.ink : c.track, radius);
    }

    // icon, label, chevron
    const Face& face = look.kind == ButtonLook::Row ? p.type.strong : p.type.body;
    float pad = look.kind == ButtonLook::Row ? 14.0f : std::min(14.0f, r.h * 0.36f), icon = p.type.body.em * 0.95f;
    float label_y = r.y + (r.h - face.height) / 2;
    if (look.kind == ButtonLook::Link) {
        const Face& words = p.type.small;
        const std::string shown = p.fit(words, label, r.w);
        const float wide = p.text(words, r.x, r.y + (r.h - words.height) / 2, hit.hovered ? c.ink : c.soft, shown);
        p.horizontal(r.x, r.x + wide, r.y + (r.h + words.height) / 2 - 1, hit.hovered ? c.ink : c.track);
    } else if (look.kind == ButtonLook::Line) {
        const Face& words = look.pressed ? p.type.small_strong : p.type.small;
        p.text(words, r.x + 10, r.y + (r.h - words.height) / 2, ink, p.fit(words, label, r.w - 20));
    } else if (look.kind == ButtonLook::Row) {
        float lines = face.height + (look.detail.empty() ? 0 : p.type.small.height + 3);
        float y = r.y + (r.h - lines) / 2, x = r.x + pad, room = r.w - 2 * pad;
        if (look.choice) {
            if (look.pressed) draw_icon(p, Icon::Check, r.x + r.w - pad - icon / 2, r.y + r.h / 2, icon, ink);
            room -= icon + 8;
        }
        p.text(face, x, y, ink, p.fit(face, label, room));
        if (!look.detail.empty()) p.text(p.type.small, x, y + face.height + 3, c.soft, p.fit(p.type.small, look.detail, room));
    } else {
        float icon_room = look.icon == Icon::None ? 0 : icon + (label.empty() ? 0 : 9);
        float chevron_room = look.opens ? icon + 4 : 0;
        std::string words = p.fit(face, label, r.w - 2 * pad * (label.empty() ? 0 : 1) - icon_room - chevron_room);
        float wide = icon_room + p.width(face, words) + chevron_room;
        float x = look.opens ? r.x + pad : r.x + (r.w - wide) / 2;
        if (look.icon != Icon::None) draw_icon(p, look.icon, x + icon / 2, r.y + r.h / 2, icon, ink);
        p.text(face, x + icon_room, label_y, ink, words);
        if (look.opens) draw_icon(p, Icon::Down, r.x + r.w - pad - icon / 2 + 2, r.y + r.h / 2, icon * 0.75f, c.soft);
    }

    if (p.ui.focused(id)) p.focus_ring(r, radius);
    if (!look.tip.empty() && (hit.hovered || p.ui.focused(id))) p.tip = {r, look.tip, {}, p.ui.focused(id)};
    add_twin(p, id, r, look.name.empty() ? std::string(label) : look.name, look);
    return answered(p, id, hit, look.disabled);
}

float button_width(const Paint& p, std::string_view label, const ButtonLook& look) {
    float icon = p.type.body.em * 0.95f, pad = 14;
    return 2 * pad + p.width(p.type.body, label) + (look.icon == Icon::None ? 0 : icon + (label.empty() ? 0 : 9)) +
           (look.opens ? icon + 4 : 0) + 2;
}

int segments(Paint& p, const std::string& id, Rect r, const std::vector<std::string>& labels,
             const std::vector<std::string>& names, int current, const std::string& group) {
    const Palette& c = p.colours;
    float radius = std::min(8.0f, r.h / 4 + 1), w = r.w / static_cast<float>(labels.size());
    int chosen = -1;
    p.fill(r, c.paper, radius);
    p.frame_of(r, c.track, radius);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        std::string own = id + '.' + std::to_string(i);
        Rect cell{r.x + w * static_cast<float>(i), r.y, w, r.h};
        bool on = static_cast<int>(i) == current;
        Hit hit = p.hit(own, cell);
        Rect knob = inset(cell, 3);
        if (on)
            p.fill(knob, c.button, radius - 2);
        else if (hit.hovered)
            p.fill(knob, c.hover, radius - 2);
        const Face& face = p.type.body;
        p.text_centred(face, cell.x + w / 2, cell.y + (cell.h - face.height) / 2, on ? c.button_text : c.ink, labels[i]);
        if (p.ui.focused(own)) p.focus_ring(knob, radius - 2);
        ButtonLook look;
        look.choice = true;
        look.pressed = on;
        look.group = group;
        add_twin(p, own, cell, names[i], look);
        if (answered(p, own, hit, false)) chosen = static_cast<int>(i);
    }
    return chosen;
}

}  // namespace parley
