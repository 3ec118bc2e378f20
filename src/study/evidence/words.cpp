#include "study/evidence/words.h"

#include <algorithm>
#include <cmath>

#include "study/wording.h"

namespace parley {
namespace {

int decimals_of(const FactRow& row) {
    double size = std::fabs(row.measured.mean);
    for (const double limit : {row.spec.low, row.spec.high})
        if (std::fabs(limit) < kNoLimit) size = std::max(size, std::fabs(limit));
    return size < 0.02 ? 4 : size < 0.1 ? 3 : size < 20 ? 2 : size < 200 ? 1 : 0;
}

}  // namespace

std::string published_text(const FactRowSpec& row) {
    FactRow shown;
    shown.spec = row;
    const int decimals = decimals_of(shown);
    const auto limit = [&](double value) { return value == 0 ? std::string("0") : grouped_text(value, decimals); };
    if (row.two_sided()) return limit(row.low) + " to " + limit(row.high);
    return row.low > -kNoLimit ? "at least " + limit(row.low) : "at most " + limit(row.high);
}

std::string measured_text(const FactRow& row) {
    if (row.worlds == 0) return "not measured";
    return grouped_text(row.measured.mean, decimals_of(row));
}

std::string interval_text(const FactRow& row) {
    if (row.worlds == 0) return "";
    const int decimals = decimals_of(row);
    return grouped_text(row.measured.low, decimals) + " to " + grouped_text(row.measured.high, decimals);
}

}  // namespace parley
