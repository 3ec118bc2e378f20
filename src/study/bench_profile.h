// What each process of a day costs: days lived process by process, with a clock between them.
#pragma once
#include <functional>
#include <vector>

#include "model/world.h"
#include "study/bench.h"

namespace parley {

struct DayProfile {
    std::vector<BenchShare> shares;  // the processes in the order of the day, then the observation; they add up to 1
    bool is_step = true;             // a second world that step() took through the same days has the same records
};

// lap: a clock.  Cost: twice the days.
DayProfile profile_days(const Model& model, const World& start, int days, const std::function<double()>& lap);

}  // namespace parley
