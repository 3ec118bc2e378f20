// One world's own lines, to be laid over the race or the gap: what luck made of it.
#include "study/figures.h"

namespace parley {

std::vector<Figure::Curve> world_curves(const Ensemble& ensemble, const Comparison& comparison, int pair, bool gap) {
    std::vector<Figure::Curve> curves;
    const Scenario& scenario = ensemble.scenario();
    const ObservableSpec& sales = observables()[static_cast<std::size_t>(Observable::sales)];
    for (const PairResult* world : ensemble.results()) {
        if (world->pair != pair) continue;
        const auto weekly = [&](const Series& series, std::size_t end) {
            std::int64_t raw = 0;
            for (std::size_t day = end - 7; day < end; ++day) raw += series[day][Observable::sales];
            return shown(sales, static_cast<double>(raw), scenario.market.customers);
        };
        const auto curve = [&](int arm, auto value) {
            Figure::Curve c;
            c.arm = arm;
            c.thin = true;
            for (std::size_t end = 7; end <= static_cast<std::size_t>(scenario.run.days); end += 7) {
                c.x.push_back(static_cast<double>(end));
                c.y.push_back(value(end));
            }
            curves.push_back(std::move(c));
        };
        const Series &a = world->arms[comparison.a], &b = world->arms[comparison.b];
        if (gap) {
            curve(-1, [&](std::size_t end) { return weekly(b, end) - weekly(a, end); });
        } else {
            curve(static_cast<int>(comparison.a), [&](std::size_t end) { return weekly(a, end); });
            curve(static_cast<int>(comparison.b), [&](std::size_t end) { return weekly(b, end); });
        }
    }
    return curves;
}

}  // namespace parley
