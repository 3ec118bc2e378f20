#include "study/evidence/lab.h"

#include <cassert>

#include "model/detmath.h"
#include "scenario/library.h"
#include "scenario/scenario_json.h"

namespace parley::evidence {

Town town_of(const Site& site) {
    Town town;
    if (*site.fact.scenario) {
        Diagnostics problems;
        const auto scenario = parse_scenario(shipped_scenario(site.fact.scenario).value_or(""), problems);
        assert(scenario);  // a test reads all of them
        town.market = scenario->market;
        town.brand = scenario->brand;
        town.strategy.budget_per_day = scenario->market.neutral_budget_per_day;
    }
    if (site.defaults) site.defaults(town.market);
    town.market.customers = site.customers;
    town.strategy.budget_per_day *= site.customers / 5000;
    return town;
}

Settled settle(const Town& town, const Site& site) {
    Settled settled;
    settled.people = std::make_shared<Population>(make_population(town.market, town.brand, 1, static_cast<std::uint64_t>(site.pair)));
    settled.phase.from_day = -town.warmup_days;
    settled.phase.market = town.market;
    settled.phase.brand = town.brand;
    settled.phase.strategy = town.strategy;
    const Model model = make_model(*settled.people, {settled.phase}, town.warmup_days);
    settled.world = make_world(model);
    while (settled.world.day < 0) step(model, settled.world);
    set_references(model, settled.world);
    return settled;
}

Life::Life(const Settled& from, const std::function<void(Phase&)>& change)
    : people_(from.people), model_(make_model(*from.people, {from.phase}, -from.phase.from_day)), world_(from.world) {
    if (change) this->change(change);
}

void Life::change(const std::function<void(Phase&)>& change) {
    std::vector<Phase> phases = model_.phases;
    Phase phase = phases.back();
    phase.happenings = 0;
    phase.from_day = world_.day + 1;
    change(phase);
    if (phases.back().from_day == phase.from_day) phases.pop_back();
    phases.push_back(phase);
    model_ = make_model(*people_, std::move(phases), model_.warmup_days);
}

void Life::live(int days, const std::function<void(World&)>& each_day) {
    days_.reserve(days_.size() + static_cast<std::size_t>(days));
    for (int day = 0; day < days; ++day) {
        step(model_, world_);
        days_.push_back(world_.record);
        if (each_day) each_day(world_);
    }
}

double Life::sum(Observable o, int from, int to) const {
    double sum = 0;
    const int last = to > 0 ? to : static_cast<int>(days_.size());
    for (int day = from; day <= last; ++day) sum += static_cast<double>(days_[static_cast<std::size_t>(day - 1)][o]);
    return sum;
}

double Life::at(Observable o, int day) const {
    const std::size_t index = day > 0 ? static_cast<std::size_t>(day - 1) : days_.size() - 1;
    return shown(observables()[static_cast<std::size_t>(o)], static_cast<double>(days_[index][o]), people_->size);
}

double elasticity(double with, double without, double raised) { return parley::log(with / without) / parley::log(1 + raised); }

double mean_over(const std::vector<std::uint32_t>& people, const std::vector<float>& column) {
    double sum = 0;
    for (const std::uint32_t i : people) sum += column[i];
    return people.empty() ? kNotMeasured : sum / static_cast<double>(people.size());
}

void count_purchases(const World& world, std::vector<int>& purchases) {
    for (const Happening& happening : world.today.happenings)
        if (happening.kind == Happening::Purchase) ++purchases[happening.customer];
}

}  // namespace parley::evidence
