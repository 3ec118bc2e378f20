// Session: the scenario and the town with its clock.  Decisions and forecasts: session_decisions.cpp; worlds: session_worlds.cpp; one
// customer: session_why.cpp.
#include "app/session/session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>

#include "app/session/lever_rows.h"
#include "app/session/session_state.h"
#include "scenario/library.h"

namespace parley {
namespace {

constexpr double kDaysPerSecond = 3.5;         // at speed 1: a week in two seconds
constexpr double kLongestFrame = 0.25;         // seconds; a tab that slept does not catch up
constexpr double kPause = 1.2;                 // seconds without a decision: the next one is a step of its own
constexpr auto kCompareEvery = std::chrono::milliseconds(100);

}  // namespace

Session::Session() : worlds_(std::make_shared<Worlds>()), why_(std::make_shared<Why>()), surveys_(std::make_shared<Surveys>()) {
    std::string first = nearest_scenario("01_billboard_or_dialogue");
    if (load_shipped(first).empty()) return;
    // Only a build without scenarios gets here.
    scenario_.arms.resize(2);
    edited();
    town_ = std::make_unique<Town>(scenario_);
    town_revision_ = revision_;
}

// --- The scenario ----------------------------------------------------------------------------------------------------

Diagnostics Session::load(std::string_view text) {
    Diagnostics problems;
    std::optional<Scenario> scenario = parse_scenario(text, problems);
    if (!scenario) return problems;
    open(*scenario, *scenario, 0, true);
    return {};
}

void Session::open(Scenario opened, Scenario now, int day, bool playing) {
    if (scenario_hash(now) != hash_) forget_forecast();  // a file opened again does not uncover it
    opened_ = std::move(opened);
    scenario_ = std::move(now);
    history_.begin(scenario_);
    worlds_->forget();
    stop_asking();
    surveys_ = std::make_shared<Surveys>();
    edited();
    next_town_.reset();
    town_ = std::make_unique<Town>(scenario_);
    town_revision_ = revision_;
    ++town_stamp_;
    ++decisions_;
    wish_ = std::clamp(day, 0, static_cast<int>(scenario_.run.days));
    clock_ = 0;
    playing_ = playing;
}

Diagnostics Session::load_shipped(std::string_view id) {
    if (const std::optional<std::string_view> text = shipped_scenario(id)) return load(*text);
    Diagnostic problem;
    problem.message = "there is no scenario " + std::string(id.substr(0, 80)) + "; the nearest is " + nearest_scenario(id);
    return {problem};
}

Diagnostics Session::set(std::string_view path, std::string_view value) {
    Scenario changed = scenario_;
    Diagnostics problems = set_value(changed, path, value);
    if (!problems.empty()) return problems;
    become(std::move(changed));
    decided(std::string(path));
    return {};
}

void Session::become(Scenario scenario) {
    const auto &target = scenario.target, &old = scenario_.target;
    const bool same_target = target && old ? target->outcome == old->outcome && target->amount == old->amount && target->by_day == old->by_day : !target && !old;
    const bool moves_results = scenario_hash(scenario) != hash_ || !same_target ||   // a verdict counts up to the target's date
                               std::memcmp(&scenario.run, &scenario_.run, sizeof scenario.run) != 0;  // pairs, and the verdict's rules
    if (scenario.arms.size() != scenario_.arms.size()) worlds_->forget();  // views name the arms of what they show
    scenario_ = std::move(scenario);
    if (moves_results) edited();
}

void Session::set_lever(std::size_t arm, const ParamSpec& lever, double value) {
    if (arm >= scenario_.arms.size() || !std::isfinite(value)) return;
    value = std::clamp(value, lever.min, lever.max);
    if (lever.whole()) value = std::round(value);
    double& field = value_of(scenario_.arms[arm].strategy, lever);
    if (field == value) return;
    field = value;
    edited();
    decided("arms." + std::to_string(arm) + ".strategy." + lever.name);
}

void Session::set_share(std::size_t arm, const ParamSpec& weight, double share) {
    if (arm >= scenario_.arms.size() || !std::isfinite(share)) return;
    const Strategy changed = with_share(scenario_.arms[arm].strategy, weight, share);
    if (std::memcmp(&changed, &scenario_.arms[arm].strategy, sizeof changed) == 0) return;
    scenario_.arms[arm].strategy = changed;
    edited();
    decided("arms." + std::to_string(arm) + ".strategy." + weight.name);
}

void Session::adopt(Scenario scenario, std::string what) {
    become(std::move(scenario));
    decided(std::move(what));
}

std::string Session::saved() const { return write_scenario(scenario_); }

void Session::edited() {
    ++revision_;
    hash_ = scenario_hash(scenario_);
    why_->forget();
    if (why_->customer && *why_->customer >= scenario_.market.customers) why_->customer.reset();
    why_->wanted = why_->customer.has_value();
    Worlds& w = *worlds_;
    if (w.current && w.current->ensemble.done() == 0 && !w.trailing && w.current->lowest_under_way() >= 0) {
        w.trailing = w.current;
        w.trailing_pair = w.current->lowest_under_way();
    }
    const int pairs = std::min(static_cast<int>(scenario_.run.pairs), most_pairs(scenario_));
    w.current = std::make_shared<Batch>(++w.last_number, revision_, scenario_, pairs, static_cast<std::uint32_t>(scenario_.run.seed));
    w.current->sequence.emplace(arm_a(), arm_b());
    every_world_ = false;
}

// --- The town --------------------------------------------------------------------------------------------------------

int Session::day() const { return town_->day(); }

void Session::play(bool on) {
    if (on && wish_ >= town_->days()) wish_ = 0;
    clock_ = 0;
    playing_ = on;
    ++decisions_;
}

void Session::seek(int day) {
    playing_ = false;
    wish_ = std::clamp(day, 0, static_cast<int>(scenario_.run.days));
    ++decisions_;
}

void Session::step_days(int days) { seek(wish_ + days); }

void Session::set_speed(int factor) {
    speed_ = factor >= 8 ? 8 : factor >= 4 ? 4 : factor >= 2 ? 2 : 1;
    ++decisions_;
}

bool Session::update(double seconds, double budget_ms) {
    Worlds& w = *worlds_;
    bool changed = false;

    since_decision_ += seconds;
    if (since_decision_ > kPause) history_.settle();

    // Someone waits for an answer: the clock of the town can wait for a few frames.
    const bool asked = why_->wanted;
    if (find_out(1.5 * budget_ms)) return asked && !why_->wanted;  // nothing else to show until it is there

    // While someone edits, the town on screen stays until its successor has caught up with it.
    if (!next_town_ && town_revision_ != revision_) {
        next_town_ = std::make_unique<Town>(scenario_, town_.get());
        next_town_revision_ = revision_;
    }
    if (next_town_) {
        if (next_town_->advance_to(wish_, budget_ms)) {
            town_ = std::move(next_town_);
            town_revision_ = next_town_revision_;
            wish_ = std::min(wish_, town_->days());
            changed = true;
        }
    } else {
        // The clock runs only while the town keeps up with it.
        if (playing_ && town_->ready() && town_->day() == wish_) {
            clock_ += std::clamp(seconds, 0.0, kLongestFrame) * kDaysPerSecond * speed_;
            wish_ = std::min(wish_ + static_cast<int>(clock_), town_->days());
            clock_ -= std::floor(clock_);
            if (wish_ == town_->days()) playing_ = false;
        }
        const bool was_ready = town_->ready();
        const int day = town_->day();
        if (!was_ready || day != wish_) town_->advance_to(wish_, budget_ms);
        changed = town_->ready() != was_ready || town_->day() != day;
    }
    if (changed) ++town_stamp_;
    if (!behind() && count_dashboard(budget_ms)) changed = true;

    // Comparing many worlds is not free: while they stream in, a few times a second will do.
    if (w.stale && Clock::now() - w.compared_at >= kCompareEvery) {
        w.compare_now();
        changed = true;
    }
    keep_score();
    return changed;
}

bool Session::behind() const {
    return next_town_ || town_revision_ != revision_ || !town_->ready() || town_->day() != wish_ || why_->wanted;
}

bool Session::busy() const { return playing_ || behind() || worlds_->stale || why_->wanted || (surveys_->dashboard_looked_at && surveys_->counting); }

}  // namespace parley
