// Lever rows: which rows of the strategy table a list of levers shows, in the order of the table; and parts of the budget as shares.
#pragma once
#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace parley {

// Those of the first screen, and any that an arm of either scenario uses.
std::vector<const ParamSpec*> levers_in_use(const Scenario& now, const Scenario& opened);
// Whose label, help or group the words stand in, whatever their ending: "reply" finds "replies".  No words: all.
std::vector<const ParamSpec*> levers_about(const std::string& words);

// The share of the budget that one weight buys, 0..1 (clamped); the other weights keep their proportions, and all add up to 100.
Strategy with_share(Strategy strategy, const ParamSpec& weight, double share);

}  // namespace parley
