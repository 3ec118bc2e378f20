#include "study/sequential.h"

#include <algorithm>
#include <cmath>

#include "model/detmath.h"
#include "study/stats.h"

namespace parley {
namespace {

// How the allowed error is spent: on shares and gap at the end, and on all changes of leader together.
constexpr double kOfShare = 0.5, kOfGap = 0.25, kOfChanges = 0.25;
// The line of the gap is tightest when this part of the worlds is in.
constexpr double kDesign = 0.4;

// ln n!, summed once as far as pairs can go.
double log_factorial(int n) {
    static const std::vector<double> known = [] {
        std::vector<double> sums{0};
        for (int i = 1; i <= static_cast<int>(kRunTable.find("pairs")->max); ++i) sums.push_back(sums.back() + log(static_cast<double>(i)));
        return sums;
    }();
    return known[static_cast<std::size_t>(n)];
}

double log_ways(int n, int k) { return log_factorial(n) - log_factorial(k) - log_factorial(n - k); }  // ln of n over k

// What `seen` of n worlds, of N in all, say about the count over all N.
class Count {
public:
    Count(int seen, int n, int all, double alpha) : seen_(seen), n_(n), all_(all), limit_(log(alpha)) {}

    bool at_least(int need) const { return need <= 0 || (likeliest() >= need && excluded(need - 1)); }
    bool below(int need) const { return need > all_ || (likeliest() < need && excluded(need)); }

private:
    int likeliest() const { return std::min(all_, seen_ * (all_ + 1) / n_); }
    bool excluded(int count) const {
        if (count < seen_ || all_ - count < n_ - seen_) return true;
        return log(n_ + 1.0) + log_ways(count, seen_) + log_ways(all_ - count, n_ - seen_) - log_ways(all_, n_) <= limit_;
    }
    int seen_, n_, all_;
    double limit_;
};

// Whether the mean of all N is surely at least 0 (1), surely below (-1), or either (0).
int sign_of_all(const std::vector<double>& first, int all, double alpha) {
    const double n = static_cast<double>(first.size()), u = 1 / n - 1.0 / all;
    const double design = 1 / std::max(kDesign * all, static_cast<double>(kFewestWorlds)) - 1.0 / all;
    const double reach = sd(first) * std::sqrt(-log(alpha) / (2 * design)) * (u + design);
    const double centre = mean(first);
    return centre - reach > 0 ? 1 : centre + reach < 0 ? -1 : 0;
}

struct Known {   // for one direction
    bool has_end = false, no_end = false, change = false, no_change = true;
};

}  // namespace

bool settled(std::span<const Lead> first, int planned, const RunSettings& rules) {
    const int n = static_cast<int>(first.size());
    if (n >= planned) return true;
    if (n < kFewestWorlds) return false;
    int need = static_cast<int>(rules.ahead_share * planned);
    while (!enough(need, static_cast<std::size_t>(planned), rules.ahead_share)) ++need;
    const std::size_t blocks = first[0].blocks.size();
    const double for_share = kFalseStops * kOfShare, for_gap = kFalseStops * kOfGap,
                 for_boundary = kFalseStops * kOfChanges / static_cast<double>(std::max<std::size_t>(3 * blocks, 1));
    const auto count = [&](std::span<const double> gaps, int direction, double alpha) {
        return Count(count_ahead(gaps, direction), n, planned, alpha);
    };

    std::vector<double> gaps;
    for (const Lead& world : first) gaps.push_back(world.b - world.a);
    std::vector<int> sure(blocks);   // sign of each block's mean gap over all worlds, 0 where it may be either
    for (std::size_t k = 0; k < blocks; ++k) sure[k] = sign_of_all(gaps_over(first, k, k), planned, for_boundary);
    Known known[2];  // of b, of a
    for (const int direction : {1, -1}) {
        Known& k = known[direction < 0];
        // The gap beyond what is needed, world by world.
        std::vector<double> beyond;
        for (const Lead& world : first) beyond.push_back(direction * (world.b - world.a) - rules.ahead_gap * std::fabs(direction > 0 ? world.a : world.b));
        const int gap = sign_of_all(beyond, planned, for_gap);
        const Count worlds = count(gaps, direction, for_share);
        k.has_end = gap > 0 && worlds.at_least(need);
        k.no_end = gap < 0 || worlds.below(need);
        std::vector<double> before(first.size(), 0.0), after = gaps_over(first, 0, blocks - 1);
        // A change needs enough worlds before and after, at a boundary where the mean gap changes sign.  It is certain when the sign
        // surely changes between two blocks and every boundary between them has enough worlds.
        bool from_other = blocks > 0 && sure[0] == -direction, all_enough = true;
        for (std::size_t boundary = 1; boundary < blocks; ++boundary) {
            for (std::size_t i = 0; i < before.size(); ++i) {
                before[i] += first[i].blocks[boundary - 1];
                after[i] -= first[i].blocks[boundary - 1];
            }
            const Count led = count(before, -direction, for_boundary), leads = count(after, direction, for_boundary);
            const bool no_flip = sure[boundary - 1] == direction || sure[boundary] == -direction;
            k.no_change = k.no_change && (no_flip || led.below(need) || leads.below(need));
            all_enough = all_enough && led.at_least(need) && leads.at_least(need);
            k.change = k.change || (from_other && all_enough && sure[boundary] == direction);
            if (sure[boundary] != 0) from_other = sure[boundary] == -direction, all_enough = true;
        }
    }
    if (known[0].no_end && known[1].no_end && known[0].no_change && known[1].no_change) return true;  // too close to call
    for (const int side : {0, 1}) {
        if (!known[1 - side].no_change) continue;
        if (known[side].has_end) return true;                           // ahead
        if (known[side].change && known[side].no_end) return true;      // depends on the date
    }
    return false;
}

int Sequence::look(const Ensemble& ensemble) {
    const Scenario& scenario = ensemble.scenario();
    const OutcomeSpec& subject = subject_of(scenario);
    while (after_ == 0 && static_cast<int>(leads_.size()) + 1 < ensemble.pairs()) {
        const PairResult* next = ensemble.find(static_cast<int>(leads_.size()));
        if (!next) break;
        leads_.push_back(lead_of(*next, subject, a_, b_, scenario.market.customers, verdict_day(scenario)));
        if (settled(leads_, ensemble.pairs(), scenario.run)) after_ = static_cast<int>(leads_.size());
    }
    return after_;
}

}  // namespace parley
