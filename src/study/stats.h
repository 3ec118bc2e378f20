// Statistics of small samples: what a comparison needs, with the same bits on every platform.
//
// Only + - * / sqrt and model/detmath.h, no libm, so that a printed number is the same natively and in a browser.
// Samples arrive in pair order and sums run in that order.  An empty sample gives 0; nothing here returns NaN for finite input.
#pragma once
#include <span>

namespace parley {

double mean(std::span<const double> sample);

// Standard deviation with n - 1; 0 for fewer than two values.
double sd(std::span<const double> sample);

// Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996).  Cost O(n log n).
double quantile(std::span<const double> sample, double p);

// Pearson's correlation of two samples of equal length.  Where one of them is constant: 1 if they are equal, else 0.
double correlation(std::span<const double> x, std::span<const double> y);

// Student's t with a whole number of degrees of freedom: P(T <= t), by the finite series of Abramowitz & Stegun 26.7.3-4 (error
// below 1e-13), and its inverse by bisection.  Cost O(degrees), times 60 for the inverse.
double student_t_cdf(double t, int degrees);
double student_t_quantile(double p, int degrees);  // 0 < p < 1, degrees >= 1

// Mean with its two-sided interval by Student's t.  One value has no interval: low = mean = high.
struct Interval {
    double mean = 0, low = 0, high = 0;
};
Interval mean_interval(std::span<const double> sample, double level);

}  // namespace parley
