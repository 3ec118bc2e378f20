// Verdict: who is ahead, how surely, and when that changed (rules in compare.h).
#include <algorithm>
#include <cassert>
#include <cmath>

#include "study/compare.h"
#include "study/stats.h"
#include "study/wording.h"

namespace parley {
namespace {

constexpr int kBlockDays = 28;

// Gaps b minus a of every world, block by block.
struct Blocks {
    std::vector<int> end;                       // [blocks] last day of each
    std::vector<std::vector<double>> gaps;      // [blocks][worlds] of the outcome within the block
};

Blocks cut(const std::vector<const PairResult*>& worlds, const OutcomeSpec& outcome, std::size_t a, std::size_t b, double customers,
           int days) {
    Blocks blocks;
    for (int from = 1; from <= days;) {
        // A remainder shorter than a block joins the last one.
        const int to = days - (from + kBlockDays - 1) < kBlockDays ? days : from + kBlockDays - 1;
        std::vector<double> gaps;
        for (const PairResult* world : worlds)
            gaps.push_back(outcome_between(outcome, world->arms[b], customers, from, to) -
                           outcome_between(outcome, world->arms[a], customers, from, to));
        blocks.end.push_back(to);
        blocks.gaps.push_back(std::move(gaps));
        from = to + 1;
    }
    return blocks;
}

int sign(double x) { return (x > 0) - (x < 0); }

// How many worlds are ahead in this direction.
int count(const std::vector<double>& gaps, int direction) {
    int n = 0;
    for (const double gap : gaps) n += sign(gap) == direction;
    return n;
}

bool enough(int ahead, std::size_t worlds, double share) {
    // Shares such as 0.76 of 50 are meant exactly; the rounding of their product is not.
    return ahead >= share * static_cast<double>(worlds) - 1e-9;
}

// Who leads over blocks first..last taken together: +1 b, -1 a, 0 nobody in enough worlds.
int leader_over(const Blocks& blocks, std::size_t first, std::size_t last, double share) {
    std::vector<double> sums(blocks.gaps[first].size(), 0.0);
    for (std::size_t k = first; k <= last; ++k)
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += blocks.gaps[k][i];
    for (const int direction : {1, -1})
        if (enough(count(sums, direction), sums.size(), share)) return direction;
    return 0;
}

struct LeaderChange {
    int day = 0;        // last day before it, 0 if there is none
    int direction = 0;  // who leads after it
};

LeaderChange last_change(const Blocks& blocks, double share) {
    LeaderChange found;
    int before = 0;  // sign of the last block that had one
    for (std::size_t k = 0; k < blocks.gaps.size(); ++k) {
        const int now = sign(mean(blocks.gaps[k]));
        if (now == 0) continue;
        if (before == -now && leader_over(blocks, 0, k - 1, share) == -now &&
            leader_over(blocks, k, blocks.gaps.size() - 1, share) == now)
            found = {blocks.end[k - 1], now};
        before = now;
    }
    return found;
}

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

Verdict judge(const Ensemble& ensemble, const OutcomeSpec& outcome, std::size_t a, std::size_t b) {
    const Scenario& scenario = ensemble.scenario();
    const std::vector<const PairResult*> worlds = ensemble.results();
    assert(!worlds.empty());
    const int days = verdict_day(scenario);
    const double customers = scenario.market.customers, share = scenario.run.ahead_share;

    // The end of what is judged.
    std::vector<double> gaps;
    for (const PairResult* world : worlds)
        gaps.push_back(outcome_of(outcome, world->arms[b], customers, days) - outcome_of(outcome, world->arms[a], customers, days));
    const double of_a = mean_outcome(outcome, worlds, a, customers, days), of_b = mean_outcome(outcome, worlds, b, customers, days);
    const double gap = outcome.rule == Rule::Ratio ? of_b - of_a : mean(gaps);  // as the difference has it, to the last bit
    const int ahead = sign(gap);
    const double other = ahead >= 0 ? of_a : of_b;
    const bool has_end = ahead != 0 && enough(count(gaps, ahead), gaps.size(), share) &&
                         std::fabs(gap) >= scenario.run.ahead_gap * std::fabs(other);

    // What happened on the way.
    const LeaderChange change = last_change(cut(worlds, outcome, a, b, customers, days), share);

    Verdict v;
    v.outcome = &outcome;
    v.day = days;
    v.pairs = static_cast<int>(worlds.size());
    v.change_day = change.day;
    const bool contradicted = change.day && change.direction != ahead;
    v.form = has_end && !contradicted ? VerdictForm::Ahead : change.day ? VerdictForm::Date : VerdictForm::Close;
    const int direction = v.form == VerdictForm::Date ? change.direction : v.form == VerdictForm::Ahead ? ahead : 0;
    v.leader = direction == 0 ? -1 : static_cast<int>(direction > 0 ? b : a);
    v.gap = direction < 0 ? -gap : gap;
    const double base = std::fabs(direction < 0 ? of_b : of_a);
    v.gap_share = base == 0 ? 0 : v.gap / base;
    v.ahead = count(gaps, direction == 0 ? ahead : direction);
    v.gaps = std::move(gaps);
    v.text = verdict_sentence(v, scenario, a, b, {of_a, of_b}, all_same(worlds, a, b));
    return v;
}

}  // namespace parley
