// Scenario reader: checks a JSON tree against the parameter tables and makes a scenario of it.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "scenario/json_tree.h"
#include "scenario/scenario.h"

namespace parley {

// The scenario if there is no problem.  Cost O(values), and O(names) more per unknown key.
std::optional<Scenario> read_scenario(const JsonNode& root, Problems& problems);

// What a target or an expectation may be about (model/outcomes.def).
std::span<const std::string_view> outcome_names();

}  // namespace parley
