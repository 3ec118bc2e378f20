// Heavy-tailed networks: most people have few ties, some have very many.
//
// Math    degrees from a power law of exponent tie_exponent between k_min and min(500, n / 10), k_min solved for the wanted mean.
//         Circles: most ties stay within the circle, the rest are drawn from the whole town (the planted communities of
//         Lancichinetti, Fortunato & Radicchi 2008); closed triangles come from small circles, not from a second pass.
//         Configuration: the same degrees, all ends paired over the whole town (Molloy & Reed 1995).  An end that meets its
//         own person, or someone met before, takes another partner at random, so the degrees are kept.
// Limits  in circles, doubles and what the circle has no room for fall away: a seventh of the ties at the default.  In
//         configuration an end without a partner falls away: hardly any, except where nearly everyone is to know everyone.
// Cost    O(ties) for circles, O(ties x mean degree) in the worst case for configuration; O(ties) memory.
#include <algorithm>

#include "model/network/generators.h"

namespace parley {
namespace {

std::vector<std::uint32_t> draw_degrees(const Market& market, const Stream& stream) {
    const auto n = static_cast<std::uint32_t>(market.customers);
    const double k_max = std::max(market.mean_ties + 1, std::min(500.0, n / 10.0));
    const double e = market.tie_exponent;
    // Mean of the continuous law on [k, k_max]; it grows with k, so halving the interval finds k.
    const auto mean_from = [&](double k) {
        const double a = 1 - e, b = 2 - e;
        return (pow(k_max, b) - pow(k, b)) / (pow(k_max, a) - pow(k, a)) * a / b;
    };
    double low = 0.5, high = market.mean_ties;
    for (int i = 0; i < 50; ++i) {
        const double middle = (low + high) / 2;
        (mean_from(middle) < market.mean_ties ? low : high) = middle;
    }
    const double from = pow(low, 1 - e), to = pow(k_max, 1 - e);
    std::vector<std::uint32_t> degrees(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        // Rounding up or down by chance keeps the mean.
        const double k = pow(from + stream.uniform(i) * (to - from), 1 / (1 - e));
        degrees[i] = std::max(1u, static_cast<std::uint32_t>(k + stream.uniform(i, 1)));
    }
    return degrees;
}

// Pairs the ends at random; an odd one is left over, and so are two ends of the same person.
void join(std::vector<std::uint32_t>& ends, const Stream& wiring, std::uint64_t slot, TieList& list) {
    shuffle(ends, wiring, slot);
    for (std::size_t s = 0; s + 1 < ends.size(); s += 2)
        if (ends[s] != ends[s + 1]) list.add(ends[s], ends[s + 1]);
}

}  // namespace

TieList tie_circles(const Market& market, std::uint64_t seed, std::uint64_t pair, const Network& network) {
    const std::vector<std::uint32_t> degrees = draw_degrees(market, Stream(seed, pair, Purpose::Degrees));
    const Stream wiring(seed, pair, Purpose::Wiring);
    TieList list;
    // Ends of ties: most stay in the circle, as far as it has room; the others go to the whole town.
    std::vector<std::uint32_t> ends, outside;
    for (std::size_t c = 0; c + 1 < network.circle_first.size(); ++c) {
        const std::uint32_t first = network.circle_first[c], end = network.circle_first[c + 1];
        const std::uint32_t room = (end - first) / 2;
        ends.clear();
        for (std::uint32_t i = first; i < end; ++i) {
            const double inside = degrees[i] * (1 - market.outside_ties);
            const std::uint32_t k = std::min(room, static_cast<std::uint32_t>(inside + wiring.uniform(i)));
            ends.insert(ends.end(), k, i);
            outside.insert(outside.end(), degrees[i] - std::min(k, degrees[i]), i);
        }
        join(ends, wiring, 1 + c, list);
    }
    join(outside, wiring, 0, list);
    return list;
}

TieList tie_configuration(const Market& market, std::uint64_t seed, std::uint64_t pair) {
    constexpr std::uint64_t kTries = 64;  // partners drawn for an end before it is given up
    std::vector<std::uint32_t> degrees = draw_degrees(market, Stream(seed, pair, Purpose::Degrees));
    const auto n = static_cast<std::uint32_t>(degrees.size());
    std::vector<std::uint32_t> ends, start(n + 1, 0);
    for (std::uint32_t i = 0; i < n; ++i) {
        degrees[i] = std::min(degrees[i], n - 1);
        ends.insert(ends.end(), degrees[i], i);
        start[i + 1] = start[i] + degrees[i];
    }
    const Stream wiring(seed, pair, Purpose::Wiring);
    shuffle(ends, wiring, 0);

    // Whom each has met so far, to be looked up by the one of the two who has met fewer.
    std::vector<std::uint32_t> met(ends.size()), met_end(start.begin(), start.end() - 1);
    const auto free_to_meet = [&](std::uint32_t a, std::uint32_t b) {
        if (met_end[a] - start[a] > met_end[b] - start[b]) std::swap(a, b);
        return a != b && std::find(met.begin() + start[a], met.begin() + met_end[a], b) == met.begin() + met_end[a];
    };
    TieList list;
    for (std::size_t s = 0; s + 1 < ends.size(); ++s) {
        const std::uint32_t a = ends[s];
        std::uint32_t& b = ends[s + 1];
        for (std::uint64_t t = 1; t < kTries && !free_to_meet(a, b); ++t)
            std::swap(b, ends[s + 1 + wiring.bits(s, t) % (ends.size() - s - 1)]);
        if (!free_to_meet(a, b)) continue;
        met[met_end[a]++] = b;
        met[met_end[b]++] = a;
        list.add(a, b);
        ++s;
    }
    return list;
}

}  // namespace parley
