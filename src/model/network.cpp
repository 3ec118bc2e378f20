#include <algorithm>
#include <iterator>

#include "model/detmath.h"
#include "model/network/generators.h"
#include "model/population.h"

namespace parley {
namespace {

// Circle sizes vary by a factor of about four around their mean; neighbouring customers share a circle.  Whatever the ties, the
// circles are there: shared tastes and the seats on the page hang on them.
void make_circles(const Market& market, const Stream& stream, Network& network) {
    const auto n = static_cast<std::uint32_t>(market.customers);
    network.circle.resize(n);
    for (std::uint32_t first = 0, circle = 0; first < n; ++circle) {
        network.circle_first.push_back(first);
        const double size = market.community_size * exp(0.5 * normal_from(stream.uniform(circle)) - 0.125);
        std::uint32_t end = first + std::max(8u, static_cast<std::uint32_t>(size));
        if (end + 8 > n) end = n;
        for (; first < end; ++first) network.circle[first] = circle;
    }
    network.circle_first.push_back(n);
}

TieList make_ties(const Market& market, std::uint64_t seed, std::uint64_t pair, const Network& network) {
    switch (static_cast<Ties>(static_cast<int>(market.ties))) {
        case Ties::complete:
            break;  // no rows
        case Ties::circles:
            return tie_circles(market, seed, pair, network);
        case Ties::configuration:
            return tie_configuration(market, seed, pair);
        case Ties::ring:
            return tie_ring(market);
        case Ties::isolated_pairs:
            return tie_pairs(market);
        case Ties::watts_strogatz:
            return tie_small_world(market, seed, pair);
        case Ties::erdos_renyi:
            return tie_random(market, seed, pair);
        case Ties::barabasi_albert:
            return tie_preferential(market, seed, pair);
        case Ties::directed:
            return tie_directed(market, seed, pair);
    }
    return {};
}

// Compressed rows, sorted, without doubles; a tie stands in both rows, or, where it has a direction, in that of the speaker.
// Ties are put into the row of their far end first; read in that order, the near ends' rows come out sorted without comparing.
void fill_rows(const TieList& list, Network& network) {
    const std::uint32_t n = network.size();
    const std::vector<std::uint32_t>&from = list.from, &to = list.to;
    const bool both = network.listens_to == 0;
    std::vector<std::uint32_t> near_start(n + 1, 0), far_start(n + 1, 0);
    for (std::size_t t = 0; t < from.size(); ++t) {
        ++near_start[from[t] + 1], ++far_start[to[t] + 1];
        if (both) ++near_start[to[t] + 1], ++far_start[from[t] + 1];
    }
    for (std::uint32_t i = 0; i < n; ++i) near_start[i + 1] += near_start[i], far_start[i + 1] += far_start[i];
    std::vector<std::uint32_t> by_far(far_start[n]), rows(near_start[n]), next(far_start.begin(), far_start.end() - 1);
    for (std::size_t t = 0; t < from.size(); ++t) {
        by_far[next[to[t]]++] = from[t];
        if (both) by_far[next[from[t]]++] = to[t];
    }
    next.assign(near_start.begin(), near_start.end() - 1);
    for (std::uint32_t far = 0; far < n; ++far)
        for (std::uint32_t t = far_start[far]; t < far_start[far + 1]; ++t) rows[next[by_far[t]]++] = far;

    network.first.resize(n + 1);
    network.ties.reserve(rows.size());
    for (std::uint32_t i = 0; i < n; ++i) {
        network.first[i] = static_cast<std::uint32_t>(network.ties.size());
        std::unique_copy(rows.begin() + near_start[i], rows.begin() + near_start[i + 1], std::back_inserter(network.ties));
    }
    network.first[n] = static_cast<std::uint32_t>(network.ties.size());
}

}  // namespace

Network make_network(const Market& market, std::uint64_t seed, std::uint64_t pair) {
    Network network;
    make_circles(market, Stream(seed, pair, Purpose::Communities), network);
    network.complete = is(market.ties, Ties::complete);
    network.listens_to = is(market.ties, Ties::directed) ? sources_of_each(market) : 0;
    if (!network.complete) fill_rows(make_ties(market, seed, pair, network), network);
    return network;
}

}  // namespace parley
