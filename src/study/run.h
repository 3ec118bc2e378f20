// Run: the life of one pair of worlds, and the only simulation loop.
//
// Warm-up once under the neutral strategy, then a copy of that world per arm: the same people on the same days with the same
// luck.  Resumable: the page gives it a few milliseconds at a time, the command line drains it.
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "scenario/scenario.h"
#include "study/series.h"
#include "model/world.h"

namespace parley {

// Where the arms of a pair part: the people, and their world at the end of the status quo.  Runs of the same pair can share it when
// market, brand, seed, warm-up and ignorance are the same.
struct Parting {
    std::shared_ptr<const Population> people;
    World world;
};
bool same_parting(const Scenario& a, const Scenario& b);

class Run {
public:
    // Cost O(customers + ties); the scenario is copied as far as needed.
    Run(const Scenario& scenario, int pair);
    // From the parting of an earlier run of this pair on.
    Run(const Scenario& scenario, int pair, const Parting& parting);

    // An arm whose days are known already, from another run of this pair: it is not lived again.  Only before day 1.
    void know(std::size_t arm, Series series);
    // nothing before the warm-up ends and after day 1 begins
    std::optional<Parting> parting() const;

    // Advances by at most this many arm-days (warm-up days count once); returns true while days remain.
    bool advance(int arm_days);
    void finish();

    bool done() const;
    double progress() const;  // 0..1
    int day() const;          // last day done by every arm; 0 or below during the warm-up
    const PairResult& result() const { return result_; }
    PairResult take_result() { return std::move(result_); }

    // The arms' worlds as of now, for the picture; before day 1 all arms show the shared status quo, and known arms always do.
    const World& world(std::size_t arm) const;
    const Model& model(std::size_t arm) const;
    const Population& people() const { return *people_; }
    std::size_t arms() const { return arm_models_.size(); }

    // Watches a customer from day 1 on in every arm, and leaves a message out in every arm.  Only before day 1.
    void watch(std::uint32_t customer);
    void leave_out(const Omission& message);
    int first_rung() const { return first_rung_; }  // of who is watched, when the arms parted

    // Keeps each day's happenings in the worlds (costs memory and time; results stay the same).
    void keep_happenings(bool keep);

private:
    // The numbers of this pair are drawn already; people are made where there are none.
    Run(const Scenario& scenario, int pair, std::shared_ptr<const Population> people);
    void begin_watching();
    void part();                  // the status quo ends: one copy of its world per arm

    std::shared_ptr<const Population> people_;
    Model warmup_model_;
    std::vector<Model> arm_models_;
    World warmup_;                // emptied when the arms part
    std::vector<World> worlds_;   // [arms], empty until the warm-up ends
    std::vector<std::size_t> turns_;  // arms to step, in this order every day
    std::size_t turn_ = 0;
    int days_ = 0;
    std::optional<std::uint32_t> watched_;
    int first_rung_ = 0;
    PairResult result_;
};

}  // namespace parley
