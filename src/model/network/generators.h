// The networks of choice Ties, one family per file: each says which ties there are, and network.cpp makes rows of them.
//
// Every generator draws keyed (Purpose::Degrees for how many ties, Purpose::Wiring for which), keeps no state and takes time and
// memory of the order of the ties.  In all of them mean_ties is the wanted mean; where a town is too small for it (n people have
// at most n - 1 ties each) it is as many as there is room for.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "model/detmath.h"
#include "model/population.h"

namespace parley {

// Ties in the order in which they were made: from[t] with to[t], in one direction only.
struct TieList {
    std::vector<std::uint32_t> from, to;

    void add(std::uint32_t a, std::uint32_t b) {
        from.push_back(a);
        to.push_back(b);
    }
};

// Directed networks: how many others each customer listens to.
inline std::uint32_t sources_of_each(const Market& market) {
    return std::min(static_cast<std::uint32_t>(market.mean_ties), static_cast<std::uint32_t>(market.customers) - 1);
}

// Fisher-Yates with keyed draws.
inline void shuffle(std::vector<std::uint32_t>& items, const Stream& stream, std::uint64_t slot) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[stream.bits(i, slot) % i]);
}

// Heavy-tailed (power_law.cpp).  Circles may hold doubles, which fall away in the rows.
TieList tie_circles(const Market& market, std::uint64_t seed, std::uint64_t pair, const Network& network);
TieList tie_configuration(const Market& market, std::uint64_t seed, std::uint64_t pair);
// Neighbours of neighbouring numbers (lattice.cpp).
TieList tie_ring(const Market& market);
TieList tie_pairs(const Market& market);
TieList tie_small_world(const Market& market, std::uint64_t seed, std::uint64_t pair);
// Chance alone (random.cpp).  In the directed one `to` listens to `from`.
TieList tie_random(const Market& market, std::uint64_t seed, std::uint64_t pair);
TieList tie_directed(const Market& market, std::uint64_t seed, std::uint64_t pair);
// The popular become more popular (preferential.cpp).
TieList tie_preferential(const Market& market, std::uint64_t seed, std::uint64_t pair);

}  // namespace parley
