// The gap in sales, split into its three factors.
#include <algorithm>

#include "study/figures.h"
#include "study/number_format.h"

namespace parley {

Figure split_figure(const Ensemble& ensemble, const Comparison& c) {
    const Scenario& scenario = ensemble.scenario();
    const std::string sign = currency_sign(scenario);
    // The parts as printed add up to the total as printed, and that to the tile of sales.
    const OutcomeSpec& sales = *find_outcome("sales");
    const auto index = static_cast<std::size_t>(&sales - outcomes().data());
    const double mean_a = c.arms[c.a][index].mean, mean_b = c.arms[c.b][index].mean, step = money_step(std::max(mean_a, mean_b));
    const double printed_total = printed_pair(sales, mean_a, mean_b, sign).gap_value;
    const std::vector<double> parts =
        parts_that_add_up({c.split.buyers, c.split.purchases_per_buyer, c.split.money_per_purchase}, printed_total, step);

    Figure f;
    f.kind = Figure::Kind::Split;
    f.title = tr("reasons.gap");
    const auto arm_of = [&](double v) { return static_cast<int>(v >= 0 ? c.b : c.a); };
    const char* const names[] = {"gap.buyers", "gap.purchases", "gap.money"};
    for (std::size_t i = 0; i < 3; ++i) {
        Figure::Row& row = f.rows.emplace_back();
        row.name = tr(names[i]);
        Figure::Bar& bar = row.bars.emplace_back();
        bar.arm = arm_of(parts[i]), bar.value = parts[i], bar.words = signed_money_in_steps(parts[i], step, sign);
        f.words += (i ? " " : "") + tr("gap.spoken", {{"part", row.name},
                                                       {"value", bar.words},
                                                       {"arm", scenario.arms[static_cast<std::size_t>(bar.arm)].name}});
    }
    f.total.name = tr("gap.total", {{"period", period_text(c.day, scenario)}});
    Figure::Bar& total = f.total.bars.emplace_back();
    total.arm = arm_of(printed_total), total.value = printed_total, total.words = signed_money_in_steps(printed_total, step, sign);
    f.words += ' ' + f.total.name + ": " + total.words + '.';
    return f;
}

}  // namespace parley
