// Arms of a scenario: putting one in, taking one out, naming it anew.  Whatever refers to an arm (events, their values, rows that were
// written out, expectations) keeps referring to the same arm; what belonged to one taken out goes with it.
#pragma once
#include <cstddef>
#include <string>

#include "scenario/scenario.h"

namespace parley {

void insert_arm(Scenario& scenario, std::size_t at, Arm arm);   // at: 0 .. number of arms
void remove_arm(Scenario& scenario, std::size_t at);
void rename_arm(Scenario& scenario, std::size_t at, const std::string& name);

}  // namespace parley
