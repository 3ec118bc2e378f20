// The race: sales per week of both arms.
#include <algorithm>
#include <array>
#include <cmath>

#include "study/figures.h"
#include "study/number_format.h"

namespace parley {
namespace {

// A weekly value that the target asks for on average; 0 where the target is about something else.
double weekly_target(const Scenario& s) {
    if (!s.target || s.target->outcome != "sales" || s.target->by_day < 1) return 0;
    return s.target->amount / s.target->by_day * 7;
}

// Where the two mean lines cross nearest to the change of leader.  That is found in blocks of four weeks, the lines run by weeks: where
// they do not cross within four weeks of it, the day itself, half way between them.
struct Crossing {
    double day, value;
};
Crossing crossing_near(const std::array<Band, 2>& bands, int change_day) {
    constexpr double kBlock = 28;
    const std::vector<double>&day = bands[0].day, &a = bands[0].mean, &b = bands[1].mean;
    const std::size_t i = std::min(day.size() - 1, static_cast<std::size_t>(change_day / 7));
    Crossing best{static_cast<double>(change_day), (a[i] + b[i]) / 2};
    double nearest = kBlock + 1e-9;
    for (std::size_t k = 0; k + 1 < day.size(); ++k) {
        const double before = b[k] - a[k], after = b[k + 1] - a[k + 1];
        if ((before < 0) == (after < 0)) continue;
        const double t = before / (before - after), at = day[k] + t * (day[k + 1] - day[k]);
        if (const double away = std::abs(at - change_day); away < nearest) nearest = away, best = {at, a[k] + t * (a[k + 1] - a[k])};
    }
    return best;
}

}  // namespace

Figure race_figure(const Ensemble& ensemble, const Comparison& comparison, int y_ticks, bool show_bands) {
    const Scenario& scenario = ensemble.scenario();
    const std::string sign = currency_sign(scenario);
    const int days = static_cast<int>(scenario.run.days);
    const std::array<std::size_t, 2> arms{comparison.a, comparison.b};
    const std::array<Band, 2> bands{band(ensemble, arms[0], Observable::sales, true), band(ensemble, arms[1], Observable::sales, true)};

    Figure f;
    f.title = tr("race.title");
    f.x = weeks_axis(days);
    if (bands[0].day.empty()) return f;
    std::array<std::string, 2> ends;
    for (std::size_t i = 0; i < 2; ++i) {
        const Band& b = bands[i];
        ends[i] = tr("race.end_value", {{"value", money(b.mean.back(), sign)}, {"week", number(days / 7)}});
        Figure::Curve& curve = f.curves.emplace_back();
        curve.arm = static_cast<int>(arms[i]);
        curve.x = b.day, curve.y = b.mean;
        if (show_bands) curve.spreads = {{b.low, b.high}};
        curve.name = scenario.arms[arms[i]].name, curve.value = ends[i], curve.value_brief = money(b.mean.back(), sign);
    }

    // range: all of both bands, or lines, and the target; zero too, unless that would flatten the curves
    double least = 1e300, most = -1e300, target = weekly_target(scenario);
    for (const Band& b : bands)
        for (std::size_t i = 0; i < b.day.size(); ++i)
            least = std::min(least, (show_bands ? b.low : b.mean)[i]), most = std::max(most, (show_bands ? b.high : b.mean)[i]);
    if (target > 0 && target < 1.6 * most && target > 0.4 * least) {
        least = std::min(least, target), most = std::max(most, target);
        f.levels.push_back({target, tr("race.target", {{"value", money(target, sign)}}), true, static_cast<double>(verdict_day(scenario))});
    }
    if (const int day = verdict_day(scenario); day < days)
        f.dates.push_back({static_cast<double>(day), tr("race.date", {{"week", number(week_of(day))}})});
    if (!(most > least)) most = least + 1;
    const double spread = most - least;
    const bool from_zero = least < 0.45 * most;
    f.y.from = from_zero ? std::min(0.0, least) : least - 0.06 * spread;
    f.y.to = most + 0.06 * spread;
    const MoneyUnit unit = money_unit(most, scenario.currency);
    f.y.ticks = money_ticks(f.y.from, f.y.to, y_ticks, unit);
    f.unit = unit.words;
    f.note = tr("race.mean", {{"pairs", number(ensemble.done())}}) + (from_zero ? "" : " \u00b7 " + tr("race.cut"));
    if (target > 0 && f.levels.empty())   // too far from the lines to be drawn beside them
        f.note = tr(target > most ? "race.target.above" : "race.target.below", {{"value", money(target, sign)}}) + " \u00b7 " + f.note;

    f.words = tr("race.finding", {{"a", scenario.arms[arms[0]].name},
                                  {"b", scenario.arms[arms[1]].name},
                                  {"va", ends[0]},
                                  {"vb", ends[1]},
                                  {"pairs", number(ensemble.done())}});
    // where the leader changes
    const Verdict& v = comparison.verdict;
    if (v.change_day > 0 && v.leader >= 0 && v.outcome && std::string_view(v.outcome->name) == "sales") {
        const Crossing at = crossing_near(bands, v.change_day);
        f.spots.push_back({at.day, at.value, tr("race.change")});
    }
    if (v.change_day > 0 && v.leader >= 0)
        f.words += ' ' + tr("race.finding.change", {{"leader", scenario.arms[static_cast<std::size_t>(v.leader)].name},
                                                    {"week", number(week_of(v.change_day))}});
    return f;
}

}  // namespace parley
