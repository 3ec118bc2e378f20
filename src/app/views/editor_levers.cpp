// Editor, levers of the arms: the rows that the levers of the main page show, for one arm at a time, or all of them by search.
#include <algorithm>

#include "app/session/lever_rows.h"
#include "app/session/row_text.h"
#include "app/views/editor.h"
#include "study/number_format.h"

namespace parley {
namespace {

void search_field(Editor& e) {
    Paint& p = e.p;
    p.ui.typed("editor.levers.search", e.m.lever_search);
    const Rect r{e.x, e.y, e.w, e.control()};
    e.reveal("editor.levers.search", r);
    Widget search;
    search.id = "editor.levers.search";
    search.role = Role::Search;
    search.name = tr("levers.search");
    search.value = e.m.lever_search;
    search.group = e.group;
    place_twin(p, search, r, true);
    if (search.tucked) p.frame_of(r, p.colours.faint, 8);
    p.ui.add(std::move(search));
    e.y += r.h + 12;
}

void lever(Editor& e, const ParamSpec& row) {
    const Scenario& opened = e.p.session.opened();
    const std::size_t arm = e.m.arm;
    ValueRow v;
    v.id = "editor.lever." + std::to_string(arm) + '.' + row.name;
    v.group = e.group;
    const ParamSpec& shown = draft::lever_as_shown(row);
    v.row = &shown;
    v.value = draft::shown_value(e.scenario().arms[arm].strategy, row);
    v.usual = draft::shown_value(opened.arms[std::min(arm, opened.arms.size() - 1)].strategy, row);
    v.arm = static_cast<int>(arm);
    v.heading = e.scenario().arms[arm].name;
    v.sign = e.sign();
    v.refusal = e.refusal(v.id);
    v.open = e.m.open == v.id;
    for (std::size_t other = 0; other < e.scenario().arms.size(); ++other)
        if (other != arm)
            v.beside += (v.beside.empty() ? "" : " ") + tr("editor.arms.beside", {{"name", e.scenario().arms[other].name},
                                                                                  {"value", row_text(shown, draft::shown_value(e.scenario().arms[other].strategy, row), v.sign)}});
    const Rect r{e.x, e.y, e.w, value_row_height(e.p, v, e.w)};
    for (const char* part : {"", ".slider", ".options"}) e.reveal(v.id + part, r);
    const ValueAnswer answer = draw_value_row(e.p, v, r);
    if (answer.toggled) e.m.open = v.open ? std::string() : v.id;
    if (answer.words) e.decide(v.id, [&](Scenario& s) { return draft::set_lever(s, arm, row, *answer.words); });
    if (answer.value) e.decide(v.id, [&](Scenario& s) { return draft::set_lever(s, arm, row, *answer.value); }, true);
    e.y += r.h + 14;
}

}  // namespace

void edit_levers(Editor& e) {
    Paint& p = e.p;
    e.heading(tr("editor.arms.levers"));
    const std::size_t n = e.scenario().arms.size();
    e.m.arm = std::min(e.m.arm, n - 1);
    std::vector<std::string> labels, names;
    for (const Arm& arm : e.scenario().arms) {
        labels.push_back(p.fit(p.type.body, arm.name, e.w / static_cast<float>(n) - 16));
        names.push_back(arm.name);
    }
    const Rect whose{e.x, e.y, e.w, e.control()};
    for (std::size_t i = 0; i < n; ++i) e.reveal("editor.whose." + std::to_string(i), whose);
    if (const int chosen = segments(p, "editor.whose", whose, labels, names, static_cast<int>(e.m.arm), e.group); chosen >= 0) e.m.arm = static_cast<std::size_t>(chosen);
    e.y += e.control() + 14;

    if (e.m.all_levers) search_field(e);
    const std::vector<const ParamSpec*> rows = e.m.all_levers ? levers_about(e.m.lever_search) : levers_in_use(e.scenario(), p.session.opened());
    LeverGroup group = LeverGroup::None;
    for (const ParamSpec* row : rows) {
        if (row->group != group) {
            group = row->group;
            p.caps(e.x, e.y, p.colours.soft, tr("levers.group." + std::to_string(static_cast<int>(group))));
            e.y += p.type.caps.height + 10;
        }
        lever(e, *row);
    }
    if (rows.empty()) e.note(tr("levers.none"));
    ButtonLook look;
    look.opens = true;
    look.expanded = e.m.all_levers;
    const std::string more = e.m.all_levers ? tr("editor.arms.fewer") : tr("editor.arms.all", {{"n", number(static_cast<double>(kStrategyTable.rows.size()))}});
    if (e.press("editor.levers.more", {e.x, e.y, button_width(p, more, look), e.control()}, more, look)) {
        e.m.all_levers = !e.m.all_levers;
        e.m.lever_search.clear();
    }
    e.y += e.control() + 8;
}

}  // namespace parley
