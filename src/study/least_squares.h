// Least squares: lines through data, and parameters of a curve.
//
// Same bits on every platform: + - * / sqrt and model/detmath.h only.
#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace parley {

// Ordinary least squares: coefficients of the columns, and the share of variance explained (R squared around the mean; 0 where the
// answers do not vary).  rows[i] holds the regressors of answer i, a constant 1 among them where one is wanted.  Normal equations by
// Cholesky; columns that depend on others get 0.  Cost O(rows x columns^2).
struct LinearFit {
    std::vector<double> coefficients;
    double explained = 0;
};
LinearFit linear_fit(std::span<const std::vector<double>> rows, std::span<const double> answers);

// Levenberg-Marquardt (Levenberg 1944; Marquardt 1963): parameters within their limits for which the sum of squared residuals is least,
// from a start.  The Jacobian is by forward differences of `step` (in the unit of each parameter); steps end at the limits.  Stops after
// `rounds` accepted or refused steps, or when a step lowers the sum by less than `enough` of itself.
struct Parameter {
    double start, low, high, step;
};
struct CurveFit {
    std::vector<double> parameters;
    double sum = 0;                      // of squared residuals
    int evaluations = 0, rounds = 0;
};
using Residuals = std::function<std::vector<double>(std::span<const double> parameters)>;

CurveFit fit_curve(std::span<const Parameter> parameters, const Residuals& residuals, int rounds, double enough);

}  // namespace parley
