// Editor, events: a line of weeks with a mark for each, to drag or step; below it the list, and the details of the chosen one.
#include <algorithm>
#include <cmath>

#include "app/session/difference_words.h"
#include "app/session/row_text.h"
#include "app/session/origin.h"
#include "app/views/editor.h"
#include "app/widgets/scroll.h"
#include "study/number_format.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr std::size_t kMostFound = 6;

// A new event asks at once what happens.
void show_new(Editor& e) {
    e.m.event = static_cast<int>(e.scenario().events.size()) - 1;
    e.m.open = "editor.event.what";
    e.m.choosing = false;
    e.m.new_event = true;
}

// Before anybody searches: the values that events of the shipped scenarios change, and the main levers.
std::vector<FoundRow> usual_rows() {
    std::vector<FoundRow> out;
    const auto add = [&](const ParamTable* table, const ParamSpec* row) {
        if (std::none_of(out.begin(), out.end(), [&](const FoundRow& found) { return found.row == row; })) out.push_back({table, row});
    };
    for (const Scenario& s : shipped_ones())
        for (const Event& event : s.events)
            for (const Change& change : event.changes) add(change.table, change.row);
    for (const ParamSpec& row : kStrategyTable.rows)
        if (row.first && out.size() < kMostFound + 2) add(&kStrategyTable, &row);
    return out;
}

// The weeks, and a mark for each event: a click on the line adds one, a mark can be dragged.
void draw_timeline(Editor& e, Rect r) {
    Paint& p = e.p;
    const Palette& c = p.colours;
    const int days = static_cast<int>(e.scenario().run.days);
    const float line_y = r.y + r.h * 0.42f, size = std::max(16.0f, p.layout.thumb), from = r.x + size / 2, wide = r.w - size;
    const auto place = [&](int day) { return from + wide * static_cast<float>(day) / static_cast<float>(days); };
    p.fill({from, line_y - 1, wide, 2}, c.track, 1);
    for (int week = 0; week <= days / 7; week += days / 7 > 60 ? 26 : 13) {
        const float at = place(7 * week);
        p.vertical(at, line_y - 4, line_y + 4, c.faint);
        const std::string words = week == 0 ? tr("time.start") : number(week);
        const float w = p.width(p.type.axis, words);
        p.text(p.type.axis, std::clamp(at - w / 2, r.x, r.x + r.w - w), line_y + size / 2 + 4, c.soft, words);
    }
    const float mouse_x = ImGui::GetIO().MousePos.x;
    const auto day_at = [&](float at) { return std::clamp(static_cast<int>(std::lround((at - from) / wide * static_cast<float>(days))), 1, days); };

    // marks before the line, so that they are hit first
    Drag& drag = p.memory.drag;
    const std::size_t n = e.scenario().events.size();
    for (std::size_t i = 0; i < n; ++i) {
        const std::string id = "editor.event." + std::to_string(i) + ".day";
        const Event& event = e.scenario().events[i];
        float at = place(event.day);
        Hit hit = p.hit(id + ".mark", {at - size / 2 - 2, line_y - size / 2 - 4, size + 4, size + 8});
        if (hit.pressed) {
            drag = {id, 0, mouse_x - at};
            e.m.event = static_cast<int>(i);
        }
        if (hit.held && drag.id == id) {
            const int to = day_at(mouse_x - drag.offset);
            if (to != event.day) e.decide(id, [&](Scenario& s) { return draft::set_event_day(s, i, to); }, true);
            p.frame.wishes.keep_awake = true;
        }
        double wanted = 0;
        if (p.live && p.ui.changed(id, wanted)) {
            e.m.event = static_cast<int>(i);
            e.decide(id, [&](Scenario& s) { return draft::set_event_day(s, i, static_cast<int>(std::lround(wanted))); }, true);
        }
        const Event& now = e.scenario().events[i];
        at = place(now.day);
        const bool chosen = static_cast<int>(i) == e.m.event;
        const Mark mark = now.arm < 0 ? Mark::Round : mark_of(static_cast<std::size_t>(now.arm));
        p.mark(mark, at, line_y, size + 4, c.paper);
        p.mark(mark, at, line_y, size, now.arm < 0 ? c.ink : p.arm(static_cast<std::size_t>(now.arm)).shape);
        if (chosen) p.text_centred(p.type.small_strong, std::clamp(at, r.x + 30, r.x + r.w - 30), line_y - size / 2 - p.type.small_strong.height - 3, c.ink,
                                   tr("time.week", {{"week", number(week_of(now.day))}}));
        if (p.ui.focused(id)) p.focus_ring({at - size / 2, line_y - size / 2, size, size}, size / 2);
        e.reveal(id, r);
        Widget w;
        w.id = id;
        w.role = Role::Slider;
        w.name = tr("editor.event.slider", {{"n", number(static_cast<double>(i + 1))}, {"what", event_words(now, e.scenario())}});
        w.value = tr("editor.event.when", {{"week", number(week_of(now.day))}, {"day", number(now.day)}});
        w.now = now.day, w.min = 1, w.max = days, w.step = 1;
        w.group = e.group;
        place_twin(p, w, {at - size / 2, line_y - size / 2, size, size});
        p.ui.add(std::move(w));
    }
    const Rect ground{r.x, line_y - 14, r.w, 28};
    if (p.hit("editor.timeline", ground).clicked)
        if (e.decide("editor.event.add", [&](Scenario& s) { return draft::add_event(s, day_at(mouse_x)); }))
            show_new(e);
}

// Where a value for the event is looked for.
void choose_value(Editor& e, std::size_t i) {
    Paint& p = e.p;
    p.ui.typed("editor.value.search", e.m.value_search);
    Rect r{e.x, e.y, e.w, e.control()};
    e.reveal("editor.value.search", r);
    Widget search;
    search.id = "editor.value.search";
    search.role = Role::Search;
    search.name = tr("editor.event.search");
    search.value = e.m.value_search;
    search.group = e.group;
    place_twin(p, search, r, true);
    p.ui.add(std::move(search));
    e.y += r.h + 6;
    const std::vector<FoundRow> rows = e.m.value_search.empty() ? usual_rows() : find_rows(e.m.value_search, true, false, kMostFound);
    if (e.m.value_search.empty()) e.note(tr("editor.event.usual"));
    if (rows.empty()) e.note(tr("editor.search.none"));
    const float h = std::max(p.layout.target, p.type.strong.height + p.type.small.height + 12);
    for (const FoundRow& found : rows) {
        ButtonLook look;
        look.kind = ButtonLook::Row;
        look.detail = found.row->help;
        const std::string label = table_name(*found.table) + ": " + found.row->label;
        if (e.press(std::string("editor.found.") + found.table->name + '.' + found.row->name, {e.x, e.y, e.w, h - 2}, label, look))
            if (e.decide("editor.value.search", [&](Scenario& s) { return draft::add_change(s, i, *found.table, *found.row); })) {
                e.m.choosing = false;
                e.m.value_search.clear();
            }
        e.y += h;
    }
    e.refused("editor.value.search");
}

void draw_change(Editor& e, std::size_t i, std::size_t k) {
    const Change change = e.scenario().events[i].changes[k];
    ValueRow v;
    v.id = "editor.change." + std::to_string(k);
    v.group = e.group;
    v.row = change.row;
    v.value = change.value;
    // As it is until then: one value, or one for each arm.
    const Scenario& s = e.scenario();
    const Event& event = s.events[i];
    const int whose = change.arm >= 0 ? change.arm : event.arm;
    if (change.table != &kStrategyTable) {
        v.usual = draft::value_of_row(s, *change.table, *change.row);
        v.beside = tr("editor.change.before", {{"value", row_text(*change.row, v.usual, e.sign())}});
    } else {
        v.usual = value_of(s.arms[static_cast<std::size_t>(std::max(0, whose))].strategy, *change.row);
        for (std::size_t a = 0; a < s.arms.size(); ++a)
            if (whose < 0 || whose == static_cast<int>(a))
                v.beside += (v.beside.empty() ? "" : " ") + tr("editor.change.before.arm", {{"name", s.arms[a].name}, {"value", row_text(*change.row, value_of(s.arms[a].strategy, *change.row), e.sign())}});
    }
    v.heading = table_name(*change.table);
    v.sign = e.sign();
    v.refusal = e.refusal(v.id);
    v.open = e.m.open == v.id;
    const float remove_w = button_width(e.p, tr("editor.arm.remove")), w = e.w - remove_w - 12;
    const Rect r{e.x, e.y, w, value_row_height(e.p, v, w)};
    for (const char* part : {"", ".slider", ".options"}) e.reveal(v.id + part, r);
    const ValueAnswer answer = draw_value_row(e.p, v, r);
    if (answer.toggled) e.m.open = v.open ? std::string() : v.id;
    if (answer.words) e.decide(v.id, [&](Scenario& s) { return draft::set_change(s, i, k, *answer.words); });
    if (answer.value) e.decide(v.id, [&](Scenario& s) { return draft::set_change(s, i, k, *answer.value); }, true);
    ButtonLook look;
    look.name = tr("editor.change.remove", {{"label", change.row->label}});
    if (e.press(v.id + ".remove", {e.x + e.w - remove_w, e.y, remove_w, e.control()}, tr("editor.arm.remove"), look))
        e.decide(v.id, [&](Scenario& s) { return draft::remove_change(s, i, k); });
    e.y += r.h + 10;
}

// What happens, the values that change, when, to whom.
void draw_details(Editor& e, std::size_t i) {
    Paint& p = e.p;
    if (e.m.new_event) bring_into_view(e.view, {e.x, e.y, e.w, e.view.h - 4}, e.m.scroll), p.frame.wishes.keep_awake = true;
    e.m.new_event = false;
    const Event event = e.scenario().events[i];
    p.horizontal(e.x, e.x + e.w, e.y, p.colours.line);
    e.y += 12;
    e.heading(tr("editor.event.heading", {{"place", event_place(event, e.scenario())}}));
    const float h = e.control(), half = (e.w - 12) / 2, label_h = p.type.small_strong.height + 4;
    std::vector<std::string> kinds, details;
    for (const OptionSpec& kind : event_kinds()) kinds.push_back(kind.label);
    kinds.push_back(tr("editor.event.value"));
    for (const OptionSpec& kind : event_kinds()) details.push_back(tr(std::string("editor.event.help.") + kind.code));
    details.push_back(tr("editor.event.help.value"));
    p.text(p.type.small_strong, e.x, e.y, p.colours.soft, tr("editor.event.what"));
    e.y += label_h;
    const int now = event.what && !e.m.choosing ? static_cast<int>(*event.what) : static_cast<int>(kinds.size()) - 1;
    if (const int chosen = e.pick("editor.event.what", e.x, e.w, tr("editor.event.what"), kinds, now, details); chosen >= 0) {
        const bool value = chosen + 1 == static_cast<int>(kinds.size());
        if (!value) e.m.choosing = false;
        if (!value) e.decide("editor.event.what", [&](Scenario& s) { return draft::set_event_what(s, i, static_cast<What>(chosen)); });
        else e.m.choosing = event.changes.empty() || event.what;
    }
    e.refused("editor.event.what");
    if (e.m.open != "editor.event.what") e.note(e.m.choosing ? tr("editor.event.choose") : details[static_cast<std::size_t>(now)]);
    e.y += 2;

    for (std::size_t k = 0; i < e.scenario().events.size() && k < e.scenario().events[i].changes.size(); ++k) draw_change(e, i, k);
    if (e.m.choosing) choose_value(e, i);
    if (i >= e.scenario().events.size()) return;
    e.y += 4;
    const float top = e.y;
    for (const bool weeks : {true, false}) {
        const std::string id = std::string("editor.event.") + (weeks ? "week" : "typed_day"), name = tr(weeks ? "editor.event.week" : "editor.event.day");
        const float at = e.x + (weeks ? 0 : half + 12);
        p.text(p.type.small_strong, at, top, p.colours.soft, name);
        if (const auto words = e.type_number(id, {at, top + label_h, half, h}, name, number(weeks ? week_of(event.day) : event.day)))
            e.decide(id, [&](Scenario& s) { return draft::set_event_day(s, i, *words, weeks); });
    }
    e.y = top + label_h + h + 4;
    e.refused("editor.event.week");
    e.refused("editor.event.typed_day");
    e.y += 6;

    std::vector<std::string> arms{tr("editor.all_arms")};
    for (const Arm& arm : e.scenario().arms) arms.push_back(arm.name);
    p.text(p.type.small_strong, e.x, e.y, p.colours.soft, tr("editor.event.arm"));
    e.y += label_h;
    if (const int chosen = e.pick("editor.event.arm", e.x, e.w, tr("editor.event.arm"), arms, event.arm + 1); chosen >= 0)
        e.decide("editor.event.arm", [&](Scenario& s) { return draft::set_event_arm(s, i, chosen - 1); });
    e.refused("editor.event.arm");
    e.y += 6;

    ButtonLook look;
    const std::string more = tr("editor.event.more"), remove = tr("editor.event.remove");
    float at = e.x;
    if (!e.m.choosing && !e.scenario().events[i].changes.empty()) {
        const float w = button_width(p, more, look);
        if (e.press("editor.event.more", {at, e.y, w, h}, more, look)) e.m.choosing = true;
        at += w + 10;
    }
    if (e.press("editor.event.remove", {at, e.y, button_width(p, remove, look), h}, remove, look))
        if (e.decide("editor.event.remove", [&](Scenario& s) { return draft::remove_event(s, i); })) e.m.event = std::max(0, e.m.event - 1);
    e.y += h + 8;
}

}  // namespace

void edit_events(Editor& e) {
    Paint& p = e.p;
    e.note(tr(e.scenario().events.empty() ? "editor.events.none" : "editor.events.how"));
    const float h = std::max(72.0f, p.layout.thumb + 56);
    draw_timeline(e, {e.x, e.y, e.w, h});
    e.y += h + 4;

    // In order of days; the number of an event is its place in the file.
    std::vector<std::size_t> order(e.scenario().events.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return e.scenario().events[a].day < e.scenario().events[b].day; });
    const float row_h = std::max(p.layout.target, p.type.strong.height + p.type.small.height + 12);
    for (const std::size_t i : order) {
        ButtonLook look;
        look.kind = ButtonLook::Row;
        look.choice = true;
        look.pressed = static_cast<int>(i) == e.m.event;
        look.detail = event_words(e.scenario().events[i], e.scenario());
        const std::string place = tr("editor.event.at", {{"place", event_place(e.scenario().events[i], e.scenario())}});
        look.name = place + ": " + look.detail;
        if (e.press("editor.event." + std::to_string(i), {e.x, e.y, e.w, row_h - 2}, place, look)) {
            e.m.event = static_cast<int>(i);
            e.m.choosing = false;
        }
        e.y += row_h;
    }
    ButtonLook look;
    const std::string add = tr("editor.event.add");
    if (e.press("editor.event.add", {e.x, e.y, button_width(p, add, look), e.control()}, add, look)) {
        const int days = static_cast<int>(e.scenario().run.days), day = std::max(1, 7 * (days / 7 * 2 / 5) - 6);
        if (e.decide("editor.event.add", [&](Scenario& s) { return draft::add_event(s, day); })) {
            show_new(e);
        }
    }
    e.y += e.control() + 4;
    e.refused("editor.event.add");
    e.y += 8;
    if (e.m.event >= 0 && e.m.event < static_cast<int>(e.scenario().events.size())) draw_details(e, static_cast<std::size_t>(e.m.event));
}

}  // namespace parley
