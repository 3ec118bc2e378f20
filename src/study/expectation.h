// Expectation: whether the leaders a scenario's file promises do lead.
//
// Written by `parley bless --expected` to tests/baselines/expected.csv over 200 worlds; the tests live the first 30 again.
#pragma once
#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace parley {

inline constexpr int kExpectedPairs = 200, kCheckedPairs = 30;

struct Kept {                 // one expectation, measured
    Expectation promised;
    int ahead_checked = 0;    // worlds among the first kCheckedPairs in which the promised arm leads all others
    int ahead = 0, pairs = 0; // among all
};

// Cost: that many pairs.
std::vector<Kept> keep_expectations(const Scenario& scenario, int pairs, int jobs);

// Lines "scenario,outcome,by_day,ahead,ahead_in_30,ahead_in_200", without a heading.
std::string expected_rows(const Scenario& scenario, const std::vector<Kept>& kept);

}  // namespace parley
