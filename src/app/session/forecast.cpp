#include "app/session/forecast.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace parley {

void Forecast::draw(int weeks, double from_week, double from_gap, double to_week, double to_gap) {
    if (weeks < 1) return;
    const auto n = static_cast<std::size_t>(weeks) + 1;
    line.resize(n, line.empty() ? 0.0 : line.back());
    if (from_week > to_week) {
        std::swap(from_week, to_week);
        std::swap(from_gap, to_gap);
    }
    const double last = static_cast<double>(weeks);
    from_week = std::clamp(from_week, 0.0, last);
    to_week = std::clamp(to_week, 0.0, last);
    const auto first = static_cast<std::size_t>(std::lround(from_week)), end = static_cast<std::size_t>(std::lround(to_week));
    for (std::size_t week = std::max<std::size_t>(first, 1); week <= end; ++week) {
        const double t = to_week > from_week ? (static_cast<double>(week) - from_week) / (to_week - from_week) : 1;
        line[week] = from_gap + (to_gap - from_gap) * std::clamp(t, 0.0, 1.0);
    }
    drawn = std::max(drawn, static_cast<int>(end));
    for (std::size_t week = static_cast<std::size_t>(drawn) + 1; week < n; ++week) line[week] = line[static_cast<std::size_t>(drawn)];
}

double Forecast::at_week(int week) const {
    if (line.empty()) return 0;
    return line[static_cast<std::size_t>(std::clamp(week, 0, static_cast<int>(line.size()) - 1))];
}

Call call_of(const Verdict& verdict, std::size_t b) {
    if (verdict.leader < 0) return Call::Same;
    return verdict.leader == static_cast<int>(b) ? Call::Second : Call::First;
}

std::vector<double> weekly_gap(const Ensemble& ensemble, std::size_t a, std::size_t b) {
    const Band of_a = band(ensemble, a, Observable::sales, true), of_b = band(ensemble, b, Observable::sales, true);
    std::vector<double> gap{0.0};
    for (std::size_t week = 0; week < of_a.mean.size(); ++week)
        gap.push_back(of_a.mean[week] > 0 ? of_b.mean[week] / of_a.mean[week] - 1 : 0.0);
    return gap;
}

double Scored::brier() const {
    const double miss = right() ? 1 - forecast.confidence : forecast.confidence;
    return miss * miss;
}

Calibration calibration_of(std::span<const Scored> scored) {
    Calibration c;
    for (const Scored& s : scored) {
        ++c.forecasts;
        c.right += s.right();
        c.confidence += s.forecast.confidence;
        c.brier += s.brier();
    }
    if (c.forecasts > 0) {
        c.confidence /= c.forecasts;
        c.brier /= c.forecasts;
    }
    return c;
}

}  // namespace parley
