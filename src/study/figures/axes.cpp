// What the builders share: axes in weeks and in money.
#include <algorithm>
#include <cmath>

#include "study/figures.h"
#include "study/number_format.h"

namespace parley {

Figure::Axis weeks_axis(int days) {
    Figure::Axis axis{0, static_cast<double>(days), {}, {}};
    int weeks = days / 7, step = weeks > 130 ? 52 : weeks > 78 ? 26 : weeks > 30 ? 13 : weeks > 12 ? 4 : 2;
    for (int w = 0; w <= weeks; w += step)
        axis.ticks.push_back({w * 7.0, w == 0 ? tr("time.start") : w == step ? tr("race.week", {{"week", number(w)}}) : number(w)});
    return axis;
}

MoneyUnit money_unit(double most, Currency currency) {
    const char* key = most >= 3e6 ? "race.unit.million" : most >= 3e3 ? "race.unit.thousand" : "race.unit.one";
    return {most >= 3e6 ? 1e6 : most >= 3e3 ? 1e3 : 1, tr(key, {{"currency", currencies()[static_cast<std::size_t>(currency)].code}})};
}

std::vector<Figure::Tick> money_ticks(double from, double to, int n, const MoneyUnit& unit, bool signs) {
    std::vector<double> marks = ticks(from / unit.divide, to / unit.divide, n);
    double step = marks.size() > 1 ? std::abs(marks[1] - marks[0]) : 1;
    int decimals = step < 0.0999 ? 2 : step < 0.999 || std::abs(step - std::round(step)) > 0.001 ? 1 : 0;
    std::vector<Figure::Tick> out;
    for (double m : marks) out.push_back({m * unit.divide, signs ? signed_number(m, decimals) : number(m, decimals)});
    return out;
}

}  // namespace parley
