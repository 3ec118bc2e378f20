// Region map as a figure: two levers on the axes, the winner of each point, and where a scenario stands.
#include <algorithm>
#include <cmath>

#include "study/figures.h"
#include "study/number_format.h"

namespace parley {
namespace {

constexpr double kFullGap = 0.15;   // from this gap on a colour is as strong as it gets

Figure::Axis axis_of(const LeverOf& lever, const Reach& reach, Currency currency, const std::string& title) {
    const double half = (reach.to - reach.from) / (2 * (RegionMap::kSide - 1));  // cells stand around their points
    Figure::Axis axis{reach.from - half, reach.to + half, {}, title};
    for (int quarter = 0; quarter <= 4; ++quarter) {
        const double value = reach.value(*lever.row, quarter / 4.0);
        axis.ticks.push_back({value, axis_text(*lever.row, value, currency)});
    }
    return axis;
}

}  // namespace

std::string lever_name(const Scenario& scenario, const LeverOf& lever) {
    return tr("explore.lever", {{"arm", scenario.arms[lever.arm].name}, {"lever", lever.row->label}});
}

std::string axis_text(const ParamSpec& lever, double value, Currency currency) {
    if (lever.kind == Kind::Money) return plain_money(std::round(value), currencies()[static_cast<std::size_t>(currency)].label);
    if (lever.kind == Kind::Share) return percent(value);
    const bool round = lever.whole() || lever.kind == Kind::Weight || std::fabs(value - std::round(value)) < 1e-9;
    return number(value, round ? 0 : 1);
}

Figure region_figure(const RegionMap& map, const Scenario& here) {
    Figure f;
    f.kind = Figure::Kind::Map;
    f.title = tr("map.up", {{"lever", lever_name(here, map.y())}});
    f.x = axis_of(map.x(), map.reach_x(), here.currency, tr("map.across", {{"lever", lever_name(here, map.x())}}));
    f.y = axis_of(map.y(), map.reach_y(), here.currency, {});
    f.cells.columns = f.cells.rows = RegionMap::kSide;
    for (const RegionMap::Cell& cell : map.cells()) {
        const Winner winner = cell.finding.winner;
        f.cells.ahead.push_back(winner == Winner::A ? 0 : winner == Winner::B ? 1
                                : static_cast<int>(winner == Winner::Undecided ? Figure::Field::Undecided : Figure::Field::Unknown));
        f.cells.strength.push_back(static_cast<float>(std::min(1.0, std::fabs(cell.finding.gap) / kFullGap)));
        f.cells.marked.push_back(cell.lived);
    }
    const auto inside = [](const LeverOf& lever, const Reach& reach, const Scenario& scenario) { return std::clamp(lever.value(scenario), reach.from, reach.to); };
    f.cells.here = Figure::Spot{inside(map.x(), map.reach_x(), here), inside(map.y(), map.reach_y(), here), tr("map.here")};
    const RegionMap::Parts parts = map.parts();
    f.words = map.fineness() == 0 ? tr("map.begins")
                                  : tr(map.complete() ? "map.finding" : "map.so_far", {{"a", here.arms[0].name}, {"pa", percent(parts.a)}, {"b", here.arms[1].name},
                                                       {"pb", percent(parts.b)}, {"pu", percent(parts.undecided)}});
    return f;
}

}  // namespace parley
