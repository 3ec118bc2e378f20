// The gap week by week: arm b minus arm a in the same world.
//
// Bands around the two lines of the race overlap because worlds differ: in a good year both arms sell more.  That luck is the same for both
// arms of a world, so it drops out of the gap; what is left of it is drawn here, with the interval of the mean inside.
#include <algorithm>
#include <cmath>

#include "study/figures.h"
#include "study/number_format.h"
#include "study/stats.h"

namespace parley {

Figure gap_figure(const Ensemble& ensemble, const Comparison& comparison, int y_ticks, bool show_bands) {
    const Scenario& scenario = ensemble.scenario();
    const std::vector<const PairResult*> worlds = ensemble.results();
    const ObservableSpec& sales = observables()[static_cast<std::size_t>(Observable::sales)];
    const auto days = static_cast<std::size_t>(scenario.run.days);
    const Difference& d = comparison.difference(comparison.a, comparison.b, "sales");

    Figure f;
    f.title = tr("gap_week.title");
    f.x = weeks_axis(static_cast<int>(days));
    Figure::Curve gap;
    Figure::Spread mean_lies{{}, {}, true}, of_worlds;
    std::vector<double> values(worlds.size());
    for (std::size_t end = 7; end <= days; end += 7) {
        for (std::size_t i = 0; i < worlds.size(); ++i) {
            std::int64_t raw = 0;
            for (std::size_t day = end - 7; day < end; ++day)
                raw += worlds[i]->arms[comparison.b][day][Observable::sales] - worlds[i]->arms[comparison.a][day][Observable::sales];
            values[i] = shown(sales, static_cast<double>(raw), scenario.market.customers);
        }
        const Interval mean = mean_interval(values, 0.9);
        gap.x.push_back(static_cast<double>(end));
        gap.y.push_back(mean.mean);
        mean_lies.low.push_back(mean.low), mean_lies.high.push_back(mean.high);
        of_worlds.low.push_back(quantile(values, 0.05)), of_worlds.high.push_back(quantile(values, 0.95));
    }
    if (gap.x.empty()) return f;

    double reach = 0, least = 0, most = 0;
    for (std::size_t i = 0; i < gap.x.size(); ++i)
        least = std::min(least, (show_bands ? of_worlds.low : gap.y)[i]), most = std::max(most, (show_bands ? of_worlds.high : gap.y)[i]);
    if (!(most > least)) least = -1, most = 1;
    reach = most - least;
    f.y.from = least - 0.08 * reach, f.y.to = most + 0.08 * reach;   // zero is always inside
    const MoneyUnit unit = money_unit(std::max(most, -least), scenario.currency);
    f.y.ticks = money_ticks(f.y.from, f.y.to, y_ticks, unit, true);
    f.unit = unit.words;
    f.note = tr("gap_week.note", {{"pairs", number(ensemble.done())}});
    f.levels.push_back({0, "", false});
    if (comparison.day < static_cast<int>(days))
        f.dates.push_back({static_cast<double>(comparison.day), tr("race.date", {{"week", number(week_of(comparison.day))}})});
    const int a = static_cast<int>(comparison.a), b = static_cast<int>(comparison.b);
    f.above = {b, tr("strip.side", {{"arm", scenario.arms[comparison.b].name}}), {}};
    f.below = {a, tr("strip.side", {{"arm", scenario.arms[comparison.a].name}}), {}};

    if (show_bands) gap.spreads = {of_worlds, mean_lies};
    gap.name = signed_money_in_steps(d.mean, money_step(d.mean), currency_sign(scenario));
    gap.value = period_text(comparison.day, scenario);
    f.curves.push_back(std::move(gap));
    const bool b_leads = d.mean >= 0;
    f.words = tr("gap_week.finding", {{"leader", scenario.arms[b_leads ? comparison.b : comparison.a].name},
                                      {"ahead", number(b_leads ? d.b_ahead : d.pairs - d.b_ahead - d.ties)},
                                      {"pairs", number(d.pairs)},
                                      {"period", period_text(comparison.day, scenario)}});
    return f;
}

}  // namespace parley
