#include "app/session/town.h"

#include <map>

#include <doctest/doctest.h>
#include "scenario/library.h"
#include "scenario/scenario_json.h"

using namespace parley;

namespace {

Scenario shipped(const char* id, int customers, int days) {
    Diagnostics problems;
    Scenario scenario = *parse_scenario(*shipped_scenario(id), problems);
    scenario.market.customers = customers;
    scenario.run.days = days;
    return scenario;
}

void go(Town& town, int day) {
    while (!town.advance_to(day, 50)) {
    }
    REQUIRE(town.day() == day);
}

// Everything of a world that a picture or a next day depends on.
bool same(const World& a, const World& b) {
    return a.day == b.day && a.record.values == b.record.values && a.minds.adstock == b.minds.adstock &&
           a.minds.irritation == b.minds.irritation && a.minds.attitude == b.minds.attitude && a.minds.trust == b.minds.trust &&
           a.minds.relationship == b.minds.relationship && a.minds.praise == b.minds.praise && a.minds.blame == b.minds.blame &&
           a.minds.expectation == b.minds.expectation && a.minds.last_purchase == b.minds.last_purchase &&
           a.minds.purchases == b.minds.purchases && a.minds.flags == b.minds.flags && a.minds.rung == b.minds.rung &&
           a.firm.quality == b.firm.quality && a.firm.load == b.firm.load && a.today.happenings.size() == b.today.happenings.size();
}

constexpr const char* kFirst = "01_billboard_or_dialogue";

}  // namespace

TEST_CASE("a town gone back and forth is the town that was played straight through") {
    const Scenario scenario = shipped(kFirst, 500, 140);
    Town straight(scenario), wandering(scenario);
    std::map<int, std::vector<World>> known;
    for (int day = 0; day <= 140; ++day) {
        go(straight, day);
        if (day % 7 == 0) known[day] = {straight.world(0), straight.world(1)};
    }
    for (const int day : {14, 7, 140, 0, 133, 28, 56, 49, 56, 84, 140, 21}) {
        go(wandering, day);
        for (std::size_t arm = 0; arm < 2; ++arm) CHECK(same(wandering.world(arm), known[day][arm]));
    }
}

TEST_CASE("a town shows what a run of the same pair counts") {
    const Scenario scenario = shipped(kFirst, 300, 70);
    Run run(scenario, 0);
    run.finish();
    Town town(scenario);
    for (const int day : {70, 1, 35}) {
        go(town, day);
        for (std::size_t arm = 0; arm < 2; ++arm) {
            const Series& series = run.result().arms[arm];
            CHECK(town.record(arm).values == series[static_cast<std::size_t>(day) - 1].values);
            std::int64_t sales = 0;
            for (int d = 0; d < day; ++d) sales += series[static_cast<std::size_t>(d)][Observable::sales];
            CHECK(town.so_far(arm, Observable::sales) == sales);
        }
    }
}

TEST_CASE("a town may be given no time at all and still gets there") {
    const Scenario scenario = shipped(kFirst, 200, 28);
    Town patient(scenario), hurried(scenario);
    go(patient, 28);
    int calls = 0;
    while (!hurried.advance_to(28, 0)) {
        ++calls;
        if (hurried.ready()) CHECK(hurried.world(0).day == hurried.world(1).day);
    }
    CHECK(calls > 28);
    for (std::size_t arm = 0; arm < 2; ++arm) CHECK(same(patient.world(arm), hurried.world(arm)));
}

TEST_CASE("the town of an edited scenario takes over what is alike and nothing else") {
    Scenario scenario = shipped(kFirst, 300, 84);
    Town before(scenario);
    go(before, 60);
    for (const bool market : {false, true}) {
        Scenario edited = scenario;
        edited.arms[1].strategy.listen += 20;
        if (market) edited.market.failure_rate += 0.1;
        Town taken(edited, &before), fresh(edited);
        for (const int day : {60, 10, 84}) {
            go(taken, day);
            go(fresh, day);
            for (std::size_t arm = 0; arm < 2; ++arm) {
                CHECK(same(taken.world(arm), fresh.world(arm)));
                CHECK(taken.so_far(arm, Observable::sales) == fresh.so_far(arm, Observable::sales));
            }
        }
    }
    go(before, 60);  // and the old one is as it was
    Town again(scenario);
    go(again, 60);
    CHECK(same(before.world(1), again.world(1)));
}

TEST_CASE("every ring and thread is an event: happenings are as many as the observable says") {
    Town town(shipped(kFirst, 2000, 364));
    const std::pair<Happening::Kind, Observable> pairs[] = {
        {Happening::Reached, Observable::reached},       {Happening::Question, Observable::questions},
        {Happening::Complaint, Observable::complaints},  {Happening::Thread, Observable::threads},
        {Happening::Reply, Observable::replies},         {Happening::Tell, Observable::tells},
        {Happening::PeerPost, Observable::peer_posts},   {Happening::Share, Observable::shares},
        {Happening::Purchase, Observable::purchases},    {Happening::Follow, Observable::new_followers},
        {Happening::Mute, Observable::mutes},
    };
    for (const int day : {1, 28, 29, 180, 364, 100}) {
        go(town, day);
        for (std::size_t arm = 0; arm < 2; ++arm) {
            std::map<int, std::int64_t> counted;
            for (const Happening& h : town.world(arm).today.happenings) {
                ++counted[h.kind];
                CHECK(h.customer < town.people().size);
                CHECK(h.other < town.people().size);
            }
            for (const auto& [kind, observable] : pairs) {
                const char* what = observables()[static_cast<std::size_t>(observable)].name;
                INFO("day ", day, " arm ", arm, " ", what);
                CHECK(counted[kind] == town.record(arm)[observable]);
            }
        }
    }
}

TEST_CASE("every dot's colour is a state: rungs are as many as the observable says") {
    Town town(shipped(kFirst, 1000, 182));
    for (const int day : {1, 90, 182}) {
        go(town, day);
        for (std::size_t arm = 0; arm < 2; ++arm) {
            std::array<std::int64_t, kRungs> counted{};
            for (const Rung rung : town.world(arm).minds.rung) ++counted[static_cast<std::size_t>(rung)];
            const Observable names[] = {Observable::never,  Observable::maybe,  Observable::probably,
                                        Observable::bought, Observable::repeat, Observable::left};
            for (std::size_t i = 0; i < kRungs; ++i) CHECK(counted[i] == town.record(arm)[names[i]]);
        }
    }
}
