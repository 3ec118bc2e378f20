// Tornado: one bar per lever, from the gap with a quarter less of it to the gap with a quarter more; the largest first.
#include <algorithm>
#include <cmath>

#include "app/views/explore.h"
#include "app/widgets/button.h"
#include "study/figures.h"
#include "study/number_format.h"
#include "app/widgets/plot.h"
#include "app/widgets/scroll.h"
#include "imgui.h"

namespace parley {
namespace {

std::string end_words(Paint& p, const Tornado::Bar& bar, const Tornado::End& end) {
    if (!end.moved) return tr("tornado.end.none");
    return tr("tornado.end", {{"value", axis_text(*bar.lever.row, end.value, p.session.scenario().currency)},
                              {"gap", signed_percent(end.gap)}, {"low", signed_percent(end.low)}, {"high", signed_percent(end.high)}});
}

std::string bar_words(Paint& p, const Tornado::Bar& bar) {
    return tr("tornado.bar", {{"lever", lever_name(p.session.scenario(), bar.lever)}, {"now", axis_text(*bar.lever.row, bar.now, p.session.scenario().currency)},
                              {"down", end_words(p, bar, bar.down)}, {"up", end_words(p, bar, bar.up)}});
}

std::string table_of(Paint& p, const Tornado& t) {
    std::string out = tr("tornado.table.heads") + '\n';
    for (const Tornado::Bar& bar : t.bars()) {
        if (!bar.known()) continue;
        out += lever_name(p.session.scenario(), bar.lever) + '\t' + axis_text(*bar.lever.row, bar.now, p.session.scenario().currency) + '\t' +
               end_words(p, bar, bar.down) + '\t' + end_words(p, bar, bar.up) + '\n';
    }
    return out;
}

void go_to_lever(Paint& p, const LeverOf& lever) {
    ViewState& state = p.frame.state;
    state.panel = Panel::None;
    state.all_levers = true;
    state.lever_search = lever.row->label;
    p.ui.focus("lever." + std::to_string(lever.arm) + '.' + lever.row->name);
}

// Solid for a quarter more, light for a quarter less; a thin line for the interval of the change.
void draw_end(Paint& p, const Axes& axes, const Tornado::Bar& bar, const Tornado::End& end, bool up, double start, float y, float h) {
    if (!end.moved || end.worlds < 2) return;
    const Colour colour = p.arm(bar.lever.arm).shape;
    const float from = axes.x(start), to = axes.x(end.gap);
    const Rect box{std::min(from, to), y, std::max(1.5f, std::abs(to - from)), h};
    if (up) p.fill(box, colour);
    else p.fill(box, mix(p.colours.paper, colour, 0.28f)), p.frame_of(box, colour, 0, 1.2f);
    const float low = axes.x(start + end.low), high = axes.x(start + end.high), middle = y + h / 2;
    p.list->AddLine({low, middle}, {high, middle}, p.colours.ink, 1.2f);
    for (const float x : {low, high}) p.list->AddLine({x, middle - 3}, {x, middle + 3}, p.colours.ink, 1.2f);
}

}  // namespace

void draw_tornado(Paint& p, Rect r) {
    p.session.survey_levers();
    const Tornado& t = *p.session.tornado();
    const Palette& c = p.colours;
    const Face &small = p.type.small, &strong = p.type.small_strong, &axis = p.type.axis;
    const std::string group = tr("explore.tab.levers");

    std::vector<const Tornado::Bar*> shown;
    for (const Tornado::Bar& bar : t.bars())
        if (bar.known()) shown.push_back(&bar);
    std::string finding;
    if (shown.empty()) finding = tr("tornado.begins");
    else
        finding = tr("tornado.finding", {{"lever", lever_name(p.session.scenario(), shown[0]->lever)}, {"change", percent(shown[0]->size(), 1)},
                                         {"b", p.arm_name(1)}, {"a", p.arm_name(0)}, {"gap", signed_percent(t.start().gap)}});
    float y = r.y;
    y += p.paragraph(p.type.strong, r.x, y, r.w, c.ink, finding, 4) + 4;
    tell(p, "tornado.finding", Role::Status, finding, {r.x, r.y, r.w, y - r.y}, {}, group);
    const std::string state = p.session.surveying() ? tr("tornado.progress", {{"worlds", number(t.lived())}, {"all", number(t.wanted())}})
                                                    : tr("tornado.done", {{"worlds", number(t.lived())}});
    y += p.paragraph(small, r.x, y, r.w, c.soft, tr("tornado.help") + " " + state, 4) + 10;
    if (shown.empty()) return;
    tell(p, "tornado.table", Role::Table, tr("tornado.table"), {r.x, y, r.w, 20}, table_of(p, t), group);

    // Names at the left, the gap along the rest.
    const float label_w = std::min(r.w * 0.4f, p.type.body.em * 21), value_w = p.width(axis, "+00.0\u202f%") + 8;
    double least = std::min(0.0, t.start().gap), most = std::max(0.0, t.start().gap);
    for (const Tornado::Bar* bar : shown)
        for (const Tornado::End* end : {&bar->down, &bar->up})
            if (end->moved) least = std::min(least, t.start().gap + end->low), most = std::max(most, t.start().gap + end->high);
    const double spread = std::max(1e-6, most - least);
    const Axes axes{{r.x + label_w + value_w, y, r.w - label_w - 2 * value_w - 10, 0}, least - 0.02 * spread, most + 0.02 * spread, 0, 1};
    const float head = axis.height + 6;
    for (const double tick : ticks(100 * axes.x0, 100 * axes.x1, std::max(2, static_cast<int>(axes.area.w / (axis.em * 6)))))
        p.text_centred(axis, axes.x(tick / 100), y, c.soft, signed_number(tick, std::abs(tick - std::round(tick)) > 0.01 ? 1 : 0) + (tick == 0 ? "" : "\u202f%"));
    y += head;

    const Rect view{r.x, y, r.w - 10, r.y + r.h - y};
    const float row = std::max(p.layout.target, small.height + 11), content = row * static_cast<float>(shown.size()) + 4;
    const float top = begin_scroll(p, "tornado", view, content, p.frame.state.panel_scroll);
    const float bottom = std::min(view.y + view.h, top + content);
    p.vertical(axes.x(0), view.y, bottom, c.track);
    p.vertical(axes.x(t.start().gap), view.y, bottom, c.ink, 1.5f);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Tornado::Bar& bar = *shown[i];
        const Rect at{view.x, top + row * static_cast<float>(i), view.w, row};
        const std::string id = "tornado.bar." + std::to_string(bar.lever.arm) + '.' + bar.lever.row->name;
        if (p.ui.focused(id) && p.memory.focus_before != id) {
            p.memory.focus_before = id;
            bring_into_view(view, at, p.frame.state.panel_scroll);
        }
        const Rect seen = common(at, view);
        if (seen.h < 2) continue;
        const Hit hit = p.hit(id, at);
        if (hit.hovered) p.fill(at, c.hover, 5);
        p.mark(mark_of(bar.lever.arm), at.x + 7, at.y + row / 2, 9, p.arm(bar.lever.arm).shape);
        p.text(strong, at.x + 18, at.y + (row - strong.height) / 2, c.ink, p.fit(strong, lever_name(p.session.scenario(), bar.lever), label_w - 22));
        const float h = std::min(15.0f, row * 0.5f), bar_y = at.y + (row - h) / 2;
        for (const bool up : {false, true}) draw_end(p, axes, bar, up ? bar.up : bar.down, up, t.start().gap, bar_y, h);
        if (p.ui.focused(id)) p.focus_ring(inset(at, 2), 5);
        if (hit.hovered || p.ui.focused(id)) p.tip = {at, lever_name(p.session.scenario(), bar.lever), {bar_words(p, bar), tr("tornado.click")}, p.ui.focused(id)};
        Widget twin;
        twin.id = id;
        twin.name = bar_words(p, bar);
        twin.x = seen.x, twin.y = seen.y, twin.w = seen.w, twin.h = seen.h;
        twin.group = group;
        p.ui.add(std::move(twin));
        if (hit.clicked || p.ui.clicked(id)) go_to_lever(p, bar.lever);
    }
    end_scroll(p, "tornado", view, content, p.frame.state.panel_scroll);
}

}  // namespace parley
