#include "study/stats.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <vector>

namespace parley {
namespace {

constexpr double kPi = 3.141592653589793;

// Angle whose tangent is x >= 0: halved three times, so that the Taylor series ends quickly.
double arctan(double x) {
    for (int i = 0; i < 3; ++i) x = x / (1.0 + std::sqrt(1.0 + x * x));
    // x < 0.2: 23 terms of alternating powers are more than double needs.
    double sum = 0, power = x;
    for (int k = 1; k < 46; k += 2) {
        sum += (k % 4 == 1 ? power : -power) / k;
        power *= x * x;
    }
    return 8.0 * sum;
}

}  // namespace

double mean(std::span<const double> sample) {
    if (sample.empty()) return 0;
    double sum = 0;
    for (const double x : sample) sum += x;
    return sum / static_cast<double>(sample.size());
}

double sd(std::span<const double> sample) {
    if (sample.size() < 2) return 0;
    // Deviations first: the sum of squares alone would lose the digits that matter.
    const double centre = mean(sample);
    double squares = 0;
    for (const double x : sample) squares += (x - centre) * (x - centre);
    return std::sqrt(squares / static_cast<double>(sample.size() - 1));
}

double quantile(std::span<const double> sample, double p) {
    if (sample.empty()) return 0;
    std::vector<double> sorted(sample.begin(), sample.end());
    std::sort(sorted.begin(), sorted.end());
    const double place = std::clamp(p, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double correlation(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size());
    const double x_mean = mean(x), y_mean = mean(y);
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - x_mean) * (x[i] - x_mean);
        yy += (y[i] - y_mean) * (y[i] - y_mean);
        xy += (x[i] - x_mean) * (y[i] - y_mean);
    }
    // Equal samples correlate by 1 exactly, not by 1 less a rounding step; constants correlate with themselves only.
    if (std::equal(x.begin(), x.end(), y.begin())) return 1;
    if (xx <= 0 || yy <= 0) return 0;
    return std::clamp(xy / (std::sqrt(xx) * std::sqrt(yy)), -1.0, 1.0);
}

double student_t_cdf(double t, int degrees) {
    assert(degrees >= 1);
    const double n = degrees, root = std::sqrt(n), x = std::fabs(t);
    const double sine = x / std::sqrt(n + x * x), cosine2 = n / (n + x * x);  // theta = atan(t / sqrt n)
    // Mass between -t and t.
    double inside;
    double term = 1, sum = 0;
    if (degrees % 2 == 0) {
        for (int k = 0; k <= degrees - 2; k += 2) {
            sum += term;
            term *= cosine2 * (k + 1) / (k + 2);
        }
        inside = sine * sum;
    } else {
        for (int k = 1; k <= degrees - 2; k += 2) {
            sum += term;
            term *= cosine2 * (k + 1) / (k + 2);
        }
        inside = 2.0 / kPi * (arctan(x / root) + sine * std::sqrt(cosine2) * sum);
    }
    return t < 0 ? 0.5 * (1.0 - inside) : 0.5 * (1.0 + inside);
}

double student_t_quantile(double p, int degrees) {
    assert(p > 0 && p < 1 && degrees >= 1);
    if (p < 0.5) return -student_t_quantile(1.0 - p, degrees);
    double low = 0, high = 1;
    while (student_t_cdf(high, degrees) < p && high < 1e9) high *= 2;
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (student_t_cdf(middle, degrees) < p ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

Interval mean_interval(std::span<const double> sample, double level) {
    const double centre = mean(sample);
    if (sample.size() < 2) return {centre, centre, centre};
    const double n = static_cast<double>(sample.size());
    const double reach = student_t_quantile(0.5 + 0.5 * level, static_cast<int>(sample.size()) - 1) * sd(sample) / std::sqrt(n);
    return {centre, centre - reach, centre + reach};
}

}  // namespace parley
