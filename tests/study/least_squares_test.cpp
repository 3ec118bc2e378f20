#include "study/least_squares.h"

#include <doctest/doctest.h>

#include <cmath>

#include "model/detmath.h"

using namespace parley;

TEST_CASE("a line through points of a line is that line") {
    std::vector<std::vector<double>> rows;
    std::vector<double> answers;
    for (int i = 0; i < 9; ++i) {
        rows.push_back({1, static_cast<double>(i), static_cast<double>(i * i)});
        answers.push_back(2 - 0.5 * i + 0.25 * i * i);
    }
    const LinearFit fit = linear_fit(rows, answers);
    CHECK(fit.coefficients[0] == doctest::Approx(2));
    CHECK(fit.coefficients[1] == doctest::Approx(-0.5));
    CHECK(fit.coefficients[2] == doctest::Approx(0.25));
    CHECK(fit.explained == doctest::Approx(1));
}

TEST_CASE("what a line leaves unexplained cannot be explained by its columns") {
    // Residuals of least squares are at right angles to every column.
    std::vector<std::vector<double>> rows;
    std::vector<double> answers;
    for (int i = 0; i < 20; ++i) {
        rows.push_back({1, std::sqrt(static_cast<double>(i))});
        answers.push_back((i * 7919) % 13);
    }
    const LinearFit fit = linear_fit(rows, answers);
    for (std::size_t column = 0; column < 2; ++column) {
        double along = 0;
        for (std::size_t i = 0; i < rows.size(); ++i)
            along += rows[i][column] * (answers[i] - fit.coefficients[0] - fit.coefficients[1] * rows[i][1]);
        CHECK(along == doctest::Approx(0).epsilon(1e-9));
    }
    CHECK(fit.explained >= 0);
    CHECK(fit.explained < 0.5);
}

TEST_CASE("a column that repeats another gets nothing, and nothing breaks") {
    const std::vector<std::vector<double>> rows = {{1, 2, 4}, {1, 3, 6}, {1, 5, 10}};
    const std::vector<double> answers = {2, 3, 5};
    const LinearFit fit = linear_fit(rows, answers);
    for (const double c : fit.coefficients) CHECK(std::isfinite(c));
    CHECK(fit.explained == doctest::Approx(1));
    CHECK(linear_fit({}, {}).coefficients.empty());
    const std::vector<double> level = {3, 3, 3};
    CHECK(linear_fit(rows, level).explained == 0);
}

TEST_CASE("a curve is found from afar, and its parameters stay within their limits") {
    const auto decay = [](double scale, double rate, double t) { return scale * parley::exp(-rate * t); };
    const auto residuals = [&](std::span<const double> at) {
        std::vector<double> gaps;
        for (int t = 0; t < 12; ++t) gaps.push_back(decay(at[0], at[1], t) - decay(3, 0.4, t));
        return gaps;
    };
    const Parameter free[] = {{1, 0, 100, 1e-5}, {2, 0, 10, 1e-5}};
    const CurveFit fit = fit_curve(free, residuals, 100, 1e-14);
    CHECK(fit.parameters[0] == doctest::Approx(3).epsilon(1e-6));
    CHECK(fit.parameters[1] == doctest::Approx(0.4).epsilon(1e-6));
    CHECK(fit.sum < 1e-12);

    const Parameter held[] = {{1, 0, 2, 1e-5}, {2, 0, 10, 1e-5}};
    const CurveFit within = fit_curve(held, residuals, 100, 1e-12);
    CHECK(within.parameters[0] == doctest::Approx(2));
    CHECK(within.sum > fit.sum);
}

TEST_CASE("the valley of Rosenbrock is walked to its end") {
    const auto residuals = [](std::span<const double> at) { return std::vector<double>{10 * (at[1] - at[0] * at[0]), 1 - at[0]}; };
    const Parameter parameters[] = {{-1.2, -5, 5, 1e-7}, {1, -5, 5, 1e-7}};
    const CurveFit fit = fit_curve(parameters, residuals, 200, 1e-15);
    CHECK(fit.parameters[0] == doctest::Approx(1).epsilon(1e-5));
    CHECK(fit.parameters[1] == doctest::Approx(1).epsilon(1e-5));
}
