// Briefs: what each of five people around the table knows alone, and which number each defends.  Drawn from the scenario by rules:
// of each role the first fact that is true here, then its metric with the value it has on the day before the start.
//
// Words are text keys "brief.ID" with holes; quotes as in study/debrief.h.  Nothing here is a result of the run.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "model/world.h"
#include "scenario/scenario.h"
#include "study/debrief.h"

namespace parley {

enum class BriefRole { Ceo, Marketing, Service, Operations, Finance };
inline constexpr std::size_t kBriefRoles = 5;   // their names: brief.role.0 ...

struct BriefRule {
    const char* id;          // text: brief.ID
    BriefRole role;
    bool metric;             // or a fact
    bool (*holds)(const Scenario&, const World*);
    std::vector<Quote> (*quotes)(const Scenario&, const World*);
};
std::span<const BriefRule> brief_rules();

struct BriefLine {
    const BriefRule* rule;
    std::vector<Quote> quotes;
};
struct Brief {
    BriefRole role;
    BriefLine fact, metric;
    const RoleBrief* own = nullptr;   // of the scenario's file, by place; lives as long as the scenario
};

// before: one world at the end of the status quo; without it metrics are named without a value.
std::array<Brief, kBriefRoles> make_briefs(const Scenario& scenario, const World* before);

}  // namespace parley
