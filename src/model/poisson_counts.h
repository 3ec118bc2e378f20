// Poisson counts for many customers at once: how many of the day's impressions each one meets.
//
// Math    by inversion in single precision: the first n for which P(0) + .. + P(n) is above u, P(n) = P(n - 1) x mean / n.  Where
//         more than 8 steps are needed and the mean is above 30 the normal law takes over (poisson_from), before the first term
//         underflows.  Monotone in u and mean, so that arms that share a draw never cross.  At most 120, or 100,000 by the normal law.
// Cost    about 2 ns a customer at a mean of 4.
#pragma once
#include <cstdint>
#include <vector>

#include "model/lanes.h"
#include "model/rng.h"

namespace parley {

// e^-mean of everyone, mean = scale x weight.  none: [weights]
void chances_of_none(float scale, const std::vector<float>& weights, std::vector<float>& none);

// Counts of customers first .. first + size - 1, at most kBlock of them; weights, none and counts begin at the first.
void poisson_counts(const Draws& luck, std::uint32_t first, std::uint32_t size, float scale, const float* weights, const float* none, float* counts);

}  // namespace parley
