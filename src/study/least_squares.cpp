#include "study/least_squares.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace parley {
namespace {

// Solves a x = b for a symmetric, positive a (row by row); an unknown that depends on earlier ones becomes 0.
std::vector<double> solve(std::vector<std::vector<double>> a, std::vector<double> b) {
    const std::size_t n = b.size();
    std::vector<bool> free(n, true);
    for (std::size_t j = 0; j < n; ++j) {
        const double whole = a[j][j];
        for (std::size_t k = 0; k < j; ++k) a[j][j] -= a[j][k] * a[j][k];
        if (!(a[j][j] > 1e-12 * whole) || whole <= 0) {
            free[j] = false;
            for (std::size_t i = j; i < n; ++i) a[i][j] = 0;
            continue;
        }
        a[j][j] = std::sqrt(a[j][j]);
        for (std::size_t i = j + 1; i < n; ++i) {
            for (std::size_t k = 0; k < j; ++k) a[i][j] -= a[i][k] * a[j][k];
            a[i][j] /= a[j][j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
        b[i] = free[i] ? b[i] / a[i][i] : 0;
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k][i] * b[k];
        b[i] = free[i] ? b[i] / a[i][i] : 0;
    }
    return b;
}

double squares(std::span<const double> residuals) {
    double sum = 0;
    for (const double r : residuals) sum += r * r;
    return sum;
}

}  // namespace

LinearFit linear_fit(std::span<const std::vector<double>> rows, std::span<const double> answers) {
    assert(rows.size() == answers.size());
    LinearFit fit;
    if (rows.empty()) return fit;
    const std::size_t n = rows[0].size();
    std::vector<std::vector<double>> a(n, std::vector<double>(n, 0.0));
    std::vector<double> b(n, 0.0);
    double mean = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        mean += answers[r] / static_cast<double>(rows.size());
        for (std::size_t i = 0; i < n; ++i) {
            b[i] += rows[r][i] * answers[r];
            for (std::size_t j = 0; j < n; ++j) a[i][j] += rows[r][i] * rows[r][j];
        }
    }
    fit.coefficients = solve(std::move(a), std::move(b));
    double missed = 0, all = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        double told = 0;
        for (std::size_t i = 0; i < n; ++i) told += fit.coefficients[i] * rows[r][i];
        missed += (answers[r] - told) * (answers[r] - told);
        all += (answers[r] - mean) * (answers[r] - mean);
    }
    fit.explained = all > 0 ? 1 - missed / all : 0;
    return fit;
}

CurveFit fit_curve(std::span<const Parameter> parameters, const Residuals& residuals, int rounds, double enough) {
    const std::size_t n = parameters.size();
    CurveFit fit;
    for (const Parameter& p : parameters) fit.parameters.push_back(p.start);
    const auto look = [&](const std::vector<double>& at) {
        ++fit.evaluations;
        return residuals(at);
    };
    std::vector<double> here = look(fit.parameters);
    fit.sum = squares(here);
    double damping = 1e-3;
    std::vector<std::vector<double>> slopes(n);  // [parameters][residuals]
    bool stale = true;
    while (fit.rounds < rounds && fit.sum > 0) {
        ++fit.rounds;
        if (stale)
            for (std::size_t j = 0; j < n; ++j) {
                // Away from the limit, where there is one in the way.
                std::vector<double> beside = fit.parameters;
                const double step = beside[j] + parameters[j].step > parameters[j].high ? -parameters[j].step : parameters[j].step;
                beside[j] += step;
                slopes[j] = look(beside);
                for (std::size_t r = 0; r < here.size(); ++r) slopes[j][r] = (slopes[j][r] - here[r]) / step;
            }
        std::vector<std::vector<double>> a(n, std::vector<double>(n, 0.0));
        std::vector<double> b(n, 0.0);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t r = 0; r < here.size(); ++r) {
                b[i] -= slopes[i][r] * here[r];
                for (std::size_t j = 0; j < n; ++j) a[i][j] += slopes[i][r] * slopes[j][r];
            }
        for (std::size_t i = 0; i < n; ++i) a[i][i] *= 1 + damping;
        const std::vector<double> move = solve(std::move(a), std::move(b));
        std::vector<double> next = fit.parameters;
        for (std::size_t i = 0; i < n; ++i) next[i] = std::clamp(next[i] + move[i], parameters[i].low, parameters[i].high);
        std::vector<double> there = look(next);
        const double sum = squares(there);
        stale = sum < fit.sum;
        if (!stale) {
            damping *= 4;
            if (damping > 1e6) break;
            continue;
        }
        const double gained = fit.sum - sum, before = fit.sum;
        fit.parameters = std::move(next);
        fit.sum = sum;
        here = std::move(there);
        damping = std::max(damping / 4, 1e-9);
        if (gained < enough * before) break;
    }
    return fit;
}

}  // namespace parley
