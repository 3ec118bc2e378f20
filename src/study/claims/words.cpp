#include "study/claims/words.h"

#include <algorithm>
#include <cmath>

#include "scenario/json_writer.h"
#include "study/claims/lab.h"
#include "study/wording.h"

namespace parley::claims {
namespace {

// Three digits.
std::string short_number(double value) {
    if (value == 0) return "0";
    const double size = std::pow(10, std::floor(std::log10(std::fabs(value))) - 2);
    return number_text(std::stod(number_text(std::round(value / size) * size).substr(0, 12)));
}

std::string per_cent(double share) {
    const double size = 100 * std::fabs(share);
    return signed_text(100 * share, size >= 99.5 ? 0 : size >= 0.95 ? 1 : 2);
}

}  // namespace

std::string share_words(double share) { return per_cent(share) + " %"; }

std::string change_words(const ClaimPoint& point) {
    // The interval in the same unit: shares of the larger mean.
    const double unit = point.share == 0 ? 0 : point.change.mean / point.share;
    if (unit == 0) return "0 %";
    return share_words(point.share) + " (" + per_cent(point.change.low / unit) + " to " + per_cent(point.change.high / unit) + ")";
}

std::string turn_words(const ClaimResult& result) {
    const Turn& turn = result.turn;
    if (turn.form == Turn::Form::NotSearched) return "";
    const std::string name = label_of_path(result.spec->moderator), searched = count_text(turn.searched, "point") + " searched";
    if (turn.form == Turn::Form::NotFound) return "not found along " + name + " from " + result.turn_points.front().value + " to " +
                                                  result.turn_points.back().value + ", " + searched;
    if (turn.form == Turn::Form::Vanishes) return "vanishes from " + name + " " + turn.to + ", " + searched;
    if (!turn.numeric) return "reverses between " + name + " " + turn.from + " and " + turn.to + ", " + searched;
    return "reverses at " + name + " " + short_number(turn.at) + " (" + turn.from + " to " + turn.to + "), " + searched;
}

int count_of(std::span<const ClaimResult> results, Standing standing) {
    return static_cast<int>(std::count_if(results.begin(), results.end(), [&](const ClaimResult& r) { return r.standing == standing; }));
}
int count_expressed(std::span<const ClaimResult> results) {
    return static_cast<int>(results.size()) - count_of(results, Standing::NotExpressed);
}

}  // namespace parley::claims
