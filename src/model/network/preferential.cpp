// The growing network of Barabasi & Albert (1999): who has many ties gets more.
//
// Math    people arrive one after the other and tie themselves to m = mean_ties / 2 who are there, each chosen in proportion to
//         the ties that person has: the end of an earlier tie drawn at random.  A fraction of m is rounded by chance.  The first
//         m + 1 all know each other.  P(k) = 2 m (m + 1) / (k (k + 1) (k + 2)), an exponent of 3, in large towns.
//         People arrive in random order, so that the hubs are spread over the circles and do not share one taste.
// Limits  mean degree m (2 - (m + 1) / n): below mean_ties by 1 part in 500 at 5,000 customers and by 1 in 18 at 100 (20 ties).
// Cost    O(ties x m) in the worst case (looking for doubles), O(ties) memory.
#include <algorithm>

#include "model/network/generators.h"

namespace parley {

TieList tie_preferential(const Market& market, std::uint64_t seed, std::uint64_t pair) {
    const auto n = static_cast<std::uint32_t>(market.customers);
    const double wanted = market.mean_ties / 2;
    const Stream degrees(seed, pair, Purpose::Degrees), wiring(seed, pair, Purpose::Wiring);
    TieList list;
    const std::uint32_t core = std::min(n, static_cast<std::uint32_t>(wanted) + 1);
    for (std::uint32_t i = 1; i < core; ++i)
        for (std::uint32_t j = 0; j < i; ++j) list.add(i, j);
    for (std::uint32_t i = core; i < n; ++i) {
        const std::size_t own = list.to.size(), m = static_cast<std::size_t>(wanted + degrees.uniform(i));
        // A few draws per tie are enough; the bound only makes the end certain.
        for (std::uint64_t slot = 1; slot < 64 * m && list.to.size() < own + m; ++slot) {
            const std::size_t end = wiring.bits(i, slot) % (2 * own);
            const std::uint32_t j = end % 2 ? list.to[end / 2] : list.from[end / 2];
            if (std::find(list.to.begin() + static_cast<std::ptrdiff_t>(own), list.to.end(), j) == list.to.end()) list.add(i, j);
        }
    }
    std::vector<std::uint32_t> customer(n);  // by arrival
    for (std::uint32_t i = 0; i < n; ++i) customer[i] = i;
    shuffle(customer, wiring, 0);
    for (std::vector<std::uint32_t>* ends : {&list.from, &list.to})
        for (std::uint32_t& i : *ends) i = customer[i];
    return list;
}

}  // namespace parley
