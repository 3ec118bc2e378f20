#include "app/session/town.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstdlib>
#include <cstring>

#include "study/ignorance.h"

namespace parley {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSnapshotDays = 28;
constexpr double kSnapshotBytes = 200e6;       // of all snapshots together
constexpr double kBytesPerCustomer = 45;       // of a World: its columns, and room for the day's lists

template <class Rows> bool alike(const Rows& a, const Rows& b) { return std::memcmp(&a, &b, sizeof a) == 0; }

bool alike(const std::vector<Phase>& a, const std::vector<Phase>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Phase& x, const Phase& y) {
        return x.from_day == y.from_day && x.happenings == y.happenings && alike(x.market, y.market) &&
               alike(x.brand, y.brand) && alike(x.strategy, y.strategy);
    });
}

// Days between snapshots: every four weeks, fewer where people are many or the run is long.
int snapshot_days(const Scenario& scenario) {
    const double bytes = kBytesPerCustomer * scenario.market.customers * static_cast<double>(scenario.arms.size());
    const double most = std::max(2.0, kSnapshotBytes / bytes);
    const double periods = scenario.run.days / kSnapshotDays / most;
    return kSnapshotDays * std::max(1, static_cast<int>(periods + 0.999));
}

// One arm's life so far.
struct Track {
    Model model;
    World world;                 // on its way to the shown day, or there
    Series sums;                 // [days known + 1] observables cumulated from day 1; the first is zero
    std::vector<std::shared_ptr<const World>> snapshots;  // [k] world at the end of day k x every; never empty

    void step_day(int every) {
        step(model, world);
        if (static_cast<std::size_t>(world.day) == sums.size()) {
            DayRecord sum = sums.back();
            for (std::size_t i = 0; i < kObservables; ++i) sum.values[i] += world.record.values[i];
            sums.push_back(sum);
        }
        if (static_cast<std::size_t>(world.day) == snapshots.size() * static_cast<std::size_t>(every))
            snapshots.push_back(std::make_shared<const World>(world));
    }

    // The latest known day that is not after this one.
    int nearest(int day, int every) const {
        const int last = std::min(day / every, static_cast<int>(snapshots.size()) - 1) * every;
        return world.day <= day ? std::max(world.day, last) : last;
    }
    void go_back_to(int known, int every) {
        if (world.day != known) world = *snapshots[static_cast<std::size_t>(known / every)];
    }
};

}  // namespace

struct Town::State {
    Scenario scenario;           // as pair 0 lives it
    int every = kSnapshotDays;
    std::unique_ptr<Run> warmup; // on its way to the parting
    std::optional<Parting> start;
    std::vector<Track> tracks;   // [arms], empty until the status quo is there
    bool shown = false;          // all arms have stood on one day

    bool together() const {
        return std::all_of(tracks.begin(), tracks.end(), [&](const Track& t) { return t.world.day == tracks[0].world.day; });
    }
    Track& behind() {
        return *std::min_element(tracks.begin(), tracks.end(),
                                 [](const Track& a, const Track& b) { return a.world.day < b.world.day; });
    }
    Track new_track(std::size_t arm) const {
        Track track;
        track.model = make_model(*start->people, phases_of(scenario, arm), static_cast<int>(scenario.run.warmup_days));
        track.world = start->world;
        track.world.keep_happenings = true;
        track.sums.assign(1, DayRecord{});
        track.snapshots.push_back(std::make_shared<const World>(track.world));
        return track;
    }
};

Town::Town(const Scenario& scenario, const Town* before) : state_(std::make_shared<State>()) {
    State& s = *state_;
    s.scenario = with_ignorance(scenario, 0);
    s.every = snapshot_days(scenario);
    if (!before || before->state_->tracks.empty() || !same_parting(s.scenario, before->state_->scenario)) return;
    const State& old = *before->state_;
    s.start = old.start;
    for (std::size_t arm = 0; arm < scenario.arms.size(); ++arm) {
        const bool same = arm < old.tracks.size() && s.every == old.every && scenario.run.days >= old.scenario.run.days &&
                          alike(old.tracks[arm].model.phases, phases_of(s.scenario, arm));
        s.tracks.push_back(same ? old.tracks[arm] : s.new_track(arm));
    }
}

bool Town::advance_to(int day, double budget_ms) {
    State& s = *state_;
    const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                             std::chrono::duration<double, std::milli>(std::max(0.0, budget_ms)));
    const auto late = [&] { return Clock::now() >= deadline; };
    day = std::clamp(day, 0, days());

    // People, then the status quo that all arms share.
    if (!s.start && !s.warmup) {
        s.warmup = std::make_unique<Run>(s.scenario, 0);
        if (late()) return false;
    }
    while (!s.start) {
        if ((s.start = s.warmup->parting())) break;
        s.warmup->advance(1);
        if (late() && !s.warmup->parting()) return false;
    }
    s.warmup.reset();
    if (s.tracks.empty())
        for (std::size_t arm = 0; arm < s.scenario.arms.size(); ++arm) s.tracks.push_back(s.new_track(arm));
    s.shown = s.shown || s.together();

    // From the nearest known day on.  A town on screen keeps its arms on one day; one still being made need not.
    int common = day;
    if (s.shown)
        for (const Track& track : s.tracks) common = std::min(common, track.nearest(day, s.every));
    for (Track& track : s.tracks) track.go_back_to(track.nearest(common, s.every), s.every);

    while (s.behind().world.day < day) {
        s.behind().step_day(s.every);
        if ((!s.shown || s.together()) && s.behind().world.day < day && late()) return false;
    }
    return s.shown = true;
}

bool Town::ready() const { return state_->shown; }
int Town::day() const { return state_->shown ? state_->tracks[0].world.day : 0; }
int Town::days() const { return static_cast<int>(state_->scenario.run.days); }

const World& Town::world(std::size_t arm) const {
    assert(ready());
    return state_->tracks[arm].world;
}
const Population& Town::people() const {
    assert(ready());
    return *state_->start->people;
}
const DayRecord& Town::record(std::size_t arm) const { return world(arm).record; }

const Parting* Town::start() const { return state_->start ? &*state_->start : nullptr; }

std::uint32_t Town::parted(std::uint32_t from) const {
    assert(ready());
    const Minds &a = world(0).minds, &b = world(state_->tracks.size() > 1 ? 1 : 0).minds;
    const Traits& traits = people().traits;
    const auto closeness = [](Rung rung) { return rung == Rung::Left ? 1 : static_cast<int>(rung); };
    // How far apart, first; then whether anything of the brand and of others could reach this person at all.
    const auto worth = [&](std::uint32_t i) {
        const int apart = std::abs(closeness(a.rung[i]) - closeness(b.rung[i]));
        return 8 * std::min(apart, 3) + 3 * (traits.viewing[i] > 0.3f) + 2 * (traits.voice[i] > 0) + (people().network.degree(i) > 5);
    };
    const std::uint32_t size = people().size;
    int most = 0;
    for (std::uint32_t i = 0; i < size; ++i) most = std::max(most, worth(i));
    for (std::uint32_t k = 0; k < size; ++k)
        if (const std::uint32_t i = (from + k) % size; worth(i) >= most - 1) return i;
    return from % size;
}

std::int64_t Town::so_far(std::size_t arm, Observable observable) const {
    assert(ready());
    return state_->tracks[arm].sums[static_cast<std::size_t>(day())][observable];
}

}  // namespace parley
