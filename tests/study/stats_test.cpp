#include "study/stats.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace parley;

TEST_CASE("mean and standard deviation agree with values worked out by hand") {
    const std::vector<double> sample{2, 4, 4, 4, 5, 5, 7, 9};
    CHECK(mean(sample) == 5);
    CHECK(sd(sample) == doctest::Approx(std::sqrt(32.0 / 7.0)));
    CHECK(sd(std::vector<double>{3}) == 0);
    CHECK(mean(std::vector<double>{}) == 0);
    // A large level takes no digits from a small spread.
    CHECK(sd(std::vector<double>{1e9, 1e9 + 1, 1e9 + 2}) == doctest::Approx(1).epsilon(1e-12));
}

TEST_CASE("quantiles interpolate between order statistics") {
    const std::vector<double> sample{40, 10, 20, 30};
    CHECK(quantile(sample, 0) == 10);
    CHECK(quantile(sample, 1) == 40);
    CHECK(quantile(sample, 0.5) == 25);
    CHECK(quantile(sample, 0.05) == doctest::Approx(11.5));
    CHECK(quantile(std::vector<double>{7}, 0.3) == 7);
}

TEST_CASE("correlation is 1, -1 or 0 where it must be") {
    const std::vector<double> x{1, 2, 3, 4}, y{2, 4, 6, 8}, down{4, 3, 2, 1}, flat{5, 5, 5, 5};
    CHECK(correlation(x, y) == doctest::Approx(1));
    CHECK(correlation(x, down) == doctest::Approx(-1));
    CHECK(correlation(x, x) == 1);
    CHECK(correlation(x, flat) == 0);
    CHECK(correlation(flat, flat) == 1);
    CHECK(correlation(std::vector<double>{1, 2, 3}, std::vector<double>{1, 3, 2}) == doctest::Approx(0.5));
}

TEST_CASE("Student's t quantiles agree with printed tables") {
    // Abramowitz & Stegun, table 26.10.
    CHECK(student_t_quantile(0.95, 1) == doctest::Approx(6.313752).epsilon(1e-6));
    CHECK(student_t_quantile(0.95, 2) == doctest::Approx(2.919986).epsilon(1e-6));
    CHECK(student_t_quantile(0.95, 3) == doctest::Approx(2.353363).epsilon(1e-6));
    CHECK(student_t_quantile(0.95, 10) == doctest::Approx(1.812461).epsilon(1e-6));
    CHECK(student_t_quantile(0.95, 49) == doctest::Approx(1.676551).epsilon(1e-6));
    CHECK(student_t_quantile(0.975, 30) == doctest::Approx(2.042272).epsilon(1e-6));
    CHECK(student_t_quantile(0.95, 100000) == doctest::Approx(1.644854).epsilon(1e-4));
    CHECK(student_t_quantile(0.05, 10) == -student_t_quantile(0.95, 10));
    CHECK(student_t_cdf(0, 7) == 0.5);
    CHECK(student_t_cdf(1, 1) == doctest::Approx(0.75).epsilon(1e-14));
}

TEST_CASE("an interval of one value has no width, of two values the known one") {
    const Interval one = mean_interval(std::vector<double>{3}, 0.9);
    CHECK(one.low == 3);
    CHECK(one.high == 3);
    // Mean 1, standard error 1, t of one degree of freedom.
    const Interval two = mean_interval(std::vector<double>{0, 2}, 0.9);
    CHECK(two.mean == 1);
    CHECK(two.high - two.mean == doctest::Approx(6.313752).epsilon(1e-6));
    const Interval equal = mean_interval(std::vector<double>{0, 0, 0}, 0.9);
    CHECK(equal.low == 0);
    CHECK(equal.high == 0);
}
