#include "scenario/scenario.h"

#include <algorithm>

namespace parley {
namespace {

bool concerns(int arm_of_change, std::size_t arm) { return arm_of_change < 0 || static_cast<std::size_t>(arm_of_change) == arm; }

void apply(const Change& change, Phase& phase) {
    if (change.table == &kMarketTable) value_of(phase.market, *change.row) = change.value;
    if (change.table == &kBrandTable) value_of(phase.brand, *change.row) = change.value;
    if (change.table == &kStrategyTable) value_of(phase.strategy, *change.row) = change.value;
}

}  // namespace

std::vector<Phase> phases_of(const Scenario& scenario, std::size_t arm) {
    std::vector<Phase> phases{{0, scenario.market, scenario.brand, scenario.arms[arm].strategy}};

    // In order of days; events of one day in order of the file.
    std::vector<const Event*> events;
    for (const Event& event : scenario.events)
        if (concerns(event.arm, arm)) events.push_back(&event);
    std::stable_sort(events.begin(), events.end(), [](const Event* a, const Event* b) { return a->day < b->day; });

    for (const Event* event : events) {
        const auto applies = [&](const Change& change) { return concerns(change.arm, arm); };
        if (!event->what && std::none_of(event->changes.begin(), event->changes.end(), applies)) continue;
        if (phases.back().from_day != event->day) {
            phases.push_back(phases.back());
            phases.back().from_day = event->day;
            phases.back().happenings = 0;
        }
        for (const Change& change : event->changes)
            if (applies(change)) apply(change, phases.back());
        if (event->what) phases.back().happenings |= 1u << static_cast<unsigned>(*event->what);
    }
    return phases;
}

std::vector<Phase> neutral_phases(const Scenario& scenario) {
    Strategy strategy;
    strategy.budget_per_day = scenario.market.neutral_budget_per_day;
    strategy.talk = scenario.market.neutral_talk;
    strategy.converse = scenario.market.neutral_converse;
    strategy.listen = scenario.market.neutral_listen;
    return {{0, scenario.market, scenario.brand, strategy}};
}

}  // namespace parley
