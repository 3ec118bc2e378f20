#include "study/claims/lottery.h"

#include <algorithm>

#include "model/rng.h"
#include "study/claims/lab.h"
#include "study/claims/points.h"
#include "study/latin_hypercube.h"
#include "study/run.h"
#include "study/sweep.h"

namespace parley::claims {
namespace {

bool drawn(const ParamSpec& row) {
    const bool group = row.group == LeverGroup::Budget || row.group == LeverGroup::Voice || row.group == LeverGroup::Desk;
    return group && row.kind != Kind::Choice && row.kind != Kind::Money;
}

// The silent brand, then the draws.
Scenario lots(const Scenario& base) {
    Scenario all = base;
    all.arms.assign(1 + kDraws, base.arms[0]);
    all.arms[0].strategy.budget_per_day = 0;
    std::uint64_t key = 0;
    for (const ParamSpec& row : kStrategyTable.rows) {
        key += std::uint64_t{1} << 32;
        if (!drawn(row)) continue;
        const Reach reach = reach_of(base, row);
        const std::vector<std::size_t> parts = order_by_lot(kDraws, [&](std::size_t i) { return mix64(key + i); });
        for (std::size_t i = 0; i < kDraws; ++i)
            value_of(all.arms[i + 1].strategy, row) = reach.value(row, (static_cast<double>(parts[i]) + 0.5) / kDraws);
    }
    return all;
}

}  // namespace

ClaimResult run_lottery(const ClaimSpec& spec, const ClaimsEffort& effort) {
    ClaimResult result;
    result.spec = &spec;
    Lab lab(spec);
    const auto output = measure_of(spec.output);
    if (!lab.problems().empty() || !output || !lab.base()) return result;
    const Scenario all = lots(*lab.base());
    std::vector<std::vector<double>> samples(all.arms.size());
    result.pairs = effort.quick ? kQuickClaimPairs : kClaimPairs / 2;
    for (int pair = 0; pair < result.pairs; ++pair) {
        Run run(all, pair);
        run.finish();
        for (std::size_t arm = 0; arm < samples.size(); ++arm) samples[arm].push_back(output->of(run.result().arms[arm], all.market.customers));
    }
    std::vector<std::string> values{"silent"};
    std::vector<const std::vector<double>*> each;
    for (int i = 1; i <= kDraws; ++i) values.push_back(std::to_string(i));
    for (const auto& sample : samples) each.push_back(&sample);
    result.points = points_of(values, each, output->spread, 1);
    const int gain = gaining(result);
    result.standing = gain + losing(result) == 0 ? Standing::NotExpressed
                      : 10 * gain <= kDraws      ? Standing::Holds
                      : 2 * gain >= kDraws       ? Standing::OtherWay
                                                 : Standing::Mixed;
    return result;
}

int gaining(const ClaimResult& result) {
    return static_cast<int>(std::count_if(result.points.begin(), result.points.end(), [](const ClaimPoint& p) { return p.sign() > 0; }));
}
int losing(const ClaimResult& result) {
    return static_cast<int>(std::count_if(result.points.begin(), result.points.end(), [](const ClaimPoint& p) { return p.sign() < 0; }));
}

}  // namespace parley::claims
