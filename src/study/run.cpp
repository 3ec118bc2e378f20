#include "study/run.h"

#include <cassert>

namespace parley {

Run::Run(const Scenario& scenario, int pair)
    : people_(std::make_unique<Population>(make_population(scenario.market, scenario.brand,
                                                           static_cast<std::uint64_t>(scenario.run.seed),
                                                           static_cast<std::uint64_t>(pair)))),
      days_(static_cast<int>(scenario.run.days)) {
    const int warmup_days = static_cast<int>(scenario.run.warmup_days);
    warmup_model_ = make_model(*people_, neutral_phases(scenario), warmup_days);
    for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm)
        arm_models_.push_back(make_model(*people_, phases_of(scenario, arm), warmup_days));
    warmup_ = make_world(warmup_model_);

    result_.pair = pair;
    result_.arms.resize(arm_models_.size());
    for (Series& series : result_.arms) series.reserve(static_cast<std::size_t>(days_));
    if (warmup_.day >= 0) part();
}

void Run::part() {
    set_references(warmup_model_, warmup_);
    worlds_.assign(arm_models_.size() - 1, warmup_);
    worlds_.push_back(std::move(warmup_));
    warmup_ = World{};
}

bool Run::advance(int arm_days) {
    for (; arm_days > 0 && !done(); --arm_days) {
        // Before the first day there is one world; after it one per arm, stepped in turn so that all show the same day.
        if (worlds_.empty()) {
            step(warmup_model_, warmup_);
            if (warmup_.day >= 0) part();
            continue;
        }
        World& world = worlds_[next_arm_];
        step(arm_models_[next_arm_], world);
        result_.arms[next_arm_].push_back(world.record);
        next_arm_ = (next_arm_ + 1) % worlds_.size();
    }
    return !done();
}

void Run::finish() {
    while (advance(1 << 20)) {
    }
}

bool Run::done() const { return !worlds_.empty() && worlds_.back().day >= days_; }

double Run::progress() const {
    const int warmup_days = warmup_model_.warmup_days;
    const double all = warmup_days + static_cast<double>(days_) * static_cast<double>(arm_models_.size());
    if (worlds_.empty()) return (warmup_days + warmup_.day) / all;
    double arm_days = 0;
    for (const World& world : worlds_) arm_days += world.day;
    return (warmup_days + arm_days) / all;
}

int Run::day() const { return worlds_.empty() ? warmup_.day : worlds_.back().day; }

const World& Run::world(std::size_t arm) const {
    assert(arm < arm_models_.size());
    return worlds_.empty() ? warmup_ : worlds_[arm];
}

const Model& Run::model(std::size_t arm) const {
    assert(arm < arm_models_.size());
    return worlds_.empty() ? warmup_model_ : arm_models_[arm];
}

void Run::keep_happenings(bool keep) {
    warmup_.keep_happenings = keep;
    for (World& world : worlds_) world.keep_happenings = keep;
}

}  // namespace parley
