#include "study/dashboard.h"

#include <algorithm>
#include <chrono>

namespace parley {
namespace {

// What one arm's people do in one world.
struct Ledger {
    std::vector<std::int64_t> cents;   // [customers] spent in the run
    std::vector<std::uint8_t> took_part;
    std::int64_t likes = 0, mentions = 0;
    int day = 0;                       // counted up to

    void count(const Model& model, const World& world) {
        const Phase& phase = model.phases[model.phase_on(world.day)];
        const double off = phase.strategy.price_off;
        for (const Happening& h : world.today.happenings) {
            if (h.kind == Happening::Purchase) {  // rounded as process/purchase.cpp does
                const double full = phase.market.price * 100 * model.people->traits.basket[h.customer];
                cents[h.customer] += static_cast<std::int64_t>((off > 0 ? full * (1 - off) : full) + 0.5);
            }
            if (h.kind == Happening::Thread || h.kind == Happening::Share || h.kind == Happening::PeerPost) took_part[h.customer] = 1;
        }
        likes += world.record[Observable::likes];
        mentions += world.record[Observable::mentions];
        day = world.day;
    }
};

}  // namespace

struct DashboardInquiry::State {
    Scenario scenario;
    int worlds, pair = 0;
    std::optional<Run> run;
    std::array<Ledger, 2> ledgers;
    bool watching = false;
    Dashboard sums;

    void begin() {
        run.emplace(scenario, pair);
        for (Ledger& ledger : ledgers) {
            ledger = {};
            ledger.cents.assign(run->people().size, 0);
            ledger.took_part.assign(run->people().size, 0);
        }
        watching = false;
    }
    bool step() {   // one day of one arm; false when the world is over
        if (!watching && run->day() >= 0) run->keep_happenings(watching = true);
        const bool more = run->advance(1);
        for (std::size_t arm = 0; arm < 2; ++arm)
            if (const World& world = run->world(arm); watching && world.day > ledgers[arm].day) ledgers[arm].count(run->model(arm), world);
        return more;
    }
    void add_to(Dashboard& into) const {   // what was counted of the world under way
        const std::uint32_t people = run->people().size;
        std::array<std::vector<std::uint8_t>, 2> engaged;
        for (std::size_t arm = 0; arm < 2; ++arm) {
            const std::vector<std::uint8_t>& flags = run->world(arm).minds.flags;
            engaged[arm] = ledgers[arm].took_part;
            for (std::uint32_t i = 0; i < people; ++i)
                if ((flags[i] & (kFollower | kMuted)) == kFollower) engaged[arm][i] = 1;
        }
        for (std::size_t arm = 0; arm < 2; ++arm) {
            DashboardArm& sum = into.arms[arm];
            const Ledger &mine = ledgers[arm], &other = ledgers[1 - arm];
            sum.likes += static_cast<double>(mine.likes);
            sum.mentions += static_cast<double>(mine.mentions);
            const std::vector<std::uint8_t>& flags = run->world(arm).minds.flags;
            for (std::uint32_t i = 0; i < people; ++i) {
                const double spent = static_cast<double>(mine.cents[i]) / 100;
                sum.followers += (flags[i] & (kFollower | kMuted)) == kFollower;
                sum.sales += spent;
                sum.customers += spent > 0;
                if (engaged[arm][i]) {
                    ++sum.engaged;
                    sum.here += spent;
                    sum.there += static_cast<double>(other.cents[i]) / 100;
                }
                if (spent <= 0) continue;
                sum.engaged_customers += engaged[arm][i];
                (engaged[arm][i] ? sum.engaged_spend : sum.other_spend) += spent;
            }
        }
    }
    void close() {
        add_to(sums);
        ++sums.worlds;
        run.reset();
    }
};

DashboardInquiry::DashboardInquiry(const Scenario& scenario, int worlds) : state_(std::make_shared<State>()) {
    state_->scenario = scenario;
    state_->worlds = worlds;
}

bool DashboardInquiry::advance(double budget_ms) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    State& s = *state_;
    while (s.pair < s.worlds) {
        if (!s.run) s.begin();
        else if (!s.step()) s.close(), ++s.pair;
        if (std::chrono::duration<double, std::milli>(Clock::now() - start).count() >= budget_ms) break;
    }
    return s.pair >= s.worlds;
}

double DashboardInquiry::progress() const {
    return (state_->pair + (state_->run ? state_->run->progress() : 0)) / static_cast<double>(state_->worlds);
}

int DashboardInquiry::counted() const { return state_->sums.worlds; }
int DashboardInquiry::day() const { return state_->watching && state_->run ? state_->ledgers[1].day : 0; }

Dashboard DashboardInquiry::take() const {
    Dashboard d = state_->sums;
    d.wanted = state_->worlds;
    if (d.worlds == 0 && state_->run) state_->add_to(d), d.until = day();
    const double worlds = std::max(1, d.worlds);
    for (DashboardArm& arm : d.arms) {
        const auto per = [](double& sum, double n) { sum = n > 0 ? sum / n : 0; };
        per(arm.engaged_spend, arm.engaged_customers);
        per(arm.other_spend, arm.customers - arm.engaged_customers);
        per(arm.here, arm.engaged);
        per(arm.there, arm.engaged);
        for (double* sum : {&arm.likes, &arm.mentions, &arm.followers, &arm.engaged, &arm.customers, &arm.engaged_customers, &arm.sales})
            *sum /= worlds;
    }
    return d;
}

Dashboard dashboard_of(const Scenario& scenario, int worlds) {
    DashboardInquiry inquiry(scenario, worlds);
    while (!inquiry.advance(1e6)) {
    }
    return inquiry.take();
}

}  // namespace parley
