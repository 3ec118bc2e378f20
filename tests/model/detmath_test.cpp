#include "model/detmath.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <initializer_list>

using namespace parley;

namespace {
double relative(double ours, double exact) { return std::fabs(ours - exact) / std::fabs(exact); }
}  // namespace

TEST_CASE("exp and log agree with the C library to two units in the last place") {
    double worst_exp = 0, worst_log = 0;
    for (int i = 0; i < 200000; ++i) {
        const double x = -700 + 1400.0 * i / 200000;
        worst_exp = std::max(worst_exp, relative(parley::exp(x), std::exp(x)));
        const double y = std::exp(x);
        if (std::fabs(x) > 0.01) worst_log = std::max(worst_log, relative(parley::log(y), std::log(y)));
    }
    CHECK(worst_exp < 2 * 2.3e-16);
    CHECK(worst_log < 2 * 2.3e-16);
    CHECK(parley::exp(0.0) == 1.0);
    CHECK(parley::log(1.0) == 0.0);
    CHECK(parley::exp(-1000.0) < 1e-307);
}

TEST_CASE("the fast exponential is good to seven digits") {
    double worst = 0;
    for (int i = 0; i < 100000; ++i) {
        const float x = -80.0f + 160.0f * static_cast<float>(i) / 100000.0f;
        worst = std::max(worst, relative(exp_fast(x), std::exp(static_cast<double>(x))));
    }
    CHECK(worst < 4e-7);
}

TEST_CASE("the fast logarithm is good to seven digits, and near 1 to as much absolutely") {
    double worst = 0;
    for (int i = 0; i < 400000; ++i) {
        const float x = exp_fast(-80.0f + 160.0f * static_cast<float>(i) / 400000.0f);
        const double exact = std::log(static_cast<double>(x)), size = x < 0.5f || x > 2.0f ? std::fabs(exact) : 1;
        worst = std::max(worst, std::fabs(log_fast(x) - exact) / size);
    }
    CHECK(worst < 2e-7);
    CHECK(log_fast(1.0f) == 0.0f);
    CHECK(log1p_fast(0.0f) == 0.0f);
}

TEST_CASE("the normal law has its quantiles") {
    CHECK(normal_from(0.5) == doctest::Approx(0.0));
    CHECK(normal_from(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-14).scale(0));
    CHECK(normal_from(1e-10) == doctest::Approx(-6.361340902404056).epsilon(1e-12).scale(0));
    CHECK(normal_from(0.3) == -normal_from(0.7));
}

TEST_CASE("Poisson counts have their mean and variance, small means and large") {
    for (const double mean : {0.05, 1.0, 7.5, 29.0, 31.0, 400.0}) {
        const Stream stream(3, 0, Purpose::Exposure);
        double sum = 0, squares = 0;
        const int n = 40000;
        for (int i = 0; i < n; ++i) {
            const double count = poisson_from(mean, stream.uniform(static_cast<std::uint64_t>(i)));
            sum += count;
            squares += count * count;
        }
        const double average = sum / n, variance = squares / n - average * average;
        CAPTURE(mean);
        CHECK(std::fabs(average - mean) < 4 * std::sqrt(mean / n));
        CHECK(variance == doctest::Approx(mean).epsilon(0.05).scale(0));
    }
}

TEST_CASE("gamma variates have their mean and variance, also for small shapes") {
    for (const double shape : {0.1, 0.5, 1.0, 3.0}) {
        const Stream stream(5, 0, Purpose::Preferences);
        double sum = 0, squares = 0;
        const int n = 60000;
        for (int i = 0; i < n; ++i) {
            const double x = parley::exp(log_gamma_draw(stream, static_cast<std::uint64_t>(i), 0, shape));
            sum += x;
            squares += x * x;
        }
        const double mean = sum / n;
        CAPTURE(shape);
        CHECK(std::fabs(mean - shape) < 4 * std::sqrt(shape / n));
        CHECK(squares / n - mean * mean == doctest::Approx(shape).epsilon(0.06).scale(0));
    }
}

TEST_CASE("elementary functions have the same bits on every platform") {
    std::uint64_t hash = 0;
    for (int i = 1; i < 100000; ++i) {
        const double x = -20 + 0.0004 * i;
        const double values[] = {parley::exp(x), parley::log(0.001 * i), normal_from(i / 100000.0), logistic(x),
                                 static_cast<double>(exp_fast(static_cast<float>(x)))};
        for (const double value : values) {
            std::uint64_t bits;
            std::memcpy(&bits, &value, sizeof bits);
            hash = mix64(hash ^ bits);
        }
    }
    CHECK(hash == 7559727346163690840u);
}
