// Origin: the shipped scenario that a scenario was made from, and what of its words is still in.
//
// A scenario file has no field for it.  A shipped id names it; any other scenario is compared with the nearest of the shipped ones:
// the one from which the fewest decisions (scenario/differences.h) lead to it, the first of these.  Cost  about 2 ms.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "scenario/scenario.h"

namespace parley {

const std::vector<Scenario>& shipped_ones();             // by id
const Scenario& origin_of(const Scenario& scenario);
bool shipped(const Scenario& scenario);                  // just as it is shipped

// Texts that say what happens in the origin, and stand word for word in a scenario that is no longer the origin.
struct LeftOver {
    bool story = false;
    std::size_t debrief = 0, roles = 0;                  // how many
    bool any() const { return story || debrief > 0 || roles > 0; }
};
LeftOver left_over(const Scenario& origin, const Scenario& now);

enum class OwnWords { Story, Debrief, Roles };
void take_out_left_over(Scenario& now, const Scenario& origin, OwnWords which);

}  // namespace parley
