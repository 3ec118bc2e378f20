#include "study/tornado.h"

#include <algorithm>
#include <cmath>

#include "study/stats.h"

namespace parley {
std::vector<LeverOf> levers_on(const Scenario& scenario) {
    std::vector<LeverOf> out;
    for (std::size_t arm = 0; arm < std::min<std::size_t>(2, scenario.arms.size()); ++arm)
        for (const ParamSpec& row : kStrategyTable.rows) {
            if (row.kind == Kind::Choice) continue;
            if (row.group == LeverGroup::Desk && scenario.arms[arm].strategy.converse <= 0) continue;
            const bool set = std::any_of(scenario.arms.begin(), scenario.arms.end(),
                                         [&](const Arm& a) { return value_of(a.strategy, row) != row.value; });
            if (row.first || set) out.push_back({arm, &row});
        }
    return out;
}

double Tornado::Bar::size() const {
    return std::max(down.moved ? std::fabs(down.change) : 0, up.moved ? std::fabs(up.change) : 0);
}

Tornado::Tornado(const Scenario& around) : Sweep(around) {
    points_.emplace_back();  // as it is
    for (const LeverOf& lever : levers_on(around)) {
        const Reach reach = reach_of(around, *lever.row);
        const double now = lever.value(around), step = step_of(around, *lever.row);
        Moved moved{lever, 0, 0};
        for (const int direction : {-1, 1}) {
            const double to = reach.value(*lever.row, reach.place(std::clamp(now + direction * step, lever.row->min, lever.row->max)));
            if (to == now) continue;
            points_.push_back({{{lever, to}}, {}, {}, 0, 0});
            (direction < 0 ? moved.down : moved.up) = points_.size() - 1;
        }
        if (moved.down || moved.up) moved_.push_back(moved);
    }
    plan();
}

Tornado::End Tornado::end_of(std::size_t point) const {
    End end;
    if (point == 0) return end;
    const SweepPoint &at = points_[point], &start = points_[0];
    end.moved = true;
    end.value = at.settings[0].value;
    std::vector<double> changes, gaps, of_a;
    for (const WorldOutcome& world : at.worlds)
        for (const WorldOutcome& before : start.worlds)
            if (before.pair == world.pair) {
                gaps.push_back(world.b - world.a);
                changes.push_back(gaps.back() - (before.b - before.a));
                of_a.push_back(before.a);
            }
    end.worlds = static_cast<int>(changes.size());
    if (changes.empty()) return end;
    const double base = mean(of_a) == 0 ? 1 : std::fabs(mean(of_a));
    const Interval interval = mean_interval(changes, kFindingLevel);
    end.gap = mean(gaps) / base;
    end.change = interval.mean / base, end.low = interval.low / base, end.high = interval.high / base;
    return end;
}

void Tornado::plan() {
    start_ = points_[0].finding;
    bars_.clear();
    for (const Moved& moved : moved_) bars_.push_back({moved.lever, moved.lever.value(around()), end_of(moved.down), end_of(moved.up)});
    std::vector<std::size_t> order(bars_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t k) {
        return bars_[i].known() != bars_[k].known() ? bars_[i].known() : bars_[i].known() && bars_[i].size() > bars_[k].size();
    });

    // A first look at every lever, then a closer one at those that move most.
    bool looked = static_cast<int>(points_[0].worlds.size()) >= kFirstWorlds;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        points_[i].wanted = std::max(kFirstWorlds, static_cast<int>(points_[i].worlds.size()));
        points_[i].turn = i == 0 ? 0 : 1;
        looked = looked && static_cast<int>(points_[i].worlds.size()) >= kFirstWorlds;
    }
    if (looked) {
        points_[0].wanted = kMoreWorlds;
        for (std::size_t rank = 0; rank < order.size() && rank < kMost; ++rank)
            for (const std::size_t point : {moved_[order[rank]].down, moved_[order[rank]].up})
                if (point) points_[point].wanted = kMoreWorlds, points_[point].turn = 2 + static_cast<int>(rank);
    }
    std::vector<Bar> sorted;
    for (const std::size_t i : order) sorted.push_back(bars_[i]);
    bars_ = std::move(sorted);
}

}  // namespace parley
