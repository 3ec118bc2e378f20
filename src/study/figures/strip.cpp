// The strip: one dot per world where its gap in the verdict's outcome lies.
#include "study/figures.h"
#include "study/number_format.h"

namespace parley {

Figure strip_figure(const Ensemble& ensemble, const Comparison& c) {
    const Scenario& scenario = ensemble.scenario();
    const Verdict& v = c.verdict;
    int ahead_a = 0, ahead_b = 0;
    const std::string &a = scenario.arms[c.a].name, &b = scenario.arms[c.b].name;
    Figure f;
    f.kind = Figure::Kind::Strip;
    f.title = tr("strip.title");
    f.note = tr(scenario.run.ignorance > 0 ? "strip.key.ignorant" : "strip.key");
    f.below = {static_cast<int>(c.a), tr("strip.side", {{"arm", a}}), a};
    f.above = {static_cast<int>(c.b), tr("strip.side", {{"arm", b}}), b};
    for (double gap : v.gaps) ahead_a += gap < 0, ahead_b += gap > 0;
    for (double gap : v.gaps) f.dots.push_back({gap, gap > 0 ? static_cast<int>(c.b) : gap < 0 ? static_cast<int>(c.a) : -1});
    f.words = tr("strip.finding", {{"pairs", number(v.pairs)},
                                   {"a", a},
                                   {"b", b},
                                   {"na", number(ahead_a)},
                                   {"nb", number(ahead_b)},
                                   {"ties", number(v.pairs - ahead_a - ahead_b)}});
    return f;
}

}  // namespace parley
