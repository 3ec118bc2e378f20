#include "study/run.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "study/ignorance.h"

namespace parley {

bool same_parting(const Scenario& a, const Scenario& b) {
    return std::memcmp(&a.market, &b.market, sizeof a.market) == 0 && std::memcmp(&a.brand, &b.brand, sizeof a.brand) == 0 &&
           a.run.seed == b.run.seed && a.run.warmup_days == b.run.warmup_days && a.run.ignorance == b.run.ignorance;
}

namespace {

std::shared_ptr<const Population> people_of(const Scenario& scenario, int pair) {
    return std::make_shared<Population>(make_population(scenario.market, scenario.brand, static_cast<std::uint64_t>(scenario.run.seed),
                                                        static_cast<std::uint64_t>(pair)));
}

}  // namespace

Run::Run(const Scenario& scenario, int pair) : Run(with_ignorance(scenario, pair), pair, nullptr) {
    warmup_ = make_world(warmup_model_);
    if (warmup_.day >= 0) part();
}

Run::Run(const Scenario& scenario, int pair, const Parting& parting)
    : Run(with_ignorance(scenario, pair), pair, parting.people) {
    assert(people_->pair == static_cast<std::uint64_t>(pair) && parting.world.day == 0);
    worlds_.assign(arm_models_.size(), parting.world);
}

Run::Run(const Scenario& scenario, int pair, std::shared_ptr<const Population> people)
    : people_(people ? std::move(people) : people_of(scenario, pair)), days_(static_cast<int>(scenario.run.days)) {
    const int warmup_days = static_cast<int>(scenario.run.warmup_days);
    warmup_model_ = make_model(*people_, neutral_phases(scenario), warmup_days);
    result_.pair = pair;
    result_.arms.resize(scenario.arms.size());
    for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm) {
        arm_models_.push_back(make_model(*people_, phases_of(scenario, arm), warmup_days));
        turns_.push_back(arm);
        result_.arms[arm].reserve(static_cast<std::size_t>(days_));
    }
}

void Run::know(std::size_t arm, Series series) {
    assert(day() <= 0 && turn_ == 0 && series.size() == static_cast<std::size_t>(days_));
    result_.arms[arm] = std::move(series);
    turns_.erase(std::remove(turns_.begin(), turns_.end(), arm), turns_.end());
}

std::optional<Parting> Run::parting() const {
    if (worlds_.empty() || day() > 0 || turn_ > 0) return {};
    return Parting{people_, worlds_.back()};
}

void Run::part() {
    set_references(warmup_model_, warmup_);
    worlds_.assign(arm_models_.size() - 1, warmup_);
    worlds_.push_back(std::move(warmup_));
    warmup_ = World{};
    begin_watching();
}

void Run::begin_watching() {
    if (!watched_ || worlds_.empty()) return;
    first_rung_ = static_cast<int>(worlds_[0].minds.rung[*watched_]);
    for (World& world : worlds_) parley::watch(world, *watched_);
}

void Run::watch(std::uint32_t customer) {
    assert(day() <= 0 && turn_ == 0);
    watched_ = customer;
    begin_watching();
}

void Run::leave_out(const Omission& message) {
    for (Model& model : arm_models_) model.omission = message;
}

bool Run::advance(int arm_days) {
    for (; arm_days > 0 && !done(); --arm_days) {
        // Before the first day there is one world; after it one per arm, stepped in turn so that all show the same day.
        if (worlds_.empty()) {
            step(warmup_model_, warmup_);
            if (warmup_.day >= 0) part();
            continue;
        }
        const std::size_t arm = turns_[turn_];
        step(arm_models_[arm], worlds_[arm]);
        result_.arms[arm].push_back(worlds_[arm].record);
        turn_ = (turn_ + 1) % turns_.size();
    }
    return !done();
}

void Run::finish() {
    while (advance(1 << 20)) {
    }
}

bool Run::done() const { return !worlds_.empty() && (turns_.empty() || worlds_[turns_.back()].day >= days_); }

double Run::progress() const {
    if (done()) return 1;
    const int warmup_days = warmup_model_.warmup_days;
    const double all = warmup_days + static_cast<double>(days_) * static_cast<double>(turns_.size());
    if (all <= 0) return 0;  // nothing to live: every arm is known
    if (worlds_.empty()) return (warmup_days + warmup_.day) / all;
    double arm_days = 0;
    for (const World& world : worlds_) arm_days += world.day;
    return (warmup_days + arm_days) / all;
}

int Run::day() const { return worlds_.empty() ? warmup_.day : turns_.empty() ? days_ : worlds_[turns_.back()].day; }

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
