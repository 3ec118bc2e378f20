// Points: what samples at the values of a lever say, against the first of them.
#pragma once
#include "study/claims.h"

namespace parley::claims {

double share_of(double change, double a, double b);            // of the larger of the two
bool excludes_zero(const Interval& interval);
// The interval at the claims' level, shared out over so many looks.
Interval shared_interval(std::span<const double> sample, double looks);
double level_of(const std::vector<double>& sample, bool spread);
std::vector<ClaimPoint> points_of(const std::vector<std::string>& values, const std::vector<const std::vector<double>*>& samples, bool spread, double looks);

}  // namespace parley::claims
