// Schema and reference of the scenario format, written from the parameter tables.
#pragma once
#include <string>

namespace parley {

std::string scenario_schema();        // JSON Schema 2020-12; agrees with parse_scenario
std::string params_as_text();         // aligned for a terminal
std::string params_as_markdown();
std::string params_as_json();

}  // namespace parley
