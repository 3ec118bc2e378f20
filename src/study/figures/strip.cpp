// The strip: one dot per world where its gap in the verdict's outcome lies.
#include "study/figures.h"
#include "study/number_format.h"

namespace parley {

Figure strip_figure(const Ensemble& ensemble, const Comparison& c) {
    const Scenario& scenario = ensemble.scenario();
    const Difference& d = c.difference(c.a, c.b, c.verdict.outcome ? c.verdict.outcome->name : "sales");
    const std::string &a = scenario.arms[c.a].name, &b = scenario.arms[c.b].name;
    Figure f;
    f.kind = Figure::Kind::Strip;
    f.title = tr("strip.title");
    f.note = tr("strip.key");
    f.below = {static_cast<int>(c.a), tr("strip.side", {{"arm", a}}), a};
    f.above = {static_cast<int>(c.b), tr("strip.side", {{"arm", b}}), b};
    for (double gap : d.gaps) f.dots.push_back({gap, gap > 0 ? static_cast<int>(c.b) : gap < 0 ? static_cast<int>(c.a) : -1});
    f.words = tr("strip.finding", {{"pairs", number(d.pairs)},
                                   {"a", a},
                                   {"b", b},
                                   {"na", number(d.pairs - d.b_ahead - d.ties)},
                                   {"nb", number(d.b_ahead)},
                                   {"ties", number(d.ties)}});
    return f;
}

}  // namespace parley
