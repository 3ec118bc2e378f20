#include "scenario/arms.h"

#include <algorithm>

namespace parley {
namespace {

// Gives every reference to an arm its new number; new_number(old) < 0: that arm is gone, and the reference with it.
template <class NewNumber> void renumber(Scenario& scenario, NewNumber new_number) {
    std::erase_if(scenario.events, [&](Event& event) {
        const bool own = event.arm >= 0;
        if (own) event.arm = new_number(event.arm);
        if (own && event.arm < 0) return true;
        const bool had_changes = !event.changes.empty();
        std::erase_if(event.changes, [&](Change& change) {
            if (change.arm < 0) return false;
            change.arm = new_number(change.arm);
            return change.arm < 0;
        });
        return had_changes && event.changes.empty() && !event.what;
    });
    std::vector<std::string> written;
    const std::string arms = "arms.";
    for (const std::string& path : scenario.written) {
        if (!path.starts_with(arms)) {
            written.push_back(path);
            continue;
        }
        const std::size_t dot = path.find('.', arms.size());
        const int number = new_number(std::stoi(path.substr(arms.size(), dot - arms.size())));
        if (number >= 0) written.push_back(arms + std::to_string(number) + path.substr(dot));
    }
    std::sort(written.begin(), written.end());
    scenario.written = std::move(written);
}

}  // namespace

void insert_arm(Scenario& scenario, std::size_t at, Arm arm) {
    const int place = static_cast<int>(at);
    renumber(scenario, [&](int old) { return old >= place ? old + 1 : old; });
    scenario.arms.insert(scenario.arms.begin() + place, std::move(arm));
}

void remove_arm(Scenario& scenario, std::size_t at) {
    const int place = static_cast<int>(at);
    renumber(scenario, [&](int old) { return old == place ? -1 : old > place ? old - 1 : old; });
    const std::string name = scenario.arms[at].name;
    scenario.arms.erase(scenario.arms.begin() + place);
    std::erase_if(scenario.expected, [&](const Expectation& e) { return e.ahead == name; });
}

void rename_arm(Scenario& scenario, std::size_t at, const std::string& name) {
    for (Expectation& expectation : scenario.expected)
        if (expectation.ahead == scenario.arms[at].name) expectation.ahead = name;
    scenario.arms[at].name = name;
}

}  // namespace parley
