// Explore: one panel for the questions around the scenario: where who wins, what matters most, what a dashboard would show, and what
// the count of worlds stands for.
#include "app/views/explore.h"

#include <algorithm>
#include <cmath>

#include "app/views/covered.h"
#include "app/widgets/dialog.h"
#include "study/number_format.h"
#include "app/widgets/tabs.h"
#include "imgui.h"

namespace parley {

std::string signed_percent(double share, int decimals) { return signed_number(100 * share, decimals) + "\u202f%"; }

void hatch(Paint& p, Rect r, Colour colour, float step) {
    // Lines from the lower left to the upper right, on a raster of the whole window so that neighbours join.
    p.clip(r);
    for (float at = std::floor((r.x + r.y) / step) * step; at <= r.x + r.w + r.y + r.h; at += step)
        p.list->AddLine({at - r.y, r.y}, {at - r.y - r.h, r.y + r.h}, colour, 1.2f);
    p.unclip();
}

void draw_explore(Paint& p) {
    ViewState& state = p.frame.state;
    std::string title = tr("explore.title");
    bool open = true;
    Rect in = dialog(p, title, p.type.body.em * 86, p.type.body.em * 54, open);
    int before = state.explore_tab;
    float h = tabs(p, "explore", in, {tr("explore.tab.map"), tr("explore.tab.levers"), tr("explore.tab.dashboard"), tr("explore.tab.certainty")},
                   state.explore_tab, title) +
              14;
    if (before != state.explore_tab) state.panel_scroll = 0;
    Rect body{in.x, in.y + h, in.w, in.h - h};
    if (covered(p.session))
        draw_covered(p, body, "explore.covered", title);
    else if (state.explore_tab == 0)
        draw_region_map(p, body);
    else if (state.explore_tab == 1)
        draw_tornado(p, body);
    else if (state.explore_tab == 2)
        draw_dashboard(p, body);
    else
        draw_certainty(p, body);
    if (!open) state.panel = Panel::None;
    if (p.session.surveying() || p.session.busy()) p.frame.wishes.keep_awake = true;
}

}  // namespace parley
