#include "model/rng.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <vector>

using namespace parley;

namespace {

// Chi-square of 256 equal bins; mean 255, sd 22.6.
double chi_square(const std::vector<double>& u) {
    std::array<int, 256> bins{};
    for (const double x : u) ++bins[static_cast<std::size_t>(x * 256)];
    const double expected = static_cast<double>(u.size()) / 256;
    double sum = 0;
    for (const int n : bins) sum += (n - expected) * (n - expected) / expected;
    return sum;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - 0.5) * (y[i] - 0.5);
    return 12 * sum / static_cast<double>(x.size());
}

constexpr int kDraws = 100000;

std::vector<double> draws(std::uint64_t seed, std::uint64_t pair, Purpose purpose, int day, std::uint64_t slot = 0) {
    const Stream stream(seed, pair, purpose, day);
    std::vector<double> u(kDraws);
    for (int i = 0; i < kDraws; ++i) u[static_cast<std::size_t>(i)] = stream.uniform(static_cast<std::uint64_t>(i), slot);
    return u;
}

}  // namespace

TEST_CASE("draws are uniform over customers, days, slots and pairs") {
    std::vector<std::vector<double>> columns{draws(1, 0, Purpose::Choice, 1)};
    std::vector<double> over_days, over_slots, over_pairs, over_seeds;
    for (int i = 0; i < kDraws; ++i) {
        const auto k = static_cast<std::uint64_t>(i);
        over_days.push_back(Stream(1, 0, Purpose::Choice, i - 1000).uniform(3));
        over_slots.push_back(Stream(1, 0, Purpose::Choice, 1).uniform(3, k));
        over_pairs.push_back(Stream(1, k, Purpose::Choice, 1).uniform(3));
        over_seeds.push_back(Stream(k, 0, Purpose::Choice, 1).uniform(3));
    }
    for (const auto& u : {columns[0], over_days, over_slots, over_pairs, over_seeds}) {
        CHECK(chi_square(u) > 255 - 5 * 22.6);
        CHECK(chi_square(u) < 255 + 5 * 22.6);
    }
}

TEST_CASE("draws of neighbouring keys are not correlated") {
    const double limit = 5 / std::sqrt(static_cast<double>(kDraws));
    const std::vector<double> base = draws(1, 0, Purpose::Choice, 1);
    CHECK(std::fabs(correlation(base, draws(2, 0, Purpose::Choice, 1))) < limit);
    CHECK(std::fabs(correlation(base, draws(1, 1, Purpose::Choice, 1))) < limit);
    CHECK(std::fabs(correlation(base, draws(1, 0, Purpose::Questions, 1))) < limit);
    CHECK(std::fabs(correlation(base, draws(1, 0, Purpose::Choice, 2))) < limit);
    CHECK(std::fabs(correlation(base, draws(1, 0, Purpose::Choice, 1, 1))) < limit);
    for (int lag = 1; lag < 20; ++lag) {
        std::vector<double> shifted(base.begin() + lag, base.end()), head(base.begin(), base.end() - lag);
        CHECK(std::fabs(correlation(head, shifted)) < limit);
    }
}

TEST_CASE("draws in 32 bits are uniform over customers and days, and do not depend on neighbours, other days, or the draws in 64 bits") {
    const auto lane_draws = [](std::uint64_t seed, std::uint64_t pair, Purpose purpose, int day) {
        const Draws luck(Stream(seed, pair, purpose, day));
        std::vector<double> u(kDraws);
        for (std::uint32_t i = 0; i < kDraws; ++i) u[i] = luck.uniform(i);
        return u;
    };
    const std::vector<double> base = lane_draws(1, 0, Purpose::Exposure, 1);
    std::vector<double> over_days, over_pairs;
    for (int i = 0; i < kDraws; ++i) {
        over_days.push_back(Draws(Stream(1, 0, Purpose::Exposure, i - 1000)).uniform(3));
        over_pairs.push_back(Draws(Stream(1, static_cast<std::uint64_t>(i), Purpose::Exposure, 1)).uniform(3));
    }
    for (const auto& u : {base, over_days, over_pairs}) {
        CHECK(chi_square(u) > 255 - 5 * 22.6);
        CHECK(chi_square(u) < 255 + 5 * 22.6);
    }
    const double limit = 5 / std::sqrt(static_cast<double>(kDraws));
    CHECK(std::fabs(correlation(base, lane_draws(2, 0, Purpose::Exposure, 1))) < limit);
    CHECK(std::fabs(correlation(base, lane_draws(1, 1, Purpose::Exposure, 1))) < limit);
    CHECK(std::fabs(correlation(base, lane_draws(1, 0, Purpose::Occasions, 1))) < limit);
    CHECK(std::fabs(correlation(base, draws(1, 0, Purpose::Exposure, 1))) < limit);
    for (int day = 2; day < 40; ++day) CHECK(std::fabs(correlation(base, lane_draws(1, 0, Purpose::Exposure, day))) < limit);
    for (const std::vector<double>& u : {base, over_days})
        for (int lag = 1; lag < 20; ++lag) {
            std::vector<double> shifted(u.begin() + lag, u.end()), head(u.begin(), u.end() - lag);
            CHECK(std::fabs(correlation(head, shifted)) < limit);
        }
}

TEST_CASE("the two halves of a draw are uniform, never 0 or 1, and independent") {
    const Stream stream(9, 2, Purpose::Exposure, 5);
    std::vector<double> low, high;
    for (int i = 0; i < kDraws; ++i) {
        const std::uint64_t bits = stream.bits(static_cast<std::uint64_t>(i));
        low.push_back(low_unit(bits));
        high.push_back(high_unit(bits));
    }
    CHECK(chi_square(low) < 255 + 5 * 22.6);
    CHECK(chi_square(high) < 255 + 5 * 22.6);
    CHECK(std::fabs(correlation(low, high)) < 5 / std::sqrt(static_cast<double>(kDraws)));
    CHECK(low_unit(0) > 0.0f);
    CHECK(low_unit(~0ull) < 1.0f);
    CHECK(high_unit(~0ull) < 1.0f);
}

TEST_CASE("a draw depends on its key alone, not on what was drawn before") {
    const Stream a(4, 2, Purpose::Patience, 17);
    const double first = a.uniform(123, 4);
    for (std::uint64_t i = 0; i < 1000; ++i) (void)a.uniform(i);
    CHECK(Stream(4, 2, Purpose::Patience, 17).uniform(123, 4) == first);
}
