#include "study/claims/words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "scenario/json_writer.h"
#include "study/claims/lab.h"
#include "study/claims/lottery.h"
#include "study/wording.h"

namespace parley::claims {
namespace {

// Three digits.
std::string short_number(double value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.3g", value);
    return number_text(std::strtod(digits, nullptr));
}

// A change, given as a share of the larger of two means, as people say it: against the first, and in times where it more than doubles.
std::string change_of(double share) {
    if (share >= 0.9995) return share > 1.0005 ? "from below zero" : "from nothing";
    if (share >= 0.5) return "\u00d7" + grouped_text(1 / (1 - share), share < 0.9 ? 1 : 0);
    const double change = 100 * (share > 0 ? share / (1 - share) : share), size = std::fabs(change);
    return signed_text(change, size >= 99.5 ? 0 : size >= 0.95 ? 1 : 2) + " %";
}

const ParamSpec* row_of(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('.') + 1);
    for (const ParamTable* table : param_tables())
        if (const ParamSpec* row = table->find(name)) return row;
    return nullptr;
}

}  // namespace

std::string value_words(std::string_view path, const std::string& value) {
    const ParamSpec* row = row_of(path);
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    if (!row || end == value.c_str()) {
        if (row)
            for (const OptionSpec& option : row->options)
                if (value == option.code) return option.label;
        return value;
    }
    if (row->kind == Kind::Share) return short_number(100 * number) + " %";
    const std::string digits = std::fabs(number) >= 1000 ? grouped_text(number, 0) : short_number(number);
    if (row->kind == Kind::Money) return "\u20ac" + digits;
    const std::string_view unit = row->unit;
    const bool told = unit == "hours" || unit == "days" || unit == "posts/day";
    return told ? digits + " " + (unit == "posts/day" ? "a day" : std::string(unit)) : digits;
}

std::string share_words(double share) { return change_of(share); }

std::string change_words(const ClaimPoint& point) {
    // The interval in the same unit: shares of the larger mean.
    const double unit = point.share == 0 ? 0 : point.change.mean / point.share;
    if (unit == 0) return "0 %";
    return share_words(point.share) + " (" + change_of(point.change.low / unit) + " to " + change_of(point.change.high / unit) + ")";
}

std::string turn_words(const ClaimResult& result) {
    const Turn& turn = result.turn;
    if (turn.form == Turn::Form::NotSearched) return "";
    const std::string name = label_of_path(result.spec->moderator), searched = count_text(turn.searched, "point") + " searched";
    const auto at = [&](const std::string& value) { return value_words(result.spec->moderator, value); };
    if (turn.form == Turn::Form::NotFound)
        return "not found from " + name + " " + at(result.turn_points.front().value) + " to " + at(result.turn_points.back().value) + ", " + searched;
    if (turn.form == Turn::Form::Vanishes) return "vanishes from " + name + " " + at(turn.to) + ", " + searched;
    std::string from = turn.from, to = turn.to;
    if (!turn.numeric) return "reverses between " + name + " " + at(from) + " and " + at(to) + ", " + searched;
    if (std::strtod(from.c_str(), nullptr) > std::strtod(to.c_str(), nullptr)) std::swap(from, to);
    return "reverses at " + name + " " + at(number_text(turn.at)) + " (" + at(from) + " to " + at(to) + "), " + searched;
}

std::string capital_of(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string lottery_words(const ClaimResult& result) {
    const int gain = gaining(result), loss = losing(result);
    return std::to_string(kDraws) + " random strategies with the same money, each beside the same brand when silent: in " + lowered(label_of(result.spec->output)) + " " +
           std::to_string(gain) + " end measurably above it, " + std::to_string(loss) + " below, " + std::to_string(kDraws - gain - loss) + " cannot be told apart.";
}

int count_of(std::span<const ClaimResult> results, Standing standing) {
    return static_cast<int>(std::count_if(results.begin(), results.end(), [&](const ClaimResult& r) { return r.standing == standing; }));
}
int count_expressed(std::span<const ClaimResult> results) {
    return static_cast<int>(results.size()) - count_of(results, Standing::NotExpressed);
}

}  // namespace parley::claims
