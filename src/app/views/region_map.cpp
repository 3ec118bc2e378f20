// Region map: two levers on the axes, the winner as colour and mark, hatched where it is too close to call, and where we stand.
//
// Square marks are lived points the first arm wins, round ones the second's; what has no mark was taken over from points around it.
#include <algorithm>
#include <cmath>

#include "app/views/explore.h"
#include "app/widgets/button.h"
#include "app/widgets/figure.h"
#include "study/figures.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"
#include "imgui.h"

namespace parley {
namespace {

constexpr int kSide = RegionMap::kSide;

const RegionMap::Cell& cell_at(const RegionMap& map, int column, int row) {
    return map.cells()[static_cast<std::size_t>(row * kSide + column)];
}

// The levers of the map: those chosen, or of another scenario its own.
void settle_levers(Paint& p) {
    ExploreMemory& m = p.memory.explore;
    const Scenario& scenario = p.session.scenario();
    if (m.scenario == p.session.opened().id && m.x.row && m.x.arm < scenario.arms.size() && m.y.arm < scenario.arms.size()) return;
    std::tie(m.x, m.y) = telling_levers(scenario);
    m.scenario = p.session.opened().id;
    m.picking = 0;
}

std::string finding_words(Paint& p, const Finding& f) {
    if (f.winner == Winner::Unknown) return tr("map.cell.unknown");
    const std::string low = signed_percent(f.low), high = signed_percent(f.high);
    const bool b = f.gap > 0;
    const std::string worlds = number(f.worlds);
    if (f.winner == Winner::Undecided)
        return tr("map.cell.undecided", {{"gap", signed_percent(f.gap)}, {"low", low}, {"high", high}, {"worlds", worlds}});
    return tr("map.cell.ahead", {{"arm", p.arm_name(b ? 1 : 0)}, {"gap", percent(std::abs(f.gap), 1)},
                                 {"low", percent(std::min(std::abs(f.low), std::abs(f.high)), 1)},
                                 {"high", percent(std::max(std::abs(f.low), std::abs(f.high)), 1)}, {"worlds", worlds}});
}

std::string cell_words(Paint& p, const RegionMap& map, int column, int row) {
    const Currency currency = p.session.scenario().currency;
    const RegionMap::Cell& cell = cell_at(map, column, row);
    std::string words = tr("map.cell", {{"x", map.x().row->label}, {"vx", axis_text(*map.x().row, map.x_at(column), currency)},
                                        {"y", map.y().row->label}, {"vy", axis_text(*map.y().row, map.y_at(row), currency)}}) +
                        " " + finding_words(p, cell.finding);
    if (!cell.lived && cell.finding.winner != Winner::Unknown) words += " " + tr("map.cell.taken");
    return words;
}

// Winners of every fourth point, as a table.
std::string map_table(Paint& p, const RegionMap& map) {
    const Currency currency = p.session.scenario().currency;
    std::string out = tr("map.table.corner", {{"x", map.x().row->label}, {"y", map.y().row->label}});
    for (int column = 0; column < kSide; column += 4) out += '\t' + axis_text(*map.x().row, map.x_at(column), currency);
    out += '\n';
    for (int row = kSide - 1; row >= 0; row -= 4) {
        out += axis_text(*map.y().row, map.y_at(row), currency);
        for (int column = 0; column < kSide; column += 4) {
            const Finding& f = cell_at(map, column, row).finding;
            out += '\t' + (f.winner == Winner::Unknown ? tr("map.table.unknown") : f.winner == Winner::Undecided ? tr("map.table.close")
                           : p.arm_name(f.winner == Winner::B ? 1 : 0)) + (f.winner == Winner::Unknown ? "" : ", " + signed_percent(f.gap));
        }
        out += '\n';
    }
    return out;
}

void move_there(Paint& p, const RegionMap& map, int column, int row) {
    Scenario there = p.session.scenario();   // one decision, to be undone in one step
    set_levers(there, std::vector<Setting>{{map.x(), map.x_at(column)}, {map.y(), map.y_at(row)}});
    p.session.adopt(std::move(there), "map." + std::to_string(column) + '.' + std::to_string(row));
}

// The pointer over the map, and sliders for those who have none.
void answer_map(Paint& p, const RegionMap& map, Rect area) {
    ExploreMemory& m = p.memory.explore;
    const std::string group = tr("explore.tab.map");
    const Currency currency = p.session.scenario().currency;
    const Hit hit = p.hit("map.area", area);
    const ImVec2 at = ImGui::GetIO().MousePos;
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    if (hit.held || hit.clicked || (hit.hovered && (moved.x != 0 || moved.y != 0))) {
        m.column = std::clamp(static_cast<int>((at.x - area.x) / area.w * kSide), 0, kSide - 1);
        m.row = std::clamp(static_cast<int>((area.y + area.h - at.y) / area.h * kSide), 0, kSide - 1);
        m.pointed = true;
    }
    if (hit.hovered || hit.held) {
        if (!p.frame.touch && m.pointed) {
            const Rect cell{area.x + area.w / kSide * static_cast<float>(m.column), area.y + area.h - area.h / kSide * static_cast<float>(m.row + 1), area.w / kSide, area.h / kSide};
            p.frame_of(cell, p.colours.ink, 0, 2);
        }
    }
    if (hit.clicked) move_there(p, map, m.column, m.row);
    for (const bool across : {true, false}) {
        Widget w;
        w.id = across ? "map.x" : "map.y";
        w.role = Role::Slider;
        w.name = tr(across ? "map.pick.x" : "map.pick.y") + ": " + lever_name(p.session.scenario(), across ? map.x() : map.y());
        int& place = across ? m.column : m.row;
        if (double to = 0; p.ui.changed(w.id, to)) place = std::clamp(static_cast<int>(to + 0.5), 0, kSide - 1), m.pointed = true;
        w.value = axis_text(across ? *map.x().row : *map.y().row, across ? map.x_at(place) : map.y_at(place), currency);
        w.now = place, w.min = 0, w.max = kSide - 1, w.step = 1;
        w.x = area.x, w.y = area.y + (across ? area.h - 12 : 0), w.w = across ? area.w : 12, w.h = across ? 12 : area.h;
        w.group = group;
        const bool focused = p.ui.focused(w.id);
        p.ui.add(std::move(w));
        if (!focused) continue;
        p.focus_ring(area, 0);
        const Rect cell{area.x + area.w / kSide * static_cast<float>(m.column), area.y + area.h - area.h / kSide * static_cast<float>(m.row + 1), area.w / kSide, area.h / kSide};
        p.frame_of(cell, p.colours.ink, 0, 2.5f);
    }
}

void draw_legend(Paint& p, float x, float& y, float width) {
    const Face& face = p.type.small;
    const float box = face.height;
    const auto line = [&](const std::string& words, auto picture) {
        picture(Rect{x, y, box * 1.4f, box});
        y += p.paragraph(face, x + box * 1.4f + 8, y, width - box * 1.4f - 8, p.colours.ink, words, 2) + 5;
    };
    for (const std::size_t arm : {std::size_t{0}, std::size_t{1}})
        line(tr("map.legend.arm", {{"arm", p.arm_name(arm)}}), [&](Rect r) {
            p.fill(r, mix(p.colours.paper, p.arm(arm).shape, 0.5f), 2);
            p.mark(mark_of(arm), r.x + r.w / 2, r.y + r.h / 2, 7, p.arm(arm).shape);
        });
    line(tr("map.legend.close"), [&](Rect r) {
        hatch(p, r, p.colours.faint, 6);
        p.frame_of(r, p.colours.track, 2);
    });
    line(tr("map.legend.mark"), [&](Rect r) { p.mark(Mark::Round, r.x + r.w / 2, r.y + r.h / 2, 7, p.colours.soft); });
}

// All levers of both arms, to choose one of.
void draw_choice(Paint& p, Rect r) {
    ExploreMemory& m = p.memory.explore;
    LeverOf &mine = m.picking == 1 ? m.x : m.y, &other = m.picking == 1 ? m.y : m.x;
    const std::string group = tr(m.picking == 1 ? "map.pick.x" : "map.pick.y");
    p.text(p.type.small_strong, r.x, r.y, p.colours.soft, group);
    const float top = p.type.small_strong.height + 6, row_h = std::max(p.layout.target, p.type.strong.height + 10);
    std::vector<LeverOf> levers;
    for (std::size_t arm = 0; arm < 2; ++arm)
        for (const ParamSpec& row : kStrategyTable.rows)
            if (const LeverOf lever{arm, &row}; row.kind != Kind::Choice && !(lever == other)) levers.push_back(lever);
    const Rect view{r.x, r.y + top, r.w - 10, r.h - top};
    const float content = row_h * static_cast<float>(levers.size());
    float y = begin_scroll(p, "map.levers", view, content, p.frame.state.panel_scroll);
    for (const LeverOf& lever : levers) {
        const Rect at{view.x, y, view.w, row_h - 2};
        ButtonLook look;
        look.kind = ButtonLook::Row;
        look.choice = true;
        look.pressed = lever == mine;
        look.group = group;
        const std::string id = "map.lever." + std::to_string(lever.arm) + '.' + lever.row->name;
        if (p.ui.focused(id) && p.memory.focus_before != id) {
            p.memory.focus_before = id;
            bring_into_view(view, at, p.frame.state.panel_scroll);
        }
        const Rect seen = common(at, view);
        if (seen.h >= row_h * 0.5f || p.ui.focused(id)) {
            if (button(p, id, at, lever_name(p.session.scenario(), lever), look)) {
                mine = lever;
                m.picking = 0;
                m.pointed = false;
                break;
            }
        }
        y += row_h;
    }
    end_scroll(p, "map.levers", view, content, p.frame.state.panel_scroll);
}

void draw_pickers(Paint& p, float x, float& y, float width) {
    ExploreMemory& m = p.memory.explore;
    for (const bool across : {true, false}) {
        const Face& face = p.type.small;
        p.text(face, x, y, p.colours.soft, tr(across ? "map.pick.x" : "map.pick.y"));
        y += face.height + 3;
        ButtonLook look;
        look.opens = true;
        look.group = tr("explore.tab.map");
        const std::string label = lever_name(p.session.scenario(), across ? m.x : m.y);
        look.name = tr(across ? "map.pick.x" : "map.pick.y") + ": " + label;
        if (button(p, across ? "map.pick.x" : "map.pick.y", {x, y, width, p.layout.control}, label, look)) {
            m.picking = across ? 1 : 2;
            p.frame.state.panel_scroll = 0;
        }
        y += p.layout.control + 8;
    }
}

}  // namespace

void draw_region_map(Paint& p, Rect r) {
    ExploreMemory& m = p.memory.explore;
    settle_levers(p);
    p.session.survey_region(m.x, m.y);
    const RegionMap& map = *p.session.region();
    const std::string group = tr("explore.tab.map");
    const Face& small = p.type.small;
    const bool wide = r.w > 760;

    // The map; beside it or below it what it says.
    const float side_w = wide ? std::clamp(r.w * 0.34f, 250.0f, 420.0f) : r.w;
    const Figure figure = region_figure(map, p.session.scenario());
    const Rect place{r.x, r.y, wide ? r.w - side_w - 28 : r.w, wide ? r.h : std::round(r.h * 0.5f)};
    const Plane plane = draw_figure(p, figure, place);
    const Rect area = rect_of(plane.area);
    if (area.w <= 0) return;
    answer_map(p, map, area);
    const std::string& finding = figure.words;
    tell(p, "map", Role::Image, finding, area, {}, group);
    tell(p, "map.table", Role::Table, tr("map.table"), area, map_table(p, map), group);

    Rect text{wide ? place.x + place.w + 28 : r.x, wide ? r.y : place.y + place.h + 8, 0, 0};
    text.w = r.x + r.w - text.x, text.h = r.y + r.h - text.y;
    if (m.picking) {
        draw_choice(p, text);
        return;
    }
    float y = text.y;
    y += p.paragraph(p.type.strong, text.x, y, text.w, p.colours.ink, finding, 4) + 6;
    const std::string state = p.session.surveying()
        ? tr("map.progress", {{"side", number(std::max(3, map.fineness()))}, {"worlds", number(map.lived())}})
        : tr("map.done", {{"worlds", number(map.lived())}});
    y += p.paragraph(small, text.x, y, text.w, p.colours.soft, state, 3) + 10;
    tell(p, "map.state", Role::Status, state, {text.x, y, text.w, small.height}, {}, group);

    draw_pickers(p, text.x, y, text.w);
    y += 4;
    if (wide || text.y + text.h - y > 7 * small.height) draw_legend(p, text.x, y, text.w);
    // What the pointer or the sliders are at.
    if (m.pointed) {
        const std::string words = cell_words(p, map, m.column, m.row);
        y += 4 + p.paragraph(small, text.x, y + 4, text.w, p.colours.ink, words, 6) + 6;
        tell(p, "map.cell", Role::Status, words, {text.x, y, text.w, small.height}, {}, group);
    } else {
        y += p.paragraph(small, text.x, y + 4, text.w, p.colours.soft, tr("map.hint"), 3) + 10;
    }
    ButtonLook look;
    look.group = group;
    const std::string label = tr("map.set");
    const float button_w = std::min(text.w, button_width(p, label, look));
    if (m.pointed && button(p, "map.set", {text.x, std::min(y, text.y + text.h - p.layout.control), button_w, p.layout.control}, label, look))
        move_there(p, map, m.column, m.row);
}

}  // namespace parley
