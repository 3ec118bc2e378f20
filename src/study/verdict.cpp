// Verdict: who is ahead, how surely, and when that changed (rules in compare.h).
#include <algorithm>
#include <cassert>
#include <cmath>

#include "study/compare.h"
#include "study/lead.h"
#include "study/stats.h"
#include "study/wording.h"

namespace parley {
namespace {

bool all_same(const std::vector<const PairResult*>& worlds, std::size_t a, std::size_t b) {
    for (const PairResult* world : worlds)
        for (std::size_t day = 0; day < world->arms[a].size(); ++day)
            if (world->arms[a][day].values != world->arms[b][day].values) return false;
    return true;
}

}  // namespace

int verdict_day(const Scenario& scenario) {
    const int days = static_cast<int>(scenario.run.days);
    return scenario.target && scenario.target->by_day >= 1 ? std::min(scenario.target->by_day, days) : days;
}

Whole whole_of(const Verdict& v, std::size_t a, std::size_t b) {
    const std::size_t leader = v.leader == static_cast<int>(a) ? a : b, other = leader == a ? b : a;
    const std::size_t arm = v.gap < 0 ? other : leader;
    // The share is of the other of the leader; seen from that one it is of the leader.
    const double share = v.gap >= 0 ? v.gap_share : v.gap_share == -1 ? 0 : -v.gap_share / std::fabs(1 + v.gap_share);
    return {arm, share, count_ahead(v.gaps, arm == b ? 1 : -1)};
}

Verdict judge(const Ensemble& ensemble, const OutcomeSpec& outcome, std::size_t a, std::size_t b) {
    const Scenario& scenario = ensemble.scenario();
    const std::vector<const PairResult*> worlds = ensemble.results();
    assert(!worlds.empty());
    const int days = verdict_day(scenario);
    const double customers = scenario.market.customers;

    std::vector<Lead> leads;
    std::vector<int> numbers;
    std::vector<double> gaps;
    for (const PairResult* world : worlds) {
        numbers.push_back(world->pair);
        leads.push_back(lead_of(*world, outcome, a, b, customers, days));
        gaps.push_back(leads.back().b - leads.back().a);
    }
    const double of_a = mean_outcome(outcome, worlds, a, customers, days), of_b = mean_outcome(outcome, worlds, b, customers, days);
    const double gap = outcome.rule == Rule::Ratio ? of_b - of_a : mean(gaps);  // as the difference has it, to the last bit
    const Ruling call = ruling_of(leads, scenario.run, gap, of_a, of_b);

    Verdict v;
    v.outcome = &outcome;
    v.day = days;
    v.pairs = static_cast<int>(worlds.size());
    v.change_day = call.change.block ? block_ends(days)[static_cast<std::size_t>(call.change.block) - 1] : 0;
    v.form = call.form;
    v.leader = call.direction == 0 ? -1 : static_cast<int>(call.direction > 0 ? b : a);
    v.gap = call.direction < 0 ? -gap : gap;
    const double base = std::fabs(call.direction < 0 ? of_b : of_a);
    v.gap_share = base == 0 ? 0 : v.gap / base;
    v.ahead = count_ahead(gaps, call.direction != 0 ? call.direction : gap > 0 ? 1 : gap < 0 ? -1 : 0);
    v.worlds = std::move(numbers);
    v.gaps = std::move(gaps);
    v.text = verdict_sentence(v, scenario, a, b, {of_a, of_b}, all_same(worlds, a, b));
    return v;
}

}  // namespace parley
