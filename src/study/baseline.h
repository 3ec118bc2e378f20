// Baseline: what a shipped scenario comes to, as a small file that a change of results cannot pass unseen.
//
// Written by `parley bless` to tests/baselines/ID.csv, compared by tests/study/baseline_test.cpp.
#pragma once
#include <string>

#include "scenario/scenario.h"

namespace parley {

inline constexpr int kBaselinePairs = 4;

// Digest and mean outcomes of every arm over the first pairs of the scenario, with its own seed.  Cost: that many pairs.
std::string baseline_csv(const Scenario& scenario, int jobs);

}  // namespace parley
