#include "model/population.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace parley;

namespace {

double clustering(const Network& net, std::uint32_t n) {
    double sum = 0;
    int counted = 0;
    for (std::uint32_t i = 0; i < n; i += 3) {
        const std::uint32_t *row = &net.ties[net.first[i]], *end = &net.ties[0] + net.first[i + 1];
        const auto k = static_cast<double>(end - row);
        if (k < 2) continue;
        int closed = 0;
        for (const auto* a = row; a != end; ++a)
            for (const auto* b = a + 1; b != end; ++b)
                closed += std::binary_search(&net.ties[0] + net.first[*a], &net.ties[0] + net.first[*a + 1], *b);
        sum += closed / (k * (k - 1) / 2);
        ++counted;
    }
    return sum / counted;
}

}  // namespace

TEST_CASE("ties go both ways, never to oneself and never twice") {
    Market market;
    market.customers = 3000;
    const Network net = make_network(market, 1, 0);
    for (std::uint32_t i = 0; i < 3000; ++i)
        for (std::uint32_t t = net.first[i]; t < net.first[i + 1]; ++t) {
            const std::uint32_t j = net.ties[t];
            CHECK(j != i);
            if (t > net.first[i]) CHECK(net.ties[t - 1] < j);
            CHECK(std::binary_search(&net.ties[0] + net.first[j], &net.ties[0] + net.first[j + 1], i));
        }
}

TEST_CASE("the network has about the wanted number of ties, a heavy tail and closed triangles") {
    Market market;
    const Network net = make_network(market, 1, 0);
    double sum = 0, squares = 0;
    for (std::uint32_t i = 0; i < 5000; ++i) sum += net.degree(i), squares += net.degree(i) * static_cast<double>(net.degree(i));
    const double mean = sum / 5000, sd = std::sqrt(squares / 5000 - mean * mean);
    CHECK(mean > 0.8 * market.mean_ties);
    CHECK(mean < 1.1 * market.mean_ties);
    CHECK(sd / mean > 0.8);  // Ugander et al. 2011
    const double c = clustering(net, 5000);
    CHECK(c > 0.10);
    CHECK(c < 0.20);
}

TEST_CASE("people of one circle are alike, and without homophily they are not") {
    const auto likeness = [](double homophily) {
        Market market;
        market.taste_homophily = homophily;
        const Population people = make_population(market, Brand{}, 1, 0);
        double apart = 0;
        std::size_t ties = 0;
        for (std::uint32_t i = 0; i < people.size; ++i)
            for (std::uint32_t t = people.network.first[i]; t < people.network.first[i + 1]; ++t, ++ties)
                apart += std::fabs(people.traits.interest[i] - people.traits.interest[people.network.ties[t]]);
        return apart / static_cast<double>(ties);
    };
    CHECK(likeness(0.9) < 0.5 * likeness(0));
    CHECK(likeness(0) == doctest::Approx(1.0 / 3).epsilon(0.03).scale(0));
}

TEST_CASE("people buy, see and know as their market says") {
    Market market;
    market.customers = 20000;
    Brand brand;
    brand.awareness = 0.6;
    brand.share = 0.2;
    const Population people = make_population(market, brand, 1, 0);
    const Traits& t = people.traits;
    double appetite = 0, viewing = 0, aware = 0, share = 0, blocked = 0;
    for (std::uint32_t i = 0; i < people.size; ++i) {
        appetite += t.appetite[i] * 365 / people.size;
        viewing += static_cast<double>(t.viewing[i]) / people.size;
        blocked += (t.viewing[i] == 0) / static_cast<double>(people.size);
        aware += t.aware[i] / static_cast<double>(people.size);
        share += 1 / (1 + std::exp(-static_cast<double>(t.leaning[i]))) / people.size;
    }
    CHECK(appetite == doctest::Approx(market.purchases_per_year).epsilon(0.03).scale(0));
    CHECK(viewing == doctest::Approx(1.0).epsilon(1e-3).scale(0));
    CHECK(blocked == doctest::Approx(market.ad_blockers).epsilon(0.05).scale(0));
    CHECK(aware == doctest::Approx(0.6).epsilon(0.03).scale(0));
    CHECK(share == doctest::Approx(0.2).epsilon(0.04).scale(0));
}

TEST_CASE("the same pair is the same people, another pair is other people") {
    const Population a = make_population(Market{}, Brand{}, 1, 3), b = make_population(Market{}, Brand{}, 1, 3);
    const Population c = make_population(Market{}, Brand{}, 1, 4);
    CHECK(a.network.ties == b.network.ties);
    CHECK(a.traits.leaning == b.traits.leaning);
    CHECK(a.traits.leaning != c.traits.leaning);
    CHECK(a.network.ties != c.network.ties);
}
