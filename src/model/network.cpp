#include <algorithm>

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
void fill_rows(const TieList& list, Network& network) {
    const std::uint32_t n = network.size();
    const std::vector<std::uint32_t>&from = list.from, &to = list.to;
    const bool both = network.listens_to == 0;
    std::vector<std::uint32_t> start(n + 1, 0);
    for (std::size_t t = 0; t < from.size(); ++t) ++start[from[t] + 1], start[to[t] + 1] += both;
    for (std::uint32_t i = 0; i < n; ++i) start[i + 1] += start[i];
    std::vector<std::uint32_t> rows(start[n]), next(start.begin(), start.end() - 1);
    for (std::size_t t = 0; t < from.size(); ++t) {
        rows[next[from[t]]++] = to[t];
        if (both) rows[next[to[t]]++] = from[t];
    }
    network.first.resize(n + 1);
    network.ties.reserve(rows.size());
    for (std::uint32_t i = 0; i < n; ++i) {
        network.first[i] = static_cast<std::uint32_t>(network.ties.size());
        const auto row = rows.begin() + start[i], row_end = rows.begin() + start[i + 1];
        std::sort(row, row_end);
        network.ties.insert(network.ties.end(), row, std::unique(row, row_end));
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
