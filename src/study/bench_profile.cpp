#include "study/bench_profile.h"

#include "model/process/process.h"

namespace parley {
namespace {

// step() with a clock; profile_days holds the two against each other.
void timed_step(const Model& model, World& world, const std::function<double()>& seconds, std::vector<double>& spent) {
    double before = seconds();
    const auto lap = [&](std::size_t part) {
        const double now = seconds();
        spent[part] += now - before;
        before = now;
    };
    const auto run = [&](const process::ProcessSpec& spec, std::size_t p) {
        spec.run(model, world);
        lap(p);
    };
    process::live_day(model, world, run, [&] {
        measure(model, world);
        lap(process::schedule().size());
    });
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
