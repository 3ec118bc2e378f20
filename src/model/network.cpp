#include <algorithm>

#include "model/detmath.h"
#include "model/population.h"

namespace parley {
namespace {

// Fisher-Yates with keyed draws.
void shuffle(std::vector<std::uint32_t>& items, const Stream& stream, std::uint64_t slot) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[stream.bits(i, slot) % i]);
}

// Circle sizes vary by a factor of about four around their mean; neighbouring customers share a circle.
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

// Degrees of a power law between k_min and min(500, n / 10), with k_min solved for the wanted mean.
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

}  // namespace

Network make_network(const Market& market, std::uint64_t seed, std::uint64_t pair) {
    Network network;
    make_circles(market, Stream(seed, pair, Purpose::Communities), network);
    if (is(market.ties, Ties::complete)) {
        network.complete = true;
        return network;
    }
    const std::vector<std::uint32_t> degrees = draw_degrees(market, Stream(seed, pair, Purpose::Degrees));
    const auto n = static_cast<std::uint32_t>(degrees.size());
    const Stream wiring(seed, pair, Purpose::Wiring);

    // Ends of ties: most stay in the circle, as far as it has room; the others go to the whole town.
    std::vector<std::uint32_t> ends, outside, from, to;
    const auto join = [&](std::vector<std::uint32_t>& stubs, std::uint64_t slot) {
        shuffle(stubs, wiring, slot);
        for (std::size_t s = 0; s + 1 < stubs.size(); s += 2) {
            if (stubs[s] == stubs[s + 1]) continue;
            from.push_back(stubs[s]);
            to.push_back(stubs[s + 1]);
        }
    };
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
        join(ends, 1 + c);
    }
    join(outside, 0);

    // Compressed rows, sorted, without doubles.
    std::vector<std::uint32_t> start(n + 1, 0);
    for (std::size_t t = 0; t < from.size(); ++t) ++start[from[t] + 1], ++start[to[t] + 1];
    for (std::uint32_t i = 0; i < n; ++i) start[i + 1] += start[i];
    std::vector<std::uint32_t> rows(start[n]), next(start.begin(), start.end() - 1);
    for (std::size_t t = 0; t < from.size(); ++t) {
        rows[next[from[t]]++] = to[t];
        rows[next[to[t]]++] = from[t];
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
    return network;
}

}  // namespace parley
