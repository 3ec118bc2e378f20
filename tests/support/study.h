// Hand-made results for tests of the study: worlds in which only chosen observables happen.
#pragma once
#include <functional>

#include "study/ensemble.h"

namespace parley::support {

inline Scenario two_arms(int days) {
    Scenario scenario;
    scenario.id = "made_by_hand";
    scenario.title.en = "Made by hand";
    scenario.market.customers = 1000;
    scenario.run.days = days;
    scenario.arms = {{"Broadcast", {}}, {"Conversation", {}}};
    return scenario;
}

// fill sets the observables of one day: pair, arm, day (from 1), record.
using Fill = std::function<void(int pair, int arm, int day, DayRecord& record)>;

inline PairResult made_pair(const Scenario& scenario, int pair, const Fill& fill) {
    PairResult result;
    result.pair = pair;
    for (int arm = 0; arm < static_cast<int>(scenario.arms.size()); ++arm) {
        result.arms.emplace_back(static_cast<std::size_t>(scenario.run.days));
        for (int day = 1; day <= static_cast<int>(scenario.run.days); ++day)
            fill(pair, arm, day, result.arms.back()[static_cast<std::size_t>(day - 1)]);
    }
    return result;
}

inline Ensemble made_ensemble(const Scenario& scenario, int pairs, const Fill& fill) {
    Ensemble ensemble(scenario, pairs, 1);
    for (int pair = 0; pair < pairs; ++pair) ensemble.add(made_pair(scenario, pair, fill));
    return ensemble;
}

}  // namespace parley::support
