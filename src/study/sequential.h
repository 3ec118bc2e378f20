// Sequential stopping: when so much is known that the worlds still missing will not change the verdict.
//
// The verdict over all N worlds that were asked for is a fixed fact; the first n of them tell of it.  Sampling may stop after n when
// every statement the verdict rests on is settled, each by a bound that holds at all n at once, so that looking after every world
// costs nothing:
//   shares   how many of the N worlds an arm leads (at the end, before and after each change of leader): the prior-posterior ratio
//            of a draw without replacement, uniform prior.  A count M is excluded when (n + 1) x P(what was seen | M) <= alpha.
//   gap      whether the mean gap over all N reaches run.ahead_gap: seen backwards, mean of n minus mean of N is a Brownian motion
//            in u = 1/n - 1/N, which crosses the line s m (u + u*) with probability exp(-2 m^2 u*) = alpha.
// Error rates add up to kFalseStops.  Never before kFewestWorlds worlds.  Worlds count in order of their numbers, so that the
// answer does not depend on who finished first.
// Source   Waudby-Smith & Ramdas 2020 (sampling without replacement); Doob 1949 (straight line).
// Measured 39,000 drawn sequences of 50 worlds, shares ahead from 0 to 100 %, with and without a change of leader: 34,794 stopped early, 6
//          of them wrong (0.02 %; 0.3 % in the worst of 39 cells), 35 worlds on average:
//          parley_tests -tc="*over drawn sequences" --no-skip.  Over the worlds of the shipped scenarios: -tc="*shipped scenarios".
// Cost     O(n x blocks^2) for one n.
#pragma once
#include <span>

#include "study/lead.h"

namespace parley {

inline constexpr double kFalseStops = 0.05;
inline constexpr int kFewestWorlds = 10;

// Whether the first worlds of `planned` settle the verdict.
bool settled(std::span<const Lead> first, int planned, const RunSettings& rules);

// Watches an ensemble fill: after how many worlds, from the first on without a hole, the verdict was settled.
class Sequence {
public:
    explicit Sequence(std::size_t a = 0, std::size_t b = 1) : a_(a), b_(b) {}

    int look(const Ensemble& ensemble);  // at what has arrived since; 0: not settled yet
    int after() const { return after_; }

private:
    std::size_t a_, b_;
    int after_ = 0;
    std::vector<Lead> leads_;
};

}  // namespace parley
