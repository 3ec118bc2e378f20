#include "app/views/menu.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "app/widgets/scroll.h"

namespace parley {
namespace {

constexpr auto kRows = std::to_array<MenuRow>({
    {"explore", "explore.title", Panel::Explore, nullptr},
    {"debrief", "debrief.title", Panel::Debrief, nullptr},
    {"plan", "agenda.title", Panel::Session, nullptr},
    {"take_home", "take_home.title", Panel::TakeHome, nullptr},
    {"preflight", "preflight.title", Panel::Preflight, nullptr},
    {"briefs", "brief.title", Panel::Briefs, nullptr},
    {"team", "team.title", Panel::Team, nullptr},
    {"arena", "arena.title", Panel::Arena, nullptr},
    {"edit", "editor.title", Panel::Editor, nullptr},
    {"share", "menu.share.title", Panel::None, [](Frame& frame) { frame.wishes.share = true; }},
    {"export", "export.title", Panel::Export, nullptr},
    {"limits", "bar.limits", Panel::Limits, nullptr},
    {"about", "menu.about.title", Panel::About, nullptr},
    {"keys", "keys.title", Panel::Keys, nullptr},
    {"projector", "menu.projector.title", Panel::None, [](Frame& frame) { frame.state.projector = !frame.state.projector; }},
    {"dark", "menu.dark.title", Panel::None, [](Frame& frame) { frame.state.dark = !frame.state.dark; }},
});

}  // namespace

std::span<const MenuRow> menu_rows() { return kRows; }

void draw_menu(Paint& p) {
    ViewState& state = p.frame.state;
    const float row = std::max(p.type.strong.height + p.type.small.height + 16, p.layout.target);
    const auto n = static_cast<float>(kRows.size());
    // Two columns where one would be higher than the window.
    const int columns = n * row + 40 > p.frame.height - p.memory.menu_button.y - p.memory.menu_button.h && p.frame.width >= 700 ? 2 : 1;
    const float lines = std::ceil(n / static_cast<float>(columns)), width = std::max(330.0f, p.type.body.em * 20) * static_cast<float>(columns);
    bool open = true;
    const Rect in = menu(p, p.memory.menu_button, tr("bar.menu"), width, lines * row, open);
    const float top = begin_scroll(p, "menu", in, lines * row, state.panel_scroll);
    const float w = (in.w - 8 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Panel next = open ? Panel::Menu : Panel::None;
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        const MenuRow& each = kRows[i];
        const auto column = static_cast<float>(i / static_cast<std::size_t>(lines)), line = static_cast<float>(i % static_cast<std::size_t>(lines));
        ButtonLook look;
        look.kind = ButtonLook::Row;
        look.detail = tr(std::string("menu.") + each.id);
        look.group = tr("bar.menu");
        if (!button(p, each.id, {in.x + column * (w + 8), top + line * row, w, row - 2}, tr(each.label), look)) continue;
        next = each.panel;
        if (each.carry_out) each.carry_out(p.frame);
    }
    end_scroll(p, "menu", in, lines * row, state.panel_scroll);
    if (next != Panel::Menu) state.panel_scroll = 0;
    state.panel = next;
}

}  // namespace parley
