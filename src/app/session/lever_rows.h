// Lever rows: which rows of the strategy table a list of levers shows, in the order of the table.
#pragma once
#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace parley {

// Those of the first screen, and any that an arm of either scenario uses.
std::vector<const ParamSpec*> levers_in_use(const Scenario& now, const Scenario& opened);
// Whose label, help or group the words stand in, whatever their ending: "reply" finds "replies".  No words: all.
std::vector<const ParamSpec*> levers_about(const std::string& words);

}  // namespace parley
