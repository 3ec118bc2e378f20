#include "study/lead.h"

#include <cmath>

#include "study/stats.h"

namespace parley {
namespace {

int sign(double x) { return (x > 0) - (x < 0); }

// Who leads over blocks first..last taken together: +1 b, -1 a, 0 nobody in enough worlds.
int leader_over(std::span<const Lead> worlds, std::size_t first, std::size_t last, double share) {
    const std::vector<double> sums = gaps_over(worlds, first, last);
    for (const int direction : {1, -1})
        if (enough(count_ahead(sums, direction), sums.size(), share)) return direction;
    return 0;
}

}  // namespace

std::vector<int> block_ends(int days) {
    std::vector<int> ends;
    for (int from = 1; from <= days;) {
        const int to = days - (from + kBlockDays - 1) < kBlockDays ? days : from + kBlockDays - 1;
        ends.push_back(to);
        from = to + 1;
    }
    return ends;
}

Lead lead_of(const PairResult& world, const OutcomeSpec& outcome, std::size_t a, std::size_t b, double customers, int days) {
    Lead lead;
    lead.a = outcome_of(outcome, world.arms[a], customers, days);
    lead.b = outcome_of(outcome, world.arms[b], customers, days);
    int from = 1;
    for (const int to : block_ends(days)) {
        lead.blocks.push_back(outcome_between(outcome, world.arms[b], customers, from, to) -
                              outcome_between(outcome, world.arms[a], customers, from, to));
        from = to + 1;
    }
    return lead;
}

bool enough(int ahead, std::size_t worlds, double share) { return ahead >= share * static_cast<double>(worlds) - 1e-9; }

int count_ahead(std::span<const double> gaps, int direction) {
    int n = 0;
    for (const double gap : gaps) n += sign(gap) == direction;
    return n;
}

std::vector<double> gaps_over(std::span<const Lead> worlds, std::size_t first, std::size_t last) {
    std::vector<double> sums(worlds.size(), 0.0);
    for (std::size_t k = first; k <= last; ++k)
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += worlds[i].blocks[k];
    return sums;
}

LeaderChange last_change(std::span<const Lead> worlds, double share) {
    LeaderChange found;
    const std::size_t blocks = worlds.empty() ? 0 : worlds[0].blocks.size();
    int before = 0;  // sign of the last block that had one
    for (std::size_t k = 0; k < blocks; ++k) {
        const int now = sign(mean(gaps_over(worlds, k, k)));
        if (now == 0) continue;
        if (before == -now && leader_over(worlds, 0, k - 1, share) == -now && leader_over(worlds, k, blocks - 1, share) == now)
            found = {static_cast<int>(k), now};
        before = now;
    }
    return found;
}

Ruling ruling_of(std::span<const Lead> worlds, const RunSettings& rules, double gap, double of_a, double of_b) {
    std::vector<double> gaps;
    for (const Lead& world : worlds) gaps.push_back(world.b - world.a);
    const int ahead = sign(gap);
    const double other = ahead >= 0 ? of_a : of_b;
    const bool has_end = ahead != 0 && enough(count_ahead(gaps, ahead), gaps.size(), rules.ahead_share) &&
                         std::fabs(gap) >= rules.ahead_gap * std::fabs(other);

    Ruling call;
    call.change = last_change(worlds, rules.ahead_share);
    const bool contradicted = call.change.block && call.change.direction != ahead;
    call.form = has_end && !contradicted ? VerdictForm::Ahead : call.change.block ? VerdictForm::Date : VerdictForm::Close;
    call.direction = call.form == VerdictForm::Date ? call.change.direction : call.form == VerdictForm::Ahead ? ahead : 0;
    return call;
}

}  // namespace parley
