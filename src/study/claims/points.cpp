#include "study/claims/points.h"

#include <algorithm>
#include <cmath>

#include "study/claims/lab.h"

namespace parley::claims {

Interval shared_interval(std::span<const double> sample, double looks) { return mean_interval(sample, 1 - (1 - kClaimLevel) / looks); }

double share_of(double change, double a, double b) {
    const double size = std::max(std::fabs(a), std::fabs(b));
    return size == 0 ? 0 : change / size;
}

bool excludes_zero(const Interval& interval) { return interval.low > 0 || interval.high < 0; }

double level_of(const std::vector<double>& sample, bool spread) {
    if (!spread) return mean(sample);
    const std::vector<double> nothing(sample.size(), 0);
    return mean(changes(nothing, sample, true));
}

std::vector<ClaimPoint> points_of(const std::vector<std::string>& values, const std::vector<const std::vector<double>*>& samples, bool spread,
                                  double looks) {
    std::vector<ClaimPoint> points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        ClaimPoint point;
        point.value = values[i];
        point.level = level_of(*samples[i], spread);
        if (i > 0) {
            point.change = shared_interval(changes(*samples[0], *samples[i], spread), looks * static_cast<double>(values.size() - 1));
            point.share = share_of(point.change.mean, point.level, points[0].level);
            point.moved = excludes_zero(point.change) && std::fabs(point.share) >= kWorthAWord;
        }
        points.push_back(std::move(point));
    }
    return points;
}

}  // namespace parley::claims
