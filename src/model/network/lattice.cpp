// Networks of neighbouring numbers: the ring, the ring with short cuts, and pairs who know only each other.
//
// Math    ring: everyone is tied to the k nearest on a circle of all customers, k = mean_ties rounded to even.
//         Small world (Watts & Strogatz 1998): the far end of each tie of the ring moves, with chance outside_ties, to anyone who
//         is not yet tied to the near end; the number of ties stays exactly n k / 2.
//         Pairs: 2i with 2i + 1; the last of an odd number is alone.  mean_ties does not count here.
// Cost    ring and pairs O(ties); small world O(ties x (1 + k outside_ties)).
#include <algorithm>

#include "model/network/generators.h"

namespace parley {
namespace {

// Ties of each person to those who follow on the ring: half of k, at most what leaves no one met from both sides.
std::uint32_t half_of(const Market& market) {
    const auto n = static_cast<std::uint32_t>(market.customers);
    return std::min((n - 1) / 2, static_cast<std::uint32_t>(market.mean_ties / 2 + 0.5));
}

}  // namespace

// Person i starts the ties i x half .. i x half + half - 1.
TieList tie_ring(const Market& market) {
    const auto n = static_cast<std::uint32_t>(market.customers);
    const std::uint32_t half = half_of(market);
    TieList list;
    list.from.reserve(std::size_t{n} * half);
    list.to.reserve(std::size_t{n} * half);
    for (std::uint32_t i = 0; i < n; ++i)
        for (std::uint32_t d = 1; d <= half; ++d) list.add(i, (i + d) % n);
    return list;
}

TieList tie_pairs(const Market& market) {
    TieList list;
    for (std::uint32_t i = 0; i + 1 < static_cast<std::uint32_t>(market.customers); i += 2) list.add(i, i + 1);
    return list;
}

TieList tie_small_world(const Market& market, std::uint64_t seed, std::uint64_t pair) {
    constexpr std::uint64_t kTries = 64;  // draws per tie; someone tied to nearly everyone may keep the old tie
    const auto n = static_cast<std::uint32_t>(market.customers);
    const std::uint32_t half = half_of(market);
    const Stream wiring(seed, pair, Purpose::Wiring);
    TieList list = tie_ring(market);
    const auto started = [&](std::uint32_t by, std::uint32_t with) {
        const auto first = list.to.begin() + static_cast<std::ptrdiff_t>(std::size_t{by} * half);
        return std::find(first, first + half, with) != first + half;
    };
    for (std::uint32_t i = 0; i < n; ++i)
        for (std::uint32_t d = 0; d < half; ++d) {
            if (!wiring.chance(market.outside_ties, i, d * kTries)) continue;
            for (std::uint64_t t = 1; t < kTries; ++t) {
                const auto end = static_cast<std::uint32_t>(wiring.bits(i, d * kTries + t) % n);
                if (end == i || started(i, end) || started(end, i)) continue;
                list.to[std::size_t{i} * half + d] = end;
                break;
            }
        }
    return list;
}

}  // namespace parley
