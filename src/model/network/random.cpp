// Random networks: every two people are tied with the same chance (Erdos & Renyi), or each listens to as many others, drawn from the
// whole town, who need not listen back (a random k-out graph).
//
// Math    G(n, p) of Gilbert (1959) with p = mean_ties / (n - 1): binomial degrees, near Poisson; clustering p.  Nobody asks
//         every two people: the gap to the next tie is drawn, which is geometric (Batagelj & Brandes 2005).
//         k-out: k = mean_ties, in whole numbers, at most n - 1; how many listen to someone is near Poisson with mean k.
// Cost    O(customers + ties): one logarithm each; k-out looks for doubles, O(ties x k).
#include <algorithm>

#include "model/network/generators.h"

namespace parley {

TieList tie_random(const Market& market, std::uint64_t seed, std::uint64_t pair) {
    const auto n = static_cast<std::uint32_t>(market.customers);
    const double chance = market.mean_ties / (n - 1.0);
    const double log_miss = chance < 1 ? log(1 - chance) : 0;
    const Stream wiring(seed, pair, Purpose::Wiring);
    TieList list;
    for (std::uint32_t i = 0; i < n; ++i) {
        // Gaps stay doubles until they are known to end inside the town.
        double next = i;
        for (std::uint64_t slot = 0;; ++slot) {
            next += 1;
            if (chance < 1) next += static_cast<double>(static_cast<std::uint64_t>(log(wiring.uniform(i, slot)) / log_miss));
            if (next >= n) break;
            list.add(i, static_cast<std::uint32_t>(next));
        }
    }
    return list;
}

TieList tie_directed(const Market& market, std::uint64_t seed, std::uint64_t pair) {
    const auto n = static_cast<std::uint32_t>(market.customers);
    const std::uint32_t k = sources_of_each(market);
    const Stream wiring(seed, pair, Purpose::Wiring);
    TieList list;
    std::vector<std::uint32_t> sources;
    for (std::uint32_t i = 0; i < n; ++i) {
        sources.clear();
        for (std::uint64_t slot = 0; sources.size() < k; ++slot) {
            const auto j = static_cast<std::uint32_t>(wiring.uniform(i, slot) * (n - 1));
            const std::uint32_t other = j + (j >= i);
            if (std::find(sources.begin(), sources.end(), other) == sources.end()) sources.push_back(other);
        }
        for (const std::uint32_t source : sources) list.add(source, i);
    }
    return list;
}

}  // namespace parley
