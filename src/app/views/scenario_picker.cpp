// Scenario picker: the shipped questions, and the way to a file of one's own.
#include <algorithm>

#include "app/views/views.h"
#include "app/widgets/button.h"
#include "app/widgets/dialog.h"
#include "app/widgets/scroll.h"
#include "scenario/library.h"

namespace parley {

const std::vector<ShippedScenario>& shipped_scenarios(Memory& m) {
    if (!m.shipped.empty()) return m.shipped;
    for (const std::string& id : scenario_ids()) {
        Diagnostics ignored;
        std::optional<std::string_view> text = shipped_scenario(id);
        std::optional<Scenario> s = text ? parse_scenario(*text, ignored) : std::nullopt;
        if (s) m.shipped.push_back({id, s->title.in("en"), s->question.in("en")});
    }
    return m.shipped;
}

void draw_scenario_picker(Paint& p) {
    shipped_scenarios(p.memory);
    ViewState& state = p.frame.state;
    const auto n = static_cast<float>(p.memory.shipped.size());
    float plain = std::max(p.layout.control + 2, p.layout.target), note = p.type.small.height + 14, foot = 3 * plain + note + 9;
    // Rows as airy as the window allows; a list that is still too long scrolls, what stands under it does not.
    float words = p.type.strong.height + p.type.small.height, room = p.frame.height - p.layout.top_bar.h - 40 - foot;
    float row = std::max(p.layout.target, words + std::clamp(room / std::max(1.0f, n) - words, 7.0f, 24.0f));
    float content = row * n;
    float width = 380;
    for (const ShippedScenario& s : p.memory.shipped)
        width = std::max(width, p.width(p.type.small, s.question) + p.type.body.em + 60);
    bool open = true;
    Rect in = menu(p, p.memory.scenario_button, tr("picker.title"), std::min(width, p.type.body.em * 42), content + foot + 8, open);
    Rect list{in.x, in.y, in.w, in.h - foot};

    float y = begin_scroll(p, "picker", list, content, state.panel_scroll);
    for (const ShippedScenario& s : p.memory.shipped) {
        ButtonLook look;
        look.kind = ButtonLook::Row;
        look.choice = true;
        look.pressed = s.id == p.session.scenario().id;
        look.detail = s.question;
        look.name = s.id.substr(0, 2) + ' ' + s.title;
        look.group = tr("picker.title");
        if (button(p, "scenario." + s.id, {in.x, y, in.w, row - 2}, s.id.substr(0, 2) + "  " + s.title, look)) {
            state.problems = p.session.load_shipped(s.id);
            state.problem_file = s.id;
            state.panel = state.problems.empty() ? Panel::None : Panel::Problems;
        }
        y += row;
    }
    end_scroll(p, "picker", list, content, state.panel_scroll);
    y = list.y + list.h;
    p.horizontal(in.x + 6, in.x + in.w - 6, y + 4, p.colours.line);
    y += 9;
    ButtonLook look;
    look.kind = ButtonLook::Row;
    look.group = tr("picker.title");
    if (button(p, "scenario.story", {in.x, y, in.w, plain - 2}, tr("picker.story"), look))
        state.panel = Panel::Story, state.panel_scroll = 0;
    y += plain;
    if (button(p, "scenario.edit", {in.x, y, in.w, plain - 2}, tr("picker.edit"), look)) state.panel = Panel::Editor;
    y += plain;
    if (button(p, "scenario.file", {in.x, y, in.w, plain - 2}, tr("picker.file"), look)) {
        p.frame.wishes.open_file = true;
        state.panel = Panel::None;
    }
    y += plain;
    p.text(p.type.small, in.x + 14, y + 5, p.colours.soft, p.fit(p.type.small, tr("picker.drop"), in.w - 28));
    if (!open && state.panel == Panel::Scenarios) state.panel = Panel::None;
}

}  // namespace parley
