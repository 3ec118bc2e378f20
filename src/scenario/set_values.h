// Setting several values at once: checked when they all stand, so that what names something may be renamed together with it.
//
// Paths and values as in set_value (scenario_json.h): arms.1.strategy.converse, 40.
#pragma once
#include <string>
#include <vector>

#include "scenario/scenario_json.h"

namespace parley {

struct Edit {
    std::string path, value;
};
using Edits = std::vector<Edit>;

// All of them or none.
Diagnostics set_values(Scenario& scenario, const Edits& edits);

}  // namespace parley
