#include "study/sweep.h"

#include <algorithm>
#include <cmath>

#include "study/stats.h"

namespace parley {
namespace {

constexpr double kTimesUsed = 4, kStep = 0.25;

bool has_ends(const ParamSpec& row) { return row.kind == Kind::Share || row.kind == Kind::Weight || row.kind == Kind::Choice; }

double most_used(const Scenario& scenario, const ParamSpec& row) {
    double most = row.value;
    for (const Arm& arm : scenario.arms) most = std::max(most, value_of(arm.strategy, row));
    return most;
}

}  // namespace

void set_levers(Scenario& scenario, std::span<const Setting> settings) {
    for (const Setting& s : settings) value_of(scenario.arms[s.lever.arm].strategy, *s.lever.row) = s.value;
}

double Reach::value(const ParamSpec& row, double place) const {
    double value = std::clamp(from + place * (to - from), row.min, row.max);
    return row.whole() ? std::floor(value + 0.5) : value;
}

Reach reach_of(const Scenario& scenario, const ParamSpec& row) {
    const double most = most_used(scenario, row);
    if (has_ends(row) || most <= 0) return {row.min, row.max};
    return {row.min, std::min(row.max, kTimesUsed * most)};
}

double step_of(const Scenario& scenario, const ParamSpec& row) {
    const double most = most_used(scenario, row), step = kStep * (has_ends(row) || most <= 0 ? row.max - row.min : most);
    return row.whole() ? std::max(1.0, step) : step;
}

Finding finding_of(std::span<const WorldOutcome> worlds, const RunSettings& rules) {
    Finding found;
    found.worlds = static_cast<int>(worlds.size());
    if (worlds.empty()) return found;
    std::vector<double> gaps;
    double of_a = 0;
    int a_ahead = 0;
    for (const WorldOutcome& world : worlds) {
        gaps.push_back(world.b - world.a);
        of_a += world.a / static_cast<double>(worlds.size());
        found.b_ahead += world.b > world.a;
        a_ahead += world.a > world.b;
    }
    const Interval interval = mean_interval(gaps, kFindingLevel);
    const double base = of_a == 0 ? 1 : std::fabs(of_a);
    found.gap = interval.mean / base, found.low = interval.low / base, found.high = interval.high / base;
    found.winner = Winner::Undecided;
    const double needed = rules.ahead_share * static_cast<double>(worlds.size()) - 1e-9;
    if (worlds.size() < 2 || std::fabs(found.gap) < rules.ahead_gap) return found;
    if (found.low > 0 && found.b_ahead >= needed) found.winner = Winner::B;
    if (found.high < 0 && a_ahead >= needed) found.winner = Winner::A;
    return found;
}

bool SweepPoint::has(int pair) const {
    return std::any_of(worlds.begin(), worlds.end(), [&](const WorldOutcome& world) { return world.pair == pair; });
}

Scenario Sweep::scenario_at(std::size_t point) const {
    Scenario scenario = around_;
    set_levers(scenario, points_[point].settings);
    return scenario;
}

void Sweep::add(std::size_t point, const PairResult& world) {
    SweepPoint& at = points_[point];
    if (world.pair < 0 || world.pair >= at.wanted || at.has(world.pair) || world.arms.size() < 2) return;
    const double customers = around_.market.customers;
    const int day = verdict_day(around_);
    const OutcomeSpec& subject = subject_of(around_);
    const WorldOutcome outcome{world.pair, outcome_of(subject, world.arms[0], customers, day), outcome_of(subject, world.arms[1], customers, day)};
    // In order of pairs, so that sums are the same whoever finished first.
    const auto place = std::find_if(at.worlds.begin(), at.worlds.end(), [&](const WorldOutcome& w) { return w.pair > world.pair; });
    at.worlds.insert(place, outcome);
    at.finding = finding_of(at.worlds, around_.run);
    ++lived_;
    plan();
}

bool Sweep::complete() const { return lived_ >= wanted(); }

int Sweep::wanted() const {
    int sum = 0;
    for (const SweepPoint& point : points_) sum += std::max(point.wanted, static_cast<int>(point.worlds.size()));
    return sum;
}

}  // namespace parley
