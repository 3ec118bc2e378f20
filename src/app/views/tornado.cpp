// Tornado: one bar per lever, from the gap with a quarter less of it to the gap with a quarter more; the largest first.
#include <algorithm>

#include "app/views/explore.h"
#include "app/widgets/button.h"
#include "app/widgets/figure.h"
#include "study/figures.h"
#include "study/number_format.h"
#include "app/widgets/scroll.h"
#include "imgui.h"

namespace parley {
namespace {

std::string end_words(Paint& p, const Tornado::Bar& bar, const Tornado::End& end) {
    if (!end.moved) return tr("tornado.end.none");
    const double gap = p.session.tornado()->start().gap + end.change;   // as the bar is drawn
    return tr("tornado.end", {{"value", axis_text(*bar.lever.row, end.value, p.session.scenario().currency)},
                              {"gap", signed_percent(gap)}, {"low", signed_percent(end.low)}, {"high", signed_percent(end.high)}});
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

}  // namespace

void draw_tornado(Paint& p, Rect r) {
    p.session.survey_levers();
    const Tornado& t = *p.session.tornado();
    const Palette& c = p.colours;
    const Face& small = p.type.small;
    const std::string group = tr("explore.tab.levers");
    const Figure figure = tornado_figure(t);

    // What it says; so far, until all is counted.
    float y = r.y;
    y += p.paragraph(p.type.strong, r.x, y, r.w, c.ink, figure.words, 4) + 4;
    tell(p, "tornado.finding", Role::Status, figure.words, {r.x, r.y, r.w, y - r.y}, {}, group);
    const std::string state = t.complete() ? tr("tornado.done", {{"worlds", number(t.lived())}})
                                           : tr("tornado.progress", {{"worlds", number(t.lived())}, {"all", number(t.wanted())}});
    y += p.paragraph(small, r.x, y, r.w, c.soft, tr("tornado.help") + " " + state, 5) + 10;
    tell(p, "tornado.state", Role::Status, state, {r.x, y, r.w, small.height}, {}, group);
    if (t.bars().empty() || !t.bars()[0].known()) return;
    tell(p, "tornado.table", Role::Table, tr("tornado.table"), {r.x, y, r.w, 20}, table_of(p, t), group);

    // The scale stays while the rows are scrolled under it.
    const float head = tornado_head(p.type.axis.height);
    draw_figure(p, figure, {r.x, y, r.w - 10, head});
    y += head;
    const Rect view{r.x, y, r.w - 10, r.y + r.h - y};
    const float row = std::max(p.layout.target, small.height + 11), content = row * static_cast<float>(figure.rows.size()) + 4;
    const float top = begin_scroll(p, "tornado", view, content, p.frame.state.panel_scroll);
    std::vector<Rect> rows;
    for (std::size_t i = 0; i < figure.rows.size(); ++i) rows.push_back({view.x, top + row * static_cast<float>(i), view.w, row});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Tornado::Bar& bar = t.bars()[i];
        if (!bar.known()) break;   // known ones come first
        const Rect at = rows[i];
        const std::string id = "tornado.bar." + std::to_string(bar.lever.arm) + '.' + bar.lever.row->name;
        if (p.ui.focused(id) && p.memory.focus_before != id) {
            p.memory.focus_before = id;
            bring_into_view(view, at, p.frame.state.panel_scroll);
        }
        const Rect seen = common(at, view);
        if (seen.h < 2) continue;
        const Hit hit = p.hit(id, at);
        if (hit.hovered) p.fill(at, c.hover, 5);
        if (p.ui.focused(id)) p.focus_ring(inset(at, 2), 5);
        if (hit.hovered || p.ui.focused(id)) p.tip = {at, figure.rows[i].name, {bar_words(p, bar), tr("tornado.click")}, p.ui.focused(id)};
        Widget twin;
        twin.id = id;
        twin.name = bar_words(p, bar);
        twin.x = seen.x, twin.y = seen.y, twin.w = seen.w, twin.h = seen.h;
        twin.group = group;
        p.ui.add(std::move(twin));
        if (hit.clicked || p.ui.clicked(id)) go_to_lever(p, bar.lever);
    }
    Overlay rows_only;
    rows_only.heading = false;
    draw_figure(p, figure, {view.x, top, view.w, row * static_cast<float>(rows.size())}, rows_only);
    end_scroll(p, "tornado", view, content, p.frame.state.panel_scroll);
}

}  // namespace parley
