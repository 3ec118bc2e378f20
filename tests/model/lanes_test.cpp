#include "model/lanes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/detmath.h"
#include "model/observation.h"
#include "model/rng.h"

using namespace parley;

TEST_CASE("eight lanes do what eight single floats do, to the last bit") {
    const Draws luck(Stream(1, 2, Purpose::Exposure, 3));
    const auto word = [](float x) { return __builtin_bit_cast(std::uint32_t, x); };
    for (std::uint32_t first = 0; first < 80000; first += kFloats) {
        const Floats u = luck.uniforms<Floats>(count_from<Floats>(first)), wide = (u - 0.5f) * 200.0f;
        const Floats e = exp_fast(wide), low = least(wide, 1.0f), high = most(wide, 1.0f), size = magnitude(wide);
        for (std::uint32_t k = 0; k < kFloats; ++k) {
            const float one = luck.uniform(first + k), x = (one - 0.5f) * 200.0f;
            REQUIRE(word(u[k]) == word(one));
            REQUIRE(word(e[k]) == word(exp_fast(x)));
            REQUIRE(word(low[k]) == word(std::fmin(x, 1.0f)));
            REQUIRE(word(high[k]) == word(std::fmax(x, 1.0f)));
            REQUIRE(word(size[k]) == word(std::fabs(x)));
        }
    }
}

TEST_CASE("a scan finds what a loop finds, at every length") {
    const Draws luck(Stream(1, 2, Purpose::Posts, 3));
    for (std::uint32_t size = 0; size < 200; ++size)
        for (const float bound : {-1.0f, 0.05f, 0.5f, 2.0f}) {
            std::vector<float> values;
            std::vector<std::uint8_t> bytes;
            for (std::uint32_t i = 0; i < size; ++i) values.push_back(luck.uniform(i + 200 * size)), bytes.push_back(static_cast<std::uint8_t>(luck.bits(i + 200 * size)));
            std::vector<std::uint32_t> found, looked, flagged, checked;
            for_each_at_most(values.data(), size, bound, [&](std::uint32_t i) { found.push_back(i); });
            for_each_with(bytes.data(), size, 2, [&](std::uint32_t i) { flagged.push_back(i); });
            for (std::uint32_t i = 0; i < size; ++i) {
                if (values[i] <= bound) looked.push_back(i);
                if (bytes[i] & 2) checked.push_back(i);
            }
            CHECK(found == looked);
            CHECK(flagged == checked);
        }
}

TEST_CASE("a sum in fixed point is that of the rounded values, in any order") {
    const Draws luck(Stream(1, 2, Purpose::Liking, 3));
    std::vector<float> values;
    double sum = 0;
    for (std::uint32_t i = 0; i < 10007; ++i) {
        values.push_back((luck.uniform(i) - 0.3f) * (i % 5 == 0 ? 100000.0f : i % 5 == 1 ? 1e-6f : 1.0f));
        sum += std::nearbyint(static_cast<double>(values.back()) * kFixedPoint);
    }
    CHECK(static_cast<double>(fixed_sum(values)) == sum);
    std::reverse(values.begin(), values.end());
    CHECK(static_cast<double>(fixed_sum(values)) == sum);
}
