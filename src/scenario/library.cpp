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
    // Ids are long and people stop typing: the beginning of an id counts as much as the whole.
    std::string nearest;
    int least = 0;
    for (const std::string& name : scenario_ids()) {
        const int distance = std::min(edit_distance(id, name), edit_distance(id, std::string_view(name).substr(0, id.size())));
        if (nearest.empty() || distance < least) nearest = name, least = distance;
    }
    return nearest;
}

}  // namespace parley
