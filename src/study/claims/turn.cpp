#include "study/claims/turn.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "scenario/json_writer.h"

namespace parley::claims {
namespace {

bool read_number(const std::string& text, double& value) {
    char* end = nullptr;
    value = std::strtod(text.c_str(), &end);
    return end != text.c_str() && *end == 0;
}

// Four digits tell it well enough, and read better.
std::string rounded_text(double& value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.4g", value);
    value = std::strtod(digits, nullptr);
    return number_text(value);
}

}  // namespace

Turn find_turn(const TurnSearch& search) {
    const std::vector<TurnPoint>& points = search.points;
    Turn turn;
    turn.searched = static_cast<int>(points.size());
    turn.form = Turn::Form::NotFound;
    if (points.empty()) return Turn{};

    // Without a gain to begin with, "no gain" and "loss" are one thing.
    const auto side = [&](const TurnPoint& point) { return search.no_gain ? (point.sign > 0 ? 1 : -1) : point.sign; };
    std::size_t last = 0, found = points.size();
    for (std::size_t i = 0; i < points.size() && found == points.size(); ++i) {
        if (side(points[i]) == 0) continue;
        if (side(points[last]) != 0 && side(points[i]) != side(points[last])) found = i;
        else last = i;
    }
    if (found == points.size()) {
        std::size_t gone = points.size();
        while (gone > 0 && points[gone - 1].sign == 0) --gone;
        if (!search.no_gain && points[0].sign != 0 && gone < points.size()) {
            turn.form = Turn::Form::Vanishes;
            turn.from = points[gone - 1].value, turn.to = points[gone].value;
        }
        return turn;
    }

    turn.form = Turn::Form::Reverses;
    turn.from = points[last].value, turn.to = points[found].value;
    double from, to;
    turn.numeric = read_number(turn.from, from) && read_number(turn.to, to);
    double at_from = points[last].effect.mean, at_to = points[found].effect.mean;
    if (!turn.numeric || (at_from > 0) == (at_to > 0) || at_from == 0) return turn.numeric = false, turn;
    for (int i = 0; i < search.bisections; ++i) {
        double middle = 0.5 * (from + to);
        if (search.step > 0) middle = search.step * std::floor(middle / search.step);
        const std::string value = rounded_text(middle);
        if (value == turn.from || value == turn.to) break;
        turn.halved.push_back(search.effect(value));
        const double effect = turn.halved.back().effect.mean;
        ++turn.searched;
        if ((effect > 0) == (at_from > 0)) from = middle, at_from = effect, turn.from = value;
        else to = middle, at_to = effect, turn.to = value;
    }
    turn.at = from + (to - from) * at_from / (at_from - at_to);
    return turn;
}

}  // namespace parley::claims
