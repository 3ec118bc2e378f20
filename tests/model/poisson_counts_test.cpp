#include "model/poisson_counts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace parley;

namespace {

// Counts of so many customers who all have this mean.
std::vector<float> counts_at(float mean, std::uint32_t size, std::uint64_t seed = 1) {
    const std::vector<float> weights(size, 1.0f);
    std::vector<float> none, counts(size);
    chances_of_none(mean, weights, none);
    const Draws luck(Stream(seed, 2, Purpose::Exposure, 3));
    for (std::uint32_t first = 0; first < size; first += kBlock)
        poisson_counts(luck, first, std::min(kBlock, size - first), mean, &weights[first], &none[first], &counts[first]);
    return counts;
}

}  // namespace

TEST_CASE("counts of many have the mean and the variance of the Poisson law, and its share of none") {
    constexpr std::uint32_t kMany = 200000;
    for (const float mean : {0.0f, 0.01f, 0.3f, 1.0f, 4.0f, 9.0f, 20.0f, 29.0f, 31.0f, 60.0f, 200.0f}) {
        double sum = 0, squares = 0, none = 0;
        for (const float n : counts_at(mean, kMany)) sum += n, squares += static_cast<double>(n) * n, none += n == 0;
        const double m = sum / kMany, variance = squares / kMany - m * m, p = std::exp(-static_cast<double>(mean));
        CAPTURE(mean);
        CHECK(std::fabs(m - mean) <= 4 * std::sqrt(mean / kMany));
        // The variance of a sample variance is (2 mean^2 + mean) / n.
        CHECK(std::fabs(variance - mean) <= 4 * std::sqrt((2.0 * mean * mean + mean) / kMany));
        CHECK(std::fabs(none / kMany - p) <= 4 * std::sqrt(p * (1 - p) / kMany) + 1e-12);
    }
}

TEST_CASE("with the same luck nobody meets fewer when more is shown") {
    std::vector<float> before = counts_at(0, 20000);
    for (const float mean : {0.1f, 1.0f, 3.0f, 7.0f, 12.0f, 25.0f, 35.0f, 90.0f}) {
        const std::vector<float> now = counts_at(mean, 20000);
        for (std::size_t i = 0; i < now.size(); ++i) REQUIRE(now[i] >= before[i]);
        before = now;
    }
}

TEST_CASE("a count does not depend on who stands beside") {
    const std::vector<float> many = counts_at(5, 2000);
    for (const std::uint32_t size : {1u, 7u, 8u, 9u, 511u, 513u, 1999u}) {
        const std::vector<float> few = counts_at(5, size);
        for (std::uint32_t i = 0; i < size; ++i) REQUIRE(few[i] == many[i]);
    }
}
