// Opinions: V17 DeGroot consensus.
//
// A kernel on the engine's networks, no rule of the engine: everyone moves half-way to the mean of the ties, again and again
// (the half kept avoids the period of two-sided networks).  On a connected network all agree on sum k_i a_i / sum k_i; the
// distance from it shrinks by the second eigenvalue of the averaging matrix, known for the ring and the complete network.
// Source  DeGroot 1974; Golub & Jackson 2010.
// Cost    O(ties) per round; about a second.
#include "model/detmath.h"
#include "model/population.h"
#include "study/verify/bench.h"

namespace parley::verify {
namespace {

constexpr double kPi = 3.141592653589793;

// By its series: enough up to a quarter turn, and the bits are the same everywhere.
double cosine(double angle) {
    double term = 1, sum = 1;
    for (int k = 1; k <= 12; ++k) sum += term *= -angle * angle / ((2 * k - 1) * (2 * k));
    return sum;
}

Network network_of(Ties ties, double customers, double mean_ties) {
    Market market;
    market.customers = customers;
    market.mean_ties = mean_ties;
    market.ties = static_cast<double>(ties);
    return make_network(market, 1, 0);
}

// Members of the largest component: 1, others 0.
std::vector<std::uint8_t> largest_component(const Network& network) {
    std::vector<std::uint8_t> seen(network.size(), 0), best(network.size(), 0);
    std::vector<std::uint32_t> members;
    std::size_t most = 0;
    for (std::uint32_t start = 0; start < network.size(); ++start) {
        if (seen[start]) continue;
        members.assign(1, start);
        seen[start] = 1;
        for (std::size_t next = 0; next < members.size(); ++next)
            for (std::uint32_t k = 0; k < network.degree(members[next]); ++k)
                if (const std::uint32_t j = network.tie(members[next], k); !seen[j]) seen[j] = 1, members.push_back(j);
        if (members.size() <= most) continue;
        most = members.size();
        best.assign(network.size(), 0);
        for (const std::uint32_t i : members) best[i] = 1;
    }
    return best;
}

void average(const Network& network, std::vector<double>& opinions) {
    std::vector<double> next = opinions;
    for (std::uint32_t i = 0; i < network.size(); ++i) {
        const std::uint32_t ties = network.degree(i);
        if (ties == 0) continue;
        double sum = 0;
        for (std::uint32_t k = 0; k < ties; ++k) sum += opinions[network.tie(i, k)];
        next[i] = 0.5 * opinions[i] + 0.5 * sum / ties;
    }
    opinions.swap(next);
}

// Opinions that differ by ties and by luck, so that the weights of the consensus show.
std::vector<double> first_opinions(const Network& network) {
    const Stream luck(1, 0, Purpose::Traits);
    std::vector<double> opinions(network.size());
    for (std::uint32_t i = 0; i < network.size(); ++i) opinions[i] = (network.degree(i) > 20 ? 0.5 : 0) + 0.5 * luck.uniform(i);
    return opinions;
}

// Mean weighted by ties over the members, and how far the farthest of them is from c.
double weighted_mean(const Network& network, const std::vector<std::uint8_t>& members, const std::vector<double>& opinions) {
    double sum = 0, weights = 0;
    for (std::uint32_t i = 0; i < network.size(); ++i)
        if (members[i]) sum += network.degree(i) * opinions[i], weights += network.degree(i);
    return sum / weights;
}

double distance_from(double c, const std::vector<std::uint8_t>& members, const std::vector<double>& opinions) {
    double sum = 0;
    for (std::size_t i = 0; i < opinions.size(); ++i) sum += members[i] ? (opinions[i] - c) * (opinions[i] - c) : 0;
    return std::sqrt(sum);
}

void check_consensus(Bench& bench, const char* name, Ties ties) {
    const Network network = network_of(ties, 5000, 20);
    const std::vector<std::uint8_t> members = largest_component(network);
    std::vector<double> opinions = first_opinions(network);
    const double expected = weighted_mean(network, members, opinions);
    for (int round = 0; round < 1500; ++round) average(network, opinions);
    // The opinion farthest from what it should be.
    double farthest = expected;
    for (std::size_t i = 0; i < opinions.size(); ++i)
        if (members[i] && std::fabs(opinions[i] - expected) > std::fabs(farthest - expected)) farthest = opinions[i];
    bench.near(std::string("opinion farthest from the consensus, ") + name, expected, farthest, 1e-3);
}

void check_rate(Bench& bench, const char* name, Ties ties, double customers, int rounds, double exact) {
    const Network network = network_of(ties, customers, 20);
    const std::vector<std::uint8_t> members(network.size(), 1);
    std::vector<double> opinions = first_opinions(network);
    const double c = weighted_mean(network, members, opinions);
    for (int round = 0; round < rounds; ++round) average(network, opinions);
    const double before = distance_from(c, members, opinions);
    average(network, opinions);
    bench.near(std::string("rate of agreement, ") + name, exact, distance_from(c, members, opinions) / before, 1e-3);
}

}  // namespace

void consensus(Bench& bench) {
    check_consensus(bench, "circles", Ties::circles);
    check_consensus(bench, "random ties", Ties::erdos_renyi);
    check_consensus(bench, "preferential ties", Ties::barabasi_albert);
    // The ring of n with k ties: 1/2 + 1/2 of the mean cosine of the k/2 steps round it.
    const int n = 200, half = 10;
    double cosines = 0;
    for (int d = 1; d <= half; ++d) cosines += cosine(2 * kPi * d / n);
    check_rate(bench, "ring of 200 with 20 ties", Ties::ring, n, 400, 0.5 + 0.5 * cosines / half);
    check_rate(bench, "everyone tied to everyone, 200", Ties::complete, n, 10, 0.5 - 0.5 / (n - 1));
}

}  // namespace parley::verify
