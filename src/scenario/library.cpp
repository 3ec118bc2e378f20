#include "scenario/library.h"

#include <algorithm>

#include "scenario/embedded.h"
#include "scenario/nearest.h"

namespace parley {
namespace {

std::span<const EmbeddedFile> shipped() { return {kEmbeddedScenarios, kEmbeddedScenarioCount}; }

}  // namespace

std::vector<std::string> scenario_ids() {
    std::vector<std::string> ids;
    for (const EmbeddedFile& file : shipped()) ids.emplace_back(file.name);
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::optional<std::string_view> shipped_scenario(std::string_view id) {
    for (const EmbeddedFile& file : shipped())
        if (id == file.name) return std::string_view(reinterpret_cast<const char*>(file.data), file.size);
    return std::nullopt;
}

std::string nearest_scenario(std::string_view id) {
    const std::vector<std::string> ids = scenario_ids();
    const std::vector<std::string_view> names(ids.begin(), ids.end());
    return std::string(closest_name(id, names));
}

}  // namespace parley
