#include "app/session/origin.h"

#include <algorithm>

#include "scenario/differences.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"

namespace parley {
namespace {

bool same(const Text& a, const Text& b) { return !a.empty() && a.en == b.en && a.fr == b.fr; }

bool stands_in(const std::vector<Text>& list, const Text& text) {
    return std::any_of(list.begin(), list.end(), [&](const Text& one) { return same(one, text); });
}

bool stands_in(const std::vector<RoleBrief>& list, const RoleBrief& role) {
    return std::any_of(list.begin(), list.end(), [&](const RoleBrief& one) { return same(one.brief, role.brief); });
}

// Whether a difference is more than an edit of the words that are looked at.
bool makes_it_another(const Edit& edit) {
    const TextChange* text = std::get_if<TextChange>(&edit);
    return !text || !(text->place == "text" || text->place.starts_with("debrief.") || text->place.starts_with("roles."));
}

}  // namespace

const std::vector<Scenario>& shipped_ones() {
    static const std::vector<Scenario> all = [] {
        std::vector<Scenario> out;
        for (const std::string& id : scenario_ids()) {
            Diagnostics problems;
            if (auto read = parse_scenario(*shipped_scenario(id), problems)) out.push_back(std::move(*read));
        }
        return out;
    }();
    return all;
}

const Scenario& origin_of(const Scenario& scenario) {
    const std::vector<Scenario>& all = shipped_ones();
    const auto named = std::find_if(all.begin(), all.end(), [&](const Scenario& one) { return one.id == scenario.id; });
    if (named != all.end()) return *named;
    const Scenario* nearest = &all[0];
    std::size_t least = differences(all[0], scenario).size();
    for (const Scenario& one : all)
        if (const std::size_t n = differences(one, scenario).size(); n < least) least = n, nearest = &one;
    return *nearest;
}

bool shipped(const Scenario& scenario) {
    const Scenario& origin = origin_of(scenario);
    return origin.id == scenario.id && differences(origin, scenario).empty();
}

LeftOver left_over(const Scenario& origin, const Scenario& now) {
    const std::vector<Edit> edits = differences(origin, now);
    if (std::none_of(edits.begin(), edits.end(), makes_it_another)) return {};
    LeftOver out;
    out.story = same(origin.text, now.text);
    for (const Text& question : now.debrief) out.debrief += stands_in(origin.debrief, question);
    for (const RoleBrief& role : now.roles) out.roles += stands_in(origin.roles, role);
    return out;
}

void take_out_left_over(Scenario& now, const Scenario& origin, OwnWords which) {
    if (which == OwnWords::Story && same(origin.text, now.text)) now.text = {};
    if (which == OwnWords::Debrief) std::erase_if(now.debrief, [&](const Text& question) { return stands_in(origin.debrief, question); });
    if (which == OwnWords::Roles) std::erase_if(now.roles, [&](const RoleBrief& role) { return stands_in(origin.roles, role); });
}

}  // namespace parley
