// The shipped scenarios, embedded from scenarios/*.json at build time.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

std::vector<std::string> scenario_ids();                                     // sorted
std::optional<std::string_view> shipped_scenario(std::string_view id);       // the file's text
std::string nearest_scenario(std::string_view id);                           // closest id, for messages

}  // namespace parley
