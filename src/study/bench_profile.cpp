#include "study/bench_profile.h"

#include "model/process/process.h"

namespace parley {
namespace {

// step() of model/world.cpp without its traces; profile_days holds the two against each other.
void timed_step(const Model& model, World& world, const std::function<double()>& clock, std::vector<double>& spent) {
    ++world.day;
    world.record = {};
    world.today.happenings.clear();
    world.inbox.swap(world.outbox);
    world.outbox.clear();
    double before = clock();
    const auto lap = [&](std::size_t part) {
        const double now = clock();
        spent[part] += now - before;
        before = now;
    };
    const auto schedule = process::schedule();
    for (std::size_t p = 0; p < schedule.size(); ++p) {
        schedule[p].run(model, world);
        lap(p);
    }
    measure(model, world);
    lap(schedule.size());
    if (world.day <= 0 && world.day % 7 == 0) set_references(model, world);
}

}  // namespace

DayProfile profile_days(const Model& model, const World& start, int days, const std::function<double()>& lap) {
    DayProfile profile;
    const auto schedule = process::schedule();
    std::vector<double> spent(schedule.size() + 1, 0.0);
    std::vector<DayRecord> records;
    {
        World world = start;
        for (int day = 0; day < days; ++day) {
            timed_step(model, world, lap, spent);
            records.push_back(world.record);
        }
    }
    World world = start;
    for (const DayRecord& record : records) {
        step(model, world);
        profile.is_step = profile.is_step && world.record.values == record.values;
    }
    double all = 0;
    for (const double part : spent) all += part;
    for (std::size_t p = 0; p < spent.size(); ++p)
        profile.shares.push_back({p < schedule.size() ? schedule[p].name : "observation", all > 0 ? spent[p] / all : 0.0});
    return profile;
}

}  // namespace parley
