// The tornado as a figure: what each lever alone would make of the gap.
#include <algorithm>
#include <cmath>

#include "study/figures.h"
#include "study/number_format.h"

namespace parley {
namespace {

std::string per_cent(double share) { return signed_number(100 * share, 1) + "\u202f%"; }

// The lever that matters most has a name only when no other can overtake it unseen.
std::string finding_of(const Tornado& t, std::size_t known) {
    const Scenario& scenario = t.around();
    const std::vector<Tornado::Bar>& bars = t.bars();
    if (bars.empty()) return tr("tornado.none");
    if (known == 0) return tr("tornado.begins", {{"all", number(static_cast<double>(bars.size()))}});
    const std::string all = number(static_cast<double>(bars.size()));
    if (known < bars.size()) return tr("tornado.so_far", {{"n", number(static_cast<double>(known))}, {"all", all}});
    return tr(t.complete() ? "tornado.finding" : "tornado.first_look",
              {{"lever", lever_name(scenario, bars[0].lever)}, {"change", percent(bars[0].size(), 1)}, {"all", all},
               {"b", scenario.arms[1].name}, {"a", scenario.arms[0].name}, {"gap", per_cent(t.start().gap)}});
}

}  // namespace

Figure tornado_figure(const Tornado& t) {
    Figure f;
    f.kind = Figure::Kind::Tornado;
    f.title = tr("explore.tab.levers");
    std::size_t known = 0;
    double least = std::min(0.0, t.start().gap), most = std::max(0.0, t.start().gap);
    for (const Tornado::Bar& bar : t.bars()) {
        Figure::Row& row = f.rows.emplace_back();
        row.name = lever_name(t.around(), bar.lever);
        row.arm = static_cast<int>(bar.lever.arm);
        if (!bar.known()) continue;
        ++known;
        for (const bool up : {false, true}) {
            const Tornado::End& end = up ? bar.up : bar.down;
            if (!end.moved) continue;
            const double low = t.start().gap + end.low, high = t.start().gap + end.high;
            row.bars.push_back({row.arm, t.start().gap + end.change, per_cent(t.start().gap + end.change), {}, {}, false, low, high, !up});
            least = std::min(least, low), most = std::max(most, high);
        }
    }
    const double spread = std::max(1e-6, most - least);
    f.x.from = least - 0.02 * spread, f.x.to = most + 0.02 * spread;
    for (const double tick : ticks(100 * f.x.from, 100 * f.x.to, 6))
        f.x.ticks.push_back({tick / 100, signed_number(tick, std::abs(tick - std::round(tick)) > 0.01 ? 1 : 0) + (tick == 0 ? "" : "\u202f%")});
    f.levels.push_back({t.start().gap, per_cent(t.start().gap), false});
    f.words = finding_of(t, known);
    return f;
}

}  // namespace parley
